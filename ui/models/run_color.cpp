#include "ui/models/run_color.h"

#include <array>

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>

#include "core/store/run_labels.h"
#include "ui/draw/panel.h"
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
  const QString name =
      QCoreApplication::translate("RunColor", kNames[static_cast<std::size_t>(color) % kColors]);
  const int dash = charts::overlayDash(color);
  return dash == 0
             ? name
             : QCoreApplication::translate("RunColor", "%1, dashes %2").arg(name).arg(dash + 1);
}

QIcon runSwatch(const Theme& theme, int color) {
  const int dash = charts::overlayDash(color);
  if (dash == 0) {
    return theme.icon(QStringLiteral("swatch"), runColor(theme, color));
  }
  constexpr int kSide = 16;
  constexpr double kHeight = 5.0;
  QPixmap pixmap(2 * kSide, 2 * kSide);
  pixmap.setDevicePixelRatio(2.0);
  pixmap.fill(Qt::transparent);
  QPen pen(runColor(theme, color), kHeight, Qt::CustomDashLine, Qt::FlatCap);
  QList<qreal> pattern;  // in widths of the line: here a pixel stands for a width of the curve
  for (const double length : draw::kindOfDashes(dash)) {
    pattern += length / kHeight;
  }
  pen.setDashPattern(pattern);
  QPainter painter(&pixmap);
  painter.setPen(pen);
  painter.drawLine(QPointF(1.0, kSide / 2.0), QPointF(kSide - 1.0, kSide / 2.0));
  return QIcon(pixmap);
}

}  // namespace w2s::ui
