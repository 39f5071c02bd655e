#include "core/train/split_tensors.h"

#include <stdexcept>

#include <fmt/format.h>

namespace w2s::train {

const at::Tensor& SplitTensors::of(std::string_view split) const {
  const auto found = splits.find(split);
  if (found == splits.end()) {
    throw std::logic_error(fmt::format("The model has no rows of the split {}.", split));
  }
  return found->second;
}

}  // namespace w2s::train
