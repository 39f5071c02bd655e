// The ranges and ticks of a chart's axes, and where a value lies between them.
#pragma once

#include <cmath>
#include <limits>
#include <optional>

#include "ui/charts/chart_data.h"
#include "ui/charts/ticks.h"
#include "ui/figures/figure_options.h"
#include "ui/figures/scene.h"

namespace w2s::ui::figures {

// Linear or logarithmic (base 10).
struct AxisScale {
  charts::Range range;
  bool log = false;  // then range.low > 0

  // 0 at the low end, 1 at the high end; minus infinity for a value <= 0 on a logarithmic axis.
  [[nodiscard]] double share(double value) const {
    if (!log) {
      return (value - range.low) / range.span();
    }
    return value > 0.0 ? std::log(value / range.low) / std::log(range.high / range.low)
                       : -std::numeric_limits<double>::infinity();
  }
  [[nodiscard]] double value(double share) const {
    return log ? range.low * std::pow(range.high / range.low, share)
               : range.low + share * range.span();
  }
};

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

// The whole chart, or the part that a span asks for; without one, y covers what lies within x.
[[nodiscard]] ChartAxes axesOf(const charts::ChartData& chart, const std::optional<Span>& x_range,
                               const std::optional<Span>& y_range, int y_ticks);

}  // namespace w2s::ui::figures
