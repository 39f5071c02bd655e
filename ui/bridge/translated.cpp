#include "ui/bridge/translated.h"

#include <QCoreApplication>
#include <QLocale>
#include <QVariant>

namespace w2s::ui {
namespace {

constexpr char kCurrent[] = "w2s.language";  // of the application object

QLocale& locale() {
  static QLocale current(QLocale::English);
  return current;
}

}  // namespace

QString currentLanguage() {
  const QVariant current =
      QCoreApplication::instance() != nullptr ? qApp->property(kCurrent) : QVariant();
  return current.isValid() ? current.toString() : QStringLiteral("en");
}

void setCurrentLanguage(QCoreApplication& application, const QString& code) {
  application.setProperty(kCurrent, code);
  locale() = QLocale(code);
  QLocale::setDefault(locale());  // of what Qt writes and reads itself
}

const QLocale& windowLocale() {
  return locale();
}

QString translated(std::string_view english) {
  const QByteArray text(english.data(), static_cast<qsizetype>(english.size()));
  return text.isEmpty() ? QString() : QCoreApplication::translate("config", text.constData());
}

}  // namespace w2s::ui
