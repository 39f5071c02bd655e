// Numbers for people.
#pragma once

#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <string>

namespace w2s {

// The nearest whole number; the least or the greatest of its type where the value is beyond them, 0
// for NaN: a number from a file, or one computed from it, may be any.
template <std::signed_integral T = std::int64_t>
[[nodiscard]] T wholeNumber(double value) {
  if (std::isnan(value)) {
    return 0;
  }
  if (value >= static_cast<double>(std::numeric_limits<T>::max())) {
    return std::numeric_limits<T>::max();
  }
  if (value <= static_cast<double>(std::numeric_limits<T>::min())) {
    return std::numeric_limits<T>::min();
  }
  return static_cast<T>(std::llround(value));
}

// Rounded to so many decimals as people round: a half goes away from zero, even where the binary
// number, or the float that it was, lies a hair below it. 7,995 of 10,000 is 0.800 and 80.0 %,
// whichever of the two is written. No minus before a zero.
[[nodiscard]] double roundedAsRead(double value, int decimals);

// A share as a percentage with one decimal, C format: 0.8025 gives "80.3".
[[nodiscard]] std::string percentOf(double share);

}  // namespace w2s
