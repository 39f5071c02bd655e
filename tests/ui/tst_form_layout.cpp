// What stands where in the settings form: every setting once, parts below what they belong to.
#include <algorithm>
#include <set>

#include <QTest>

#include "core/config/presets.h"
#include "core/config/settings.h"
#include "tests/support/test_main.h"
#include "ui/form/form_layout.h"

using namespace w2s;
using namespace w2s::ui;

namespace {

const FormRow* rowOf(const std::vector<FormSection>& sections, std::string_view key) {
  for (const FormSection& section : sections) {
    for (const FormRow& row : section.rows) {
      if (row.field.key == key) {
        return &row;
      }
    }
  }
  return nullptr;
}

}  // namespace

class TstFormLayout : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void holdsEverySettingOnce_data() {
    QTest::addColumn<QString>("preset");
    const auto presets = config::listPresets();
    QVERIFY(presets);
    for (const config::PresetInfo& preset : *presets) {
      QTest::newRow(preset.name.c_str()) << QString::fromStdString(preset.name);
    }
  }
  void holdsEverySettingOnce() {
    QFETCH(QString, preset);
    const auto config = config::loadPreset(preset.toStdString());
    QVERIFY(config);
    std::multiset<std::string> shown;
    for (const FormSection& section : layoutOf(*config)) {
      QVERIFY(!section.rows.empty());
      for (const FormRow& row : section.rows) {
        shown.insert(row.field.key);
      }
    }
    std::multiset<std::string> described;
    for (const config::FormField& field : config::describe(*config)) {
      if (field.key != "schema") {  // one allowed value
        described.insert(field.key);
      }
    }
    QVERIFY(shown == described);
  }

  void sectionsFollowTheOrderOfTheForm() {
    QStringList ids;
    for (const FormSection& section : layoutOf({})) {
      ids += QString::fromStdString(section.id);
    }
    QCOMPARE(ids.join(QLatin1Char(' ')),
             QStringLiteral("weak strong objective optimizer weak_optimizer supervision task "
                            "evaluation common_ceiling reference experiment"));
  }

  void partsStandBelowWhatTheyBelongTo() {
    config::ExperimentConfig config;
    QVERIFY(config::applySetting(config, "objective.divergence", "jensen_shannon"));
    const auto sections = layoutOf(config);
    for (const FormSection& section : sections) {
      std::set<std::string> seen;
      for (const FormRow& row : section.rows) {
        QVERIFY2(row.owner.empty() || seen.contains(row.owner), row.field.key.c_str());
        QCOMPARE(row.depth > 0, !row.owner.empty());
        seen.insert(row.field.key);
      }
    }
    QCOMPARE(rowOf(sections, "objective.divergence.beta")->owner,
             std::string("objective.divergence"));
    QCOMPARE(rowOf(sections, "objective.confidence_weight.warmup")->owner,
             std::string("objective.confidence_weight.base"));
    QVERIFY(rowOf(layoutOf({}), "objective.divergence.beta") == nullptr);
  }

  void foldsWhatFewNeed() {
    const auto sections = layoutOf({});
    QCOMPARE(rowOf(sections, "objective.temperature")->fold, Fold::Open);
    QCOMPARE(rowOf(sections, "objective.entropy_weight.base")->fold, Fold::WithSection);
    QCOMPARE(rowOf(sections, "objective.entropy_weight.shape")->fold, Fold::WithOwner);
    QCOMPARE(rowOf(sections, "objective.kd_weight.shape")->fold, Fold::WithOwner);
    QCOMPARE(rowOf(sections, "weak.backbone")->fold, Fold::WithSection);
    QCOMPARE(rowOf(sections, "weak_optimizer.steps")->fold, Fold::WithSection);
  }

  void slidersStandWhereTheyCanReachTheNumbers_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("slider");
    const auto row = [](const char* key, bool slider) {
      QTest::newRow(key) << QString::fromLatin1(key) << slider;
    };
    row("objective.kd_weight.base", true);
    row("optimizer.learning_rate.base", true);
    row("optimizer.steps", true);
    row("task.weak_rows", true);
    row("optimizer.momentum", true);
    row("optimizer.weight_decay", false);  // a million values
    row("optimizer.clip_norm", false);     // up to a million
    row("optimizer.beta2", false);
    row("name", false);
    row("seeds", false);
  }
  void slidersStandWhereTheyCanReachTheNumbers() {
    QFETCH(QString, key);
    QFETCH(bool, slider);
    const auto fields = config::describe({});
    const config::FormField* field = findField(fields, key.toStdString());
    QVERIFY(field != nullptr);
    QCOMPARE(hasSlider(*field), slider);
  }

  void seedsAreJoinedAndReadBack() {
    for (const std::vector<std::int64_t>& seeds :
         {std::vector<std::int64_t>{0}, {0, 1}, {0, 1, 2, 3, 7}, {5, 4, 3}, {9, 0, 1, 2}}) {
      const auto read = config::parseSeeds(seedsText(seeds));
      QVERIFY(read);
      QVERIFY(*read == seeds);
    }
    QCOMPARE(seedsText({0, 1, 2, 3, 7}), std::string("0-3, 7"));
    QCOMPARE(seedsText({0, 1}), std::string("0, 1"));
  }
};

W2S_TEST(TstFormLayout)
#include "tst_form_layout.moc"
