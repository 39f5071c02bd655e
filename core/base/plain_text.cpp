#include "core/base/plain_text.h"

#include <cstdint>
#include <iterator>

#include <fmt/format.h>

#include "core/base/utf8.h"

namespace w2s {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool turnsDirection(char32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

bool isControl(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

bool separatesLines(char32_t code) {
  return code == 0x2028 || code == 0x2029;
}

bool isForbidden(char32_t code) {
  return (code & 0xFFFEU) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
}

std::string drawable(std::string_view text, Lines lines) {
  std::string plain;
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t code = takeCodePoint(text);
    if (code == kReplacement || isForbidden(code)) {
      plain += "\xEF\xBF\xBD";
    } else if (isControl(code) || separatesLines(code)) {
      plain += lines == Lines::Keep && code == '\n' ? '\n' : ' ';
    } else if (!turnsDirection(code)) {
      plain += before.substr(0, before.size() - text.size());
    }
  }
  return plain;
}

}  // namespace

std::string escapedText(std::string_view text, Lines lines) {
  std::string plain;
  while (!text.empty()) {
    const auto [code, size] = firstCodePoint(text);
    const std::string_view bytes = text.substr(0, size == 0 ? 1 : size);
    if (size == 1 && (code == '\n' || code == '\t')) {
      plain += lines == Lines::Keep ? bytes : code == '\n' ? "\\n" : "\\t";
    } else if (size == 0 || code < 0x20 || code == 0x7F) {
      fmt::format_to(std::back_inserter(plain), "\\x{:02x}", static_cast<unsigned char>(bytes[0]));
    } else if (isControl(code) || turnsDirection(code) || separatesLines(code)) {
      fmt::format_to(std::back_inserter(plain), "\\u{{{:x}}}", static_cast<std::uint32_t>(code));
    } else {
      plain += bytes;
    }
    text.remove_prefix(bytes.size());
  }
  return plain;
}

std::string plainText(std::string_view text) {
  return drawable(text, Lines::Escape);
}

std::string plainLines(std::string_view text) {
  return drawable(text, Lines::Keep);
}

char32_t takeCodePoint(std::string_view& text) {
  const CodePoint first = firstCodePoint(text);
  text.remove_prefix(first.size > 0 ? first.size : 1);
  return first.size > 0 ? first.code : kReplacement;
}

}  // namespace w2s
