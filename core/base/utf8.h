// What is UTF-8 and what is not. Threads: pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace w2s {

// Bytes from the front that are well-formed UTF-8 (RFC 3629: no overlong form, no surrogate,
// nothing beyond U+10FFFF): text.size() where all of it is.
[[nodiscard]] std::size_t soundUtf8(std::string_view text);

}  // namespace w2s
