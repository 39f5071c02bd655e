#include "ui/shell/settings_file.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include "ui/shell/settings_seal.h"

namespace w2s::ui {
namespace {

struct SettingsFile {
  Q_DECLARE_TR_FUNCTIONS(w2s::ui::SettingsFile)
};

constexpr qint64 kMostBytes = 4 << 20;  // a thousand times what the window writes
constexpr int kMostKept = 9;
const QString kDamaged = QStringLiteral(".damaged");

std::unique_ptr<QSettings> settingsAt(const QString& path) {
  return path.isEmpty() ? std::make_unique<QSettings>()
                        : std::make_unique<QSettings>(path, QSettings::IniFormat);
}

// Where QSettings looks, without opening it: it would wait for the other end of a pipe.
QString fileOf(const QString& path) {
  return !path.isEmpty()
             ? path
             : QStringLiteral("%1/%2/%3.conf")
                   .arg(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation),
                        QCoreApplication::organizationName(), QCoreApplication::applicationName());
}

QByteArray contentOf(const QString& file) {
  QFile opened(file);
  return opened.open(QIODevice::ReadOnly) ? opened.read(kMostBytes + 1) : QByteArray();
}

// A file of settings in which something is wrong.
class OldFile {
 public:
  explicit OldFile(const QString& file) : file_(file) {}

  // Copies it once, to the first free name. `ending` says what was wrong.
  void keep(const QString& ending) {
    if (!kept_.isEmpty()) {
      return;
    }
    QString name = file_ + ending;
    for (int number = 2; QFile::exists(name) && number <= kMostKept; ++number) {
      name = file_ + ending + QString::number(number);
    }
    QFile::remove(name);
    kept_ = QFile::copy(file_, name) ? name : QString();
  }

  // The sentence, and where the old file is.
  [[nodiscard]] QString said(const QString& sentence) const {
    return kept_.isEmpty() ? sentence
                           : sentence + QLatin1Char(' ') +
                                 SettingsFile::tr("The old file is kept as %1.")
                                     .arg(QDir::toNativeSeparators(kept_));
  }

 private:
  QString file_;
  QString kept_;
};

// Values that QSettings hands to Qt's reader of bytes, which believes every size that it finds
// there. This version stores none; earlier ones stored the sizes of panels so.
bool holdsVariant(const QByteArray& line) {
  return line.contains("@Variant(") || line.contains("@DateTime(");
}

bool dropVariants(const QString& file, const QByteArray& content) {
  QSaveFile cleaned(file);
  if (!cleaned.open(QIODevice::WriteOnly)) {
    return false;
  }
  for (const QByteArray& line : content.split('\n')) {
    if (!holdsVariant(line)) {
      cleaned.write(line + '\n');
    }
  }
  return cleaned.commit();
}

// Takes the lock of a start under way. True: an earlier start ended without giving it back.
bool beginStart(OpenedSettings& opened, const QString& file) {
  QDir().mkpath(QFileInfo(file).path());
  const QString name = file + QStringLiteral(".starting");
  const bool was_there = QFile::exists(name);
  auto lock = std::make_unique<QLockFile>(name);
  lock->setStaleLockTime(0);  // however long a start takes, as long as its process lives
  if (lock->tryLock(0)) {
    opened.start = std::move(lock);
  }
  return was_there && opened.start != nullptr;
}

// Without the file: it is kept by then, or cannot be.
void startAnew(OpenedSettings& opened, const QString& path, const QString& file) {
  opened.settings.reset();
  QFile::remove(file);
  opened.settings = settingsAt(path);
  opened.settings->clear();  // where it could not be removed
}

// Removes an arrangement of the window that is not as it was stored. A sentence if there was one.
QString checkLayout(QSettings& settings, OldFile& old_file) {
  QStringList unsealed{QStringLiteral("window/geometry"), QStringLiteral("window/docks"),
                       QStringLiteral("window/dock_sizes"), QStringLiteral("window/hidden_docks"),
                       QStringLiteral("window/page")};  // where earlier versions had it
  const QStringList keys = settings.allKeys();
  const auto isThere = [&](const QString& group) {
    return std::ranges::any_of(keys, [&](const QString& key) {
      return key == group || key.startsWith(group + QLatin1Char('/'));
    });
  };
  const bool is_damaged = isThere(kLayoutGroup) && sealOf(settings, kLayoutGroup) != Seal::Sound;
  const bool is_earlier = std::ranges::any_of(unsealed, isThere);
  if (!is_damaged && !is_earlier) {
    return {};
  }
  old_file.keep(kDamaged);
  if (is_damaged) {
    unsealed += kLayoutGroup;
  }
  for (const QString& group : unsealed) {
    settings.remove(group);
  }
  return is_damaged ? SettingsFile::tr(
                          "The arrangement of the window is damaged in its settings, "
                          "so the window starts with the first one.")
                    : SettingsFile::tr(
                          "The arrangement of the window was stored without a "
                          "checksum, as earlier versions of W2S Lab did, so the "
                          "window starts with the first one.");
}

}  // namespace

OpenedSettings openSettings(const QString& path) {
  OpenedSettings opened;
  const QString file = fileOf(path);
  const QString shown = QDir::toNativeSeparators(file);
  if (const QFileInfo info(file); info.exists() && !info.isFile()) {
    opened.note = SettingsFile::tr(
                      "%1 is no file, so it holds no settings of the window: what you "
                      "choose is forgotten when the window closes.")
                      .arg(shown);
    return opened;
  }
  const bool last_failed = beginStart(opened, file);
  const QByteArray content = contentOf(file);
  OldFile old_file(file);
  if (last_failed && !content.isEmpty()) {
    old_file.keep(QStringLiteral(".unopened"));
    startAnew(opened, path, file);
    opened.note = old_file.said(
        SettingsFile::tr("The last start of the window ended before it could be seen, so this one "
                         "begins with the defaults."));
    return opened;
  }
  bool damaged = content.size() > kMostBytes || content.contains('\0');
  QString loss;
  if (!damaged && std::ranges::any_of(content.split('\n'), holdsVariant)) {
    old_file.keep(kDamaged);
    damaged = !dropVariants(file, content);
    loss = SettingsFile::tr("Some of the window's settings are damaged and are not used.");
  }
  if (!damaged) {
    opened.settings = settingsAt(path);
    damaged = opened.settings->status() == QSettings::FormatError;
  }
  if (damaged) {
    old_file.keep(kDamaged);
    startAnew(opened, path, file);
    opened.note = old_file.said(
        SettingsFile::tr("The window's settings are damaged, so it starts with its defaults."));
    return opened;
  }
  if (const QString layout = checkLayout(*opened.settings, old_file); !layout.isEmpty()) {
    loss = layout;
  }
  if (!loss.isEmpty()) {
    opened.note = old_file.said(loss);
  } else if (opened.settings->status() == QSettings::AccessError ||
             !opened.settings->isWritable()) {
    opened.note = SettingsFile::tr(
                      "The window's settings in %1 cannot be written: what you choose is "
                      "forgotten when the window closes. Check who owns the file.")
                      .arg(shown);
  }
  return opened;
}

}  // namespace w2s::ui
