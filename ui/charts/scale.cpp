#include "ui/charts/scale.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace w2s::ui::charts {
namespace {

constexpr double kMostDecades = 6.0;
constexpr double kNarrowest = 1e-5;  // share of the whole
constexpr double kFinest = 1e-9;     // share of the values: curves have seven digits

}  // namespace

double Scale::share(double value) const {
  if (range.high == range.low) {
    return 0.0;  // all values are at one place
  }
  if (!log) {
    return (value - range.low) / (range.high - range.low);
  }
  if (!(value > 0.0)) {
    return -std::numeric_limits<double>::infinity();
  }
  return std::log(value / range.low) / std::log(range.high / range.low);
}

double Scale::value(double share) const {
  return log ? range.low * std::pow(range.high / range.low, share)
             : range.low + share * (range.high - range.low);
}

Range Scale::zoomed(double factor, double anchor) const {
  return {value(anchor - anchor * factor), value(anchor + (1.0 - anchor) * factor)};
}

Range Scale::panned(double share) const {
  return {value(share), value(1.0 + share)};
}

std::optional<Range> withinWhole(const Range& wanted, const Scale& whole) {
  double low = whole.share(wanted.low);
  double high = whole.share(wanted.high);
  if (!std::isfinite(low) || !std::isfinite(high) || high < low) {
    return std::nullopt;
  }
  if (high - low < kNarrowest) {
    const double middle = (low + high) / 2.0;
    low = middle - kNarrowest / 2.0;
    high = middle + kNarrowest / 2.0;
  }
  if (high - low >= 1.0 - 1e-9) {
    return std::nullopt;
  }
  const double shift = low < 0.0 ? -low : high > 1.0 ? 1.0 - high : 0.0;
  return Range{whole.value(low + shift), whole.value(high + shift)};
}

bool isShowable(const Range& range, bool log) {
  const double size = std::max(std::abs(range.low), std::abs(range.high));
  return size <= kFarthest && range.high - range.low >= kFinest * std::max(size, 0.01) &&
         (!log || range.low >= 1.0 / kFarthest);
}

Range logRange(const Range& range, double smallest_positive) {
  const double high = range.high > 1.0 / kFarthest ? std::min(range.high, kFarthest) : 1.0;
  double low = range.low > 0.0 ? range.low : smallest_positive;
  if (!(low > 0.0) || low > high) {
    low = high / 1000.0;
  }
  low = std::max(low, high * std::pow(10.0, -kMostDecades));
  // One value alone still needs a range.
  return low >= high * 0.999 ? Range{low / 2.0, high * 2.0} : Range{low, high};
}

}  // namespace w2s::ui::charts
