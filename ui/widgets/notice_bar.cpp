#include "ui/widgets/notice_bar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/theme/theme.h"

namespace w2s::ui {

NoticeBar::NoticeBar(const Theme& theme, const QString& object_name, QWidget* parent)
    : QFrame(parent), theme_(theme) {
  setObjectName(object_name);
  text_ = new QLabel(this);
  text_->setObjectName(object_name + QStringLiteral(".text"));
  text_->setWordWrap(true);
  text_->setTextFormat(Qt::PlainText);
  close_ = new QToolButton(this);
  close_->setObjectName(object_name + QStringLiteral(".close"));
  close_->setProperty("flat", true);
  close_->setAccessibleName(tr("Hide the notice"));
  close_->setToolTip(tr("Hides this notice"));
  offers_ = new QHBoxLayout;
  auto* row = new QHBoxLayout(this);
  row->addWidget(text_, 1);
  row->addLayout(offers_);
  row->addWidget(close_);
  connect(close_, &QToolButton::clicked, this, [this] {
    hide();
    Q_EMIT closed();
  });
  connect(&theme_, &Theme::changed, this, &NoticeBar::restyle);
  restyle();
  hide();
}

void NoticeBar::say(const QString& text, std::vector<Offer> offers) {
  text_->setText(text);
  while (QLayoutItem* item = offers_->takeAt(0)) {
    // Later: the click that leads here may come from one of them.
    item->widget()->hide();
    item->widget()->setObjectName(QString());
    item->widget()->deleteLater();
    delete item;
  }
  for (Offer& offer : offers) {
    auto* button = new QToolButton(this);
    button->setText(offer.text);
    button->setObjectName(objectName() + QLatin1Char('.') + offer.object_name);
    button->setProperty("link", true);
    button->setToolTip(offer.tooltip);
    button->setAccessibleName(offer.text);
    button->setAccessibleDescription(offer.tooltip);
    connect(button, &QToolButton::clicked, this, [this, action = std::move(offer.action)] {
      hide();
      action();
    });
    offers_->addWidget(button);
  }
  setAccessibleName(text);
  show();
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

QString NoticeBar::text() const {
  return text_->text();
}

void NoticeBar::restyle() {
  layout()->setContentsMargins(theme_.px(12), theme_.px(4), theme_.px(6), theme_.px(4));
  static_cast<QHBoxLayout*>(layout())->setSpacing(theme_.px(10));
  offers_->setSpacing(theme_.px(12));
  close_->setIcon(theme_.icon(QStringLiteral("close"), theme_.tokens().muted));
  close_->setIconSize(QSize(theme_.px(13), theme_.px(13)));
}

}  // namespace w2s::ui
