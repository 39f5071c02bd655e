#include "core/metrics/pgr.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include <boost/random/binomial_distribution.hpp>

#include "core/metrics/intervals.h"
#include "core/metrics/pgr_guards.h"

namespace w2s::metrics {
namespace {

constexpr double kSmallestGap = 0.01;
constexpr double kGapStandardErrors = 2.0;

PgrStatus statusOf(const Accuracies& accuracy, const Guards& guards) {
  if (!(accuracy.ceiling - accuracy.weak > kRounding)) {
    return PgrStatus::CeilingNotAboveWeak;
  }
  if (guards.majority_share > 0.0 && accuracy.weak <= guards.majority_share + kRounding) {
    return PgrStatus::WeakAtChance;
  }
  if (!isClear(guards.gap)) {
    return PgrStatus::GapNotSignificant;
  }
  if (guards.initial_above_weak && isClear(*guards.initial_above_weak)) {
    return PgrStatus::StudentStartsAboveWeak;
  }
  return PgrStatus::Ok;
}

// A share of n rows with one right and one wrong row more (Agresti and Caffo). n = 0: the share
// itself, its error unknown.
struct Share {
  double value = 0.0;
  double variance = kUndefined;

  Share(double accuracy, std::int64_t n) : value(accuracy) {
    if (n > 0) {
      const auto rows = static_cast<double>(n);
      value = (accuracy * rows + 1.0) / (rows + 2.0);
      variance = value * (1.0 - value) / (rows + 2.0);
    }
  }
};

Difference independentDifference(double upper, double lower, std::int64_t n) {
  const Share up(upper, n);
  const Share low(lower, n);
  return {.value = upper - lower,
          .judged = up.value - low.value,
          .standard_error = std::sqrt(up.variance + low.variance)};
}

std::optional<Difference> initialAboveWeak(std::optional<double> initial_student, double weak,
                                           std::int64_t n) {
  return initial_student ? std::optional(independentDifference(*initial_student, weak, n))
                         : std::nullopt;
}

// All R with (a - R b)^2 <= z^2 (v_S + R^2 v_C + (1 - R)^2 v_W), a = S - W, b = C - W. Bounded
// where b > z SE(b), which the guard on the gap sees to (2 > z).
Interval fiellerInterval(const Share& weak, const Share& student, const Share& ceiling) {
  const double a = student.value - weak.value;
  const double b = ceiling.value - weak.value;
  const double z2 = kTwoSided95 * kTwoSided95;
  // q2 R^2 - 2 q1 R + q0 <= 0
  const double q2 = b * b - z2 * (ceiling.variance + weak.variance);
  const double q1 = a * b - z2 * weak.variance;
  const double q0 = a * a - z2 * (student.variance + weak.variance);
  const double half = std::sqrt(std::max(0.0, q1 * q1 - q2 * q0));
  return {.low = (q1 - half) / q2, .high = (q1 + half) / q2};
}

// The ratio of a resample. As the gap shrinks to nothing the ratio grows beyond all bounds on the
// numerator's side, so a resample without a gap counts as infinite.
double resampledRatio(double numerator, double gap) {
  if (gap > 0.0) {
    return numerator / gap;
  }
  return std::copysign(std::numeric_limits<double>::infinity(), numerator);
}

constexpr std::size_t kPatterns = 8;
using PatternCounts =
    std::array<std::int64_t, kPatterns>;  // index: weak right 1, student right 2, ceiling right 4

PatternCounts countPatterns(const PgrRows& rows) {
  PatternCounts counts{};
  for (std::size_t i = 0; i < rows.weak_right.size(); ++i) {
    const std::size_t pattern = (rows.weak_right[i] != 0 ? 1U : 0U) +
                                (rows.student_right[i] != 0 ? 2U : 0U) +
                                (rows.ceiling_right[i] != 0 ? 4U : 0U);
    ++counts[pattern];
  }
  return counts;
}

std::int64_t rightCount(const PatternCounts& counts, std::size_t model_bit) {
  std::int64_t right = 0;
  for (std::size_t pattern = 0; pattern < kPatterns; ++pattern) {
    right += (pattern & model_bit) != 0 ? counts[pattern] : 0;
  }
  return right;
}

Difference pairedGap(const PatternCounts& counts) {
  return matchedDifference(counts[4] + counts[6], counts[1] + counts[3],
                           std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
}

// Multinomial(N, counts / N) by conditional binomials.
PatternCounts resample(const PatternCounts& counts, SplitMix64& random) {
  PatternCounts drawn{};
  std::int64_t pool = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  std::int64_t left = pool;
  for (std::size_t pattern = 0; pattern < kPatterns && left > 0; ++pattern) {
    if (counts[pattern] == pool) {
      drawn[pattern] = left;
    } else if (counts[pattern] > 0) {
      const double share = static_cast<double>(counts[pattern]) / static_cast<double>(pool);
      drawn[pattern] = boost::random::binomial_distribution<std::int64_t>(left, share)(random);
    }
    left -= drawn[pattern];
    pool -= counts[pattern];
  }
  return drawn;
}

}  // namespace

std::string_view nameOf(PgrStatus status) {
  switch (status) {
    case PgrStatus::Ok:
      return "ok";
    case PgrStatus::CeilingNotAboveWeak:
      return "ceiling_not_above_weak";
    case PgrStatus::WeakAtChance:
      return "weak_at_chance";
    case PgrStatus::GapNotSignificant:
      return "gap_not_significant";
    case PgrStatus::StudentStartsAboveWeak:
      return "student_starts_above_weak";
    case PgrStatus::FloorUnknown:
      return "floor_unknown";
    case PgrStatus::Unknown:
      return "unknown";
  }
  return {};
}

PgrStatus pgrStatusOfName(std::string_view name) {
  const auto found = std::ranges::find(kPgrStatuses, name, [](PgrStatus s) { return nameOf(s); });
  return found == kPgrStatuses.end() ? PgrStatus::Unknown : *found;
}

std::string_view explain(PgrStatus status) {
  switch (status) {
    case PgrStatus::Ok:
      return "The gap between the weak floor and the ceiling is clear enough to divide by.";
    case PgrStatus::CeilingNotAboveWeak:
      return "The ceiling is not above the weak floor, so there is no gap to recover.";
    case PgrStatus::WeakAtChance:
      return "The weak supervisor is no better than always answering the most frequent class, so "
             "it has nothing to "
             "teach and this ratio says little.";
    case PgrStatus::GapNotSignificant:
      return "The gap between the weak floor and the ceiling is below one point or within its own "
             "uncertainty, so "
             "this ratio says little.";
    case PgrStatus::StudentStartsAboveWeak:
      return "The strong model is above the weak floor before its first step on weak labels, so "
             "this ratio says "
             "little about what the weak labels taught it.";
    case PgrStatus::FloorUnknown:
      return "The weak labels were made elsewhere and not for every test row, so the weak floor is "
             "unknown and there is no ratio.";
    case PgrStatus::Unknown:
      return "A later version of W2S Lab recorded this ratio and had a reason against it that this "
             "version does not know.";
  }
  return {};
}

Difference matchedDifference(std::int64_t upper_alone, std::int64_t lower_alone,
                             std::int64_t rows) {
  const auto n = static_cast<double>(rows);
  const auto excess = static_cast<double>(upper_alone - lower_alone);
  const double variance =
      (static_cast<double>(upper_alone + lower_alone) + 1.0 - excess * excess / (n + 2.0)) /
      ((n + 2.0) * (n + 2.0));
  return {.value = excess / n, .judged = excess / (n + 2.0), .standard_error = std::sqrt(variance)};
}

bool isClear(const Difference& difference) {
  // False for NaN: without a standard error one point is the only guard.
  const bool is_within_noise =
      difference.judged < kGapStandardErrors * difference.standard_error - kRounding;
  return difference.value >= kSmallestGap - kRounding && !is_within_noise;
}

Pgr guardedPgr(const Accuracies& accuracy, const Guards& guards) {
  Pgr pgr;
  pgr.signed_value = performanceGapRecovered(Weak(accuracy.weak), Student(accuracy.student),
                                             Ceiling(accuracy.ceiling));
  if (pgr.signed_value) {
    pgr.book_value = std::max(0.0, *pgr.signed_value);
  }
  pgr.status = statusOf(accuracy, guards);
  return pgr;
}

bool isMeaningful(const Pgr& pgr) {
  return pgr.signed_value && pgr.status == PgrStatus::Ok;
}

std::optional<double> performanceGapRecovered(Weak<double> weak, Student<double> student,
                                              Ceiling<double> ceiling) {
  const double gap = ceiling.value - weak.value;
  if (!(gap > kRounding)) {
    return std::nullopt;
  }
  return (student.value - weak.value) / gap;
}

Pgr pgrOfRows(const PgrRows& rows, int resamples, Seed seed) {
  assert(!rows.weak_right.empty() && rows.weak_right.size() == rows.student_right.size() &&
         rows.weak_right.size() == rows.ceiling_right.size());
  const PatternCounts counts = countPatterns(rows);
  const auto n = static_cast<double>(rows.weak_right.size());
  const auto share = [&](std::size_t bit) {
    return static_cast<double>(rightCount(counts, bit)) / n;
  };
  const Accuracies accuracy{.weak = share(1), .student = share(2), .ceiling = share(4)};
  const auto rows_total = static_cast<std::int64_t>(rows.weak_right.size());
  const Difference gap = pairedGap(counts);
  Pgr pgr = guardedPgr(accuracy, {.gap = gap,
                                  .majority_share = rows.majority_share,
                                  .initial_above_weak = initialAboveWeak(
                                      rows.initial_student, accuracy.weak, rows_total)});
  if (resamples < 1 || !pgr.signed_value || !isClear(gap)) {
    return pgr;
  }
  SplitMix64 random(seed);
  std::vector<double> ratios(static_cast<std::size_t>(resamples));
  for (double& ratio : ratios) {
    const PatternCounts drawn = resample(counts, random);
    const std::int64_t weak = rightCount(drawn, 1);
    ratio = resampledRatio(static_cast<double>(rightCount(drawn, 2) - weak),
                           static_cast<double>(rightCount(drawn, 4) - weak));
  }
  pgr.ci95 = percentileInterval(std::move(ratios));
  if (pgr.ci95 && pgr.ci95->low == pgr.ci95->high) {
    pgr.ci95.reset();
  }
  return pgr;
}

Pgr pgrOfAccuracies(Weak<double> weak, Student<double> student, Ceiling<double> ceiling,
                    std::int64_t n, double majority_share, std::optional<double> initial_student) {
  const Difference gap = independentDifference(ceiling.value, weak.value, n);
  Pgr pgr = guardedPgr({.weak = weak.value, .student = student.value, .ceiling = ceiling.value},
                       {.gap = gap,
                        .majority_share = majority_share,
                        .initial_above_weak = initialAboveWeak(initial_student, weak.value, n)});
  if (n > 0 && pgr.signed_value && isClear(gap)) {
    const Interval interval =
        fiellerInterval(Share(weak.value, n), Share(student.value, n), Share(ceiling.value, n));
    // On few rows the value of the plain shares may lie outside.
    pgr.ci95 = Interval{.low = std::min(interval.low, *pgr.signed_value),
                        .high = std::max(interval.high, *pgr.signed_value)};
  }
  return pgr;
}

std::optional<double> pgrStandardError(Weak<double> weak, Student<double> student,
                                       Ceiling<double> ceiling, Weak<double> weak_se,
                                       Student<double> student_se, Ceiling<double> ceiling_se) {
  const auto pgr = performanceGapRecovered(weak, student, ceiling);
  if (!pgr) {
    return std::nullopt;
  }
  return std::hypot(student_se.value, *pgr * ceiling_se.value, (1.0 - *pgr) * weak_se.value) /
         (ceiling.value - weak.value);
}

}  // namespace w2s::metrics
