// The JSON header of a safetensors file, read strictly and without trust. Internal to core/weights.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace w2s::safetensors_detail {

inline constexpr std::uint64_t kMaxHeaderBytes = 100'000'000;
inline constexpr std::size_t kMaxRank = 8;
inline constexpr std::size_t kMaxKeys = std::size_t{1} << 16U;  // tensors, and entries of metadata

struct Entry {
  std::string name;
  std::string dtype;
  std::vector<std::uint64_t> shape;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

struct Header {
  std::vector<Entry> entries;  // in the order of the header
  std::map<std::string, std::string> metadata;
};

// Accepts the format's grammar and nothing else: one object, an entry a tensor with exactly dtype,
// shape and data_offsets, integers only, no duplicate key, rank at most
// 8, at most kMaxKeys tensors. Offsets are not judged
// here. On error the message is the cause alone ("duplicate tensor name ..."): the caller adds the
// file.
[[nodiscard]] Result<Header> parseHeader(std::string_view json);

}  // namespace w2s::safetensors_detail
