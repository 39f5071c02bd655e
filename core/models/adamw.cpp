#include "core/models/adamw.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/_fused_adamw.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>

namespace w2s::models {
namespace {

constexpr double kEpsilon = 1e-8;

}  // namespace

AdamW::AdamW(const NamedTensors& parameters, const AdamWOptions& options)
    : options_(options),
      steps_(at::zeros(
          {}, parameters.front().tensor.options().dtype(at::kFloat).requires_grad(false))) {
  decayed_.weight_decay = options.weight_decay;
  for (const NamedTensor& entry : parameters) {
    Group& group = options.decay_vectors || entry.tensor.dim() >= 2 ? decayed_ : undecayed_;
    group.parameters.push_back(entry.tensor);
    // zeros_like keeps the layout: the kernel walks memory, so all tensors of an entry must agree
    // on it.
    group.means.push_back(at::zeros_like(entry.tensor.detach()));
    group.squares.push_back(at::zeros_like(entry.tensor.detach()));
    group.steps.push_back(steps_);
    state_.push_back({entry.name + ".mean", group.means.back()});
    state_.push_back({entry.name + ".square", group.squares.back()});
  }
  state_.push_back({"steps", steps_});
}

void AdamW::step(double learning_rate) {
  const at::NoGradGuard no_grad;
  steps_.add_(1);
  update(decayed_, learning_rate);
  update(undecayed_, learning_rate);
}

void AdamW::update(Group& group, double learning_rate) const {
  if (group.parameters.empty()) {
    return;
  }
  std::vector<at::Tensor> gradients;
  gradients.reserve(group.parameters.size());
  for (const at::Tensor& parameter : group.parameters) {
    gradients.push_back(parameter.grad());
  }
  at::_fused_adamw_(group.parameters, gradients, group.means, group.squares,
                    /*max_exp_avg_sqs=*/{}, group.steps, learning_rate, options_.beta1,
                    options_.beta2, group.weight_decay, kEpsilon, /*amsgrad=*/false,
                    /*maximize=*/false);
  for (at::Tensor& parameter : group.parameters) {
    parameter.mutable_grad() = at::Tensor();
  }
}

}  // namespace w2s::models
