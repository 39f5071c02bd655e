// Text from files (names, notes, messages) as a terminal can show it without being steered by it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace w2s::app {

enum class Lines { Keep, Escape };

// Control characters (ESC among them), marks that reorder text (U+202E, ...) and bytes that are no
// UTF-8 become visible escapes: \n, \x1b, \u{202e}. Lines::Keep leaves newlines and tabs.
[[nodiscard]] std::string plainText(std::string_view text, Lines lines = Lines::Escape);

// The rows of a table, the head first, in columns as wide as their cells.
[[nodiscard]] std::string alignedColumns(const std::vector<std::vector<std::string>>& rows);

}  // namespace w2s::app
