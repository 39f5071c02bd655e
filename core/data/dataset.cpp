#include "core/data/dataset.h"

#include "core/base/hash.h"

namespace w2s::data {

std::string contentHash(std::span<const std::int64_t> labels) {
  return Hasher().add(std::as_bytes(labels)).hex();
}

bool hasPublishedLabels(const DataSetCard& card, std::span<const std::int64_t> train) {
  return !card.official_labels.empty() && contentHash(train) == card.official_labels;
}

}  // namespace w2s::data
