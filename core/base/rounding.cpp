#include "core/base/rounding.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace w2s {

double roundedAsRead(double value, int decimals) {
  constexpr double kFloatError = 1e-7;  // relative, of a decimal number that was stored as a float
  constexpr double kLargestNudge = 1e-3;  // of the last decimal
  const double unit = std::pow(10.0, decimals);
  const double scaled = std::abs(value) * unit;
  if (!(scaled < 1e15)) {
    return value;
  }
  const double rounded = std::round(scaled + std::min(scaled * kFloatError, kLargestNudge)) / unit;
  return rounded == 0.0 ? 0.0 : std::copysign(rounded, value);
}

std::string percentOf(double share) {
  return fmt::format("{:.1f}", roundedAsRead(100.0 * share, 1));
}

}  // namespace w2s
