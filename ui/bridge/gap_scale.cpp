#include "ui/bridge/gap_scale.h"

#include <algorithm>

namespace w2s::ui {

double GapScale::place(double pgr, double left, double width) const {
  return left + (std::clamp(pgr, low, high) - low) / (high - low) * width;
}

double GapScale::at(double x, double left, double width) const {
  return low + std::clamp((x - left) / width, 0.0, 1.0) * (high - low);
}

GapScale gapScaleFor(double pgr, std::optional<double> other) {
  const double high = pgr > 1.0 ? std::min(pgr + 0.05, 1.5) : 1.0;
  return {.low = pgr < 0.0 ? std::max(pgr - 0.05, -0.5) : 0.0,
          .high = std::clamp(other.value_or(1.0), high, 2.0)};
}

GapScale gapScaleOf(const Readings& readings) {
  if (!readings.pgr || !metrics::isMeaningful(*readings.pgr)) {
    return {};
  }
  // An empty one is the lesser.
  return gapScaleFor(*readings.pgr->signed_value,
                     std::max(placeOnGap(readings, readings.common_ceiling),
                              placeOnGap(readings, readings.reference)));
}

GapScale guessingScaleOf(const Readings& readings, std::optional<double> prediction) {
  constexpr double kRoom = 0.2;  // a class that sees no room there does not think of it
  GapScale scale = gapScaleOf(readings);
  scale.low = std::min(scale.low, -kRoom);
  scale.high = std::max(scale.high, 1.0 + kRoom);
  // Only beyond: the end of the bar is an answer like others, at which the bar stays as it is.
  if (prediction && (*prediction < scale.low || *prediction > scale.high)) {
    scale.low = std::min(scale.low, *prediction - 0.05);
    scale.high = std::max(scale.high, *prediction + 0.05);
  }
  return scale;
}

std::optional<double> placeOnGap(const Readings& readings, const metrics::Performance& model) {
  if (!readings.pgr || !metrics::isMeaningful(*readings.pgr) || model.n == 0) {
    return std::nullopt;
  }
  // A meaningful value has a positive gap.
  return (model.accuracy - readings.weak.accuracy) /
         (readings.ceiling.accuracy - readings.weak.accuracy);
}

}  // namespace w2s::ui
