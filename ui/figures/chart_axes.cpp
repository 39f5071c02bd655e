#include "ui/figures/chart_axes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace w2s::ui::figures {

ChartAxes axesOf(const charts::ChartData& chart, const std::optional<Span>& x_range,
                 const std::optional<Span>& y_range, int y_ticks) {
  ChartAxes axes;
  axes.x_high = chart.x_high;
  for (const charts::Curve& curve : chart.curves) {
    if (!curve.x.empty()) {
      axes.x_high = std::max(axes.x_high, curve.x.back());
    }
  }
  if (x_range) {
    axes.x_low = x_range->low;
    axes.x_high = x_range->high;
  }
  if (y_range) {
    axes.y = charts::ticksInside(y_range->low, y_range->high, y_ticks);
    return axes;
  }
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  const auto include = [&](double y) {
    if (std::isfinite(y)) {
      low = std::min(low, std::clamp(y, chart.y_bound_low, chart.y_bound_high));
      high = std::max(high, std::clamp(y, chart.y_bound_low, chart.y_bound_high));
    }
  };
  for (const charts::Curve& curve : chart.curves) {
    const std::size_t n = std::min(curve.x.size(), curve.y.size());
    for (std::size_t i = 0; i < n; ++i) {
      if (curve.x[i] >= axes.x_low && curve.x[i] <= axes.x_high) {
        include(curve.y[i]);
      }
    }
  }
  for (const charts::ReferenceLine& line : chart.references) {
    include(line.y);
  }
  for (const double y : chart.y_include) {
    include(y);
  }
  axes.y = charts::niceTicks(low, high, y_ticks);
  return axes;
}

}  // namespace w2s::ui::figures
