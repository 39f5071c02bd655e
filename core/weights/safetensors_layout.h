// Where the tensors of a safetensors file lie, checked in full: what the reader of tensors and
// readers of single numbers share. Internal to core/weights.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/weights/safetensors_header.h"

namespace w2s::safetensors_detail {

struct Layout {
  std::vector<Entry> entries;  // in the order of the data: no holes, no overlaps, known types
  std::map<std::string, std::string> metadata;
  std::string_view data;  // of `bytes`
};

// Errors name `source`, the tensor and the cause; a broken seal is one.
[[nodiscard]] Result<Layout> readLayout(std::string_view bytes, std::string_view source);

// The same of a file of `file_bytes` that is read in pieces: `head` is its beginning, the header
// whole. Layout::data is empty, and no seal is looked at.
[[nodiscard]] Result<Layout> readLayoutOf(std::string_view head, std::uint64_t file_bytes,
                                          std::string_view source);

[[nodiscard]] tl::unexpected<Error> damaged(std::string_view source, const Sentence& cause);

}  // namespace w2s::safetensors_detail
