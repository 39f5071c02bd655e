// The objective on a CPU in plain loops over rows: the terms' evaluateRow functions on shared
// softmax rows.
//
// Same contract and results (up to rounding) as the whole-batch ATen form in objective.cpp; for a
// batch [128, 10] it takes a fraction of the time, because each of some thirty small ATen calls
// costs 1-6 us whatever it computes. float and double. Values are summed over rows in double, in
// row order; one thread. `logits` and `weak` need not be contiguous.
#pragma once

#include "core/config/objective_config.h"
#include "core/objective/objective.h"

namespace w2s::objective {

[[nodiscard]] Objective::Output evaluateFused(const config::ObjectiveConfig& config,
                                              const at::Tensor& logits, const at::Tensor& weak,
                                              const at::Tensor& targets, const TermWeights& weights,
                                              double temperature);

}  // namespace w2s::objective
