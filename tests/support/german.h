// A German window while it lives: texts, numbers, dates.
#pragma once

#include <QCoreApplication>
#include <QTranslator>

#include "ui/bridge/translated.h"
#include "ui/shell/language.h"

namespace w2s::test {

struct German {
  German() {
    ui::installLanguage(*QCoreApplication::instance(), QStringLiteral("de"));
  }
  ~German() {
    qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator*>());
    ui::setCurrentLanguage(*QCoreApplication::instance(), QStringLiteral("en"));
  }
  Q_DISABLE_COPY_MOVE(German)
};

}  // namespace w2s::test
