// Events become series, and series become readings.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <QTest>

#include "tests/support/step_rows.h"
#include "tests/support/synthetic_run.h"
#include "tests/support/test_main.h"
#include "ui/bridge/live_changes.h"
#include "ui/bridge/run_readings.h"
#include "ui/charts/run_charts.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::ui;

namespace {

Event evaluated(const StageId& stage, std::int64_t step, double accuracy) {
  Evaluated event{.stage = stage, .evaluation = {}};
  event.evaluation.step = step;
  event.evaluation.test = {.accuracy = accuracy, .loss = 1.0, .n = 10'000};
  return event;
}

Event measured(std::int64_t first, std::int64_t last) {
  StepsMeasured event{.stage = stage::kStudent, .rows = {}};
  for (std::int64_t step = first; step <= last; ++step) {
    test::StepRow row;
    row.step = step;
    row.kd = 2.0;
    row.kd_weight = 0.5;
    row.confidence = std::nan("");  // without weight: must not reach a chart
    row.total = 1.0;
    event.rows.append(test::blockOf(row));
  }
  return event;
}

RunSeries startedRun() {
  RunSeries series("r");
  series.apply(RunStarted{.name = "demo",
                          .seed = 3,
                          .device = "cpu",
                          .stages = {{.id = stage::kWeak, .fingerprint = {}},
                                     {.id = stage::kCeiling, .fingerprint = {}, .steps = 100},
                                     {.id = stage::kStudent, .fingerprint = {}, .steps = 100}}});
  series.apply(
      StageFinished{.stage = stage::kWeak, .test = {.accuracy = 0.6, .loss = 1.0, .n = 10'000}});
  series.apply(StageStarted{.stage = stage::kStudent, .steps = 100});
  return series;
}

}  // namespace

// A slider drawn from one value to the other: an intervention every `stride` steps, none exactly
// alike.
void drawSlider(RunSeries& run, LiveParameter parameter, std::int64_t first, std::int64_t stride,
                const std::vector<double>& values) {
  for (std::size_t i = 0; i + 1 < values.size(); ++i) {
    run.apply(Intervened{{.step = first + static_cast<std::int64_t>(i) * stride,
                          .parameter = parameter,
                          .old_value = values[i],
                          .new_value = values[i + 1]}});
  }
}

class TstRunSeries : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // A model that guesses before its first step is no point of a curve; one that knows more is.
  void aGuessIsNoPointOfACurve() {
    for (const auto& [accuracy, points] : {std::pair{0.101, 0}, std::pair{0.4, 1}}) {
      RunSeries run("run");
      run.chance = 0.1;
      run.apply(record::Evaluated{
          .stage = stage::kStudent,
          .evaluation = {.step = 0, .test = {.accuracy = accuracy, .loss = 2.3, .n = 10000}}});
      const StageSeries& student = run.stage(stage::kStudent);
      QCOMPARE(student.evaluations.size(), static_cast<std::size_t>(points));
      QCOMPARE(student.initial.has_value(), points == 0);
    }
  }

  // 4 ms a step: a gesture may rest for 187 steps.
  void aDrawnSliderIsOneChange() {
    RunSeries run = test::makeRun("run", {.steps = 2000});
    drawSlider(run, LiveParameter::ConfidenceWeight, 100, 25, {0.2, 0.3, 0.5, 0.7, 0.8});
    drawSlider(run, LiveParameter::ConfidenceWeight, 400, 25, {0.8, 0.7, 0.4});
    drawSlider(run, LiveParameter::KdWeight, 430, 25, {1.0, 1.1});
    drawSlider(run, LiveParameter::ConfidenceWeight, 440, 25, {0.4, 0.9, 0.4});
    const std::vector<LiveChange> changes = liveChangesOf(run).changes;
    QCOMPARE(changes.size(), std::size_t{4});
    QCOMPARE(changes[0].interventions, std::size_t{4});
    QCOMPARE(describe(changes[0]),
             std::string("Steps 101 to 176: Confidence weight a 0.2 \u2192 0.8"));
    QCOMPARE(describe(changes[1]),
             std::string("Steps 401 to 426: Confidence weight a 0.8 \u2192 0.4"));
    QCOMPARE(describe(changes[2]), std::string("Before step 431: KD weight k 1 \u2192 1.1"));
    QCOMPARE(describe(changes[3]),
             std::string("Steps 441 to 466: Confidence weight a 0.4 \u2192 0.9 and back"));
    QCOMPARE(run.interventions.size(), std::size_t{9});  // a replay has all of them
  }

  void withoutAClockAShareOfTheStepsCounts() {
    RunSeries run = startedRun();  // of 100 steps
    drawSlider(run, LiveParameter::KdWeight, 10, 2, {1.0, 1.1, 1.2});
    QCOMPARE(liveChangesOf(run).size(), std::size_t{1});
    drawSlider(run, LiveParameter::KdWeight, 15, 1, {1.2, 1.3});  // three after the last
    QCOMPARE(liveChangesOf(run).size(), std::size_t{2});
    // One that does not go on where the last one ended is another.
    drawSlider(run, LiveParameter::KdWeight, 16, 1, {1.0, 1.1});
    QCOMPARE(liveChangesOf(run).size(), std::size_t{3});
  }

  // 10,000 steps at 10 a second: a share of the steps would take 20 seconds for one gesture.
  void aSlowYoungRunKeepsItsChangesApart() {
    RunSeries run("slow");
    run.apply(RunStarted{.name = "slow",
                         .seed = 0,
                         .device = "cpu",
                         .stages = {{.id = stage::kStudent, .fingerprint = {}, .steps = 10'000}}});
    run.apply(StageStarted{.stage = stage::kStudent, .steps = 10'000});
    drawSlider(run, LiveParameter::KdWeight, 100, 7, {1.0, 0.9, 0.8});
    drawSlider(run, LiveParameter::KdWeight, 127, 1, {0.8, 0.7});
    const std::vector<std::string> young = liveChangesOf(run).texts;
    QCOMPARE(young.size(), std::size_t{2});
    // The evaluation before the first step says nothing of the pace.
    const auto evaluated_at = [](std::int64_t step, double seconds) {
      Evaluated event{.stage = stage::kStudent, .evaluation = {}};
      event.evaluation.step = step;
      event.evaluation.seconds = seconds;
      return event;
    };
    run.apply(evaluated_at(0, 0.3));
    QCOMPARE(liveChangesOf(run).texts, young);
    // 7 steps in 0.7 s: what was said before holds.
    run.apply(evaluated_at(200, 20.0));
    QCOMPARE(liveChangesOf(run).texts, young);
  }

  // What is kept of them follows the run.
  void liveChangesFollowTheRun() {
    RunSeries run = test::makeRun("run", {.steps = 2000});
    QCOMPARE(liveChangesOf(run).size(), std::size_t{0});
    drawSlider(run, LiveParameter::KdWeight, 100, 25, {1.0, 0.9, 0.8});
    QCOMPARE(liveChangesOf(run).size(), std::size_t{1});
    QCOMPARE(&liveChangesOf(run), &liveChangesOf(run));  // made once
    drawSlider(run, LiveParameter::KdWeight, 500, 25, {0.8, 0.7});
    QCOMPARE(liveChangesOf(run).size(), std::size_t{2});
    run.apply(Rewound{.stage = stage::kStudent, .step = 400});
    drawSlider(run, LiveParameter::KdWeight, 600, 25, {0.8, 0.6});
    QCOMPARE(liveChangesOf(run).texts.back(), describe(liveChangesOf(run).changes.back()));
    QCOMPARE(liveChangesOf(run).changes.back().new_value, 0.6);
    // A run that turns out slower: its gestures fall apart.
    Evaluated last{.stage = stage::kStudent, .evaluation = {}};
    last.evaluation.step = 700;
    last.evaluation.seconds = 3000.0;
    drawSlider(run, LiveParameter::KdWeight, 625, 25, {0.6, 0.5});
    const std::size_t before = liveChangesOf(run).size();
    run.apply(last);
    QCOMPARE(liveChangesOf(run).size(), before + 1);
  }

  void everyChartMarksTheSameChanges() {
    RunSeries run = test::makeRun("run", {.steps = 2000});
    drawSlider(run, LiveParameter::ConfidenceWeight, 100, 25, {0.2, 0.3, 0.5, 0.7, 0.8});
    drawSlider(run, LiveParameter::KdWeight, 180, 25, {1.0, 1.1});
    for (const auto& chart : charts::makeRunCharts()) {
      const charts::ChartData data = chart->build({.run = &run});
      const auto marks = std::ranges::count(data.markers, charts::Marker::Kind::Intervention,
                                            &charts::Marker::kind);
      QCOMPARE(marks, data.over_course ? 2 : 0);
    }
  }

  // While paused, a slider goes to and fro before one batch: equal interventions, of which each
  // counts for a replay.
  void equalChangesBeforeOneBatchAllCount() {
    RunSeries run = startedRun();
    drawSlider(run, LiveParameter::KdWeight, 30, 0, {0.5, 0.4, 0.5, 0.4});
    QCOMPARE(run.interventions.size(), std::size_t{3});
    QCOMPARE(run.interventions.back().new_value, 0.4);
  }

  void aResumedRunsRepeatsAreDroppedOnce() {
    RunSeries run = startedRun();
    drawSlider(run, LiveParameter::KdWeight, 20, 0, {1.0, 0.5});
    drawSlider(run, LiveParameter::KdWeight, 30, 0, {0.5, 0.4, 0.5, 0.4});
    const auto recorded = run.interventions;
    run.expectRepeats();
    run.apply(StageStarted{.stage = stage::kStudent, .steps = 100, .resumed_at = 25});
    drawSlider(run, LiveParameter::KdWeight, 30, 0, {0.5, 0.4, 0.5, 0.4});
    QVERIFY(run.interventions == recorded);
    drawSlider(run, LiveParameter::KdWeight, 30, 0, {0.4, 0.5, 0.4});
    QCOMPARE(run.interventions.size(), recorded.size() + 2);
    // What a rewind voids before it was repeated is made anew behind it.
    run.expectRepeats();
    run.apply(Rewound{.stage = stage::kStudent, .step = 25});
    QCOMPARE(run.interventions.size(), std::size_t{1});
    drawSlider(run, LiveParameter::KdWeight, 30, 0, {0.5, 0.4});
    QCOMPARE(run.interventions.size(), std::size_t{2});
  }

  void theStudentsStepsAloneAreKept() {
    RunSeries series = startedRun();
    series.apply(measured(1, 50));
    auto of_the_ceiling = std::get<StepsMeasured>(measured(1, 30));
    of_the_ceiling.stage = stage::kCeiling;
    series.apply(of_the_ceiling);
    QCOMPARE(series.stage(stage::kStudent).rows.size(), std::size_t{50});
    QCOMPARE(series.stage(stage::kCeiling).rows.size(), std::size_t{0});
    QCOMPARE(series.stage(stage::kCeiling).done, std::int64_t{30});
  }

  void aRewindVoidsWhatCameAfter() {
    RunSeries series = startedRun();
    series.apply(measured(1, 50));
    series.apply(evaluated(stage::kStudent, 20, 0.7));
    series.apply(evaluated(stage::kStudent, 40, 0.72));
    series.apply(Intervened{
        {.step = 45, .parameter = LiveParameter::KdWeight, .old_value = 1, .new_value = 2}});
    const auto generation = series.stage(stage::kStudent).generation;
    series.apply(
        Diverged{.stage = stage::kStudent, .step = 51, .term = "kd", .last_good_step = 30});
    QVERIFY(series.divergence);
    series.apply(Rewound{.stage = stage::kStudent, .step = 30});
    const StageSeries& student = series.stage(stage::kStudent);
    QCOMPARE(student.rows.size(), std::size_t{30});
    QCOMPARE(student.rows.column("total").size(), std::size_t{30});
    QCOMPARE(student.evaluations.size(), std::size_t{1});
    QCOMPARE(student.done, std::int64_t{30});
    QVERIFY(student.generation != generation);
    QVERIFY(series.interventions.empty());
    QVERIFY(!series.divergence);
    QCOMPARE(series.divergences.size(), std::size_t{1});
    series.apply(measured(31, 35));
    QCOMPARE(series.stage(stage::kStudent).rows.steps.back(), 35.0);
  }

  void pgrOverTimeIsTheStudentsCurveOverOneGap() {
    RunSeries series = startedRun();
    QVERIFY(!pgrOverTime(series).known);
    series.apply(evaluated(stage::kStudent, 0, 0.1));
    series.apply(evaluated(stage::kStudent, 50, 0.7));
    series.apply(evaluated(stage::kCeiling, 50, 0.75));
    QVERIFY(pgrOverTime(series).provisional);
    series.apply(StageFinished{.stage = stage::kCeiling,
                               .test = {.accuracy = 0.8, .loss = 1.0, .n = 10'000}});
    const PgrCurve curve = pgrOverTime(series);
    QVERIFY(curve.known && !curve.provisional);
    QCOMPARE(curve.status, metrics::PgrStatus::Ok);
    QVERIFY(std::abs(curve.value[0] - (0.1 - 0.6) / 0.2) < 1e-5);
    QVERIFY(std::abs(curve.value[1] - 0.5) < 1e-5);
  }

  void theCommonCeilingGivesASecondValueAndCurve() {
    RunSeries series = startedRun();
    series.apply(evaluated(stage::kStudent, 50, 0.7));
    series.apply(StageFinished{.stage = stage::kCeiling,
                               .test = {.accuracy = 0.8, .loss = 1.0, .n = 10'000}});
    QVERIFY(!readingsOf(series).pgr_common);
    QVERIFY(!pgrOverTime(series, GapTop::CommonCeiling).known);
    series.apply(StageFinished{.stage = stage::kCommonCeiling,
                               .test = {.accuracy = 0.85, .loss = 1.0, .n = 10'000}});
    const Readings readings = readingsOf(series);
    QVERIFY(std::abs(*readings.pgr->signed_value - 0.5) < 1e-9);
    QVERIFY(std::abs(*readings.pgr_common->signed_value - 0.4) < 1e-9);
    const PgrCurve curve = pgrOverTime(series, GapTop::CommonCeiling);
    QVERIFY(curve.known && !curve.provisional);
    QVERIFY(std::abs(curve.value.back() - 0.4) < 1e-5);
    for (const auto& chart : charts::makeRunCharts()) {
      const charts::ChartData data = chart->build({.run = &series});
      if (chart->id() == "pgr") {
        QCOMPARE(data.curves.size(), std::size_t{2});
        QCOMPARE(data.curves[0].label, std::string("PGR"));
        QCOMPARE(data.curves[1].label, std::string("common"));
        QVERIFY(std::abs(data.curves[1].y.back() - 0.4) < 1e-5);
      } else if (chart->id() == "accuracy") {
        QVERIFY(std::ranges::any_of(data.references, [](const charts::ReferenceLine& line) {
          return line.label == "common" && line.y == 0.85;
        }));
      }
    }
  }

  // The strong model trained on the weak rows' own labels is a line beside floor and ceiling, and the
  // common ceiling is not one more of its kind.
  void theReferenceIsALine() {
    RunSeries series = startedRun();
    for (const StageId id : {stage::kCommonCeiling, stage::kReference}) {
      series.plan.push_back(describedStage(id));
      series.apply(StageFinished{
          .stage = id,
          .test = {.accuracy = id == stage::kReference ? 0.83 : 0.85, .loss = 1.0, .n = 10'000}});
    }
    QCOMPARE(readingsOf(series).reference.accuracy, 0.83);
    const auto accuracy = std::move(charts::makeRunCharts().front());
    const charts::ChartData data = accuracy->build({.run = &series});
    std::vector<std::pair<std::string, double>> lines;
    for (const charts::ReferenceLine& line : data.references) {
      lines.emplace_back(line.label, line.y);
    }
    QCOMPARE(lines, (std::vector<std::pair<std::string, double>>{
                        {"weak", 0.6}, {"common", 0.85}, {"reference", 0.83}}));
    series.summary = RunSummary{};
    QCOMPARE(readingsOf(series).reference.n, std::int64_t{0});
    series.summary->reference = metrics::Performance{.accuracy = 0.84, .loss = 1.0, .n = 10'000};
    QCOMPARE(readingsOf(series).reference.accuracy, 0.84);
  }

  // Better than chance, the initial student is a mark at step 0, and the axis reaches down to it.
  void theInitialStudentIsAMark_data() {
    QTest::addColumn<double>("accuracy");
    QTest::addColumn<bool>("marked");
    QTest::newRow("a guess") << 0.1 << false;
    QTest::newRow("knows something") << 0.3 << true;
  }
  void theInitialStudentIsAMark() {
    QFETCH(double, accuracy);
    QFETCH(bool, marked);
    RunSeries series = startedRun();
    series.chance = 0.1;
    series.apply(evaluated(stage::kStudent, 0, accuracy));
    series.apply(evaluated(stage::kStudent, 50, 0.7));
    const auto chart = std::move(charts::makeRunCharts().front());
    const charts::ChartData data = chart->build({.run = &series});
    const auto mark =
        std::ranges::find(data.markers, charts::Marker::Kind::Initial, &charts::Marker::kind);
    QCOMPARE(mark != data.markers.end(), marked);
    QCOMPARE(data.y_bound_low <= accuracy, marked);
    if (marked) {
      QCOMPARE(mark->x, 0.0);
      QCOMPARE(mark->y, std::optional(accuracy));
    }
  }

  // A summary that an earlier version of the program wrote has none; one of this version may.
  void theSummaryHasTheLastWordOnTheCommonCeiling() {
    RunSeries series = startedRun();
    series.summary = RunSummary{};
    QVERIFY(!readingsOf(series).pgr_common);
    series.summary->common =
        AgainstCommonCeiling{.ceiling = {.accuracy = 0.85, .loss = 1.0, .n = 10},
                             .pgr = {.signed_value = 0.4, .book_value = 0.4}};
    const Readings readings = readingsOf(series);
    QCOMPARE(*readings.pgr_common->signed_value, 0.4);
    QCOMPARE(readings.common_ceiling.accuracy, 0.85);
  }

  void pgrWithoutAGapHasNoValueButAReason_data() {
    QTest::addColumn<double>("ceiling");
    QTest::addColumn<int>("status");
    QTest::newRow("ceiling below weak")
        << 0.55 << static_cast<int>(metrics::PgrStatus::CeilingNotAboveWeak);
    QTest::newRow("gap below a point")
        << 0.605 << static_cast<int>(metrics::PgrStatus::GapNotSignificant);
  }
  void pgrWithoutAGapHasNoValueButAReason() {
    QFETCH(double, ceiling);
    QFETCH(int, status);
    RunSeries series = startedRun();
    series.apply(evaluated(stage::kStudent, 50, 0.7));
    series.apply(StageFinished{.stage = stage::kCeiling,
                               .test = {.accuracy = ceiling, .loss = 1.0, .n = 10'000}});
    QCOMPARE(static_cast<int>(pgrOverTime(series).status), status);
    for (const auto& chart : charts::makeRunCharts()) {
      if (chart->id() == "pgr") {
        QVERIFY(!chart->build({.run = &series}).undefined_reason.empty());
      }
    }
  }

  void objectiveTermsAreWeightTimesValue() {
    RunSeries series = startedRun();
    series.apply(measured(1, 10));
    for (const auto& chart : charts::makeRunCharts()) {
      if (chart->id() != "objective") {
        continue;
      }
      const charts::ChartData data = chart->build({.run = &series});
      QCOMPARE(data.curves.size(), std::size_t{4});  // kd and total, each raw and smoothed
      for (const charts::Curve& curve : data.curves) {
        QCOMPARE(curve.x.size(), std::size_t{10});
        for (const float value : curve.y) {
          QVERIFY(std::abs(value - 1.0F) < 1e-5F);
        }
      }
    }
  }

  void chartsOfAnEmptyRunAreEmptyNotBroken() {
    const RunSeries empty;
    for (const auto& chart : charts::makeRunCharts()) {
      const charts::ChartData data = chart->build({.run = &empty});
      QVERIFY(data.curves.empty() || data.curves.front().x.empty());
      QVERIFY(!data.empty_text.empty());
      QVERIFY(data.x_high > 0.0);
    }
  }
};

W2S_TEST(TstRunSeries)
#include "tst_run_series.moc"
