// Entropy of the student's prediction.
//
//     H(p) = -sum_c p_c log p_c            dH/dz_c = -p_c (log p_c + H)
//
// In [0, log K]. A positive weight sharpens the student, a negative one flattens it. The gradient
// flows through both factors, which is what makes it a true entropy term: with p detached in one of
// them it would be a rescaled cross-entropy. Source: Grandvalet & Bengio 2004; tried in
// Burns et al. 2023, appendix B.
#pragma once

#include "core/config/objective_config.h"
#include "core/objective/batch.h"
#include "core/objective/term.h"

namespace w2s::objective {

template <>
struct TermTraits<config::Entropy> : ReadsWeakLabels {
  static constexpr bool kWeak = false;
  static constexpr bool kLogWeak = false;
  static constexpr bool kTempered = false;
};

[[nodiscard]] inline TermRows evaluate(const config::Entropy&, const Batch& batch) {
  return {.values = batch.p().mul(batch.logP()).sum(1).neg(),
          .gradient = throughSoftmax(batch.p(), batch.logP()).neg()};
}

template <class T>
T evaluateRow(const config::Entropy&, const Row<T>& row, RowGradient<T>& gradient) {
  T value = 0;
  for (std::int64_t c = 0; c < row.classes; ++c) {
    value -= row.p[c] * row.log_p[c];
  }
  for (std::int64_t c = 0; c < row.classes; ++c) {
    gradient.add(c, row.p[c], -(row.log_p[c] + value));
  }
  return value;
}

}  // namespace w2s::objective
