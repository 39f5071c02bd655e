// A hash that a file holds of itself, at a place that readers of its format pass over: in the header
// of a safetensors file,
//
//   "w2s.hash":"0123456789abcdef0123456789abcdef","w2s.sealed":"yes"
//
// The second key tells a file that has lost its hash from one that never had one.
// The hash (core/base/hash.h) is of all bytes of the file with zeros in the place of its digits. It
// can be checked without knowing what the file holds.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace w2s {

inline constexpr std::string_view kSealKey = "w2s.hash";
inline constexpr std::string_view kSealedKey = "w2s.sealed";
inline constexpr std::size_t kSealDigits = 32;

enum class Seal {
  Missing,  // the file was written without one
  Sound,
  Broken,  // its bytes are not those that were written
};

// Metadata of a safetensors file that makes its writer put a hash of the file into it.
[[nodiscard]] std::map<std::string, std::string> withSeal(
    std::map<std::string, std::string> metadata);

// The text that stands in the place of the hash until the file is whole.
[[nodiscard]] std::string openSeal();
// Replaces the open seal in the first `header` bytes of a whole file by the hash.
void seal(std::string& bytes, std::size_t header);
// Looks for the seal in the first `header` bytes.
[[nodiscard]] Seal sealOf(std::string_view bytes, std::size_t header);
// The same of a safetensors file, which need not fit into memory. Errors: the system's; a file that
// is too short for a header.
[[nodiscard]] Result<Seal> sealOfFile(const std::filesystem::path& path);

}  // namespace w2s
