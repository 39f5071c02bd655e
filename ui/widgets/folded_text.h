// A long text in a small place: as many whole lines as there is room for, the last one shortened.
#pragma once

#include <QString>

class QPainter;
class QRectF;
class QFont;

namespace w2s::ui {

// With the painter's font and pen; nothing is drawn beyond `room`.
void drawFolded(QPainter& painter, const QRectF& room, const QString& text);
// How high the text is at this width; at most `most`.
[[nodiscard]] int foldedHeight(const QFont& font, const QString& text, int width, int most);

}  // namespace w2s::ui
