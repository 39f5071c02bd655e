// All trained tensors of a model as views of one vector, and their gradients as views of another.
//
// One optimiser call, one norm, one copy for a checkpoint, whatever the model is made of.
// Values and gradients: [P] float32 on the model's device. Thread: the one that trains the model.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/weights/named_tensors.h"

namespace w2s::train {

class FlatParameters {
 public:
  FlatParameters() = default;
  // Copies the tensors into one vector and turns each of them into a view of its part, gradient
  // included: afterwards autograd adds into gradient(), and the optimiser's changes of values() are
  // the model's.
  explicit FlatParameters(const NamedTensors& parameters);

  [[nodiscard]] const at::Tensor& values() const {
    return values_;
  }
  [[nodiscard]] const at::Tensor& gradient() const {
    return gradient_;
  }
  // The parts of gradient(), in the order and shape of the tensors given.
  [[nodiscard]] const std::vector<at::Tensor>& gradientViews() const {
    return gradient_views_;
  }

 private:
  at::Tensor values_;
  at::Tensor gradient_;
  std::vector<at::Tensor> gradient_views_;
};

}  // namespace w2s::train
