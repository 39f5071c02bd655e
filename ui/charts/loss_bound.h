// How far up a loss that explodes is drawn. On the way to infinity a diverging loss passes 1e30, and
// an axis up to there shows nothing of the training before it.
//
// Bound = 10 x the median of the loss so far (nats), once a value has passed both 1e3 and 100 x that
// median, which no objective of this program does while it trains; infinite before. What lies above
// leaves the chart with an arrow.
#pragma once

#include <cstddef>
#include <limits>
#include <span>

namespace w2s::ui::charts {

class LossBound {
 public:
  // Takes in what is new, in O(new rows) while the loss is sane, else O(rows). `generation` changes
  // whenever earlier values changed. Values that are not finite count for nothing.
  double follow(std::span<const float> loss, std::size_t generation);

 private:
  std::size_t seen_ = 0;
  std::size_t generation_ = 0;
  float highest_ = 0.0F;
  double bound_ = std::numeric_limits<double>::infinity();
};

}  // namespace w2s::ui::charts
