// What stands between three accuracies and a ratio that may be read. Private to the .cpp files of
// this folder.
#pragma once

#include <optional>

#include "core/metrics/pgr.h"

namespace w2s::metrics {

// Accuracies are shares of whole rows; what differs by less is the rounding of binary fractions.
inline constexpr double kRounding = 1e-9;

struct Accuracies {
  double weak = 0.0;
  double student = 0.0;
  double ceiling = 0.0;
};

// Of two measured accuracies. `judged` is compared with the standard error; it is `value`, or
// closer to 0 where few rows are behind it. standard_error: NaN where unknown.
struct Difference {
  double value = 0.0;
  double judged = 0.0;
  double standard_error = kUndefined;
};

// At least one point, and at least two standard errors where those are known.
[[nodiscard]] bool isClear(const Difference& difference);

// Of two shares of the same rows, from the rows that one of the two models alone has right (pgr.h).
[[nodiscard]] Difference matchedDifference(std::int64_t upper_alone, std::int64_t lower_alone,
                                           std::int64_t rows);

struct Guards {
  Difference gap;               // ceiling - weak
  double majority_share = 0.0;  // 0: unknown
  std::optional<Difference> initial_above_weak;
};

// Values and status, without an interval.
[[nodiscard]] Pgr guardedPgr(const Accuracies& accuracy, const Guards& guards);

}  // namespace w2s::metrics
