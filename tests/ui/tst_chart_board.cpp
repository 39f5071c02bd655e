// The board of charts under mouse and keyboard: shared crosshair and zoom, maximise, arrangement,
// overlays, tables.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <utility>

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include "tests/support/synthetic_run.h"
#include "tests/support/test_main.h"
#include "ui/charts/chart_board.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/plot_widget.h"
#include "ui/theme/theme.h"

using namespace w2s;
using namespace w2s::ui;

namespace {

// But for the last bit of a coordinate, which shows as a shade at the edge of a line.
bool looksLike(const QImage& one, const QImage& other) {
  constexpr int kShade = 16;
  if (one.size() != other.size()) {
    return false;
  }
  for (int y = 0; y < one.height(); ++y) {
    for (int x = 0; x < one.width(); ++x) {
      const QColor a = one.pixelColor(x, y);
      const QColor b = other.pixelColor(x, y);
      if (std::abs(a.red() - b.red()) > kShade || std::abs(a.green() - b.green()) > kShade ||
          std::abs(a.blue() - b.blue()) > kShade) {
        return false;
      }
    }
  }
  return true;
}

struct Bench {
  explicit Bench(QSize size = {1080, 640}) : run(test::makeRun("run", {})) {
    theme.choose(ThemeChoice::Light);
    board = std::make_unique<ChartBoard>(theme);
    board->resize(size);
    board->show();
    QVERIFY(QTest::qWaitForWindowExposed(board.get()));
    board->setRun(&run);
  }
  [[nodiscard]] PlotWidget& plot(const std::string& id) const {
    auto* found =
        board->findChild<PlotWidget*>(QStringLiteral("chart.%1").arg(QString::fromStdString(id)));
    if (found == nullptr) {
      qFatal("no chart %s", id.c_str());
    }
    return *found;
  }
  // A place in the plot, in shares of its size.
  [[nodiscard]] static QPoint at(const PlotWidget& plot, double x, double y = 0.5) {
    const QRectF rect = plot.plotRect();
    return {qRound(rect.left() + x * rect.width()), qRound(rect.top() + y * rect.height())};
  }
  static void hover(PlotWidget& plot, QPoint at) {
    QMouseEvent move(QEvent::MouseMove, at, plot.viewport()->mapToGlobal(at), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(plot.viewport(), &move);
  }
  static void drag(PlotWidget& plot, QPoint from, QPoint to,
                   Qt::MouseButton button = Qt::LeftButton) {
    QTest::mousePress(plot.viewport(), button, {}, from);
    for (const QPoint& point : {(from + to) / 2, to}) {
      QMouseEvent move(QEvent::MouseMove, point, plot.viewport()->mapToGlobal(point), Qt::NoButton,
                       button, Qt::NoModifier);
      QCoreApplication::sendEvent(plot.viewport(), &move);
    }
    QTest::mouseRelease(plot.viewport(), button, {}, to);
  }
  static void wheel(PlotWidget& plot, QPoint at, int notches,
                    Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWheelEvent event(at, plot.viewport()->mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton,
                      modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(plot.viewport(), &event);
  }
  static void doubleClick(PlotWidget& plot, QPoint at) {
    QTest::mouseDClick(plot.viewport(), Qt::LeftButton, {}, at);
  }

  // Ids of the charts over the run's course.
  [[nodiscard]] std::vector<std::string> overCourse() const {
    std::vector<std::string> ids;
    for (const auto& chart : board->charts()) {
      if (board->data(chart->id()).over_course) {
        ids.emplace_back(chart->id());
      }
    }
    return ids;
  }

  Theme theme;
  RunSeries run;
  std::unique_ptr<ChartBoard> board;
};

}  // namespace

class TstChartBoard : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void showsEveryChartWithValues() {
    const Bench bench;
    QVERIFY(bench.board->charts().size() >= 6);
    for (const auto& chart : bench.board->charts()) {
      const charts::ChartData data = bench.board->data(chart->id());
      QCOMPARE(data.id, std::string(chart->id()));
      QVERIFY2(!data.curves.empty(), data.id.c_str());
      const PlotWidget& plot = bench.plot(data.id);
      QVERIFY2(plot.isVisible() && plot.refreshCount() > 0, data.id.c_str());
      QVERIFY2(!plot.accessibleDescription().isEmpty(), data.id.c_str());
    }
    QVERIFY(!bench.board->data("calibration").bars.empty());
    QVERIFY(bench.board->data("none").curves.empty());
    QVERIFY(
        bench.plot("accuracy").accessibleDescription().contains(QStringLiteral("at step 400, ")));
  }

  void theCrosshairIsSharedByAllChartsOverTheCourse() {
    const Bench bench;
    QSignalSpy moved(bench.board.get(), &ChartBoard::crosshairMoved);
    Bench::hover(bench.plot("accuracy"), Bench::at(bench.plot("accuracy"), 0.5));
    QCOMPARE(moved.count(), 1);
    const double step = moved.last()[0].toDouble();
    QVERIFY(std::abs(step - 200.0) < 5.0);
    const QString html = moved.last()[1].toString();
    QVERIFY2(html.contains(QStringLiteral("student 0.7")), qPrintable(html));
    QVERIFY2(html.contains(QStringLiteral("total")), qPrintable(html));  // of another chart
    for (const std::string& id : bench.overCourse()) {
      QVERIFY2(bench.plot(id).crosshair().has_value(), id.c_str());
      QVERIFY2(bench.plot(id).crosshairDots() > 0, id.c_str());
    }
    // The chart of one moment shows that moment.
    QVERIFY(bench.board->data("calibration").subtitle.find("step 200,") != std::string::npos ||
            bench.board->data("calibration").subtitle.find("step 180,") != std::string::npos);

    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&bench.plot("accuracy"), &leave);
    QVERIFY(moved.last()[1].toString().isEmpty());
    QVERIFY(!bench.plot("objective").crosshair().has_value());
    QVERIFY(bench.board->data("calibration").subtitle.find("step 400,") != std::string::npos);
  }

  void theKeyboardMovesTheCrosshairByOnePoint() {
    const Bench bench;
    PlotWidget& plot = bench.plot("accuracy");
    plot.setFocus();
    QTest::keyClick(&plot, Qt::Key_Home);
    QCOMPARE(plot.crosshair(), std::optional(0.0));
    QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(plot.crosshair(), std::optional(20.0));  // an evaluation further
    QTest::keyClick(&plot, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(plot.crosshair(), std::optional(220.0));
    QTest::keyClick(&plot, Qt::Key_End);
    QCOMPARE(plot.crosshair(), std::optional(400.0));
    PlotWidget& objective = bench.plot("objective");
    QTest::keyClick(&objective, Qt::Key_Left);
    QCOMPARE(objective.crosshair(), std::optional(399.0));  // a step
    QTest::keyClick(&objective, Qt::Key_Escape);
    QVERIFY(!plot.crosshair().has_value());
  }

  void aClickPinsTheCrosshairAndAnotherLetsItGo() {
    const Bench bench;
    PlotWidget& plot = bench.plot("accuracy");
    QSignalSpy moved(bench.board.get(), &ChartBoard::crosshairMoved);
    const auto leave = [&plot] {
      QEvent left(QEvent::Leave);
      QCoreApplication::sendEvent(&plot, &left);
    };
    QTest::mouseClick(plot.viewport(), Qt::LeftButton, {}, Bench::at(plot, 0.5));
    QVERIFY(bench.board->isCrosshairPinned());
    QVERIFY(moved.last()[1].toString().contains(QStringLiteral("pinned")));
    const double pinned = *bench.board->crosshairStep();
    QVERIFY(std::abs(pinned - 200.0) < 5.0);
    // Neither a passing pointer nor its leaving moves it, on any chart.
    const int before = static_cast<int>(moved.count());
    Bench::hover(plot, Bench::at(plot, 0.2));
    Bench::hover(bench.plot("objective"), Bench::at(bench.plot("objective"), 0.9));
    leave();
    QCOMPARE(moved.count(), before);
    QCOMPARE(*bench.board->crosshairStep(), pinned);
    QVERIFY(bench.plot("objective").crosshair().has_value());
    // Another click: with the pointer again.
    QTest::mouseClick(plot.viewport(), Qt::LeftButton, {}, Bench::at(plot, 0.25));
    QVERIFY(!bench.board->isCrosshairPinned());
    QVERIFY(std::abs(*bench.board->crosshairStep() - 100.0) < 5.0);
    leave();
    QVERIFY(!bench.board->crosshairStep().has_value());
  }

  void escapeLetsThePinnedCrosshairGo() {
    const Bench bench;
    PlotWidget& plot = bench.plot("pgr");
    plot.setFocus();
    QTest::keyClick(&plot, Qt::Key_End);
    QVERIFY(bench.board->isCrosshairPinned());
    Bench::hover(plot, Bench::at(plot, 0.3));
    QCOMPARE(*bench.board->crosshairStep(), 400.0);
    // The focus may be on a chart that is not over the course.
    QTest::keyClick(&bench.plot("calibration"), Qt::Key_Escape);
    QVERIFY(!bench.board->isCrosshairPinned());
    QVERIFY(!plot.crosshair().has_value());
  }

  void aDragOrADoubleClickPinsNothing() {
    const Bench bench;
    PlotWidget& plot = bench.plot("accuracy");
    Bench::drag(plot, Bench::at(plot, 0.25), Bench::at(plot, 0.75));
    QVERIFY(bench.board->isZoomed() && !bench.board->isCrosshairPinned());
    QTest::mouseClick(plot.viewport(), Qt::LeftButton, {}, Bench::at(plot, 0.5));
    Bench::doubleClick(plot, Bench::at(plot, 0.5));
    QVERIFY(!bench.board->isZoomed() && !bench.board->isCrosshairPinned());
  }

  void anotherRunHasNoPinnedCrosshair() {
    const Bench bench;
    QTest::keyClick(&bench.plot("accuracy"), Qt::Key_Home);
    QVERIFY(bench.board->isCrosshairPinned());
    const RunSeries other = test::makeRun("other", {.steps = 60});
    bench.board->setRun(&other);
    QVERIFY(!bench.board->isCrosshairPinned());
    QVERIFY(!bench.plot("accuracy").crosshair().has_value());
    bench.board->setRun(nullptr);
  }

  void theKeyboardReadsOutWhatChanged() {
    Bench bench;
    bench.run.apply(record::Intervened{{.step = 120,
                                        .parameter = record::LiveParameter::KdWeight,
                                        .old_value = 1.0,
                                        .new_value = 0.5}});
    bench.board->refresh();
    PlotWidget& plot = bench.plot("objective");
    plot.setFocus();
    QTRY_VERIFY(plot.hasFocus());
    QTest::keyClick(&plot, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(plot.crosshair(), std::optional(120.0));
    QVERIFY2(plot.accessibleDescription().contains(QStringLiteral("Before step 121")),
             qPrintable(plot.accessibleDescription()));
  }

  // Plots are not equally wide: marks that lie close are as many on each.
  void allChartsShowAsManyMarks() {
    Bench bench;
    const auto change = [&](std::int64_t step, record::LiveParameter parameter) {
      bench.run.apply(record::Intervened{
          {.step = step, .parameter = parameter, .old_value = 1.0, .new_value = 0.5}});
    };
    for (std::int64_t step = 120; step < 132; step += 2) {
      change(step, record::LiveParameter::KdWeight);
      change(step, record::LiveParameter::EntropyWeight);
    }
    bench.board->refresh();
    for (const std::string& id : bench.overCourse()) {
      const auto marks =
          std::ranges::count_if(bench.plot(id).panel().shapes, [](const draw::SceneShape& shape) {
            const auto* mark = std::get_if<draw::PolygonShape>(&shape);
            return mark != nullptr && mark->role == draw::Role::Marker &&
                   mark->text.find("Before step") != std::string::npos;
          });
      QVERIFY2(marks == 12, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(id)).arg(marks)));
    }
  }

  void marksAreNamedUnderThePlot() {
    Bench bench;
    PlotWidget& plot = bench.plot("objective");
    const auto has_text = [&](const char* text) {
      return std::ranges::any_of(plot.panel().shapes, [&](const draw::SceneShape& shape) {
        const auto* found = std::get_if<draw::TextShape>(&shape);
        return found != nullptr && found->text == text &&
               found->at.y - found->size > plot.plotRect().bottom() && found->at.y <= plot.height();
      });
    };
    QVERIFY(!has_text("live change"));
    const double tall = plot.plotRect().height();
    bench.run.apply(record::Intervened{{.step = 120,
                                        .parameter = record::LiveParameter::KdWeight,
                                        .old_value = 1.0,
                                        .new_value = 0.5}});
    bench.run.apply(record::Diverged{
        .stage = record::stage::kStudent, .step = 300, .term = "kd", .last_good_step = 290});
    bench.board->refresh();
    QVERIFY(has_text("live change"));
    QVERIFY(has_text("diverged"));
    QVERIFY(plot.plotRect().height() < tall);
  }

  // The value where the curve leaves a zoomed chart, beside it.
  void endLabelsFollowTheZoom() {
    const Bench bench;
    PlotWidget& plot = bench.plot("accuracy");
    const auto label = [&]() -> QString {
      for (const draw::SceneShape& shape : plot.panel().shapes) {
        const auto* found = std::get_if<draw::TextShape>(&shape);
        if (found != nullptr && found->role == draw::Role::Label &&
            found->text.starts_with("student")) {
          return QString::fromStdString(found->text);
        }
      }
      return {};
    };
    const auto accuracy = [&](std::int64_t step) {
      for (const metrics::Evaluation& evaluation :
           bench.run.stage(record::stage::kStudent).evaluations) {
        if (evaluation.step == step) {
          return evaluation.test.accuracy;
        }
      }
      return 0.0;
    };
    const auto value_between = [&](std::int64_t a, std::int64_t b, double share) {
      return QStringLiteral("student %1")
          .arg(accuracy(a) + share * (accuracy(b) - accuracy(a)), 0, 'f', 3);
    };
    const auto value_at = [&](std::int64_t step) { return value_between(step, step, 0.0); };
    QCOMPARE(label(), value_at(400));
    plot.setXZoom(charts::Range{40.0, 120.0});
    QCOMPARE(label(), value_at(120));
    QVERIFY(value_at(120) != value_at(400));
    // The edge lies between two points, with one of them in sight or none.
    plot.setXZoom(charts::Range{40.0, 135.0});
    QCOMPARE(label(), value_between(120, 140, 0.75));
    QVERIFY(label() != value_at(120) && label() != value_at(140));
    plot.setXZoom(charts::Range{121.0, 135.0});
    QCOMPARE(label(), value_between(120, 140, 0.75));
    plot.setXZoom(std::nullopt);
    QCOMPARE(label(), value_at(400));
  }

  void zoomAlongXIsLinkedAndDoubleClickResets() {
    const Bench bench;
    PlotWidget& plot = bench.plot("pgr");
    QSignalSpy changed(bench.board.get(), &ChartBoard::zoomChanged);
    Bench::wheel(plot, Bench::at(plot, 0.25), 3);
    QVERIFY(plot.xZoom().has_value());
    QVERIFY(std::abs(plot.xZoom()->span() - 400.0 * std::pow(0.8, 3)) < 1.0);
    for (const std::string& id : bench.overCourse()) {
      QVERIFY2(bench.plot(id).xZoom() == plot.xZoom(), id.c_str());
    }
    QVERIFY(!bench.plot("calibration").isZoomed());
    QVERIFY(changed.count() > 0);
    auto* reset = bench.board->findChild<QToolButton*>(QStringLiteral("charts.reset"));
    QVERIFY(!reset->isHidden());
    // What is shown is what is handed to figures.
    QVERIFY(bench.board->data("accuracy").x_high < 400.0);

    Bench::doubleClick(plot, Bench::at(plot, 0.5));
    QVERIFY(!bench.board->isZoomed());
    QVERIFY(reset->isHidden());
    QCOMPARE(bench.board->data("accuracy").x_high, 400.0);
  }

  void withoutTheLinkEachChartZoomsAlone() {
    const Bench bench;
    charts::BoardState state = bench.board->state();
    state.linked = false;
    bench.board->setState(state);
    Bench::wheel(bench.plot("pgr"), Bench::at(bench.plot("pgr"), 0.5), 1);
    QVERIFY(bench.plot("pgr").isZoomed());
    QVERIFY(!bench.plot("accuracy").isZoomed());
    Bench::hover(bench.plot("pgr"), Bench::at(bench.plot("pgr"), 0.5));
    QVERIFY(!bench.plot("accuracy").crosshair().has_value());
  }

  void shiftAndWheelZoomYOfOneChart() {
    const Bench bench;
    PlotWidget& plot = bench.plot("accuracy");
    const double before = plot.frame().y.range.span();
    Bench::wheel(plot, Bench::at(plot, 0.5, 0.5), 2, Qt::ShiftModifier);
    QVERIFY(plot.yZoom().has_value() && !plot.xZoom().has_value());
    QVERIFY(plot.frame().y.range.span() < before);
    QVERIFY(!bench.plot("pgr").isZoomed());
  }

  // Each notch is a fifth less or a quarter more; an axis from 0 or to infinity has no ticks.
  void theZoomOfYHasALimit() {
    const Bench bench;
    PlotWidget& plot = bench.plot("objective");
    for (const bool log : {false, true}) {
      if (log) {
        QTest::keyClick(&plot, Qt::Key_L);
      }
      QCOMPARE(plot.frame().y.log, log);
      for (const int notches : {7, -7}) {
        for (int i = 0; i < 300; ++i) {
          Bench::wheel(plot, Bench::at(plot, 0.5, 0.3), notches, Qt::ShiftModifier);
        }
        const charts::Range y = plot.frame().y.range;
        QVERIFY(std::isfinite(y.low) && std::isfinite(y.high) && y.high > y.low);
        QVERIFY(!log || y.low > 0.0);
        QVERIFY(plot.yZoom().has_value());
      }
      plot.setYZoom(charts::Range{0.0, std::numeric_limits<double>::infinity()});  // by whomever
      QVERIFY(!plot.yZoom().has_value());
      plot.setYZoom(charts::Range{-1.0, 1.0});
      QCOMPARE(plot.yZoom().has_value(), !log);
      plot.setYZoom(std::nullopt);
    }
  }

  void aBoxZoomsBothWaysAndRightDragPans() {
    const Bench bench;
    PlotWidget& plot = bench.plot("objective");
    Bench::drag(plot, Bench::at(plot, 0.2, 0.2), Bench::at(plot, 0.6, 0.8));
    QVERIFY(plot.xZoom().has_value() && plot.yZoom().has_value());
    QVERIFY(std::abs(plot.xZoom()->low - 80.0) < 6.0 && std::abs(plot.xZoom()->high - 240.0) < 6.0);
    const double low = plot.xZoom()->low;
    Bench::drag(plot, Bench::at(plot, 0.7, 0.5), Bench::at(plot, 0.2, 0.5), Qt::RightButton);
    QVERIFY(plot.xZoom()->low > low + 40.0);
    QTest::keyClick(&plot, Qt::Key_0);
    QVERIFY(!bench.board->isZoomed());
    QTest::keyClick(&plot, Qt::Key_Plus);
    QVERIFY(plot.xZoom().has_value());
    QTest::keyClick(&plot, Qt::Key_Minus);
    QTest::keyClick(&plot, Qt::Key_Minus);
    QVERIFY(!plot.xZoom().has_value());
  }

  void lMakesTheAxisLogarithmic() {
    const Bench bench;
    PlotWidget& plot = bench.plot("objective");
    QTest::keyClick(&plot, Qt::Key_L);
    QVERIFY(plot.frame().y.log);
    QVERIFY(plot.frame().y.range.low > 0.0);
    QVERIFY(bench.board->data("objective").log_y);
    QVERIFY(!bench.plot("accuracy").frame().y.log);
    QTest::keyClick(&plot, Qt::Key_L);
    QVERIFY(!plot.frame().y.log);
  }

  void oneChartIsMaximisedAndEscapeGoesBack() {
    const Bench bench;
    PlotWidget& plot = bench.plot("pgr");
    Bench::doubleClick(plot, {60, 14});
    QCOMPARE(bench.board->maximised(), std::string_view("pgr"));
    QVERIFY(!bench.plot("accuracy").isVisible());
    QTRY_VERIFY(plot.width() > 0.9 * bench.board->width());
    QTest::keyClick(&plot, Qt::Key_Escape);
    QVERIFY(bench.board->maximised().empty());
    QVERIFY(bench.plot("accuracy").isVisible());
    QTest::mouseClick(
        bench.board->findChild<QAbstractButton*>(QStringLiteral("chart.pgr.maximise")),
        Qt::LeftButton);
    QCOMPARE(bench.board->maximised(), std::string_view("pgr"));
  }

  void chartsAreChosenAndMovedByMenuKeysAndMouse() {
    const Bench bench;
    const auto shown = [&] { return bench.board->state().shown(); };
    QTest::keyClick(&bench.plot("accuracy"), Qt::Key_Right,
                    Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown()[0], std::string("pgr"));
    QCOMPARE(shown()[1], std::string("accuracy"));
    // By its title, onto another one.
    PlotWidget& plot = bench.plot("pgr");
    const PlotWidget& target = bench.plot("objective");
    const QPoint there = plot.viewport()->mapFromGlobal(target.mapToGlobal(QPoint(80, 60)));
    Bench::drag(plot, {60, 14}, there);
    QCOMPARE(shown()[2], std::string("pgr"));

    auto* button = bench.board->findChild<QToolButton*>(QStringLiteral("charts.choose"));
    QMetaObject::invokeMethod(button->menu(), "aboutToShow");
    auto* action = button->menu()->findChild<QAction*>(QStringLiteral("charts.show.agreement"));
    QVERIFY(action != nullptr && action->isChecked());
    action->trigger();
    QVERIFY(!bench.plot("agreement").isVisible());
    QCOMPARE(shown().size() + 1, bench.board->charts().size());

    const QByteArray saved = bench.board->saveState();
    bench.board->resetState();
    QCOMPARE(shown()[0], std::string("accuracy"));
    QVERIFY(bench.board->restoreState(saved));
    QCOMPARE(shown().size() + 1, bench.board->charts().size());
    QCOMPARE(shown()[2], std::string("pgr"));
  }

  void overlaysAreDrawnInTheirOwnInk() {
    Bench bench;
    std::vector<RunSeries> others;
    std::vector<charts::Overlay> overlays;
    for (std::uint64_t i = 0; i < 5; ++i) {
      others.push_back(test::makeRun("other", {.seed = 10 + i, .best = 0.7 + 0.02 * i}));
    }
    for (int i = 0; i < 5; ++i) {
      overlays.push_back(
          {&others[static_cast<std::size_t>(i)], "seed " + std::to_string(i), i, i == 4});
    }
    bench.board->setOverlays(overlays);
    for (const auto& chart : bench.board->charts()) {
      int drawn = 0;
      for (const charts::Curve& curve : bench.board->data(chart->id()).curves) {
        drawn += charts::isOverlay(curve.ink) && !curve.label.empty() ? 1 : 0;
      }
      QVERIFY2(drawn == 5, chart->id().data());
    }
    // In the picture as well.
    const QImage image = bench.plot("accuracy").grab().toImage();
    const QColor ink = bench.theme.tokens().of(charts::overlayInk(1));
    int pixels = 0;
    for (int y = 0; y < image.height(); ++y) {
      for (int x = 0; x < image.width(); ++x) {
        const QColor c = image.pixelColor(x, y);
        pixels += std::abs(c.red() - ink.red()) + std::abs(c.green() - ink.green()) +
                              std::abs(c.blue() - ink.blue()) <
                          30
                      ? 1
                      : 0;
      }
    }
    QVERIFY2(pixels > 60, qPrintable(QString::number(pixels)));
    for (const std::string& id : bench.overCourse()) {
      const auto rects = bench.plot(id).labelRects();
      for (std::size_t i = 0; i < rects.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
          QVERIFY2(rects[i].intersected(rects[k]).height() < 2.0 ||
                       rects[i].intersected(rects[k]).width() < 1.0,
                   id.c_str());
        }
      }
    }
    bench.board->setOverlays({});
    for (const charts::Curve& curve : bench.board->data("accuracy").curves) {
      QVERIFY(!charts::isOverlay(curve.ink));
    }
  }

  // Points and pictures of curves are kept from one refresh to the next.
  void aChartShowsNothingThatIsOld() {
    const RunSeries one = test::makeRun("one", {.seed = 10, .best = 0.7});
    const RunSeries two = test::makeRun("two", {.seed = 11, .best = 0.75});
    Bench used;
    const auto looks_fresh = [&](const charts::BoardState& state, const RunSeries& other,
                                 const char* what) {
      const Bench fresh;
      for (const Bench* bench : {&std::as_const(used), &fresh}) {
        bench->board->setState(state);
        bench->board->setOverlays(std::vector<charts::Overlay>{{&other, "other", 0, false}});
        bench->board->setRun(&bench->run);  // ranges start afresh
      }
      for (const auto& chart : used.board->charts()) {
        const std::string id(chart->id());
        QVERIFY2(looksLike(used.plot(id.c_str()).image(1.0), fresh.plot(id.c_str()).image(1.0)),
                 qPrintable(QStringLiteral("%1: %2").arg(QString::fromStdString(id),
                                                         QLatin1String(what))));
      }
    };
    charts::BoardState state = used.board->state();
    looks_fresh(state, one, "as opened");
    looks_fresh(state, two, "another run laid over");
    state.smoothing = 0.5;
    looks_fresh(state, two, "less smoothing");
    state.log_y = {"objective", "accuracy"};
    looks_fresh(state, two, "logarithmic");
    state.x = charts::ChartView::X::Epoch;
    looks_fresh(state, two, "epochs");
    state.x = charts::ChartView::X::Seconds;
    looks_fresh(state, one, "seconds");
  }

  // Axes and the curves of other runs are painted again only when they change.
  void whatLiesBehindTheCurvesIsKept() {
    Bench bench;
    const RunSeries other = test::makeRun("other", {.seed = 10, .best = 0.7});
    bench.board->setOverlays(std::vector<charts::Overlay>{{&other, "other", 0, false}});
    PlotWidget& plot = bench.plot("accuracy");
    plot.grab();
    const int before = plot.backgroundCount();
    QVERIFY(before > 0);
    const auto paths =
        std::ranges::count_if(std::span(plot.panel().shapes).first(plot.panel().behind),
                              [](const draw::SceneShape& shape) {
                                const auto* path = std::get_if<draw::PathShape>(&shape);
                                return path != nullptr && path->role == draw::Role::Series;
                              });
    QCOMPARE(paths, 1);  // Qt Charts draws those of the run itself
    bench.board->refresh();
    plot.grab();
    QCOMPARE(plot.backgroundCount(), before);
    bench.board->setOverlays({});
    plot.grab();
    QCOMPARE(plot.backgroundCount(), before + 1);
  }

  void theAxisCanBeEpochsOrSeconds() {
    const Bench bench;
    PlotWidget& plot = bench.plot("accuracy");
    bench.board->setCrosshair(200.0);
    charts::BoardState state = bench.board->state();
    state.x = charts::ChartView::X::Epoch;
    bench.board->setState(state);
    QVERIFY(std::abs(plot.frame().x.range.high - 400.0 / 39.0) < 1e-9);
    QCOMPARE(bench.board->data("objective").x_title, std::string("epoch"));
    // The crosshair stays where it was in the run.
    QVERIFY(bench.board->crosshairStep() && std::abs(*bench.board->crosshairStep() - 200.0) < 1e-6);
    QVERIFY(plot.crosshair() && std::abs(*plot.crosshair() - 200.0 / 39.0) < 1e-6);
    state.x = charts::ChartView::X::Seconds;
    bench.board->setState(state);
    QCOMPARE(plot.frame().x.range.high, 1.6);  // 400 steps of 4 ms
    QVERIFY(std::abs(*bench.board->crosshairStep() - 200.0) < 1e-6);
  }

  void smoothingChangesTheObjective() {
    const Bench bench;
    auto* slider = bench.board->findChild<QSlider*>(QStringLiteral("charts.smoothing"));
    QCOMPARE(slider->value(), 90);
    const auto ghosts = [&] {
      int count = 0;
      for (const charts::Curve& curve : bench.board->data("objective").curves) {
        count += curve.style == charts::Curve::Style::Ghost ? 1 : 0;
      }
      return count;
    };
    QCOMPARE(ghosts(), 3);
    slider->setValue(0);
    QCOMPARE(ghosts(), 0);
    QCOMPARE(bench.board->state().smoothing, 0.0);
  }

  // Of eighteen runs each has its name: under the plot where the card has room, else in a list that the
  // label of those left out opens.
  void allOfManyRunsAreNamed() {
    std::vector<RunSeries> others;
    for (int i = 0; i < 18; ++i) {
      others.push_back(test::makeRun("r" + std::to_string(100 + i),
                                     {.seed = static_cast<std::uint64_t>(20 + i), .best = 0.7}));
    }
    std::vector<charts::Overlay> overlays;
    for (const RunSeries& other : others) {
      overlays.push_back({&other, "run " + other.id, static_cast<int>(overlays.size()), false});
    }
    Bench wide({1600, 320});
    wide.board->setOverlays(overlays);
    wide.board->setMaximised("accuracy");
    const draw::Panel& whole = wide.plot("accuracy").panel();
    QTRY_VERIFY(whole.legend && !whole.left_out);
    for (const RunSeries& other : others) {
      QVERIFY2(std::ranges::any_of(whole.legend->entries,
                                   [&other](const draw::LegendEntry& entry) {
                                     return entry.text.find(other.id) != std::string::npos;
                                   }),
               other.id.c_str());
    }
    Bench high({1600, 1400});  // room at the ends of the curves
    high.board->setOverlays(overlays);
    high.board->setMaximised("accuracy");
    QTRY_VERIFY(!high.plot("accuracy").panel().legend && !high.plot("accuracy").panel().left_out);
    Bench small({700, 420});
    small.board->setOverlays(overlays);
    PlotWidget& plot = small.plot("accuracy");
    QTRY_VERIFY(plot.panel().left_out && !plot.panel().legend);
    const draw::Rect& rest = *plot.panel().left_out;
    QTest::mouseClick(
        plot.viewport(), Qt::LeftButton, Qt::NoModifier,
        QPointF(rest.left + rest.width / 2.0, rest.top + rest.height / 2.0).toPoint());
    auto* list = small.board->findChild<QListWidget*>(QStringLiteral("chart.legend.list"));
    QVERIFY(list != nullptr && list->isVisible());
    QVERIFY(list->count() >= 18);
    QVERIFY(!list->findItems(QStringLiteral("run r117"), Qt::MatchContains).isEmpty());
    QTest::keyClick(list, Qt::Key_Escape);
    QVERIFY(!list->isVisible());
  }

  void aChartHasATableOfItsNumbers() {
    const Bench bench;
    QTest::keyClick(&bench.plot("accuracy"), Qt::Key_T, Qt::ControlModifier);
    auto* table = bench.board->findChild<QTableView*>(QStringLiteral("chart_table.view"));
    QVERIFY(table != nullptr && table->isVisible());
    QCOMPARE(table->model()->rowCount(), 21);
    QCOMPARE(table->model()->columnCount(), 3);
    QCOMPARE(table->model()->index(20, 0).data().toString(), QStringLiteral("400"));
    QTest::mouseClick(
        table->window()->findChild<QAbstractButton*>(QStringLiteral("chart_table.copy")),
        Qt::LeftButton);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.startsWith(QStringLiteral("step\tceiling\tstudent\n0\t")));
    QCOMPARE(text.count(QLatin1Char('\n')), 22);
  }

  void theMenuCopiesTheImageAndAsksForExport() {
    const Bench bench;
    QSignalSpy exported(bench.board.get(), &ChartBoard::exportRequested);
    PlotWidget& plot = bench.plot("pgr");
    const auto choose = [&](const char* name) {
      QTest::mouseClick(plot.viewport(), Qt::RightButton, {}, Bench::at(plot, 0.5));
      auto* menu = bench.board->findChild<QMenu*>(QStringLiteral("chart.menu"));
      QVERIFY(menu != nullptr);
      menu->findChild<QAction*>(QLatin1String(name))->trigger();
      menu->close();
      QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    choose("chart.menu.export");
    QCOMPARE(exported.count(), 1);
    QCOMPARE(exported.last()[0].toString(), QStringLiteral("pgr"));
    choose("chart.menu.copy");
    QCOMPARE(QGuiApplication::clipboard()->image().size(), plot.size() * 2);
    choose("chart.menu.log");
    QVERIFY(plot.frame().y.log);
  }

  void aHiddenChartDoesNoWork() {
    Bench bench;
    charts::BoardState state = bench.board->state();
    state.hidden = {"objective"};
    bench.board->setState(state);
    const int before = bench.plot("objective").refreshCount();
    bench.board->refresh();
    bench.board->setCrosshair(100.0);
    QCOMPARE(bench.plot("objective").refreshCount(), before);
  }

  void aRunThatEndsIsForgotten() {
    Bench bench;
    {
      const RunSeries other = test::makeRun("other", {.steps = 60});
      bench.board->setRun(&other);
      QCOMPARE(bench.plot("accuracy").frame().x.range.high, 60.0);
    }
    bench.board->setRun(nullptr);
    Bench::hover(bench.plot("accuracy"), Bench::at(bench.plot("accuracy"), 0.5));
    QVERIFY(bench.board->data("accuracy").curves.empty());
  }
};

W2S_WINDOW_TEST(TstChartBoard)
#include "tst_chart_board.moc"
