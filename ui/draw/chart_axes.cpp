#include "ui/draw/chart_axes.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/charts/bands.h"
#include "ui/charts/decimate.h"

namespace w2s::ui::draw {
namespace {

using charts::ChartData;
using charts::Range;

constexpr double kInfinite = std::numeric_limits<double>::infinity();

// The span, its open ends closed by those of the whole.
Range within(const Range& whole, const Span& span) {
  const Range wanted{std::isfinite(span.low) ? span.low : whole.low,
                     std::isfinite(span.high) ? span.high : whole.high};
  return charts::isShowable(wanted, false) ? wanted : whole;
}

}  // namespace

YExtent extentOf(const ChartData& chart) {
  YExtent extent{.y = {kInfinite, -kInfinite}, .smallest_positive = kInfinite};
  const auto include = [&](double y) {
    if (std::abs(y) <= charts::kFarthest) {
      // Not std::clamp: the bounds follow from what a run has recorded, which may be damaged.
      const double bounded = std::max(std::min(y, chart.y_bound_high), chart.y_bound_low);
      extent.y.low = std::min(extent.y.low, bounded);
      extent.y.high = std::max(extent.y.high, bounded);
      extent.smallest_positive =
          y > 0.0 ? std::min(extent.smallest_positive, y) : extent.smallest_positive;
    }
  };
  const Range x = wholeX(chart);
  for (const charts::Curve& curve : chart.curves) {
    for (std::size_t i = 0; curve.hasBand() && i < curve.size(); ++i) {
      if (const std::optional<Range> band = charts::bandAt(curve, i)) {
        include(band->low * curve.scale);
        include(band->high * curve.scale);
      }
    }
    if (curve.pyramid != nullptr) {
      // The least and the greatest value of a column are those of its points.
      const charts::Window whole{
          .x_low = x.low, .x_high = x.high, .columns = chart.log_y ? 200 : 1};
      for (const charts::Polyline& line :
           charts::decimate(curve.x, curve.y, whole, curve.pyramid)) {
        for (const charts::Point& point : line) {
          include(point.y * curve.scale);
        }
      }
      continue;
    }
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
  if (!std::isfinite(extent.smallest_positive)) {
    extent.smallest_positive = 0.0;
  }
  return extent;
}

Range wholeX(const ChartData& chart) {
  Range x{chart.x_low, chart.x_high};
  for (const charts::Curve& curve : chart.curves) {
    const double last = curve.x.empty() ? x.high : curve.x.back();
    x.high = std::abs(last) <= charts::kFarthest ? std::max(x.high, last) : x.high;
  }
  x.low = std::abs(x.low) <= charts::kFarthest ? x.low : 0.0;
  const Range empty{x.low, x.low + std::max(1.0, std::abs(x.low))};
  return x.high > x.low && x.high <= charts::kFarthest ? x : empty;
}

ChartAxes axesOf(const ChartData& chart, const std::optional<Span>& x_range,
                 const std::optional<Span>& y_range, int y_ticks) {
  ChartAxes axes;
  axes.x.range = x_range ? within(wholeX(chart), *x_range) : wholeX(chart);
  axes.y.log = chart.log_y;
  if (!chart.y_places.empty() && chart.y_window) {
    axes.y.range = *chart.y_window;
    axes.y_ticks = {.low = axes.y.range.low, .high = axes.y.range.high, .values = {}};
    for (const charts::Place& place : chart.y_places) {
      axes.y_ticks.values.push_back(place.at);
    }
    return axes;
  }
  const YExtent extent = extentOf(chart);
  std::optional<Range> window = chart.y_window;
  if (y_range) {
    window = within(window.value_or(extent.y), *y_range);
  }
  if (chart.log_y) {
    axes.y.range = charts::logRange(window.value_or(extent.y), extent.smallest_positive);
    axes.y_ticks = charts::logTicks(axes.y.range.low, axes.y.range.high, y_ticks);
    return axes;
  }
  axes.y_ticks = window ? charts::ticksInside(window->low, window->high, y_ticks)
                        : charts::niceTicks(extent.y.low, extent.y.high, y_ticks);
  axes.y.range = {axes.y_ticks.low, axes.y_ticks.high};
  return axes;
}

}  // namespace w2s::ui::draw
