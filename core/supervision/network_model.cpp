#include "core/supervision/network_model.h"

#include <fmt/format.h>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/softmax.h>

namespace w2s::supervision {
namespace {

// Prefixes keep apart what backbone and head call alike.
void add(NamedTensors& out, const std::string& prefix, const NamedTensors& tensors) {
  for (const auto& [name, tensor] : tensors) {
    out.push_back({prefix + name, tensor.detach()});
  }
}

}  // namespace

NetworkModel::NetworkModel(std::shared_ptr<models::Backbone> backbone,
                           std::optional<models::FeatureScaling> scaling, models::Head head)
    : backbone_(std::move(backbone)), scaling_(std::move(scaling)), head_(std::move(head)) {}

at::Tensor NetworkModel::probabilities(const models::Inputs& inputs) const {
  const at::NoGradGuard no_grad;
  const at::Tensor features = backbone_->features(inputs, models::Mode::Inference);
  return at::softmax(head_.logits(scaling_ ? scaling_->apply(features) : features), 1);
}

NamedTensors NetworkModel::state() const {
  NamedTensors state;
  add(state, "backbone.", backbone_->parameters());
  add(state, "backbone.", backbone_->buffers());
  add(state, "head.", head_.parameters());
  if (scaling_) {
    add(state, "", scaling_->tensors());
  }
  return state;
}

Status NetworkModel::load(const NamedTensors& state) {
  const at::NoGradGuard no_grad;
  for (const auto& [name, tensor] : this->state()) {
    const at::Tensor* stored = findTensor(state, name);
    if (stored == nullptr || stored->sizes() != tensor.sizes()) {
      return fail(ErrorCode::BadFormat,
                  sentence("The stored weak model lacks a fitting tensor {}.", name));
    }
    at::Tensor target = tensor;
    target.copy_(*stored);
  }
  return {};
}

}  // namespace w2s::supervision
