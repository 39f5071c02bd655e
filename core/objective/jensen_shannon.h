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

#include <ATen/ops/log.h>
#include <ATen/ops/xlogy.h>

#include "core/config/objective_config.h"
#include "core/objective/batch.h"
#include "core/objective/term.h"

namespace w2s::objective {

// factor * J of all rows and of one.
[[nodiscard]] inline TermRows mixture(double beta, double factor, const Batch& batch) {
  const at::Tensor& w = batch.w();
  const at::Tensor& p = batch.p();
  const at::Tensor log_m = at::log(w.mul(beta).add(p, 1.0 - beta).clamp_min(kTiny));
  const at::Tensor log_ratio = batch.logP().sub(log_m);
  const at::Tensor from_weak = at::xlogy(w, w).sub(w.mul(log_m));
  const at::Tensor divergence = from_weak.mul(beta).add(p.mul(log_ratio), 1.0 - beta);
  return {.values = divergence.sum(1).mul(factor),
          .gradient = throughSoftmax(p, log_ratio).mul((1.0 - beta) * factor)};
}

template <class T>
T mixtureRow(double beta_of_weak, double factor, const Row<T>& row, RowGradient<T>& gradient) {
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
  const T slope = static_cast<T>(factor) * rest;
  for (std::int64_t c = 0; c < row.classes; ++c) {
    gradient.add(c, slope * row.p[c], row.log_p[c] - log_mixture(c) - from_student);
  }
  return static_cast<T>(factor) * (beta * from_weak + rest * from_student);
}

[[nodiscard]] inline double normalisation(const config::JensenShannon& settings) {
  return 1.0 / (settings.beta * (1.0 - settings.beta));
}

[[nodiscard]] inline TermRows evaluate(const config::JensenShannon& settings, const Batch& batch) {
  return mixture(settings.beta, normalisation(settings), batch);
}
[[nodiscard]] inline TermRows evaluate(const config::Gkd& settings, const Batch& batch) {
  return mixture(settings.beta, 1.0, batch);
}

template <class T>
T evaluateRow(const config::JensenShannon& settings, const Row<T>& row, RowGradient<T>& gradient) {
  return mixtureRow(settings.beta, normalisation(settings), row, gradient);
}
template <class T>
T evaluateRow(const config::Gkd& settings, const Row<T>& row, RowGradient<T>& gradient) {
  return mixtureRow(settings.beta, 1.0, row, gradient);
}

}  // namespace w2s::objective
