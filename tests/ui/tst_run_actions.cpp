// Which action can be used in which state, as a table, and the keys of speed.
#include <QAction>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/fake_runner.h"
#include "tests/support/test_main.h"
#include "ui/pages/run_actions.h"
#include "ui/theme/theme.h"

using namespace w2s::ui;

class TstRunActions : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void statesAndActions_data() {
    QTest::addColumn<QString>("start_text");
    // toggle, step (three), rewind, new seed, stop (two)
    QTest::addColumn<QString>("enabled");
    QTest::newRow("Idle") << "Start"
                          << "toggle step new_seed";
    QTest::newRow("Preparing") << "Pause"
                               << "toggle rewind new_seed stop";
    QTest::newRow("Running") << "Pause"
                             << "toggle step rewind new_seed stop";
    QTest::newRow("Paused") << "Continue"
                            << "toggle step rewind new_seed stop";
    QTest::newRow("Diverged") << "Start"
                              << "rewind new_seed stop";
    QTest::newRow("Stopping") << "Start"
                              << "";
    QTest::newRow("Finished") << "Start"
                              << "toggle step rewind new_seed";
    QTest::newRow("Stopped") << "Start"
                             << "toggle step rewind new_seed";
    QTest::newRow("Failed") << "Start"
                            << "toggle step rewind new_seed";
  }
  void statesAndActions() {
    QFETCH(QString, start_text);
    QFETCH(QString, enabled);
    const QString name = QLatin1String(QTest::currentDataTag());
    const auto* state = std::find_if(kAllRunStates.begin(), kAllRunStates.end(), [&](RunState s) {
      return QString::fromUtf8(nameOf(s).data()) == name;
    });
    QVERIFY(state != kAllRunStates.end());
    actions_->showState(*state);
    QStringList found;
    const auto add = [&](const QAction& action, const char* text) {
      if (action.isEnabled()) {
        found += QLatin1String(text);
      }
    };
    add(actions_->toggle, "toggle");
    add(actions_->step_batch, "step");
    add(actions_->rewind, "rewind");
    add(actions_->new_seed, "new_seed");
    add(actions_->stop_keep, "stop");
    QCOMPARE(found.join(QLatin1Char(' ')), enabled);
    QCOMPARE(actions_->step_evaluation.isEnabled(), actions_->step_batch.isEnabled());
    QCOMPARE(actions_->step_epoch.isEnabled(), actions_->step_batch.isEnabled());
    QCOMPARE(actions_->stop_discard.isEnabled(), actions_->stop_keep.isEnabled());
    QVERIFY(actions_->set_seed.isEnabled());
    QCOMPARE(actions_->toggle.text(), start_text);
  }

  void everyStateHasARow() {
    QCOMPARE(kAllRunStates.size(), std::size_t{9});
  }

  void fullSpeedIsOneKeyAwayAndBack() {
    session_->setSpeed(50.0);
    QVERIFY(!actions_->max_speed.isChecked());
    actions_->max_speed.trigger();
    QCOMPARE(session_->speed(), 0.0);
    QVERIFY(!actions_->faster.isEnabled());
    actions_->max_speed.trigger();
    QCOMPARE(session_->speed(), 50.0);
    QCOMPARE(actions_->max_speed.shortcut(), QKeySequence(Qt::Key_M));
  }

  void speedDoublesAndHalvesWithinItsRange() {
    session_->setSpeed(50.0);
    actions_->faster.trigger();
    QCOMPARE(session_->speed(), 100.0);
    actions_->slower.trigger();
    actions_->slower.trigger();
    QCOMPARE(session_->speed(), 25.0);
    for (int i = 0; i < 20; ++i) {
      actions_->slower.trigger();
    }
    QCOMPARE(session_->speed(), 1.0);
    for (int i = 0; i < 20; ++i) {
      actions_->faster.trigger();
    }
    QCOMPARE(session_->speed(), 0.0);  // past the fastest pace: as fast as possible
  }

  void presentAndExportWaitForWhatTheyOpen() {
    for (QAction* action : {&actions_->present, &actions_->export_figure}) {
      QVERIFY(!action->isEnabled());
      QVERIFY(!action->toolTip().isEmpty());
    }
    int opened = 0;
    actions_->setUp(actions_->present, QStringLiteral("Big figures"), [&opened] { ++opened; });
    QVERIFY(actions_->present.isEnabled());
    actions_->present.trigger();
    QCOMPARE(opened, 1);
    QVERIFY(actions_->present.toolTip().contains(QStringLiteral("F5")));
  }

  void init() {
    theme_ = std::make_unique<Theme>();
    session_ = std::make_unique<ExperimentSession>(std::make_unique<w2s::test::FakeRunner>());
    actions_ = std::make_unique<RunActions>(*theme_, *session_);
  }
  void cleanup() {
    actions_.reset();
    session_.reset();
    theme_.reset();
  }

 private:
  std::unique_ptr<Theme> theme_;
  std::unique_ptr<ExperimentSession> session_;
  std::unique_ptr<RunActions> actions_;
};

W2S_WINDOW_TEST(TstRunActions)
#include "tst_run_actions.moc"
