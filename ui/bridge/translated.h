// The language in effect with its numbers and dates, and texts that the engine provides in English
// (labels and help of settings, titles of presets) in it. Those of the window go through tr(), what
// the engine says through said() (ui/bridge/words.h).
#pragma once

#include <string_view>

#include <QString>

class QCoreApplication;
class QLocale;

namespace w2s::ui {

// "de"; "en" before a language was put into effect, which is the business of ui/shell/language.h.
[[nodiscard]] QString currentLanguage();
void setCurrentLanguage(QCoreApplication& application, const QString& code);
// Writes and reads the numbers and dates that people see: that of the window's language, whatever
// the system's is. Files for machines and settings stay in the C format.
[[nodiscard]] const QLocale& windowLocale();

// From the context "config" (resources/translations/config_texts.h); unknown texts stay as they
// are.
[[nodiscard]] QString translated(std::string_view english);

}  // namespace w2s::ui
