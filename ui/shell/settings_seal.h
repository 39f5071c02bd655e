// A checksum beside a group of the window's settings. It finds damage that leaves a value readable:
// Qt takes the bytes of a window's arrangement as they are and ends the program on damaged ones,
// and a damaged number is as good as any other.
#pragma once

#include <QString>

class QSettings;

namespace w2s::ui {

enum class Seal {
  Absent,  // the group is empty, or an earlier version wrote it
  Sound,
  Broken,
};

// Stores the checksum of what stands in `group` itself; groups inside it do not count.
void sealGroup(QSettings& settings, const QString& group);
[[nodiscard]] Seal sealOf(const QSettings& settings, const QString& group);

}  // namespace w2s::ui
