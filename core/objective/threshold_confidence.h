// Confidence in the student's prediction, hardened so that a batch keeps the weak labels' class
// balance.
//
//     C(p, w) = CE(onehot(h), p), no gradient through h
//     two classes:  h_i = 0 if p_i0 >= t else 1,
//                   t = quantile of p_.0 over the batch at mean_i w_i1
//     K classes:    h_i = argmax_c p_ic wbar_c / pbar_c,  bars: means over the batch
//
// The quantile interpolates linearly; a share mean w_1 of the rows falls below t and becomes
// class 1. It reads the whole batch: the same row may be hardened differently in another one.
// Temperature does not enter. Source: Burns et al. 2023, eq. 1 and appendix A.4;
// openai/weak-to-strong, logconf_loss_fn (two classes).
//
// Deviation: the paper gives no rule for more than two classes. Ours scales each class's
// probability by how much more the weak labels use it than the student does, so a student's drift
// to one class is undone. Two classes keep the balance to within a row, K classes by their means
// only.
#pragma once

#include <cstdint>
#include <vector>

#include "core/config/objective_config.h"
#include "core/objective/batch.h"

namespace w2s::objective {

// h, int64 [B].
[[nodiscard]] at::Tensor harden(const config::ThresholdConfidence& settings, const Batch& batch);

// The two-class rule and, for p and w [rows, classes] row-major in host memory, both rules in plain
// loops.
[[nodiscard]] at::Tensor hardenByQuantile(const Batch& batch);
template <class T>
[[nodiscard]] std::vector<std::int64_t> hardenByQuantile(const T* p, const T* w, std::int64_t rows);
template <class T>
[[nodiscard]] std::vector<std::int64_t> hardenByPrior(const T* p, const T* w, std::int64_t rows,
                                                      std::int64_t classes);

}  // namespace w2s::objective
