// Ranges of axes as people type them and as commandOf() prints them: "100:300", "100:" and ":300"
// of all charts, "accuracy=100:300" of one. What is printed reads back as it was.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "ui/figures/figure_options.h"

namespace w2s::ui::figures {

// An open end is left out.
[[nodiscard]] std::string textOf(const Span& span);

struct NamedSpan {
  std::string chart;  // empty: of all
  Span span;
};
// InvalidArgument, with how to write it, for what is no range. `option`: that it was given to.
[[nodiscard]] Result<NamedSpan> parseSpan(std::string_view option, std::string_view text);

// The options of a command that speak of axes.
struct TypedRanges {
  std::optional<double> from;  // of the charts over the run's course
  std::optional<double> to;
  std::vector<std::string> x;
  std::vector<std::string> y;
  std::string log_y;  // "all", or names of charts with commas between them; empty: none
};
[[nodiscard]] Status applyRanges(const TypedRanges& typed, FigureOptions& options);

}  // namespace w2s::ui::figures
