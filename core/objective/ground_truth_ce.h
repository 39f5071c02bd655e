// Cross-entropy against ground truth on the rows that may use it.
//
//     L = (1/n) sum_{i: y_i >= 0} -log p_{i, y_i},    n = number of rows with y_i >= 0
//     dL/dz_i = (p_i - onehot(y_i)) / n where y_i >= 0, else 0
//
// y int64 [B] in [-1, K); -1: this row's ground truth must not be used. The mean is over the
// allowed rows, so the weight means the same at every share of allowed rows; a batch without one
// contributes 0 and no gradient. With all rows allowed this is plain mean cross-entropy. Source:
// Xiao & Zhu, eq. 4.13 (first sum).
#pragma once

#include "core/config/objective_config.h"
#include "core/objective/class_ce.h"

namespace w2s::objective {

template <>
struct TermTraits<config::GroundTruth> : ReadsWeakLabels {
  static constexpr bool kWeak = false;
  static constexpr bool kLogWeak = false;
  static constexpr bool kTarget = true;
  static constexpr bool kTempered = false;
};

// Rows without ground truth have some value here; the caller leaves them out.
[[nodiscard]] inline TermRows evaluate(const config::GroundTruth&, const Batch& batch,
                                       const at::Tensor& targets) {
  return classCe(batch, targets.clamp_min(0));
}

template <class T>
T evaluateRow(const config::GroundTruth&, const Row<T>& row, RowGradient<T>& gradient) {
  return classCeRow(row, row.target, gradient);
}

}  // namespace w2s::objective
