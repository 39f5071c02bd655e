// Features of a frozen backbone are made once, by all workers together, ahead of the run where there is time, and with
// equal bits whoever makes them.
#include <algorithm>
#include <filesystem>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/engine/runner.h"
#include "core/store/workspace.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_experiment.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::engine;

namespace {

// Some chunks of rows, and a backbone whose work is worth sharing.
config::ExperimentConfig manyRows() {
  config::ExperimentConfig config = test::smallExperiment();
  config.task.transfer_rows = 1100;
  config.task.validation_rows = 300;
  config.task.test_rows = 2600;
  config.strong.backbone = config::ConvnetBackbone{.width = 8};
  config.strong.tuning = config::Tuning::HeadOnly;
  return config;
}

}  // namespace

class TstEngineFeatures : public QObject {
  Q_OBJECT

 private:
  test::RecordingSink sink_;

  std::unique_ptr<Runner> runner(const QTemporaryDir& folder, int workers) {
    return std::move(*makeRunner(
        {.workspace = folder.path().toStdString(), .data_folder = {}, .workers = workers}));
  }

  std::string finish(Runner& runner, const config::ExperimentConfig& config,
                     std::int64_t seed = 0) {
    auto run = runner.start({.config = config, .seed = seed}, sink_);
    if (!run) {
      qFatal("%s", run.error().message.c_str());
    }
    runner.wait({*run});
    return (*run)->id();
  }

  StageFinished featuresOf(const std::string& id) {
    for (const StageFinished& finished : sink_.all<StageFinished>(id)) {
      if (finished.stage == stage::kFeatures) {
        return finished;
      }
    }
    qFatal("no feature stage");
  }

  std::vector<double> accuraciesOf(const std::string& id) {
    std::vector<double> all;
    for (const Evaluated& evaluated : sink_.all<Evaluated>(id)) {
      if (evaluated.stage == stage::kStudent) {
        all.push_back(evaluated.evaluation.test.accuracy);
        all.push_back(evaluated.evaluation.test.loss);
      }
    }
    return all;
  }

 private Q_SLOTS:
  void anyNumberOfWorkersGivesEqualBits() {
    const QTemporaryDir alone;
    const QTemporaryDir together;
    const std::string first = finish(*runner(alone, 1), manyRows());
    const std::string second = finish(*runner(together, 3), manyRows());
    QVERIFY(!accuraciesOf(first).empty());
    QCOMPARE(accuraciesOf(first), accuraciesOf(second));
  }

  void progressGrowsToTheWhole() {
    const QTemporaryDir folder;
    const std::string id = finish(*runner(folder, 2), manyRows());
    std::int64_t before = 0;
    for (const StageProgressed& progress : sink_.all<StageProgressed>(id)) {
      QVERIFY(progress.done > before);
      QVERIFY(progress.done <= progress.total);
      before = progress.done;
    }
    QCOMPARE(before, std::int64_t{4000});
  }

  void whatWasPreparedIsThereAtTheStart() {
    const QTemporaryDir folder;
    const auto engine = runner(folder, 2);
    engine->prepare(manyRows(), 0);
    const QTemporaryDir other;  // the same run without a preparation
    const std::string id = finish(*runner(other, 1), manyRows());
    QTRY_VERIFY_WITH_TIMEOUT(hasFeatures(folder, 3), 60'000);
    const std::string prepared = finish(*engine, manyRows());
    QVERIFY(featuresOf(prepared).from_cache);
    QVERIFY(sink_.all<StageProgressed>(prepared).empty());
    QCOMPARE(accuraciesOf(prepared), accuraciesOf(id));
  }

  void aStartInTheMidstOfAPreparationGivesTheSameRun() {
    const QTemporaryDir folder;
    const auto engine = runner(folder, 2);
    const std::string reference = finish(*engine, manyRows(), 1);
    engine->prepare(manyRows(), 2);
    const std::string id = finish(*engine, manyRows(), 1);
    QCOMPARE(accuraciesOf(id), accuraciesOf(reference));
    engine->prepare(manyRows(), 3);
    engine->prepare(manyRows(), 4);
    QVERIFY(!accuraciesOf(finish(*engine, manyRows(), 3)).empty());
  }

  void aPauseAmidTheFeaturesCanBeDiscarded() {
    const QTemporaryDir folder;
    const auto engine = runner(folder, 3);
    for (std::int64_t seed = 0; seed < 8; ++seed) {
      auto run = engine->start({.config = manyRows(), .seed = seed}, sink_);
      QVERIFY(run.has_value());
      (*run)->pause();
      (*run)->stop(StopMode::Discard);
      engine->wait({*run});
      const auto events = sink_.events((*run)->id());
      QVERIFY(isTerminal(events.back()));
      QCOMPARE(std::count_if(events.begin(), events.end(), isTerminal), std::ptrdiff_t{1});
    }
  }

  void settingsThatCannotRunArePassedOver() {
    const QTemporaryDir folder;
    const auto engine = runner(folder, 2);
    config::ExperimentConfig wrong = manyRows();
    wrong.task.transfer_rows = 100'000;  // more than there are
    engine->prepare(wrong, 0);
    engine->prepare(test::smallFineTuning(), 0);  // nothing to make: its backbone is trained
    QVERIFY(!accuraciesOf(finish(*engine, manyRows())).empty());
  }

 private:
  static bool hasFeatures(const QTemporaryDir& folder, int wanted) {
    int found = 0;
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(
             store::cacheFolder(folder.path().toStdString()), missing)) {
      found += std::filesystem::exists(entry.path() / "features.safetensors") &&
                       std::filesystem::exists(entry.path() / "result.json")
                   ? 1
                   : 0;
    }
    return found >= wanted;
  }
};

W2S_TEST(TstEngineFeatures)
#include "tst_engine_features.moc"
