// A model in training, as the loop sees it: logits of a batch, the way back from their gradient,
// logits of whole splits.
//
// Three kinds: a linear head on cached features (closed-form gradient, no autograd), any head on
// cached features, and a backbone with its head on the rows themselves. Thread: the one that
// trains; tensors live on one device.
#pragma once

#include <cstdint>
#include <string_view>

#include <ATen/core/Tensor.h>

#include "core/models/inputs.h"
#include "core/train/flat_parameters.h"
#include "core/weights/named_tensors.h"

namespace w2s::train {

// One batch. `inputs` is there when the model or a live weak supervisor needs it: both then see the
// same tensor.
struct Batch {
  at::Tensor rows;  // [B] int64, positions within the training split
  models::Inputs inputs = {};
  at::Tensor row_weights = {};  // [B] float32, see objective.h; undefined: all 1
};

// What the batches must bring along.
struct Needs {
  bool inputs = false;  // batch.inputs
};

class Trainable {
 public:
  virtual ~Trainable() = default;

  // What forward() reads of a batch beside its rows.
  [[nodiscard]] virtual Needs needs() const {
    return {};
  }
  // [B,K] logits, detached. The model remembers what backward() needs.
  [[nodiscard]] virtual at::Tensor forward(const Batch& batch) = 0;
  // Fills parameters().gradient() from d loss / d logits [B,K] of the last forward(); earlier
  // content is overwritten.
  virtual void backward(const at::Tensor& logits_gradient) = 0;

  // [N,K] logits of a whole split (data/splits.h) in inference mode, rows in the split's order.
  [[nodiscard]] virtual at::Tensor logits(std::string_view split) = 0;

  [[nodiscard]] virtual const FlatParameters& parameters() const = 0;
  // What training changes besides the parameters (running statistics of batch normalisation);
  // shared, not copies.
  [[nodiscard]] virtual NamedTensors buffers() const {
    return {};
  }
};

}  // namespace w2s::train
