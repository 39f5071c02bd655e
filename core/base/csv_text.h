// Text from people and files as CSV that a spreadsheet shows and does not run.
#pragma once

#include <string>
#include <string_view>

namespace w2s {

// A spreadsheet takes a cell that begins with = + - or @ for a formula, which may start programs
// and open addresses. Puts an apostrophe, which makes it text, before such a beginning: of `text`,
// and behind every character that may part cells (comma, semicolon, tab, line end), since a comment
// or a cell of one program may be several cells of another. Numbers stay as they are: "-0.25",
// "+3", "-12.5 %".
[[nodiscard]] std::string withoutFormulas(std::string_view text);

// One cell of CSV (RFC 4180) without formulas. Quoted where it holds a separator, a quote, a line
// end or a #, which some readers take for a comment.
[[nodiscard]] std::string csvCell(std::string_view text);

}  // namespace w2s
