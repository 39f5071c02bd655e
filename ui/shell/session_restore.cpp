#include "ui/shell/session_restore.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

#include <QDir>
#include <QSettings>

#include "core/config/toml.h"
#include "core/config/validate.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/setting_fields.h"
#include "ui/bridge/words.h"
#include "ui/form/settings_history.h"
#include "ui/shell/settings_seal.h"

namespace w2s::ui {
namespace {

using Kind = SettingsBasis::Kind;

const QString kGroup = QStringLiteral("experiment");
const QString kLost = QStringLiteral("lost");
const QString kBasis = QStringLiteral("experiment/basis");
const QString kName = QStringLiteral("experiment/name");
const QString kBeganAs = QStringLiteral("experiment/began_as");
const QString kSettings = QStringLiteral("experiment/settings");
const QString kSeed = QStringLiteral("experiment/seed");
const QString kSpeed = QStringLiteral("experiment/speed");

QString nameOf(Kind kind) {
  switch (kind) {
    case Kind::Preset:
      return QStringLiteral("preset");
    case Kind::File:
      return QStringLiteral("file");
    case Kind::Run:
      return QStringLiteral("run");
  }
  return {};
}

QString tomlOf(const config::ExperimentConfig& config) {
  return QString::fromStdString(config::toToml(config));
}

tl::unexpected<Error> gone(const QString& sentence) {
  return fail(ErrorCode::NotFound, sentence.toStdString());
}

// The first problem is enough for a sentence.
Result<config::ExperimentConfig> configOf(const QString& toml) {
  if (toml.trimmed().isEmpty()) {
    return gone(SessionRestore::tr("their text is missing."));
  }
  config::ReadOutcome outcome = config::readExperiment(toml.toStdString());
  if (!outcome.problems.empty()) {
    return tl::unexpected<Error>(config::errorOf({outcome.problems.front()}, {}));
  }
  return std::move(outcome.config);
}

}  // namespace

SessionRestore::SessionRestore(SettingsHistory& history, ExperimentSession& session,
                               QSettings* settings, QObject* parent)
    : QObject(parent), history_(history), session_(session), settings_(settings) {
  soon_.setSingleShot(true);
  soon_.setInterval(std::chrono::seconds(1));
  connect(&soon_, &QTimer::timeout, this, &SessionRestore::save);
}

void SessionRestore::begin(const std::vector<SettingsBasis>& presets, bool first_asked_for) {
  SettingsState state = stateOf(presets.front(), session_.seeds());
  if (settings_ != nullptr && settings_->contains(kBasis) && !first_asked_for) {
    if (Result<SettingsState> kept = remembered(presets)) {
      state = *std::move(kept);
    } else {
      const QString group = putAside();
      Q_EMIT lost(tr("Settings of the experiment"),
                  tr("The settings of last time cannot come back: %1 The window begins with the "
                     "preset \u201c%2\u201d. Their text stays in %3, under %4.")
                      .arg(QString::fromStdString(said(kept.error())), presets.front().title,
                           QDir::toNativeSeparators(settings_->fileName()), group));
    }
  }
  history_.begin(state);
  if (settings_ != nullptr) {
    const auto later = [this] { soon_.start(); };
    connect(&history_, &SettingsHistory::basisChanged, this, later);
    connect(&session_, &ExperimentSession::configChanged, this, later);
    connect(&session_, &ExperimentSession::seedsChanged, this, later);
    connect(&session_, &ExperimentSession::speedChanged, this, later);
  }
}

QString SessionRestore::putAside() {
  settings_->beginGroup(kGroup);
  const QStringList keys = settings_->childKeys();
  const QStringList groups = settings_->childGroups();
  int number = 1;
  const auto name = [&] { return kLost + QString::number(number); };
  while (groups.contains(name())) {
    ++number;
  }
  for (const QString& key : keys) {
    settings_->setValue(name() + QLatin1Char('/') + key, settings_->value(key));
    settings_->remove(key);
  }
  settings_->endGroup();
  return kGroup + QLatin1Char('/') + name();
}

Result<SettingsBasis> SessionRestore::rememberedBasis(
    const std::vector<SettingsBasis>& presets) const {
  const QString kind = settings_->value(kBasis).toString();
  const QString name = settings_->value(kName).toString();
  if (kind == nameOf(Kind::Preset)) {
    const auto found = std::ranges::find_if(presets, [&](const SettingsBasis& preset) {
      return preset.kind == Kind::Preset && preset.name == name;
    });
    if (found == presets.end()) {
      return gone(tr("there is no preset \u201c%1\u201d any more.").arg(name));
    }
    return *found;
  }
  if (kind != nameOf(Kind::File) && kind != nameOf(Kind::Run)) {
    return gone(tr("they began as \u201c%1\u201d, which is not known.").arg(kind));
  }
  W2S_TRY(const config::ExperimentConfig config, configOf(settings_->value(kBeganAs).toString()));
  return kind == nameOf(Kind::File) ? fileBasis(name, config) : runBasis(name, config);
}

Result<SettingsState> SessionRestore::remembered(const std::vector<SettingsBasis>& presets) const {
  if (sealOf(*settings_, kGroup) == Seal::Broken) {
    return gone(
        tr("they are not as they were stored; the file is damaged, or an editor changed "
           "it."));
  }
  W2S_TRY(const SettingsBasis basis, rememberedBasis(presets));
  SettingsState state = stateOf(basis, session_.seeds());
  if (settings_->contains(kSettings)) {
    W2S_TRY(state.config, configOf(settings_->value(kSettings).toString()));
  }
  bool read = false;
  if (auto seeds = seedsOfWindow(settings_->value(kSeed).toString().toStdString())) {
    state.seeds = *std::move(seeds);
  }
  const double speed = settings_->value(kSpeed).toDouble(&read);
  if (read && std::isfinite(speed) && speed >= 0.0) {
    state.speed = speed;
  }
  return state;
}

void SessionRestore::save() {
  soon_.stop();
  if (settings_ == nullptr) {
    return;
  }
  const SettingsState state = history_.state();
  if (!config::validate(state.config).empty()) {
    return;
  }
  const auto keep = [this](const QString& key, bool wanted,
                           const config::ExperimentConfig& config) {
    if (wanted) {
      settings_->setValue(key, tomlOf(config));
    } else {
      settings_->remove(key);
    }
  };
  settings_->setValue(kBasis, nameOf(state.basis.kind));
  settings_->setValue(kName, state.basis.name);
  keep(kBeganAs, state.basis.kind != Kind::Preset, state.basis.config);
  keep(kSettings, !(state.config == state.basis.config), state.config);
  settings_->setValue(kSeed, QString::fromStdString(seedsText(state.seeds)));
  settings_->setValue(kSpeed, state.speed);
  sealGroup(*settings_, kGroup);
}

}  // namespace w2s::ui
