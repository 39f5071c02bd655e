#include "core/objective/forward_kl.h"

#include <ATen/ops/xlogy.h>

namespace w2s::objective {

TermResult evaluate(const config::ForwardKl&, const Batch& batch, Need need) {
  const auto rows = static_cast<double>(batch.rows());
  const at::Tensor& w = batch.w();
  TermResult result{.value = at::xlogy(w, w).sub(w.mul(batch.logP())).sum().div(rows),
                    .gradient = {}};
  if (need == Need::ValueAndGradient) {
    result.gradient = batch.p().sub(w).div(rows);
  }
  return result;
}

}  // namespace w2s::objective
