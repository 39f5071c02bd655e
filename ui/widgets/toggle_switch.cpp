#include "ui/widgets/toggle_switch.h"

#include <algorithm>

#include <QPainter>

#include "ui/theme/theme.h"

namespace w2s::ui {

ToggleSwitch::ToggleSwitch(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent), theme_(theme) {
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(&theme_, &Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
}

QSize ToggleSwitch::sizeHint() const {
  const QFontMetrics metrics(theme_.font(12));
  const int word =
      std::max(metrics.horizontalAdvance(tr("on")), metrics.horizontalAdvance(tr("off")));
  return {theme_.px(46) + word, theme_.px(24)};
}

void ToggleSwitch::paintEvent(QPaintEvent*) {
  const Tokens& tokens = theme_.tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double high = theme_.px(18);
  const QRectF groove(width() - theme_.px(36), (height() - high) / 2.0, theme_.px(34), high);
  painter.setPen(Qt::NoPen);
  painter.setBrush(isChecked() ? tokens.accent : tokens.disabled);
  painter.drawRoundedRect(groove, high / 2, high / 2);
  const double inset = theme_.px(2);
  QRectF knob(0, 0, high - 2 * inset, high - 2 * inset);
  knob.moveCenter(
      {isChecked() ? groove.right() - high / 2 : groove.left() + high / 2, groove.center().y()});
  painter.setBrush(tokens.surface);
  painter.drawEllipse(knob);
  if (hasFocus()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.focus, 2));
    painter.drawRoundedRect(groove.adjusted(-1, -1, 1, 1), high / 2 + 1, high / 2 + 1);
  }
  painter.setFont(theme_.font(12));
  painter.setPen(tokens.muted);
  painter.drawText(QRectF(0, 0, groove.left() - theme_.px(8), height()),
                   Qt::AlignRight | Qt::AlignVCenter, isChecked() ? tr("on") : tr("off"));
}

}  // namespace w2s::ui
