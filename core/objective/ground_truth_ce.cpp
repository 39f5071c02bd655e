#include "core/objective/ground_truth_ce.h"

#include <ATen/ops/gather.h>

namespace w2s::objective {

TermResult groundTruthCe(const Batch& batch, const at::Tensor& targets, Need need) {
  const at::Tensor allowed = targets.ge(0).to(batch.logP().scalar_type()).unsqueeze(1);  // [B, 1]
  const at::Tensor share = allowed.div(allowed.sum().clamp_min(1));                      // 1/n or 0
  const at::Tensor index = targets.clamp_min(0).unsqueeze(1);
  TermResult result{.value = at::gather(batch.logP(), 1, index).mul(share).sum().neg(),
                    .gradient = {}};
  if (need == Need::ValueAndGradient) {
    result.gradient = batch.p().mul(share).scatter_add(1, index, share.neg());
  }
  return result;
}

}  // namespace w2s::objective
