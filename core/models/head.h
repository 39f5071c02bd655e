// Heads: features [B, D] -> class logits [B, K].
//
//     linear   z = W f + b
//     mlp      z = W relu(V f + a) + b
//
// W and b start at zero: the first predictions are uniform, and the linear head has one starting
// point whatever the seed. V is Kaiming-uniform from the seed, a starts at zero. Trees are no heads
// in this sense: see decision_tree.h.
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/base/seed.h"
#include "core/config/model_config.h"
#include "core/weights/named_tensors.h"

namespace w2s::models {

class Head {
 public:
  [[nodiscard]] static Head linear(std::int64_t features, std::int64_t classes);
  [[nodiscard]] static Head mlp(std::int64_t features, std::int64_t width, std::int64_t classes,
                                Seed seed);

  // Gradients flow to parameters that require them.
  [[nodiscard]] at::Tensor logits(const at::Tensor& features) const;

  // Shared with the head: "head.weight" [K, D or width], "head.bias" [K], and for an mlp
  // "head.hidden.weight" [width, D], "head.hidden.bias" [width].
  [[nodiscard]] NamedTensors parameters() const;
  // Copies the values of equally named tensors in. Errors: one is missing or has another shape.
  [[nodiscard]] Status load(const NamedTensors& tensors);
  void moveTo(at::Device device);

  // A linear head's gradient has a closed form (dW = dZ^T F, db = sum of dZ): it can be trained
  // without autograd.
  [[nodiscard]] bool isLinear() const {
    return !hidden_weight_.defined();
  }
  [[nodiscard]] const at::Tensor& weight() const {
    return weight_;
  }
  [[nodiscard]] const at::Tensor& bias() const {
    return bias_;
  }

 private:
  at::Tensor hidden_weight_;  // undefined for a linear head
  at::Tensor hidden_bias_;
  at::Tensor weight_;
  at::Tensor bias_;
};

// Errors: InvalidArgument for a tree, which is no layer.
[[nodiscard]] Result<Head> makeHead(const config::Head& config, std::int64_t features,
                                    std::int64_t classes, Seed seed);

}  // namespace w2s::models
