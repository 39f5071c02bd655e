// Generalised Jensen-Shannon divergence.
//
//     D(w, p) = beta KL(w || m) + (1 - beta) KL(p || m),    m = beta w + (1 - beta) p
//     dD/dz_c = p_c (r_c - sum_j p_j r_j),   r_c = (1 - beta) (log p_c - log m_c)
//
// beta in (0, 1). In [0, log 2] for beta = .5, symmetric there; 0 where p = w. The gradient is
// bounded, so a confidently wrong weak label pulls less than under forward KL. beta near 0 behaves
// like beta * forward KL, beta near 1 like (1 - beta) * reverse KL. Source: Lin 1991; as a
// distillation loss Agarwal et al. 2024 (GKD).
#pragma once

#include <algorithm>
#include <cmath>

#include "core/config/objective_config.h"
#include "core/objective/batch.h"
#include "core/objective/term.h"

namespace w2s::objective {

[[nodiscard]] TermResult evaluate(const config::JensenShannon& settings, const Batch& batch,
                                  Need need);

template <class T>
T evaluateRow(const config::JensenShannon& settings, const Row<T>& row, T scale, T* gradient) {
  const T beta = static_cast<T>(settings.beta);
  const T rest = static_cast<T>(1.0 - settings.beta);
  const auto log_mixture = [&](std::int64_t c) {
    return std::log(std::max(beta * row.w[c] + rest * row.p[c], static_cast<T>(kTiny)));
  };
  T from_weak = 0;
  T from_student = 0;  // KL(p || m): also the mean of r / rest under p
  for (std::int64_t c = 0; c < row.classes; ++c) {
    const T log_m = log_mixture(c);
    from_weak += row.w[c] != 0 ? row.w[c] * (row.log_w[c] - log_m) : T{0};
    from_student += row.p[c] * (row.log_p[c] - log_m);
  }
  if (scale != 0) {
    for (std::int64_t c = 0; c < row.classes; ++c) {
      gradient[c] += scale * rest * row.p[c] * (row.log_p[c] - log_mixture(c) - from_student);
    }
  }
  return beta * from_weak + rest * from_student;
}

}  // namespace w2s::objective
