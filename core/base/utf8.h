// What is UTF-8 and what is not. Threads: pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace w2s {

// Well-formed UTF-8 is that of RFC 3629: no overlong form, no surrogate, nothing beyond U+10FFFF.
struct CodePoint {
  char32_t code = 0;
  std::size_t size = 0;  // bytes; 0: the text does not begin with well-formed UTF-8
};
// Of a text that is not empty.
[[nodiscard]] CodePoint firstCodePoint(std::string_view text);

// Well-formed bytes from the front: text.size() where all of it is.
[[nodiscard]] std::size_t soundUtf8(std::string_view text);

}  // namespace w2s
