#include "core/data/dataset.h"

#include "core/base/hash.h"

namespace w2s::data {

std::string contentHash(std::span<const std::int64_t> labels) {
  return Hasher().add(std::as_bytes(labels)).hex();
}

}  // namespace w2s::data
