#include "ui/figures/cut.h"

#include <algorithm>

namespace w2s::ui::figures {

charts::ChartData cut(charts::ChartData chart, const Span& x) {
  for (charts::Curve& curve : chart.curves) {
    const auto xs = curve.x.first(curve.size());
    const auto begin = std::ranges::lower_bound(xs, x.low) - xs.begin();
    const auto end = std::max(begin, std::ranges::upper_bound(xs, x.high) - xs.begin());
    const auto first = static_cast<std::size_t>(begin);
    const auto count = static_cast<std::size_t>(end - begin);
    const bool has_band = curve.hasBand();
    curve.low = has_band ? curve.low.subspan(first, count) : std::span<const float>();
    curve.high = has_band ? curve.high.subspan(first, count) : std::span<const float>();
    curve.x = xs.subspan(first, count);
    curve.y = curve.y.subspan(first, count);
    curve.pyramid = nullptr;  // it is of the whole curve
  }
  for (charts::Bars& bars : chart.bars) {
    std::erase_if(bars.bars, [&x](const charts::Bar& bar) {
      return bar.x_high < x.low || bar.x_low > x.high;
    });
  }
  std::erase_if(chart.markers, [&x](const charts::Marker& marker) {
    return marker.x < x.low || marker.x > x.high;
  });
  return chart;
}

}  // namespace w2s::ui::figures
