// What the cells of a study can be compared with: presets, opened files, and recorded runs.
#pragma once

#include <vector>

#include "ui/pages/single_cells.h"

namespace w2s::ui {

class MainWindow;

// Entries of the tool bar's list, then finished runs, the newest of each experiment first.
[[nodiscard]] std::vector<Comparable> comparablesOf(MainWindow& window);

}  // namespace w2s::ui
