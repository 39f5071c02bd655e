// Content hashes (core/base/hash.h) of bytes that come in pieces, and short ones.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace w2s {

// hex() is hashOfBytes() of all pieces together.
class ByteHasher {
 public:
  ByteHasher();
  ~ByteHasher();
  ByteHasher(ByteHasher&& other) noexcept;
  ByteHasher& operator=(ByteHasher&& other) noexcept;

  ByteHasher& add(std::string_view bytes);
  [[nodiscard]] std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// 16 hex digits (XXH3, 64 bits), for short texts: the lines of a log.
[[nodiscard]] std::string shortHashOf(std::string_view bytes);

}  // namespace w2s
