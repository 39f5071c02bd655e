#include "ui/widgets/folded_text.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

namespace w2s::ui {
namespace {

// Calls `line` with each line and where its text begins, until it says that it has enough.
template <class Line>
void layOut(const QString& text, const QFont& font, double width, const Line& line) {
  QTextLayout layout(text, font);
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(option);
  layout.beginLayout();
  for (;;) {
    QTextLine next = layout.createLine();
    if (!next.isValid()) {
      break;
    }
    next.setLineWidth(width);
    if (!line(next)) {
      break;
    }
  }
  layout.endLayout();
}

// Beyond this no place has room; the layout of a whole book would take its time.
constexpr qsizetype kMostLetters = 4000;

QString oneParagraph(const QString& text) {
  return text.left(kMostLetters).simplified();
}

}  // namespace

void drawFolded(QPainter& painter, const QRectF& room, const QString& text) {
  const QString shown = oneParagraph(text);
  const QFontMetricsF metrics(painter.font());
  const double step = metrics.lineSpacing();
  const int lines = std::max(1, static_cast<int>(std::floor(room.height() / step)));
  double top = room.top();
  int at = 0;
  layOut(shown, painter.font(), room.width(), [&](const QTextLine& line) {
    ++at;
    const bool is_last = at == lines;
    const QString part =
        is_last ? metrics.elidedText(shown.mid(line.textStart()), Qt::ElideRight, room.width())
                : shown.mid(line.textStart(), line.textLength());
    painter.drawText(QPointF(room.left(), top + metrics.ascent()), part);
    top += step;
    return !is_last;
  });
}

int foldedHeight(const QFont& font, const QString& text, int width, int most) {
  const double step = QFontMetricsF(font).lineSpacing();
  double height = 0.0;
  layOut(oneParagraph(text), font, width, [&](const QTextLine&) {
    height += step;
    return height < most;
  });
  return std::min(most, static_cast<int>(std::ceil(height)));
}

}  // namespace w2s::ui
