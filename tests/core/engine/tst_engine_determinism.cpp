// Equal seeds give equal bits: run twice, on one worker or two, paused and stepped, stopped and
// resumed, replayed with its interventions, from the cache or computed. And stored weak labels are
// what live supervision gives.
#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/config/planned_steps.h"
#include "core/engine/runner.h"
#include "core/store/recorded_run.h"
#include "core/store/run_overview.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_experiment.h"
#include "tests/support/step_rows.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::engine;
using test::runFile;

namespace {

struct Lab {
  QTemporaryDir folder;
  std::filesystem::path workspace = folder.path().toStdString();
  test::RecordingSink sink;
  std::unique_ptr<Runner> runner;

  explicit Lab(int workers = 2) {
    runner =
        std::move(*makeRunner({.workspace = workspace, .data_folder = {}, .workers = workers}));
  }
  std::shared_ptr<RunHandle> start(const RunRequest& request) {
    auto handle = runner->start(request, sink);
    if (!handle) {
      qFatal("%s", handle.error().message.c_str());
    }
    return *handle;
  }
  std::string finish(const std::shared_ptr<RunHandle>& run) {
    runner->wait({run});
    if (sink.all<RunFinished>(run->id()).size() != 1) {
      const auto failures = sink.all<RunFailed>(run->id());
      qFatal("the run did not finish: %s",
             failures.empty() ? "?" : failures[0].error.message.c_str());
    }
    return run->id();
  }
  std::string runWhole(const RunRequest& request) {
    return finish(start(request));
  }
  store::RecordedRun recorded(const std::string& id) {
    return std::move(*store::loadRun(store::runsFolder(workspace) / id));
  }
};

RunRequest requestOf(config::ExperimentConfig config, std::int64_t seed = 3) {
  RunRequest request;
  request.config = std::move(config);
  request.seed = seed;
  request.fresh = true;  // trained, whatever the cache holds
  return request;
}

// What must be equal to the bit between two runs.
struct Bits {
  std::string student_series;
  std::string ceiling_series;
  std::string predictions;
  std::vector<double> accuracies;

  Bits(Lab& lab, const std::string& id)
      : student_series(runFile(lab.workspace, id, "series/student.csv")),
        ceiling_series(runFile(lab.workspace, id, "series/ceiling.csv")),
        predictions(runFile(lab.workspace, id, "predictions.safetensors")) {
    const auto recorded = lab.recorded(id);
    for (const auto& evaluation : recorded.stages.at(stage::kStudent).evaluations) {
      accuracies.push_back(static_cast<double>(evaluation.step));
      accuracies.push_back(evaluation.test.accuracy);
      accuracies.push_back(evaluation.test.loss);
      accuracies.push_back(evaluation.validation_agreement);
    }
  }
  bool operator==(const Bits&) const = default;
};

config::ExperimentConfig configOf(bool fine_tuning) {
  return fine_tuning ? test::smallFineTuning() : test::smallExperiment();
}

}  // namespace

class TstEngineDeterminism : public QObject {
  Q_OBJECT

 private:
  static void bothKinds() {
    QTest::addColumn<bool>("fine_tuning");
    QTest::newRow("head on cached features") << false;
    QTest::newRow("backbone in the step") << true;
  }

 private Q_SLOTS:
  void twoRunsAreEqual_data() {
    bothKinds();
  }
  void twoRunsAreEqual() {
    QFETCH(bool, fine_tuning);
    Lab first;
    Lab second;
    const Bits a(first, first.runWhole(requestOf(configOf(fine_tuning))));
    const Bits b(second, second.runWhole(requestOf(configOf(fine_tuning))));
    QVERIFY(!a.student_series.empty());
    QVERIFY(a == b);
    const Bits other_seed(first, first.runWhole(requestOf(configOf(fine_tuning), 4)));
    QVERIFY(!(a == other_seed));
  }

  void oneWorkerEqualsTwo_data() {
    bothKinds();
  }
  void oneWorkerEqualsTwo() {
    QFETCH(bool, fine_tuning);
    Lab one(1);
    Lab two(2);
    QVERIFY(Bits(one, one.runWhole(requestOf(configOf(fine_tuning)))) ==
            Bits(two, two.runWhole(requestOf(configOf(fine_tuning)))));
  }

  // Three stages that train whole backbones side by side, the features of which two look for in the
  // same cache.
  void aCommonCeilingTrainedWholeIsEqualOnAnyNumberOfWorkers() {
    config::ExperimentConfig config = test::smallFineTuning();
    config.strong = {.backbone = config::FashionSslBackbone{},
                     .head = config::LinearHead{},
                     .tuning = config::Tuning::Full};
    config.optimizer.steps = 12;
    config.evaluation.every = 6;
    config::OwnRecipe recipe{.optimizer = config.optimizer};
    recipe.optimizer.steps = 8;
    config.common_ceiling = {.train = true, .model = config.strong, .recipe = recipe};
    Lab one(1);
    const std::string alone = one.runWhole(requestOf(config));
    const std::string common = runFile(one.workspace, alone, "series/common_ceiling.csv");
    QVERIFY(!common.empty());
    for (const int workers : {2, 3}) {
      Lab lab(workers);
      const std::string id = lab.runWhole(requestOf(config));
      QVERIFY(Bits(one, alone) == Bits(lab, id));
      QCOMPARE(runFile(lab.workspace, id, "series/common_ceiling.csv"), common);
    }
  }

  void theCeilingFromTheCacheBringsItsRecordedCurve() {
    Lab lab;
    const std::string first = lab.runWhole(requestOf(test::smallExperiment()));
    auto changed = test::smallExperiment();
    changed.objective.kd_weight.base = 0.7;
    const std::string second = lab.runWhole(requestOf(changed));
    QCOMPARE(runFile(lab.workspace, first, "series/ceiling.csv"),
             runFile(lab.workspace, second, "series/ceiling.csv"));
    QVERIFY(runFile(lab.workspace, first, "series/student.csv") !=
            runFile(lab.workspace, second, "series/student.csv"));
    for (const auto& finished : lab.sink.all<StageFinished>(second)) {
      QCOMPARE(finished.from_cache, finished.stage != stage::kStudent);
    }
  }

  void pausedAndSteppedEqualsUninterrupted_data() {
    bothKinds();
  }
  void pausedAndSteppedEqualsUninterrupted() {
    QFETCH(bool, fine_tuning);
    Lab lab;
    const Bits straight(lab, lab.runWhole(requestOf(configOf(fine_tuning))));
    RunRequest request = requestOf(configOf(fine_tuning));
    request.start_paused = true;
    const auto run = lab.start(request);
    std::size_t pauses = 1;
    QVERIFY(lab.sink.waitForCount<RunPaused>(run->id(), pauses));
    for (const StepUnit unit :
         {StepUnit::Batch, StepUnit::Batch, StepUnit::Evaluation, StepUnit::Epoch}) {
      run->step(unit);
    }
    run->setSpeed(2000.0);
    run->resume();
    run->pause();
    run->resume();
    run->setSpeed(0.0);
    QVERIFY(straight == Bits(lab, lab.finish(run)));
  }

  void stoppedAndResumedEqualsUninterrupted_data() {
    bothKinds();
  }
  void stoppedAndResumedEqualsUninterrupted() {
    QFETCH(bool, fine_tuning);
    Lab reference;
    const Bits straight(reference, reference.runWhole(requestOf(configOf(fine_tuning))));

    Lab lab;
    RunRequest request = requestOf(configOf(fine_tuning));
    request.steps_per_second = 200.0;  // slow enough to be caught in the middle
    const auto first = lab.start(request);
    QVERIFY(lab.sink.waitFor(first->id(), [](const Event& event) {
      const auto* evaluated = std::get_if<Evaluated>(&event);
      return evaluated != nullptr && evaluated->stage == stage::kStudent &&
             evaluated->evaluation.step > 0;
    }));
    first->stop(StopMode::Keep);
    lab.runner->wait({first});
    QCOMPARE(lab.sink.all<RunStopped>(first->id()).size(), std::size_t{1});
    QCOMPARE(lab.recorded(first->id()).state, store::RunState::Stopped);
    const auto cut = store::overviewOf(store::runsFolder(lab.workspace) / first->id());
    QVERIFY(cut.student_resumes_at > 0);
    QVERIFY(cut.listing.seconds > 0.0);

    RunRequest again;
    again.resume_id = first->id();
    const auto second = lab.start(again);
    QCOMPARE(second->id(), first->id());
    QVERIFY(straight == Bits(lab, lab.finish(second)));
    // It went on where the folder had said, and its time is that of both sittings.
    std::int64_t resumed_at = 0;
    for (const auto& started : lab.sink.all<StageStarted>(first->id())) {
      resumed_at = started.stage == stage::kStudent ? started.resumed_at : resumed_at;
    }
    QCOMPARE(resumed_at, cut.student_resumes_at);
    QVERIFY(lab.recorded(first->id()).summary->seconds > cut.listing.seconds);
  }

  void aReplayRepeatsTheInterventions_data() {
    bothKinds();
  }
  void aReplayRepeatsTheInterventions() {
    QFETCH(bool, fine_tuning);
    Lab lab;
    RunRequest request = requestOf(configOf(fine_tuning));
    request.steps_per_second = 200.0;
    const auto run = lab.start(request);
    QVERIFY(lab.sink.waitFor(run->id(), [](const Event& event) {
      const auto* steps = std::get_if<StepsMeasured>(&event);
      return steps != nullptr && steps->stage == stage::kStudent;
    }));
    run->set(LiveParameter::KdWeight, 0.4);
    run->set(LiveParameter::LearningRate, 1e-2);
    run->set(LiveParameter::Temperature, 2.5);
    run->set(LiveParameter::Steps, static_cast<double>(request.config.optimizer.steps + 7));
    const std::string id = lab.finish(run);
    const auto recorded = lab.recorded(id);
    QCOMPARE(recorded.interventions.size(), std::size_t{4});
    QCOMPARE(recorded.stages.at(stage::kStudent).series.lastStep(),
             request.config.optimizer.steps + 7);

    RunRequest replay = requestOf(recorded.manifest.config, recorded.manifest.seed);
    replay.replay = recorded.interventions;
    const std::string repeated = lab.runWhole(replay);
    QVERIFY(Bits(lab, id) == Bits(lab, repeated));
    QCOMPARE(lab.recorded(repeated).interventions.size(), std::size_t{4});
    // And it did matter.
    QVERIFY(!(Bits(lab, id) == Bits(lab, lab.runWhole(requestOf(recorded.manifest.config,
                                                                recorded.manifest.seed)))));
  }

  void aReplayStoppedBeforeItsInterventionsMakesThemWhenResumed() {
    Lab lab;
    RunRequest replay = requestOf(test::smallExperiment());
    replay.is_replay = true;
    replay.replay = {
        {.step = 5, .parameter = LiveParameter::KdWeight, .old_value = 1.0, .new_value = 0.4},
        {.step = 40, .parameter = LiveParameter::Temperature, .old_value = 1.0, .new_value = 2.5}};
    const Bits straight(lab, lab.runWhole(replay));
    replay.start_paused = true;
    const auto run = lab.start(replay);
    QVERIFY(lab.sink.waitForCount<RunPaused>(run->id(), 1));
    run->stop(StopMode::Keep);
    lab.runner->wait({run});
    QVERIFY(lab.recorded(run->id()).interventions.empty());

    RunRequest again;
    again.resume_id = run->id();
    const auto resumed = lab.start(again);
    resumed->set(LiveParameter::KdWeight, 9.0);  // a replay takes none, resumed or not
    QVERIFY(straight == Bits(lab, lab.finish(resumed)));
    QCOMPARE(lab.recorded(run->id()).interventions.size(), std::size_t{2});
  }

  void anExtensionStoppedAtOnceKeepsItsNumberOfSteps() {
    Lab lab;
    const std::string id = lab.runWhole(requestOf(test::smallExperiment()));
    RunRequest request;
    request.resume_id = id;
    request.extend_to_steps = 150;
    const Bits straight(lab, lab.runWhole(request));
    request.start_paused = true;
    const auto run = lab.start(request);
    QVERIFY(lab.sink.waitForCount<RunPaused>(run->id(), 1));
    run->stop(StopMode::Keep);
    lab.runner->wait({run});

    RunRequest again;
    again.resume_id = run->id();
    QVERIFY(straight == Bits(lab, lab.finish(lab.start(again))));
  }

  void aPauseIsToldOnceHoweverManyStagesMeetIt() {
    Lab lab;
    RunRequest request = requestOf(test::smallExperiment());
    request.start_paused = true;
    const auto run = lab.start(request);
    QVERIFY(lab.sink.waitForCount<RunPaused>(run->id(), 1));
    QTRY_COMPARE(run->seconds(), run->seconds());  // nobody works, so that nothing is counted
    run->resume();
    const std::string id = lab.finish(run);
    QCOMPARE(lab.sink.all<RunPaused>(id).size(), std::size_t{1});
    QCOMPARE(lab.sink.all<RunContinued>(id).size(), std::size_t{1});
  }

  void anExtensionEqualsRaisingTheStepsInTime() {
    Lab lab;
    const std::string id = lab.runWhole(requestOf(test::smallExperiment()));
    const Bits before(lab, id);
    RunRequest request;
    request.resume_id = id;
    request.extend_to_steps = 150;
    const std::string longer = lab.runWhole(request);
    QVERIFY(longer != id);
    QVERIFY(before == Bits(lab, id));  // the original is untouched
    const auto recorded = lab.recorded(longer);
    QCOMPARE(recorded.stages.at(stage::kStudent).series.lastStep(), std::int64_t{150});
    RunRequest replay = requestOf(recorded.manifest.config, recorded.manifest.seed);
    replay.replay = recorded.interventions;
    QVERIFY(Bits(lab, longer) == Bits(lab, lab.runWhole(replay)));
  }

  void aRunTrainedOnIsALongerRunWhereNoScheduleRunsOverItsSteps_data() {
    QTest::addColumn<double>("warmup");
    QTest::newRow("constant weights") << 0.0;
    QTest::newRow("a weight with a warm-up") << 0.2;
  }
  void aRunTrainedOnIsALongerRunWhereNoScheduleRunsOverItsSteps() {
    QFETCH(double, warmup);
    Lab lab;
    auto config = test::smallExperiment();
    config.objective.confidence_weight.warmup = warmup;
    RunRequest request;
    request.resume_id = lab.runWhole(requestOf(config));
    request.extend_to_steps = 150;
    const std::string extended = lab.runWhole(request);
    config.optimizer.steps = 150;
    const std::string planned = lab.runWhole(requestOf(config));
    const bool are_equal = runFile(lab.workspace, extended, "series/student.csv") ==
                           runFile(lab.workspace, planned, "series/student.csv");
    QCOMPARE(are_equal, config::whatMoreStepsMean(config, 120, 150).text.empty());
    QCOMPARE(are_equal, warmup == 0.0);
  }

  void liveSupervisionGivesTheStoredLossCurve_data() {
    bothKinds();
  }
  void liveSupervisionGivesTheStoredLossCurve() {
    QFETCH(bool, fine_tuning);
    Lab lab;
    auto config = configOf(fine_tuning);
    const auto stored = lab.recorded(lab.runWhole(requestOf(config)));
    config.supervision.delivery = config::Delivery::Live;
    const auto live = lab.recorded(lab.runWhole(requestOf(config)));
    const auto& a = stored.stages.at(stage::kStudent).series.column("total");
    const auto& b = live.stages.at(stage::kStudent).series.column("total");
    QCOMPARE(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
      QVERIFY2(std::abs(a[i] - b[i]) <= 1e-6, qPrintable(QString("step %1").arg(i + 1)));
    }
  }

  void theTotalIsTheWeightedSumOfItsTerms() {
    Lab lab;
    auto config = test::smallExperiment();
    config.objective.ground_truth_weight.base = 0.3;
    config.objective.entropy_weight.base = 0.05;
    const std::string id = lab.runWhole(requestOf(config));
    for (const test::StepRow& row :
         test::rowsOf(lab.recorded(id).stages.at(stage::kStudent).series)) {
      double total = 0.0;
      total += row.kd_weight * row.kd;
      total += row.confidence_weight != 0.0 ? row.confidence_weight * row.confidence : 0.0;
      total += row.ground_truth_weight * row.ground_truth;
      total += row.entropy_weight * row.entropy;
      QCOMPARE(row.total, total);
    }
  }
};

W2S_TEST(TstEngineDeterminism)
#include "tst_engine_determinism.moc"
