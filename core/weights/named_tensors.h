// Named tensors: what weight files hold and what models list as parameters and buffers.
#pragma once

#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

namespace w2s {

struct NamedTensor {
  std::string name;
  at::Tensor tensor;
};
using NamedTensors = std::vector<NamedTensor>;

}  // namespace w2s
