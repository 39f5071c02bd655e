#include "ui/charts/loss_bound.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace w2s::ui::charts {
namespace {

constexpr float kLarge = 1e3F;  // nats
constexpr float kTimesMedian = 100.0F;

}  // namespace

double LossBound::follow(std::span<const float> loss, std::size_t generation) {
  if (generation != generation_ || loss.size() < seen_) {
    *this = {};
    generation_ = generation;
  }
  if (loss.size() == seen_) {
    return bound_;
  }
  for (const float value : loss.subspan(seen_)) {
    highest_ = std::isfinite(value) ? std::max(highest_, value) : highest_;
  }
  seen_ = loss.size();
  if (highest_ > kLarge) {
    std::vector<float> finite;
    std::ranges::copy_if(loss, std::back_inserter(finite),
                         [](float value) { return std::isfinite(value); });
    const auto middle = finite.begin() + static_cast<std::ptrdiff_t>(finite.size() / 2);
    std::nth_element(finite.begin(), middle, finite.end());
    if (*middle > 0.0F && highest_ > kTimesMedian * *middle) {
      bound_ = 10.0 * *middle;
    }
  }
  return bound_;
}

}  // namespace w2s::ui::charts
