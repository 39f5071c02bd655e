// What the marks of a chart say under the pointer.
#pragma once

#include <string>
#include <vector>

#include "ui/charts/chart_data.h"

namespace w2s::ui::charts {

// One text a marker of the chart. Every mark is drawn, so that all charts of a run have as many; one
// on the upper edge that others of its kind cover, within `reach` along x, tells of them too, a line
// each, in order of x. O(n log n) but for the lines themselves.
[[nodiscard]] std::vector<std::string> tipsOf(const ChartData& data, double reach);

}  // namespace w2s::ui::charts
