// The file with the window's settings. A damaged one is set aside and the window starts with its
// defaults: settings are never worth a window that does not open.
#pragma once

#include <memory>

#include <QSettings>
#include <QString>

namespace w2s::ui {

struct OpenedSettings {
  std::unique_ptr<QSettings> settings;
  QString note;  // a sentence for the user; empty: all is well
};

// `path` empty: the usual place for this application and user.
[[nodiscard]] OpenedSettings openSettings(const QString& path = {});

}  // namespace w2s::ui
