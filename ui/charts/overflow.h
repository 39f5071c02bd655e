// Where a curve leaves the y axis of its plot: one arrow a stretch, at its middle.
#pragma once

#include <vector>

#include "ui/charts/chart_data.h"
#include "ui/charts/scale.h"

namespace w2s::ui::charts {

struct Overflow {
  double x = 0.0;
  bool above = false;
};

// Of stretches inside the frame's x range; stretches whose arrows would be less than `apart` apart
// share one.
[[nodiscard]] std::vector<Overflow> overflowsOf(const Curve& curve, const Frame& frame,
                                                double apart = 14.0);

}  // namespace w2s::ui::charts
