// Pictures of widgets for people to look at: written where W2S_PICTURES names a folder.
#pragma once

#include <QString>
#include <QWidget>

namespace w2s::test {

inline void picture(QWidget* widget, const char* name) {
  const QString folder = qEnvironmentVariable("W2S_PICTURES");
  if (!folder.isEmpty()) {
    widget->grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name)));
  }
}

}  // namespace w2s::test
