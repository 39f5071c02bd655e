#include "core/train/network.h"

#include <algorithm>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/cat.h>

#include "core/train/image_batches.h"

namespace w2s::train {
namespace {

constexpr std::int64_t kRowsAChunk =
    500;  // of an evaluation; keeps activations in the processor's cache

// Autograd adds into the gradient views, so they start at zero.
void runBackward(const FlatParameters& parameters, const at::Tensor& logits,
                 const at::Tensor& gradient) {
  parameters.gradient().zero_();
  logits.backward(gradient);
}

NamedTensors trained(NamedTensors parameters) {
  for (auto& [name, tensor] : parameters) {
    tensor.requires_grad_(true);
  }
  return parameters;
}

NamedTensors joined(NamedTensors first, const NamedTensors& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

}  // namespace

HeadOnFeatures::HeadOnFeatures(SplitFeatures features, models::Head head)
    : features_(std::move(features)),
      head_(std::move(head)),
      parameters_(trained(head_.parameters())) {}

at::Tensor HeadOnFeatures::forward(const Batch& batch) {
  logits_ = head_.logits(features_.transfer.index_select(0, batch.rows));
  return logits_.detach();
}

void HeadOnFeatures::backward(const at::Tensor& logits_gradient) {
  runBackward(parameters_, logits_, logits_gradient);
  logits_.reset();
}

at::Tensor HeadOnFeatures::logits(EvaluationSplit split) {
  const at::NoGradGuard no_grad;
  return head_.logits(features_.of(split));
}

const at::Tensor& SplitImages::of(EvaluationSplit split) const {
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

FineTuned::FineTuned(SplitImages images, std::shared_ptr<models::Backbone> backbone,
                     std::optional<models::FeatureScaling> scaling, models::Head head)
    : images_(std::move(images)),
      backbone_(std::move(backbone)),
      scaling_(std::move(scaling)),
      head_(std::move(head)),
      parameters_(trained(joined(backbone_->parameters(), head_.parameters()))) {}

at::Tensor FineTuned::logitsOf(const at::Tensor& images, models::Mode mode) {
  const at::Tensor features = backbone_->features(images, mode);
  return head_.logits(scaling_ ? scaling_->apply(features) : features);
}

at::Tensor FineTuned::forward(const Batch& batch) {
  logits_ = logitsOf(batch.images, models::Mode::Training);
  return logits_.detach();
}

void FineTuned::backward(const at::Tensor& logits_gradient) {
  runBackward(parameters_, logits_, logits_gradient);
  logits_.reset();
}

at::Tensor FineTuned::logits(EvaluationSplit split) {
  const at::NoGradGuard no_grad;
  const at::Tensor& images = images_.of(split);
  std::vector<at::Tensor> parts;
  for (std::int64_t first = 0; first < images.size(0); first += kRowsAChunk) {
    const at::Tensor chunk = images.narrow(0, first, std::min(kRowsAChunk, images.size(0) - first));
    parts.push_back(logitsOf(unitImages(chunk), models::Mode::Inference));
  }
  return at::cat(parts);
}

NamedTensors FineTuned::buffers() const {
  return backbone_->buffers();
}

}  // namespace w2s::train
