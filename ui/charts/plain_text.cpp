#include "ui/charts/plain_text.h"

#include <cstddef>

namespace w2s::ui {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool turnsDirection(char32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

bool isControl(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

bool isForbidden(char32_t code) {
  return (code & 0xFFFEU) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF) ||
         (code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF;
}

}  // namespace

char32_t takeCodePoint(std::string_view& text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
  char32_t code = length < 2 ? first : first & (0x7FU >> length);
  bool valid = length > 0 && length <= text.size();
  for (std::size_t i = 1; valid && i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    valid = (byte & 0xC0U) == 0x80;
    code = (code << 6U) | (byte & 0x3FU);
  }
  // Not in the shortest form.
  valid = valid && !(length == 3 && code < 0x800) && !(length == 4 && code < 0x10000);
  text.remove_prefix(valid ? length : 1);
  return valid ? code : kReplacement;
}

namespace {

std::string madePlain(std::string_view text, bool keeps_lines) {
  std::string plain;
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t code = takeCodePoint(text);
    if (code == kReplacement || isForbidden(code)) {
      plain += "\xEF\xBF\xBD";
    } else if (isControl(code)) {
      plain += keeps_lines && code == '\n' ? '\n' : ' ';
    } else if (!turnsDirection(code)) {
      plain += before.substr(0, before.size() - text.size());
    }
  }
  return plain;
}

}  // namespace

std::string plainText(std::string_view text) {
  return madePlain(text, false);
}

std::string plainLines(std::string_view text) {
  return madePlain(text, true);
}

}  // namespace w2s::ui
