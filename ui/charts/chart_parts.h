// What the charts of a run share.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "ui/charts/course.h"
#include "ui/charts/run_charts.h"

namespace w2s::ui::charts {

[[nodiscard]] std::string withThousands(std::int64_t n);

// Axis, live changes and divergences: what all charts over a run's course begin with.
[[nodiscard]] ChartData overCourse(const ChartInput& input, std::string_view id, std::string title);

// Of a chart of accuracies, never below 0: the gap between floor and ceiling is what it is about; the
// steep rise from chance may come in from below.
[[nodiscard]] double lowestOfInterest(double weak, double best);

// "rising", "falling" or "steady", from the last fifth of the values; empty for fewer than three.
[[nodiscard]] std::string trendOf(std::span<const float> values);

using EvaluationValue = std::function<double(const metrics::Evaluation&)>;

// A value of each evaluation of a stage. Null when there is none yet.
Curve* addEvaluations(ChartData& chart, const RunSeries& run, const StageSeries& stage,
                      ChartView::X x, Curve curve, const EvaluationValue& value);

// Ink, shape and style of another run's curve; `what` completes its full name.
[[nodiscard]] Curve curveOf(const Overlay& overlay, std::string_view what);

// The overlays that can be drawn.
template <class Draw>
void forEachOverlay(const ChartInput& input, Draw&& draw) {
  for (const Overlay& overlay : input.overlays) {
    if (overlay.run != nullptr && overlay.run != input.run) {
      draw(overlay);
    }
  }
}

}  // namespace w2s::ui::charts
