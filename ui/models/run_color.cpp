#include "ui/models/run_color.h"

#include <array>

#include <QCoreApplication>

#include "core/store/run_labels.h"
#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

constexpr std::size_t kColors = store::RunLabels::kColors;

// Clear of the roles' colours.
const std::array<QColor, kColors> kOnLight{"#6F4FBA", "#1B7FAE", "#8A5A2B",
                                           "#B83D80", "#5E7A16", "#566579"};
const std::array<QColor, kColors> kOnDark{"#A88BE8", "#6CC3F0", "#C99668",
                                          "#F08FBF", "#A9C64A", "#A7B4C6"};

}  // namespace

QColor runColor(const Theme& theme, int color) {
  const std::size_t index = static_cast<std::size_t>(color) % kColors;
  return theme.look() == Look::Dark ? kOnDark[index] : kOnLight[index];
}

QString runColorName(int color) {
  static constexpr std::array<const char*, kColors> kNames{
      QT_TRANSLATE_NOOP("RunColor", "Violet"), QT_TRANSLATE_NOOP("RunColor", "Sky blue"),
      QT_TRANSLATE_NOOP("RunColor", "Brown"),  QT_TRANSLATE_NOOP("RunColor", "Pink"),
      QT_TRANSLATE_NOOP("RunColor", "Olive"),  QT_TRANSLATE_NOOP("RunColor", "Slate")};
  return QCoreApplication::translate("RunColor", kNames[static_cast<std::size_t>(color) % kColors]);
}

}  // namespace w2s::ui
