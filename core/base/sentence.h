// A sentence for people that keeps its pattern and its arguments.
//
// The engine speaks English and knows no other language. Whoever shows its sentences may: the
// pattern is looked up in a translation and the arguments are put into the places of what was
// found, each translated in the same way where it is a sentence itself. What has no pattern (a file
// name, the operating system's reason) is the same everywhere, but for a real number, which each
// language writes in its way.
//
//   const Sentence s = sentence("Cannot {} {}: {}.", sentence("open"), path, reason);
//   s.text                        "Cannot open /x: Permission denied."
//   textIn(s, translate)          "/x kann nicht geöffnet werden ..." as the translation of the pattern says
//
// Patterns are literals of the source: tests/support/engine_texts.py lists them for the
// translators, and a test fails when one is missing. Threads: values.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <fmt/core.h>

namespace w2s {

struct Sentence {
  std::string text;                      // in English
  std::string pattern = {};              // empty: the text has no translation
  std::vector<Sentence> arguments = {};  // by number
  bool is_number = false;                // a real one, whose decimal mark is the language's

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

}  // namespace w2s

// In messages a sentence is its English text; it takes no format of its own.
namespace fmt {
template <>
struct formatter<w2s::Sentence> {
  constexpr auto parse(format_parse_context& context) {
    return context.begin();
  }
  template <class Context>
  auto format(const w2s::Sentence& sentence, Context& context) const {
    return std::copy(sentence.text.begin(), sentence.text.end(), context.out());
  }
};
}  // namespace fmt

namespace w2s {
namespace sentence_detail {

// The text of one argument as the pattern wants it: "{:.3f}" rounds it.
[[nodiscard]] std::string argumentText(std::string_view pattern, std::size_t argument,
                                       fmt::format_args all);

template <class Value>
[[nodiscard]] Sentence argumentOf(const Value& value, std::string_view pattern,
                                  std::size_t argument, fmt::format_args all) {
  if constexpr (std::is_same_v<Value, Sentence>) {
    return value;
  } else {
    return {.text = argumentText(pattern, argument, all),
            .is_number = std::is_floating_point_v<Value>};
  }
}

}  // namespace sentence_detail

template <class... Values>
[[nodiscard]] Sentence sentence(fmt::format_string<Values...> pattern, Values&&... values) {
  const fmt::string_view view = pattern;
  const std::string_view text(view.data(), view.size());
  const auto store = fmt::make_format_args(values...);
  Sentence made{.text = fmt::vformat(view, store), .pattern = std::string(text)};
  std::size_t next = 0;
  (made.arguments.push_back(sentence_detail::argumentOf(values, text, next++, store)), ...);
  return made;
}

// Marks a text that becomes a sentence's pattern only when it is needed.
[[nodiscard]] constexpr const char* sentenceNoop(const char* literal) {
  return literal;
}

// `translate` gives a pattern in another language, with the same places, or the pattern itself.
using TranslatePattern = std::function<std::string(const std::string& pattern)>;
// `write` gives a real number, "0.5", as that language writes it. None: as it is.
using WriteNumber = std::function<std::string(const std::string& number)>;
[[nodiscard]] std::string textIn(const Sentence& sentence, const TranslatePattern& translate,
                                 const WriteNumber& write = {});

}  // namespace w2s
