#include <algorithm>
#include <chrono>

#include <nlohmann/json.hpp>

#include <QtTest>

#include "tests/core/store/sample_run.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;

class TstManifest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void comesBackWhole() {
    Manifest manifest = sample::manifest("20261123-143012-fashion-demo-s0-ab12");
    manifest.created = "2026-11-23T14:30:12Z";
    manifest.extends = "older";
    manifest.experiment = "demo-0123";
    manifest.study = "alphas";
    manifest.planned_interventions = {{.step = 3, .old_value = 1.0, .new_value = 0.5}};
    const std::vector<std::string> terms{"kd", "margin"};
    manifest.series["student"] = *record::trainingSchema(terms);
    manifest.series["judge"] = {.columns = {{.name = "doubt", .unit = "bits"}}};
    const auto back = manifestFromJson(manifestToJson(manifest), "manifest.json");
    VERIFY_OK(back);
    QVERIFY(*back == manifest);
  }

  void badManifestsNameTheFileAndTheKey_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("cause");
    QTest::newRow("later schema") << QByteArray("schema") << QByteArray("2")
                                  << QByteArray("later version");
    QTest::newRow("seed as text") << QByteArray("seed") << QByteArray("\"7\"")
                                  << QByteArray("\"seed\" is not an integer");
    QTest::newRow("no versions") << QByteArray("versions") << QByteArray("null")
                                 << QByteArray("\"versions\"");
    QTest::newRow("bad configuration")
        << QByteArray("config") << QByteArray(R"({"objective": {"temperature": "hot"}})")
        << QByteArray("objective.temperature");
    QTest::newRow("stages are no list")
        << QByteArray("stages") << QByteArray("{}") << QByteArray("\"stages\" is not a list");
  }
  void badManifestsNameTheFileAndTheKey() {
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, cause);
    auto json = nlohmann::json::parse(manifestToJson(sample::manifest()));
    json[key.toStdString()] = nlohmann::json::parse(value.toStdString());
    const auto manifest = manifestFromJson(json.dump(), "runs/x/manifest.json");
    QVERIFY(!manifest.has_value());
    for (const std::string& part : {std::string("runs/x/manifest.json"), cause.toStdString()}) {
      QVERIFY2(manifest.error().message.find(part) != std::string::npos,
               manifest.error().message.c_str());
    }
  }

  // Of a run that a later version made.
  void whatIsUnknownIsKept() {
    auto json = nlohmann::json::parse(manifestToJson(sample::manifest()));
    json["carbon"] = {{"grams", 3.5}};
    json["config"]["judge"] = {{"rows", 100}};
    json["config"]["objective"]["sharpness"] = 2;
    json["config"]["objective"]["divergence"] = {{"kind", "alpha"}, {"alpha", 0.5}};
    json["series"] = {
        {"judge", {{"columns", {{{"name", "doubt"}, {"unit", "bits"}, {"quantity", "doubt"}}}}}}};
    const auto manifest = manifestFromJson(json.dump(), "manifest.json");
    VERIFY_OK(manifest);
    QCOMPARE(manifest->unknown_settings,
             (std::vector<std::string>{"judge", "objective.divergence", "objective.sharpness"}));
    QCOMPARE(manifest->config.objective.temperature, 1.0 / 3.0);
    QCOMPARE(manifest->series.at("judge").columns.front().quantity, record::Quantity::Other);
    const auto again = nlohmann::json::parse(manifestToJson(*manifest));
    QCOMPARE(again.at("carbon"), json.at("carbon"));
    QCOMPARE(again.at("config"), json.at("config"));
    const Status repeatable = checkRepeatable(*manifest);
    QVERIFY(!repeatable.has_value());
    QVERIFY(repeatable.error().message.find("objective.sharpness") != std::string::npos);
    VERIFY_OK(checkRepeatable(sample::manifest()));
  }

  // A later version may allow what this one refuses: a value out of its range, a setting of another
  // alternative, settings that do not go together here.
  void whatALaterVersionAllowsIsReadAndNamed() {
    auto json = nlohmann::json::parse(manifestToJson(sample::manifest()));
    json["config"]["objective"]["temperature"] = 1e9;
    json["config"]["strong"]["head"] = {{"kind", "linear"}, {"depth", 3}};
    json["config"]["supervision"]["delivery"] = "live";
    json["config"]["supervision"]["shuffle"] = true;
    const auto manifest = manifestFromJson(json.dump(), "manifest.json");
    VERIFY_OK(manifest);
    const auto& unknown = manifest->unknown_settings;
    for (const char* field :
         {"objective.temperature", "strong.head.depth", "supervision.shuffle"}) {
      QVERIFY2(std::ranges::find(unknown, field) != unknown.end(), field);
    }
    QVERIFY(!checkRepeatable(*manifest).has_value());
  }

  void anEarlierManifestHasNeitherIdsNorSeries() {
    auto json = nlohmann::json::parse(manifestToJson(sample::manifest()));
    for (const char* key :
         {"experiment", "study", "series", "data", "is_replay", "planned_interventions"}) {
      json.erase(key);
    }
    const auto manifest = manifestFromJson(json.dump(), "manifest.json");
    VERIFY_OK(manifest);
    QVERIFY(*manifest == sample::manifest());
  }

  void weakLabelsOfAnotherProgramAreRecorded() {
    Manifest made = sample::manifest();
    QVERIFY(manifestToJson(made).find("\"weak_labels\"") == std::string::npos);
    made.weak_labels_hash = "abc";
    const auto manifest = manifestFromJson(manifestToJson(made), "manifest.json");
    VERIFY_OK(manifest);
    QVERIFY(*manifest == made);
  }

  void anExperimentIsOneConfigurationOnOneDataSet() {
    config::ExperimentConfig config;
    const std::string id = experimentIdOf(config, "data");
    QVERIFY(id.starts_with("fashion-demo-"));
    config.seeds = {1, 2};
    config.description = "another";
    QCOMPARE(experimentIdOf(config, "data"), id);
    QVERIFY(experimentIdOf(config, "other data") != id);
    QCOMPARE(experimentIdOf(config, "data", ""), id);
    QVERIFY(experimentIdOf(config, "data", "weak labels") != id);
    QVERIFY(experimentIdOf(config, "data", "others") !=
            experimentIdOf(config, "data", "weak labels"));
    config.objective.temperature = 2.0;
    QVERIFY(experimentIdOf(config, "data") != id);
  }

  void versionsSayWhatIsRunning() {
    const Versions versions = currentVersions();
    QVERIFY(!versions.program.empty());
    QVERIFY(versions.libtorch.starts_with("2."));
    QVERIFY(!versions.compiler.empty());
  }

  void idsSortByTimeAndAreSafeFolderNames_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("plain") << QByteArray("fashion-demo")
                           << QByteArray("20261123-143012-fashion-demo-s0-ab12");
    QTest::newRow("spaces and case")
        << QByteArray("  My Run, 2nd ") << QByteArray("20261123-143012-my-run-2nd-s0-ab12");
    QTest::newRow("a path") << QByteArray("../../etc/passwd")
                            << QByteArray("20261123-143012-etc-passwd-s0-ab12");
    QTest::newRow("nothing left") << QByteArray("弱→強")
                                  << QByteArray("20261123-143012-run-s0-ab12");
    QTest::newRow("long") << QByteArray(200, 'x')
                          << QByteArray("20261123-143012-") + QByteArray(40, 'x') + "-s0-ab12";
  }
  void idsSortByTimeAndAreSafeFolderNames() {
    using namespace std::chrono;
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, id);
    const auto now = sys_days(2026y / 11 / 23) + 14h + 30min + 12s;
    QCOMPARE(QByteArray::fromStdString(makeRunId(name.toStdString(), 0, now, 0xFFFFAB12U)), id);
    QVERIFY(makeRunId(name.toStdString(), 0, now + 1s, 0) > id.toStdString());
    QCOMPARE(isoTime(now), std::string("2026-11-23T14:30:12Z"));
  }
};

W2S_TEST(TstManifest)
#include "tst_manifest.moc"
