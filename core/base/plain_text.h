// Texts that people or files give (names, notes, labels, messages), made fit to be shown. Threads: pure.
#pragma once

#include <string>
#include <string_view>

namespace w2s {

enum class Lines { Keep, Escape };

// For a terminal, which such a text must not steer: control characters (ESC among them), marks that
// reorder text (U+202E, ...) and bytes that are no UTF-8 become visible escapes: \n, \x1b, \u{202e}.
// Lines::Keep leaves newlines and tabs.
[[nodiscard]] std::string escapedText(std::string_view text, Lines lines = Lines::Escape);

// For drawing and for files: valid UTF-8 on one line. Bytes that are none and code points that no text
// may hold (U+FFFE) become U+FFFD, control characters become blanks, and marks that turn the direction
// of writing go, since they would reorder the number behind the text.
[[nodiscard]] std::string plainText(std::string_view text);
// The same line by line: line ends stay.
[[nodiscard]] std::string plainLines(std::string_view text);

// The first code point of a text that is not empty, cut off from it; U+FFFD for a byte that is no
// UTF-8.
[[nodiscard]] char32_t takeCodePoint(std::string_view& text);

}  // namespace w2s
