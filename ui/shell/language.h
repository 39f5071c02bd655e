// Which languages the window speaks, which one is chosen, and its translators.
//
// The texts of the window are translated through tr(), those of the engine through translated() and
// said() (ui/bridge/translated.h, ui/bridge/words.h).
#pragma once

#include <vector>

#include <QString>

class QCoreApplication;
class QSettings;

namespace w2s::ui {

struct Language {
  QString code;         // "en", "de"; empty: the system's
  QString native_name;  // "Deutsch"; empty with an empty code
};
[[nodiscard]] const std::vector<Language>& languages();

// Empty: the system's. A language that is not there counts as not chosen.
[[nodiscard]] QString chosenLanguage(const QSettings& settings);
void chooseLanguage(QSettings& settings, const QString& code);

// The languages of the system that we speak, best first, or "en".
[[nodiscard]] QString systemLanguage();

// Installs the translators of our texts and Qt's. Before the first widget. Returns the language in
// effect, which is "en" where `code` has no translation.
QString installLanguage(QCoreApplication& application, const QString& code);

}  // namespace w2s::ui
