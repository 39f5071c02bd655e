// Label, colour and paleness of runs laid over another, as people type them and as commandOf()
// prints them: "RUN=text", "RUN=olive", "RUN".
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/store/run_labels.h"
#include "ui/figures/figure_options.h"
#include "ui/figures/figure_run.h"

namespace w2s::ui::figures {

// Of the palette for runs, in its order.
inline constexpr std::array<Named<int>, store::RunLabels::kColors> kRunColors{{{0, "violet"},
                                                                               {1, "brown"},
                                                                               {2, "pink"},
                                                                               {3, "olive"},
                                                                               {4, "slate"},
                                                                               {5, "blue"},
                                                                               {6, "green"},
                                                                               {7, "teal"},
                                                                               {8, "gold"},
                                                                               {9, "grey"},
                                                                               {10, "purple"},
                                                                               {11, "red"}}};

// "violet"; "violet-2" with the second kind of dashes (charts::kDashes).
[[nodiscard]] std::string nameOfLook(int look);
[[nodiscard]] std::optional<int> lookNamed(std::string_view name);

struct TypedLooks {
  std::vector<std::string> labels;  // "RUN=text"
  std::vector<std::string> colors;  // "RUN=olive"
  std::vector<std::string> pinned;  // "RUN"
};

// `idOf` finds the id of a run as it was typed. They go before what the run folders say. Errors: no
// "=", an unknown colour, a run that is not laid over the first, or what `idOf` says.
[[nodiscard]] Status applyLooks(const TypedLooks& typed,
                                const std::function<Result<std::string>(const std::string&)>& idOf,
                                std::span<OwnedFigureRun> runs);

}  // namespace w2s::ui::figures
