#include "app/plain_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include <fmt/format.h>

#include "core/base/utf8.h"

namespace w2s::app {
namespace {

bool reordersText(char32_t code) {
  return code == 0x061c || code == 0x200e || code == 0x200f || (code >= 0x2028 && code <= 0x202e) ||
         (code >= 0x2066 && code <= 0x2069);
}

}  // namespace

std::string plainText(std::string_view text, Lines lines) {
  std::string plain;
  while (!text.empty()) {
    const CodePoint next = firstCodePoint(text);
    const std::size_t bytes = next.size == 0 ? 1 : next.size;
    if ((next.code == '\n' || next.code == '\t') && next.size == 1) {
      plain += lines == Lines::Keep ? text.substr(0, 1) : next.code == '\n' ? "\\n" : "\\t";
    } else if (next.size == 0 || next.code < 0x20 || next.code == 0x7f) {
      fmt::format_to(std::back_inserter(plain), "\\x{:02x}", static_cast<unsigned char>(text[0]));
    } else if ((next.code >= 0x80 && next.code < 0xa0) || reordersText(next.code)) {
      fmt::format_to(std::back_inserter(plain), "\\u{{{:x}}}",
                     static_cast<std::uint32_t>(next.code));
    } else {
      plain += text.substr(0, bytes);
    }
    text.remove_prefix(bytes);
  }
  return plain;
}

std::string alignedColumns(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(rows[0].size(), 0);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], row[i].size());
    }
  }
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += i + 1 < row.size() ? fmt::format("{:<{}}  ", row[i], widths[i]) : row[i] + '\n';
    }
  }
  return text;
}

}  // namespace w2s::app
