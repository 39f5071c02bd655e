#include "core/metrics/calibration.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

namespace w2s::metrics {
namespace {

struct Sums {
  double confidence = 0.0;
  std::int64_t right = 0;
  std::int64_t n = 0;

  void add(float row_confidence, std::uint8_t row_right) {
    confidence += row_confidence;
    right += row_right != 0 ? 1 : 0;
    ++n;
  }
};

ReliabilityBin binOf(const Sums& sums, double low, double high) {
  const auto n = static_cast<double>(sums.n);
  return {.low = low,
          .high = high,
          .confidence = sums.confidence / n,
          .accuracy = static_cast<double>(sums.right) / n,
          .n = sums.n};
}

std::vector<Sums> sumsOfEqualWidth(std::span<const float> confidence,
                                   std::span<const std::uint8_t> right, int bins) {
  std::vector<Sums> sums(static_cast<std::size_t>(bins));
  for (std::size_t i = 0; i < confidence.size(); ++i) {
    if (!std::isfinite(confidence[i])) {
      continue;
    }
    const int bin = static_cast<int>(std::ceil(static_cast<double>(confidence[i]) * bins)) - 1;
    sums[static_cast<std::size_t>(std::clamp(bin, 0, bins - 1))].add(confidence[i], right[i]);
  }
  return sums;
}

std::vector<ReliabilityBin> equalWidth(std::span<const Sums> sums) {
  const auto bins = static_cast<double>(sums.size());
  std::vector<ReliabilityBin> result;
  for (std::size_t b = 0; b < sums.size(); ++b) {
    if (sums[b].n > 0) {
      result.push_back(
          binOf(sums[b], static_cast<double>(b) / bins, static_cast<double>(b + 1) / bins));
    }
  }
  return result;
}

std::vector<ReliabilityBin> equalMass(std::span<const float> confidence,
                                      std::span<const std::uint8_t> right, int bins) {
  std::vector<std::size_t> order(confidence.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return confidence[a] < confidence[b]; });
  std::vector<ReliabilityBin> result;
  std::size_t next = 0;
  for (int b = 0; b < bins; ++b) {
    const std::size_t end =
        order.size() * static_cast<std::size_t>(b + 1) / static_cast<std::size_t>(bins);
    const std::size_t first = next;
    Sums sums;
    while (
        next < order.size() &&
        (next < end || (next > first && confidence[order[next]] == confidence[order[next - 1]]))) {
      sums.add(confidence[order[next]], right[order[next]]);
      ++next;
    }
    if (sums.n > 0) {
      result.push_back(binOf(sums, confidence[order[first]], confidence[order[next - 1]]));
    }
  }
  return result;
}

Calibration summaryOf(std::vector<ReliabilityBin> bins, const Sums& all) {
  Calibration result;
  result.bins = std::move(bins);
  result.n = all.n;
  const auto n = static_cast<double>(all.n);
  result.confidence = all.confidence / n;
  result.accuracy = static_cast<double>(all.right) / n;
  result.expected_error = 0.0;
  for (const ReliabilityBin& bin : result.bins) {
    result.expected_error +=
        static_cast<double>(bin.n) / n * std::abs(bin.accuracy - bin.confidence);
  }
  return result;
}

}  // namespace

Calibration calibrationOf(std::span<const float> confidence, std::span<const std::uint8_t> right,
                          const CalibrationOptions& options) {
  assert(confidence.size() == right.size() && options.bins > 0);
  if (confidence.empty()) {
    return {};
  }
  Sums all;
  for (std::size_t i = 0; i < confidence.size(); ++i) {
    all.add(confidence[i], right[i]);
  }
  return summaryOf(options.binning == Binning::EqualWidth
                       ? equalWidth(sumsOfEqualWidth(confidence, right, options.bins))
                       : equalMass(confidence, right, options.bins),
                   all);
}

std::vector<ConfidenceBin> confidenceBinsOf(std::span<const float> confidence,
                                            std::span<const std::uint8_t> right) {
  assert(confidence.size() == right.size());
  std::vector<ConfidenceBin> bins;
  for (const Sums& sums : sumsOfEqualWidth(confidence, right, kConfidenceBins)) {
    bins.push_back(
        {.n = sums.n,
         .right = sums.right,
         .confidence = sums.n > 0 ? sums.confidence / static_cast<double>(sums.n) : 0.0});
  }
  return bins;
}

Calibration calibrationOf(std::span<const ConfidenceBin> bins) {
  std::vector<Sums> sums;
  Sums all;
  for (const ConfidenceBin& bin : bins) {
    const double confidence = bin.confidence * static_cast<double>(bin.n);
    sums.push_back({.confidence = confidence, .right = bin.right, .n = bin.n});
    all.confidence += confidence;
    all.right += bin.right;
    all.n += bin.n;
  }
  return all.n > 0 ? summaryOf(equalWidth(sums), all) : Calibration{};
}

}  // namespace w2s::metrics
