// Forward Kullback-Leibler divergence, the book's KD loss.
//
//     D(w, p) = sum_c w_c (log w_c - log p_c),  0 log 0 = 0            dD/dz = p - w
//
// In [0, inf); 0 where p = w. Covers every class the weak model gives weight to.
// Source: Xiao & Zhu, Foundations of Large Language Models, eq. 4.12; with temperature Hinton et
// al. 2015, section 2.
#pragma once

#include "core/config/objective_config.h"
#include "core/objective/batch.h"
#include "core/objective/term.h"

namespace w2s::objective {

[[nodiscard]] TermResult evaluate(const config::ForwardKl& settings, const Batch& batch, Need need);

template <class T>
T evaluateRow(const config::ForwardKl&, const Row<T>& row, T scale, T* gradient) {
  T value = 0;
  for (std::int64_t c = 0; c < row.classes; ++c) {
    value += row.w[c] != 0 ? row.w[c] * (row.log_w[c] - row.log_p[c]) : T{0};
  }
  if (scale != 0) {
    for (std::int64_t c = 0; c < row.classes; ++c) {
      gradient[c] += scale * (row.p[c] - row.w[c]);
    }
  }
  return value;
}

}  // namespace w2s::objective
