#include "ui/pages/study_suggestions.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace w2s::ui {

std::string suggestionFor(const config::FormField& field) {
  if (field.kind == config::FieldKind::Boolean) {
    return "false, true";
  }
  if (field.kind == config::FieldKind::Choice) {
    std::vector<std::string> names;
    for (const config::FormChoice& choice : field.choices) {
      names.push_back(choice.name);
    }
    return fmt::format("{}", fmt::join(names, ", "));
  }
  if (const auto* whole = std::get_if<std::int64_t>(&field.value)) {
    const auto value = static_cast<double>(*whole);
    const auto bounded = [&field](double wanted) {
      return std::llround(std::clamp(wanted, field.min, field.max));
    };
    return fmt::format("{}, {}, {}", bounded(value / 2.0), *whole, bounded(2.0 * value));
  }
  const auto* real = std::get_if<double>(&field.value);
  if (real == nullptr) {
    return config::valueText(field);
  }
  if (field.scale == config::Scale::Linear && std::isfinite(field.slider_max)) {
    const double low = field.slider_min;
    const double step = (field.slider_max - low) / 4.0;
    return fmt::format("{:g}, {:g}, {:g}, {:g}", low, low + step, low + 2.0 * step,
                       low + 3.0 * step);
  }
  return fmt::format("{:g}, {:g}, {:g}", *real / 2.0, *real, 2.0 * *real);
}

}  // namespace w2s::ui
