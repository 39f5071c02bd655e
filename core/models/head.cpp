#include "core/models/head.h"

#include <variant>

#include <fmt/format.h>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/zeros.h>

#include "core/models/initialisation.h"

namespace w2s::models {

Head Head::linear(std::int64_t features, std::int64_t classes) {
  Head head;
  head.weight_ = at::zeros({classes, features}, at::kFloat);
  head.bias_ = at::zeros({classes}, at::kFloat);
  return head;
}

Head Head::mlp(std::int64_t features, std::int64_t width, std::int64_t classes, Seed seed) {
  Head head = linear(width, classes);
  head.hidden_weight_ = kaimingUniform({width, features}, seed);
  head.hidden_bias_ = at::zeros({width}, at::kFloat);
  return head;
}

at::Tensor Head::logits(const at::Tensor& features) const {
  if (isLinear()) {
    return at::linear(features, weight_, bias_);
  }
  return at::linear(at::linear(features, hidden_weight_, hidden_bias_).relu(), weight_, bias_);
}

NamedTensors Head::parameters() const {
  NamedTensors all;
  if (!isLinear()) {
    all.push_back({"head.hidden.weight", hidden_weight_});
    all.push_back({"head.hidden.bias", hidden_bias_});
  }
  all.push_back({"head.weight", weight_});
  all.push_back({"head.bias", bias_});
  return all;
}

Status Head::load(const NamedTensors& tensors) {
  for (const NamedTensor& entry : parameters()) {
    const at::Tensor* stored = findTensor(tensors, entry.name);
    if (stored == nullptr || stored->sizes() != entry.tensor.sizes()) {
      return fail(ErrorCode::BadFormat,
                  sentence("A stored model does not fit its configuration: '{}' is {}.", entry.name,
                           stored == nullptr ? "missing" : "of another shape"));
    }
  }
  const at::NoGradGuard no_grad;
  for (const NamedTensor& entry : parameters()) {
    entry.tensor.copy_(*findTensor(tensors, entry.name));
  }
  return {};
}

void Head::moveTo(at::Device device) {
  for (at::Tensor* tensor : {&hidden_weight_, &hidden_bias_, &weight_, &bias_}) {
    if (tensor->defined()) {
      *tensor = tensor->to(device);
    }
  }
}

Result<Head> makeHead(const config::Head& config, std::int64_t features, std::int64_t classes,
                      Seed seed) {
  if (std::holds_alternative<config::LinearHead>(config)) {
    return Head::linear(features, classes);
  }
  if (const auto* mlp = std::get_if<config::MlpHead>(&config)) {
    return Head::mlp(features, mlp->width, classes, seed);
  }
  return fail(ErrorCode::InvalidArgument,
              "A decision tree is fitted, not trained by gradients: use it for the weak model.");
}

}  // namespace w2s::models
