#include "ui/charts/plain_text.h"

#include "core/base/utf8.h"

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
  return (code & 0xFFFEU) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
}

}  // namespace

char32_t takeCodePoint(std::string_view& text) {
  const CodePoint first = firstCodePoint(text);
  text.remove_prefix(first.size > 0 ? first.size : 1);
  return first.size > 0 ? first.code : kReplacement;
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
