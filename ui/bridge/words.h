// Translated texts as UTF-8, for charts, figures and what the engine says.
//
// words("charts", "Test accuracy") is found by lupdate like translate(); a text that is not a
// literal (the label of a setting) goes through wordsOf(), and its literal has to be listed
// elsewhere (resources/translations/config_texts.h).
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace w2s::ui {

[[nodiscard]] std::string words(const char* context, const char* english);
// Marks a text of a table for translation; wordsOf() translates it where it is used.
[[nodiscard]] constexpr const char* wordsNoop(const char* /*context*/, const char* english) {
  return english;
}
[[nodiscard]] std::string wordsOf(const char* context, std::string_view english);
// What the engine says, in the window's language; English where it has no translation. The patterns
// are listed in resources/translations/engine_texts.h. Names and bytes of files in it are made fit to
// be shown (core/base/plain_text.h).
[[nodiscard]] std::string said(const Sentence& sentence);
[[nodiscard]] std::string said(const Error& error);

}  // namespace w2s::ui
