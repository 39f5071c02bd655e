#include "core/objective/jensen_shannon.h"

#include <ATen/ops/log.h>
#include <ATen/ops/xlogy.h>

namespace w2s::objective {
namespace {

TermResult mixture(double beta, double factor, const Batch& batch, Need need) {
  const double share = factor / static_cast<double>(batch.rows());
  const at::Tensor& w = batch.w();
  const at::Tensor& p = batch.p();
  const at::Tensor log_m = at::log(w.mul(beta).add(p, 1.0 - beta).clamp_min(kTiny));
  const at::Tensor log_ratio = batch.logP().sub(log_m);
  const at::Tensor from_weak = at::xlogy(w, w).sub(w.mul(log_m));
  const at::Tensor divergence = from_weak.mul(beta).add(p.mul(log_ratio), 1.0 - beta);
  TermResult result{.value = divergence.sum().mul(share), .gradient = {}};
  if (need == Need::ValueAndGradient) {
    result.gradient = throughSoftmax(p, log_ratio).mul((1.0 - beta) * share);
  }
  return result;
}

}  // namespace

TermResult evaluate(const config::JensenShannon& settings, const Batch& batch, Need need) {
  return mixture(settings.beta, normalisation(settings), batch, need);
}

TermResult evaluate(const config::Gkd& settings, const Batch& batch, Need need) {
  return mixture(settings.beta, 1.0, batch, need);
}

}  // namespace w2s::objective
