#include "ui/figures/chart_axes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace w2s::ui::figures {
namespace {

using charts::ChartData;
using charts::Range;

constexpr double kMostDecades = 6.0;
constexpr double kInfinite = std::numeric_limits<double>::infinity();

// What of a chart the y axis covers.
struct Extent {
  double low = kInfinite;
  double high = -kInfinite;
  double smallest_positive = kInfinite;
};

Extent extentOf(const ChartData& chart) {
  Extent extent;
  const auto include = [&](double y) {
    if (std::isfinite(y)) {
      extent.low = std::min(extent.low, std::clamp(y, chart.y_bound_low, chart.y_bound_high));
      extent.high = std::max(extent.high, std::clamp(y, chart.y_bound_low, chart.y_bound_high));
      extent.smallest_positive =
          y > 0.0 ? std::min(extent.smallest_positive, y) : extent.smallest_positive;
    }
  };
  for (const charts::Curve& curve : chart.curves) {
    const std::size_t n = std::min(curve.x.size(), curve.y.size());
    for (std::size_t i = 0; i < n; ++i) {
      include(curve.y[i] * curve.scale);
    }
  }
  for (const charts::Bars& bars : chart.bars) {
    for (const charts::Bar& bar : bars.bars) {
      include(bar.y);
    }
  }
  for (const charts::ReferenceLine& line : chart.references) {
    include(line.y);
  }
  for (const double y : chart.y_include) {
    include(y);
  }
  return extent;
}

// The span, its open ends closed by those of the whole.
Range within(const Range& whole, const Span& span) {
  const Range wanted{std::isfinite(span.low) ? span.low : whole.low,
                     std::isfinite(span.high) ? span.high : whole.high};
  return wanted.low < wanted.high ? wanted : whole;
}

// What a logarithmic axis can show of a range.
Range positivePart(const Range& wanted, double smallest_positive) {
  const double high = wanted.high > 0.0 && std::isfinite(wanted.high) ? wanted.high : 1.0;
  double low = wanted.low > 0.0 ? wanted.low : smallest_positive;
  if (!std::isfinite(low) || low > high) {
    low = high / 1000.0;
  }
  low = std::max(low, high * std::pow(10.0, -kMostDecades));
  // One value alone still needs a range.
  return low >= high * 0.999 ? Range{low / 2.0, high * 2.0} : Range{low, high};
}

}  // namespace

ChartAxes axesOf(const ChartData& chart, const std::optional<Span>& x_range,
                 const std::optional<Span>& y_range, int y_ticks) {
  ChartAxes axes;
  axes.x.range = {chart.x_low, chart.x_high};
  for (const charts::Curve& curve : chart.curves) {
    if (!curve.x.empty()) {
      axes.x.range.high = std::max(axes.x.range.high, curve.x.back());
    }
  }
  if (x_range) {
    axes.x.range = within(axes.x.range, *x_range);
  }
  axes.y.log = chart.log_y;
  std::optional<Range> window = chart.y_window;
  const Extent extent = extentOf(chart);
  if (y_range) {
    window = within(window.value_or(Range{extent.low, extent.high}), *y_range);
  }
  if (chart.log_y) {
    const Range wanted = window.value_or(Range{extent.low, extent.high});
    axes.y.range = positivePart(wanted, extent.smallest_positive);
    axes.y_ticks = charts::logTicks(axes.y.range.low, axes.y.range.high, y_ticks);
    return axes;
  }
  axes.y_ticks = window ? charts::ticksInside(window->low, window->high, y_ticks)
                        : charts::niceTicks(extent.low, extent.high, y_ticks);
  axes.y.range = {axes.y_ticks.low, axes.y_ticks.high};
  return axes;
}

}  // namespace w2s::ui::figures
