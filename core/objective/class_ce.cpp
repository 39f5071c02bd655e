#include "core/objective/class_ce.h"

#include <ATen/ops/full.h>
#include <ATen/ops/gather.h>

namespace w2s::objective {

TermResult classCe(const Batch& batch, const at::Tensor& classes, Need need) {
  const auto rows = static_cast<double>(batch.rows());
  const at::Tensor index = classes.unsqueeze(1);  // [B, 1]
  TermResult result{.value = at::gather(batch.logP(), 1, index).sum().div(-rows), .gradient = {}};
  if (need == Need::ValueAndGradient) {
    const at::Tensor minus_one = at::full({1, 1}, -1.0, batch.p().options()).expand(index.sizes());
    result.gradient = batch.p().scatter_add(1, index, minus_one).div(rows);
  }
  return result;
}

}  // namespace w2s::objective
