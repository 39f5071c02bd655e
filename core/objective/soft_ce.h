// Cross-entropy against soft weak labels.
//
//     D(w, p) = -sum_c w_c log p_c            dD/dz = p - w
//
// Value >= H(w), not 0, at p = w: a curve of forward KL is easier to read; the gradients are equal.
// Source: Burns et al. 2023, section 3 (naive finetuning on soft labels); openai/weak-to-strong,
// xent_loss.
#pragma once

#include "core/config/objective_config.h"
#include "core/objective/batch.h"
#include "core/objective/term.h"

namespace w2s::objective {

template <>
struct TermTraits<config::SoftCe> : ReadsWeakLabels {
  static constexpr bool kLogWeak = false;
};

[[nodiscard]] inline TermRows evaluate(const config::SoftCe&, const Batch& batch) {
  return {.values = batch.w().mul(batch.logP()).sum(1).neg(), .gradient = batch.p().sub(batch.w())};
}

template <class T>
T evaluateRow(const config::SoftCe&, const Row<T>& row, RowGradient<T>& gradient) {
  T value = 0;
  for (std::int64_t c = 0; c < row.classes; ++c) {
    value -= row.w[c] * row.log_p[c];
    gradient.add(c, row.p[c] - row.w[c]);
  }
  return value;
}

}  // namespace w2s::objective
