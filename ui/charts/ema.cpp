#include "ui/charts/ema.h"

#include <cmath>
#include <limits>

namespace w2s::ui::charts {

double Ema::push(double value) {
  if (!std::isfinite(value)) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  mean_ = beta_ * mean_ + (1.0 - beta_) * value;
  missing_weight_ *= beta_;
  return mean_ / (1.0 - missing_weight_);
}

std::span<const float> SmoothedColumn::follow(std::span<const float> values,
                                              std::size_t generation) {
  if (generation != generation_ || values.size() < smoothed_.size()) {
    generation_ = generation;
    ema_ = Ema(beta_);
    smoothed_.clear();
  }
  for (std::size_t i = smoothed_.size(); i < values.size(); ++i) {
    smoothed_.push_back(static_cast<float>(ema_.push(values[i])));
  }
  return smoothed_;
}

}  // namespace w2s::ui::charts
