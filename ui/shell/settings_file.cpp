#include "ui/shell/settings_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace w2s::ui {
namespace {

struct SettingsFile {
  Q_DECLARE_TR_FUNCTIONS(w2s::ui::SettingsFile)
};

std::unique_ptr<QSettings> settingsAt(const QString& path) {
  return path.isEmpty() ? std::make_unique<QSettings>()
                        : std::make_unique<QSettings>(path, QSettings::IniFormat);
}

// QSettings takes much for a value; text with zero bytes is none.
bool holdsBinary(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) && file.readAll().contains('\0');
}

QString setAside(const QString& path) {
  const QString kept = path + QStringLiteral(".damaged");
  QFile::remove(kept);
  return QFile::rename(path, kept) ? kept : QString();
}

}  // namespace

OpenedSettings openSettings(const QString& path) {
  OpenedSettings opened{.settings = settingsAt(path), .note = {}};
  const QString file = opened.settings->fileName();
  const bool damaged = opened.settings->status() == QSettings::FormatError || holdsBinary(file);
  if (damaged) {
    opened.settings.reset();
    const QString kept = setAside(file);
    opened.settings = settingsAt(path);
    if (kept.isEmpty()) {
      opened.settings->clear();
      opened.note =
          SettingsFile::tr("The window's settings in %1 are damaged. It starts with its defaults.")
              .arg(QDir::toNativeSeparators(file));
    } else {
      opened.note = SettingsFile::tr(
                        "The window's settings are damaged, so it starts with its defaults. The "
                        "damaged file is kept as %1.")
                        .arg(QDir::toNativeSeparators(kept));
    }
  } else if (opened.settings->status() == QSettings::AccessError ||
             !opened.settings->isWritable()) {
    opened.note = SettingsFile::tr(
                      "The window's settings in %1 cannot be written: what you choose is "
                      "forgotten when the window closes. Check who owns the file.")
                      .arg(QDir::toNativeSeparators(file));
  }
  return opened;
}

}  // namespace w2s::ui
