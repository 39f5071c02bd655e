#include "core/train/flat_parameters.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/zeros_like.h>

namespace w2s::train {

FlatParameters::FlatParameters(const NamedTensors& parameters) {
  const at::NoGradGuard no_grad;
  std::int64_t total = 0;
  for (const auto& parameter : parameters) {
    total += parameter.tensor.numel();
  }
  values_ = at::empty({total}, parameters.front().tensor.options().requires_grad(false));
  gradient_ = at::zeros_like(values_);
  std::int64_t offset = 0;
  for (const auto& parameter : parameters) {
    at::Tensor tensor = parameter.tensor;  // shares the model's tensor object
    const auto count = tensor.numel();
    const at::Tensor view = values_.narrow(0, offset, count).view(tensor.sizes());
    view.copy_(tensor);
    tensor.set_data(view);
    gradient_views_.push_back(gradient_.narrow(0, offset, count).view(tensor.sizes()));
    if (tensor.requires_grad()) {
      tensor.mutable_grad() = gradient_views_.back();
    }
    offset += count;
  }
}

}  // namespace w2s::train
