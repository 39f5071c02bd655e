#include "core/metrics/pgr.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include <boost/random/binomial_distribution.hpp>

namespace w2s::metrics {
namespace {

constexpr double kSmallestGap = 0.01;
constexpr double kGapStandardErrors = 2.0;
constexpr int kReportResamples = 2000;
constexpr double kTwoSided95 = 1.959963984540054;  // 97.5 % quantile of the standard normal

struct Accuracies {
  double weak = 0.0;
  double student = 0.0;
  double ceiling = 0.0;
};

// `gap_se` is NaN where unknown, `majority_share` 0.
PgrStatus statusOf(const Accuracies& accuracy, double gap_se, double majority_share) {
  const double gap = accuracy.ceiling - accuracy.weak;
  if (!(gap > 0.0)) {
    return PgrStatus::CeilingNotAboveWeak;
  }
  if (majority_share > 0.0 && accuracy.weak <= majority_share) {
    return PgrStatus::WeakAtChance;
  }
  if (gap < kSmallestGap || gap < kGapStandardErrors * gap_se) {  // false for NaN
    return PgrStatus::GapNotSignificant;
  }
  return PgrStatus::Ok;
}

Pgr pgrWithoutInterval(const Accuracies& accuracy, double gap_se, double majority_share) {
  Pgr pgr;
  pgr.signed_value = performanceGapRecovered(Weak(accuracy.weak), Student(accuracy.student),
                                             Ceiling(accuracy.ceiling));
  if (pgr.signed_value) {
    pgr.book_value = std::max(0.0, *pgr.signed_value);
  }
  pgr.status = statusOf(accuracy, gap_se, majority_share);
  return pgr;
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

double mean(std::span<const double> values) {
  return meanAndSd(values).mean;
}

}  // namespace

std::string_view nameOf(PgrStatus status) {
  switch (status) {
    case PgrStatus::Ok:
      return "ok";
    case PgrStatus::GapNotSignificant:
      return "gap_not_significant";
    case PgrStatus::CeilingNotAboveWeak:
      return "ceiling_not_above_weak";
    case PgrStatus::WeakAtChance:
      return "weak_at_chance";
  }
  return {};
}

std::string_view explain(PgrStatus status) {
  switch (status) {
    case PgrStatus::Ok:
      return "The gap between the weak floor and the ceiling is clear enough to divide by.";
    case PgrStatus::GapNotSignificant:
      return "The gap between the weak floor and the ceiling is below one point or within its own "
             "uncertainty, so "
             "this ratio says little.";
    case PgrStatus::CeilingNotAboveWeak:
      return "The ceiling is not above the weak floor, so there is no gap to recover.";
    case PgrStatus::WeakAtChance:
      return "The weak supervisor is no better than always answering the most frequent class, so "
             "it has nothing to "
             "teach and this ratio says little.";
  }
  return {};
}

bool isMeaningful(const Pgr& pgr) {
  return pgr.signed_value && pgr.status == PgrStatus::Ok;
}

std::optional<double> performanceGapRecovered(Weak<double> weak, Student<double> student,
                                              Ceiling<double> ceiling) {
  const double gap = ceiling.value - weak.value;
  if (!(gap > 0.0)) {
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
  // Rows on which exactly one of weak supervisor and ceiling is right have (c - w)^2 = 1, all
  // others 0.
  const double discordant = static_cast<double>(counts[1] + counts[3] + counts[4] + counts[6]) / n;
  const double gap = accuracy.ceiling - accuracy.weak;
  Pgr pgr =
      pgrWithoutInterval(accuracy, std::sqrt((discordant - gap * gap) / n), rows.majority_share);
  if (resamples < 1 || !pgr.signed_value) {
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
  return pgr;
}

Pgr pgrOfAccuracies(Weak<double> weak, Student<double> student, Ceiling<double> ceiling,
                    std::int64_t n, double majority_share) {
  const double weak_se = accuracyStandardError(weak.value, n);
  const double student_se = accuracyStandardError(student.value, n);
  const double ceiling_se = accuracyStandardError(ceiling.value, n);
  Pgr pgr =
      pgrWithoutInterval({.weak = weak.value, .student = student.value, .ceiling = ceiling.value},
                         std::hypot(weak_se, ceiling_se), majority_share);
  if (n > 0 && pgr.signed_value && pgr.status != PgrStatus::GapNotSignificant) {
    const auto error = pgrStandardError(weak, student, ceiling, Weak(weak_se), Student(student_se),
                                        Ceiling(ceiling_se));
    pgr.ci95 = Interval{.low = *pgr.signed_value - kTwoSided95 * *error,
                        .high = *pgr.signed_value + kTwoSided95 * *error};
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

Pgr pgrOfMeans(std::span<const double> weak, std::span<const double> student,
               std::span<const double> ceiling, int resamples, Seed seed) {
  assert(!weak.empty() && weak.size() == student.size() && weak.size() == ceiling.size());
  std::vector<double> gaps(weak.size());
  std::transform(ceiling.begin(), ceiling.end(), weak.begin(), gaps.begin(), std::minus<>());
  const auto seeds = static_cast<double>(weak.size());
  Pgr pgr =
      pgrWithoutInterval({.weak = mean(weak), .student = mean(student), .ceiling = mean(ceiling)},
                         meanAndSd(gaps).sd / std::sqrt(seeds), 0.0);
  if (!pgr.signed_value) {
    return pgr;
  }
  pgr.ci95 = bootstrapInterval(static_cast<std::int64_t>(weak.size()), resamples, seed,
                               [&](std::span<const std::int64_t> indices) {
                                 double numerator = 0.0;
                                 double gap = 0.0;
                                 for (const std::int64_t index : indices) {
                                   const auto i = static_cast<std::size_t>(index);
                                   numerator += student[i] - weak[i];
                                   gap += gaps[i];
                                 }
                                 return resampledRatio(numerator, gap);
                               });
  return pgr;
}

Pgr pgrOfMeans(std::span<const double> weak, std::span<const double> student,
               std::span<const double> ceiling) {
  return pgrOfMeans(weak, student, ceiling, kReportResamples, Seed(0).child("pgr_of_means"));
}

}  // namespace w2s::metrics
