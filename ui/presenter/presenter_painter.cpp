#include "ui/presenter/presenter_painter.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "core/base/rounding.h"
#include "ui/bridge/pgr_text.h"
#include "ui/draw/scene_painter.h"
#include "ui/models/examples_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/example_delegate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/gap_track.h"

namespace w2s::ui {
namespace {

constexpr double kBarScale = 2.0;  // of the gap bar, against the run page's

QRectF qrect(const draw::Rect& rect) {
  return {rect.left, rect.top, rect.width, rect.height};
}

// As large as the room allows, at most `size`: a long title shrinks before it is cut.
QFont fittingFont(QFont font, const QString& text, double width) {
  while (font.pixelSize() > 12 && QFontMetricsF(font).horizontalAdvance(text) > width) {
    font.setPixelSize(font.pixelSize() - 1);
  }
  return font;
}

}  // namespace

QFont PresenterPainter::font(double size, int weight) const {
  QFont made = theme_.font(13, static_cast<QFont::Weight>(weight));
  made.setPixelSize(std::max(8, static_cast<int>(std::lround(size * layout_.unit))));
  return made;
}

void PresenterPainter::paint(QPainter& painter, const PresenterContent& content,
                             std::optional<double> gap, const QRectF& dirty) const {
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  for (std::size_t i = 0; i < content.panels.size(); ++i) {
    if (qrect(layout_.charts[i]).intersects(dirty)) {
      draw::paintShapes(painter, content.panels[i].shapes, 1.0);
    }
  }
  if (content.examples != nullptr && qrect(layout_.charts.front()).intersects(dirty)) {
    paintExamples(painter, content);
  }
  paintHead(painter, content);
  paintNumbers(painter, content.readings);
  paintGap(painter, content, gap);
  for (std::size_t i = 0; i < content.controls.size(); ++i) {
    paintControl(painter, content.controls[i], layout_.controls[i], i == content.chosen);
  }
  if (!content.notice.isEmpty()) {
    paintNotice(painter, content.notice);
  } else if (!content.hint.isEmpty()) {
    paintHint(painter, content.hint);
  }
}

void PresenterPainter::paintHead(QPainter& painter, const PresenterContent& content) const {
  const Tokens& tokens = theme_.tokens();
  const QRectF title = qrect(layout_.title);
  painter.setFont(fittingFont(font(34, QFont::Bold), content.title, title.width()));
  painter.setPen(tokens.text);
  painter.drawText(title, Qt::AlignVCenter | Qt::AlignLeft, content.title);
  if (!content.change.isEmpty()) {
    const QRectF line = qrect(layout_.change);
    painter.setFont(fittingFont(font(22, QFont::DemiBold), content.change, line.width()));
    painter.setPen(tokens.muted);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, content.change);
  }

  QFont small = font(20, QFont::Normal);
  const double unit = layout_.unit;
  const QRectF room = qrect(layout_.state);
  const double extra = 58.0 * unit;
  small = fittingFont(small, content.state, room.width() - extra);
  const double width =
      std::min(room.width(), QFontMetricsF(small).horizontalAdvance(content.state) + extra);
  const QRectF pill(room.right() - width, room.top(), width, room.height());
  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens.chip);
  painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
  painter.setBrush(content.state_color);
  const double radius = 7.5 * unit;
  painter.drawEllipse(QPointF(pill.left() + 26.0 * unit, pill.center().y()), radius, radius);
  painter.setFont(small);
  painter.setPen(tokens.text);
  painter.drawText(pill.adjusted(42.0 * unit, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                   content.state);
}

void PresenterPainter::paintNumbers(QPainter& painter, const Readings& readings) const {
  const Tokens& tokens = theme_.tokens();
  const double unit = layout_.unit;
  struct Number {
    QString caption;
    const metrics::Performance& value;
    QColor line;
    QColor letters;
  };
  const Number numbers[] = {{tr("Ceiling"), readings.ceiling, tokens.ceiling, tokens.ceiling_text},
                            {tr("Student"), readings.student, tokens.student, tokens.student},
                            {tr("Weak floor"), readings.weak, tokens.weak, tokens.weak_text}};
  std::int64_t rows = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const Number& number = numbers[i];
    const bool known = number.value.n > 0;
    rows = std::max(rows, number.value.n);
    const QRectF room = qrect(layout_.numbers[i]).adjusted(0, 0, 0, -18.0 * unit);
    painter.fillRect(QRectF(room.left(), room.top(), 7.0 * unit, room.height()),
                     known ? number.line : tokens.disabled);
    const double left = room.left() + 24.0 * unit;
    painter.setFont(font(22, QFont::Normal));
    painter.setPen(tokens.muted);
    painter.drawText(QRectF(left, room.top(), room.width(), 30.0 * unit),
                     Qt::AlignLeft | Qt::AlignTop, number.caption);
    const QString value =
        known ? tr("%1 %").arg(percentText(number.value.accuracy)) : QStringLiteral("\u2013");
    const double height = room.height() - 26.0 * unit;
    painter.setFont(fittingFont(font(std::min(78.0, 0.92 * height / unit), QFont::Bold), value,
                                room.right() - left));
    painter.setPen(known ? number.letters : tokens.disabled);
    painter.drawText(QRectF(left, room.bottom() - height, room.width(), height + 4.0 * unit),
                     Qt::AlignLeft | Qt::AlignBottom, value);
  }
  if (rows > 0) {
    const QRectF last = qrect(layout_.numbers.back());
    painter.setFont(font(18, QFont::Normal));
    painter.setPen(tokens.muted);
    painter.drawText(QRectF(last.left(), last.bottom(), last.width(), 28.0 * unit),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("of %1 test rows").arg(countText(rows)));
  }
}

void PresenterPainter::paintGap(QPainter& painter, const PresenterContent& content,
                                std::optional<double> gap) const {
  const Tokens& tokens = theme_.tokens();
  const double unit = layout_.unit;
  const QRectF room = qrect(layout_.gap_value);
  painter.setFont(font(22, QFont::Normal));
  painter.setPen(tokens.muted);
  painter.drawText(QRectF(room.left(), room.top(), room.width() * 1.2, 30.0 * unit),
                   Qt::AlignLeft | Qt::AlignVCenter, tr("Gap recovered (PGR)"));
  const bool defined = content.readings.isPgrMeaningful();
  const QString value =
      defined ? decimalText(*content.readings.pgr->signed_value, 2) : QStringLiteral("\u2013");
  painter.setFont(fittingFont(font(84, QFont::Bold), value, room.width()));
  painter.setPen(defined ? tokens.text : tokens.disabled);
  painter.drawText(QRectF(room.left(), room.top() + 28.0 * unit, room.width(), 96.0 * unit),
                   Qt::AlignLeft | Qt::AlignVCenter, value);
  paintBar(painter, content, gap);
}

void PresenterPainter::paintBar(QPainter& painter, const PresenterContent& content,
                                std::optional<double> gap) const {
  const Tokens& tokens = theme_.tokens();
  const double unit = layout_.unit;
  const Readings& readings = content.readings;
  const QRectF bar = qrect(layout_.gap_bar);
  GapTrack track(tokens, readings, content.gap_scale, bar, kBarScale * unit);
  track.paint(painter, readings.isPgrMeaningful() ? gap : std::nullopt);
  painter.setFont(font(22, QFont::DemiBold));
  const auto [left, right] = track.paintEnds(painter, tr("weak"));

  const QString middle = barText(content);
  const QFont names = painter.font();
  painter.setFont(fittingFont(font(22, QFont::Normal), middle, right - left));
  const double width = QFontMetricsF(painter.font()).horizontalAdvance(middle) + 2.0;
  double x = (left + right - width) / 2.0;
  painter.setPen(tokens.muted);
  if (content.prediction) {
    const double at = track.placeOf(*content.prediction);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.text);
    const double tip = bar.top() - 6.0 * unit;
    const double half = 12.0 * unit;
    // Above the bar, so that it stays clear of the student's dot.
    painter.drawPolygon(
        QPolygonF({{at - half, tip - 18.0 * unit}, {at + half, tip - 18.0 * unit}, {at, tip}}));
    // Below its mark, beyond the names of the ends too; where one is in the way, between them.
    const double room_right = bar.right() + 24.0 * unit;
    x = std::clamp(at - width / 2.0, bar.left(), std::max(bar.left(), room_right - width));
    if (!track.isFree(x, x + width)) {
      x = std::clamp(at - width / 2.0, left, std::max(left, right - width));
    }
    painter.setPen(tokens.text);
  }
  if (!middle.isEmpty()) {
    painter.drawText(QPointF(x, track.baseline()), middle);
    track.take(x, x + width);
  }
  painter.setFont(names);
  track.paintReference(painter);
}

// What the class predicts, or how far the value can be believed.
QString PresenterPainter::barText(const PresenterContent& content) {
  return content.prediction ? tr("class predicted %1").arg(decimalText(*content.prediction, 2))
                            : gapNote(content.readings);
}

QString PresenterPainter::gapNote(const Readings& readings) {
  if (readings.isPgrMeaningful()) {
    return readings.provisional ? tr("provisional, the run goes on") : QString();
  }
  if (!readings.pgr) {
    return tr("known once weak floor, student and ceiling are measured");
  }
  return pgrCaveat(readings);
}

draw::Rect PresenterPainter::sliderOf(const draw::Rect& room) {
  const double inset = 0.14 * room.height;  // half the knob
  return {room.left + inset, room.top + 0.62 * room.height, room.width - 2.0 * inset, 0.0};
}

void PresenterPainter::paintControl(QPainter& painter, const PresenterControl& control,
                                    const draw::Rect& room, bool chosen) const {
  const Tokens& tokens = theme_.tokens();
  const double unit = layout_.unit;
  const QRectF texts(room.left, room.top, room.width, 0.5 * room.height);
  painter.setFont(font(std::min(22.0, 0.3 * room.height / unit), QFont::DemiBold));
  const double value_width = QFontMetricsF(painter.font()).horizontalAdvance(control.value);
  painter.setPen(tokens.text);
  painter.drawText(texts, Qt::AlignVCenter | Qt::AlignRight, control.value);
  painter.setFont(fittingFont(font(std::min(22.0, 0.3 * room.height / unit), QFont::Normal),
                              control.label, room.width - value_width - 12.0 * unit));
  painter.setPen(chosen ? tokens.accent : tokens.muted);
  painter.drawText(texts, Qt::AlignVCenter | Qt::AlignLeft, control.label);

  const draw::Rect slider = sliderOf(room);
  const double half = 0.045 * room.height;
  const double at = slider.left + control.place * slider.width;
  const double y = slider.top;
  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens.track);
  painter.drawRoundedRect(QRectF(slider.left, y - half, slider.width, 2.0 * half), half, half);
  painter.setBrush(tokens.accent);
  painter.drawRoundedRect(QRectF(slider.left, y - half, at - slider.left, 2.0 * half), half, half);
  painter.setPen(QPen(tokens.accent, (chosen ? 4.0 : 2.5) * unit));
  painter.setBrush(chosen ? tokens.accent : tokens.surface);
  painter.drawEllipse(QPointF(at, y), 0.12 * room.height, 0.12 * room.height);
}

void PresenterPainter::paintExamples(QPainter& painter, const PresenterContent& content) const {
  const ExampleGrid& grid = layout_.examples;
  const QRectF line = qrect(grid.line);
  QFont letters = font(22, QFont::DemiBold);
  letters.setPixelSize(std::max(8, wholeNumber<int>(layout_.chart_font)));
  painter.setFont(fittingFont(letters, content.examples_line, line.width()));
  painter.setPen(theme_.tokens().text);
  painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, content.examples_line);
  const QSize cell = content.delegate->leastSize();
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    painter.save();
    painter.translate(grid.cells[i].left, grid.cells[i].top);
    painter.scale(grid.scale, grid.scale);
    QStyleOptionViewItem option;
    option.rect = QRect(QPoint(), cell);
    content.delegate->paint(&painter, option, content.examples->index(static_cast<int>(i)));
    painter.restore();
  }
}

void PresenterPainter::paintHint(QPainter& painter, const QString& hint) const {
  const QRectF strip = qrect(layout_.notice);
  painter.setFont(fittingFont(font(21, QFont::Normal), hint, strip.width()));
  painter.setPen(theme_.tokens().muted);
  painter.drawText(strip, Qt::AlignVCenter | Qt::AlignLeft, hint);
}

void PresenterPainter::paintNotice(QPainter& painter, const QString& notice) const {
  const Tokens& tokens = theme_.tokens();
  const QRectF strip = qrect(layout_.notice);
  painter.setPen(QPen(tokens.trouble, 2.0));
  painter.setBrush(tokens.warning_surface);
  painter.drawRoundedRect(strip, 10.0 * layout_.unit, 10.0 * layout_.unit);
  painter.setFont(
      fittingFont(font(21, QFont::DemiBold), notice, strip.width() - 40.0 * layout_.unit));
  painter.setPen(tokens.trouble_text);
  painter.drawText(strip, Qt::AlignCenter, notice);
}

}  // namespace w2s::ui
