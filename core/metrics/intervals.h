// Uncertainty of measured numbers: of an accuracy on a finite test set, and of a mean over seeds.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/metrics/evaluation.h"

namespace w2s::metrics {

struct Interval {
  double low = 0.0;
  double high = 0.0;
};

// 97.5 % quantile of the standard normal distribution.
inline constexpr double kTwoSided95 = 1.959963984540054;

// Standard error of an accuracy over n independent rows, sqrt(a (1 - a) / n). NaN for n = 0.
[[nodiscard]] double accuracyStandardError(double accuracy, std::int64_t n);

// 95 % Wilson score interval of an accuracy over n independent rows; always within [0, 1], and
// sound near 0 and 1 where the normal interval is not. Empty for n = 0.
// Source: Wilson 1927, "Probable inference, the law of succession, and statistical inference".
[[nodiscard]] std::optional<Interval> wilsonInterval(double accuracy, std::int64_t n);

// A sort of NaN is undefined: statistics over seeds begin with this.
[[nodiscard]] std::vector<double> sortedFinite(std::span<const double> values);

struct MeanAndSd {
  double mean = kUndefined;  // NaN when there are no values
  double sd = kUndefined;    // sample standard deviation (n - 1); NaN below two values
  std::int64_t n = 0;
};
// Of the finite values among these, in any order; `n` counts them. NaN is of a damaged file.
[[nodiscard]] MeanAndSd meanAndSd(std::span<const double> values);

// 97.5 % quantile of Student's t distribution: half the width, in standard errors, of a two-sided
// 95 % interval. degrees > 0.
[[nodiscard]] double tQuantile975(std::int64_t degrees);

// The central 95 % of resampled values by linear interpolation between order statistics (Hyndman
// and Fan 1996, type 7). Infinite values are sorted to the ends; empty if an end of the interval
// falls on one, or without values. NaN is a programming error.
[[nodiscard]] std::optional<Interval> percentileInterval(std::vector<double> values);

// Share of the most frequent class among labels in [0, classes); NaN without labels. What a model
// reaches that has learnt nothing but the class prior.
[[nodiscard]] double majorityShare(std::span<const std::int64_t> labels, std::int64_t classes);

}  // namespace w2s::metrics
