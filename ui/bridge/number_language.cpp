#include "ui/bridge/number_language.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstddef>

namespace w2s::ui {
namespace {

std::atomic<NumberMarks> g_marks = NumberMarks{};

}  // namespace

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

void setNumberMarks(NumberMarks marks) {
  g_marks = marks;
}

NumberMarks numberMarks() {
  return g_marks;
}

std::string localNumber(std::string c_format) {
  std::ranges::replace(c_format, '.', numberMarks().decimal);
  return c_format;
}

std::string groupedDecimal(std::string c_format) {
  const NumberMarks marks = numberMarks();
  const std::size_t begin = c_format.starts_with('-') ? 1 : 0;
  const std::size_t whole =
      std::min(c_format.find_first_not_of("0123456789", begin), c_format.size());
  std::string text = localNumber(std::move(c_format));
  for (auto at = static_cast<std::ptrdiff_t>(whole) - 3; at > static_cast<std::ptrdiff_t>(begin);
       at -= 3) {
    text.insert(static_cast<std::size_t>(at), 1, marks.group);
  }
  return text;
}

std::string groupedNumber(std::int64_t number) {
  return groupedDecimal(std::to_string(number));
}

}  // namespace w2s::ui
