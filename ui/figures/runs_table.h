// The numbers of runs, one row a run: what the runs table exports. Accuracies are shares; a number
// in the shortest form that reads back to the same value.
//
// live_changes are counted as the window shows them, a slider that was drawn as one
// (bridge/live_changes.h); interventions as they are recorded, replayed and listed by `w2s runs show`.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ui/figures/figure_run.h"

namespace w2s::ui::figures {

struct RunsTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // as long as columns; empty: unknown
  bool is_complete = false;                    // has the layout that was asked for
};

[[nodiscard]] RunsTable runsTableOf(std::span<const FigureRun> runs);

}  // namespace w2s::ui::figures
