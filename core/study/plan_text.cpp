#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/config/value.h"
#include "core/study/plan.h"

namespace w2s::study {
namespace {

constexpr double kMostWhole = 1e15;  // a double counts these one by one

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  return begin == std::string_view::npos
             ? std::string_view()
             : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

template <class Number>
std::optional<Number> numberIn(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
  }
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole_text = error == std::errc() && end == text.data() + text.size();
  return is_whole_text ? std::optional(value) : std::nullopt;
}

// A number, true and false as they are, anything else in quotes. A real number that TOML does not
// take as it is typed (".5") is written in full.
std::string tomlValue(const std::string& text) {
  if (text == "true" || text == "false") {
    return text;
  }
  if (const auto whole = numberIn<std::int64_t>(text)) {
    return std::to_string(*whole);  // "007" and "+7" are no numbers of TOML
  }
  const std::optional<double> number = numberIn<double>(text);
  return number && std::isfinite(*number) ? config::realText(*number) : config::quotedText(text);
}

std::string numberText(double value, bool is_whole) {
  return is_whole ? fmt::format("{}", static_cast<std::int64_t>(value)) : config::realText(value);
}

// Keys stand in quotes: "objective.divergence" and a field of it may both be varied.
std::string tomlVaried(const Varied& varied) {
  if (varied.draw) {
    const Draw& draw = *varied.draw;
    return fmt::format(
        "{} = {{ low = {}, high = {}{} }}\n", config::quotedText(varied.key),
        numberText(draw.low, draw.is_whole), numberText(draw.high, draw.is_whole),
        (draw.is_log ? ", log = true" : "") +
            (draw.count > 0 ? fmt::format(", count = {}", draw.count) : std::string()));
  }
  std::vector<std::string> values;
  for (const std::string& value : varied.values) {
    values.push_back(tomlValue(value));
  }
  return fmt::format("{} = [{}]\n", config::quotedText(varied.key), fmt::join(values, ", "));
}

// Cuts "in 5" off; nothing where it is no number of values.
std::optional<std::int64_t> takeCount(std::string_view& text) {
  const auto in = text.rfind("in");
  if (in == std::string_view::npos) {
    return 0;
  }
  const auto count = numberIn<std::int64_t>(trimmed(text.substr(in + 2)));
  text = trimmed(text.substr(0, in));
  return count && *count >= 1 && *count <= kMostInRange ? count : std::nullopt;
}

Result<Draw> drawIn(std::string_view low_text, std::string_view high_text) {
  Draw draw;
  const auto count = takeCount(high_text);
  if (!count) {
    return fail(
        ErrorCode::InvalidArgument,
        sentence("a range with a number of values is written \"0.1 .. 10 in 5\" or \"0.1 .. "
                 "10 log in 5\", with a whole number from 1 to {}.",
                 kMostInRange));
  }
  draw.count = *count;
  if (high_text.ends_with("log")) {
    draw.is_log = true;
    high_text.remove_suffix(3);
  }
  low_text = trimmed(low_text);
  high_text = trimmed(high_text);
  const std::optional<double> low = numberIn<double>(low_text);
  const std::optional<double> high = numberIn<double>(high_text);
  draw.low = low.value_or(NAN);
  draw.high = high.value_or(NAN);
  if (!isRange(draw)) {
    return fail(
        ErrorCode::InvalidArgument,
        sentence("a range is written \"0.1 .. 10\" or \"0.1 .. 10 log\", the smaller number "
                 "first, above 0 with log."));
  }
  draw.is_whole =
      numberIn<std::int64_t>(low_text).has_value() && numberIn<std::int64_t>(high_text).has_value();
  return draw;
}

}  // namespace

std::string planText(const Plan& plan) {
  std::string text = fmt::format("schema = 1\nname = {}\nbase = {}\n",
                                 config::quotedText(plan.name), config::quotedText(plan.base));
  if (!plan.seeds.empty()) {
    text += fmt::format("seeds = [{}]\n", fmt::join(plan.seeds, ", "));
  }
  if (!plan.grid.empty()) {
    text += "\n[grid]\n";
    for (const Varied& varied : plan.grid) {
      text += tomlVaried(varied);
    }
  }
  if (plan.random) {
    text +=
        fmt::format("\n[random]\ncount = {}\nseed = {}\n", plan.random->count, plan.random->seed);
    for (const Varied& varied : plan.random->settings) {
      text += tomlVaried(varied);
    }
  }
  for (const Settings& cell : plan.cells) {
    text += "\n[[cell]]\n";
    for (const auto& [key, value] : cell) {
      text += fmt::format("{} = {}\n", config::quotedText(key), tomlValue(value));
    }
  }
  return text;
}

Status extend(Plan& plan, const Varied& more) {
  if (more.draw && more.draw->count == 0) {
    return fail(ErrorCode::InvalidArgument,
                sentence("{} is given more values, not a range; a random study is extended by a "
                         "larger count in its file.",
                         more.key));
  }
  const auto known = std::ranges::find(plan.grid, more.key, &Varied::key);
  if (known == plan.grid.end()) {
    std::vector<std::string> keys;
    for (const Varied& varied : plan.grid) {
      keys.push_back(varied.key);
    }
    return fail(ErrorCode::InvalidArgument,
                sentence("{} does not differ among the cells of this study's grid{}{}; cells that "
                         "differ in a further setting are a study of their own.",
                         more.key, keys.empty() ? "" : ", which has ", fmt::join(keys, ", ")));
  }
  known->draw.reset();  // a list from now on
  for (const std::string& value : more.values) {
    if (std::ranges::find(known->values, value) == known->values.end()) {
      known->values.push_back(value);
    }
  }
  return {};
}

Result<Varied> readVaried(std::string_view key, std::string_view text) {
  Varied varied{.key = wholeKey(key)};
  if (const auto dots = text.find(".."); dots != std::string_view::npos) {
    W2S_TRY(varied.draw, drawIn(text.substr(0, dots), text.substr(dots + 2)));
    if (varied.draw->count > 0) {
      varied.values = valuesOf(*varied.draw);
    }
    return varied;
  }
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    const std::string_view value = trimmed(text.substr(begin, comma - begin));
    begin = comma + 1;
    if (!value.empty()) {
      varied.values.emplace_back(value);
    }
  }
  if (varied.values.empty()) {
    return fail(ErrorCode::InvalidArgument,
                sentence("values are written with commas between them, such as \"1, 2, 4\"."));
  }
  return varied;
}

std::string variedText(const Varied& varied) {
  if (!varied.draw) {
    return fmt::format("{}", fmt::join(varied.values, ", "));
  }
  const Draw& draw = *varied.draw;
  return fmt::format("{} .. {}{}{}", numberText(draw.low, draw.is_whole),
                     numberText(draw.high, draw.is_whole), draw.is_log ? " log" : "",
                     draw.count > 0 ? fmt::format(" in {}", draw.count) : std::string());
}

bool isRange(const Draw& draw) {
  return std::isfinite(draw.low) && std::isfinite(draw.high) && draw.low <= draw.high &&
         (!draw.is_log || draw.low > 0.0) && draw.count <= kMostInRange;
}

std::vector<std::string> valuesOf(const Draw& range) {
  std::vector<std::string> values;
  for (std::int64_t i = 0; i < range.count; ++i) {
    const double share =
        range.count > 1 ? static_cast<double>(i) / static_cast<double>(range.count - 1) : 0.0;
    const double exact = range.is_log ? range.low * std::pow(range.high / range.low, share)
                                      : range.low + share * (range.high - range.low);
    const bool is_end = i == 0 || i + 1 == range.count;
    const double value = is_end ? (i == 0 ? range.low : range.high)
                                : numberIn<double>(fmt::format("{:.6g}", exact)).value_or(exact);
    std::string text = numberText(
        value, range.is_whole && value == std::round(value) && std::abs(value) < kMostWhole);
    if (values.empty() || values.back() != text) {
      values.push_back(std::move(text));
    }
  }
  return values;
}

}  // namespace w2s::study
