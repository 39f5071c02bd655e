#include "core/train/linear_probe.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/index_select.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/sum.h>
#include <ATen/ops/zeros.h>

#include "core/train/linear_kernels.h"

namespace w2s::train {

namespace {

SplitTensors contiguous(SplitTensors features) {
  for (auto& [name, values] : features.splits) {
    values = values.contiguous();
  }
  return features;
}

}  // namespace

LinearProbe::LinearProbe(SplitTensors features, std::int64_t classes)
    : features_(contiguous(std::move(features))),
      reader_(features_.readerOf(features_.trained_on)),
      training_(reader_ != nullptr ? reader_->block(0, 0) : features_.training()),
      on_host_(training_.is_cpu() && training_.scalar_type() == at::kFloat) {
  const auto options = training_.options();
  weight_ = at::zeros({classes, features_.width()}, options);
  bias_ = at::zeros({classes}, options);
  parameters_ = FlatParameters({{"head.weight", weight_}, {"head.bias", bias_}});
  weight_transposed_ = weight_.t();
  weight_gradient_ = parameters_.gradientViews()[0];
  bias_gradient_ = parameters_.gradientViews()[1];
  batch_features_ = at::empty({0}, options);
  batch_logits_ = at::empty({0}, options);
}

const float* LinearProbe::hostFeatures() const {
  return (reader_ != nullptr ? batch_features_ : training_).const_data_ptr<float>();
}

const std::int64_t* LinearProbe::hostRows() const {
  return reader_ != nullptr ? nullptr : batch_rows_.const_data_ptr<std::int64_t>();
}

at::Tensor LinearProbe::forward(const Batch& batch) {
  const at::NoGradGuard no_grad;
  if (reader_ != nullptr) {
    batch_features_ = reader_->gather(batch.rows);
  }
  if (on_host_) {
    batch_rows_ = batch.rows;
    if (batch_logits_.dim() != 2 || batch_logits_.size(0) != batch.rows.size(0)) {
      batch_logits_ = at::empty({batch.rows.size(0), bias_.size(0)}, bias_.options());
    }
    linearForward(
        {.rows = batch.rows.size(0), .features = weight_.size(1), .classes = weight_.size(0)},
        hostFeatures(), hostRows(), weight_.const_data_ptr<float>(), bias_.const_data_ptr<float>(),
        batch_logits_.mutable_data_ptr<float>());
    return batch_logits_;
  }
  if (reader_ == nullptr) {
    at::index_select_out(batch_features_, training_, 0, batch.rows);
  }
  at::addmm_out(batch_logits_, bias_, batch_features_, weight_transposed_);
  return batch_logits_;
}

void LinearProbe::backward(const at::Tensor& logits_gradient) {
  const at::NoGradGuard no_grad;
  if (on_host_) {
    const at::Tensor gradient = logits_gradient.contiguous();
    linearBackward(
        {.rows = gradient.size(0), .features = weight_.size(1), .classes = weight_.size(0)},
        hostFeatures(), hostRows(), gradient.const_data_ptr<float>(),
        weight_gradient_.mutable_data_ptr<float>(), bias_gradient_.mutable_data_ptr<float>());
    return;
  }
  at::mm_out(weight_gradient_, logits_gradient.t(), batch_features_);
  at::sum_out(bias_gradient_, logits_gradient, 0);
}

at::Tensor LinearProbe::logits(std::string_view split) {
  const at::NoGradGuard no_grad;
  return logitsInBlocks(features_, split,
                        [this](const at::Tensor& features) { return logitsOf(features); });
}

at::Tensor LinearProbe::logitsOf(const at::Tensor& features) const {
  if (!on_host_) {
    return at::addmm(bias_, features, weight_transposed_);
  }
  at::Tensor logits = at::empty({features.size(0), bias_.size(0)}, bias_.options());
  linearForward({.rows = features.size(0), .features = weight_.size(1), .classes = weight_.size(0)},
                features.const_data_ptr<float>(), /*rows=*/nullptr, weight_.const_data_ptr<float>(),
                bias_.const_data_ptr<float>(), logits.mutable_data_ptr<float>());
  return logits;
}

}  // namespace w2s::train
