// What a model takes: rows as floats.
#pragma once

#include <ATen/core/Tensor.h>

namespace w2s::models {

struct Inputs {
  at::Tensor values;  // [B, ...] float32: pictures [B,C,H,W] in [0,1], points [B,2], vectors [B,D]
  at::Tensor lengths = {};  // [B] int64, only for sequences
};

// From rows as they are stored (data::Dataset::read), on their device: bytes 0 ... 255 become
// [0,1], floats of other sizes float32.
[[nodiscard]] Inputs inputsOf(const at::Tensor& stored);

}  // namespace w2s::models
