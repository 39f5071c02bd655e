#include "core/objective/reverse_kl.h"

namespace w2s::objective {

at::Tensor smoothed(const at::Tensor& weak, double smoothing) {
  const double uniform = smoothing / static_cast<double>(weak.size(1));
  return weak.mul(1.0 - smoothing).add(uniform).clamp_min(kTiny);
}

TermResult evaluate(const config::ReverseKl&, const Batch& batch, Need need) {
  const auto rows = static_cast<double>(batch.rows());
  const at::Tensor log_ratio = batch.logP().sub(batch.logW());
  TermResult result{.value = batch.p().mul(log_ratio).sum().div(rows), .gradient = {}};
  if (need == Need::ValueAndGradient) {
    result.gradient = throughSoftmax(batch.p(), log_ratio).div(rows);
  }
  return result;
}

}  // namespace w2s::objective
