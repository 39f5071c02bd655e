// The ranges and ticks of a chart's axes, and where a value lies between them.
#pragma once

#include <optional>

#include "ui/charts/chart_data.h"
#include "ui/charts/scale.h"
#include "ui/charts/ticks.h"
#include "ui/draw/scene.h"

namespace w2s::ui::draw {

// Part of an axis. An infinite end is that of the whole axis.
using Span = charts::Range;

struct ChartAxes {
  charts::Scale x;
  charts::Scale y;
  charts::Ticks y_ticks;

  // Into the plot; the answer may lie outside, or be infinite (a value <= 0 on a logarithmic axis).
  [[nodiscard]] charts::Point place(const Rect& plot, double at, double value) const {
    return {plot.left + x.share(at) * plot.width, plot.bottom() - y.share(value) * plot.height};
  }
  [[nodiscard]] bool holds(double value) const {
    return value >= y.range.low && value <= y.range.high;
  }
};

// What of a chart the y axis covers: its values and bands inside the bounds, references and what it includes.
// Low above high: nothing.
struct YExtent {
  charts::Range y;
  double smallest_positive = 0.0;  // 0: there is none
};
[[nodiscard]] YExtent extentOf(const charts::ChartData& chart);

// The x axis of the whole chart: to the last value at least.
[[nodiscard]] charts::Range wholeX(const charts::ChartData& chart);

// The whole chart, or the part that a span asks for. Without one y covers all values, also those
// outside x: zooming in x moves nothing up or down, here as in the window.
[[nodiscard]] ChartAxes axesOf(const charts::ChartData& chart, const std::optional<Span>& x_range,
                               const std::optional<Span>& y_range, int y_ticks);

}  // namespace w2s::ui::draw
