#include "ui/shell/settings_seal.h"

#include <QCryptographicHash>
#include <QSettings>
#include <QStringList>

namespace w2s::ui {
namespace {

const QString kChecksum = QStringLiteral("checksum");

QString checksumKey(const QString& group) {
  return group + QLatin1Char('/') + kChecksum;
}

// The same before and after the file: there numbers are text, and a list of one text is that text.
QByteArray bytesOf(const QVariant& value) {
  switch (value.typeId()) {
    case QMetaType::QByteArray:
      return value.toByteArray();
    case QMetaType::QStringList:
      return value.toStringList().join(QChar(0x1f)).toUtf8();
    default:
      return value.toString().toUtf8();
  }
}

QString checksumOf(const QSettings& settings, const QString& group) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  const auto add = [&hash](const QByteArray& bytes) {
    hash.addData(QByteArray::number(bytes.size()) + ':' + bytes);
  };
  QStringList keys = settings.allKeys();
  keys.sort();
  for (const QString& key : keys) {
    if (key.section(QLatin1Char('/'), 0, -2) == group && key != checksumKey(group)) {
      add(key.toUtf8());
      add(bytesOf(settings.value(key)));
    }
  }
  return QString::fromLatin1(hash.result().toHex());
}

}  // namespace

void sealGroup(QSettings& settings, const QString& group) {
  settings.setValue(checksumKey(group), checksumOf(settings, group));
}

Seal sealOf(const QSettings& settings, const QString& group) {
  const QString stored = settings.value(checksumKey(group)).toString();
  return stored.isEmpty()                        ? Seal::Absent
         : stored == checksumOf(settings, group) ? Seal::Sound
                                                 : Seal::Broken;
}

}  // namespace w2s::ui
