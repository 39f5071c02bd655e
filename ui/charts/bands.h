// Bands around curves: the interval of a mean over several runs. What they cover, reduced to what a
// screen can show, and the words that say what they are.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ui/charts/chart_data.h"
#include "ui/charts/decimate.h"

namespace w2s::ui::charts {

// Of the curve's point i, in y's unit; empty where the curve has no band or an edge is not finite.
[[nodiscard]] std::optional<Range> bandAt(const Curve& curve, std::size_t i);

struct BandPoint {
  double x = 0.0;
  Range y;
  friend bool operator==(const BandPoint&, const BandPoint&) = default;
};
using BandPiece = std::vector<BandPoint>;  // unbroken

// As decimate(): one point a column, at the x of its first, from the lowest to the highest edge in
// it; the last point of a piece stays. At most columns + 3 points a piece; O(n).
[[nodiscard]] std::vector<BandPiece> decimatedBand(const Curve& curve, const Window& window);

// What a chart's bands are, each text once: "mean, 95 % t-interval, n = 5". Where they differ, the
// curves' labels stand before it: "student, ceiling: mean, ...".
struct BandNote {
  const Curve* curve = nullptr;  // of which it speaks; null: of several
  std::string text;
};
// Of bands that have a value in `seen` on the x axis.
[[nodiscard]] std::vector<BandNote> bandNotes(const ChartData& data, const Range& seen);

}  // namespace w2s::ui::charts
