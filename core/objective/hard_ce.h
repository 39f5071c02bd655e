// Cross-entropy against the weak label's most probable class: fine-tuning on labels that the weak
// model generates.
//
//     D(w, p) = -log p_h,  h = argmax_c w_c (the first on a tie)            dD/dz = p - onehot(h)
//
// Ignores the temperature, which cannot change an argmax. Source: Xiao & Zhu, eq. 4.10.
#pragma once

#include "core/config/objective_config.h"
#include "core/objective/class_ce.h"

namespace w2s::objective {

template <>
struct TermTraits<config::HardCe> : ReadsWeakLabels {
  static constexpr bool kLogWeak = false;
  static constexpr bool kTempered = false;
};

[[nodiscard]] inline TermRows evaluate(const config::HardCe&, const Batch& batch) {
  return classCe(batch, batch.w().argmax(1));
}

template <class T>
T evaluateRow(const config::HardCe&, const Row<T>& row, RowGradient<T>& gradient) {
  return classCeRow(row, firstLargest(row.w, row.classes), gradient);
}

}  // namespace w2s::objective
