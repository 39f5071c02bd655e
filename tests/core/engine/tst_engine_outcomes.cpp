// Every run ends with exactly one terminal event, whatever happens to it: finish, stop, discard,
// divergence with each decision, damaged data, a full disk. And nothing that was there before is
// lost.
#include <algorithm>
#include <chrono>
#include <concepts>
#include <map>
#include <mutex>
#include <set>
#include <tuple>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/base/thread_priority.h"
#include "core/engine/runner.h"
#include "core/store/recorded_run.h"
#include "core/store/run_list.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_experiment.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::engine;

namespace {

// Plain SGD with a huge step and weight decay: the weights grow without bound until the loss is not
// finite.
config::ExperimentConfig divergingExperiment() {
  config::ExperimentConfig config = test::smallExperiment();
  config.optimizer.kind = config::OptimizerKind::Sgd;
  config.optimizer.momentum = 0.0;
  config.optimizer.weight_decay = 0.0;
  config.optimizer.learning_rate.base = 1e-3;
  config.optimizer.steps = 200;
  return config;
}

// The niceness of the threads that tell of a run, but for its start: that is told by the caller's
// thread.
class NicenessSink final : public EventSink {
 public:
  void onEvent(const std::string&, const Event& event) override {
    if (!std::holds_alternative<RunStarted>(event)) {
      const std::lock_guard lock(mutex_);
      seen_.insert(threadNiceness());
    }
  }
  [[nodiscard]] std::set<int> seen() const {
    const std::lock_guard lock(mutex_);
    return seen_;
  }

 private:
  mutable std::mutex mutex_;
  std::set<int> seen_;
};

// Notes when a stage tells what.
class TimedSink final : public test::RecordingSink {
 public:
  using Clock = std::chrono::steady_clock;

  void onEvent(const std::string& run_id, const Event& event) override {
    {
      const std::lock_guard lock(times_mutex_);
      std::visit(
          [&](const auto& fact) {
            if constexpr (requires { requires std::same_as<decltype(fact.stage), StageId>; }) {
              times_[{run_id, event.index(), fact.stage}] = Clock::now();
            }
          },
          event);
    }
    RecordingSink::onEvent(run_id, event);
  }

  // The last such event's.
  template <class T>
  [[nodiscard]] Clock::time_point timeOf(const std::string& run_id, const StageId& stage) const {
    const std::lock_guard lock(times_mutex_);
    return times_.at({run_id, Event(T{}).index(), stage});
  }

 private:
  mutable std::mutex times_mutex_;
  std::map<std::tuple<std::string, std::size_t, StageId>, Clock::time_point> times_;
};

std::size_t terminals(const std::vector<Event>& events) {
  return static_cast<std::size_t>(std::count_if(events.begin(), events.end(), isTerminal));
}

}  // namespace

class TstEngineOutcomes : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> folder_;
  std::filesystem::path workspace_;
  TimedSink sink_;
  std::unique_ptr<Runner> runner_;

  std::shared_ptr<RunHandle> start(const RunRequest& request) {
    auto handle = runner_->start(request, sink_);
    if (!handle) {
      qFatal("%s", handle.error().message.c_str());
    }
    return *handle;
  }

  // Starts slowly, raises the learning rate beyond all reason once the student has been evaluated,
  // waits for the NaN.
  std::shared_ptr<RunHandle> startAndDiverge() {
    RunRequest request;
    request.config = divergingExperiment();
    request.steps_per_second = 400.0;
    auto run = start(request);
    const auto student_evaluated = [](const Event& event) {
      const auto* evaluated = std::get_if<Evaluated>(&event);
      return evaluated != nullptr && evaluated->stage == stage::kStudent &&
             evaluated->evaluation.step > 0;
    };
    if (!sink_.waitFor(run->id(), student_evaluated)) {
      qFatal("the student was not evaluated");
    }
    run->set(LiveParameter::LearningRate, 1e40);
    if (!sink_.waitForCount<Diverged>(run->id(), 1)) {
      qFatal("the student did not diverge");
    }
    return run;
  }

 private Q_SLOTS:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    workspace_ = folder_->path().toStdString();
    runner_ = std::move(*makeRunner({.workspace = workspace_, .data_folder = {}, .workers = 2}));
  }
  void cleanup() {
    runner_.reset();
  }

  void eventsFollowTheProtocol() {
    RunRequest request;
    request.config = test::smallExperiment();
    const auto run = start(request);
    runner_->wait({run});
    const auto events = sink_.events(run->id());
    QVERIFY(std::holds_alternative<RunStarted>(events.front()));
    QVERIFY(std::holds_alternative<RunFinished>(events.back()));
    QCOMPARE(terminals(events), std::size_t{1});
    // Each stage starts before it reports and finishes last, and its steps are consecutive.
    std::map<StageId, std::int64_t> steps;
    std::set<StageId> started;
    std::set<StageId> finished;
    for (const Event& event : events) {
      if (const auto* begin = std::get_if<StageStarted>(&event)) {
        QVERIFY(started.insert(begin->stage).second);
      } else if (const auto* rows = std::get_if<StepsMeasured>(&event)) {
        QVERIFY(started.contains(rows->stage) && !finished.contains(rows->stage));
        for (const double step : rows->rows.steps) {
          QCOMPARE(static_cast<std::int64_t>(step), ++steps[rows->stage]);
        }
      } else if (const auto* evaluated = std::get_if<Evaluated>(&event)) {
        QCOMPARE(evaluated->evaluation.step, steps[evaluated->stage]);
      } else if (const auto* end = std::get_if<StageFinished>(&event)) {
        QVERIFY(finished.insert(end->stage).second);
      }
    }
    QCOMPARE(started, finished);
    QCOMPARE(steps[stage::kStudent], request.config.optimizer.steps);
    QCOMPARE(steps[stage::kCeiling], request.config.optimizer.steps);
  }

  void workersGiveWayWhereAsked_data() {
    QTest::addColumn<bool>("asked");
    QTest::newRow("in a program without a window") << false;
    QTest::newRow("below a window") << true;
  }
  void workersGiveWayWhereAsked() {
    QFETCH(bool, asked);
#ifndef __linux__
    QSKIP("Threads have no niceness of their own on this system");
#endif
    const int own = threadNiceness();
    if (own >= kYieldingNiceness) {
      QSKIP("This test runs as low as workers that give way: start it at a niceness below 10");
    }
    const QTemporaryDir folder;
    NicenessSink sink;
    auto runner = std::move(*makeRunner(
        {.workspace = folder.path().toStdString(),
         .data_folder = {},
         .workers = 2,
         .worker_priority = asked ? WorkerPriority::BelowWindow : WorkerPriority::Normal}));
    RunRequest request;
    request.config = test::smallExperiment();
    const auto run = runner->start(request, sink);
    QVERIFY(run.has_value());
    runner->wait({*run});
    QCOMPARE(sink.seen(), std::set<int>{asked ? kYieldingNiceness : own});
  }

  void stopKeepsOrDiscards_data() {
    QTest::addColumn<bool>("keep");
    QTest::newRow("keep") << true;
    QTest::newRow("discard") << false;
  }
  void stopKeepsOrDiscards() {
    QFETCH(bool, keep);
    RunRequest request;
    request.config = test::smallExperiment();
    request.start_paused = true;
    const auto run = start(request);
    QVERIFY(sink_.waitForCount<RunPaused>(run->id(), 1));
    run->stop(keep ? StopMode::Keep : StopMode::Discard);
    runner_->wait({run});
    QVERIFY(run->isOver());
    QCOMPARE(terminals(sink_.events(run->id())), std::size_t{1});
    QCOMPARE(sink_.all<RunStopped>(run->id()).at(0).kept, keep);
    QCOMPARE(store::listRuns(workspace_)->size(), std::size_t(keep ? 1 : 0));
    QCOMPARE(store::listRuns(workspace_, store::RunPlace::Trash)->size(),
             std::size_t(keep ? 0 : 1));
  }

  void aStudentThatDivergedCanGoBack() {
    const auto run = startAndDiverge();
    const Diverged diverged = sink_.all<Diverged>(run->id()).at(0);
    QCOMPARE(diverged.stage, stage::kStudent);
    QVERIFY(diverged.last_good_step > 0 && diverged.last_good_step < diverged.step);
    QVERIFY(!diverged.term.empty());
    run->decide(DivergenceDecision::RewindToLastGood);
    QVERIFY(sink_.waitForCount<Rewound>(run->id(), 1));
    QCOMPARE(sink_.all<Rewound>(run->id()).at(0).step, diverged.last_good_step);
    QVERIFY(run->isPaused());
    run->set(LiveParameter::LearningRate, 1e-3);
    run->setSpeed(0.0);
    run->resume();
    runner_->wait({run});
    QCOMPARE(sink_.all<RunFinished>(run->id()).size(), std::size_t{1});
    // The record holds each step once, all finite, and a replay of what is in force ends the same.
    const auto recorded = *store::loadRun(store::runsFolder(workspace_) / run->id());
    const auto& series = recorded.stages.at(stage::kStudent).series;
    QCOMPARE(series.size(), std::size_t{200});
    for (const double total : series.column("total")) {
      QVERIFY(std::isfinite(total));
    }
    RunRequest replay;
    replay.config = recorded.manifest.config;
    replay.seed = recorded.manifest.seed;
    replay.replay = recorded.interventions;
    const auto again = start(replay);
    runner_->wait({again});
    QCOMPARE(test::runFile(workspace_, again->id(), "series/student.csv"),
             test::runFile(workspace_, run->id(), "series/student.csv"));
  }

  // The ceiling trains on while the student waits for its user: the run is worked on, the student
  // is not.
  void waitingForADecisionIsNoTimeOfTheStage() {
    const auto run = startAndDiverge();
    QVERIFY(sink_.waitFor(run->id(), [](const Event& event) {
      const auto* finished = std::get_if<StageFinished>(&event);
      return finished != nullptr && finished->stage == stage::kCeiling;
    }));
    const auto waited =
        TimedSink::Clock::now() - sink_.timeOf<Diverged>(run->id(), stage::kStudent);
    run->decide(DivergenceDecision::RewindToLastGood);
    run->set(LiveParameter::LearningRate, 1e-3);
    run->setSpeed(0.0);
    QVERIFY(sink_.waitForCount<Rewound>(run->id(), 1));
    run->resume();
    runner_->wait({run});
    const auto finished = sink_.all<StageFinished>(run->id());
    const auto student = std::ranges::find(finished, stage::kStudent, &StageFinished::stage);
    QVERIFY(student != finished.end());
    const auto whole = sink_.timeOf<StageFinished>(run->id(), stage::kStudent) -
                       sink_.timeOf<StageStarted>(run->id(), stage::kStudent);
    QVERIFY(student->seconds > 0.0);
    QVERIFY(student->seconds <= std::chrono::duration<double>(whole - waited).count());
  }

  void aPauseThatEndsInPacingIsOver_data() {
    QTest::addColumn<bool>("features");
    QTest::newRow("in a training") << false;
    QTest::newRow("in the features") << true;
  }
  void aPauseThatEndsInPacingIsOver() {
    QFETCH(bool, features);
    runner_ = std::move(*makeRunner({.workspace = workspace_, .data_folder = {}, .workers = 1}));
    RunRequest request;
    request.config = features ? test::smallExperiment() : test::smallFineTuning();
    if (features) {  // what comes before them is in the cache
      runner_->wait({start(request)});
      request.config.strong.backbone = config::PixelsBackbone{.size = 7};
    }
    request.start_paused = true;
    const auto run = start(request);
    QVERIFY(sink_.waitForCount<RunPaused>(run->id(), 1));
    // A stage that stands still leaves its worker to others, so it need not be the last one that
    // started.
    const auto started = sink_.all<StageStarted>(run->id());
    QVERIFY(std::ranges::find(started, features ? stage::kFeatures : stage::kCeiling,
                              &StageStarted::stage) != started.end());
    run->setSpeed(1e-3);  // the next step is a quarter of an hour away
    run->resume();
    QVERIFY(sink_.waitForCount<RunContinued>(run->id(), 1));
    const double then = run->seconds();
    QTRY_VERIFY(run->seconds() > then);
    run->stop(StopMode::Discard);
    runner_->wait({run});
  }

  void halvingTheLearningRateGoesOnUntilItIsSmallEnough() {
    const auto run = startAndDiverge();
    run->setSpeed(0.0);
    // 1e40 needs many halvings; each one must be offered, recorded and carried out.
    std::size_t divergences = 1;
    while (!run->isOver() && divergences < 200) {
      run->decide(DivergenceDecision::HalveLearningRateAndRetry);
      const std::string id = run->id();
      QVERIFY(sink_.waitFor(id, [&, seen = std::size_t{0}](const Event& event) mutable {
        seen += std::holds_alternative<Diverged>(event) ? 1 : 0;
        const bool found = seen > divergences || isTerminal(event);
        return found;
      }));
      divergences = sink_.all<Diverged>(id).size();
      if (terminals(sink_.events(id)) > 0) {
        break;
      }
    }
    runner_->wait({run});
    QCOMPARE(sink_.all<RunFinished>(run->id()).size(), std::size_t{1});
    const auto recorded = *store::loadRun(store::runsFolder(workspace_) / run->id());
    const Intervention last = recorded.interventions.back();
    QCOMPARE(last.parameter, LiveParameter::LearningRate);
    QVERIFY(last.new_value < 1e40);
  }

  void withoutALossForGoodTheTrainingEnds() {
    RunRequest request;
    request.config = test::smallExperiment();
    request.config.objective.kd_weight.shape = config::ScheduleShape::OffWhenStudentPasses;
    const auto run = start(request);
    runner_->wait({run});
    QCOMPARE(sink_.all<RunFinished>(run->id()).size(), std::size_t{1});
    const auto recorded = *store::loadRun(store::runsFolder(workspace_) / run->id());
    const auto& student = recorded.stages.at(stage::kStudent);
    QVERIFY(student.finished.has_value());
    QVERIFY(student.finished->note.text.find("without a loss") != std::string::npos);
    // It ends where the evaluation found the student better: no step is taken after it.
    const std::int64_t end = student.evaluations.back().step;
    QVERIFY(end > 0 && end < request.config.optimizer.steps &&
            end % request.config.evaluation.every == 0);
    QCOMPARE(student.series.size(), static_cast<std::size_t>(end));
    QCOMPARE(student.finished->test.accuracy, student.evaluations.back().test.accuracy);
    QVERIFY(recorded.stages.at(stage::kCeiling).finished->note.text.empty());
  }

  void withoutALossForAWhileTheModelStands() {
    RunRequest request;
    request.config = test::smallExperiment();
    request.replay = {
        {.step = 40, .parameter = LiveParameter::KdWeight, .old_value = 1.0, .new_value = 0.0},
        {.step = 80, .parameter = LiveParameter::KdWeight, .old_value = 0.0, .new_value = 1.0}};
    const auto run = start(request);
    runner_->wait({run});
    const auto recorded = *store::loadRun(store::runsFolder(workspace_) / run->id());
    const auto& student = recorded.stages.at(stage::kStudent);
    QCOMPARE(student.series.size(), std::size_t{120});
    QVERIFY(student.finished->note.text.empty());
    std::map<std::int64_t, double> losses;
    for (const auto& evaluation : student.evaluations) {
      losses[evaluation.step] = evaluation.test.loss;
    }
    QCOMPARE(losses.at(60), losses.at(40));  // neither momentum nor weight decay moves it
    QCOMPARE(losses.at(80), losses.at(40));
    QVERIFY(losses.at(100) != losses.at(80));
  }

  void aScriptedRunFailsAtTheStep() {
    RunRequest request;
    request.config = divergingExperiment();
    request.config.optimizer.learning_rate.base = 10.0;  // the largest allowed
    request.config.optimizer.weight_decay = 10.0;        // |1 - lr wd| = 99 a step
    request.on_divergence = OnDivergence::Fail;
    const auto run = start(request);
    runner_->wait({run});
    const auto failures = sink_.all<RunFailed>(run->id());
    QCOMPARE(failures.size(), std::size_t{1});
    QCOMPARE(terminals(sink_.events(run->id())), std::size_t{1});
    QVERIFY(failures[0].error.code == ErrorCode::NonFinite);
    QVERIFY(QString::fromStdString(failures[0].error.message).contains("at step"));
    // The step is that of the stage that failed, whatever the other one has come to.
    std::int64_t last_step = 0;
    for (const auto& steps : sink_.all<StepsMeasured>(run->id())) {
      last_step = steps.stage == failures[0].stage ? steps.rows.lastStep() : last_step;
    }
    QCOMPARE(failures[0].step, last_step);
    QCOMPARE((*store::loadRun(store::runsFolder(workspace_) / run->id())).state,
             store::RunState::Failed);
  }

  void badRequestsLeaveNothingBehind_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"data set", "rows", "device", "resume"}) {
      QTest::newRow(what) << what;
    }
  }
  void badRequestsLeaveNothingBehind() {
    QFETCH(QString, what);
    RunRequest request;
    request.config = test::smallExperiment();
    if (what == "data set") {
      request.config.task.dataset = "fashion";
    } else if (what == "rows") {
      request.config.task.test_rows = 10001;
    } else if (what == "device") {
      request.config.device = "cuda:99";
    } else {
      request.resume_id = "20200101-000000-none-s0-0000";
    }
    // At once where the request itself cannot be meant, else as the one event of a run without a
    // folder.
    const auto refused = runner_->start(request, sink_);
    if (refused) {
      runner_->wait({*refused});
      QCOMPARE(sink_.events((*refused)->id()).size(), std::size_t{1});
      const auto failures = sink_.all<RunFailed>((*refused)->id());
      QCOMPARE(failures.size(), std::size_t{1});
      QVERIFY(!failures[0].error.message.empty());
    } else {
      QVERIFY(!refused.error().message.empty());
    }
    QVERIFY(store::listRuns(workspace_)->empty());
  }

  // What the run was made of is gone by then.
  void aHandleThatIsKeptTellsHowItsRunWas() {
    RunRequest request;
    request.config = test::smallExperiment();
    const auto run = start(request);
    runner_->wait({run});
    const auto check = [&] {
      QVERIFY(run->isOver());
      QVERIFY(run->seconds() >= sink_.all<RunFinished>(run->id()).at(0).summary.seconds);
      run->set(LiveParameter::LearningRate, 0.5);
      run->step(StepUnit::Batch);
      run->pause();
      run->stop(StopMode::Discard);
      QCOMPARE(terminals(sink_.events(run->id())), std::size_t{1});
      QCOMPARE(store::listRuns(workspace_)->size(), std::size_t{1});
    };
    check();
    runner_.reset();
    check();
  }

  void closingTheRunnerEndsItsRuns() {
    RunRequest request;
    request.config = test::smallExperiment();
    request.steps_per_second = 5.0;
    const auto run = start(request);
    QVERIFY(sink_.waitForCount<StepsMeasured>(run->id(), 1));
    runner_.reset();
    QVERIFY(run->isOver());
    QCOMPARE(sink_.all<RunStopped>(run->id()).size(), std::size_t{1});
  }

  void aDamagedCacheEntryIsComputedAgain() {
    RunRequest request;
    request.config = test::smallExperiment();
    const auto first = start(request);
    runner_->wait({first});
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(store::cacheFolder(workspace_))) {
      if (entry.is_regular_file() && entry.path().extension() == ".safetensors") {
        std::filesystem::resize_file(entry.path(), entry.file_size() / 2);
      }
    }
    const auto second = start(request);
    runner_->wait({second});
    QCOMPARE(sink_.all<RunFinished>(second->id()).size(), std::size_t{1});
    QCOMPARE(test::runFile(workspace_, second->id(), "predictions.safetensors"),
             test::runFile(workspace_, first->id(), "predictions.safetensors"));
  }
};

W2S_TEST(TstEngineOutcomes)
#include "tst_engine_outcomes.moc"
