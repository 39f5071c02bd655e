// Where a curve ends in what is seen of a chart: the place and the value of its label, in the window
// as in figures.
#pragma once

#include <limits>
#include <optional>

#include "ui/charts/chart_data.h"

namespace w2s::ui::charts {

inline constexpr Range kAll{-std::numeric_limits<double>::infinity(),
                            std::numeric_limits<double>::infinity()};

struct SeenEnd {
  double x = 0.0;
  double y = 0.0;                  // in the curve's own unit
  std::optional<Range> band = {};  // of a point
  bool at_point = true;            // false: where the line between two points leaves the chart
};

// The last finite value in `seen`; where the line goes on beyond the right edge, the value on that
// edge, as straight as it is drawn (`log_y`: between the logarithms). Empty: nothing of the curve,
// neither a point nor a line, reaches into `seen`.
[[nodiscard]] std::optional<SeenEnd> endOf(const Curve& curve, const Range& seen, bool log_y);

}  // namespace w2s::ui::charts
