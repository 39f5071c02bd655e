#include "core/config/toml_check.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "core/base/utf8.h"

namespace w2s::config {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool isControl(char c) {
  return (static_cast<std::uint8_t>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

bool isAscii(char c) {
  return static_cast<std::uint8_t>(c) < 0x80;
}

Problem problemAt(std::string_view text, std::size_t byte, Sentence said) {
  const std::string_view before = text.substr(0, byte);
  const std::string_view line = before.substr(before.rfind('\n') + 1);  // npos + 1 is 0
  const auto is_character = [](char c) { return (c & 0xC0) != 0x80; };
  return problemOf({}, std::move(said), static_cast<int>(1 + std::ranges::count(before, '\n')),
                   static_cast<int>(1 + std::ranges::count_if(line, is_character)));
}

// Skips texts and comments, and counts brackets and the parts of keys in what is left.
class TomlScan {
 public:
  explicit TomlScan(std::string_view text) : text_(text) {
    at_ = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  }

  [[nodiscard]] std::optional<Problem> problem() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"' || c == '\'') {
        skipText(c);
        continue;
      }
      if (c == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
        continue;
      }
      if (!isAscii(c)) {
        return problemAt(text_, at_,
                         sentence("Outside of quotes and comments only ASCII letters, digits and "
                                  "signs can stand."));
      }
      count(c);
      if (levels_ > kMostTomlLevels) {
        return problemAt(
            text_, at_,
            sentence("Tables and lists are nested deeper than {} levels.", kMostTomlLevels));
      }
      if (parts_ > kMostTomlKeyParts) {
        return problemAt(text_, at_, sentence("A key has more than {} parts.", kMostTomlKeyParts));
      }
      ++at_;
    }
    return std::nullopt;
  }

 private:
  void count(char c) {
    switch (c) {
      case '[':
      case '{':
        ++levels_;
        parts_ = 1;
        break;
      case ']':
      case '}':
        levels_ = std::max(levels_ - 1, 0);
        parts_ = 1;
        break;
      case ',':
      case '=':
      case '\n':
        parts_ = 1;
        break;
      case '.':
        ++parts_;
        break;
      default:
        break;
    }
  }

  // Leaves at_ behind the text that begins here, or behind its line where it is not closed there.
  void skipText(char quote) {
    const bool is_long = text_.substr(at_).starts_with(std::string(3, quote));
    at_ += is_long ? 3 : 1;
    for (std::size_t quotes = 0; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      quotes = c == quote ? quotes + 1 : 0;
      if (quotes == (is_long ? 3U : 1U)) {
        ++at_;
        // Up to two more quotes belong to the text that the last three end.
        for (int more = 0; is_long && more < 2 && text_.substr(at_).starts_with(quote); ++more) {
          ++at_;
        }
        return;
      }
      if (c == '\n' && !is_long) {
        return;
      }
      if (c == '\\' && quote == '"') {
        ++at_;
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int levels_ = 0;
  int parts_ = 1;
};

}  // namespace

std::optional<Problem> problemOfTomlText(std::string_view text) {
  if (const std::size_t sound = soundUtf8(text); sound < text.size()) {
    return problemAt(text, sound,
                     sentence("The byte 0x{:02x} is no part of a text in UTF-8; save the file as "
                              "UTF-8.",
                              static_cast<std::uint8_t>(text[sound])));
  }
  if (const auto control = std::ranges::find_if(text, isControl); control != text.end()) {
    return problemAt(text, static_cast<std::size_t>(control - text.begin()),
                     sentence("The control character 0x{:02x} cannot stand in a TOML text.",
                              static_cast<std::uint8_t>(*control)));
  }
  return TomlScan(text).problem();
}

}  // namespace w2s::config
