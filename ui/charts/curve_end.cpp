#include "ui/charts/curve_end.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "ui/charts/bands.h"

namespace w2s::ui::charts {
namespace {

double between(double a, double b, double share, bool log) {
  return log && a > 0.0 && b > 0.0 ? a * std::pow(b / a, share) : a + (b - a) * share;
}

}  // namespace

std::optional<SeenEnd> endOf(const Curve& curve, const Range& seen, bool log_y) {
  const std::size_t n = std::min(curve.x.size(), curve.y.size());
  const auto x = curve.x.first(n);
  const auto next = static_cast<std::size_t>(std::ranges::upper_bound(x, seen.high) - x.begin());
  std::size_t last = next;
  while (last > 0 && !std::isfinite(curve.y[last - 1])) {
    --last;
  }
  if (last-- == 0) {
    return std::nullopt;
  }
  const SeenEnd point{.x = x[last], .y = curve.y[last], .band = bandAt(curve, last)};
  const bool goes_on = last + 1 == next && next < n && std::isfinite(curve.y[next]);
  if (goes_on && point.x < seen.high) {
    const double share = (seen.high - point.x) / (x[next] - point.x);
    return SeenEnd{
        .x = seen.high, .y = between(point.y, curve.y[next], share, log_y), .at_point = false};
  }
  return point.x >= seen.low ? std::optional(point) : std::nullopt;
}

}  // namespace w2s::ui::charts
