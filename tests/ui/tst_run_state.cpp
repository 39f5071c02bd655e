// The table of states and actions, and the way through the states.
#include <algorithm>
#include <utility>
#include <vector>

#include <QTest>

#include "tests/support/test_main.h"
#include "ui/bridge/run_state.h"

using namespace w2s::record;
using namespace w2s::ui;

namespace {

QString text(std::string_view view) {
  return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

}  // namespace

class TstRunState : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // One row a state: the actions that are offered, all others are not.
  void offersTheRightActions_data() {
    QTest::addColumn<QString>("offered");
    const QString always = QStringLiteral("Choose preset, Edit live");
    const auto row = [&](RunState state, const char* actions) {
      QTest::newRow(text(nameOf(state)).toUtf8().constData())
          << QString::fromLatin1(actions) + QStringLiteral(", ") + always;
    };
    row(RunState::Idle, "Start, Step, New seed");
    row(RunState::Preparing, "Pause, Stop, Rewind, New seed");
    row(RunState::Running, "Pause, Step, Stop, Rewind, New seed");
    row(RunState::Paused, "Resume, Step, Stop, Rewind, New seed");
    QTest::newRow("Diverged") << QStringLiteral("Stop, Rewind, New seed, ") + always +
                                     QStringLiteral(", Decide");
    QTest::newRow("Stopping") << always;
    row(RunState::Finished, "Start, Step, Rewind, New seed");
    row(RunState::Stopped, "Start, Step, Rewind, New seed");
    row(RunState::Failed, "Start, Step, Rewind, New seed");
  }
  void offersTheRightActions() {
    QFETCH(QString, offered);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    for (const RunState state : kAllRunStates) {
      if (text(nameOf(state)) != tag) {
        continue;
      }
      QStringList enabled;
      for (const Action action : kAllActions) {
        if (isEnabled(action, state)) {
          enabled += text(nameOf(action));
        }
      }
      QCOMPARE(enabled.join(QStringLiteral(", ")), offered);
      return;
    }
    QFAIL("no such state");
  }

  void onlyWhatBeginsARunNeedsSoundSettings() {
    for (const RunState state : kAllRunStates) {
      for (const Action action : {Action::Start, Action::Rewind, Action::NewSeed}) {
        QVERIFY(beginsRun(action, state));
      }
      QCOMPARE(beginsRun(Action::Step, state), !isActive(state));
      for (const Action action : {Action::Pause, Action::Resume, Action::Stop, Action::EditLive}) {
        QVERIFY(!beginsRun(action, state));
      }
    }
  }

  void everyActiveStateCanBeLeft() {
    for (const RunState state : kAllRunStates) {
      QCOMPARE(isEnabled(Action::Stop, state), isActive(state) && state != RunState::Stopping);
      QCOMPARE(isEnabled(Action::Start, state), !isActive(state));
    }
  }

  void followsTheEventsOfARun() {
    RunState state = RunState::Idle;
    const auto step = [&](const Event& event, RunState expected, bool student_started) {
      state = nextState(state, event, student_started);
      QCOMPARE(text(nameOf(state)), text(nameOf(expected)));
    };
    step(RunStarted{}, RunState::Preparing, false);
    step(StageStarted{.stage = stage::kWeak}, RunState::Preparing, false);
    step(RunPaused{}, RunState::Paused, false);
    step(RunContinued{}, RunState::Preparing, false);
    step(StageStarted{.stage = stage::kStudent}, RunState::Running, true);
    step(RunPaused{}, RunState::Paused, true);
    step(RunContinued{}, RunState::Running, true);
    step(Diverged{.term = "kd"}, RunState::Diverged, true);
    step(RunPaused{}, RunState::Diverged, true);
    step(Rewound{}, RunState::Running, true);
    step(RunFinished{}, RunState::Finished, true);
  }

  void aRequestedStopStaysVisibleUntilTheEnd() {
    for (const Event& event :
         {Event{RunPaused{}}, Event{RunContinued{}}, Event{Diverged{}}, Event{RunStarted{}},
          Event{StageStarted{.stage = stage::kStudent}}}) {
      QCOMPARE(nextState(RunState::Stopping, event, true), RunState::Stopping);
    }
    QCOMPARE(nextState(RunState::Stopping, RunStopped{}, true), RunState::Stopped);
    QCOMPARE(nextState(RunState::Stopping, RunFinished{}, true),
             RunState::Finished);  // it was faster
    QCOMPARE(nextState(RunState::Stopping, RunFailed{}, true), RunState::Failed);
  }

  void severalRunsHaveTheStateOfTheBusiestOne() {
    using S = RunState;
    const std::vector<std::pair<std::vector<RunState>, RunState>> cases = {
        {{S::Idle}, S::Idle},
        {{S::Finished, S::Finished}, S::Finished},
        {{S::Running, S::Preparing, S::Finished}, S::Running},
        {{S::Preparing, S::Paused}, S::Preparing},
        {{S::Paused, S::Finished}, S::Paused},
        {{S::Diverged, S::Running}, S::Diverged},
        {{S::Stopping, S::Stopped}, S::Stopping},
        {{S::Stopped, S::Finished}, S::Stopped},
        {{S::Failed, S::Finished}, S::Finished},
        {{S::Failed, S::Failed}, S::Failed}};
    for (const auto& [states, expected] : cases) {
      QCOMPARE(text(nameOf(stateOfAll(states))), text(nameOf(expected)));
      auto backwards = states;
      std::ranges::reverse(backwards);
      QCOMPARE(stateOfAll(backwards), expected);
    }
    // Alone, a run's state is its own.
    for (const RunState state : kAllRunStates) {
      QCOMPARE(stateOfAll(std::vector{state}), state);
    }
  }

  void aRunStartedPausedStaysPaused() {
    QCOMPARE(nextState(RunState::Paused, RunStarted{}, false), RunState::Paused);
  }
};

W2S_TEST(TstRunState)
#include "tst_run_state.moc"
