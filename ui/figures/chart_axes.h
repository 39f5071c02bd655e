// The ranges and ticks of a chart's axes, and where a value lies between them.
#pragma once

#include <optional>

#include "ui/charts/chart_data.h"
#include "ui/charts/ticks.h"
#include "ui/figures/axis_scale.h"
#include "ui/figures/figure_options.h"
#include "ui/figures/scene.h"

namespace w2s::ui::figures {

struct ChartAxes {
  AxisScale x;
  AxisScale y;
  charts::Ticks y_ticks;

  // Into the plot; the answer may lie outside, or be infinite (a value <= 0 on a logarithmic axis).
  [[nodiscard]] charts::Point place(const Rect& plot, double at, double value) const {
    return {plot.left + x.share(at) * plot.width, plot.bottom() - y.share(value) * plot.height};
  }
  [[nodiscard]] bool holds(double value) const {
    return value >= y.range.low && value <= y.range.high;
  }
};

// The whole chart, or the part that a span asks for. Without one y covers all values, also those
// outside x: zooming in x moves nothing up or down, here as in the window.
[[nodiscard]] ChartAxes axesOf(const charts::ChartData& chart, const std::optional<Span>& x_range,
                               const std::optional<Span>& y_range, int y_ticks);

}  // namespace w2s::ui::figures
