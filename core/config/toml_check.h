// What a TOML text must be before the library sees it. toml++ 3.3 has undefined behaviour for bytes
// that are no UTF-8 and for some letters in keys, and nests as deep as the text does.
#pragma once

#include <optional>
#include <string_view>

#include "core/config/problem.h"

namespace w2s::config {

inline constexpr int kMostTomlLevels = 32;    // of tables and lists in each other
inline constexpr int kMostTomlKeyParts = 32;  // a.b.c has three

// The first place, with its line and column, that is no UTF-8, a control character, a letter
// outside ASCII that stands in no quotes and no comment, or beyond the bounds above. Other errors
// of the syntax are the library's to find.
[[nodiscard]] std::optional<Problem> problemOfTomlText(std::string_view text);

}  // namespace w2s::config
