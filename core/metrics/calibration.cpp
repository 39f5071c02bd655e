#include "core/metrics/calibration.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace w2s::metrics {
namespace {

constexpr std::int64_t kMostRows = std::int64_t{1} << 40;  // sums of them stay whole numbers

}  // namespace

std::vector<ConfidenceBin> confidenceBinsOf(std::span<const float> confidence,
                                            std::span<const std::uint8_t> right) {
  assert(confidence.size() == right.size());
  std::vector<ConfidenceBin> bins(kConfidenceBins);
  for (std::size_t i = 0; i < confidence.size(); ++i) {
    if (!std::isfinite(confidence[i])) {
      continue;
    }
    const double place = std::ceil(static_cast<double>(confidence[i]) * kConfidenceBins) - 1.0;
    ConfidenceBin& bin = bins[static_cast<std::size_t>(
        std::clamp(place, 0.0, static_cast<double>(kConfidenceBins - 1)))];
    bin.confidence += confidence[i];  // their sum, until all are counted
    bin.right += right[i] != 0 ? 1 : 0;
    ++bin.n;
  }
  for (ConfidenceBin& bin : bins) {
    bin.confidence = bin.n > 0 ? bin.confidence / static_cast<double>(bin.n) : 0.0;
  }
  return bins;
}

Calibration calibrationOf(std::span<const ConfidenceBin> bins) {
  const auto count = static_cast<double>(bins.size());
  Calibration result;
  double confidence = 0.0;
  std::int64_t right = 0;
  for (std::size_t b = 0; b < bins.size(); ++b) {
    const ConfidenceBin& bin = bins[b];
    if (bin.n <= 0 || bin.n > kMostRows || bin.right < 0 || bin.right > bin.n ||
        !std::isfinite(bin.confidence)) {
      continue;
    }
    const auto n = static_cast<double>(bin.n);
    result.bins.push_back({.low = static_cast<double>(b) / count,
                           .high = static_cast<double>(b + 1) / count,
                           .confidence = bin.confidence,
                           .accuracy = static_cast<double>(bin.right) / n,
                           .n = bin.n});
    confidence += bin.confidence * n;
    right += bin.right;
    result.n += bin.n;
  }
  if (result.n == 0) {
    return {};
  }
  const auto n = static_cast<double>(result.n);
  result.confidence = confidence / n;
  result.accuracy = static_cast<double>(right) / n;
  result.expected_error = 0.0;
  for (const ReliabilityBin& bin : result.bins) {
    result.expected_error +=
        static_cast<double>(bin.n) / n * std::abs(bin.accuracy - bin.confidence);
  }
  return result;
}

}  // namespace w2s::metrics
