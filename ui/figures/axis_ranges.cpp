#include "ui/figures/axis_ranges.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <sstream>

#include <fmt/format.h>

namespace w2s::ui::figures {
namespace {

constexpr double kOpen = std::numeric_limits<double>::infinity();

// False: neither nothing nor a number.
bool readEnd(std::string_view digits, double& value) {
  if (digits.empty()) {
    return true;
  }
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && stop == digits.data() + digits.size();
}

}  // namespace

std::string textOf(const Span& span) {
  const auto end = [](double value) {
    return std::isfinite(value) ? fmt::format("{}", value) : std::string();
  };
  return end(span.low) + ":" + end(span.high);
}

Result<NamedSpan> parseSpan(std::string_view option, std::string_view text) {
  NamedSpan named{.chart = {}, .span = {-kOpen, kOpen}};
  std::string_view rest = text;
  if (const auto equals = rest.find('='); equals != std::string_view::npos) {
    named.chart = rest.substr(0, equals);
    rest.remove_prefix(equals + 1);
  }
  const auto colon = rest.find(':');
  if (colon == std::string_view::npos || rest.size() < 2 ||
      !readEnd(rest.substr(0, colon), named.span.low) ||
      !readEnd(rest.substr(colon + 1), named.span.high)) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("{} {} is no range: write {} 0.5:0.9, or {} accuracy=0.5:0.9 for one "
                            "chart; an end may be left out.",
                            option, text, option, option));
  }
  return named;
}

Status applyRanges(const TypedRanges& typed, FigureOptions& options) {
  if (typed.from || typed.to) {
    options.x_range = Span{typed.from.value_or(-kOpen), typed.to.value_or(kOpen)};
  }
  for (const std::string& text : typed.x) {
    W2S_TRY(const NamedSpan named, parseSpan("--x", text));
    if (named.chart.empty()) {
      options.x_range = named.span;
    } else {
      options.zooms[named.chart].x = named.span;
    }
  }
  for (const std::string& text : typed.y) {
    W2S_TRY(const NamedSpan named, parseSpan("--y", text));
    if (named.chart.empty()) {
      options.y_range = named.span;
    } else {
      options.zooms[named.chart].y = named.span;
    }
  }
  options.view.log_y = typed.log_y == "all";
  if (!options.view.log_y) {
    std::istringstream names(typed.log_y);
    for (std::string name; std::getline(names, name, ',');) {
      options.log_y.insert(name);
    }
  }
  return {};
}

}  // namespace w2s::ui::figures
