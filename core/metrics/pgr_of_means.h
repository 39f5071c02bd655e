// Performance gap recovered over seeds: the ratio of mean differences, never a mean of ratios.
//
//   PGR = mean(student - weak) / mean(ceiling - weak)
//
// Its 95 % interval holds over seeds. With d_i = (student_i - weak_i) - PGR (ceiling_i - weak_i),
// whose mean is 0,
//
//   PGR -+ t(.975, n - 1) sd(d) / (sqrt(n) mean(ceiling - weak))
//
// The three accuracies of a seed stay together in d_i, so their covariance is accounted for.
// Measured coverage with a normal spread over seeds: .94 to .96 for n = 2, 3, 5 and 10
// (tests/core/metrics/tst_pgr_of_means.cpp); .90 to .93 with an exponential one; a
// percentile bootstrap over seeds covers .50, .75, .84 and .90, and Fieller's interval is unbounded
// for half of the experiments with two seeds. What all seeds have in common, above all the same
// test rows, is not part of this interval.
// Source: Cochran 1977, "Sampling techniques", section 6.4 (variance of a ratio).
#pragma once

#include <cstdint>
#include <map>
#include <span>

#include "core/metrics/pgr.h"

namespace w2s::metrics {

// One finished run: its accuracies and the status of its own PGR.
struct SeedAccuracies {
  double weak = 0.0;
  double student = 0.0;
  double ceiling = 0.0;
  PgrStatus status = PgrStatus::Ok;
};

// Guards of single runs remove a run from the ratio: an experiment that failed in this seed
// (CeilingNotAboveWeak, WeakAtChance, StudentStartsAboveWeak) is no sample of the ratio. A run
// whose gap is merely not significant stays: leaving out seeds for their small gap would bias the
// mean gap, and a ratio of means is made for such seeds.
[[nodiscard]] bool isRemovedFromMeans(PgrStatus status);
// The run's own status; Unknown where an accuracy is not finite, as in a damaged file.
[[nodiscard]] PgrStatus statusInMeans(const SeedAccuracies& run);

struct PgrOfMeans {
  Pgr pgr;  // of `used` runs; all removed: the most frequent reason, no value
  std::int64_t used = 0;
  std::map<PgrStatus, std::int64_t> removed;  // reason -> runs
  [[nodiscard]] std::int64_t removedRuns() const;
};

// At least one run. The result does not depend on their order. One used run: its own status and no
// interval. More: the guard of the mean gap uses SE = sd(ceiling - weak) / sqrt(used); no interval
// where the gap is not significant or all d_i are 0.
[[nodiscard]] PgrOfMeans pgrOfMeans(std::span<const SeedAccuracies> runs);

}  // namespace w2s::metrics
