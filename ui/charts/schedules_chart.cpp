#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_parts.h"
#include "ui/charts/loss_terms.h"
#include "ui/charts/per_stage.h"
#include "ui/charts/pyramid.h"

namespace w2s::ui::charts {
namespace {

using record::StageId;
namespace stage = record::stage;

constexpr const char* kRate = "learning_rate";

// The weights with which the terms entered the loss at each step, and the learning rate on the same
// axis, relative to the highest so far.
class SchedulesChart final : public RunChart {
 public:
  [[nodiscard]] std::string_view id() const override {
    return "schedules";
  }
  [[nodiscard]] std::string title() const override {
    return words("charts", "Schedules");
  }
  [[nodiscard]] ChartData build(const ChartInput& input) override {
    ChartData chart = overCourse(input, id(), title());
    chart.y_title = words("charts", "effective weight");
    chart.help =
        words("charts",
              "The weights of the loss and the learning rate as they are at each step, after "
              "warm-up, schedule and live changes.");
    chart.subtitle = words("charts", "effective weights");
    chart.value_decimals = 2;
    chart.y_include = {0.0, 1.0};
    chart.empty_text =
        words("charts", "Weights of the loss terms and the learning rate appear here.");
    if (input.run == nullptr) {
      return chart;
    }
    const ChartView::X x = courseX(input);
    forEachOverlay(input, [&](const Overlay& overlay) { addOverlay(chart, overlay, x); });

    const StageSeries& student = input.run->stage(stage::kStudent);
    Kept& kept = kept_.of(student);
    const std::span<const double> steps = kept.x.follow(*input.run, student, x);
    const float peak = follow(kept.pyramids[kRate], student.rows.column(kRate), student.generation);
    if (peak > 0.0F) {
      chart.subtitle = inWords(words("charts", "weights; rate relative to {:.3g}"), peak);
      chart.curves.push_back({.label = words("charts", "rate"),
                              .name = words("charts", "learning rate"),
                              .ink = Ink::LearningRate,
                              .shape = Shape::TriangleDown,
                              .x = steps,
                              .y = student.rows.column(kRate),
                              .scale = 1.0 / static_cast<double>(peak),
                              .decimals = kThreeDigits,
                              .pyramid = &kept.pyramids[kRate]});
    }
    for (const LossTerm& term : lossTerms(student.rows.schema)) {
      const std::vector<float>& values = student.rows.column(term.weight);
      Pyramid& pyramid = kept.pyramids[term.weight];
      if (follow(pyramid, values, student.generation) > 0.0F) {
        chart.curves.push_back({.label = term.label,
                                .name = term.weight_name,
                                .ink = term.ink,
                                .shape = term.shape,
                                .x = steps,
                                .y = values,
                                .pyramid = &pyramid});
      }
    }
    kept_.sweep();
    return chart;
  }

 private:
  struct Kept {
    CourseColumn x;
    std::map<std::string, Pyramid> pyramids;  // by column
  };

  // The highest value; 0 for none.
  static float follow(Pyramid& pyramid, const std::vector<float>& values, std::size_t generation) {
    pyramid.follow(values, generation);
    const Pyramid::Extremes all = pyramid.over(values, 0, values.size());
    return all.finite ? values[all.high] : 0.0F;
  }

  // The weights of KD and confidence: what runs mostly differ in.
  void addOverlay(ChartData& chart, const Overlay& overlay, ChartView::X x) {
    const StageSeries& stage = overlay.run->stage(stage::kStudent);
    Kept& kept = kept_.of(stage);
    const std::span<const double> steps = kept.x.follow(*overlay.run, stage, x);
    bool labelled = false;
    for (const LossTerm& term : lossTerms(stage.rows.schema)) {
      if (term.column != "confidence" && term.column != "kd") {
        continue;
      }
      const std::vector<float>& values = stage.rows.column(term.weight);
      Pyramid& pyramid = kept.pyramids[term.weight];
      if (follow(pyramid, values, stage.generation) > 0.0F) {
        Curve curve = curveOf(overlay, term.weight_name);
        if (std::exchange(labelled, true)) {
          curve.label.clear();
        }
        curve.x = steps;
        curve.y = values;
        curve.pyramid = &pyramid;
        chart.curves.push_back(std::move(curve));
      }
    }
  }

  PerStage<Kept> kept_;
};

}  // namespace

std::unique_ptr<RunChart> makeSchedulesChart() {
  return std::make_unique<SchedulesChart>();
}

}  // namespace w2s::ui::charts
