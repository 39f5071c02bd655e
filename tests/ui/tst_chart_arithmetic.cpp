// The arithmetic behind the charts: axes and zoom, the course in steps, epochs and seconds, what
// stands under the crosshair, the saved arrangement.
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <QTest>

#include "tests/support/step_rows.h"
#include "tests/support/test_main.h"
#include "ui/charts/board_state.h"
#include "ui/charts/course.h"
#include "ui/charts/curve_end.h"
#include "ui/charts/loss_bound.h"
#include "ui/charts/mark_legend.h"
#include "ui/charts/mark_tips.h"
#include "ui/charts/overflow.h"
#include "ui/charts/reading.h"
#include "ui/charts/scale.h"
#include "ui/charts/ticks.h"
#include "ui/draw/panel.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::ui;
using namespace w2s::ui::charts;

namespace {

bool near(double a, double b, double tolerance = 1e-9) {
  return std::abs(a - b) <= tolerance * std::max({1.0, std::abs(a), std::abs(b)});
}

RunSeries runWithEvaluations(std::initializer_list<std::pair<std::int64_t, double>> seconds) {
  RunSeries run("r");
  run.apply(RunStarted{.name = "r",
                       .seed = 0,
                       .device = "cpu",
                       .stages = {{.id = stage::kStudent, .fingerprint = {}, .steps = 200}}});
  run.apply(StageStarted{.stage = stage::kStudent, .steps = 200});
  for (const auto& [step, at] : seconds) {
    Evaluated event{.stage = stage::kStudent, .evaluation = {}};
    event.evaluation.step = step;
    event.evaluation.seconds = at;
    event.evaluation.test = {.accuracy = 0.5, .loss = 1.0, .n = 100};
    run.apply(event);
  }
  run.steps_per_epoch = 40.0;
  return run;
}

// The chart laid out without a window: each letter is half as wide as it is high.
draw::Panel laidOut(const ChartData& chart) {
  const auto black = [](Ink) { return draw::Color{}; };
  draw::Palette palette;
  palette.line = black;
  palette.letters = black;
  return draw::layOutPanel(chart, {.left = 0.0, .top = 0.0, .width = 400.0, .height = 250.0}, {},
                           palette, [](std::string_view text, double size, bool) {
                             return 0.5 * size * static_cast<double>(text.size());
                           });
}

std::int64_t dotsOf(const draw::Panel& panel) {
  return std::ranges::count_if(panel.shapes, [](const draw::SceneShape& shape) {
    const auto* dot = std::get_if<draw::PolygonShape>(&shape);
    return dot != nullptr && dot->role == draw::Role::EndDot;
  });
}

}  // namespace

class TstChartArithmetic : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aLossThatExplodesIsBounded() {
    LossBound bound;
    std::vector<float> loss{2.0F, 1.0F, 0.5F, 0.4F, 0.4F};
    QVERIFY(std::isinf(bound.follow(loss, 1)));
    loss.insert(loss.end(), {2e3F, 1e30F});
    QCOMPARE(bound.follow(loss, 1), 10.0);  // ten times the median of seven
    loss.push_back(std::numeric_limits<float>::infinity());
    QCOMPARE(bound.follow(loss, 1), 10.0);  // what is not finite counts for nothing
    loss.resize(3);
    QVERIFY(std::isinf(bound.follow(loss, 2)));  // after a rewind
    QVERIFY(std::isinf(LossBound().follow({}, 0)));
  }

  void zoomKeepsWhatIsUnderThePointer_data() {
    QTest::addColumn<bool>("log");
    QTest::newRow("linear") << false;
    QTest::newRow("logarithmic") << true;
  }
  void zoomKeepsWhatIsUnderThePointer() {
    QFETCH(bool, log);
    const Scale scale{{0.01, 100.0}, log};
    for (const double anchor : {0.0, 0.3, 1.0}) {
      const double before = scale.value(anchor);
      const Scale zoomed{scale.zoomed(0.5, anchor), log};
      QVERIFY(near(zoomed.share(before), anchor));
      QVERIFY(near(zoomed.value(zoomed.share(7.0)), 7.0));
      // And back.
      const Range back = zoomed.zoomed(2.0, anchor);
      QVERIFY(near(back.low, 0.01) && near(back.high, 100.0));
    }
  }

  void zoomStaysInsideTheWhole() {
    const Scale whole{{0.0, 100.0}};
    QVERIFY(!withinWhole({-20.0, 130.0}, whole));
    QVERIFY(!withinWhole({0.0, 100.0}, whole));
    const auto moved = withinWhole({90.0, 120.0}, whole);
    QVERIFY(moved && near(moved->low, 70.0) && near(moved->high, 100.0));
    const auto tiny = withinWhole({50.0, 50.0}, whole);
    QVERIFY(tiny && tiny->high > tiny->low);
  }

  void aLogarithmicAxisShowsPositiveValuesAlone() {
    QVERIFY(near(logRange({-1.0, 10.0}, 0.1).low, 0.1));
    QVERIFY(near(logRange({0.0, 10.0}, 0.0).low, 0.01));
    QVERIFY(near(logRange({0.0, 10.0}, 1e-30).low, 1e-5));  // six decades
    const Range one = logRange({3.0, 3.0}, 3.0);
    QVERIFY(one.low < 3.0 && one.high > 3.0);
    const Range none = logRange({-5.0, -1.0}, 0.0);
    QVERIFY(none.low > 0.0 && none.high > none.low);
    const Scale scale{{0.1, 10.0}, true};
    QVERIFY(std::isinf(scale.share(0.0)) && std::isinf(scale.share(-1.0)));
    QVERIFY(near(scale.share(1.0), 0.5));
  }

  void logarithmicTicksAreRound() {
    const Ticks wide = logTicks(1e-4, 10.0, 6);
    QCOMPARE(wide.values.size(), std::size_t{6});
    QVERIFY(near(wide.values.front(), 1e-4) && near(wide.values.back(), 10.0));
    const Ticks narrow = logTicks(0.3, 3.0, 5);
    QVERIFY(narrow.values.size() >= 3);
    for (const double value : narrow.values) {
      QVERIFY(value >= 0.3 * 0.999 && value <= 3.0 * 1.001);
    }
    QVERIFY(logTicks(1.1, 1.4, 5).values.size() >= 2);
  }

  void stepsBecomeEpochsAndBack() {
    const RunSeries run = runWithEvaluations({});
    const StageCourse course(run, run.stage(stage::kStudent), ChartView::X::Epoch);
    QCOMPARE(course.at(100.0), 2.5);
    QCOMPARE(course.stepAt(2.5), 100.0);
    QCOMPARE(courseEnd(run, ChartView::X::Epoch), 5.0);
  }

  void epochsThatAreNotKnownAreSteps() {
    RunSeries run = runWithEvaluations({});
    run.steps_per_epoch = 0.0;
    QCOMPARE(static_cast<int>(courseX({.run = &run, .view = {.x = ChartView::X::Epoch}})),
             static_cast<int>(ChartView::X::Step));
  }

  void epochsAreWholeBatchesOfTheTransferRows() {
    config::ExperimentConfig config;
    config.task.transfer_rows = 5000;
    config.optimizer.batch_rows = 128;
    QCOMPARE(stepsPerEpochOf(config), 39.0);
    config.optimizer.batch_rows = 9999;
    QCOMPARE(stepsPerEpochOf(config), 1.0);
  }

  void secondsAreInterpolatedBetweenEvaluations() {
    const RunSeries run = runWithEvaluations({{0, 0.5}, {100, 2.5}, {200, 6.5}});
    const StageCourse course(run, run.stage(stage::kStudent), ChartView::X::Seconds);
    QCOMPARE(course.at(0.0), 0.5);
    QCOMPARE(course.at(50.0), 1.5);
    QCOMPARE(course.at(150.0), 4.5);
    QCOMPARE(course.at(250.0), 8.5);  // beyond the last evaluation
    for (const double step : {0.0, 30.0, 100.0, 170.0, 250.0}) {
      QVERIFY(near(course.stepAt(course.at(step)), step));
    }
  }

  void aResumedClockGoesOn() {
    const RunSeries run = runWithEvaluations({{100, 4.0}, {150, 1.0}, {200, 2.0}});
    const StageCourse course(run, run.stage(stage::kStudent), ChartView::X::Seconds);
    QCOMPARE(course.at(150.0), 5.0);
    QCOMPARE(course.at(200.0), 6.0);
  }

  void aColumnOfSecondsIsCorrectedByTheNextEvaluation() {
    RunSeries run = runWithEvaluations({{0, 0.0}, {10, 1.0}});
    StepsMeasured steps{.stage = stage::kStudent, .rows = {}};
    for (std::int64_t step = 1; step <= 20; ++step) {
      steps.rows.append(test::blockOf({.step = step}));
    }
    run.apply(steps);
    CourseColumn column;
    const StageSeries& student = run.stage(stage::kStudent);
    QVERIFY(near(column.follow(run, student, ChartView::X::Seconds)[19], 2.0));
    Evaluated event{.stage = stage::kStudent, .evaluation = {}};
    event.evaluation.step = 20;
    event.evaluation.seconds = 5.0;
    run.apply(event);
    QVERIFY(near(column.follow(run, student, ChartView::X::Seconds)[19], 5.0));
    // In steps nothing is copied.
    QCOMPARE(column.follow(run, student, ChartView::X::Step).data(), student.rows.steps.data());
  }

  // Between two gaps there is no line: the value has a mark.
  void aValueThatStandsAloneHasAMark() {
    constexpr float kGap = std::numeric_limits<float>::quiet_NaN();
    ChartData whole;
    whole.addOwned({.label = "a"}, {{0, 1, 2, 3, 4}, {1, 1, 2, 2, 3}});
    ChartData torn;
    torn.addOwned({.label = "a"}, {{0, 1, 2, 3, 4}, {1, kGap, 2, kGap, 3}});
    QCOMPARE(dotsOf(laidOut(torn)) - dotsOf(laidOut(whole)), std::int64_t{3});
  }

  // A learning rate of 4e-7 is a place on a logarithmic axis, not zero below it.
  void aSmallValueKeepsItsEnd() {
    ChartData chart;
    chart.log_y = true;
    chart.addOwned({.label = "rate"}, {{0, 1}, {4e-6F, 4e-7F}});
    const draw::Panel panel = laidOut(chart);
    QCOMPARE(dotsOf(panel), std::int64_t{1});
    QVERIFY(std::ranges::none_of(panel.shapes, [](const draw::SceneShape& shape) {
      const auto* text = std::get_if<draw::TextShape>(&shape);
      return text != nullptr && text->text.find("\u2193") != std::string::npos;
    }));
  }

  void theCrosshairReadsTheNearestPoint() {
    ChartData data;
    data.addOwned({.label = "a"}, {{0, 10, 20}, {1, 2, 3}});
    data.addOwned({.label = {}, .name = "raw", .style = Curve::Style::Ghost}, {{0, 10}, {7, 8}});
    data.addOwned({.label = "short"}, {{0, 1, 2}, {5, 5, 5}});
    const auto at = readingsAt(data, 14.0);
    QCOMPARE(at.size(), std::size_t{1});
    QCOMPARE(at[0].y, 2.0);
    QCOMPARE(at[0].x, 10.0);
    QCOMPARE(readingsAt(data, 1.4).size(), std::size_t{2});
    QCOMPARE(pointBeside(data, std::nullopt, 1), std::optional(20.0));
    QCOMPARE(pointBeside(data, 20.0, -1), std::optional(10.0));
    QCOMPARE(pointBeside(data, 10.0, -9), std::optional(0.0));
    QVERIFY(!pointBeside(ChartData{}, 1.0, 1));
  }

  void aCurveEndsWhereItLeavesWhatIsSeen() {
    constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
    ChartData data;
    data.addOwned({.label = "a"}, {{0, 10, 20, 30, 40}, {1, 2, 4, kNan, kNan}});
    const Curve& curve = data.curves[0];
    const auto end = [&curve](double low, double high, bool log = false) {
      return endOf(curve, {low, high}, log);
    };
    QCOMPARE(endOf(curve, kAll, false)->y, 4.0);
    QVERIFY(endOf(curve, kAll, false)->at_point);
    // On the line between two points, also where neither of them is seen.
    for (const double low : {0.0, 12.0}) {
      QCOMPARE(end(low, 15.0)->x, 15.0);
      QCOMPARE(end(low, 15.0)->y, 3.0);
      QVERIFY(!end(low, 15.0)->at_point);
      QVERIFY(near(end(low, 15.0, true)->y, std::sqrt(8.0)));  // straight on that axis
    }
    QCOMPARE(end(0.0, 10.0)->y, 2.0);
    QVERIFY(end(0.0, 10.0)->at_point);
    QCOMPARE(end(15.0, 25.0)->y, 4.0);
    // Over before: the rows without a value behind the last one do not make it go on.
    QVERIFY(!end(25.0, 35.0));
    QVERIFY(!end(50.0, 60.0));
    QVERIFY(!end(-20.0, -10.0));
    QVERIFY(!endOf(Curve{.label = "none"}, kAll, false));
  }

  void aLegendNamesTheMarksThatAreThere() {
    using Kind = Marker::Kind;
    ChartData data;
    data.markers = {{.x = 10.0, .text = "a"},
                    {.x = 20.0, .text = "b"},
                    {.x = 30.0, .text = "c", .kind = Kind::Oracle, .y = 0.8},
                    {.x = 30.0, .text = "d", .kind = Kind::BestAgreement, .y = 0.7}};
    // A letter is one wide.
    MarkSpace space{
        .room = 200.0, .symbol = 2.0, .gap = 3.0, .width_of = [](std::string_view text) {
          return static_cast<double>(text.size());
        }};
    const MarkRows rows = markRowsOf(data, {0.0, 100.0}, {0.0, 1.0}, space);
    QCOMPARE(rows.size(), std::size_t{1});
    QCOMPARE(rows[0].size(), std::size_t{3});
    QCOMPARE(rows[0][0].text, std::string("honest stop, chosen on validation"));
    QCOMPARE(rows[0][1].text, std::string("oracle stop, best on test"));
    QCOMPARE(rows[0][2].text, std::string("live change"));
    QCOMPARE(rows[0][1].left, 2.0 + 33.0 + 3.0);
    QCOMPARE(markRowsOf(data, {0.0, 25.0}, {0.0, 1.0}, space)[0].size(), std::size_t{1});  // zoomed
    // Zoomed to values above both stops; what has no value of its own is still drawn.
    const MarkRows above = markRowsOf(data, {0.0, 100.0}, {0.9, 1.0}, space);
    QCOMPARE(above.size(), std::size_t{1});
    QCOMPARE(above[0].size(), std::size_t{1});
    QCOMPARE(above[0][0].text, std::string("live change"));
    QCOMPARE(markRowsOf(data, {0.0, 100.0}, {0.75, 1.0}, space)[0].size(), std::size_t{2});
    // Less room: shorter names, then more rows.
    space.room = 45.0;
    QCOMPARE(markRowsOf(data, {0.0, 100.0}, {0.0, 1.0}, space).size(), std::size_t{1});
    QCOMPARE(markRowsOf(data, {0.0, 100.0}, {0.0, 1.0}, space)[0][0].text,
             std::string("honest stop"));
    space.room = 30.0;
    QCOMPARE(markRowsOf(data, {0.0, 100.0}, {0.0, 1.0}, space).size(), std::size_t{2});
    QVERIFY(markRowsOf(ChartData{}, {0.0, 100.0}, {0.0, 1.0}, space).empty());
  }

  void aMarkTellsOfThoseItCovers() {
    using Kind = Marker::Kind;
    ChartData data;
    data.markers = {{.x = 30.0, .text = "c"},
                    {.x = 10.0, .text = "a"},
                    {.x = 12.0, .text = "b"},
                    {.x = 11.0, .text = "bad", .kind = Kind::Divergence},
                    {.x = 11.0, .text = "best", .kind = Kind::Oracle, .y = 0.8},
                    {.x = 14.0, .text = "b2"}};
    QCOMPARE(tipsOf(data, 4.0),
             (std::vector<std::string>{"c", "a\nb", "a\nb\nb2", "bad", "best", "b\nb2"}));
    QCOMPARE(tipsOf(data, 0.5), (std::vector<std::string>{"c", "a", "b", "bad", "best", "b2"}));
    data.markers = {{.x = 1.0, .text = "a"}, {.x = 1.0, .text = "b"}};
    QCOMPARE(tipsOf(data, 0.0).size(), std::size_t{2});
    QVERIFY(tipsOf(ChartData{}, 4.0).empty());
  }

  void markersAreFoundByPlaceAndOneAfterAnother() {
    ChartData data;
    data.markers = {{.x = 10.0, .text = "a"}, {.x = 30.0, .text = "b"}};
    QVERIFY(markerAt(data, 12.0, 1.0) == nullptr);
    QCOMPARE(markerAt(data, 29.0, 2.0)->text, std::string("b"));
    QCOMPARE(markerBeside(data, std::nullopt, 1), std::optional(10.0));
    QCOMPARE(markerBeside(data, 10.0, 1), std::optional(30.0));
    QCOMPARE(markerBeside(data, 30.0, -1), std::optional(10.0));
    QVERIFY(!markerBeside(data, 30.0, 1));
  }

  void theTableHoldsEveryValueOnce() {
    ChartData data;
    data.x_title = "step";
    data.addOwned({.label = "a"}, {{0, 10, 20}, {1, 2, 3}});
    data.addOwned({.label = "b", .name = "bee", .decimals = 1}, {{10, 30}, {4, 5}});
    const Table table = tableOf(data);
    QCOMPARE(table.header, (std::vector<std::string>{"step", "a", "bee"}));
    QCOMPARE(table.x, (std::vector<double>{0, 10, 20, 30}));
    QCOMPARE(table.columns[0][2], 3.0F);
    QVERIFY(std::isnan(table.columns[0][3]));
    QCOMPARE(table.columns[1][1], 4.0F);
    QCOMPARE(table.decimals, (std::vector<int>{3, 1}));
  }

  void valuesALogarithmCannotShowAreCounted() {
    ChartData data;
    data.addOwned({.label = "a"}, {{0, 1, 2, 3}, {1, 0, -2, std::nanf("")}});
    QCOMPARE(notPositive(data), std::size_t{2});
  }

  void anArrowMarksEachStretchOutside() {
    const Curve curve{.label = "a"};
    ChartData data;
    data.addOwned(curve, {{0, 1, 2, 3, 4, 5, 6}, {0, 2, 2, 0, -3, 0, 1}});
    const Frame frame{.x = {{0, 6}}, .y = {{-0.5, 1.2}}, .width = 300, .height = 100};
    const auto found = overflowsOf(data.curves[0], frame);
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(found[0].x, 1.5);
    QVERIFY(found[0].above && !found[1].above);
  }

  void aDetachedChartBorrowsNothing() {
    ChartData copy;
    {
      std::vector<double> x{1, 2};
      std::vector<float> y{3, 4};
      std::vector<float> low{2, 3.5F};
      std::vector<float> high{5, 6};
      ChartData data;
      data.curves.push_back(
          {.label = "a", .x = x, .y = y, .low = low, .high = high, .band = "min-max, n = 2"});
      copy = detached(data);
      x.assign({9, 9});
      for (std::vector<float>* values : {&y, &low, &high}) {
        values->assign({9, 9});
      }
    }
    const Curve& curve = copy.curves[0];
    QCOMPARE(curve.x[1], 2.0);
    QCOMPARE(curve.y[1], 4.0F);
    QVERIFY(curve.hasBand());
    QCOMPARE(curve.low[1], 3.5F);
    QCOMPARE(curve.high[1], 6.0F);
    QCOMPARE(curve.band, std::string("min-max, n = 2"));
  }

  void edgesOfAnotherLengthAreNoBand() {
    ChartData data;
    QVERIFY(data.addOwned({.label = "a"}, {{1, 2}, {3, 4}, {2, 3}, {4, 5}}).hasBand());
    QVERIFY(!data.addOwned({.label = "b"}, {{1, 2}, {3, 4}}).hasBand());
    QVERIFY(!data.addOwned({.label = "c"}, {{1, 2}, {3, 4}, {2, 3}, {4}}).hasBand());
    QVERIFY(!detached(data).curves[2].hasBand());
  }

  void anArrangementSurvivesItsText() {
    BoardState state;
    state.order = {"a", "b", "c", "d"};
    state.move("d", 1);
    QCOMPARE(state.order, (std::vector<std::string>{"a", "d", "b", "c"}));
    state.hidden = {"b"};
    state.move("a", 2);  // of those shown
    QCOMPARE(state.shown(), (std::vector<std::string>{"d", "c", "a"}));
    state.log_y = {"c"};
    state.columns = 2;
    state.smoothing = 0.5;
    state.linked = false;
    state.x = ChartView::X::Seconds;
    BoardState plain;
    plain.order = {"a", "b", "c", "d"};
    const BoardState back = fromText(toText(state), plain);
    QCOMPARE(back.order, state.order);
    QCOMPARE(back.hidden, state.hidden);
    QCOMPARE(back.log_y, state.log_y);
    QCOMPARE(back.columns, 2);
    QCOMPARE(back.smoothing, 0.5);
    QCOMPARE(back.linked, false);
    QVERIFY(back.x == ChartView::X::Seconds);
  }

  void aDamagedArrangementIsTheFirstOne() {
    BoardState plain;
    plain.order = {"a", "b"};
    for (const char* text : {"", "{", "[1]", R"({"order":"x","columns":99,"smoothing":7,"x":3})"}) {
      const BoardState back = fromText(text, plain);
      QCOMPARE(back.order, plain.order);
      QVERIFY(back.columns <= 3 && back.smoothing <= 0.99);
    }
    // Charts come and go between versions.
    QCOMPARE(fromText(R"({"order":["gone","b"]})", plain).order,
             (std::vector<std::string>{"b", "a"}));
  }

  void chartsShareTheWidth() {
    QCOMPARE(columnsFor(6, 1080, 300), 3);
    QCOMPARE(columnsFor(6, 700, 300), 2);
    QCOMPARE(columnsFor(6, 200, 300), 1);
    QCOMPARE(columnsFor(4, 1080, 300), 2);
    QCOMPARE(columnsFor(1, 1080, 300), 1);
  }
};

W2S_TEST(TstChartArithmetic)
#include "tst_chart_arithmetic.moc"
