#include "ui/draw/number_text.h"

#include <cmath>

#include <fmt/format.h>

#include "ui/bridge/number_language.h"

namespace w2s::ui::draw {

std::string numberText(double value, int decimals) {
  if (!std::isfinite(value)) {
    return "\u2013";
  }
  constexpr double kHuge = 1e9;  // as of a loss that explodes: its digits would fill the figure
  if (decimals < 0 || std::abs(value) >= kHuge) {
    const std::string digits = localNumber(fmt::format("{:.3g}", std::abs(value)));
    return value < 0.0 ? "\u2212" + digits : digits;
  }
  const double rounded = roundedAsRead(value, decimals);
  const std::string text = groupedDecimal(fmt::format("{:.{}f}", std::abs(rounded), decimals));
  return rounded < 0.0 ? "\u2212" + text : text;
}

}  // namespace w2s::ui::draw
