// Undo and redo of settings: one step a gesture, and a run in progress hears of it.
#include <QAction>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>

#include "tests/support/panel_bench.h"
#include "tests/support/test_main.h"
#include "ui/bridge/loaded_run.h"

using namespace w2s;
using namespace w2s::ui;
using record::LiveParameter;
using test::PanelBench;

namespace {

SettingsBasis hot() {
  config::ExperimentConfig config;
  config.name = "hot";
  config.objective.temperature = 4.0;
  config.seeds = {5};
  config.optimizer.steps = 240;
  return presetBasis(QStringLiteral("hot"), QStringLiteral("Hot & cold"),
                     QStringLiteral("Feel it."), config);
}

}  // namespace

class TstSettingsHistory : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void undoAndRedoAreInverse() {
    PanelBench bench;
    SettingsHistory& history = bench.panel->history();
    QVERIFY(!history.stack().canUndo());
    const config::ExperimentConfig before = bench.config();
    QVERIFY(history.set(QStringLiteral("objective.temperature"), QStringLiteral("2")));
    QVERIFY(history.set(QStringLiteral("supervision.labels"), QStringLiteral("hard")));
    const config::ExperimentConfig after = bench.config();
    QCOMPARE(history.stack().count(), 2);
    QCOMPARE(history.stack().undoText(), QStringLiteral("Weak labels"));
    history.stack().undo();
    history.stack().undo();
    QVERIFY(bench.config() == before);
    history.stack().redo();
    history.stack().redo();
    QVERIFY(bench.config() == after);
  }

  void aBadValueIsNoStep() {
    PanelBench bench;
    const Status status =
        bench.panel->history().set(QStringLiteral("objective.temperature"), QStringLiteral("-1"));
    QVERIFY(!status);
    QVERIFY(status.error().message.find("objective.temperature") != std::string::npos);
    QVERIFY(!bench.panel->history().stack().canUndo());
  }

  void oneDragIsOneStep() {
    PanelBench bench;
    auto* slider = bench.find<QSlider>("field.objective.kd_weight.base.slider");
    slider->setSliderDown(true);
    for (int position = 500; position >= 200; position -= 10) {
      slider->setValue(position);
    }
    slider->setSliderDown(false);
    QCOMPARE(bench.config().objective.kd_weight.base, 0.4);
    QCOMPARE(bench.panel->history().stack().count(), 1);
    slider->setSliderDown(true);
    slider->setValue(100);
    slider->setSliderDown(false);
    QCOMPARE(bench.panel->history().stack().count(), 2);
    bench.panel->history().stack().undo();
    QCOMPARE(bench.config().objective.kd_weight.base, 0.4);
    QCOMPARE(slider->value(), 200);
    bench.panel->history().stack().undo();
    QCOMPARE(bench.config().objective.kd_weight.base, 1.0);
  }

  void aDragBackToItsStartIsNoStep() {
    PanelBench bench;
    auto* slider = bench.find<QSlider>("field.objective.kd_weight.base.slider");
    slider->setSliderDown(true);
    slider->setValue(300);
    slider->setValue(500);
    slider->setSliderDown(false);
    QCOMPARE(bench.config().objective.kd_weight.base, 1.0);
    QVERIFY(!bench.panel->history().stack().canUndo());
  }

  void differentSettingsAreDifferentSteps() {
    PanelBench bench;
    bench.find<QSlider>("field.objective.kd_weight.base.slider")->setValue(300);
    bench.find<QSlider>("field.objective.temperature.slider")->setValue(300);
    bench.find<QSlider>("field.objective.kd_weight.base.slider")->setValue(200);
    QCOMPARE(bench.panel->history().stack().count(), 3);
  }

  void undoDuringARunIsANewIntervention() {
    PanelBench bench;
    bench.startSlowly();
    bench.find<QSlider>("field.objective.confidence_weight.base.slider")->setValue(900);
    const auto& interventions = bench.session->focus().series().interventions;
    QTRY_COMPARE(interventions.size(), std::size_t{1});
    bench.panel->history().stack().undo();
    QTRY_COMPARE(interventions.size(), std::size_t{2});
    QCOMPARE(interventions.back().parameter, LiveParameter::ConfidenceWeight);
    QCOMPARE(interventions.back().old_value, 0.9);
    QCOMPARE(interventions.back().new_value, 0.5);
    bench.panel->history().stack().redo();
    QTRY_COMPARE(interventions.size(), std::size_t{3});
    QCOMPARE(interventions.back().new_value, 0.9);
  }

  void whatOthersChangeCanBeUndoneToo() {
    PanelBench bench;
    bench.session->setLive(LiveParameter::LearningRate, 1e-4);
    QCOMPARE(bench.panel->history().stack().count(), 1);
    QCOMPARE(bench.panel->history().stack().undoText(), QStringLiteral("Learning rate"));
    bench.panel->history().stack().undo();
    QCOMPARE(bench.config().optimizer.learning_rate.base, 3e-3);
  }

  void aChosenBasisIsOneStepWithSeedAndSpeed() {
    PanelBench bench;
    SettingsHistory& history = bench.panel->history();
    QVERIFY(history.set(QStringLiteral("objective.temperature"), QStringLiteral("2")));
    bench.session->setSeed(7);
    bench.session->setSpeed(11.0);
    QSignalSpy changes(&history, &SettingsHistory::basisChanged);
    history.choose(hot());
    QCOMPARE(history.stack().count(), 2);
    QCOMPARE(history.stack().undoText(), QStringLiteral("preset Hot && cold"));
    QCOMPARE(bench.config().objective.temperature, 4.0);
    QCOMPARE(bench.session->seed(), 5);
    QCOMPARE(bench.session->speed(), 30.0);
    QVERIFY(!bench.isShown("field.objective.temperature.changed"));
    bench.session->setSeed(6);
    history.stack().undo();
    QCOMPARE(changes.count(), 2);
    QCOMPARE(bench.find<QLabel>("settings.sentence")->text(), QStringLiteral("Look here."));
    QCOMPARE(bench.config().objective.temperature, 2.0);
    QCOMPARE(history.basis().config.objective.temperature, 1.0);
    QVERIFY(bench.isShown("field.objective.temperature.changed"));
    QCOMPARE(bench.session->seed(), 7);
    QCOMPARE(bench.session->speed(), 11.0);
    history.stack().redo();
    QCOMPARE(bench.find<QLabel>("settings.sentence")->text(), QStringLiteral("Feel it."));
    QCOMPARE(bench.config().objective.temperature, 4.0);
    QCOMPARE(bench.session->seed(), 6);  // as it was left
  }

  void whereHistoryBeginsNothingIsUndone() {
    PanelBench bench;
    QVERIFY(bench.panel->history().set(QStringLiteral("name"), QStringLiteral("x")));
    bench.panel->history().begin(stateOf(hot(), {0}));
    QVERIFY(!bench.panel->history().stack().canUndo());
    QCOMPARE(bench.config().objective.temperature, 4.0);
  }

  void theSameBasisAgainIsAReset() {
    PanelBench bench;
    SettingsHistory& history = bench.panel->history();
    history.begin(stateOf(hot(), {0}));
    history.choose(hot());
    QVERIFY(!history.stack().canUndo());  // nothing changed
    QVERIFY(history.set(QStringLiteral("objective.temperature"), QStringLiteral("2")));
    history.choose(hot());
    QCOMPARE(bench.config().objective.temperature, 4.0);
    history.stack().undo();
    QCOMPARE(bench.config().objective.temperature, 2.0);
    bench.session->setSeed(8);
    history.choose(hot());
    QCOMPARE(bench.session->seed(), 5);
  }

  // The run's own settings are one basis, the next run's another.
  void theRunInProgressHearsNothingOfAnotherBasis() {
    PanelBench bench;
    SettingsHistory& history = bench.panel->history();
    bench.startSlowly();
    const auto& interventions = bench.session->focus().series().interventions;
    history.choose(hot());
    QVERIFY(history.set(QStringLiteral("objective.temperature"), QStringLiteral("3")));
    history.stack().undo();
    history.stack().undo();
    history.stack().redo();
    history.stack().undo();
    QCOMPARE(bench.session->focus().presentConfig().objective.temperature, 1.0);
    // Under its own basis it hears of edits again, after all of the above.
    QVERIFY(history.set(QStringLiteral("objective.kd_weight"), QStringLiteral("0.3")));
    QTRY_COMPARE(interventions.size(), std::size_t{1});
    QCOMPARE(interventions.front().parameter, LiveParameter::KdWeight);
    QCOMPARE(bench.runner->receivedChanges().size(), std::size_t{1});
  }

  void whatTheRunChangesItselfIsAStepOfItsOwnBasisAlone() {
    PanelBench bench;
    SettingsHistory& history = bench.panel->history();
    bench.startSlowly();
    QVERIFY(history.set(QStringLiteral("optimizer.learning_rate"), QStringLiteral("0.8")));
    QTRY_COMPARE(bench.session->focus().state(), RunState::Diverged);
    history.choose(hot());
    const int steps = history.stack().count();
    bench.session->focus().decide(record::DivergenceDecision::HalveLearningRateAndRetry);
    QTRY_COMPARE(bench.session->focus().presentConfig().optimizer.learning_rate.base, 0.4);
    QVERIFY(bench.config() == hot().config);
    QCOMPARE(history.stack().count(), steps);
  }

  void theHalvedLearningRateIsAStep() {
    PanelBench bench;
    SettingsHistory& history = bench.panel->history();
    bench.startSlowly();
    QVERIFY(history.set(QStringLiteral("optimizer.learning_rate"), QStringLiteral("0.8")));
    QTRY_COMPARE(bench.session->focus().state(), RunState::Diverged);
    bench.session->focus().decide(record::DivergenceDecision::HalveLearningRateAndRetry);
    QTRY_COMPARE(bench.config().optimizer.learning_rate.base, 0.4);
    QCOMPARE(history.stack().count(), 2);
    QCOMPARE(bench.runner->receivedChanges().size(), std::size_t{1});  // nothing sent back
    history.stack().undo();
    QCOMPARE(bench.config().optimizer.learning_rate.base, 0.8);
  }

  // They come one by one, as a hand on a slider made them.
  void replayedChangesOfOneSettingAreOneStep() {
    PanelBench bench;
    SettingsHistory& history = bench.panel->history();
    LoadedRun run{.id = "r1"};
    for (int i = 0; i < 5; ++i) {
      run.interventions.push_back({.step = i,
                                   .parameter = LiveParameter::KdWeight,
                                   .old_value = 1.0 - 0.1 * i,
                                   .new_value = 0.9 - 0.1 * i});
    }
    bench.session->replayRun(run);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QCOMPARE(bench.session->focus().series().interventions.size(), std::size_t{5});
    QCOMPARE(bench.config().objective.kd_weight.base, 0.9 - 0.1 * 4);
    QVERIFY(bench.runner->receivedChanges().empty());
    QCOMPARE(history.stack().count(), 1);
    QVERIFY(history.stack().undoText().startsWith(QStringLiteral("KD weight")));
    history.stack().undo();
    QCOMPARE(bench.config().objective.kd_weight.base, 1.0);
  }

  void whatComesWithABasisIsOneStep() {
    PanelBench bench;
    SettingsHistory& history = bench.panel->history();
    const config::ExperimentConfig before = bench.config();
    history.expect(true);
    bench.session->setSeed(9);
    bench.session->setConfig(hot().config);
    history.adopt(runBasis(QStringLiteral("r1"), hot().config));
    history.expect(false);
    QCOMPARE(history.stack().count(), 1);
    QCOMPARE(history.stack().undoText(), QStringLiteral("settings of run hot"));
    QCOMPARE(history.basis().name, QStringLiteral("r1"));
    history.stack().undo();
    QVERIFY(bench.config() == before);
    QCOMPARE(bench.session->seed(), 0);
    QCOMPARE(history.basis().name, QString());
    // Refused: nothing came. Or something came and no basis with it.
    history.expect(true);
    history.expect(false);
    QCOMPARE(history.stack().index(), 0);
    history.adopt(hot());
    QCOMPARE(history.basis().name, QString());
    history.expect(true);
    bench.session->setLive(LiveParameter::LearningRate, 1e-4);
    history.expect(false);
    QCOMPARE(history.stack().undoText(), QStringLiteral("Learning rate"));
  }

  void aRunInProgressKeepsItsPaceWhenABasisIsChosen() {
    PanelBench bench;
    SettingsHistory& history = bench.panel->history();
    bench.startSlowly();
    history.choose(hot());
    QCOMPARE(bench.session->speed(), 20.0);
    QCOMPARE(history.state().speed, 30.0);  // as it is remembered
    history.stack().undo();
    QCOMPARE(history.state().speed, 20.0);
    history.stack().redo();
    bench.session->focus().stop(record::StopMode::Keep);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Stopped);
    QCOMPARE(bench.session->speed(), 30.0);
    bench.session->start();
    QCOMPARE(bench.runner->requests().back().steps_per_second, 30.0);
    // A hand on the slider acts at once and has the last word.
    history.choose(presetBasis(QStringLiteral("cold"), QStringLiteral("Cold"), {}, {}));
    bench.session->setSpeed(40.0);
    QCOMPARE(bench.session->speed(), 40.0);
    bench.session->focus().stop(record::StopMode::Keep);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Stopped);
    QCOMPARE(bench.session->speed(), 40.0);
  }

  void theRunsOwnBasisAgainIsAnEditOfTheRun() {
    PanelBench bench;
    SettingsHistory& history = bench.panel->history();
    history.begin(stateOf(hot(), {0}));
    bench.startSlowly();
    QVERIFY(history.set(QStringLiteral("objective.temperature"), QStringLiteral("2")));
    const auto& interventions = bench.session->focus().series().interventions;
    QTRY_COMPARE(interventions.size(), std::size_t{1});
    history.choose(hot());
    QTRY_COMPARE(interventions.size(), std::size_t{2});
    QCOMPARE(interventions.back().new_value, 4.0);
    history.stack().undo();
    QTRY_COMPARE(interventions.size(), std::size_t{3});
    QCOMPARE(interventions.back().new_value, 2.0);
  }

  void leafingThroughBasesIsOneStep() {
    PanelBench bench;
    SettingsHistory& history = bench.panel->history();
    const SettingsBasis cold = presetBasis(QStringLiteral("cold"), QStringLiteral("Cold"), {}, {});
    bench.session->setSeed(7);
    history.choose(hot());
    history.choose(cold);
    history.choose(hot());
    QCOMPARE(history.stack().count(), 1);
    QCOMPARE(history.stack().undoText(), QStringLiteral("preset Hot && cold"));
    history.stack().undo();
    QCOMPARE(history.basis().name, QString());
    QCOMPARE(bench.session->seed(), 7);
    history.stack().redo();
    QCOMPARE(bench.config().objective.temperature, 4.0);
    // An edit or another seed between them makes two.
    bench.session->setSeed(9);
    history.choose(cold);
    QCOMPARE(history.stack().count(), 2);
    QVERIFY(history.set(QStringLiteral("objective.temperature"), QStringLiteral("2")));
    history.choose(hot());
    QCOMPARE(history.stack().count(), 4);
    // Back where it began: nothing to undo.
    history.begin(stateOf(cold, {0}));
    history.choose(hot());
    history.choose(cold);
    history.choose(hot());
    history.stack().undo();
    QCOMPARE(history.basis().name, QStringLiteral("cold"));
  }

  void anEditedListOfSeedsIsThatOfTheToolBar() {
    PanelBench bench;
    SettingsHistory& history = bench.panel->history();
    QVERIFY(history.set(QStringLiteral("seeds"), QStringLiteral("5, 6")));
    QCOMPARE(bench.session->seeds(), (std::vector<std::int64_t>{5, 6}));
    bench.session->setSeed(6);
    QVERIFY(history.set(QStringLiteral("objective.temperature"), QStringLiteral("2")));
    QCOMPARE(bench.session->seeds(), (std::vector<std::int64_t>{6}));  // the list was not edited
    QVERIFY(history.set(QStringLiteral("seeds"), QStringLiteral("4, 6")));
    QCOMPARE(bench.session->seeds(), (std::vector<std::int64_t>{4, 6}));
    // Settings that others bring come with their own seed.
    bench.session->setSeed(8);
    bench.session->setConfig(hot().config);
    QCOMPARE(bench.session->seed(), 8);
  }

  void resettingAllIsOneStep() {
    PanelBench bench;
    SettingsHistory& history = bench.panel->history();
    QVERIFY(history.set(QStringLiteral("objective.temperature"), QStringLiteral("2")));
    QVERIFY(history.set(QStringLiteral("weak.backbone"), QStringLiteral("mlp")));
    const config::ExperimentConfig edited = bench.config();
    bench.panel->resetAll();
    QVERIFY(bench.config() == config::ExperimentConfig{});
    history.stack().undo();
    QVERIFY(bench.config() == edited);
  }

  void theMenuSaysWhatAndTheNumberBoxLeavesTheKeysToIt() {
    PanelBench bench;
    const auto actions = bench.panel->editActions();
    QAction* undo = actions.front();
    QVERIFY(!undo->isEnabled());
    auto* box = bench.find<QDoubleSpinBox>("field.objective.temperature.number");
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("2"));
    QTest::keyClick(box, Qt::Key_Return);
    QVERIFY(undo->isEnabled());
    QVERIFY(undo->text().contains(QStringLiteral("Temperature")));
    // The box has the focus and no half-typed number: the shortcut is not its own.
    QKeyEvent key(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
    key.ignore();
    QCoreApplication::sendEvent(box, &key);
    QVERIFY(!key.isAccepted());
    QTest::keyClicks(box, QStringLiteral("3"));
    QKeyEvent again(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
    again.ignore();
    QCoreApplication::sendEvent(box, &again);
    QVERIFY(again.isAccepted());
  }
};

W2S_WINDOW_TEST(TstSettingsHistory)
#include "tst_settings_history.moc"
