// Pause, step and stop act within one batch; pacing and changes never lose anything.
#include <atomic>
#include <chrono>
#include <map>
#include <semaphore>
#include <thread>
#include <vector>

#include <QtTest/QtTest>

#include "core/record/run_control.h"
#include "tests/support/test_main.h"

using namespace w2s::record;

namespace {

// A stage that counts its batches; evaluates after each third and ends an epoch after each fifth.
struct Worker {
  RunControl& control;
  std::atomic<int> batches{0};
  std::atomic<int> waits{0};
  std::counting_semaphore<> waiting{
      0};  // released whenever the worker is about to block in a pause
  std::atomic<bool> ended{false};
  std::jthread thread;

  explicit Worker(RunControl& c) : control(c), thread([this] { work(); }) {}

  void work() {
    RunControl::Gate gate;
    const auto before_wait = [this](bool paused) {
      if (paused) {
        ++waits;
        waiting.release();
      }
    };
    while (control.waitForTurn(gate, before_wait) == RunControl::Turn::Proceed) {
      const int done = ++batches;
      gate.evaluated = done % 3 == 0;
      gate.epoch_ended = done % 5 == 0;
    }
    ended = true;
  }
};

}  // namespace

class TstRunControl : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aPausedRunDoesNothing() {
    RunControl control;
    control.pause();
    Worker worker(control);
    worker.waiting.acquire();
    QCOMPARE(worker.batches.load(), 0);
    control.stop(StopMode::Keep);
    worker.thread.join();
    QVERIFY(worker.ended);
    QCOMPARE(worker.batches.load(), 0);
  }

  void stepDoesExactlyOneUnit_data() {
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::newRow("batch") << int(StepUnit::Batch) << 1 << 2;
    QTest::newRow("evaluation") << int(StepUnit::Evaluation) << 3 << 6;
    QTest::newRow("epoch") << int(StepUnit::Epoch) << 5 << 10;
  }

  void stepDoesExactlyOneUnit() {
    QFETCH(int, unit);
    QFETCH(int, first);
    QFETCH(int, second);
    RunControl control;
    control.pause();
    Worker worker(control);
    worker.waiting.acquire();
    control.step(static_cast<StepUnit>(unit));
    worker.waiting.acquire();
    QCOMPARE(worker.batches.load(), first);
    control.step(static_cast<StepUnit>(unit));
    worker.waiting.acquire();
    QCOMPARE(worker.batches.load(), second);
    QVERIFY(control.isPaused());
    control.stop(StopMode::Discard);
    worker.thread.join();
    QCOMPARE(control.stopMode(), StopMode::Discard);
  }

  void everyStageGetsItsOwnStep() {
    RunControl control;
    control.pause();
    Worker a(control);
    Worker b(control);
    a.waiting.acquire();
    b.waiting.acquire();
    control.step(StepUnit::Batch);
    a.waiting.acquire();
    b.waiting.acquire();
    QCOMPARE(a.batches.load(), 1);
    QCOMPARE(b.batches.load(), 1);
    control.stop(StopMode::Keep);
  }

  void resumeAndPauseAgain() {
    RunControl control;
    control.pause();
    Worker worker(control);
    worker.waiting.acquire();
    control.resume();
    QTRY_VERIFY(worker.batches > 100);
    control.pause();
    worker.waiting.acquire();
    const int at_pause = worker.batches;
    control.step(StepUnit::Batch);
    worker.waiting.acquire();
    QCOMPARE(worker.batches.load(), at_pause + 1);
    control.stop(StopMode::Keep);
  }

  void stopEndsAPacedStageAtOnce() {
    RunControl control;
    control.setSpeed(1e-3);  // one batch in a quarter of an hour
    Worker worker(control);
    control.stop(StopMode::Keep);
    worker.thread.join();
    QCOMPARE(worker.batches.load(), 0);
  }

  // Whoever counts the time of working must hear of it now, not at the next step.
  void aPauseThatEndsInPacingIsTold() {
    RunControl control;
    control.setSpeed(1e-3);
    control.pause();
    std::counting_semaphore<> told{0};
    std::vector<bool> kinds;  // read while the stage is known to wait
    std::jthread stage([&] {
      RunControl::Gate gate;
      control.waitForTurn(gate, [&](bool paused) {
        kinds.push_back(paused);
        told.release();
      });
    });
    const auto next = [&told] { return told.try_acquire_for(std::chrono::minutes(1)); };
    const auto stop = qScopeGuard([&] { control.stop(StopMode::Keep); });
    QVERIFY(next());
    control.resume();
    QVERIFY(next());
    control.pause();
    QVERIFY(next());
    QCOMPARE(kinds, (std::vector<bool>{true, false, true}));
  }

  void raisingTheSpeedFreesAWaitingStage() {
    RunControl control;
    control.setSpeed(1e-3);
    Worker worker(control);
    control.setSpeed(0.0);
    QTRY_VERIFY(worker.batches > 10);
    control.stop(StopMode::Keep);
  }

  void changesArriveInOrderAndOnce() {
    RunControl control;
    QVERIFY(control.takeChanges().empty());
    control.set(LiveParameter::KdWeight, 0.5);
    control.set(LiveParameter::LearningRate, 1e-3);
    control.set(LiveParameter::KdWeight, 0.7);
    const auto changes = control.takeChanges();
    QCOMPARE(changes.size(), std::size_t{3});
    QCOMPARE(changes[0], std::pair(LiveParameter::KdWeight, 0.5));
    QCOMPARE(changes[2], std::pair(LiveParameter::KdWeight, 0.7));
    QVERIFY(control.takeChanges().empty());
  }

  void noChangeIsLostUnderContention() {
    RunControl control;
    constexpr int kChanges = 20000;
    std::jthread poster([&] {
      for (int i = 0; i < kChanges; ++i) {
        control.set(LiveParameter::Temperature, i);
      }
    });
    int next = 0;
    while (next < kChanges) {
      for (const auto& [parameter, value] : control.takeChanges()) {
        QCOMPARE(value, static_cast<double>(next));
        ++next;
      }
    }
    QVERIFY(control.takeChanges().empty());
  }

  void changesThatNobodyTakesAreBounded() {
    RunControl control;
    constexpr int kChanges = 3 * static_cast<int>(RunControl::kMostWaitingChanges);
    control.set(LiveParameter::LearningRate, 1e-3);
    for (int i = 0; i < kChanges; ++i) {
      control.set(i % 2 == 0 ? LiveParameter::Temperature : LiveParameter::KdWeight, i);
    }
    const auto changes = control.takeChanges();
    QVERIFY(changes.size() <= RunControl::kMostWaitingChanges);
    std::map<LiveParameter, double> adopted;
    for (const auto& [parameter, value] : changes) {
      adopted[parameter] = value;
    }
    const std::map<LiveParameter, double> expected{{LiveParameter::LearningRate, 1e-3},
                                                   {LiveParameter::KdWeight, kChanges - 1},
                                                   {LiveParameter::Temperature, kChanges - 2}};
    QCOMPARE(adopted, expected);
  }

  void aDecisionFreesTheWaitingStage() {
    RunControl control;
    std::optional<DivergenceDecision> decision;
    control.decide(DivergenceDecision::RewindToLastGood);  // nobody asked: no effect
    QVERIFY(!control.isPaused());
    control.expectDecision();
    std::jthread waiter([&] { decision = control.waitForDecision(); });
    control.decide(DivergenceDecision::HalveLearningRateAndRetry);
    waiter.join();
    QVERIFY(decision == DivergenceDecision::HalveLearningRateAndRetry);
    QVERIFY(!control.isPaused());
    control.expectDecision();
    std::jthread stopped([&] { decision = control.waitForDecision(); });
    control.stop(StopMode::Keep);
    stopped.join();
    QVERIFY(!decision.has_value());
  }
};

W2S_TEST(TstRunControl)
#include "tst_run_control.moc"
