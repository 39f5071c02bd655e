// Which of a chart's raw and smoothed curves a figure shows.
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/figures/figure_options.h"

namespace w2s::ui::figures {

// Raw: ghosts become lines, and take the place and label of the smoothed line of their ink.
[[nodiscard]] charts::ChartData withTraces(charts::ChartData chart, Traces traces);

}  // namespace w2s::ui::figures
