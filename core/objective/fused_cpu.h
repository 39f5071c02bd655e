// The objective on a CPU in plain loops over rows: the terms' evaluateRow functions on shared
// softmax rows.
//
// Same contract and results (up to rounding) as the whole-batch ATen form in objective.cpp; for a
// batch [128, 10] it takes a fraction of the time, because each of some thirty small ATen calls
// costs 1-6 us whatever it computes. float and double. Values are summed over rows in double, in
// row order; one thread. The input need not be contiguous.
#pragma once

#include "core/objective/objective.h"

namespace w2s::objective {

[[nodiscard]] Objective::Output evaluateFused(std::span<const Term> terms,
                                              const ObjectiveInput& input,
                                              std::span<const double> weights, double temperature);

}  // namespace w2s::objective
