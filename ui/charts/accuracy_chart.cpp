#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "ui/bridge/number_language.h"
#include "ui/bridge/run_readings.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_parts.h"
#include "ui/charts/seed_curves.h"

namespace w2s::ui::charts {
namespace {

using record::StageId;
namespace stage = record::stage;

double testAccuracy(const metrics::Evaluation& evaluation) {
  return evaluation.test.accuracy;
}

double bestOf(const Readings& readings) {
  return std::max(readings.student.n > 0 ? readings.student.accuracy : 0.0,
                  readings.ceiling.n > 0 ? readings.ceiling.accuracy : 0.0);
}

// "Student accuracy 0.81 at step 400, 57 % of the gap, rising"
std::string spoken(const StageSeries& student, const Readings& readings, const Curve& curve) {
  const metrics::Evaluation& last = student.evaluations.back();
  std::string sentence =
      inWords(words("charts", "Student accuracy {:.3f} at step {}"), last.test.accuracy, last.step);
  if (readings.pgr && metrics::isMeaningful(*readings.pgr)) {
    sentence +=
        inWords(words("charts", ", {:.0f} % of the gap"), 100.0 * *readings.pgr->signed_value);
  }
  const std::string trend = trendOf(curve.y);
  return trend.empty() ? sentence : sentence + ", " + trend;
}

std::string spokenOfSeeds(const Readings& readings, const Curve& mean) {
  std::string sentence =
      inWords(words("charts", "Student accuracy {:.3f}, {}"), mean.y.back(), mean.band);
  if (readings.pgr && metrics::isMeaningful(*readings.pgr)) {
    sentence +=
        inWords(words("charts", ", {:.0f} % of the gap"), 100.0 * *readings.pgr->signed_value);
  }
  return sentence;
}

// Where the run would have been stopped: by what can be known, and by what cannot.
void addEarlyStops(ChartData& chart, const RunSeries& run, ChartView::X x) {
  if (!run.summary) {
    return;
  }
  const StageCourse course(run, run.stage(stage::kStudent), x);
  const auto add = [&](const record::SelectedStep& selected, Marker::Kind kind,
                       const char* sentence) {
    if (std::isfinite(selected.accuracy)) {
      chart.markers.push_back(
          {.x = course.at(static_cast<double>(selected.step)),
           .text = inWords(wordsOf("charts", sentence), selected.step, selected.accuracy),
           .kind = kind,
           .y = selected.accuracy});
    }
  };
  add(run.summary->oracle, Marker::Kind::Oracle,
      wordsNoop("charts",
                "Oracle stop: best test accuracy, {1:.3f} at step {0}. It reads ground truth."));
  add(run.summary->best_agreement, Marker::Kind::BestAgreement,
      wordsNoop("charts",
                "Honest stop: best agreement with weak labels on validation rows, at step {0}; "
                "test accuracy {1:.3f}"));
}

// Where the student starts: what it knows before it has seen one weak label.
void addInitial(ChartData& chart, const RunSeries& run, ChartView::X x, double accuracy) {
  const StageCourse course(run, run.stage(stage::kStudent), x);
  chart.markers.push_back(
      {.x = course.at(0.0),
       .text = inWords(words("charts",
                             "Initial student: test accuracy {:.3f} before its first step on weak "
                             "labels, better than chance"),
                       accuracy),
       .kind = Marker::Kind::Initial,
       .y = accuracy});
}

// Student and ceiling over the course, as means where there are several seeds.
void addCurves(ChartData& chart, const ChartInput& input, const Readings& readings) {
  const RunSeries& run = *input.run;
  const ChartView::X x = courseX(input);
  const Curve of_ceiling = {
      .label = words("charts", "ceiling"), .ink = Ink::Ceiling, .shape = Shape::TriangleUp};
  const Curve of_student = {.label = words("charts", "student"), .ink = Ink::Student};
  const StageSeries& student = run.stage(stage::kStudent);
  if (hasSeveralSeeds(input)) {
    if (!addMeanOfSeeds(chart, input, stage::kCeiling, of_ceiling, testAccuracy)) {
      addEvaluations(chart, run, run.stage(stage::kCeiling), x, of_ceiling, testAccuracy);
    }
    addEachSeed(chart, input, stage::kStudent, of_student,
                [](const RunSeries&, const metrics::Evaluation& evaluation) {
                  return testAccuracy(evaluation);
                });
    if (const Curve* mean =
            addMeanOfSeeds(chart, input, stage::kStudent, of_student, testAccuracy)) {
      chart.subtitle = fmt::format("{}; {}", mean->band, chart.subtitle);
      chart.spoken = spokenOfSeeds(readings, *mean);
    }
  } else {
    addEvaluations(chart, run, run.stage(stage::kCeiling), x, of_ceiling, testAccuracy);
    if (const Curve* curve = addEvaluations(chart, run, student, x, of_student, testAccuracy)) {
      chart.spoken = spoken(student, readings, *curve);
    }
  }
}

// What the weak supervisors reach, and how far down the axis goes for it.
void addFloors(ChartData& chart, const ChartInput& input, const metrics::Performance& weak,
               double best) {
  if (weak.n > 0) {
    chart.references.push_back(
        {.label = words("charts", "weak"), .ink = Ink::Weak, .y = weak.accuracy});
    const double lowest = lowestOfInterest(weak.accuracy, best);
    chart.y_bound_low = lowest > 0.0 && lowest < 1.0 ? lowest : 0.0;  // no run has other shares
  }
  // The gain of another run is measured from its own supervisor; equal floors are one line.
  forEachOverlay(input, [&](const Overlay& overlay) {
    const metrics::Performance other = weakFloorOf(*overlay.run);
    const bool is_new = std::ranges::none_of(chart.references, [&](const ReferenceLine& line) {
      return std::abs(other.accuracy - line.y) < 0.0005;
    });
    if (other.n > 0 && is_new) {
      chart.references.push_back({.label = words("charts", "weak"),
                                  .ink = overlayInk(overlay.color),
                                  .y = other.accuracy});
      chart.y_bound_low = std::min(chart.y_bound_low, other.accuracy);
    }
  });
}

// What strong models reach on ground truth that the student does not see.
void addReferenceModels(ChartData& chart, const RunSeries& run, const Readings& readings,
                        bool several) {
  // A line at its end: how it got there is no part of this run's story.
  if (const auto common =
          several ? readings.common_ceiling : run.stage(stage::kCommonCeiling).performance();
      common.n > 0) {
    chart.references.push_back(
        {.label = words("charts", "common"), .ink = Ink::Ceiling, .y = common.accuracy});
  }
  // What could be had without a weak supervisor.
  for (const record::PlannedStage& planned : run.plan) {
    const metrics::Performance reference = several && planned.id == stage::kReference
                                               ? readings.reference
                                               : run.stage(planned.id).performance();
    if (planned.role == record::Role::Reference && planned.id != stage::kCommonCeiling &&
        reference.n > 0) {
      chart.references.push_back({.label = planned.id == stage::kReference
                                               ? words("charts", "reference")
                                               : said(planned.label),
                                  .ink = Ink::GroundTruth,
                                  .y = reference.accuracy});
    }
  }
}

class AccuracyChart final : public RunChart {
 public:
  [[nodiscard]] std::string_view id() const override {
    return "accuracy";
  }
  [[nodiscard]] std::string title() const override {
    return words("charts", "Test accuracy");
  }
  [[nodiscard]] Lecture lecture() const override {
    return {.question = words("charts", "Does the student pass its weak supervisor?")};
  }
  [[nodiscard]] std::optional<Range> yOfPgr(const Readings& readings) const override {
    return readings.weak.n > 0 && readings.ceiling.n > 0
               ? std::optional(Range{readings.weak.accuracy, readings.ceiling.accuracy})
               : std::nullopt;
  }
  [[nodiscard]] ChartData build(const ChartInput& input) override {
    ChartData chart = overCourse(input, id(), title());
    chart.help =
        words("charts",
              "Share of test rows that are right, at each evaluation: of the student, trained"
              " on the weak labels, and of the ceiling, the same model trained on ground "
              "truth. Dashed: the weak supervisor, after its training; where the run has one, the "
              "reference, the strong model trained on the labels that trained the weak supervisor. "
              "A ring at step 0: the student before its training, where it is better than chance.");
    chart.y_title = words("charts", "test accuracy");
    chart.subtitle = words("charts", "share of test rows");
    chart.empty_text = words("charts", "The curves of student and ceiling appear here.");
    chart.y_bound_low = 0.0;
    chart.y_bound_high = 1.0;
    if (input.run == nullptr) {
      return chart;
    }
    const RunSeries& run = *input.run;
    const ChartView::X x = courseX(input);
    const bool several = hasSeveralSeeds(input);
    const Readings readings = several ? readingsOf(input.seeds) : readingsOf(run);
    const metrics::Performance weak = several ? readings.weak : weakFloorOf(run);
    if (const auto n = std::max({weak.n, readings.student.n, readings.ceiling.n}); n > 0) {
      chart.subtitle = inWords(words("charts", "share of {} test rows"), withThousands(n));
    }
    forEachOverlay(input, [&](const Overlay& overlay) {
      addEvaluations(chart, *overlay.run, overlay.run->stage(stage::kStudent), x,
                     curveOf(overlay, words("charts", "student")), testAccuracy);
    });
    addCurves(chart, input, readings);
    addFloors(chart, input, weak, bestOf(readings));
    addReferenceModels(chart, run, readings, several);
    if (readings.initial_student) {
      addInitial(chart, run, x, *readings.initial_student);
      chart.y_bound_low = std::min(chart.y_bound_low, *readings.initial_student);
    }
    if (!several) {
      addEarlyStops(chart, run, x);
    }
    return chart;
  }
};

}  // namespace

std::unique_ptr<RunChart> makeAccuracyChart() {
  return std::make_unique<AccuracyChart>();
}

}  // namespace w2s::ui::charts
