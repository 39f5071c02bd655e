#include "core/train/network.h"

#include <algorithm>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/cat.h>

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

HeadOnFeatures::HeadOnFeatures(SplitTensors features, models::Head head)
    : features_(std::move(features)),
      head_(std::move(head)),
      parameters_(trained(head_.parameters())) {}

at::Tensor HeadOnFeatures::forward(const Batch& batch) {
  const RowReader* const reader = features_.readerOf(features_.trained_on);
  logits_ = head_.logits(reader != nullptr ? reader->gather(batch.rows)
                                           : features_.training().index_select(0, batch.rows));
  return logits_.detach();
}

void HeadOnFeatures::backward(const at::Tensor& logits_gradient) {
  runBackward(parameters_, logits_, logits_gradient);
  logits_.reset();
}

at::Tensor HeadOnFeatures::logits(std::string_view split) {
  const at::NoGradGuard no_grad;
  return logitsInBlocks(features_, split,
                        [this](const at::Tensor& features) { return head_.logits(features); });
}

FineTuned::FineTuned(SplitTensors rows, std::shared_ptr<models::Backbone> backbone,
                     std::optional<models::FeatureScaling> scaling, models::Head head)
    : rows_(std::move(rows)),
      backbone_(std::move(backbone)),
      scaling_(std::move(scaling)),
      head_(std::move(head)),
      parameters_(trained(joined(backbone_->parameters(), head_.parameters()))) {}

at::Tensor FineTuned::logitsOf(const models::Inputs& inputs, models::Mode mode) {
  const at::Tensor features = backbone_->features(inputs, mode);
  return head_.logits(scaling_ ? scaling_->apply(features) : features);
}

at::Tensor FineTuned::forward(const Batch& batch) {
  logits_ = logitsOf(batch.inputs, models::Mode::Training);
  return logits_.detach();
}

void FineTuned::backward(const at::Tensor& logits_gradient) {
  runBackward(parameters_, logits_, logits_gradient);
  logits_.reset();
}

at::Tensor FineTuned::logits(std::string_view split) {
  const at::NoGradGuard no_grad;
  const at::Tensor& rows = rows_.of(split);
  std::vector<at::Tensor> parts;
  for (std::int64_t first = 0; first < rows.size(0); first += kRowsAChunk) {
    const at::Tensor chunk = rows.narrow(0, first, std::min(kRowsAChunk, rows.size(0) - first));
    parts.push_back(logitsOf(models::inputsOf(chunk), models::Mode::Inference));
  }
  return at::cat(parts);
}

NamedTensors FineTuned::buffers() const {
  return backbone_->buffers();
}

}  // namespace w2s::train
