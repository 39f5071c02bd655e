// The window over the fake engine: what a person clicks, and what is drawn then.
#include <algorithm>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include "tests/support/fake_runner.h"
#include "tests/support/test_main.h"
#include "ui/bridge/experiment_session.h"
#include "ui/charts/plot_widget.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"
#include "ui/widgets/log_view.h"
#include "ui/widgets/state_chip.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::ui;
using test::FakeRunner;
using test::FakeRunnerOptions;

namespace {

QStringList g_warnings;
QtMessageHandler g_previous_handler = nullptr;

void collectWarnings(QtMsgType type, const QMessageLogContext& context, const QString& message) {
  // The offscreen platform cannot propagate size hints, raise a list or grab the keyboard for it;
  // that is no fault of the window.
  if (type != QtDebugMsg && type != QtInfoMsg &&
      !message.startsWith(QStringLiteral("This plugin does not support"))) {
    g_warnings += message;
  }
  g_previous_handler(type, context, message);
}

struct Bench {
  explicit Bench(FakeRunnerOptions options = {}) {
    theme.choose(ThemeChoice::Light);
    auto owned = std::make_unique<FakeRunner>(std::move(options));
    runner = owned.get();
    session = std::make_unique<ExperimentSession>(
        std::move(owned),
        ExperimentSession::Options{.refresh_interval = std::chrono::milliseconds(10)});
    MainWindow::Options window_options;
    window_options.presets = {{.name = QStringLiteral("fashion-demo"),
                               .title = QStringLiteral("Fashion demo"),
                               .sentence = QStringLiteral("Watch."),
                               .config = {}},
                              {.name = QStringLiteral("other"),
                               .title = QStringLiteral("Other"),
                               .sentence = QStringLiteral("Look."),
                               .config = other()}};
    window = std::make_unique<MainWindow>(theme, *session, std::move(window_options));
    window->resize(1440, 900);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
  }
  static config::ExperimentConfig other() {
    config::ExperimentConfig config;
    config.name = "other";
    config.objective.temperature = 4.0;
    config.seeds = {5};
    return config;
  }
  template <class T>
  [[nodiscard]] T* find(const char* name) const {
    T* found = window->findChild<T*>(QLatin1String(name));
    if (found == nullptr) {
      qFatal("no widget %s", name);
    }
    return found;
  }
  void click(const char* name) const {
    QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton);
  }
  [[nodiscard]] const StageSeries& student() const {
    return session->focus().series().stage(stage::kStudent);
  }

  Theme theme;
  FakeRunner* runner = nullptr;
  std::unique_ptr<ExperimentSession> session;
  std::unique_ptr<MainWindow> window;
};

bool isNear(const QColor& a, const QColor& b) {
  return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
             std::abs(a.blue() - b.blue()) <
         24;
}

}  // namespace

class TstMainWindow : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    g_previous_handler = qInstallMessageHandler(collectWarnings);
  }
  void init() {
    g_warnings.clear();
  }
  void cleanup() {
    QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char('\n'))));
  }

  void opensReadyToRun() {
    Bench bench;
    QCOMPARE(bench.window->focusWidget(), bench.find<QWidget>("run.start"));
    QTest::keyClick(bench.window->focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QCOMPARE(bench.runner->requests().size(), std::size_t{1});
  }

  void theStudentsCurveIsInsideThePlotAndNowhereElse() {
    Bench bench;
    bench.click("run.start");
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    auto* plot = bench.find<PlotWidget>("chart.accuracy");
    const QImage image = plot->grab().toImage();
    const QColor ink = bench.theme.tokens().student;
    const double ratio = image.devicePixelRatio();
    // The dot at the curve's end stands on the edge.
    const QRectF inside = plot->plotRect().adjusted(-2, -2, 6, 2);
    int drawn = 0;
    for (int y = 0; y < image.height(); ++y) {
      for (int x = 0; x < image.width(); ++x) {
        if (!isNear(image.pixelColor(x, y), ink)) {
          continue;
        }
        const QPointF at(x / ratio, y / ratio);
        bool in_label = false;
        for (const QRectF& label : plot->labelRects()) {
          in_label = in_label || label.adjusted(-2, -2, 2, 2).contains(at);
        }
        if (!in_label) {
          QVERIFY2(inside.contains(at),
                   qPrintable(QStringLiteral("student's colour at %1, %2").arg(x).arg(y)));
          ++drawn;
        }
      }
    }
    QVERIFY2(drawn > 200, qPrintable(QString::number(drawn)));
    QVERIFY(plot->accessibleDescription().contains(QStringLiteral("Student accuracy")));
  }

  void labelsDoNotCoverEachOther() {
    Bench bench;
    bench.window->resize(1024, 700);
    bench.click("run.start");
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    for (const PlotWidget* plot : bench.window->findChildren<PlotWidget*>()) {
      const auto rects = plot->labelRects();
      for (std::size_t i = 0; i < rects.size(); ++i) {
        QVERIFY2(QRectF(plot->rect()).contains(rects[i]), qPrintable(plot->objectName()));
        for (std::size_t k = 0; k < i; ++k) {
          const QRectF common = rects[i].intersected(rects[k]);
          QVERIFY2(common.height() < 2.0 || common.width() < 1.0, qPrintable(plot->objectName()));
        }
      }
    }
  }

  // Everything is reached without a sideways scroll, and the numbers and a whole chart without any.
  void everythingFitsAtTheSmallestSize_data() {
    QTest::addColumn<double>("scale");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QStringList>("whole");
    const QStringList numbers{QStringLiteral("run.start"),     QStringLiteral("run.state"),
                              QStringLiteral("pages"),         QStringLiteral("run.phases"),
                              QStringLiteral("charts.choose"), QStringLiteral("card.weak"),
                              QStringLiteral("card.student"),  QStringLiteral("card.ceiling"),
                              QStringLiteral("gap"),           QStringLiteral("card.accuracy")};
    const QStringList all =
        numbers + QStringList{QStringLiteral("run.step"),     QStringLiteral("run.rewind"),
                              QStringLiteral("run.new_seed"), QStringLiteral("speed.slider"),
                              QStringLiteral("run.runs"),     QStringLiteral("card.pgr")};
    QTest::newRow("100 %") << 1.0 << QSize(1024, 700) << all;
    QTest::newRow("200 %") << 2.0 << QSize(1024, 700) << numbers;
    QTest::newRow("200 % in a large window") << 2.0 << QSize(1440, 900) << numbers;
  }
  void everythingFitsAtTheSmallestSize() {
    QFETCH(double, scale);
    QFETCH(QSize, size);
    QFETCH(QStringList, whole);
    Bench bench;
    bench.theme.setFontScale(scale);
    bench.window->resize(size);
    bench.click("run.start");
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QCOMPARE(bench.window->size(), size);
    QCoreApplication::processEvents();  // rows of charts are fitted in the event loop
    const auto* page = bench.find<QScrollArea>("page.run");
    QCOMPARE(page->horizontalScrollBar()->maximum(), 0);
    QCOMPARE(page->verticalScrollBar()->maximum(), 0);
    const auto* charts = bench.find<QScrollArea>("charts.scroll");
    QCOMPARE(charts->horizontalScrollBar()->maximum(), 0);
    QVERIFY(page->widget()->width() <= page->viewport()->width());
    for (const QString& name : whole) {
      const auto* widget = bench.find<QWidget>(qPrintable(name));
      const QRect place(widget->mapTo(bench.window.get(), QPoint()), widget->size());
      QVERIFY2(widget->isVisible(), qPrintable(name));
      QVERIFY2(bench.window->rect().contains(place), qPrintable(name));
      QVERIFY2(widget->visibleRegion().boundingRect() == widget->rect(), qPrintable(name));
    }
    // The seed too, or what sets it, in the tool bar's menu of what it has no room for.
    const auto* seed = bench.find<QWidget>("run.seeds");
    const auto* more = bench.find<QToolButton>("run.more");
    const auto* shown = seed->isVisible() ? seed : more;
    QVERIFY(shown->isVisible());
    QCOMPARE(shown->visibleRegion().boundingRect(), shown->rect());
    const auto sets_seed = [](const QAction* action) {
      return action->objectName() == QLatin1String("act.run.set_seed");
    };
    QVERIFY(seed->isVisible() || std::ranges::any_of(more->menu()->actions(), sets_seed));
    // The columns of the table too.
    const auto* table = bench.find<QTableView>("run.runs");
    QVERIFY(!table->isVisible() || table->horizontalScrollBar()->maximum() == 0);
    // A zoomed chart brings a button.
    bench.window->findChildren<PlotWidget*>().front()->setYZoom(charts::Range{0.5, 0.6});
    QCoreApplication::processEvents();
    const auto* reset = bench.find<QToolButton>("charts.reset");
    QVERIFY(reset->isVisible());
    QCOMPARE(reset->visibleRegion().boundingRect(), reset->rect());
    QCOMPARE(page->horizontalScrollBar()->maximum(), 0);
  }

  void nothingInTheToolBarMovesWhenARunBegins_data() {
    QTest::addColumn<int>("width");
    for (const int width : {1440, 1280, 1024}) {
      QTest::addRow("%d", width) << width;
    }
  }
  void nothingInTheToolBarMovesWhenARunBegins() {
    QFETCH(int, width);
    Bench bench;
    bench.window->resize(width, 800);
    QCoreApplication::processEvents();
    const auto places = [&] {
      QList<QRect> rects;
      for (const char* name : {"preset", "run.start", "run.step", "run.rewind", "speed",
                               "run.seeds", "run.state", "run.export", "run.more"}) {
        const auto* part = bench.find<QWidget>(name);
        rects += part->isVisible() ? part->geometry() : QRect();
      }
      return rects;
    };
    const QList<QRect> idle = places();
    bench.session->setSpeed(200.0);
    bench.click("run.start");
    QTRY_VERIFY(bench.student().done > 30);
    QCoreApplication::processEvents();
    QCOMPARE(places(), idle);
    bench.session->focus().pause();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Paused);
    QCoreApplication::processEvents();
    QCOMPARE(places(), idle);
    bench.session->setSpeed(0.0);
    bench.session->toggle();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QCoreApplication::processEvents();
    QCOMPARE(places(), idle);
  }

  void theRemainingTimeIsShownInAnyWidth_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("scale");
    QTest::addRow("1440") << 1440 << 1.0;
    QTest::addRow("1440, large text") << 1440 << 2.0;
    QTest::addRow("1024") << 1024 << 1.0;
  }
  void theRemainingTimeIsShownInAnyWidth() {
    QFETCH(int, width);
    QFETCH(double, scale);
    Bench bench;
    bench.theme.setFontScale(scale);
    bench.window->resize(width, 800);
    QCoreApplication::processEvents();
    auto* chip = bench.find<StateChip>("run.state");
    chip->setReading(RunState::Running,
                     {.stage = stage::kStudent,
                      .done = 12'345,
                      .total = 20'000,
                      .unit = QStringLiteral("steps"),
                      .per_second = 1234.0,
                      .seconds_left = 3599.0},
                     0.0);
    const QString shown = chip->shownIn(chip->width());
    QVERIFY2(shown.contains(QStringLiteral("59 min 59 s left")), qPrintable(shown));
    QCOMPARE(shown.contains(QStringLiteral("12,345 of 20,000")), width == 1440 && scale == 1.0);
  }

  void aSliderChangesTheRunInProgress() {
    Bench bench;
    bench.session->setSpeed(100.0);
    bench.click("run.start");
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    bench.find<QSlider>("field.objective.confidence_weight.base.slider")->setValue(900);
    QTRY_VERIFY(!bench.session->focus().series().interventions.empty());
    const Intervention& change = bench.session->focus().series().interventions.front();
    QCOMPARE(change.parameter, LiveParameter::ConfidenceWeight);
    QCOMPARE(change.new_value, 0.9);
    QVERIFY(bench.find<QLabel>("equation")->text().contains(QStringLiteral("0.90")));
    QVERIFY(bench.find<QPlainTextEdit>("log")->toPlainText().contains(
        QStringLiteral("Confidence weight")));
  }

  void aSettingThatIsNotLiveSaysThatItWaits() {
    Bench bench;
    bench.session->setSpeed(100.0);
    auto* note = bench.find<QLabel>("settings.pending");
    bench.click("run.start");
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    QVERIFY(!note->isVisible());
    bench.click("field.supervision.labels.1");
    QVERIFY(note->isVisible());
    QCOMPARE(bench.session->config().supervision.labels, config::LabelKind::Hard);
    bench.click("settings.reset");
    QVERIFY(!note->isVisible());
  }

  void whatIsWrongBlocksTheStartAndSaysWhy() {
    Bench bench;
    auto* start = bench.find<QAbstractButton>("run.start");
    config::ExperimentConfig broken;
    broken.strong.head = config::TreeHead{};
    bench.session->setConfig(broken);
    QVERIFY(!start->isEnabled());
    QVERIFY(!bench.find<QAbstractButton>("run.step")->isEnabled());
    QVERIFY(start->toolTip().contains(QStringLiteral("strong.head")));
    QVERIFY(bench.find<StateChip>("run.state")->text().contains(QStringLiteral("strong.head")));
    bench.click("field.strong.head.fix.0");
    QVERIFY(start->isEnabled());
    QVERIFY(!bench.find<StateChip>("run.state")->text().contains(QStringLiteral("strong.head")));
  }

  void theEditMenuUndoesAndFinds() {
    Bench bench;
    bench.find<QSlider>("field.objective.temperature.slider")->setValue(900);
    const double changed = bench.session->config().objective.temperature;
    QVERIFY(changed > 1.0);
    QTest::keyClick(bench.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bench.session->config().objective.temperature, 1.0);
    QTest::keyClick(bench.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(bench.session->config().objective.temperature, changed);
    QTest::keyClick(bench.window.get(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(bench.window->focusWidget(), bench.find<QWidget>("settings.search"));
  }

  void pausesStepsAndRewindsByKeyboard() {
    Bench bench;
    bench.session->setSpeed(100.0);
    QTest::keyClick(bench.window.get(), Qt::Key_Space);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    QCOMPARE(bench.find<QAbstractButton>("run.start")->text(), QStringLiteral("Pause"));
    QTest::keyClick(bench.window.get(), Qt::Key_Space);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Paused);
    const std::int64_t at = bench.student().done;
    QTest::keyClick(bench.window.get(), Qt::Key_Period);
    QTRY_COMPARE(bench.student().done, at + 1);
    QVERIFY(bench.find<StateChip>("run.state")->text().contains(QStringLiteral("Paused")));
    QTest::keyClick(bench.window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(bench.session->focus().series().seed, std::int64_t{1});
  }

  void aPresetBringsItsSettingsAndSeed() {
    Bench bench;
    bench.window->choosePreset(1);
    QCOMPARE(bench.session->config().objective.temperature, 4.0);
    QCOMPARE(bench.session->seed(), std::int64_t{5});
    bench.click("run.start");
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QCOMPARE(bench.runner->requests().front().seed, std::int64_t{5});
    auto* table = bench.find<QTableView>("run.runs");
    QCOMPARE(table->model()->rowCount(), 1);
  }

  void undoBringsThePresetBackThatWasThere() {
    Bench bench;
    auto* presets = bench.find<QComboBox>("preset");
    const auto key = [&](Qt::KeyboardModifiers modifiers) {
      QTest::keyClick(bench.window.get(), Qt::Key_Z, modifiers);
    };
    bench.find<QSlider>("field.objective.temperature.slider")->setValue(900);
    const double edited = bench.session->config().objective.temperature;
    presets->setFocus();
    QTest::keyClick(presets, Qt::Key_Down);
    QCOMPARE(presets->currentText(), QStringLiteral("Other"));
    QCOMPARE(bench.find<QAction>("act.edit.undo")->text(), QStringLiteral("Undo preset Other"));
    key(Qt::ControlModifier);
    QCOMPARE(presets->currentText(), QStringLiteral("Fashion demo"));
    QCOMPARE(bench.session->config().objective.temperature, edited);
    QCOMPARE(bench.session->seed(), std::int64_t{0});
    QCOMPARE(bench.find<QLabel>("settings.sentence")->text(), QStringLiteral("Watch."));
    key(Qt::ControlModifier);
    QVERIFY(!bench.find<QAction>("act.edit.undo")->isEnabled());  // the first preset stays
    key(Qt::ControlModifier | Qt::ShiftModifier);
    key(Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(presets->currentText(), QStringLiteral("Other"));
    QCOMPARE(bench.session->seed(), std::int64_t{5});
    QCOMPARE(bench.find<QLabel>("settings.sentence")->text(), QStringLiteral("Look."));
  }

  void anotherPresetDuringARunWaitsForTheNextOne() {
    Bench bench;
    bench.session->setSpeed(100.0);
    bench.click("run.start");
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    bench.window->choosePreset(1);
    QTest::keyClick(bench.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(bench.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(bench.session->config().objective.temperature, 4.0);
    QVERIFY(bench.find<QWidget>("field.objective.temperature.pending")->isVisible());
    bench.session->setSpeed(0.0);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QVERIFY(bench.runner->receivedChanges().empty());
    QVERIFY(bench.session->focus().series().interventions.empty());
  }

  void afterAPresetSpaceStartsTheRun() {
    Bench bench;
    bench.window->activateWindow();
    auto* presets = bench.find<QComboBox>("preset");
    // Leafing through the closed list goes on.
    presets->setFocus();
    QTest::keyClick(presets, Qt::Key_Down);
    QCOMPARE(bench.session->config().name, std::string("other"));
    QCOMPARE(bench.window->focusWidget(), presets);
    // The wheel does not.
    const QPointF middle = QRectF(presets->rect()).center();
    QWheelEvent wheel(middle, presets->mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(presets, &wheel);
    QCOMPARE(bench.session->config().name, std::string("other"));
    presets->showPopup();
    QTest::keyClick(presets->view(), Qt::Key_Escape);
    QTRY_VERIFY(!presets->view()->isVisible());
    QCOMPARE(bench.window->focusWidget(), presets);
    presets->showPopup();
    QTRY_VERIFY(presets->view()->isVisible());
    QTest::keyClick(presets->view(), Qt::Key_Up);
    QTest::keyClick(presets->view(), Qt::Key_Return);
    QTRY_VERIFY(!presets->view()->isVisible());
    QCOMPARE(bench.session->config().name, config::ExperimentConfig{}.name);
    QCOMPARE(bench.window->focusWidget(), bench.find<QWidget>("run.start"));
    QTest::keyClick(bench.window->focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
  }

  void thePageSaysWhoseChartsItShows() {
    Bench bench;
    const auto* note = bench.find<QLabel>("run.shown");
    bench.window->choosePreset(1);
    QVERIFY(!note->isVisible());  // there is no run
    bench.window->choosePreset(0);
    bench.session->setSpeed(100.0);
    bench.click("run.start");
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    const auto name = QString::fromStdString(bench.session->focus().config().name);
    bench.find<QSlider>("field.objective.temperature.slider")->setValue(900);
    QVERIFY(!note->isVisible());
    bench.window->choosePreset(1);
    QVERIFY(note->isVisible());
    QVERIFY(note->text().contains(name + QStringLiteral(", seed 0")));
    bench.session->setSpeed(0.0);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QVERIFY(note->isVisible());
    bench.click("run.start");
    QTRY_COMPARE(bench.session->focus().config().name, std::string("other"));
    QVERIFY(!note->isVisible());
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    bench.window->choosePreset(0);
    QVERIFY(note->isVisible());
    bench.window->choosePreset(1);
    QVERIFY(!note->isVisible());
  }

  void aDivergenceOffersAWayOut() {
    Bench bench;
    bench.session->setSpeed(200.0);
    bench.click("run.start");
    QTRY_VERIFY(bench.student().done > 15);
    bench.session->setLive(LiveParameter::LearningRate, 0.9);
    QTRY_VERIFY(bench.find<QWidget>("banner")->isVisible());
    QVERIFY(bench.find<QLabel>("banner.title")->text().contains(QStringLiteral("diverged")));
    bench.click("banner.halve");
    QTRY_VERIFY(!bench.find<QWidget>("banner")->isVisible());
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
  }

  void aFailureIsABannerAndNothingIsLost() {
    Bench bench({.fail_at_step = 50});
    bench.click("run.start");
    QTRY_VERIFY(bench.find<QWidget>("banner")->isVisible());
    QVERIFY(bench.find<QLabel>("banner.text")->text().contains(QStringLiteral("out of memory")));
    QCOMPARE(bench.student().rows.size(), std::size_t{50});
  }

  void missingDataIsExplainedInPlace() {
    Bench bench({.refuse_start = Error{ErrorCode::NotFound, "Install dataset-fashion-mnist.", {}}});
    bench.click("run.start");
    QVERIFY(bench.find<QWidget>("missing")->isVisible());
    QVERIFY(bench.find<QPlainTextEdit>("missing.text")
                ->toPlainText()
                .contains(QStringLiteral("dataset-fashion-mnist")));
  }

  void noGapMeansNoPgrButAReason() {
    Bench bench({.ceiling_accuracy = 0.60});
    bench.click("run.start");
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QVERIFY(
        bench.find<QWidget>("gap")->accessibleDescription().contains(QStringLiteral("ceiling")));
    QVERIFY(!bench.find<QWidget>("gap")->accessibleDescription().contains(
        QStringLiteral("signed PGR")));
  }

  void theLogShowsItsEndUntilSomebodyScrollsUp() {
    Theme theme;
    LogView log(theme);
    log.resize(300, 200);
    const auto addLines = [&log] {
      for (int i = 0; i < 50; ++i) {
        log.add(LogLevel::Info, QStringLiteral("a line"));
      }
    };
    addLines();  // while another page shows
    log.show();
    QScrollBar* bar = log.verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    const int place = bar->value();
    QVERIFY(place < bar->maximum());
    addLines();
    QCOMPARE(bar->value(), place);
    bar->triggerAction(QAbstractSlider::SliderToMaximum);
    addLines();
    QTRY_COMPARE(bar->value(), bar->maximum());
  }

  void theCloseQuestionHasOneMainButtonAndOneEdge() {
    Bench bench;
    bench.session->setSpeed(20.0);
    bench.click("run.start");
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    bench.window->close();
    auto* question = bench.find<QDialog>("close_question");
    QVERIFY(QTest::qWaitForWindowExposed(question));
    auto* keep = bench.find<QPushButton>("close.keep");
    QVERIFY(keep->property("primary").toBool() && keep->isDefault());
    QVERIFY(!bench.find<QPushButton>("close.discard")->property("primary").toBool());
    for (const QLabel* label : question->findChildren<QLabel*>()) {
      QCOMPARE(label->x(), keep->x());
    }
    QTest::keyClick(question, Qt::Key_Escape);  // keeps running
    QTRY_VERIFY(bench.window->findChild<QDialog*>(QStringLiteral("close_question")) == nullptr);
    QVERIFY(bench.window->isVisible());
    QCOMPARE(bench.session->focus().state(), RunState::Running);
  }

  void theListOfPresetsShowsWholeEntriesWithinTheWindow() {
    Bench bench;
    auto* presets = bench.find<QComboBox>("preset");
    presets->showPopup();
    QTRY_VERIFY(presets->view()->isVisible());
    QVERIFY(presets->view()->window()->height() <= bench.window->height());
    const int entry = presets->view()->sizeHintForRow(0);
    for (int row = 1; row < presets->count(); ++row) {
      QCOMPARE(presets->view()->sizeHintForRow(row), entry);
    }
    QCOMPARE(presets->view()->viewport()->height() % entry, 0);
    presets->hidePopup();
  }

  void closingDuringARunAsksAndThenCloses() {
    Bench bench;
    bench.session->setSpeed(20.0);
    bench.click("run.start");
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    bench.window->close();
    QVERIFY(bench.window->isVisible());
    bench.click("close.keep");
    QTRY_VERIFY(!bench.window->isVisible());
    QCOMPARE(bench.session->focus().state(), RunState::Stopped);
  }

  void everyControlHasNameTooltipAndObjectName() {
    Bench bench;
    int seen = 0;
    for (const QWidget* widget : bench.window->findChildren<QWidget*>()) {
      const bool control =
          qobject_cast<const QAbstractButton*>(widget) ||
          qobject_cast<const QAbstractSlider*>(widget) ||
          qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QComboBox*>(widget) ||
          qobject_cast<const PlotWidget*>(widget) || qobject_cast<const QPlainTextEdit*>(widget);
      // Parts that Qt makes itself (scroll bars, corner buttons, menu extensions) are not ours.
      if (!control || qobject_cast<const QScrollBar*>(widget) ||
          widget->objectName().startsWith(QStringLiteral("qt_")) ||
          widget->parentWidget()->inherits("QTableView") ||
          widget->parentWidget()->inherits("QLineEdit") ||
          widget->parentWidget()->inherits("QTabBar")) {
        continue;
      }
      const QString which = QStringLiteral("%1 in %2")
                                .arg(QLatin1String(widget->metaObject()->className()),
                                     widget->parentWidget()->objectName());
      QVERIFY2(!widget->objectName().isEmpty(), qPrintable(which));
      QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
      QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(widget->objectName()));
      ++seen;
    }
    QVERIFY(seen > 25);
  }

  void changesItsLookWhileARunGoesOn() {
    Bench bench;
    bench.session->setSpeed(100.0);
    bench.click("run.start");
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    bench.theme.choose(ThemeChoice::Dark);
    QCoreApplication::processEvents();
    const QImage image = bench.find<PlotWidget>("chart.accuracy")->parentWidget()->grab().toImage();
    QVERIFY(isNear(image.pixelColor(image.width() / 2, image.height() - 6),
                   tokensOf(Look::Dark).surface));
    bench.theme.choose(ThemeChoice::Light);
  }
};

W2S_WINDOW_TEST(TstMainWindow)
#include "tst_main_window.moc"
