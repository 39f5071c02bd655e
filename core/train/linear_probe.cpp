#include "core/train/linear_probe.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/index_select.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/sum.h>
#include <ATen/ops/zeros.h>

namespace w2s::train {

const at::Tensor& SplitFeatures::of(EvaluationSplit split) const {
  switch (split) {
    case EvaluationSplit::Validation:
      return validation;
    case EvaluationSplit::Test:
      return test;
    case EvaluationSplit::Transfer:
      return transfer;
  }
  return test;
}

LinearProbe::LinearProbe(SplitFeatures features, std::int64_t classes)
    : features_(std::move(features)) {
  const auto options = features_.transfer.options();
  weight_ = at::zeros({classes, features_.transfer.size(1)}, options);
  bias_ = at::zeros({classes}, options);
  parameters_ = FlatParameters({{"head.weight", weight_}, {"head.bias", bias_}});
  weight_transposed_ = weight_.t();
  weight_gradient_ = parameters_.gradientViews()[0];
  bias_gradient_ = parameters_.gradientViews()[1];
  batch_features_ = at::empty({0}, options);
  batch_logits_ = at::empty({0}, options);
}

at::Tensor LinearProbe::forward(const Batch& batch) {
  const at::NoGradGuard no_grad;
  at::index_select_out(batch_features_, features_.transfer, 0, batch.rows);
  at::addmm_out(batch_logits_, bias_, batch_features_, weight_transposed_);
  return batch_logits_;
}

void LinearProbe::backward(const at::Tensor& logits_gradient) {
  const at::NoGradGuard no_grad;
  at::mm_out(weight_gradient_, logits_gradient.t(), batch_features_);
  at::sum_out(bias_gradient_, logits_gradient, 0);
}

at::Tensor LinearProbe::logits(EvaluationSplit split) {
  const at::NoGradGuard no_grad;
  return at::addmm(bias_, features_.of(split), weight_transposed_);
}

}  // namespace w2s::train
