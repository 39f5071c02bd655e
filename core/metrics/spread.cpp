#include "core/metrics/spread.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/seed.h"

namespace w2s::metrics {
namespace {

constexpr std::size_t kResamples = 2000;
constexpr double kNormal975 = 1.959963984540054;

// A fixed seed and sorted values: equal values give equal bands, in any order.
std::optional<Interval> bootstrapOfMean(const std::vector<double>& sorted) {
  SplitMix64 random(Seed(0).child("bootstrap of a mean"));
  std::vector<double> means(kResamples);
  for (double& mean : means) {
    double sum = 0.0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      sum += sorted[random.below(sorted.size())];
    }
    mean = sum / static_cast<double>(sorted.size());
  }
  const auto narrow = percentileInterval(std::move(means));
  if (!narrow) {
    return narrow;
  }
  const auto n = static_cast<double>(sorted.size());
  const double mean = meanAndSd(sorted).mean;
  const double wider = tQuantile975(static_cast<std::int64_t>(sorted.size()) - 1) *
                       std::sqrt(n / (n - 1.0)) / kNormal975;
  return Interval{.low = mean + wider * (narrow->low - mean),
                  .high = mean + wider * (narrow->high - mean)};
}

}  // namespace

std::optional<Interval> spreadOf(std::span<const double> all, Spread spread) {
  const std::vector<double> values = sortedFinite(all);
  if (values.size() < 2) {
    return std::nullopt;
  }
  // Resamples of two values have three means: too few to tell anything.
  if (spread == Spread::Bootstrap && values.size() > 2) {
    return bootstrapOfMean(values);
  }
  if (spread == Spread::Range) {
    return Interval{.low = values.front(), .high = values.back()};
  }
  const MeanAndSd summary = meanAndSd(values);
  const double error = summary.sd / std::sqrt(static_cast<double>(summary.n));
  const double half = spread == Spread::StandardDeviation ? summary.sd
                      : spread == Spread::StandardError   ? error
                                                          : tQuantile975(summary.n - 1) * error;
  return Interval{.low = summary.mean - half, .high = summary.mean + half};
}

}  // namespace w2s::metrics
