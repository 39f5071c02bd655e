// Generalised Jensen-Shannon divergence, normalised (jensen_shannon) and as it is (gkd).
//
//     J(w, p) = beta KL(w || m) + (1 - beta) KL(p || m),    m = beta w + (1 - beta) p
//     dJ/dz_c = p_c (r_c - sum_j p_j r_j),   r_c = (1 - beta) (log p_c - log m_c)
//     gkd: D = J        jensen_shannon: D = J / (beta (1 - beta))
//
// beta in (0, 1). J lies in [0, log 2] for beta = .5 and is symmetric there; 0 where p = w. The
// gradient is bounded, so a confidently wrong weak label pulls less than under forward KL. The
// normalised form joins the two KLs: KL(w || p) as beta goes to 0, KL(p || w) as beta goes to 1; J
// itself goes to 0 at both ends.
// Source: Lin 1991; as a distillation loss Agarwal et al. 2024 (GKD).
#pragma once

#include <algorithm>
#include <cmath>

#include "core/config/objective_config.h"
#include "core/objective/batch.h"
#include "core/objective/term.h"

namespace w2s::objective {

[[nodiscard]] TermResult evaluate(const config::JensenShannon& settings, const Batch& batch,
                                  Need need);
[[nodiscard]] TermResult evaluate(const config::Gkd& settings, const Batch& batch, Need need);

// factor * J of one row.
template <class T>
T mixtureRow(double beta_of_weak, T factor, const Row<T>& row, T scale, T* gradient) {
  const T beta = static_cast<T>(beta_of_weak);
  const T rest = static_cast<T>(1.0 - beta_of_weak);
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
    const T scale_of_row = scale * factor * rest;
    for (std::int64_t c = 0; c < row.classes; ++c) {
      gradient[c] += scale_of_row * row.p[c] * (row.log_p[c] - log_mixture(c) - from_student);
    }
  }
  return factor * (beta * from_weak + rest * from_student);
}

[[nodiscard]] inline double normalisation(const config::JensenShannon& settings) {
  return 1.0 / (settings.beta * (1.0 - settings.beta));
}

template <class T>
T evaluateRow(const config::JensenShannon& settings, const Row<T>& row, T scale, T* gradient) {
  return mixtureRow(settings.beta, static_cast<T>(normalisation(settings)), row, scale, gradient);
}
template <class T>
T evaluateRow(const config::Gkd& settings, const Row<T>& row, T scale, T* gradient) {
  return mixtureRow(settings.beta, T{1}, row, scale, gradient);
}

}  // namespace w2s::objective
