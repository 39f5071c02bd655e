#include "ui/bridge/words.h"

#include <atomic>

#include "ui/bridge/number_language.h"

namespace w2s::ui {
namespace {

std::atomic<Translator> g_translator = nullptr;

}  // namespace

void setTranslator(Translator translator) {
  g_translator = translator;
}

std::string words(const char* context, const char* english) {
  const Translator translator = g_translator;
  return translator == nullptr ? std::string(english) : translator(context, english);
}

std::string wordsOf(const char* context, std::string_view english) {
  const std::string text(english);
  return text.empty() ? text : words(context, text.c_str());
}

std::string said(const Sentence& sentence) {
  return textIn(
      sentence, [](const std::string& pattern) { return wordsOf("engine", pattern); }, localNumber);
}

std::string said(const Error& error) {
  return said(saidBy(error));
}

}  // namespace w2s::ui
