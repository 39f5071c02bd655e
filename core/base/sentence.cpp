#include "core/base/sentence.h"

#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace w2s {
namespace {

// One place of a pattern, "{}", "{2}" or "{2:.3f}".
struct Place {
  std::size_t begin = 0;  // of the brace
  std::size_t end = 0;    // after the closing one
  std::size_t argument = 0;
  std::string_view format;  // with its colon
};

// Goes through a pattern. fmt has checked it at compile time, a translation is checked by a test.
class Places {
 public:
  explicit Places(std::string_view pattern) : pattern_(pattern) {}

  std::optional<Place> next() {
    for (std::size_t at = at_; at < pattern_.size(); ++at) {
      if (pattern_[at] != '{') {
        continue;
      }
      if (pattern_.substr(at, 2) == "{{") {
        ++at;
        continue;
      }
      const std::size_t close = pattern_.find('}', at);
      if (close == std::string_view::npos) {
        return std::nullopt;
      }
      return placeOf(at, close);
    }
    return std::nullopt;
  }

 private:
  Place placeOf(std::size_t open, std::size_t close) {
    const std::string_view inside = pattern_.substr(open + 1, close - open - 1);
    const std::size_t colon = std::min(inside.find(':'), inside.size());
    Place place{
        .begin = open, .end = close + 1, .argument = count_, .format = inside.substr(colon)};
    if (colon > 0) {
      std::from_chars(inside.data(), inside.data() + colon, place.argument);
    } else {
      ++count_;
    }
    at_ = place.end;
    return place;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
};

void appendPlain(std::string& text, std::string_view part) {
  for (std::size_t i = 0; i < part.size(); ++i) {
    text += part[i];
    const bool doubled =
        (part[i] == '{' || part[i] == '}') && i + 1 < part.size() && part[i + 1] == part[i];
    i += doubled ? 1 : 0;
  }
}

}  // namespace

std::string sentence_detail::argumentText(std::string_view pattern, std::size_t argument,
                                          fmt::format_args all) {
  std::string format;
  Places places(pattern);
  while (const auto place = places.next()) {
    if (place->argument == argument) {
      format = place->format;
      break;
    }
  }
  return fmt::vformat(fmt::format("{{{}{}}}", argument, format), all);
}

std::string textIn(const Sentence& sentence, const TranslatePattern& translate,
                   const WriteNumber& write) {
  if (sentence.pattern.empty()) {
    return sentence.is_number && write ? write(sentence.text) : sentence.text;
  }
  const std::string pattern = translate(sentence.pattern);
  std::string text;
  if (sentence.arguments.empty()) {
    if (sentence.text == sentence.pattern) {
      return pattern;  // a literal of fail(), braces and all
    }
    appendPlain(text, pattern);
    return text;
  }
  std::size_t done = 0;
  Places places(pattern);
  while (const auto place = places.next()) {
    if (place->argument >= sentence.arguments.size()) {
      return sentence.text;  // a translation that does not fit says nothing
    }
    appendPlain(text, std::string_view(pattern).substr(done, place->begin - done));
    text += textIn(sentence.arguments[place->argument], translate, write);
    done = place->end;
  }
  appendPlain(text, std::string_view(pattern).substr(done));
  return text;
}

}  // namespace w2s
