#include "core/train/flat_parameters.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/zeros_like.h>

namespace w2s::train {

namespace {

// A part of `flat` with the shape and the layout of `like` (channels_last weights stay so).
at::Tensor partLike(const at::Tensor& flat, std::int64_t offset, const at::Tensor& like) {
  const at::Tensor part = flat.narrow(0, offset, like.numel());
  return like.is_non_overlapping_and_dense() ? part.as_strided(like.sizes(), like.strides(), offset)
                                             : part.view(like.sizes());
}

}  // namespace

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
    const at::Tensor view = partLike(values_, offset, tensor);
    view.copy_(tensor);
    tensor.set_data(view);
    gradient_views_.push_back(partLike(gradient_, offset, view));
    if (tensor.requires_grad()) {
      tensor.mutable_grad() = gradient_views_.back();
    }
    offset += count;
  }
}

}  // namespace w2s::train
