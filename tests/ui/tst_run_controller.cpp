// The bridge between window and engine, over the fake engine: states, steering, equality of reruns,
// ends.
#include <QSignalSpy>
#include <QTest>

#include "tests/support/fake_runner.h"
#include "tests/support/test_main.h"
#include "ui/bridge/run_controller.h"

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
    controller = std::make_unique<RunController>(
        std::move(owned), RunController::Options{.refresh_interval = std::chrono::milliseconds(10),
                                                 .settle_time = std::chrono::milliseconds(20)});
  }
  [[nodiscard]] const StageSeries& student() const {
    return controller->series().stage(stage::kStudent);
  }
  FakeRunner* runner = nullptr;
  std::unique_ptr<RunController> controller;
};

std::vector<float> accuracies(const StageSeries& stage) {
  std::vector<float> all;
  for (const metrics::Evaluation& evaluation : stage.evaluations) {
    all.push_back(static_cast<float>(evaluation.test.accuracy));
  }
  return all;
}

}  // namespace

class TstRunController : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void runsFromStartToFinish() {
    Bench bench;
    QSignalSpy ended(bench.controller.get(), &RunController::runEnded);
    QCOMPARE(bench.controller->state(), RunState::Idle);
    bench.controller->start();
    QTRY_COMPARE(bench.controller->state(), RunState::Finished);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(bench.student().rows.size(), std::size_t{400});
    QCOMPARE(bench.student().evaluations.size(), std::size_t{41});
    QVERIFY(bench.controller->series().summary.has_value());
  }

  void theEnginePreparesForSettingsThatHaveSettled() {
    Bench bench;
    config::ExperimentConfig config;
    for (int i = 0; i < 5; ++i) {
      config.task.weak_rows = 100 + i;
      bench.controller->setConfig(config);
    }
    bench.controller->setSeed(7);
    QTRY_COMPARE(bench.runner->prepared().size(), std::size_t{1});
    QCOMPARE(bench.runner->prepared().front().first, config);
    QCOMPARE(bench.runner->prepared().front().second, std::int64_t{7});
    bench.controller->start();
    config.task.weak_rows = 200;
    bench.controller->setConfig(config);  // the next run's; its turn comes when this one is over
    QTRY_COMPARE(bench.controller->state(), RunState::Finished);
    QTRY_COMPARE(bench.runner->prepared().size(), std::size_t{2});
    QCOMPARE(bench.runner->prepared().back().first, config);
  }

  void theEngineDoesNotPrepareForSettingsThatCannotRun() {
    auto owned = std::make_unique<FakeRunner>();
    const FakeRunner& runner = *owned;
    RunController controller(std::move(owned), RunController::Options{.settle_time = {}});
    config::ExperimentConfig config;
    config.task.weak_rows = 0;
    controller.setConfig(config);
    for (int i = 0; i < 50; ++i) {
      QCoreApplication::processEvents();
    }
    QVERIFY(runner.prepared().empty());
    config.task.weak_rows = 100;
    controller.setConfig(config);
    QTRY_COMPARE(runner.prepared().size(), std::size_t{1});
  }

  void refreshesAtMostOnceAnIntervalAndRestsWhenIdle() {
    auto owned = std::make_unique<FakeRunner>();
    RunController controller(std::move(owned),
                             RunController::Options{.refresh_interval = std::chrono::hours(1)});
    QSignalSpy refreshed(&controller, &RunController::refreshed);
    controller.start();
    QTRY_COMPARE(refreshed.size(), 1);
    // The rest of the run waits for the interval's end, however many events there are.
    for (int i = 0; i < 50; ++i) {
      QCoreApplication::processEvents();
    }
    QCOMPARE(refreshed.size(), 1);
  }

  void pausesStepsAndContinues() {
    Bench bench;
    bench.controller->setSpeed(200.0);
    bench.controller->start();
    QTRY_COMPARE(bench.controller->state(), RunState::Running);
    bench.controller->pause();
    QTRY_COMPARE(bench.controller->state(), RunState::Paused);
    // The time of a run is that of working on it.
    QTRY_COMPARE(bench.controller->seconds(), bench.controller->seconds());
    QVERIFY(bench.controller->seconds() > 0.0);
    const std::int64_t paused_at = bench.student().done;
    bench.controller->step(StepUnit::Batch);
    QTRY_COMPARE(bench.student().done, paused_at + 1);
    QTRY_COMPARE(bench.controller->state(), RunState::Paused);
    bench.controller->step(StepUnit::Evaluation);
    const std::int64_t next = (paused_at + 1) / 10 * 10 + 10;
    QTRY_COMPARE(bench.student().done, next);
    QTRY_COMPARE(bench.controller->state(), RunState::Paused);
    QCOMPARE(bench.student().evaluations.back().step, next);
    bench.controller->setSpeed(0.0);
    bench.controller->resume();
    QTRY_COMPARE(bench.controller->state(), RunState::Finished);
    QCOMPARE(bench.student().done, std::int64_t{400});
  }

  void aStepWithoutARunStartsAPausedOne() {
    Bench bench;
    bench.controller->step(StepUnit::Batch);
    QTRY_COMPARE(bench.student().done, std::int64_t{1});
    QTRY_COMPARE(bench.controller->state(), RunState::Paused);
    QVERIFY(bench.runner->requests().front().start_paused);
  }

  void aLiveChangeReachesTheEngineAndIsMarked() {
    Bench bench;
    bench.controller->setSpeed(200.0);
    bench.controller->start();
    QTRY_COMPARE(bench.controller->state(), RunState::Running);
    // A drag: many values in one interval. The first and the last are sent.
    for (int i = 1; i <= 20; ++i) {
      bench.controller->setLive(LiveParameter::KdWeight, 1.0 + i / 100.0);
    }
    QTRY_VERIFY(!bench.runner->receivedChanges().empty() &&
                bench.runner->receivedChanges().back().second == 1.2);
    QVERIFY(bench.runner->receivedChanges().size() <= 3);
    QTRY_VERIFY(!bench.controller->series().interventions.empty() &&
                bench.controller->series().interventions.back().new_value == 1.2);
    QCOMPARE(valueIn(bench.controller->config(), LiveParameter::KdWeight), 1.2);
  }

  void aLiveChangeWithoutARunIsForTheNextOne() {
    Bench bench;
    bench.controller->setLive(LiveParameter::Temperature, 3.0);
    bench.controller->start();
    QCOMPARE(bench.runner->requests().front().config.objective.temperature, 3.0);
    QVERIFY(bench.runner->receivedChanges().empty());
  }

  void rewindRepeatsTheSameNumbers() {
    Bench bench;
    bench.controller->setSeed(7);
    bench.controller->start();
    QTRY_COMPARE(bench.controller->state(), RunState::Finished);
    const auto first = accuracies(bench.student());
    const auto first_loss = bench.student().rows.column("total");
    const std::string first_id = bench.controller->series().id;
    bench.controller->rewind();
    QTRY_COMPARE(bench.controller->state(), RunState::Finished);
    QVERIFY(bench.controller->series().id != first_id);
    QCOMPARE(bench.controller->series().seed, std::int64_t{7});
    QCOMPARE(accuracies(bench.student()), first);
    QCOMPARE(bench.student().rows.column("total"), first_loss);
    QVERIFY(bench.controller->series().stage(stage::kCeiling).from_cache);
    bench.controller->newSeed();
    QTRY_COMPARE(bench.controller->state(), RunState::Finished);
    QCOMPARE(bench.controller->seed(), std::int64_t{8});
    QVERIFY(accuracies(bench.student()) != first);
  }

  void rewindDuringARunStopsItFirst() {
    Bench bench;
    bench.controller->setSpeed(50.0);
    bench.controller->start();
    QTRY_VERIFY(bench.student().done > 3);
    QSignalSpy ended(bench.controller.get(), &RunController::runEnded);
    bench.controller->rewind();
    QCOMPARE(bench.controller->state(), RunState::Stopping);
    QTRY_COMPARE(bench.controller->state(), RunState::Running);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(bench.runner->requests().size(), std::size_t{2});
    QCOMPARE(bench.runner->requests()[0].seed, bench.runner->requests()[1].seed);
  }

  void stopEndsTheRun() {
    Bench bench;
    bench.controller->setSpeed(50.0);
    bench.controller->start();
    QTRY_COMPARE(bench.controller->state(), RunState::Running);
    bench.controller->stop(StopMode::Keep);
    QCOMPARE(bench.controller->state(), RunState::Stopping);
    QTRY_COMPARE(bench.controller->state(), RunState::Stopped);
  }

  void aFailureIsReportedWithItsSentence() {
    Bench bench({.fail_at_step = 20});
    QString message;
    connect(bench.controller.get(), &RunController::failed, this,
            [&](const Error& error) { message = QString::fromStdString(error.message); });
    bench.controller->start();
    QTRY_COMPARE(bench.controller->state(), RunState::Failed);
    QVERIFY(message.contains(QStringLiteral("step 20")));
    QVERIFY(bench.controller->isEnabled(Action::Start));
  }

  void aRefusedStartIsAFailureToo() {
    Bench bench({.refuse_start = Error{ErrorCode::NotFound, "The data set is missing.", {}}});
    int failures = 0;
    connect(bench.controller.get(), &RunController::failed, this, [&] { ++failures; });
    bench.controller->start();
    QCOMPARE(bench.controller->state(), RunState::Failed);
    QCOMPARE(failures, 1);
  }

  void aDivergenceWaitsForADecision() {
    Bench bench;
    QSignalSpy diverged(bench.controller.get(), &RunController::diverged);
    QSignalSpy changed(bench.controller.get(), &RunController::runChanged);
    bench.controller->setSpeed(200.0);
    bench.controller->start();
    QTRY_VERIFY(bench.student().done > 15);
    bench.controller->setLive(LiveParameter::LearningRate, 0.8);
    QTRY_COMPARE(bench.controller->state(), RunState::Diverged);
    QCOMPARE(diverged.size(), 1);
    bench.controller->setSpeed(0.0);
    bench.controller->decide(DivergenceDecision::HalveLearningRateAndRetry);
    QTRY_COMPARE(bench.controller->state(), RunState::Finished);
    QCOMPARE(valueIn(bench.controller->presentRunConfig(), LiveParameter::LearningRate), 0.4);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<LiveParameter>(), LiveParameter::LearningRate);
    QCOMPARE(changed[0][1].toDouble(), 0.4);
    // Whose settings those of the next run are, the controller does not know.
    QCOMPARE(valueIn(bench.controller->config(), LiveParameter::LearningRate), 0.8);
    const auto& steps = bench.student().rows.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      QCOMPARE(steps[i], static_cast<double>(i + 1));  // the void rows are gone
    }
  }

  void mayDieWhileEventsPourIn() {
    for (int trial = 0; trial < 20; ++trial) {
      Bench bench;
      bench.controller->start();
      if (trial % 2 == 0) {
        QCoreApplication::processEvents();
      }
      bench.controller.reset();
      QCoreApplication::processEvents();
    }
  }
};

W2S_TEST(TstRunController)
#include "tst_run_controller.moc"
