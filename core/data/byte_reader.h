// Reads a file's content in order, through gzip where the file is compressed.
//
// gzip is recognised by its two magic bytes, not by the name, so a `.gz` that a browser unpacked on
// the way still reads. Members that follow one another are one content (RFC 1952, section 2.2). Not
// thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "core/base/result.h"

namespace w2s::data {

class ByteReader {
 public:
  ~ByteReader();
  ByteReader(ByteReader&&) noexcept;
  ByteReader& operator=(ByteReader&&) noexcept;

  // Errors: the file is missing or unreadable.
  [[nodiscard]] static Result<ByteReader> open(const std::filesystem::path& path);

  // Fills `target` from the front and returns how many bytes came: fewer than asked only at the end
  // of the content. Errors: the gzip stream is damaged, cut short or followed by something else.
  [[nodiscard]] Result<std::size_t> read(std::span<std::uint8_t> target);

  // Bytes of the file as it lies on the disk.
  [[nodiscard]] std::size_t storedBytes() const;
  [[nodiscard]] bool isCompressed() const;
  [[nodiscard]] const std::filesystem::path& path() const;

 private:
  struct State;
  explicit ByteReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace w2s::data
