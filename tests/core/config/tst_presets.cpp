#include <QTest>

#include "core/base/resources.h"
#include "core/config/presets.h"
#include "core/config/toml.h"
#include "core/config/validate.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::config;

class TstPresets : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyPresetIsValidAndSaysWhatToLookFor();
  void theFirstPresetIsTheDefaults();
  void unknownPresetsAreAnsweredWithASuggestion();
  void pathsAndNamesAreToldApart();
  void resourcesFollowTheEnvironment();
};

void TstPresets::everyPresetIsValidAndSaysWhatToLookFor() {
  const auto presets = listPresets();
  QVERIFY2(presets, presets ? "" : presets.error().message.c_str());
  QVERIFY(presets->size() >= 13);
  for (const PresetInfo& preset : *presets) {
    const auto config = loadPreset(preset.name);
    QVERIFY2(config, config ? "" : config.error().message.c_str());
    QCOMPARE(QString::fromStdString(config->name), QString::fromStdString(preset.name));
    QVERIFY2(!preset.title.empty() && preset.title.size() < 60, preset.name.c_str());
    QVERIFY2(preset.look_for.size() > 20, preset.name.c_str());
    QVERIFY(validate(*config, {.classes = 10}).empty());
  }
}

void TstPresets::theFirstPresetIsTheDefaults() {
  QCOMPARE(QString::fromStdString(listPresets()->front().name), QString("fashion-demo"));
  auto demo = loadPreset("fashion-demo");
  QVERIFY(demo);
  demo->description.clear();
  ExperimentConfig expected;
  expected.reference.weak_rows = true;  // a line to compare with; the experiment does without
  QVERIFY(*demo == expected);
}

void TstPresets::unknownPresetsAreAnsweredWithASuggestion() {
  const auto preset = loadPreset("fashion-dmeo");
  QVERIFY(!preset);
  QCOMPARE(preset.error().code, ErrorCode::NotFound);
  QVERIFY2(
      preset.error().message.starts_with("There is no preset \"fashion-dmeo\"; did you mean "
                                         "\"fashion-demo\"? Presets: fashion-demo, overfitting,"),
      preset.error().message.c_str());
  QVERIFY(!loadPreset("../presets/fashion-demo"));
}

void TstPresets::pathsAndNamesAreToldApart() {
  const auto path = resourceFile("presets/weaker-tree.toml");
  QVERIFY(path);
  const auto by_path = loadExperimentByNameOrPath(path->string());
  const auto by_name = loadExperimentByNameOrPath("weaker-tree");
  QVERIFY(by_path && by_name);
  QVERIFY(*by_path == *by_name);
  const auto missing = loadExperimentByNameOrPath("weaker-tree.toml");
  QVERIFY(!missing);
  QVERIFY(missing.error().message.find("no configuration file") != std::string::npos);
}

void TstPresets::resourcesFollowTheEnvironment() {
  qputenv("W2S_RESOURCES", "/nowhere");
  const auto presets = listPresets();
  qunsetenv("W2S_RESOURCES");
  QVERIFY(!presets);
  QVERIFY2(presets.error().message.find("/nowhere") != std::string::npos,
           presets.error().message.c_str());
  QVERIFY(listPresets());
}

W2S_TEST(TstPresets)
#include "tst_presets.moc"
