#include "core/train/split_tensors.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include <ATen/ops/cat.h>

namespace w2s::train {

const at::Tensor& SplitTensors::of(std::string_view split) const {
  const auto found = splits.find(split);
  if (found == splits.end()) {
    throw std::logic_error(fmt::format("The model has no rows of the split {}.", split));
  }
  return found->second;
}

at::Tensor logitsInBlocks(const SplitTensors& features, std::string_view split,
                          const std::function<at::Tensor(const at::Tensor&)>& logits_of) {
  const RowReader* const reader = features.readerOf(split);
  if (reader == nullptr) {
    return logits_of(features.of(split));
  }
  constexpr std::int64_t kRowsABlock = 4096;
  std::vector<at::Tensor> parts;
  for (std::int64_t first = 0; first < reader->rows(); first += kRowsABlock) {
    parts.push_back(logits_of(reader->block(first, std::min(kRowsABlock, reader->rows() - first))));
  }
  return at::cat(parts);
}

const RowReader* SplitTensors::readerOf(std::string_view split) const {
  const auto found = readers.find(split);
  if (found == readers.end()) {
    if (!readers.empty()) {
      throw std::logic_error(fmt::format("The model has no rows of the split {}.", split));
    }
    return nullptr;
  }
  return found->second.get();
}

}  // namespace w2s::train
