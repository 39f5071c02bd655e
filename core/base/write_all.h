// Bytes to an open descriptor.
#pragma once

#include <string_view>

namespace w2s {

// All of the bytes, in as many calls as it takes. 0, or the errno of the write that failed.
[[nodiscard]] int writeAll(int descriptor, std::string_view bytes);

}  // namespace w2s
