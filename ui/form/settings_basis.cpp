#include "ui/form/settings_basis.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "core/base/plain_text.h"

namespace w2s::ui {
namespace {

constexpr double kSecondsOfARun = 8.0;

struct BasisText {
  Q_DECLARE_TR_FUNCTIONS(w2s::ui::SettingsBasis)
};

// Names of settings may stand in backquotes, as in Markdown.
SettingsBasis paced(SettingsBasis basis) {
  basis.sentence.remove(QLatin1Char('`'));
  basis.steps_per_second = static_cast<double>(basis.config.optimizer.steps) / kSecondsOfARun;
  return basis;
}

}  // namespace

SettingsBasis presetBasis(const QString& name, const QString& title, const QString& sentence,
                          const config::ExperimentConfig& config) {
  return paced({.kind = SettingsBasis::Kind::Preset,
                .name = name,
                .title = title,
                .sentence = sentence,
                .config = config});
}

SettingsBasis fileBasis(const QString& path, const config::ExperimentConfig& config) {
  return paced({.kind = SettingsBasis::Kind::File,
                .name = path,
                .title = QString::fromStdString(plainText(config.name)),
                .sentence = QString::fromStdString(plainLines(config.description)),
                .config = config});
}

SettingsBasis runBasis(const QString& id, const config::ExperimentConfig& config) {
  const QString name = QString::fromStdString(plainText(config.name));
  return paced({.kind = SettingsBasis::Kind::Run,
                .name = id,
                .title = BasisText::tr("Run %1").arg(name),
                .sentence = BasisText::tr("The settings of the recorded run %1.").arg(name),
                .config = config});
}

bool isSameBasis(const SettingsBasis& a, const SettingsBasis& b) {
  return a.kind == b.kind && a.name == b.name && a.config == b.config;
}

QString choiceText(const SettingsBasis& basis) {
  QString text;
  switch (basis.kind) {
    case SettingsBasis::Kind::Preset:
      text = BasisText::tr("preset %1").arg(basis.title);
      break;
    case SettingsBasis::Kind::File:
      text = BasisText::tr("opening %1").arg(QFileInfo(basis.name).fileName());
      break;
    case SettingsBasis::Kind::Run:
      text = BasisText::tr("settings of run %1")
                 .arg(QString::fromStdString(plainText(basis.config.name)));
      break;
  }
  return text.replace(QLatin1Char('&'), QStringLiteral("&&"));  // no mnemonic of the menu
}

bool isSameState(const SettingsState& a, const SettingsState& b) {
  return isSameBasis(a.basis, b.basis) && a.config == b.config && a.seeds == b.seeds &&
         a.speed == b.speed;
}

SettingsState stateOf(const SettingsBasis& basis, const std::vector<std::int64_t>& seeds) {
  return {.basis = basis,
          .config = basis.config,
          .seeds = basis.config.seeds.empty() ? seeds : basis.config.seeds,
          .speed = basis.steps_per_second};
}

}  // namespace w2s::ui
