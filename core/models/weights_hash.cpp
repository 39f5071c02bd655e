#include "core/models/weights_hash.h"

#include <cstddef>
#include <span>

#include <ATen/core/Tensor.h>

#include "core/base/hash.h"

namespace w2s::models {

std::string weightsHash(std::string_view description, const NamedTensors& tensors) {
  Hasher hasher;
  hasher.add(description);
  for (const NamedTensor& entry : tensors) {
    const at::Tensor values = entry.tensor.detach().cpu().contiguous();
    hasher.add(entry.name).add(static_cast<std::int64_t>(values.scalar_type()));
    for (const std::int64_t extent : values.sizes()) {
      hasher.add(extent);
    }
    hasher.add(std::span(static_cast<const std::byte*>(values.const_data_ptr()), values.nbytes()));
  }
  return hasher.hex();
}

}  // namespace w2s::models
