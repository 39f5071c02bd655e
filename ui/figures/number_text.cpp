#include "ui/figures/number_text.h"

#include <cmath>

#include <fmt/format.h>

namespace w2s::ui::figures {

std::string numberText(double value, int decimals) {
  if (!std::isfinite(value)) {
    return "\u2013";
  }
  std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
  auto point = text.find('.');
  if (point == std::string::npos) {
    point = text.size();
  }
  for (auto i = static_cast<std::ptrdiff_t>(point) - 3; i > 0; i -= 3) {
    text.insert(static_cast<std::size_t>(i), ",");
  }
  // A value that rounds to zero has no sign.
  const bool zero = text.find_first_not_of("0.,") == std::string::npos;
  return value < 0.0 && !zero ? "\u2212" + text : text;
}

}  // namespace w2s::ui::figures
