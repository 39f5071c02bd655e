#include "core/base/utf8.h"

#include <algorithm>
#include <cstdint>

namespace w2s {
namespace {

// Bytes of the character that `rest` begins with; 0: it is none.
std::size_t sizeOfFirst(std::string_view rest) {
  const auto byte = [rest](std::size_t i) { return static_cast<std::uint8_t>(rest[i]); };
  const std::uint8_t first = byte(0);
  if (first < 0x80) {
    return 1;
  }
  const std::size_t size = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (size == 0 || first > 0xF4 || rest.size() < size) {
    return 0;
  }
  // The second byte's range excludes overlong forms, surrogates and what lies beyond U+10FFFF.
  const std::uint8_t least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const std::uint8_t most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < least || byte(1) > most) {
    return 0;
  }
  const std::string_view others = rest.substr(2, size - 2);
  return std::ranges::all_of(others, [](char c) { return (c & 0xC0) == 0x80; }) ? size : 0;
}

}  // namespace

std::size_t soundUtf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t size = sizeOfFirst(text.substr(at));
    if (size == 0) {
      break;
    }
    at += size;
  }
  return at;
}

}  // namespace w2s
