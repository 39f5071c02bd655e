// The numbers of runs, one row a run: what the runs table exports. Accuracies are shares; a number
// in the shortest form that reads back to the same value.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ui/figures/figure_run.h"

namespace w2s::ui::figures {

struct RunsTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // as long as columns; empty: unknown
};

[[nodiscard]] RunsTable runsTableOf(std::span<const FigureRun> runs);

}  // namespace w2s::ui::figures
