#include "core/train/optimizer.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/_fused_adamw.h>
#include <ATen/ops/_fused_sgd.h>
#include <ATen/ops/linalg_vector_norm.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>

namespace w2s::train {
namespace {

constexpr double kAdamEpsilon = 1e-8;

}  // namespace

Optimizer::Optimizer(const config::OptimizerConfig& config, const at::Tensor& values)
    : config_(config) {
  values_.push_back(values);
  first_moment_.push_back(at::zeros_like(values));
  if (config.kind == config::OptimizerKind::AdamW) {
    second_moment_.push_back(at::zeros_like(values));
    step_count_.push_back(at::zeros({}, values.options()));
  }
}

void Optimizer::step(const at::Tensor& gradient, double learning_rate) {
  const at::NoGradGuard no_grad;
  if (config_.clip_norm > 0.0) {
    const at::Tensor norm = at::linalg_vector_norm(gradient);
    gradient.mul_((config_.clip_norm / (norm + 1e-6)).clamp_max(1.0));
  }
  if (gradient_.empty()) {
    gradient_.push_back(gradient);
  } else {
    gradient_[0] = gradient;
  }
  if (config_.kind == config::OptimizerKind::AdamW) {
    step_count_[0].add_(1.0);
    at::_fused_adamw_(values_, gradient_, first_moment_, second_moment_, {}, step_count_,
                      learning_rate, config_.beta1, config_.beta2, config_.weight_decay,
                      kAdamEpsilon, /*amsgrad=*/false, /*maximize=*/false);
  } else {
    // Without momentum the kernel takes no buffers.
    const std::vector<at::Tensor> none;
    at::_fused_sgd_(values_, gradient_, config_.momentum > 0.0 ? first_moment_ : none,
                    config_.weight_decay, config_.momentum, learning_rate, /*dampening=*/0.0,
                    /*nesterov=*/false, /*maximize=*/false, first_step_);
    first_step_ = false;
  }
}

NamedTensors Optimizer::state() const {
  NamedTensors state;
  state.push_back({"optimizer.first_moment", first_moment_[0]});
  if (config_.kind == config::OptimizerKind::AdamW) {
    state.push_back({"optimizer.second_moment", second_moment_[0]});
    state.push_back({"optimizer.step_count", step_count_[0]});
  } else {
    state.push_back(
        {"optimizer.started", at::zeros({}, values_[0].options()).fill_(first_step_ ? 0.0 : 1.0)});
  }
  return state;
}

void Optimizer::load(const NamedTensors& state) {
  const at::NoGradGuard no_grad;
  for (const auto& [name, tensor] : state) {
    if (name == "optimizer.first_moment") {
      first_moment_[0].copy_(tensor);
    } else if (name == "optimizer.second_moment") {
      second_moment_[0].copy_(tensor);
    } else if (name == "optimizer.step_count") {
      step_count_[0].copy_(tensor);
    } else if (name == "optimizer.started") {
      first_step_ = tensor.item<float>() == 0.0F;
    }
  }
}

}  // namespace w2s::train
