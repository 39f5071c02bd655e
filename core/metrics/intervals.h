// Uncertainty of measured numbers: of an accuracy on a finite test set, and of a mean over seeds.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/base/seed.h"
#include "core/metrics/evaluation.h"

namespace w2s::metrics {

struct Interval {
  double low = 0.0;
  double high = 0.0;
};

// Standard error of an accuracy over n independent rows, sqrt(a (1 - a) / n). NaN for n = 0.
[[nodiscard]] double accuracyStandardError(double accuracy, std::int64_t n);

// 95 % Wilson score interval of an accuracy over n independent rows; always within [0, 1], and
// sound near 0 and 1 where the normal interval is not. Empty for n = 0.
// Source: Wilson 1927, "Probable inference, the law of succession, and statistical inference".
[[nodiscard]] std::optional<Interval> wilsonInterval(double accuracy, std::int64_t n);

struct MeanAndSd {
  double mean = kUndefined;  // NaN when there are no values
  double sd = kUndefined;    // sample standard deviation (n - 1); NaN below two values
  std::int64_t n = 0;
};
[[nodiscard]] MeanAndSd meanAndSd(std::span<const double> values);

// 95 % interval of the mean of normal values: mean -+ t(.975, n - 1) sd / sqrt(n). Empty below two
// values.
[[nodiscard]] std::optional<Interval> meanInterval(std::span<const double> values);

// 95 % percentile bootstrap of a statistic over units (seeds, rows): each resample draws `units`
// indices with replacement and hands them over. A statistic that is not finite on more than one
// resample in forty has no interval; empty too for units < 2 or resamples < 1. Few units give
// intervals that are too narrow: with fewer than about ten seeds read them as a lower bound of the
// uncertainty. Equal seeds give equal intervals.
[[nodiscard]] std::optional<Interval> bootstrapInterval(
    std::int64_t units, int resamples, Seed seed,
    const std::function<double(std::span<const std::int64_t> indices)>& statistic);

// The central 95 % of resampled values by linear interpolation between order statistics (Hyndman
// and Fan 1996, type 7). Infinite values are sorted to the ends; empty if an end of the interval
// falls on one, or without values. NaN is a programming error.
[[nodiscard]] std::optional<Interval> percentileInterval(std::vector<double> values);

// Share of the most frequent class among labels in [0, classes); NaN without labels. What a model
// reaches that has learnt nothing but the class prior.
[[nodiscard]] double majorityShare(std::span<const std::int64_t> labels, std::int64_t classes);

}  // namespace w2s::metrics
