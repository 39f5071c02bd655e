#include "ui/widgets/slider_scale.h"

#include <algorithm>
#include <cmath>

namespace w2s::ui {

SliderScale::SliderScale(const config::Field& field, bool integer)
    : low_(std::isnan(field.slider_min) ? field.min : field.slider_min),
      high_(std::isnan(field.slider_max) ? field.max : field.slider_max),
      logarithmic_(field.scale == config::Scale::Logarithmic),
      integer_(integer),
      decimals_(field.decimals) {
  if (!std::isfinite(low_)) {
    low_ = 0.0;
  }
  if (!std::isfinite(high_) || high_ <= low_) {
    high_ = low_ + 1.0;
  }
  if (logarithmic_ && low_ <= 0.0) {
    low_ = high_ / 1000.0;
  }
}

double SliderScale::valueAt(int position) const {
  const double t = static_cast<double>(std::clamp(position, 0, kPositions)) / kPositions;
  if (position <= 0) {
    return low_;
  }
  if (position >= kPositions) {
    return high_;
  }
  return rounded(logarithmic_ ? low_ * std::pow(high_ / low_, t) : low_ + (high_ - low_) * t);
}

int SliderScale::positionOf(double value) const {
  if (!(value > low_)) {
    return 0;
  }
  if (value >= high_) {
    return kPositions;
  }
  const double t = logarithmic_ ? std::log(value / low_) / std::log(high_ / low_)
                                : (value - low_) / (high_ - low_);
  return static_cast<int>(std::lround(t * kPositions));
}

double SliderScale::rounded(double value) const {
  double step = std::pow(10.0, -decimals_);
  if (logarithmic_) {
    step = std::pow(10.0, std::floor(std::log10(value)) - 1.0);
  }
  if (integer_) {
    step = std::max(step, 1.0);
  }
  // Division by a whole number where it can be, so that 0.3 is the double 0.3.
  const double result = step < 1.0 ? std::round(value / step) / std::round(1.0 / step)
                                   : std::round(value / step) * step;
  return std::clamp(result, low_, high_);
}

}  // namespace w2s::ui
