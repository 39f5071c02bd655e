#include "ui/charts/ticks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "ui/charts/chart_data.h"
#include "ui/charts/scale.h"

namespace w2s::ui::charts {
namespace {

// The largest of 1, 2, 5 times a power of ten below this one.
double nextSmaller(double interval) {
  const double leading = interval / std::pow(10.0, std::floor(std::log10(interval) + 1e-9));
  return leading > 4.0 ? interval * 0.4 : interval * 0.5;
}

double niceInterval(double span, int target) {
  const double rough = span / std::max(1, target);
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  const double fraction = rough / power;
  // A little slack, so that 0.30000000000000004 / 3 counts as 0.1.
  constexpr double kRounding = 1.0 + 1e-9;
  const double nice = fraction <= 1.0 * kRounding   ? 1.0
                      : fraction <= 2.0 * kRounding ? 2.0
                      : fraction <= 5.0 * kRounding ? 5.0
                                                    : 10.0;
  return nice * power;
}

void fillInside(Ticks& ticks) {
  ticks.values.clear();
  const double first = std::ceil(ticks.low / ticks.interval - 1e-9);
  const double last = std::floor(ticks.high / ticks.interval + 1e-9);
  ticks.decimals =
      std::clamp(static_cast<int>(std::ceil(-std::log10(ticks.interval) - 1e-9)), 0, 9);
  for (double k = first; k <= last; k += 1.0) {
    const double value = k * ticks.interval;
    ticks.values.push_back(value == 0.0 ? 0.0 : value);  // no "-0"
  }
}

void widenIfFlat(double& low, double& high) {
  if (!std::isfinite(low) || !std::isfinite(high) || low > high) {
    low = 0.0;
    high = 1.0;
  }
  low = std::clamp(low, -kFarthest, kFarthest);
  high = std::clamp(high, -kFarthest, kFarthest);
  if (high - low < 1e-12 * std::max(1.0, std::abs(low))) {
    const double half = std::abs(low) < 1e-12 ? 0.5 : std::abs(low) * 0.5;
    low -= half;
    high += half;
  }
}

}  // namespace

Ticks niceTicks(double low, double high, int target) {
  widenIfFlat(low, high);
  Ticks ticks;
  ticks.interval = niceInterval(high - low, target);
  // Two lines do not make an axis readable.
  const std::size_t fewest = static_cast<std::size_t>(std::clamp(target, 1, 3));
  while (true) {
    const double half = ticks.interval / 2.0;
    ticks.low = std::floor(low / half + 1e-9) * half;
    ticks.high = std::ceil(high / half - 1e-9) * half;
    fillInside(ticks);
    if (ticks.values.size() >= fewest) {
      break;
    }
    ticks.interval = nextSmaller(ticks.interval);
  }
  return ticks;
}

Ticks ticksInside(double low, double high, int target) {
  widenIfFlat(low, high);
  Ticks ticks;
  ticks.low = low;
  ticks.high = high;
  ticks.interval = niceInterval(high - low, target);
  fillInside(ticks);
  return ticks;
}

Ticks logTicks(double low, double high, int target) {
  Ticks ticks;
  ticks.low = low;
  ticks.high = high;
  ticks.decimals = kThreeDigits;
  if (!(low > 0.0 && high >= low && std::isfinite(high))) {
    return ticks;
  }
  const double decades = std::min(std::log10(high / low), 700.0);  // of all there are
  const int first = static_cast<int>(std::floor(std::log10(low) - 1e-9));
  const int last = static_cast<int>(std::ceil(std::log10(high) + 1e-9));
  const bool with_parts = decades <= 2.5;
  const int every = std::max(1, static_cast<int>(std::ceil(decades / std::max(1, target))));
  for (int power = first; power <= last; ++power) {
    for (const double part : {1.0, 2.0, 5.0}) {
      const double value = part * std::pow(10.0, power);
      const bool wanted = part == 1.0 ? power % every == 0 : with_parts;
      if (wanted && std::isfinite(value) && value >= low * (1.0 - 1e-9) &&
          value <= high * (1.0 + 1e-9)) {
        ticks.values.push_back(value);
      }
    }
  }
  if (ticks.values.size() < 2) {
    ticks.values = {low, high};
  }
  return ticks;
}

const Ticks& StickyRange::cover(double low, double high, int target) {
  const bool fits = covered_ && target == target_ && low >= ticks_.low && high <= ticks_.high;
  if (!covered_ && !(low < high)) {
    // No value yet, or one line alone: a makeshift range, which the first curve must not inherit.
    ticks_ = niceTicks(low, high, target);
    return ticks_;
  }
  if (!fits) {
    low_ = covered_ ? std::min(low_, low) : low;
    high_ = covered_ ? std::max(high_, high) : high;
    covered_ = true;
    target_ = target;
    ticks_ = niceTicks(low_, high_, target);
  }
  return ticks_;
}

}  // namespace w2s::ui::charts
