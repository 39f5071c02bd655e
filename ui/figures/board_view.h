// What a board of charts shows, as figures take it.
#pragma once

#include "ui/figures/shown_charts.h"

namespace w2s::ui {

class ChartBoard;

[[nodiscard]] figures::ShownCharts shownOn(const ChartBoard& board);

}  // namespace w2s::ui
