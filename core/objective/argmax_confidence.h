// Confidence in the student's most probable class.
//
//     C(p) = CE(onehot(h), p),  h = argmax_c p_c (the first on a tie), no gradient through h
//
// Hard bootstrapping: the student is told that it is right. On a hard task it may collapse to one
// class, which the prior-matched threshold prevents. Source: Reed et al. 2015 (hard bootstrapping).
#pragma once

#include "core/config/objective_config.h"
#include "core/objective/class_ce.h"

namespace w2s::objective {

// h, int64 [B].
[[nodiscard]] at::Tensor harden(const config::ArgmaxConfidence& settings, const Batch& batch);

}  // namespace w2s::objective
