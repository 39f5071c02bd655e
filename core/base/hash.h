// Content hashes (XXH3, 128 bits, 32 hex digits): fingerprints of configurations and stages, hashes
// of files. Not cryptographic: they guard against accidents, not against an attacker.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace w2s {

// Feeds typed, length-prefixed pieces, so that ("ab", "c") and ("a", "bc") differ.
class Hasher {
 public:
  Hasher();
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  Hasher& add(std::string_view text);
  Hasher& add(std::span<const std::byte> bytes);
  Hasher& add(std::int64_t number);
  [[nodiscard]] std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

[[nodiscard]] std::string hashOf(std::string_view text);
// Hash of the bytes alone (no length prefix), of a text or of a file. Errors: the file is missing or
// unreadable.
[[nodiscard]] std::string hashOfBytes(std::string_view bytes);
[[nodiscard]] Result<std::string> hashOfFile(const std::filesystem::path& path);

// Whether a text has the form of a hash: 32 hex digits, in small letters.
[[nodiscard]] bool isHash(std::string_view text);

}  // namespace w2s
