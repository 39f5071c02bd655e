#include "core/base/csv_text.h"

#include <charconv>
#include <system_error>

namespace w2s {
namespace {

constexpr std::string_view kSeparators = ",;\t\r\n";

// A sign and a number, perhaps with blanks between groups of digits (U+00A0 and U+202F too) and a
// percent sign.
bool isSignedNumber(std::string_view text) {
  std::string digits;
  for (const char c : text.substr(1)) {
    if (std::string_view(" \xc2\xa0\xe2\x80\xaf").find(c) == std::string_view::npos) {
      digits += c;
    }
  }
  if (!digits.empty() && digits.back() == '%') {
    digits.pop_back();
  }
  if (digits.empty() ||
      std::string_view("0123456789.").find(digits.front()) == std::string_view::npos) {
    return false;  // from_chars would read another sign, "inf" and "nan"
  }
  double ignored = 0.0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, ignored);
  return read.ec != std::errc::invalid_argument && read.ptr == end;
}

bool beginsFormula(std::string_view rest) {
  const std::string_view cell = rest.substr(0, rest.find_first_of(kSeparators));
  switch (rest.front()) {
    case '=':
    case '@':
      return true;
    case '+':
    case '-':
      return !isSignedNumber(cell);
    default:
      return false;
  }
}

}  // namespace

std::string withoutFormulas(std::string_view text) {
  std::string out;
  bool at_begin = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (at_begin && beginsFormula(text.substr(i))) {
      out += '\'';
    }
    out += c;
    at_begin =
        kSeparators.find(c) != std::string_view::npos || (at_begin && (c == ' ' || c == '"'));
  }
  return out;
}

std::string csvCell(std::string_view text) {
  const std::string plain = withoutFormulas(text);
  if (plain.find_first_of(",;\"\t\n\r#") == std::string::npos) {
    return plain;
  }
  std::string quoted = "\"";
  for (const char c : plain) {
    quoted += c == '"' ? "\"\"" : std::string(1, c);
  }
  return quoted + '"';
}

}  // namespace w2s
