// How far a model's confidence can be believed: reliability bins and the expected calibration error
//
//   ECE = sum over bins b of (n_b / N) |accuracy_b - confidence_b|
//
// confidence = probability of the predicted class. Equal-width bins are what most papers report;
// equal-mass bins are steadier where confidences crowd near 1. Both estimates are biased upwards on
// few rows.
// Source: Guo, Pleiss, Sun and Weinberger 2017, "On calibration of modern neural networks", eq. 3
// (equal width); Nixon et al. 2019, "Measuring calibration in deep learning" (equal mass).
// Deviation: empty bins are left out.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/metrics/evaluation.h"

namespace w2s::metrics {

enum class Binning { EqualWidth, EqualMass };

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

struct CalibrationOptions {
  int bins = 15;
  Binning binning = Binning::EqualWidth;
};

// confidence: [N] in [0, 1]; right: [N], 1 = the predicted class is right. Equal-width bin b of B
// covers (b / B, (b + 1) / B], the first one 0 as well. Equal-mass bins hold N / B rows, give or
// take one, in order of confidence; rows of equal confidence stay together, so that their order
// cannot matter.
[[nodiscard]] Calibration calibrationOf(std::span<const float> confidence,
                                        std::span<const std::uint8_t> right,
                                        const CalibrationOptions& options = {});

// The bins of an evaluation; confidence and right as above. Rows without a finite confidence (a
// model that has diverged) are in no bin.
[[nodiscard]] std::vector<ConfidenceBin> confidenceBinsOf(std::span<const float> confidence,
                                                          std::span<const std::uint8_t> right);

// The same summary from an evaluation's bins: equal widths, nothing lost but the order of the rows.
[[nodiscard]] Calibration calibrationOf(std::span<const ConfidenceBin> bins);

}  // namespace w2s::metrics
