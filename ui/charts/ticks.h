// Axis ranges and ticks at round numbers: 1, 2, 5 times a power of ten.
#pragma once

#include <vector>

namespace w2s::ui::charts {

struct Ticks {
  double low = 0.0;
  double high = 1.0;
  double interval = 1.0;
  int decimals = 0;  // that tell neighbouring ticks apart
  std::vector<double> values;
};

// The smallest range of half intervals that covers [low, high], with about `target` ticks. Equal or
// non-finite ends give a range around them, ends beyond kFarthest (scale.h) the range up to there.
// target >= 1.
[[nodiscard]] Ticks niceTicks(double low, double high, int target);

// Ticks at round numbers inside a range that stays as it is (steps of a run).
[[nodiscard]] Ticks ticksInside(double low, double high, int target);

// Ticks of a logarithmic axis inside [low, high], low > 0: powers of ten, with 2 and 5 times them
// where there are few; none where the range is none. `decimals` is kThreeDigits.
[[nodiscard]] Ticks logTicks(double low, double high, int target);

// A y range that only widens while values arrive, in half intervals: a change of range makes a
// chart library rebuild every curve, and an axis that twitches cannot be read.
class StickyRange {
 public:
  // Widened to cover [low, high].
  const Ticks& cover(double low, double high, int target);
  // Forgets what was covered (another run).
  void reset() {
    covered_ = false;
  }

 private:
  bool covered_ = false;
  double low_ = 0.0;
  double high_ = 0.0;
  int target_ = 0;
  Ticks ticks_;
};

}  // namespace w2s::ui::charts
