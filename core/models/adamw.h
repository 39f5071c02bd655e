// AdamW over a fixed list of parameters, by LibTorch's fused kernel (one pass over each tensor).
//
//     m <- b1 m + (1 - b1) g;  v <- b2 v + (1 - b2) g^2
//     x <- x - lr wd x - lr (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + 1e-8)
//
// Source: Loshchilov and Hutter 2019, algorithm 2. Parameters with fewer than two dimensions can be
// left undecayed.
#pragma once

#include <vector>

#include <ATen/core/Tensor.h>

#include "core/weights/named_tensors.h"

namespace w2s::models {

struct AdamWOptions {
  double weight_decay = 1e-3;
  double beta1 = 0.9;
  double beta2 = 0.999;
  bool decay_vectors = true;  // false: no decay of biases, scales and shifts
};

class AdamW {
 public:
  // Shares the parameters and updates them in place. All on one device; at least one.
  AdamW(const NamedTensors& parameters, const AdamWOptions& options);

  // One update from the parameters' gradients, which are then dropped. Every parameter must have
  // one.
  void step(double learning_rate);

  // Moments and step count (shared, not copies): "NAME.mean", "NAME.square" and "steps".
  [[nodiscard]] const NamedTensors& state() const {
    return state_;
  }

 private:
  // The fused kernel takes one weight decay a call.
  struct Group {
    std::vector<at::Tensor> parameters;
    std::vector<at::Tensor> means;
    std::vector<at::Tensor> squares;
    std::vector<at::Tensor> steps;
    double weight_decay = 0.0;
  };
  void update(Group& group, double learning_rate) const;

  AdamWOptions options_;
  at::Tensor steps_;  // one float counter that every entry of Group::steps shares
  Group decayed_;
  Group undecayed_;
  NamedTensors state_;
};

}  // namespace w2s::models
