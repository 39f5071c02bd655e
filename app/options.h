// Checks of option values. CLI11's own read every number as a double, accept an integer that does
// not fit, and print ranges as 309-digit numbers.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace w2s::app {

// A whole number from `low` to `high`, in decimal digits.
inline CLI::Validator wholeNumber(std::int64_t low,
                                  std::int64_t high = std::numeric_limits<std::int64_t>::max()) {
  return CLI::Validator(
      [low, high](const std::string& text) {
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc() && end == text.data() + text.size() && value >= low &&
            value <= high) {
          return std::string();
        }
        return high == std::numeric_limits<std::int64_t>::max()
                   ? fmt::format("{} is no whole number of {} or more that fits 64 bits", text, low)
                   : fmt::format("{} is no whole number from {} to {}", text, low, high);
      },
      std::string());
}

inline CLI::Validator fraction() {
  return CLI::Validator(
      [](const std::string& text) {
        double value = 0.0;
        const bool is_fraction =  // false for NaN
            CLI::detail::lexical_cast(text, value) && value >= 0.0 && value <= 1.0;
        return is_fraction ? std::string() : fmt::format("{} is no fraction between 0 and 1", text);
      },
      "FRACTION");
}

// An empty value is most often a shell variable without content.
inline CLI::Validator notEmpty() {
  return CLI::Validator(
      [](const std::string& text) { return text.empty() ? "the value is empty" : std::string(); },
      std::string());
}

// "--set key=value NAME": an option with several values takes the name that follows as one of them.
// A setting has an equals sign, a name has none: moves it to `name`, if that is empty.
inline void takeNameFromSettings(std::vector<std::string>& settings, std::string& name) {
  const auto found = std::find_if(settings.begin(), settings.end(), [](const std::string& setting) {
    return setting.find('=') == std::string::npos;
  });
  if (name.empty() && found != settings.end()) {
    name = std::move(*found);
    settings.erase(found);
  }
}

}  // namespace w2s::app
