// How far a model's confidence can be believed: reliability bins and the expected calibration error
//
//   ECE = sum over bins b of (n_b / N) |accuracy_b - confidence_b|
//
// confidence = probability of the predicted class, in bins of equal width as most papers report it.
// The estimate is biased upwards on few rows.
// Source: Guo, Pleiss, Sun and Weinberger 2017, "On calibration of modern neural networks", eq. 3.
// Deviation: empty bins are left out.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/metrics/evaluation.h"

namespace w2s::metrics {

struct ReliabilityBin {
  double low = 0.0;  // range of confidence the bin covers
  double high = 0.0;
  double confidence = 0.0;  // mean over the bin's rows
  double accuracy = 0.0;
  std::int64_t n = 0;  // > 0
};

struct Calibration {
  std::vector<ReliabilityBin> bins;    // by rising confidence
  double expected_error = kUndefined;  // ECE; NaN without rows
  double confidence = kUndefined;      // mean over all rows; above `accuracy` = overconfident
  double accuracy = kUndefined;
  std::int64_t n = 0;
};

// The bins of an evaluation. confidence: [N] in [0, 1]; right: [N], 1 = the predicted class is right.
// Bin b of B covers (b / B, (b + 1) / B], the first one 0 as well. Rows without a finite confidence (a
// model that has diverged) are in no bin.
[[nodiscard]] std::vector<ConfidenceBin> confidenceBinsOf(std::span<const float> confidence,
                                                          std::span<const std::uint8_t> right);

// Their summary. A bin that cannot be (of a damaged file: no finite confidence, more right than rows) is
// left out.
[[nodiscard]] Calibration calibrationOf(std::span<const ConfidenceBin> bins);

}  // namespace w2s::metrics
