// The file with the window's settings. What is damaged in it is not used, and the old file is kept
// beside it: settings are never worth a window that does not open, nor a window that is not as it
// was left without a word.
#pragma once

#include <memory>

#include <QLockFile>
#include <QSettings>
#include <QString>

namespace w2s::ui {

// The group with the arrangement of the window and its panels. Opaque bytes for the most part:
// sealed (settings_seal.h), and not used without a sound seal.
inline const QString kLayoutGroup = QStringLiteral("layout");

struct OpenedSettings {
  std::unique_ptr<QSettings> settings;  // null: there cannot be any
  QString note;                         // a sentence for the user; empty: all is well
  // While it stands, the window has not been seen. A program that ends without releasing it leaves
  // its file, and the next start begins with defaults. Null: the folder cannot be written.
  std::unique_ptr<QLockFile> start;
};

// `path` empty: the usual place for this application and user. The window's thread.
[[nodiscard]] OpenedSettings openSettings(const QString& path = {});

}  // namespace w2s::ui
