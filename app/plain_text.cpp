#include "app/plain_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include <fmt/format.h>

namespace w2s::app {
namespace {

struct Decoded {
  std::uint32_t code = 0;
  std::size_t bytes = 0;  // 0: no UTF-8
};

// The first character of `text`, which is not empty. Refuses overlong forms, surrogates and what
// lies above U+10FFFF.
Decoded decode(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) {
    return {.code = lead, .bytes = 1};
  }
  const std::size_t bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < bytes) {
    return {};
  }
  std::uint32_t code = lead & (0x7fU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xc0U) != 0x80U) {
      return {};
    }
    code = code << 6U | (next & 0x3fU);
  }
  const bool is_overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
  const bool is_surrogate = code >= 0xd800 && code <= 0xdfff;
  return is_overlong || is_surrogate || code > 0x10ffff ? Decoded{}
                                                        : Decoded{.code = code, .bytes = bytes};
}

bool reordersText(std::uint32_t code) {
  return code == 0x061c || code == 0x200e || code == 0x200f || (code >= 0x2028 && code <= 0x202e) ||
         (code >= 0x2066 && code <= 0x2069);
}

}  // namespace

std::string plainText(std::string_view text, Lines lines) {
  std::string plain;
  while (!text.empty()) {
    const Decoded next = decode(text);
    const std::size_t bytes = next.bytes == 0 ? 1 : next.bytes;
    if ((next.code == '\n' || next.code == '\t') && next.bytes == 1) {
      plain += lines == Lines::Keep ? text.substr(0, 1) : next.code == '\n' ? "\\n" : "\\t";
    } else if (next.bytes == 0 || next.code < 0x20 || next.code == 0x7f) {
      fmt::format_to(std::back_inserter(plain), "\\x{:02x}", static_cast<unsigned char>(text[0]));
    } else if ((next.code >= 0x80 && next.code < 0xa0) || reordersText(next.code)) {
      fmt::format_to(std::back_inserter(plain), "\\u{{{:x}}}", next.code);
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
