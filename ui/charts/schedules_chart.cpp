#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_parts.h"
#include "ui/charts/per_stage.h"
#include "ui/charts/pyramid.h"

namespace w2s::ui::charts {
namespace {

using record::StageId;
namespace stage = record::stage;

struct Weight {
  const char* label;
  const char* name;
  Ink ink;
  Shape shape;
  const std::vector<float> StepColumns::*value;
};

constexpr Weight kWeights[] = {
    {wordsNoop("charts", "entropy"), wordsNoop("charts", "effective entropy weight"), Ink::Entropy,
     Shape::Cross, &StepColumns::entropy_weight},
    {wordsNoop("charts", "truth"), wordsNoop("charts", "effective ground truth weight"),
     Ink::GroundTruth, Shape::TriangleUp, &StepColumns::ground_truth_weight},
    {wordsNoop("charts", "confidence"), wordsNoop("charts", "effective confidence weight"),
     Ink::Confidence, Shape::Diamond, &StepColumns::confidence_weight},
    {wordsNoop("charts", "KD"), wordsNoop("charts", "effective KD weight"), Ink::Kd, Shape::Square,
     &StepColumns::kd_weight},
};
constexpr std::size_t kWeightCount = std::size(kWeights);

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
    const float peak =
        follow(kept.pyramids[kWeightCount], student.rows.learning_rate, student.generation);
    if (peak > 0.0F) {
      chart.subtitle = inWords(words("charts", "weights; rate relative to {:.3g}"), peak);
      chart.curves.push_back({.label = words("charts", "rate"),
                              .name = words("charts", "learning rate"),
                              .ink = Ink::LearningRate,
                              .shape = Shape::TriangleDown,
                              .x = steps,
                              .y = student.rows.learning_rate,
                              .scale = 1.0 / static_cast<double>(peak),
                              .decimals = kThreeDigits,
                              .pyramid = &kept.pyramids[kWeightCount]});
    }
    for (std::size_t i = 0; i < kWeightCount; ++i) {
      const Weight& weight = kWeights[i];
      const std::vector<float>& values = student.rows.*weight.value;
      if (follow(kept.pyramids[i], values, student.generation) > 0.0F) {
        chart.curves.push_back({.label = wordsOf("charts", weight.label),
                                .name = wordsOf("charts", weight.name),
                                .ink = weight.ink,
                                .shape = weight.shape,
                                .x = steps,
                                .y = values,
                                .pyramid = &kept.pyramids[i]});
      }
    }
    kept_.sweep();
    return chart;
  }

 private:
  struct Kept {
    CourseColumn x;
    Pyramid pyramids[kWeightCount + 1];  // the last one: learning rate
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
    for (std::size_t i : {std::size_t{2}, std::size_t{3}}) {
      const std::vector<float>& values = stage.rows.*kWeights[i].value;
      if (follow(kept.pyramids[i], values, stage.generation) > 0.0F) {
        Curve curve = curveOf(overlay, kWeights[i].name);
        if (std::exchange(labelled, true)) {
          curve.label.clear();
        }
        curve.x = steps;
        curve.y = values;
        curve.pyramid = &kept.pyramids[i];
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
