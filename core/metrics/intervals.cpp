#include "core/metrics/intervals.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>
#include <numeric>

#include <boost/math/distributions/students_t.hpp>

namespace w2s::metrics {
namespace {

constexpr double kTail = 0.025;

// Type 7; `sorted` is not empty.
double quantile(const std::vector<double>& sorted, double q) {
  const double position = q * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  const double part = position - static_cast<double>(below);
  // Without the test, infinity times zero would be NaN.
  return part == 0.0 ? sorted[below] : sorted[below] * (1.0 - part) + sorted[above] * part;
}

}  // namespace

std::vector<double> sortedFinite(std::span<const double> values) {
  std::vector<double> sorted;
  std::ranges::copy_if(values, std::back_inserter(sorted),
                       [](double value) { return std::isfinite(value); });
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

double accuracyStandardError(double accuracy, std::int64_t n) {
  return n > 0 ? std::sqrt(accuracy * (1.0 - accuracy) / static_cast<double>(n)) : kUndefined;
}

std::optional<Interval> wilsonInterval(double accuracy, std::int64_t n) {
  if (n <= 0) {
    return std::nullopt;
  }
  const auto rows = static_cast<double>(n);
  const double z2 = kTwoSided95 * kTwoSided95 / rows;
  const double centre = (accuracy + z2 / 2.0) / (1.0 + z2);
  const double half = std::sqrt(accuracy * (1.0 - accuracy) * z2 + z2 * z2 / 4.0) / (1.0 + z2);
  return Interval{.low = std::max(0.0, centre - half), .high = std::min(1.0, centre + half)};
}

MeanAndSd meanAndSd(std::span<const double> values) {
  const std::vector<double> sorted = sortedFinite(values);
  MeanAndSd result{.n = static_cast<std::int64_t>(sorted.size())};
  if (sorted.empty()) {
    return result;
  }
  const auto n = static_cast<double>(sorted.size());
  result.mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) / n;
  if (sorted.size() > 1) {
    double squares = 0.0;
    for (const double value : sorted) {
      squares += (value - result.mean) * (value - result.mean);
    }
    result.sd = std::sqrt(squares / (n - 1.0));
  }
  return result;
}

double tQuantile975(std::int64_t degrees) {
  return boost::math::quantile(boost::math::students_t(static_cast<double>(degrees)), 1.0 - kTail);
}

std::optional<Interval> percentileInterval(std::vector<double> values) {
  assert(std::none_of(values.begin(), values.end(), [](double v) { return std::isnan(v); }));
  if (values.empty()) {
    return std::nullopt;
  }
  std::sort(values.begin(), values.end());
  const Interval interval{.low = quantile(values, kTail), .high = quantile(values, 1.0 - kTail)};
  if (!std::isfinite(interval.low) || !std::isfinite(interval.high)) {
    return std::nullopt;
  }
  return interval;
}

double majorityShare(std::span<const std::int64_t> labels, std::int64_t classes) {
  if (labels.empty()) {
    return kUndefined;
  }
  std::vector<std::int64_t> counts(static_cast<std::size_t>(classes), 0);
  for (const std::int64_t label : labels) {
    ++counts[static_cast<std::size_t>(label)];
  }
  return static_cast<double>(*std::max_element(counts.begin(), counts.end())) /
         static_cast<double>(labels.size());
}

}  // namespace w2s::metrics
