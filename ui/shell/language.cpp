#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include "ui/bridge/translated.h"

static void initTranslations() {
  Q_INIT_RESOURCE(translations);
}

namespace w2s::ui {
namespace {

const QString kLanguage = QStringLiteral("window/language");

}  // namespace

const std::vector<Language>& languages() {
  static const std::vector<Language> kAll{{QString(), QString()},
                                          {QStringLiteral("en"), QStringLiteral("English")},
                                          {QStringLiteral("de"), QStringLiteral("Deutsch")}};
  return kAll;
}

QString chosenLanguage(const QSettings& settings) {
  const QString code = settings.value(kLanguage).toString();
  for (const Language& language : languages()) {
    if (language.code == code) {
      return code;
    }
  }
  return {};
}

void chooseLanguage(QSettings& settings, const QString& code) {
  settings.setValue(kLanguage, code);
}

QString systemLanguage() {
  for (const QString& wanted : QLocale::system().uiLanguages()) {
    const QString code = wanted.section(QLatin1Char('-'), 0, 0);
    for (const Language& language : languages()) {
      if (!code.isEmpty() && language.code == code) {
        return code;
      }
    }
  }
  return QStringLiteral("en");
}

QString installLanguage(QCoreApplication& application, const QString& code) {
  initTranslations();
  const QString wanted = code.isEmpty() ? systemLanguage() : code;
  auto* ours = new QTranslator(&application);
  if (!ours->load(QStringLiteral(":/translations/w2slab_%1.qm").arg(wanted))) {
    delete ours;
    return QStringLiteral("en");
  }
  // Qt's own buttons and menus, where the system has them.
  auto* of_qt = new QTranslator(&application);
  if (of_qt->load(QStringLiteral("qtbase_%1").arg(wanted),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
    QCoreApplication::installTranslator(of_qt);
  }
  QCoreApplication::installTranslator(ours);
  setCurrentLanguage(application, wanted);
  return wanted;
}

}  // namespace w2s::ui
