#include "ui/widgets/stat_card.h"

#include <cmath>

#include <QPainter>
#include <QPainterPath>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {

StatCard::StatCard(const Theme& theme, charts::Ink ink, const QString& title, QWidget* parent)
    : QWidget(parent), theme_(theme), ink_(ink), title_(title) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(&theme_, &Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
  setReading(std::nan(""), {QString()});
}

void StatCard::setReading(double share, const QStringList& details, const QStringList& further,
                          const QString& why_none) {
  value_ = std::isfinite(share) ? percentText(share) : QString();
  details_ = details;
  const QString& detail = details_.front();
  setAccessibleName(title_);
  const QStringList spoken{!value_.isEmpty()    ? tr("%1 per cent, %2").arg(value_, detail)
                           : why_none.isEmpty() ? tr("not known yet")
                                                : why_none};
  setAccessibleDescription((spoken + further).join(QStringLiteral(", ")));
  const QStringList shown{
      !value_.isEmpty()    ? tr("%1: %2 % of the test rows right; %3").arg(title_, value_, detail)
      : why_none.isEmpty() ? tr("%1: not known yet").arg(title_)
                           : QStringLiteral("%1: %2").arg(title_, why_none)};
  setToolTip((shown + further).join(QLatin1Char('\n')));
  update();
}

void StatCard::setCompact(bool compact) {
  if (compact != compact_) {
    compact_ = compact;
    updateGeometry();
    update();
  }
}

QSize StatCard::sizeHint() const {
  return {theme_.px(152), theme_.px(compact_ ? 68 : 96)};
}

QSize StatCard::minimumSizeHint() const {
  return {theme_.px(88), sizeHint().height()};
}

void StatCard::paintEvent(QPaintEvent*) {
  const Tokens& tokens = theme_.tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF card = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  const double radius = theme_.px(8);
  QPainterPath shape;
  shape.addRoundedRect(card, radius, radius);
  painter.setClipPath(shape);
  painter.fillRect(rect(), tokens.surface);
  painter.fillRect(QRectF(0, 0, width(), theme_.px(4)), tokens.of(ink_));
  painter.setClipping(false);
  painter.setPen(tokens.border);
  painter.drawPath(shape);
  painter.setClipRect(QRectF(0, 0, width(), theme_.px(4)));
  painter.setClipPath(shape, Qt::IntersectClip);
  painter.fillRect(rect(), tokens.of(ink_));
  painter.setClipping(false);

  const int left = theme_.px(13);
  const auto elided = [&](const QFont& font, const QString& text) {
    return QFontMetrics(font).elidedText(text, Qt::ElideRight, width() - left - theme_.px(6));
  };
  const QFont caption = theme_.font(12);
  painter.setFont(caption);
  painter.setPen(tokens.muted);
  painter.drawText(left, theme_.px(compact_ ? 22 : 26), elided(caption, title_));

  const bool known = !value_.isEmpty();
  const int baseline = theme_.px(compact_ ? 51 : 57);
  const QFont big = theme_.font(width() < theme_.px(110) ? 22 : 26, QFont::Bold);
  painter.setFont(big);
  painter.setPen(known ? tokens.text : tokens.disabled);
  const QString value = known ? value_ : QStringLiteral("\u2013");
  painter.drawText(left, baseline, value);
  if (known) {
    const int after = left + QFontMetrics(big).horizontalAdvance(value) + theme_.px(3);
    painter.setFont(theme_.font(14));
    painter.drawText(after, baseline, QStringLiteral("%"));
  }
  if (compact_) {
    return;  // the tooltip has the rest
  }
  painter.setFont(caption);
  painter.setPen(tokens.muted);
  painter.drawText(left, theme_.px(80),
                   fittingText(details_, QFontMetrics(caption), width() - left - theme_.px(6)));
}

}  // namespace w2s::ui
