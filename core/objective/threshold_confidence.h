// Confidence in the student's prediction, hardened so that a batch keeps the weak labels' class
// balance.
//
//     C(p, w) = CE(onehot(h), p), no gradient through h
//     two classes:  h_i = 1 below t, 0 above it,
//                   t = quantile of u_i = log p_i0 - log p_i1 over the batch at mean_i w_i1
//     K classes:    h_i = argmax_c (log p_ic + log wbar_c - log pbar_c),  bars: means over the batch
//
// Everything is computed from log-probabilities, so a probability that underflows to 0 still has
// its order. Ties. Two classes: rows exactly at t are split so that the number of rows of class 1
// comes nearest to sum_i w_i1; the rows whose weak label leans most to class 1 become 1, on equal
// labels the first. K classes: of equal classes the one that the row's weak label gives more. A
// batch of one row has no balance to keep: h is its argmax (runs with such batches are refused).
//
// It reads the whole batch: the same row may be hardened differently in another one. Temperature
// does not enter. Source: Burns et al. 2023, eq. 1 and appendix A.4; openai/weak-to-strong,
// logconf_loss_fn (two classes).
//
// Deviations: the paper gives no rule for more than two classes. Ours scales each class's
// probability by how much more the weak labels use it than the student does, so a student's drift
// to one class is undone. Two classes keep the balance to within a row, K classes approximately.
// The script's quantile gives all rows at t to class 0; openai_reference keeps that.
#pragma once

#include <cstdint>
#include <vector>

#include "core/config/objective_config.h"
#include "core/objective/batch.h"
#include "core/objective/term.h"

namespace w2s::objective {

// h, int64 [B].
[[nodiscard]] at::Tensor harden(const config::ThresholdConfidence& settings, const Batch& batch);

// The same in plain loops. If a value is NaN, so is the term; h is then some class.
template <class T>
[[nodiscard]] std::vector<std::int64_t> hardenRows(const config::ThresholdConfidence& settings,
                                                   const BatchRows<T>& batch);

}  // namespace w2s::objective
