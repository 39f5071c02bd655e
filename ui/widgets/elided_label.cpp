#include "ui/widgets/elided_label.h"

#include <algorithm>

#include <QPainter>

namespace w2s::ui {

QSize ElidedLabel::minimumSizeHint() const {
  const QSize full = QLabel::minimumSizeHint();
  return {std::min(full.width(), fontMetrics().averageCharWidth() * 6), full.height()};
}

void ElidedLabel::paintEvent(QPaintEvent* event) {
  const QRect room = contentsRect();
  if (fontMetrics().horizontalAdvance(text()) <= room.width()) {
    QLabel::paintEvent(event);
    return;
  }
  QPainter painter(this);
  painter.setPen(palette().color(foregroundRole()));
  painter.drawText(room, static_cast<int>(alignment()) | Qt::TextSingleLine,
                   fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
}

}  // namespace w2s::ui
