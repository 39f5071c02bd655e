// Debiased exponential moving average, the smoothing of loss curves.
//
//   m_t = beta m_(t-1) + (1 - beta) v_t,   s_t = m_t / (1 - beta^t),   m_0 = 0
//
// Without the division the first values would be drawn towards 0. Source: Kingma & Ba 2015,
// section 3. Values that are not finite have no smoothed value and leave the average as it is.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace w2s::ui::charts {

class Ema {
 public:
  // 0 <= beta < 1; 0 returns the values themselves.
  explicit Ema(double beta) : beta_(beta) {}

  // The average after this value; NaN for a value that is not finite.
  double push(double value);

 private:
  double beta_;
  double mean_ = 0.0;
  double missing_weight_ = 1.0;  // beta^t
};

// A smoothed copy that follows a growing column, so that a refresh costs the new values only.
class SmoothedColumn {
 public:
  explicit SmoothedColumn(double beta) : beta_(beta), ema_(beta) {}

  // `generation` changes whenever earlier values of the column changed (another run, a rewind).
  std::span<const float> follow(std::span<const float> values, std::size_t generation);

 private:
  double beta_;
  Ema ema_;
  std::vector<float> smoothed_;
  std::size_t generation_ = 0;
};

}  // namespace w2s::ui::charts
