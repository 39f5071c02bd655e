#include "ui/models/run_color.h"

#include <array>

#include <QCoreApplication>

#include "core/store/run_labels.h"
#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

constexpr std::size_t kColors = store::RunLabels::kColors;

static_assert(kColors == charts::kOverlayInks);

}  // namespace

QColor runColor(const Theme& theme, int color) {
  return theme.tokens().of(charts::overlayInk(color));
}

QString runColorName(int color) {
  static constexpr std::array<const char*, kColors> kNames{
      QT_TRANSLATE_NOOP("RunColor", "Violet"), QT_TRANSLATE_NOOP("RunColor", "Brown"),
      QT_TRANSLATE_NOOP("RunColor", "Pink"),   QT_TRANSLATE_NOOP("RunColor", "Olive"),
      QT_TRANSLATE_NOOP("RunColor", "Slate"),  QT_TRANSLATE_NOOP("RunColor", "Blue"),
      QT_TRANSLATE_NOOP("RunColor", "Green"),  QT_TRANSLATE_NOOP("RunColor", "Teal"),
      QT_TRANSLATE_NOOP("RunColor", "Gold"),   QT_TRANSLATE_NOOP("RunColor", "Grey"),
      QT_TRANSLATE_NOOP("RunColor", "Purple"), QT_TRANSLATE_NOOP("RunColor", "Red")};
  return QCoreApplication::translate("RunColor", kNames[static_cast<std::size_t>(color) % kColors]);
}

}  // namespace w2s::ui
