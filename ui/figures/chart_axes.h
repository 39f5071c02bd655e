// The ranges and ticks of a chart's axes, and where a value lies between them.
#pragma once

#include <optional>

#include "ui/charts/chart_data.h"
#include "ui/charts/ticks.h"
#include "ui/figures/figure_options.h"
#include "ui/figures/scene.h"

namespace w2s::ui::figures {

struct ChartAxes {
  double x_low = 0.0;
  double x_high = 1.0;
  charts::Ticks y;

  // Into the plot; the answer may lie outside.
  [[nodiscard]] charts::Point place(const Rect& plot, double x, double value) const {
    return {plot.left + (x - x_low) / (x_high - x_low) * plot.width,
            plot.bottom() - (value - y.low) / (y.high - y.low) * plot.height};
  }
};

// The whole chart, or the part that a span asks for; without one, y covers what lies within x.
[[nodiscard]] ChartAxes axesOf(const charts::ChartData& chart, const std::optional<Span>& x_range,
                               const std::optional<Span>& y_range, int y_ticks);

}  // namespace w2s::ui::figures
