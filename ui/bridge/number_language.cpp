#include "ui/bridge/number_language.h"

#include <algorithm>
#include <atomic>
#include <cstddef>

namespace w2s::ui {
namespace {

std::atomic<NumberMarks> g_marks = NumberMarks{};

}  // namespace

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
