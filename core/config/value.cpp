#include "core/config/value.h"

#include <algorithm>

#include <fmt/format.h>

namespace w2s::config {

namespace {

template <class... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};

// Long texts are cut in messages, at a character boundary of UTF-8.
std::string shortened(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (text.size() <= kLongest) {
    return quotedText(text);
  }
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return quotedText(text.substr(0, end)) + "...";
}

}  // namespace

const Entry* findEntry(const Table& table, std::string_view key) {
  const auto found = std::ranges::find(table, key, &Entry::key);
  return found == table.end() ? nullptr : &*found;
}

Sentence describeValue(const Value& value) {
  return std::visit(
      Overloaded{
          [](bool flag) { return Sentence{.text = flag ? "true" : "false"}; },
          [](std::int64_t number) { return sentence("the number {}", number); },
          [](double number) {
            return sentence("the number {}", Sentence{.text = realText(number), .is_number = true});
          },
          [](const std::string& text) { return sentence("the text {}", shortened(text)); },
          [](const std::vector<Value>&) { return sentence("a list"); },
          [](const Table&) { return sentence("a table"); },
      },
      value.content);
}

std::string realText(double value) {
  std::string text = fmt::format("{}", value);
  if (text.find_first_not_of("-0123456789") == std::string::npos) {
    text += ".0";
  }
  return text;
}

std::string quotedText(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        result += "\\\"";
        break;
      case '\\':
        result += "\\\\";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\t':
        result += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          result += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
        } else {
          result += c;
        }
    }
  }
  return result + '"';
}

}  // namespace w2s::config
