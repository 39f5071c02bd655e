// Places labels beside the ends of curves so that none covers another.
#pragma once

#include <span>
#include <vector>

namespace w2s::ui::charts {

struct LabelSpace {
  double top = 0.0;  // labels stay within [top, bottom]
  double bottom = 0.0;
  double height = 0.0;  // of one label, its spacing included
};

// `wanted` are the centres the labels would like to have, in any order; the answer is in the same
// order. Labels keep their order, are at least `height` apart, and move as little as possible
// (least squares). Where the space is too small for all, they share it evenly.
[[nodiscard]] std::vector<double> layOutLabels(std::span<const double> wanted,
                                               const LabelSpace& space);

}  // namespace w2s::ui::charts
