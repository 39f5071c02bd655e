// A recorded run is played on the page of live runs: at each step it looks as it did then, its end is
// what opening it shows, and neither the way there nor the pace changes a value.
#include <array>
#include <cmath>
#include <functional>

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include "core/store/event_log.h"
#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "tests/ui/stored_runs.h"
#include "ui/bridge/loaded_run.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/bridge/run_player.h"
#include "ui/charts/chart_board.h"
#include "ui/figures/figure_source.h"
#include "ui/pages/run_page.h"
#include "ui/widgets/state_chip.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::ui;
using test::recordRun;
using test::TemporaryWorkspace;
using test::WindowBench;

namespace {

using Write = std::function<void(const Event&)>;

std::string idOf(const RunSeries& series) {
  return series.id;
}

bool isSame(const metrics::Performance& a, const metrics::Performance& b) {
  return a.n == b.n && (a.n == 0 || a.accuracy == b.accuracy);  // without rows: not a number
}

// Empty: both would be drawn alike. Else what differs.
std::string difference(const RunSeries& a, const RunSeries& b) {
  for (const StageId& id : {stage::kWeakLabels, stage::kCeiling, stage::kStudent}) {
    const StageSeries& left = a.stage(id);
    const StageSeries& right = b.stage(id);
    if (left.state != right.state || left.done != right.done || left.total != right.total ||
        left.steps != right.steps || left.unit != right.unit || !isSame(left.test, right.test)) {
      return id + ": state";
    }
    if (!(left.rows == right.rows)) {
      return id + ": rows";
    }
    if (left.evaluations.size() != right.evaluations.size()) {
      return id + ": evaluations";
    }
    for (std::size_t i = 0; i < left.evaluations.size(); ++i) {
      if (left.evaluations[i].step != right.evaluations[i].step ||
          !isSame(left.evaluations[i].test, right.evaluations[i].test)) {
        return id + ": an evaluation";
      }
    }
  }
  if (a.interventions != b.interventions) {
    return "live changes";
  }
  if (a.divergences.size() != b.divergences.size() ||
      a.divergence.has_value() != b.divergence.has_value()) {
    return "divergences";
  }
  const bool same_end = a.summary.has_value() == b.summary.has_value() &&
                        a.failure.has_value() == b.failure.has_value() && a.stopped == b.stopped;
  return !same_end ? "the end" : idOf(a) != idOf(b) || a.seed != b.seed ? "which run" : "";
}

std::shared_ptr<const LoadedRun> load(const TemporaryWorkspace& workspace, const std::string& id) {
  auto loaded = loadForWindow(workspace.run(id));
  if (!loaded) {
    qFatal("%s", loaded.error().message.c_str());
  }
  return *loaded;
}

// A run of 30 steps with a live change before the batch of index 4, which diverges at step 17 and
// goes back to step 10, where the person's change is recorded again; `end` says how it ends.
void recordRewound(const TemporaryWorkspace& workspace, const std::string& id,
                   const std::function<void(const Write&)>& end) {
  store::Manifest manifest;
  manifest.id = id;
  manifest.name = "sample";
  manifest.created = "2024-11-23T12:00:00Z";
  manifest.device = "cpu";
  manifest.config.optimizer.steps = 30;
  auto writer = store::RunWriter::create(workspace.path(), manifest);
  QVERIFY(writer.has_value());
  const Write write = [&](const Event& event) {
    if (const Status written = writer->write(event); !written) {
      qFatal("%s", written.error().message.c_str());
    }
  };
  const auto evaluate = [&](const StageId& stage, std::int64_t step) {
    Evaluated event{.stage = stage, .evaluation = {}};
    event.evaluation.step = step;
    event.evaluation.seconds = 0.1 * static_cast<double>(step);
    event.evaluation.test = {.accuracy = 0.5 + 0.01 * static_cast<double>(step), .n = 1000};
    write(event);
  };
  const auto train = [&](std::int64_t first, std::int64_t last) {
    for (std::int64_t step = first; step <= last; ++step) {
      write(StepsMeasured{.stage = stage::kStudent, .rows = test::blockOf(test::sampleRow(step))});
    }
  };
  write(RunStarted{.name = "sample",
                   .device = "cpu",
                   .stages = {{.id = stage::kWeakLabels, .fingerprint = "a"},
                              {.id = stage::kCeiling, .fingerprint = "b", .steps = 30},
                              {.id = stage::kStudent, .fingerprint = "c", .steps = 30}}});
  write(StageFinished{.stage = stage::kWeakLabels, .test = {.accuracy = 0.6, .n = 1000}});
  write(StageStarted{.stage = stage::kStudent, .steps = 30});
  write(StageStarted{.stage = stage::kCeiling, .steps = 30});
  train(1, 4);
  write(Intervened{
      {.step = 4, .parameter = LiveParameter::Temperature, .old_value = 1.0, .new_value = 2.0}});
  train(5, 10);
  evaluate(stage::kStudent, 10);
  evaluate(stage::kCeiling, 15);
  train(11, 16);
  write(Diverged{.stage = stage::kStudent, .step = 17, .term = "kd", .last_good_step = 10});
  write(Rewound{.stage = stage::kStudent, .step = 10});
  write(Intervened{
      {.step = 10, .parameter = LiveParameter::LearningRate, .old_value = 0.1, .new_value = 0.05}});
  train(11, 20);
  evaluate(stage::kStudent, 20);
  evaluate(stage::kCeiling, 30);
  write(StageFinished{.stage = stage::kCeiling, .test = {.accuracy = 0.9, .n = 1000}});
  end(write);
}

// What the accuracy chart draws: labels and points of its curves.
std::string drawn(const charts::ChartData& data) {
  std::string text;
  for (const charts::Curve& curve : data.curves) {
    text += curve.label + ':';
    for (std::size_t i = 0; i < curve.size(); ++i) {
      text += ' ' + std::to_string(curve.x[i]) + ',' + std::to_string(curve.y[i]);
    }
    text += '\n';
  }
  return text;
}

}  // namespace

class TstRunPlayer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyStepIsTheSameHoweverItIsReached_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("finished") << 0;
    QTest::newRow("killed") << 1;
    QTest::newRow("went back, stopped") << 2;
    QTest::newRow("went back, failed") << 3;
  }
  void everyStepIsTheSameHoweverItIsReached() {
    QFETCH(int, kind);
    const TemporaryWorkspace workspace;
    if (kind < 2) {
      recordRun(workspace.path(), {.id = "r", .done = kind == 0 ? 40 : 33, .finished = kind == 0});
    } else {
      recordRewound(workspace, "r", [&](const Write& write) {
        if (kind == 2) {
          write(RunStopped{});
        } else {
          write(RunFailed{.error = fail(ErrorCode::Io, "The disk is full.").value(),
                          .stage = stage::kStudent,
                          .step = 20});
        }
      });
    }
    const auto run = load(workspace, "r");
    const RunRecording recording(run->events, run->series);
    const std::int64_t steps = recording.steps();
    QCOMPARE(steps, std::int64_t{kind == 0 ? 40 : kind == 1 ? 33 : 20});
    // The end is what opening the run shows.
    const auto folder = store::loadRun(workspace.run("r"));
    QVERIFY(folder.has_value());
    QCOMPARE(difference(recording.at(steps), seriesOf(*folder)), std::string());
    for (std::int64_t step = 0; step <= steps; ++step) {
      const RunSeries there = recording.at(step);
      const StageSeries& student = there.stage(stage::kStudent);
      QCOMPARE(student.rows.lastStep(), step);
      QCOMPARE(student.rows.size(), static_cast<std::size_t>(step));
      QVERIFY(student.evaluations.empty() || student.evaluations.back().step <= step);
      QCOMPARE(there.summary.has_value(), kind == 0 && step == steps);
      QCOMPARE(there.stage(stage::kWeakLabels).state, StageSeries::State::Finished);
      for (std::int64_t from = 0; from <= step; from += 7) {
        RunSeries moved = recording.at(from);
        recording.continueFrom(moved, from, step);
        QCOMPARE(difference(moved, there), std::string());
      }
    }
    if (kind >= 2) {
      QCOMPARE(recording.at(4).interventions.size(), std::size_t{0});
      QCOMPARE(recording.at(5).interventions.size(), std::size_t{1});
      QVERIFY(recording.at(16).divergences.empty());
      QCOMPARE(recording.at(17).divergences.size(), std::size_t{1});
      QCOMPARE(recording.at(17).stage(stage::kCeiling).evaluations.size(), std::size_t{1});
    }
  }

  void itPlaysAtTheRecordedPaceAndEndsAsTheRunDid() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "r"});  // a step takes 0.01 s
    const auto run = load(workspace, "r");
    ExperimentSession session(std::make_unique<test::FakeRunner>());
    RunPlayer player(session);
    QVERIFY(!player.canPlay());
    player.play();
    QVERIFY(!player.isPlaying());
    session.show(*run);
    QVERIFY(player.canPlay());
    QCOMPARE(player.position(), std::int64_t{40});
    const RunSeries whole = session.focus().series();
    QSignalSpy refreshed(&session, &ExperimentSession::refreshed);
    player.play();
    QVERIFY(player.isPlaying());
    QCOMPARE(player.position(), std::int64_t{0});
    QVERIFY(session.focus().isShownInPart());
    player.advance(0.1);
    QCOMPARE(player.position(), std::int64_t{10});
    QCOMPARE(session.focus().series().stage(stage::kStudent).rows.size(), std::size_t{10});
    QVERIFY(std::abs(player.seconds() - 0.1) < 1e-9);
    player.setSpeed(0.25);
    player.advance(0.04);
    QCOMPARE(player.position(), std::int64_t{11});
    player.setSpeed(2.0);
    player.advance(0.1);
    QCOMPARE(player.position(), std::int64_t{31});
    QCOMPARE(session.state(), RunState::Finished);  // nothing is at work
    QVERIFY(!session.isBusy());
    player.moveTo(20);
    QVERIFY(player.isPlaying());
    player.setSpeed(1000.0);
    QCOMPARE(player.speed(), 32.0);
    player.advance(1.0);
    QVERIFY(!player.isPlaying());
    QVERIFY(!session.focus().isShownInPart());
    QCOMPARE(difference(session.focus().series(), whole), std::string());
    QVERIFY(refreshed.size() >= 5);
    // A new run takes the page, and nothing plays on.
    player.play();
    session.start();
    QVERIFY(!player.isPlaying() && !player.canPlay());
    QTRY_COMPARE(session.state(), RunState::Finished);
  }

  void itStepsForwardsAndBack() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "r"});
    ExperimentSession session(std::make_unique<test::FakeRunner>());
    session.show(*load(workspace, "r"));
    RunPlayer player(session);
    player.stepBack();
    QCOMPARE(player.position(), std::int64_t{30});
    player.step(StepUnit::Batch);
    QCOMPARE(player.position(), std::int64_t{31});
    player.step(StepUnit::Evaluation);
    QCOMPARE(player.position(), std::int64_t{40});
    player.step(StepUnit::Batch);  // behind the end there is nothing
    QCOMPARE(player.position(), std::int64_t{40});
    player.moveTo(-5);
    QCOMPARE(player.position(), std::int64_t{0});
    player.stepBack();
    QCOMPARE(player.position(), std::int64_t{0});
    player.step(StepUnit::Evaluation);
    QCOMPARE(player.position(), std::int64_t{10});
    player.step(StepUnit::Epoch);
    QCOMPARE(player.position(), std::int64_t{40});  // an epoch has more steps than the run
  }

  void allSeedsPlayTogether() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "a", .seed = 0});
    recordRun(workspace.path(), {.id = "b", .seed = 1, .student = 0.7});
    ExperimentSession session(std::make_unique<test::FakeRunner>());
    const std::array runs{load(workspace, "a"), load(workspace, "b")};
    session.show(runs);
    RunPlayer player(session);
    player.moveTo(12);
    for (const RunSession* run : session.experiment()) {
      QCOMPARE(run->series().stage(stage::kStudent).rows.lastStep(), std::int64_t{12});
    }
    // What seeds that join them repeat is whole.
    session.addSeeds(1);
    for (const RunSession* run : session.experiment()) {
      QVERIFY(!run->isShownInPart());
    }
    QTRY_VERIFY(!session.isBusy());
  }

  void scrubbingToAndFroDrawsTheSame() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "r"});
    WindowBench bench({.workspace = workspace.path()});
    auto* bar = bench.find<QWidget>("player");
    QVERIFY(!bar->isVisible());
    bench.window->recordedRuns()->open(QStringLiteral("r"));
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bench.find<QLabel>("player.badge")->text().contains(QStringLiteral("RECORDED")));
    ChartBoard& board = bench.window->findChild<RunPage*>()->board();
    const std::string whole = drawn(board.data("accuracy"));
    auto* slider = bench.find<QSlider>("player.position");
    const auto at = [&](int step) {
      slider->setValue(step);
      if (!QTest::qWaitFor([&] { return bench.window->player().position() == step; }, 5000)) {
        return std::string();
      }
      return drawn(board.data("accuracy"));
    };
    const std::string early = at(15);
    QVERIFY(!early.empty() && early != whole);
    QCOMPARE(bench.find<QLabel>("player.place")->text(), QStringLiteral("step 15 of 40"));
    QVERIFY(bench.find<StateChip>("run.state")->text().startsWith(QStringLiteral("Recorded")));
    const std::string later = at(32);
    QVERIFY(later != early);
    QCOMPARE(at(15), early);
    // Figures have the whole run, wherever it is shown.
    FigureSource source(*bench.session, bench.window->recordedRuns());
    const auto of_part = source.make({});
    QVERIFY(of_part.has_value());
    const std::string printed = drawn(of_part->panels.front());
    QCOMPARE(at(32), later);
    QCOMPARE(at(40), whole);
    const auto of_whole = source.make({});
    QVERIFY(of_whole.has_value());
    QCOMPARE(printed, drawn(of_whole->panels.front()));
    QVERIFY(bench.find<StateChip>("run.state")->text().startsWith(QStringLiteral("Finished")));
  }

  void everythingIsReachedWithKeys() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "r"});
    WindowBench bench({.workspace = workspace.path()});
    bench.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    const RunPlayer& player = bench.window->player();
    QVERIFY(!bench.find<QAction>("act.player.toggle")->isEnabled());
    bench.window->recordedRuns()->open(QStringLiteral("r"));
    QTRY_VERIFY(player.canPlay());
    QWidget* window = bench.window.get();
    QTest::keyClick(window, Qt::Key_Home, Qt::AltModifier);
    QCOMPARE(player.position(), std::int64_t{0});
    QTest::keyClick(window, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(player.position(), std::int64_t{10});
    QTest::keyClick(window, Qt::Key_Period, Qt::AltModifier);
    QCOMPARE(player.position(), std::int64_t{11});
    QTest::keyClick(window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(player.position(), std::int64_t{10});
    QTest::keyClick(window, Qt::Key_Plus, Qt::AltModifier);
    QCOMPARE(player.speed(), 2.0);
    QCOMPARE(bench.find<QComboBox>("player.speed")->currentText(), QStringLiteral("\u00d72"));
    QTest::keyClick(window, Qt::Key_Minus, Qt::AltModifier);
    QTest::keyClick(window, Qt::Key_Minus, Qt::AltModifier);
    QCOMPARE(bench.find<QComboBox>("player.speed")->currentText(), QStringLiteral("\u00d70.5"));
    QTest::keyClick(window, Qt::Key_P, Qt::ControlModifier);
    QVERIFY(player.isPlaying());
    QCOMPARE(bench.find<QAction>("act.player.toggle")->text(), QStringLiteral("Pause"));
    QTest::keyClick(window, Qt::Key_P, Qt::ControlModifier);
    QVERIFY(!player.isPlaying());
    QTest::keyClick(window, Qt::Key_End, Qt::AltModifier);
    QCOMPARE(player.position(), std::int64_t{40});
    // It is said which keys do this.
    QVERIFY(bench.find<QAbstractButton>("player.toggle")->toolTip().contains("Ctrl+P"));
    auto* slider = bench.find<QSlider>("player.position");
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Left);
    QTRY_COMPARE(player.position(), std::int64_t{39});
  }

  // A run that has nothing to play is shown, and it is said why.
  void aRunWithoutStepsSaysSo() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "r", .done = 0, .finished = false});
    WindowBench bench({.workspace = workspace.path()});
    QSignalSpy notice(bench.window->recordedRuns(), &RecordedRuns::notice);
    QTRY_VERIFY(bench.window->recordedRuns()->canOpen(QStringLiteral("r")));
    bench.window->recordedRuns()->play(QStringLiteral("r"));
    QTRY_COMPARE(notice.size(), 1);
    QVERIFY(notice.front().front().toString().contains(QStringLiteral("nothing to play")));
    QVERIFY(!bench.find<QWidget>("player")->isVisible());
    QCOMPARE(bench.session->focus().series().id, std::string("r"));
  }
};

W2S_WINDOW_TEST(TstRunPlayer)
#include "tst_run_player.moc"
