// The weak supervisor after its training: probabilities for any images, the same whether they are
// asked for once in advance (stored weak labels) or batch by batch inside the student's step (live
// supervision).
#pragma once

#include <filesystem>
#include <memory>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/weights/named_tensors.h"

namespace w2s::supervision {

class WeakModel {
 public:
  virtual ~WeakModel() = default;
  // images [B,1,H,W] float32 in [0,1] -> [B,K] float32, rows sum to 1. Thread-safe: changes nothing.
  [[nodiscard]] virtual at::Tensor probabilities(const at::Tensor& images) const = 0;
  // What a file needs to bring it back with the same configuration.
  [[nodiscard]] virtual NamedTensors state() const = 0;
};

}  // namespace w2s::supervision
