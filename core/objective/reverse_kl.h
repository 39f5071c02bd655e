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

template <>
struct TermTraits<config::ReverseKl> : ReadsWeakLabels {
  static constexpr bool kChangesWeak = true;
};

// v, from the weak probability of one class and from those of a batch. `row.log_w` and
// `batch.logW()` hold log v.
template <class T>
[[nodiscard]] T comparedWeak(const config::ReverseKl& kind, T weak, std::int64_t classes) {
  const T uniform = static_cast<T>(kind.smoothing / static_cast<double>(classes));
  return std::max(weak * static_cast<T>(1.0 - kind.smoothing) + uniform, static_cast<T>(kTiny));
}
[[nodiscard]] inline at::Tensor comparedWeak(const config::ReverseKl& kind,
                                             const at::Tensor& weak) {
  const double uniform = kind.smoothing / static_cast<double>(weak.size(1));
  return weak.mul(1.0 - kind.smoothing).add(uniform).clamp_min(kTiny);
}

[[nodiscard]] inline TermRows evaluate(const config::ReverseKl&, const Batch& batch) {
  const at::Tensor log_ratio = batch.logP().sub(batch.logW());
  return {.values = batch.p().mul(log_ratio).sum(1),
          .gradient = throughSoftmax(batch.p(), log_ratio)};
}

template <class T>
T evaluateRow(const config::ReverseKl&, const Row<T>& row, RowGradient<T>& gradient) {
  T value = 0;
  for (std::int64_t c = 0; c < row.classes; ++c) {
    value += row.p[c] * (row.log_p[c] - row.log_w[c]);
  }
  for (std::int64_t c = 0; c < row.classes; ++c) {
    gradient.add(c, row.p[c], row.log_p[c] - row.log_w[c] - value);
  }
  return value;
}

}  // namespace w2s::objective
