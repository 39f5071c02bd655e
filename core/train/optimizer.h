// One optimiser step on a flat parameter vector, through LibTorch's fused kernels.
//
// AdamW: m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; w -= lr wd w; w -= lr mhat / (sqrt(vhat) +
// 1e-8), bias-corrected.
//        Source: Loshchilov & Hutter 2019, algorithm 2.
// SGD:   g += wd w; b = mu b + g (b = g at first); w -= lr b. Source: torch.optim.SGD, dampening 0.
// Clipping: g *= min(1, clip_norm / |g|) before the step, on the device, without a host read.
// Thread: the one that trains the model.
#pragma once

#include <vector>

#include <ATen/core/Tensor.h>

#include "core/config/experiment_config.h"
#include "core/weights/named_tensors.h"

namespace w2s::train {

class Optimizer {
 public:
  // `values` [P] is changed in place by step(); the optimiser keeps a reference to its storage.
  Optimizer(const config::OptimizerConfig& config, const at::Tensor& values);

  // `gradient` [P]; scaled in place when clipping is on.
  void step(const at::Tensor& gradient, double learning_rate);

  // Moments and step count, for checkpoints. load() expects what state() gave for the same configuration.
  [[nodiscard]] NamedTensors state() const;
  void load(const NamedTensors& state);

 private:
  config::OptimizerConfig config_;
  // Lists of one, the form the fused kernels take; made once.
  std::vector<at::Tensor> values_;
  std::vector<at::Tensor> gradient_;
  std::vector<at::Tensor> first_moment_;   // AdamW: m. SGD: momentum buffer
  std::vector<at::Tensor> second_moment_;  // AdamW: v
  std::vector<at::Tensor> step_count_;     // AdamW: float scalar, as the kernel wants it
  bool first_step_ = true;                 // SGD: the buffer starts as the first gradient
};

}  // namespace w2s::train
