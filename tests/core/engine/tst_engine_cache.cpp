// The student from the cache, its ceiling when training goes on, the initial student, and what a
// paused run holds.
#include <algorithm>
#include <map>
#include <thread>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/engine/runner.h"
#include "core/store/recorded_run.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_experiment.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::engine;
using test::runFile;

namespace {

class ThreadNotingSink final : public test::RecordingSink {
 public:
  void onEvent(const std::string& run_id, const Event& event) override {
    if (std::this_thread::get_id() == main_) {
      ++on_main_thread;
    }
    RecordingSink::onEvent(run_id, event);
  }
  std::atomic<int> on_main_thread{0};

 private:
  std::thread::id main_ = std::this_thread::get_id();
};

struct Lab {
  QTemporaryDir folder;
  std::filesystem::path workspace = folder.path().toStdString();
  ThreadNotingSink sink;
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
  std::string finish(const RunRequest& request) {
    const auto run = start(request);
    runner->wait({run});
    return run->id();
  }
  StageFinished finished(const std::string& id, const StageId& stage) {
    for (const auto& event : sink.all<StageFinished>(id)) {
      if (event.stage == stage) {
        return event;
      }
    }
    qFatal("the stage %s did not finish", stage.c_str());
  }
  RunSummary summary(const std::string& id) {
    const auto all = sink.all<RunFinished>(id);
    if (all.size() != 1) {
      const auto failures = sink.all<RunFailed>(id);
      qFatal("the run did not finish: %s",
             failures.empty() ? "?" : failures[0].error.message.c_str());
    }
    return all[0].summary;
  }
};

RunRequest requestOf(const config::ExperimentConfig& config = test::smallExperiment()) {
  RunRequest request;
  request.config = config;
  request.seed = 3;
  return request;
}

config::ExperimentConfig withSteps(std::int64_t steps) {
  auto config = test::smallExperiment();
  config.optimizer.steps = steps;
  config.objective.confidence_weight.warmup =
      0.0;  // a share of the steps, so another one in a longer run
  return config;
}

// Waits for its first steps.
bool trainsItsCeiling(Lab& lab, const RunHandle& run) {
  return lab.sink.waitFor(run.id(), [](const Event& event) {
    const auto* steps = std::get_if<StepsMeasured>(&event);
    return steps != nullptr && steps->stage == stage::kCeiling;
  });
}

}  // namespace

class TstEngineCache : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aStudentFromTheCacheBringsItsRecord() {
    Lab lab;
    const std::string first = lab.finish(requestOf());
    const std::string second = lab.finish(requestOf());
    QVERIFY(!lab.finished(first, stage::kStudent).from_cache);
    QVERIFY(lab.finished(second, stage::kStudent).from_cache);
    for (const char* file :
         {"series/student.csv", "series/student.predictions.bin", "predictions.safetensors"}) {
      QVERIFY(!runFile(lab.workspace, first, file).empty());
      QVERIFY2(runFile(lab.workspace, first, file) == runFile(lab.workspace, second, file), file);
    }
    QCOMPARE(lab.summary(second).student.accuracy, lab.summary(first).student.accuracy);
    QCOMPARE(lab.summary(second).oracle.step, lab.summary(first).oracle.step);
    const auto plan = lab.sink.all<RunStarted>(second).at(0).stages;
    QVERIFY(std::ranges::all_of(plan, &PlannedStage::cached));
  }

  void aStudentIsTrainedAnewOnRequest() {
    Lab lab;
    lab.finish(requestOf());
    RunRequest fresh = requestOf();
    fresh.fresh = true;
    QVERIFY(!lab.finished(lab.finish(fresh), stage::kStudent).from_cache);
  }

  void aStudentThatWasSteeredIsNotKept() {
    Lab lab;
    RunRequest steered = requestOf();
    steered.replay = {
        {.step = 10, .parameter = LiveParameter::KdWeight, .old_value = 1.0, .new_value = 0.5}};
    const std::string changed = lab.finish(steered);
    const std::string plain = lab.finish(requestOf());
    QVERIFY(!lab.finished(plain, stage::kStudent).from_cache);
    QVERIFY(runFile(lab.workspace, changed, "series/student.csv") !=
            runFile(lab.workspace, plain, "series/student.csv"));
    // And the plain one does not stand in for it.
    QVERIFY(!lab.finished(lab.finish(steered), stage::kStudent).from_cache);
  }

  // The changes before its checkpoint are not made again, and still are in its weights.
  void aSteeredStudentThatGoesOnIsNotKept() {
    Lab lab;
    RunRequest slow = requestOf();
    slow.steps_per_second = 200.0;
    const auto cut = lab.start(slow);
    const auto evaluated_after = [&](std::int64_t step) {
      return lab.sink.waitFor(cut->id(), [step](const Event& event) {
        const auto* evaluated = std::get_if<Evaluated>(&event);
        return evaluated != nullptr && evaluated->stage == stage::kStudent &&
               evaluated->evaluation.step > step;
      });
    };
    QVERIFY(evaluated_after(0));
    cut->set(LiveParameter::KdWeight, 0.5);
    QVERIFY(lab.sink.waitForCount<Intervened>(cut->id(), 1));
    QVERIFY(evaluated_after(lab.sink.all<Intervened>(cut->id())[0].intervention.step));
    cut->stop(StopMode::Keep);
    lab.runner->wait({cut});
    RunRequest resumed;
    resumed.resume_id = cut->id();
    lab.finish(resumed);
    QCOMPARE(lab.sink.all<RunFinished>(cut->id()).size(), std::size_t{1});
    QVERIFY(!lab.finished(lab.finish(requestOf()), stage::kStudent).from_cache);
  }

  void anExtensionTakesItsCeilingAlong() {
    Lab lab;
    const std::string shorter = lab.finish(requestOf(withSteps(40)));
    RunRequest extension;
    extension.resume_id = shorter;
    extension.extend_to_steps = 120;
    const std::string extended = lab.finish(extension);
    Lab other;
    const std::string whole = other.finish(requestOf(withSteps(120)));
    for (const char* file : {"series/student.csv", "series/ceiling.csv"}) {
      QVERIFY2(runFile(lab.workspace, extended, file) == runFile(other.workspace, whole, file),
               file);
    }
    QCOMPARE(lab.summary(extended).ceiling.accuracy, other.summary(whole).ceiling.accuracy);
    QCOMPARE(*lab.summary(extended).pgr.signed_value, *other.summary(whole).pgr.signed_value);
  }

  void anExtensionThatTrainsNothingIsRefused() {
    Lab lab;
    const std::string id = lab.finish(requestOf(withSteps(40)));
    RunRequest extension;
    extension.resume_id = id;
    extension.extend_to_steps = 40;
    const std::string refused = lab.finish(extension);
    const auto failures = lab.sink.all<RunFailed>(refused);
    QCOMPARE(failures.size(), std::size_t{1});
    QVERIFY2(failures[0].error.message.find("40") != std::string::npos,
             failures[0].error.message.c_str());
    QVERIFY(!std::filesystem::exists(store::runsFolder(lab.workspace) / refused));
  }

  void aReplayOnOtherRowsIsRefused() {
    Lab lab;
    const std::string id = lab.finish(requestOf());
    RunRequest replay = requestOf();
    replay.is_replay = true;
    replay.replay_of = id;
    lab.summary(lab.finish(replay));  // on the same data it runs
    replay.config.task.transfer_rows = 500;
    const std::string refused = lab.finish(replay);
    QCOMPARE(lab.sink.all<RunFailed>(refused).size(), std::size_t{1});
  }

  void theInitialModelsAreEvaluated() {
    Lab lab;
    const std::string id = lab.finish(requestOf());
    const auto run = store::loadRun(store::runsFolder(lab.workspace) / id);
    QVERIFY(run.has_value());
    for (const char* stage : {stage::kStudent, stage::kCeiling}) {
      const auto& evaluations = run->stages.at(stage).evaluations;
      QCOMPARE(evaluations.front().step, 0);
      // A linear head begins at zero: it gives every row the first class, and the loss is that of
      // ten equal classes.
      QVERIFY(std::abs(evaluations.front().test.loss - std::log(10.0)) < 1e-6);
    }
    const RunSummary summary = lab.summary(id);
    QCOMPARE(summary.initial.accuracy,
             run->stages.at(stage::kStudent).evaluations.front().test.accuracy);
    QVERIFY(summary.oracle.step > 0);
    QVERIFY(summary.best_agreement.step > 0);
  }

  void theReferenceLearnsFromTheWeakRows() {
    Lab lab;
    auto config = test::smallExperiment();
    config.reference.weak_rows = true;
    const std::string id = lab.finish(requestOf(config));
    const RunSummary summary = lab.summary(id);
    QVERIFY(summary.reference.has_value());
    QCOMPARE(summary.reference->n, config.task.test_rows);
    QVERIFY(summary.reference->accuracy > 0.3);
    // Other numbers than the ceiling's: other rows.
    QVERIFY(runFile(lab.workspace, id, "series/weak_rows_reference.csv") !=
            runFile(lab.workspace, id, "series/ceiling.csv"));
    // It changes nothing of the experiment itself.
    Lab plain;
    const std::string without = plain.finish(requestOf());
    QVERIFY(runFile(lab.workspace, id, "series/student.csv") ==
            runFile(plain.workspace, without, "series/student.csv"));
    QVERIFY(!plain.summary(without).reference.has_value());
  }

  void nothingIsReportedOnTheCallersThread() {
    Lab lab;
    lab.finish(requestOf());
    QCOMPARE(lab.sink.on_main_thread.load(), 0);
  }

  // Cells of a study that differ in the objective: whatever they have in common is made by one of them, though all
  // begin at once.
  void whatRunsShareIsTrainedOnceThoughTheyBeginTogether() {
    Lab lab(4);
    std::vector<std::shared_ptr<RunHandle>> runs;
    for (const double weight : {0.0, 0.2, 0.4, 0.6, 0.8, 1.0}) {
      RunRequest request = requestOf();
      request.config.objective.confidence_weight.base = weight;
      runs.push_back(lab.start(request));
    }
    lab.runner->wait(runs);
    std::map<StageId, int> trained;
    for (const auto& run : runs) {
      lab.summary(run->id());
      for (const StageFinished& event : lab.sink.all<StageFinished>(run->id())) {
        trained[event.stage] += event.from_cache ? 0 : 1;
      }
    }
    QCOMPARE(trained.at(stage::kStudent), 6);
    for (const StageId& shared : {stage::kWeak, stage::kWeakLabels, stage::kCeiling}) {
      QVERIFY2(trained.at(shared) == 1,
               (shared + " " + std::to_string(trained.at(shared))).c_str());
    }
  }

  // Nobody waits for a stage that stands still.
  void aPausedRunKeepsNobodyFromWhatTheyShare() {
    Lab lab(2);
    RunRequest paused = requestOf();
    paused.config.optimizer.steps = 100'000;
    paused.config.evaluation.every = 1000;
    RunRequest other = paused;
    other.config.objective.confidence_weight.base = 0.8;
    const auto first = lab.start(paused);
    QVERIFY(trainsItsCeiling(lab, *first));
    first->pause();
    QVERIFY(lab.sink.waitForCount<RunPaused>(first->id(), 1));
    const auto second = lab.start(other);
    QVERIFY(trainsItsCeiling(lab, *second));
    second->stop(StopMode::Discard);
    first->stop(StopMode::Discard);
    lab.runner->wait({first, second});
  }

  // Nor for one that is held to a speed.
  void aSlowRunKeepsNobodyFromWhatTheyShare() {
    Lab lab(4);
    RunRequest slow = requestOf();
    slow.steps_per_second = 0.5;
    RunRequest other = requestOf();
    other.config.objective.confidence_weight.base = 0.8;
    const auto first = lab.start(slow);
    QVERIFY(lab.sink.waitForCount<RunStarted>(first->id(), 1));
    lab.summary(lab.finish(other));
    QVERIFY(!first->isOver());
    first->stop(StopMode::Discard);
    lab.runner->wait({first});
  }

  void aPausedRunHoldsNoWorker() {
    Lab lab(1);
    RunRequest paused = requestOf();
    paused.start_paused = true;
    const auto waiting = lab.start(paused);
    QVERIFY(lab.sink.waitForCount<RunPaused>(waiting->id(), 1));
    // The only worker is free for another run.
    RunRequest other = requestOf();
    other.seed = 4;
    lab.summary(lab.finish(other));
    QVERIFY(!waiting->isOver());
    waiting->resume();
    lab.runner->wait({waiting});
    lab.summary(waiting->id());
  }
};

W2S_TEST(TstEngineCache)
#include "tst_engine_cache.moc"
