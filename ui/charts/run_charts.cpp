#include "ui/charts/run_charts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "ui/bridge/run_readings.h"
#include "ui/charts/ema.h"

namespace w2s::ui::charts {
namespace {

using experiment::StageKind;

// One decade of noise suppression at a few hundred steps, without hiding a change of weights for
// longer than that.
constexpr double kSmoothing = 0.9;

std::string withThousands(std::int64_t n) {
  std::string digits = std::to_string(n);
  for (auto i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > 0; i -= 3) {
    digits.insert(static_cast<std::size_t>(i), ",");
  }
  return digits;
}

// What all charts over training steps share: the axis and what happened when.
ChartData overSteps(const RunSeries& series, std::string_view id, std::string title) {
  ChartData chart;
  chart.id = id;
  chart.title = std::move(title);
  chart.x_title = "step";
  const StageSeries& student = series.stage(StageKind::Student);
  const StageSeries& ceiling = series.stage(StageKind::Ceiling);
  chart.x_high =
      static_cast<double>(std::max({student.steps, student.done, ceiling.steps, std::int64_t{1}}));
  for (const experiment::Intervention& intervention : series.interventions) {
    chart.markers.push_back(
        {.x = static_cast<double>(intervention.step),
         .text = fmt::format("Before step {}: {}", intervention.step + 1, describe(intervention)),
         .kind = Marker::Kind::Intervention});
  }
  for (const experiment::Diverged& divergence : series.divergences) {
    chart.markers.push_back({.x = static_cast<double>(divergence.step),
                             .text = fmt::format("Diverged at step {}: {} is not finite",
                                                 divergence.step, divergence.term),
                             .kind = Marker::Kind::Divergence});
  }
  return chart;
}

template <class Value>
void addEvaluations(ChartData& chart, const StageSeries& stage, Curve curve, Value&& value) {
  if (stage.evaluations.empty()) {
    return;
  }
  Column column;
  for (const metrics::Evaluation& evaluation : stage.evaluations) {
    column.x.push_back(static_cast<double>(evaluation.step));
    column.y.push_back(static_cast<float>(value(evaluation)));
  }
  chart.addOwned(std::move(curve), std::move(column));
}

double testAccuracy(const metrics::Evaluation& evaluation) {
  return evaluation.test.accuracy;
}

class AccuracyChart final : public RunChart {
 public:
  [[nodiscard]] std::string_view id() const override {
    return "accuracy";
  }
  [[nodiscard]] ChartData build(const RunSeries& series) override {
    ChartData chart = overSteps(series, id(), "Test accuracy");
    chart.y_title = "share right";
    const metrics::Performance weak = weakFloorOf(series);
    const Readings readings = readingsOf(series);
    const std::int64_t n = std::max({weak.n, readings.student.n, readings.ceiling.n});
    chart.subtitle =
        n > 0 ? fmt::format("share of {} test rows", withThousands(n)) : "share of test rows";
    chart.empty_text = "The curves of student and ceiling appear here.";
    addEvaluations(chart, series.stage(StageKind::Ceiling),
                   {.label = "ceiling", .ink = Ink::Ceiling}, testAccuracy);
    addEvaluations(chart, series.stage(StageKind::Student),
                   {.label = "student", .ink = Ink::Student}, testAccuracy);
    if (weak.n > 0) {
      chart.references.push_back({.label = "weak", .ink = Ink::Weak, .y = weak.accuracy});
    }
    chart.y_bound_low = weak.n > 0 ? std::max(0.0, lowestOfInterest(weak.accuracy, readings)) : 0.0;
    chart.y_bound_high = 1.0;
    return chart;
  }

 private:
  // The gap between floor and ceiling is what the chart is about; the steep rise from chance may
  // come in from below.
  static double lowestOfInterest(double weak, const Readings& readings) {
    const double best =
        std::max({weak + 0.05, readings.student.n > 0 ? readings.student.accuracy : 0.0,
                  readings.ceiling.n > 0 ? readings.ceiling.accuracy : 0.0});
    return std::floor((weak - 2.0 * (best - weak)) * 20.0) / 20.0;
  }
};

class PgrChart final : public RunChart {
 public:
  [[nodiscard]] std::string_view id() const override {
    return "pgr";
  }
  [[nodiscard]] ChartData build(const RunSeries& series) override {
    ChartData chart = overSteps(series, id(), "Performance gap recovered");
    chart.y_title = "signed PGR";
    chart.subtitle = "signed PGR";
    chart.value_decimals = 2;
    chart.y_include = {0.0, 1.0};
    chart.y_bound_low = -0.5;
    chart.y_bound_high = 1.2;
    chart.references = {
        {.label = "ceiling 1", .ink = Ink::Ceiling, .y = 1.0, .show_value = false},
        {.label = "weak 0", .ink = Ink::Weak, .y = 0.0, .show_value = false},
    };
    chart.empty_text = "Known once weak floor, student and ceiling are measured.";
    PgrCurve curve = pgrOverTime(series);
    if (!curve.known) {
      return chart;
    }
    if (curve.provisional) {
      chart.subtitle = "provisional: the ceiling still trains";
    }
    if (curve.status != metrics::PgrStatus::Ok && !curve.provisional) {
      chart.undefined_reason = metrics::explain(curve.status);
    }
    chart.addOwned({.label = "PGR", .ink = Ink::Student},
                   {std::move(curve.step), std::move(curve.value)});
    return chart;
  }
};

// Terms as they enter the loss: weight times value, so that the lines add up to the total.
class ObjectiveChart final : public RunChart {
 public:
  [[nodiscard]] std::string_view id() const override {
    return "objective";
  }
  [[nodiscard]] ChartData build(const RunSeries& series) override {
    ChartData chart = overSteps(series, id(), "Objective");
    chart.y_title = "nats";
    chart.subtitle = fmt::format("weighted terms in nats, EMA {} over raw", kSmoothing);
    chart.value_decimals = 2;
    chart.y_include = {0.0};
    chart.empty_text = "The terms of the student's loss appear here.";
    const StageSeries& student = series.stage(StageKind::Student);
    const StepColumns& rows = student.rows;
    refresh(student);
    const std::span<const double> x = rows.step;
    // Ghosts first: they lie behind.
    for (Term& term : terms_) {
      if (term.used) {
        chart.curves.push_back(
            {.label = {}, .ink = term.ink, .style = Curve::Style::Ghost, .x = x, .y = term.raw});
      }
    }
    for (Term& term : terms_) {
      if (term.used) {
        chart.curves.push_back({.label = term.label,
                                .ink = term.ink,
                                .x = x,
                                .y = term.smoothed.follow(term.raw, student.generation)});
      }
    }
    return chart;
  }

 private:
  struct Term {
    std::string label;
    Ink ink;
    const std::vector<float> StepColumns::*value;
    const std::vector<float> StepColumns::*weight;  // null: the total
    bool used = false;                              // its weight was not always 0
    std::vector<float> raw = {};
    SmoothedColumn smoothed{kSmoothing};
  };

  // Appends what is new since the last call.
  void refresh(const StageSeries& student) {
    const StepColumns& rows = student.rows;
    for (Term& term : terms_) {
      if (generation_ != student.generation || term.raw.size() > rows.size()) {
        term.raw.clear();
        term.used = false;
      }
      for (std::size_t i = term.raw.size(); i < rows.size(); ++i) {
        const float weight = term.weight == nullptr ? 1.0F : (rows.*term.weight)[i];
        term.used = term.used || weight != 0.0F;
        // A term without weight counts as 0, even when its own value is not finite.
        term.raw.push_back(weight == 0.0F ? 0.0F : weight * (rows.*term.value)[i]);
      }
    }
    generation_ = student.generation;
  }

  std::size_t generation_ = 0;
  std::vector<Term> terms_ = [] {
    std::vector<Term> terms;
    terms.push_back({"entropy", Ink::Entropy, &StepColumns::entropy, &StepColumns::entropy_weight});
    terms.push_back({"ground truth", Ink::GroundTruth, &StepColumns::ground_truth,
                     &StepColumns::ground_truth_weight});
    terms.push_back(
        {"confidence", Ink::Confidence, &StepColumns::confidence, &StepColumns::confidence_weight});
    terms.push_back({"KD", Ink::Kd, &StepColumns::kd, &StepColumns::kd_weight});
    terms.push_back({"total", Ink::Total, &StepColumns::total, nullptr});
    return terms;
  }();
};

// Does the student imitate the weak supervisor's errors? Agreement where it is right should be
// high, where wrong low.
class AgreementChart final : public RunChart {
 public:
  [[nodiscard]] std::string_view id() const override {
    return "agreement";
  }
  [[nodiscard]] ChartData build(const RunSeries& series) override {
    ChartData chart = overSteps(series, id(), "Agreement with weak labels");
    chart.y_title = "share agreeing";
    chart.subtitle = "share of test rows";
    chart.value_decimals = 2;
    chart.y_include = {0.0, 1.0};
    chart.y_bound_low = 0.0;
    chart.y_bound_high = 1.0;
    chart.empty_text = "How far the student follows right and wrong weak labels.";
    const StageSeries& student = series.stage(StageKind::Student);
    addEvaluations(chart, student, {.label = "weak right", .ink = Ink::Student},
                   [](const metrics::Evaluation& e) { return e.test_agreement.weak_right; });
    addEvaluations(chart, student, {.label = "weak wrong", .ink = Ink::Weak},
                   [](const metrics::Evaluation& e) { return e.test_agreement.weak_wrong; });
    return chart;
  }
};

}  // namespace

std::vector<std::unique_ptr<RunChart>> makeRunCharts() {
  std::vector<std::unique_ptr<RunChart>> charts;
  charts.push_back(std::make_unique<AccuracyChart>());
  charts.push_back(std::make_unique<PgrChart>());
  charts.push_back(std::make_unique<ObjectiveChart>());
  charts.push_back(std::make_unique<AgreementChart>());
  return charts;
}

}  // namespace w2s::ui::charts
