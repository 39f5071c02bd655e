#include "ui/bridge/name_words.h"

#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"

namespace w2s::ui {

const study::NameWords& nameWords() {
  static const study::NameWords kWords{
      .label = [](std::string_view text) { return wordsOf("config", text); },
      .number = localNumber,
      .said = [](const Sentence& sentence) { return said(sentence); }};
  return kWords;
}

}  // namespace w2s::ui
