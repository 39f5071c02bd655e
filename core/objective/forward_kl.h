// Forward Kullback-Leibler divergence, the book's KD loss.
//
//     D(w, p) = sum_c w_c (log w_c - log p_c),  0 log 0 = 0            dD/dz = p - w
//
// In [0, inf); 0 where p = w. Covers every class the weak model gives weight to.
// Source: Xiao & Zhu, Foundations of Large Language Models, eq. 4.12; with temperature Hinton et
// al. 2015, section 2.
#pragma once

#include <ATen/ops/xlogy.h>

#include "core/config/objective_config.h"
#include "core/objective/batch.h"
#include "core/objective/term.h"

namespace w2s::objective {

[[nodiscard]] inline TermRows evaluate(const config::ForwardKl&, const Batch& batch) {
  const at::Tensor& w = batch.w();
  return {.values = at::xlogy(w, w).sub(w.mul(batch.logP())).sum(1), .gradient = batch.p().sub(w)};
}

template <class T>
T evaluateRow(const config::ForwardKl&, const Row<T>& row, RowGradient<T>& gradient) {
  T value = 0;
  for (std::int64_t c = 0; c < row.classes; ++c) {
    value += row.w[c] != 0 ? row.w[c] * (row.log_w[c] - row.log_p[c]) : T{0};
    gradient.add(c, row.p[c] - row.w[c]);
  }
  return value;
}

}  // namespace w2s::objective
