#include "ui/widgets/model_card.h"

#include <QLabel>
#include <QPainter>
#include <QTextDocument>
#include <QVBoxLayout>

#include "ui/theme/theme.h"

namespace w2s::ui {

ModelCard::ModelCard(const Theme& theme, charts::Ink ink, QWidget* parent)
    : QAbstractButton(parent), theme_(theme), ink_(ink) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAttribute(Qt::WA_Hover);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  text_ = new QLabel(this);
  text_->setTextFormat(Qt::RichText);
  text_->setWordWrap(true);
  text_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  text_->setAttribute(Qt::WA_TransparentForMouseEvents);
  auto* column = new QVBoxLayout(this);
  column->addWidget(text_);
  connect(&theme_, &Theme::changed, this, &ModelCard::restyle);
  restyle();
}

void ModelCard::setContent(const Content& content) {
  content_ = content;
  restyle();
}

QSize ModelCard::sizeHint() const {
  return layout()->sizeHint();
}

void ModelCard::resizeEvent(QResizeEvent* event) {
  QAbstractButton::resizeEvent(event);
  updateGeometry();
}

void ModelCard::restyle() {
  const Tokens& tokens = theme_.tokens();
  const int small = theme_.px(11.5);
  QString html = content_.title;
  for (const QString& line : content_.lines) {
    html += QStringLiteral("<div style='color:%1; font-size:%2px; margin-top:%3px'>%4</div>")
                .arg(tokens.muted.name())
                .arg(small)
                .arg(theme_.px(3))
                .arg(line);
  }
  if (!content_.facts.empty()) {
    html += QStringLiteral("<table cellspacing='0' cellpadding='0' style='margin-top:%1px'>")
                .arg(theme_.px(6));
    for (const Fact& fact : content_.facts) {
      html += QStringLiteral(
                  "<tr><td style='color:%1; font-size:%2px; padding-right:%3px'>%4</td>"
                  "<td style='font-size:%2px'>%5</td></tr>")
                  .arg(tokens.muted.name())
                  .arg(small)
                  .arg(theme_.px(10))
                  .arg(fact.name, fact.value.toHtmlEscaped());
    }
    html += QStringLiteral("</table>");
  }
  text_->setText(html);
  layout()->setContentsMargins(theme_.px(24), theme_.px(9), theme_.px(12), theme_.px(9));
  QTextDocument plain;
  plain.setHtml(html);
  // Word joiners keep numbers together on screen; a screen reader gets the plain text.
  setAccessibleDescription(plain.toPlainText().simplified().remove(QChar(0x2060)));
  updateGeometry();
  update();
}

void ModelCard::paintEvent(QPaintEvent*) {
  const Tokens& tokens = theme_.tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double radius = theme_.px(8);
  const bool strong_frame = hasFocus() || isChecked();
  painter.setPen(QPen(strong_frame ? tokens.accent : tokens.border, strong_frame ? 2.0 : 1.0));
  painter.setBrush(underMouse() || isDown() ? tokens.raised : tokens.surface);
  const double inset = strong_frame ? 1.0 : 0.5;
  painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens.of(ink_));
  const double side = theme_.px(10);
  painter.drawRoundedRect(QRectF(side, side, theme_.px(4), height() - 2 * side), 2, 2);
}

}  // namespace w2s::ui
