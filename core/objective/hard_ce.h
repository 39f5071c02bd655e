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

[[nodiscard]] TermResult evaluate(const config::HardCe& settings, const Batch& batch, Need need);

template <class T>
T evaluateRow(const config::HardCe&, const Row<T>& row, T scale, T* gradient) {
  return classCeRow(row, firstLargest(row.w, row.classes), scale, gradient);
}

}  // namespace w2s::objective
