// Named tensors: what weight files hold and what models list as parameters and buffers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ATen/core/Tensor.h>

namespace w2s {

struct NamedTensor {
  std::string name;
  at::Tensor tensor;
};
using NamedTensors = std::vector<NamedTensor>;

// The tensor of that name, or nullptr. Linear: lists of a few hundred names.
[[nodiscard]] inline const at::Tensor* findTensor(const NamedTensors& tensors,
                                                  std::string_view name) {
  for (const NamedTensor& entry : tensors) {
    if (entry.name == name) {
      return &entry.tensor;
    }
  }
  return nullptr;
}

}  // namespace w2s
