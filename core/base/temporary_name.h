// The name under which a file is written before it takes the place of another (core/base/file_io.h).
#pragma once

#include <string_view>

namespace w2s {

// Between the file's name and the process and number of who writes it: "name.tmp-4711-0".
inline constexpr std::string_view kTemporaryInfix = ".tmp-";

}  // namespace w2s
