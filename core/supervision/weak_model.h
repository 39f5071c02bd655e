// The weak supervisor after its training: probabilities for any rows, the same whether they are
// asked for once in advance (stored weak labels) or batch by batch inside the student's step (live
// supervision).
#pragma once

#include <filesystem>
#include <memory>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/models/inputs.h"
#include "core/weights/named_tensors.h"

namespace w2s::supervision {

class WeakModel {
 public:
  virtual ~WeakModel() = default;
  // [B,K] float32, rows sum to 1. Thread-safe: changes nothing.
  [[nodiscard]] virtual at::Tensor probabilities(const models::Inputs& inputs) const = 0;
  // What a file needs to bring it back with the same configuration.
  [[nodiscard]] virtual NamedTensors state() const = 0;
};

}  // namespace w2s::supervision
