// Numbers of the window's language, windowLocale() (ui/bridge/translated.h), in UTF-8.
//
// For what is read by people. Files for machines (CSV, TOML, coordinates), command lines and keys of
// settings stay in the C format.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>

#include <fmt/format.h>

#include "core/base/rounding.h"

namespace w2s::ui {

// A number in the C format, "0.5" or "3e-05", with the decimal mark of the language.
[[nodiscard]] std::string localNumber(std::string c_format);
[[nodiscard]] std::string groupedNumber(std::int64_t number);  // "10,000"

// A real number as an argument of a pattern: "{:.3f}" gives "0,858" in a German window.
struct LocalNumber {
  double value = 0.0;
};

template <class Value>
[[nodiscard]] decltype(auto) localArgument(const Value& value) {
  if constexpr (std::is_floating_point_v<Value>) {
    return LocalNumber{value};
  } else {
    return (value);
  }
}

// A translated pattern with its arguments, real ones as the language writes them.
template <class... Values>
[[nodiscard]] std::string inWords(const std::string& pattern, const Values&... values) {
  return fmt::format(fmt::runtime(pattern), localArgument(values)...);
}

}  // namespace w2s::ui

namespace fmt {
template <>
struct formatter<w2s::ui::LocalNumber> {
  constexpr auto parse(format_parse_context& context) {
    const auto* end = context.begin();
    while (end != context.end() && *end != '}') {
      ++end;
    }
    size_ = static_cast<std::size_t>(end - context.begin());
    begin_ = context.begin();
    return end;
  }
  template <class Context>
  auto format(const w2s::ui::LocalNumber& number, Context& context) const {
    const std::string spec(begin_, size_);
    const auto point = spec.find('.');
    const double value = point != std::string::npos && spec.ends_with('f')
                             ? w2s::roundedAsRead(number.value, std::stoi(spec.substr(point + 1)))
                             : number.value;
    const std::string text = w2s::ui::localNumber(fmt::format(runtime("{:" + spec + "}"), value));
    return std::copy(text.begin(), text.end(), context.out());
  }

 private:
  const char* begin_ = nullptr;
  std::size_t size_ = 0;
};
}  // namespace fmt
