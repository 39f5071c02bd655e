#include "ui/bridge/words.h"

#include <QCoreApplication>

#include "core/base/plain_text.h"
#include "ui/bridge/number_language.h"

namespace w2s::ui {

std::string words(const char* context, const char* english) {
  return QCoreApplication::translate(context, english).toStdString();
}

std::string wordsOf(const char* context, std::string_view english) {
  const std::string text(english);
  return text.empty() ? text : words(context, text.c_str());
}

std::string said(const Sentence& sentence) {
  return plainLines(textIn(
      sentence, [](const std::string& pattern) { return wordsOf("engine", pattern); },
      localNumber));
}

std::string said(const Error& error) {
  return said(saidBy(error));
}

}  // namespace w2s::ui
