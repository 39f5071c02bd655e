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

  void threeSeedsKeepTheirOwnSeries() {
    Bench bench;
    const std::vector<std::int64_t> seeds{4, 5, 6};
    bench.session->setSeeds(seeds);
    QSignalSpy focus_changes(bench.session.get(), &ExperimentSession::focusChanged);
    bench.session->start();
    const std::vector<RunSession*> runs = bench.session->runs();
    QCOMPARE(runs.size(), std::size_t{3});
    QCOMPARE(bench.session->experiment(), runs);
    QCOMPARE(&bench.session->focus(), runs[0]);
    QCOMPARE(focus_changes.size(), 1);
    bench.session->setFocus(*runs[2]);
    QCOMPARE(focus_changes.size(), 2);
    QCOMPARE(bench.session->focus().series().seed, std::int64_t{6});
    QCOMPARE(bench.session->experiment(), runs);  // a seed of it, not another experiment
    QCOMPARE(bench.session->seriesOfSeeds().front(), &runs[2]->series());
    QTRY_COMPARE(bench.session->state(), RunState::Finished);
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
    bench.session->setSeed(1);
    bench.session->start();
    QCOMPARE(bench.session->runs().size(), std::size_t{1});
    QCOMPARE(bench.session->experiment().size(), std::size_t{1});
  }

  void seedsAreSteeredTogether() {
    Bench bench;
    bench.session->setSeeds({0, 1, 2});
    bench.session->setSpeed(20.0);
    bench.session->start();
    const std::vector<RunSession*> runs = bench.session->experiment();
    const auto all = [&](auto&& holds) { return std::ranges::all_of(runs, holds); };
    QTRY_VERIFY(
        all([](const RunSession* run) { return run->series().stage(stage::kStudent).done > 3; }));
    bench.session->pause();
    QTRY_VERIFY(all([](const RunSession* run) { return run->state() == RunState::Paused; }));
    QCOMPARE(bench.session->state(), RunState::Paused);
    std::vector<std::int64_t> before;
    std::ranges::transform(runs, std::back_inserter(before), [](const RunSession* run) {
      return run->series().stage(stage::kStudent).done;
    });
    bench.session->step(StepUnit::Batch);
    bench.session->setLive(LiveParameter::KdWeight, 0.5);
    bench.session->setSpeed(0.0);
    // Still paused before the step, and paused again after it.
    QTRY_VERIFY(std::ranges::equal(runs, before, [](const RunSession* run, std::int64_t done) {
      return run->series().stage(stage::kStudent).done > done && run->state() == RunState::Paused;
    }));
    bench.session->resume();
    QTRY_VERIFY(all([](const RunSession* run) { return run->state() == RunState::Finished; }));
    // Adopted by all before the same step, though each runs at a pace of its own.
    for (const RunSession* run : runs) {
      const auto& changes = run->series().interventions;
      QCOMPARE(changes.size(), std::size_t{1});
      QCOMPARE(changes.front().step, runs.front()->series().interventions.front().step);
      QCOMPARE(changes.front().new_value, 0.5);
      QCOMPARE(run->presentConfig().objective.kd_weight.base, 0.5);
    }
  }

  void stopEndsAllSeeds() {
    Bench bench;
    bench.session->setSeeds({0, 1});
    bench.session->setSpeed(20.0);
    bench.session->start();
    QTRY_COMPARE(bench.session->state(), RunState::Running);
    bench.session->stop(StopMode::Keep);
    QTRY_VERIFY(!bench.session->isBusy());
    QCOMPARE(bench.session->state(), RunState::Stopped);
  }

  void rewindAndNewSeedMeanAllSeeds() {
    Bench bench;
    bench.session->setSeeds({3, 5});
    bench.session->start();
    QTRY_COMPARE(bench.session->state(), RunState::Finished);
    QTRY_VERIFY(!bench.session->isBusy());
    bench.session->rewind();
    QCOMPARE(bench.session->experiment().size(), std::size_t{2});
    QTRY_VERIFY(!bench.session->isBusy());
    QCOMPARE(bench.session->seeds(), (std::vector<std::int64_t>{3, 5}));
    bench.session->newSeed();
    QCOMPARE(bench.session->seeds(), (std::vector<std::int64_t>{6, 7}));
    QTRY_VERIFY(!bench.session->isBusy());
    QCOMPARE(bench.session->focus().series().seed, std::int64_t{6});
  }

  // What is there stays, and the new seeds get its settings and its live changes, whatever the
  // settings of the next run are by then.
  void furtherSeedsJoinTheExperiment() {
    Bench bench;
    bench.session->setSeeds({0, 1});
    bench.session->start();
    QVERIFY(!bench.session->canAddSeeds());
    QTRY_COMPARE(bench.session->state(), RunState::Finished);
    QTRY_VERIFY(bench.session->canAddSeeds());
    const std::vector<RunSession*> first = bench.session->experiment();
    config::ExperimentConfig other = bench.session->config();
    other.objective.temperature = 4.0;
    bench.session->setConfig(other);
    bench.session->addSeeds(3);
    const std::vector<RunSession*> all = bench.session->experiment();
    QCOMPARE(all.size(), std::size_t{5});
    QVERIFY(std::ranges::equal(first, std::vector(all.begin(), all.begin() + 2)));
    QCOMPARE(&bench.session->focus(), first[0]);
    QTRY_VERIFY(!bench.session->isBusy());
    QCOMPARE(bench.runner->requests().size(), std::size_t{5});
    QCOMPARE(bench.runner->requests().back().seed, std::int64_t{4});
    QCOMPARE(bench.runner->requests().back().config.objective.temperature,
             first[0]->config().objective.temperature);
    QCOMPARE(bench.session->experiment(), all);
  }

  // A seed that has its student cannot follow: the change is for the next run, and that is said.
  void aChangeAfterAStudentIsDoneIsForTheNextRun() {
    Bench bench;
    bench.session->setSeeds({0, 1});
    bench.session->start();
    const std::vector<RunSession*> runs = bench.session->experiment();
    QTRY_COMPARE(bench.session->state(), RunState::Finished);
    QTRY_VERIFY(bench.session->canAddSeeds());
    bench.session->setSpeed(20.0);
    bench.session->addSeeds(2);
    QTRY_COMPARE(bench.session->state(), RunState::Running);
    QSignalSpy logged(bench.session.get(), &ExperimentSession::logged);
    bench.session->setLive(LiveParameter::KdWeight, 0.25);
    QVERIFY(std::ranges::any_of(logged, [](const QVariantList& line) {
      return line[1].toString().contains(QStringLiteral("for the next run"));
    }));
    QCOMPARE(bench.session->config().objective.kd_weight.base, 0.25);
    bench.session->setSpeed(0.0);
    QTRY_VERIFY(!bench.session->isBusy());
    for (const RunSession* run : bench.session->experiment()) {
      QVERIFY(run->series().interventions.empty());
    }
  }

  // Whichever seed it is comes into focus: it waits for an answer.
  void aSeedThatDivergesComesIntoFocus() {
    Bench bench({.diverges_above = 0.5});
    bench.session->setSeeds({0, 1});
    bench.session->setSpeed(20.0);
    bench.session->start();
    QTRY_COMPARE(bench.session->state(), RunState::Running);
    bench.session->setLive(LiveParameter::LearningRate, 1.0);
    QTRY_COMPARE(bench.session->state(), RunState::Diverged);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Diverged);
    bench.session->stop(StopMode::Discard);
    QTRY_VERIFY(!bench.session->isBusy());
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
