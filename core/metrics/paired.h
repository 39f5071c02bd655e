// Two experiments on the same test rows: by how much they differ, how sure that is, and what cannot
// be said. Every difference is that of the first minus the second.
//
// Over n seeds that both have, with d_i the difference in seed i:
//
//   accuracy        mean(d) -+ t(.975, n - 1) sd(d) / sqrt(n)
//   PGR of means    PGR_1 - PGR_2, with d_i replaced by u_i = e_1i / gap_1 - e_2i / gap_2,
//                   e_i = (student_i - weak_i) - PGR (ceiling_i - weak_i): the delta method, each
//                   seed's six accuracies together (pgr_of_means.h)
//   test            sign-flip (paired permutation): the share of the 2^n ways to exchange the two in
//                   some of the seeds that differ at least as much as what was measured. All ways
//                   up to 16 seeds, 20,000 random ones beyond. Its p is at least 2 / 2^n, whatever
//                   was measured: 0.5, 0.25, 0.125, 0.0625 with 2 ... 5 seeds.
//
// Measured coverage of both intervals (tests/core/metrics/tst_paired.cpp), n = 2, 3, 5, 10 seeds:
// .94 to .96 where accuracies are normal over seeds, .95 to .97 where they are exponential. What all
// seeds have in common, above all the test rows, is not part of them.
//
// Over N rows that two models answered, with b rows that the first alone has right and c that the
// second alone has right:
//
//   accuracy        (b - c) / (N + 2) -+ 1.96 sqrt(b + c + 1 - (b - c)^2 / (N + 2)) / (N + 2)
//   test            McNemar, exact: two-sided binomial of b among b + c
//
// Measured coverage with 100 to 10,000 rows of which 2 % to 20 % differ: .95 to .96, and .998, so
// too wide, where two rows differ. It holds for these two models, not for those of other seeds.
// Sources: Fisher 1935, "The design of experiments", section 21 (exchange within pairs); McNemar
// 1947; Agresti and Min 2005, "Simple improved confidence intervals for comparing matched
// proportions"; Holm 1979, "A simple sequentially rejective multiple test procedure".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/metrics/pgr_of_means.h"

namespace w2s::metrics {

struct PairedDifference {
  double value = kUndefined;
  std::optional<Interval> ci95;  // none from one seed, nor where all differences are equal
  double p = kUndefined;         // two-sided; NaN where there is no test
  std::int64_t n = 0;            // seeds, or rows
};

// Of one number, a difference a seed, in any order; those that are not finite are left out. One seed: its
// value alone.
[[nodiscard]] PairedDifference differenceOverSeeds(std::span<const double> differences);

struct SeedPair {
  SeedAccuracies first;
  SeedAccuracies second;
};

struct PgrDifference {
  PairedDifference difference;       // of the pairs that no guard removed
  PgrStatus status = PgrStatus::Ok;  // else what speaks against one of the two ratios: no numbers
  std::int64_t removed = 0;          // pairs of which a guard (statusInMeans) removes either run
};
// At least one pair.
[[nodiscard]] PgrDifference pgrDifference(std::span<const SeedPair> pairs);

// The smallest p that a sign-flip test of n seeds can give: 2 / 2^n.
[[nodiscard]] double smallestSignFlipP(std::int64_t seeds);
// How many seeds it takes for a p of .05 or less to be possible in each of so many comparisons.
[[nodiscard]] std::int64_t seedsForSignFlip(std::int64_t comparisons);

// Test rows of two models by who has them right.
struct MatchedRows {
  std::int64_t both = 0;
  std::int64_t first_alone = 0;
  std::int64_t second_alone = 0;
  std::int64_t neither = 0;

  [[nodiscard]] std::int64_t rows() const {
    return both + first_alone + second_alone + neither;
  }
};
[[nodiscard]] PairedDifference differenceOverRows(const MatchedRows& rows);  // at least one row
[[nodiscard]] double mcNemarP(std::int64_t first_alone, std::int64_t second_alone);

// Holm's correction: each p as it counts among all of them, so that all that are at most .05 may be
// believed together. NaN is no comparison and stays.
[[nodiscard]] std::vector<double> holm(std::span<const double> p);

}  // namespace w2s::metrics
