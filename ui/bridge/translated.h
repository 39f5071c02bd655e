// The language in effect, and texts that the engine provides in English (labels and help of
// settings, titles of presets) in it. Those of the window go through tr(), what the engine says
// through said() (ui/bridge/words.h).
#pragma once

#include <string_view>

#include <QString>

class QCoreApplication;

namespace w2s::ui {

// "de"; "en" before a language was put into effect, which is the business of ui/shell/language.h.
[[nodiscard]] QString currentLanguage();
void setCurrentLanguage(QCoreApplication& application, const QString& code);

// From the context "config" (resources/translations/config_texts.h); unknown texts stay as they
// are.
[[nodiscard]] QString translated(std::string_view english);

}  // namespace w2s::ui
