// The rows of the splits that a model meets, as tensors on the training device: features, or rows
// as they are stored.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include <ATen/core/Tensor.h>

namespace w2s::train {

struct SplitTensors {
  std::string trained_on;  // the split whose rows are the batches: "weak", "transfer"
  std::map<std::string, at::Tensor, std::less<>> splits;  // [N, ...] by name (data/splits.h)

  // The split is there: asking for another is a programming error.
  [[nodiscard]] const at::Tensor& of(std::string_view split) const;
  [[nodiscard]] const at::Tensor& training() const {
    return of(trained_on);
  }
};

}  // namespace w2s::train
