// Reverse Kullback-Leibler divergence against smoothed weak labels.
//
//     v = w (1 - eps) + eps / K,    D(v, p) = sum_c p_c (log p_c - log v_c)
//     dD/dz_c = p_c (r_c - sum_j p_j r_j),   r_c = log p_c - log v_c
//
// Mode-seeking: the student may drop classes that the weak model spreads over. Smoothing comes
// before temperature. Without smoothing (eps = 0) a weak label of 0 counts as 1.2e-38, so the
// divergence stays finite (at most about 87 a row). Minimum 0 at p = v. Source: Yao et al. 2025
// (arXiv 2502.11107), reverse KL loss with smoothed labels.
#pragma once

#include <algorithm>

#include "core/config/objective_config.h"
#include "core/objective/batch.h"
#include "core/objective/term.h"

namespace w2s::objective {

[[nodiscard]] at::Tensor smoothed(const at::Tensor& weak, double smoothing);

template <class T>
T smoothed(T weak, double smoothing, std::int64_t classes) {
  const T uniform = static_cast<T>(smoothing / static_cast<double>(classes));
  return std::max(weak * static_cast<T>(1.0 - smoothing) + uniform, static_cast<T>(kTiny));
}

// `batch.logW()` and `row.log_w` hold log v; w itself is not read.
[[nodiscard]] TermResult evaluate(const config::ReverseKl& settings, const Batch& batch, Need need);

template <class T>
T evaluateRow(const config::ReverseKl&, const Row<T>& row, T scale, T* gradient) {
  const auto log_ratio = [&](std::int64_t c) { return row.log_p[c] - row.log_w[c]; };
  T value = 0;
  for (std::int64_t c = 0; c < row.classes; ++c) {
    value += row.p[c] * log_ratio(c);
  }
  if (scale != 0) {
    for (std::int64_t c = 0; c < row.classes; ++c) {
      gradient[c] += scale * row.p[c] * (log_ratio(c) - value);
    }
  }
  return value;
}

}  // namespace w2s::objective
