// Texts that people or files give (labels, names of runs), made fit to be drawn and written into
// files.
#pragma once

#include <string>
#include <string_view>

namespace w2s::ui {

// The first code point of a text that is not empty, cut off from it; U+FFFD for a byte that is no
// UTF-8.
[[nodiscard]] char32_t takeCodePoint(std::string_view& text);

// Valid UTF-8 on one line: bytes that are none and code points that no text may hold (U+FFFE)
// become U+FFFD, control characters become blanks, and marks that turn the direction of writing go,
// since they would reorder the number behind the text.
[[nodiscard]] std::string plainText(std::string_view text);
// The same line by line: line ends stay.
[[nodiscard]] std::string plainLines(std::string_view text);

}  // namespace w2s::ui
