// Numbers that no run makes, from damaged files and from hands that zoom without end: what is drawn of them is drawn in
// a bounded time, inside its columns, and without an undefined conversion.
#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <QTest>

#include "tests/support/test_main.h"
#include "ui/bridge/run_series.h"
#include "ui/charts/course.h"
#include "ui/charts/decimate.h"
#include "ui/charts/pyramid.h"
#include "ui/charts/reading.h"
#include "ui/charts/run_charts.h"
#include "ui/charts/scale.h"
#include "ui/charts/ticks.h"
#include "ui/draw/panel.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::ui;
using namespace w2s::ui::charts;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kMost = std::numeric_limits<double>::max();
constexpr double kLeast = std::numeric_limits<double>::denorm_min();
constexpr std::size_t kManyTicks = 40;

bool areFinite(const std::vector<double>& values) {
  return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

// A student that was evaluated after so many seconds.
RunSeries runOf(std::initializer_list<std::pair<std::int64_t, double>> seconds,
                double accuracy = 0.5) {
  RunSeries run("r");
  run.apply(RunStarted{.name = "r",
                       .seed = 0,
                       .device = "cpu",
                       .stages = {{.id = stage::kWeak, .fingerprint = {}, .steps = 200},
                                  {.id = stage::kStudent, .fingerprint = {}, .steps = 200}}});
  run.apply(StageStarted{.stage = stage::kStudent, .steps = 200});
  for (const auto& [step, at] : seconds) {
    Evaluated event{.stage = stage::kStudent, .evaluation = {}};
    event.evaluation.step = step;
    event.evaluation.seconds = at;
    event.evaluation.test = {.accuracy = accuracy, .loss = 1.0, .n = 100};
    run.apply(event);
  }
  run.steps_per_epoch = 40.0;
  return run;
}

draw::Panel laidOut(const ChartData& chart, const draw::PanelStyle& style = {},
                    const draw::Rect& area = {.left = 0, .top = 0, .width = 400, .height = 250}) {
  const auto black = [](Ink) { return draw::Color{}; };
  draw::Palette palette;
  palette.line = black;
  palette.letters = black;
  return draw::layOutPanel(chart, area, style, palette,
                           [](std::string_view text, double size, bool) {
                             return 0.5 * size * static_cast<double>(text.size());
                           });
}

}  // namespace

class TstDamagedNumbers : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void ticksOfAnyRangeEnd_data() {
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    const double ends[] = {-kInfinity, -kMost, -1.5,  -kLeast, 0.0,       kLeast,
                           1e-300,     1.0,    1e300, kMost,   kInfinity, kNaN};
    for (const double low : ends) {
      for (const double high : ends) {
        QTest::addRow("%g to %g", low, high) << low << high;
      }
    }
  }
  void ticksOfAnyRangeEnd() {
    QFETCH(double, low);
    QFETCH(double, high);
    for (const Ticks& ticks : {niceTicks(low, high, 5), ticksInside(low, high, 5)}) {
      QVERIFY(std::isfinite(ticks.low) && std::isfinite(ticks.high) && ticks.high > ticks.low);
      QVERIFY(std::isfinite(ticks.high - ticks.low) && ticks.interval > 0.0);
      QVERIFY(ticks.values.size() <= kManyTicks && areFinite(ticks.values));
    }
    const Ticks of_log = logTicks(low, high, 5);
    QVERIFY(of_log.values.size() <= kManyTicks && areFinite(of_log.values));
    const Range range = logRange({low, high}, 0.0);
    QVERIFY(range.low > 0.0 && range.high > range.low && std::isfinite(range.high / range.low));
  }

  void aZoomThatNoAxisCanShowIsRefused() {
    for (const bool log : {false, true}) {
      QVERIFY(isShowable({0.25, 0.5}, log));
      QVERIFY(isShowable({1e-6, 1e3}, log));
      for (const Range& range :
           {Range{0.5, 0.5}, Range{0.5, 0.5 + 1e-15}, Range{2.0, 1.0}, Range{kNaN, 1.0},
            Range{0.0, kInfinity}, Range{-kMost, kMost}, Range{0.5, kMost}}) {
        QVERIFY2(!isShowable(range, log), qPrintable(QString::number(range.high)));
      }
    }
    QVERIFY(isShowable({-1.0, 1.0}, false));
    QVERIFY(!isShowable({-1.0, 1.0}, true));
    QVERIFY(!isShowable({0.0, 1.0}, true));
    QVERIFY(!isShowable({kLeast, 1.0}, true));
  }

  void anEmptyRangeHasPlaces() {
    for (const bool log : {false, true}) {
      const Scale scale{{5.0, 5.0}, log};
      QVERIFY(std::isfinite(scale.share(5.0)) && std::isfinite(scale.share(7.0)));
    }
    ChartData chart;
    chart.x_low = chart.x_high = 3.0;
    QVERIFY(draw::wholeX(chart).span() > 0.0);
    chart.x_high = kInfinity;
    QVERIFY(std::isfinite(draw::wholeX(chart).span()));
    chart.x_high = 3.0;
    Curve curve{.label = "c"};
    chart.addOwned(curve, {.x = {1.0, kInfinity}, .y = {1.0F, 2.0F}});
    chart.addOwned(curve, {.x = {1.0, kNaN}, .y = {1.0F, 2.0F}});
    QVERIFY(std::isfinite(draw::wholeX(chart).span()) && draw::wholeX(chart).span() > 0.0);
  }

  // The pyramid's search went to the same place again and again.
  void aCurveWithoutPlacesIsDrawn_data() {
    QTest::addColumn<int>("each");  // so many points have an x that is no number
    QTest::newRow("one") << 700;
    QTest::newRow("some") << 3;
    QTest::newRow("all") << 1;
  }
  void aCurveWithoutPlacesIsDrawn() {
    QFETCH(int, each);
    std::vector<double> x;
    std::vector<float> y;
    for (int i = 0; i < 1000; ++i) {
      x.push_back(i % each == each - 1 ? kNaN : i);
      y.push_back(static_cast<float>(i % 7));
    }
    Pyramid pyramid;
    pyramid.follow(y, 1);
    for (const Pyramid* searched :
         {static_cast<const Pyramid*>(nullptr), &std::as_const(pyramid)}) {
      for (const Window& window : {Window{.x_low = 0.0, .x_high = 1000.0, .columns = 50},
                                   Window{.x_low = 0.0, .x_high = kInfinity, .columns = 50},
                                   Window{.x_low = -kMost, .x_high = kMost, .columns = 50}}) {
        for (const Polyline& line : decimate(x, y, window, searched)) {
          for (const Point& point : line) {
            QVERIFY(std::isfinite(point.x) && std::isfinite(point.y));
          }
        }
      }
    }
  }

  void secondsThatAddUpToInfinityAreLeftOut() {
    const RunSeries run = runOf({{50, 1e308}, {100, 1.7e308}, {150, 1.6e308}, {200, 1.6e308}});
    const StageCourse course(run, run.stage(stage::kStudent), ChartView::X::Seconds);
    for (const double step : {0.0, 75.0, 120.0, 150.0, 180.0, 200.0, 1e18}) {
      QVERIFY2(std::isfinite(course.at(step)), qPrintable(QString::number(step)));
    }
    QVERIFY(std::isfinite(course.stepAt(1e300)));
    const double end = courseEnd(run, ChartView::X::Seconds);
    QVERIFY(std::isfinite(end) && end > 0.0);
    // Those that can be are counted.
    const RunSeries sound = runOf({{50, 10.0}, {100, 1e308}, {200, 40.0}});
    QCOMPARE(StageCourse(sound, sound.stage(stage::kStudent), ChartView::X::Seconds).at(200.0),
             40.0);
  }

  void aTableHasNoRowWithoutAPlace() {
    ChartData chart;
    Curve curve{.label = "c"};
    chart.addOwned(curve, {.x = {0.0, 1.0, kNaN}, .y = {1.0F, 2.0F, 3.0F}});
    chart.addOwned(curve, {.x = {kNaN, 1.0, 2.0}, .y = {4.0F, 5.0F, 6.0F}});
    const Table table = tableOf(chart);
    QCOMPARE(table.x, (std::vector<double>{0.0, 1.0, 2.0}));
    QCOMPARE(table.columns.size(), std::size_t{2});
    QVERIFY(table.columns[0][0] == 1.0F && table.columns[0][1] == 2.0F);
    QVERIFY(std::isnan(table.columns[0][2]) && std::isnan(table.columns[1][0]));
    QVERIFY(table.columns[1][1] == 5.0F && table.columns[1][2] == 6.0F);
  }

  void accuraciesThatNoRunHasLeaveABound() {
    for (const double accuracy : {5.0, -3.0, 1e300, kInfinity, kNaN}) {
      RunSeries run = runOf({{0, 1.0}, {200, 2.0}}, accuracy);
      run.apply(StageFinished{.stage = stage::kWeak,
                              .seconds = 1.0,
                              .test = {.accuracy = accuracy, .loss = 1.0, .n = 100}});
      for (const auto& chart : makeRunCharts()) {
        const ChartData data = chart->build({.run = &run});
        QVERIFY2(data.y_bound_low < data.y_bound_high, data.id.c_str());
        const draw::YExtent extent = draw::extentOf(data);
        QVERIFY2(!std::isnan(extent.y.low) && !std::isnan(extent.y.high), data.id.c_str());
        static_cast<void>(laidOut(data));
      }
    }
    ChartData chart;  // a bound that is none
    chart.references.push_back({.label = "weak", .y = 0.5});
    chart.y_bound_low = kNaN;
    QCOMPARE(draw::extentOf(chart).y.low, 0.5);
  }

  void aStepThatIsNoStepIsNone() {
    for (const double steps : {1e300, -1e300, kInfinity, kNaN}) {
      RunSeries run = runOf({});
      Intervened event;
      event.intervention.parameter = LiveParameter::Steps;
      event.intervention.new_value = steps;
      run.apply(event);
      const std::int64_t left = run.stage(stage::kStudent).steps;
      QVERIFY(left >= 0 && (steps > 0.0 || left == 0));
    }
  }

  // Heat maps are hatched, legends and labels counted by the size of the letters.
  void aFontWithoutASizeIsDrawn() {
    ChartData chart;
    chart.y_window = Range{0.0, 1.0};
    chart.tiles.push_back({.share = 0.5, .text = "0.5", .note = "n", .hatched = true});
    chart.addOwned({.label = "c"}, {.x = {0.0, 1.0}, .y = {0.25F, 0.75F}});
    chart.references.push_back({.label = "weak", .y = 0.5});
    for (const draw::LegendPlace legend :
         {draw::LegendPlace::EndLabels, draw::LegendPlace::Inside, draw::LegendPlace::Outside}) {
      for (const double size : {0.0, kLeast, kInfinity, kNaN, -1.0}) {
        static_cast<void>(laidOut(chart, {.font = size, .line = size, .legend = legend}));
      }
      static_cast<void>(laidOut(chart, {.legend = legend},
                                {.left = 0, .top = 0, .width = kInfinity, .height = 250}));
      static_cast<void>(laidOut(chart, {.legend = legend}, {}));
    }
  }

  void curvesOfAnyNumbersAreDrawn() {
    const float most = std::numeric_limits<float>::max();
    for (const bool log : {false, true}) {
      for (const double scale : {1.0, 1e300, kLeast, kInfinity, kNaN}) {
        ChartData chart;
        chart.log_y = log;
        chart.addOwned({.label = "c", .scale = scale},
                       {.x = {-kMost, 0.0, 1.0, kMost}, .y = {-most, 0.0F, 1.0F, most}});
        chart.references.push_back({.label = "r", .y = kMost});
        chart.references.push_back({.label = "r", .y = kInfinity});
        chart.markers.push_back({.x = kNaN, .text = "m"});
        chart.markers.push_back({.x = kInfinity, .text = "m", .y = kNaN});
        static_cast<void>(laidOut(chart));
      }
    }
  }
};

W2S_TEST(TstDamagedNumbers)
#include "tst_damaged_numbers.moc"
