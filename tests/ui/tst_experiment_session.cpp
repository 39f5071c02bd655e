// The bridge between window and engine, over the fake engine: states, steering, equality of reruns,
// ends.
#include <algorithm>
#include <array>
#include <set>

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include "tests/support/fake_runner.h"
#include "tests/support/test_main.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/loaded_run.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::ui;
using test::FakeRunner;
using test::FakeRunnerOptions;

namespace {

struct Bench {
  explicit Bench(FakeRunnerOptions options = {}) {
    auto owned = std::make_unique<FakeRunner>(std::move(options));
    runner = owned.get();
    session = std::make_unique<ExperimentSession>(
        std::move(owned),
        ExperimentSession::Options{.refresh_interval = std::chrono::milliseconds(10),
                                   .settle_time = std::chrono::milliseconds(20)});
  }
  [[nodiscard]] const StageSeries& student() const {
    return session->focus().series().stage(stage::kStudent);
  }
  FakeRunner* runner = nullptr;
  std::unique_ptr<ExperimentSession> session;
};

std::vector<float> accuracies(const StageSeries& stage) {
  std::vector<float> all;
  for (const metrics::Evaluation& evaluation : stage.evaluations) {
    all.push_back(static_cast<float>(evaluation.test.accuracy));
  }
  return all;
}

}  // namespace

class TstExperimentSession : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void runsFromStartToFinish() {
    Bench bench;
    QSignalSpy ended(bench.session.get(), &ExperimentSession::runEnded);
    QCOMPARE(bench.session->focus().state(), RunState::Idle);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(bench.student().rows.size(), std::size_t{400});
    QCOMPARE(bench.student().evaluations.size(), std::size_t{40});
    QVERIFY(bench.session->focus().series().summary.has_value());
  }

  void theEnginePreparesForSettingsThatHaveSettled() {
    Bench bench;
    config::ExperimentConfig config;
    for (int i = 0; i < 5; ++i) {
      config.task.weak_rows = 100 + i;
      bench.session->setConfig(config);
    }
    bench.session->setSeed(7);
    QTRY_COMPARE(bench.runner->prepared().size(), std::size_t{1});
    QCOMPARE(bench.runner->prepared().front().first, config);
    QCOMPARE(bench.runner->prepared().front().second, std::int64_t{7});
    bench.session->start();
    config.task.weak_rows = 200;
    bench.session->setConfig(config);  // the next run's; its turn comes when this one is over
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QTRY_COMPARE(bench.runner->prepared().size(), std::size_t{2});
    QCOMPARE(bench.runner->prepared().back().first, config);
  }

  void theEngineDoesNotPrepareForSettingsThatCannotRun() {
    auto owned = std::make_unique<FakeRunner>();
    const FakeRunner& runner = *owned;
    ExperimentSession session(std::move(owned), ExperimentSession::Options{.settle_time = {}});
    config::ExperimentConfig config;
    config.task.weak_rows = 0;
    session.setConfig(config);
    for (int i = 0; i < 50; ++i) {
      QCoreApplication::processEvents();
    }
    QVERIFY(runner.prepared().empty());
    config.task.weak_rows = 100;
    session.setConfig(config);
    QTRY_COMPARE(runner.prepared().size(), std::size_t{1});
  }

  void refreshesAtMostOnceAnIntervalAndRestsWhenIdle() {
    auto owned = std::make_unique<FakeRunner>();
    ExperimentSession session(
        std::move(owned), ExperimentSession::Options{.refresh_interval = std::chrono::hours(1)});
    QSignalSpy refreshed(&session, &ExperimentSession::refreshed);
    session.start();
    QTRY_COMPARE(refreshed.size(), 1);
    // The rest of the run waits for the interval's end, however many events there are.
    for (int i = 0; i < 50; ++i) {
      QCoreApplication::processEvents();
    }
    QCOMPARE(refreshed.size(), 1);
  }

  void pausesStepsAndContinues() {
    Bench bench;
    bench.session->setSpeed(200.0);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    bench.session->focus().pause();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Paused);
    // The time of a run is that of working on it.
    QTRY_COMPARE(bench.session->focus().seconds(), bench.session->focus().seconds());
    QVERIFY(bench.session->focus().seconds() > 0.0);
    const std::int64_t paused_at = bench.student().done;
    bench.session->step(StepUnit::Batch);
    QTRY_COMPARE(bench.student().done, paused_at + 1);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Paused);
    bench.session->step(StepUnit::Evaluation);
    const std::int64_t next = (paused_at + 1) / 10 * 10 + 10;
    QTRY_COMPARE(bench.student().done, next);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Paused);
    QCOMPARE(bench.student().evaluations.back().step, next);
    bench.session->setSpeed(0.0);
    bench.session->focus().resume();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QCOMPARE(bench.student().done, std::int64_t{400});
  }

  void aStepWithoutARunStartsAPausedOne() {
    Bench bench;
    bench.session->step(StepUnit::Batch);
    QTRY_COMPARE(bench.student().done, std::int64_t{1});
    QTRY_COMPARE(bench.session->focus().state(), RunState::Paused);
    QVERIFY(bench.runner->requests().front().start_paused);
  }

  void aLiveChangeReachesTheEngineAndIsMarked() {
    Bench bench;
    bench.session->setSpeed(200.0);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    // A drag: many values in one interval. The first and the last are sent.
    for (int i = 1; i <= 20; ++i) {
      bench.session->setLive(LiveParameter::KdWeight, 1.0 + i / 100.0);
    }
    QTRY_VERIFY(!bench.runner->receivedChanges().empty() &&
                bench.runner->receivedChanges().back().second == 1.2);
    QVERIFY(bench.runner->receivedChanges().size() <= 3);
    QTRY_VERIFY(!bench.session->focus().series().interventions.empty() &&
                bench.session->focus().series().interventions.back().new_value == 1.2);
    QCOMPARE(valueIn(bench.session->config(), LiveParameter::KdWeight), 1.2);
  }

  void aLiveChangeWithoutARunIsForTheNextOne() {
    Bench bench;
    bench.session->setLive(LiveParameter::Temperature, 3.0);
    bench.session->start();
    QCOMPARE(bench.runner->requests().front().config.objective.temperature, 3.0);
    QVERIFY(bench.runner->receivedChanges().empty());
  }

  void rewindRepeatsTheSameNumbers() {
    Bench bench;
    bench.session->setSeed(7);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    const auto first = accuracies(bench.student());
    const auto first_loss = bench.student().rows.column("total");
    const std::string first_id = bench.session->focus().series().id;
    bench.session->rewind();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QVERIFY(bench.session->focus().series().id != first_id);
    QCOMPARE(bench.session->focus().series().seed, std::int64_t{7});
    QCOMPARE(accuracies(bench.student()), first);
    QCOMPARE(bench.student().rows.column("total"), first_loss);
    QVERIFY(bench.session->focus().series().stage(stage::kCeiling).from_cache);
    bench.session->newSeed();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QCOMPARE(bench.session->seed(), std::int64_t{8});
    QVERIFY(accuracies(bench.student()) != first);
  }

  void trainingAnewAsksForAFreshStudent() {
    Bench bench;
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    bench.session->trainAnew();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QCOMPARE(bench.runner->requests().size(), std::size_t{2});
    QVERIFY(!bench.runner->requests()[0].fresh);
    QVERIFY(bench.runner->requests()[1].fresh);
    QCOMPARE(bench.runner->requests()[1].seed, bench.runner->requests()[0].seed);
  }

  void rewindDuringARunStopsItFirst() {
    Bench bench;
    bench.session->setSpeed(50.0);
    bench.session->start();
    QTRY_VERIFY(bench.student().done > 3);
    QSignalSpy ended(bench.session.get(), &ExperimentSession::runEnded);
    bench.session->rewind();
    QCOMPARE(bench.session->focus().state(), RunState::Stopping);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(bench.runner->requests().size(), std::size_t{2});
    QCOMPARE(bench.runner->requests()[0].seed, bench.runner->requests()[1].seed);
  }

  void stopEndsTheRun() {
    Bench bench;
    bench.session->setSpeed(50.0);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    bench.session->focus().stop(StopMode::Keep);
    QCOMPARE(bench.session->focus().state(), RunState::Stopping);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Stopped);
  }

  void aFailureIsReportedWithItsSentence() {
    Bench bench({.fail_at_step = 20});
    QString message;
    connect(bench.session.get(), &ExperimentSession::failed, this,
            [&](const Error& error) { message = QString::fromStdString(error.message); });
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Failed);
    QVERIFY(message.contains(QStringLiteral("step 20")));
    QVERIFY(bench.session->isEnabled(Action::Start));
  }

  void aRefusedStartIsAFailureToo() {
    Bench bench({.refuse_start = Error{ErrorCode::NotFound, "The data set is missing.", {}}});
    int failures = 0;
    connect(bench.session.get(), &ExperimentSession::failed, this, [&] { ++failures; });
    bench.session->start();
    QCOMPARE(bench.session->focus().state(), RunState::Failed);
    QCOMPARE(failures, 1);
  }

  void aDivergenceWaitsForADecision() {
    Bench bench;
    QSignalSpy diverged(bench.session.get(), &ExperimentSession::diverged);
    QSignalSpy changed(bench.session.get(), &ExperimentSession::runChanged);
    bench.session->setSpeed(200.0);
    bench.session->start();
    QTRY_VERIFY(bench.student().done > 15);
    bench.session->setLive(LiveParameter::LearningRate, 0.8);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Diverged);
    QCOMPARE(diverged.size(), 1);
    bench.session->setSpeed(0.0);
    bench.session->focus().decide(DivergenceDecision::HalveLearningRateAndRetry);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QCOMPARE(valueIn(bench.session->focus().presentConfig(), LiveParameter::LearningRate), 0.4);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<LiveParameter>(), LiveParameter::LearningRate);
    QCOMPARE(changed[0][1].toDouble(), 0.4);
    // Whose settings those of the next run are, the session does not know.
    QCOMPARE(valueIn(bench.session->config(), LiveParameter::LearningRate), 0.8);
    const auto& steps = bench.student().rows.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      QCOMPARE(steps[i], static_cast<double>(i + 1));  // the void rows are gone
    }
  }

  // The engine loads data for as long as the test wishes; the event loop runs meanwhile.
  void theEventLoopRunsWhileTheEnginePrepares() {
    Bench bench({.hold_preparation = true});
    bench.session->start();
    QCOMPARE(bench.session->focus().state(), RunState::Preparing);
    QVERIFY(!bench.session->focus().isPrepared());
    int ticks = 0;
    QTimer ticker;
    connect(&ticker, &QTimer::timeout, this, [&] { ++ticks; });
    ticker.start(1);
    QTRY_VERIFY(ticks >= 30);
    QCOMPARE(bench.session->focus().state(), RunState::Preparing);
    QVERIFY(bench.session->focus().series().plan.empty());
    bench.runner->letPrepare();
    QTRY_VERIFY(bench.session->focus().isPrepared());
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
  }

  void aRunCanBeStoppedWhileTheEnginePreparesIt() {
    Bench bench({.hold_preparation = true});
    bench.session->start();
    bench.session->focus().stop(StopMode::Keep);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Stopped);
  }

  void threeRunsAtOnceKeepTheirOwnSeries() {
    Bench bench;
    bench.session->setSpeed(400.0);
    const std::array<std::int64_t, 3> seeds{4, 5, 6};
    QSignalSpy focus_changes(bench.session.get(), &ExperimentSession::focusChanged);
    bench.session->startSeeds(seeds);
    const std::vector<RunSession*> runs = bench.session->runs();
    QCOMPARE(runs.size(), std::size_t{3});
    QCOMPARE(&bench.session->focus(), runs[0]);
    QCOMPARE(focus_changes.size(), 1);
    QTRY_VERIFY(std::ranges::all_of(
        runs, [](const RunSession* run) { return run->series().stage(stage::kStudent).done > 3; }));
    bench.session->setFocus(*runs[2]);
    QCOMPARE(focus_changes.size(), 2);
    QCOMPARE(bench.session->focus().series().seed, std::int64_t{6});
    // Steering means the run in focus.
    bench.session->setLive(LiveParameter::KdWeight, 0.5);
    bench.session->focus().pause();
    QTRY_COMPARE(runs[2]->state(), RunState::Paused);
    QVERIFY(runs[0]->state() != RunState::Paused);
    bench.session->setSpeed(0.0);
    QTRY_COMPARE(runs[0]->state(), RunState::Finished);
    QTRY_COMPARE(runs[1]->state(), RunState::Finished);
    QCOMPARE(runs[2]->state(), RunState::Paused);
    QVERIFY(bench.session->isBusy());
    bench.session->focus().resume();
    QTRY_COMPARE(runs[2]->state(), RunState::Finished);
    QTRY_COMPARE(runs[2]->series().interventions.size(), std::size_t{1});
    QVERIFY(runs[0]->series().interventions.empty());
    std::set<std::string> ids;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const StageSeries& student = runs[i]->series().stage(stage::kStudent);
      QCOMPARE(runs[i]->series().seed, seeds[i]);
      QCOMPARE(student.rows.size(), std::size_t{400});
      QCOMPARE(student.evaluations.size(), std::size_t{40});
      ids.insert(runs[i]->series().id);
    }
    QCOMPARE(ids.size(), std::size_t{3});
    // As if each had run alone.
    Bench alone;
    alone.session->setSeed(5);
    alone.session->start();
    QTRY_COMPARE(alone.session->focus().state(), RunState::Finished);
    QCOMPARE(runs[1]->series().stage(stage::kStudent).rows.column("total"),
             alone.student().rows.column("total"));
    // The next start drops them.
    bench.session->start();
    QCOMPARE(bench.session->runs().size(), std::size_t{1});
  }

  void aRefusedRecordedRunChangesNothing() {
    Bench bench({.refuse_start = Error{ErrorCode::NotFound, "The data set is missing.", {}}});
    const RunSession* before = &bench.session->focus();
    const config::ExperimentConfig config = bench.session->config();
    LoadedRun run{.id = "r1", .seed = 9};
    run.config.name = "another";
    QSignalSpy refused(bench.session.get(), &ExperimentSession::refused);
    QSignalSpy adopted(bench.session.get(), &ExperimentSession::adopted);
    bench.session->continueRun(run);
    bench.session->replayRun(run);
    QCOMPARE(refused.size(), 2);
    QCOMPARE(adopted.size(), 0);
    QCOMPARE(&bench.session->focus(), before);
    QCOMPARE(bench.session->config(), config);
    QCOMPARE(bench.session->seed(), std::int64_t{0});
  }

  void mayDieWhileEventsPourIn() {
    for (int trial = 0; trial < 20; ++trial) {
      Bench bench;
      bench.session->start();
      if (trial % 2 == 0) {
        QCoreApplication::processEvents();
      }
      bench.session.reset();
      QCoreApplication::processEvents();
    }
  }
};

W2S_TEST(TstExperimentSession)
#include "tst_experiment_session.moc"
