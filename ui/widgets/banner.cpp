#include "ui/widgets/banner.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"

namespace w2s::ui {
namespace {

QString kindName(Banner::Kind kind) {
  return kind == Banner::Kind::Information ? QStringLiteral("information")
                                           : QStringLiteral("trouble");
}

}  // namespace

Banner::Banner(const Theme& theme, QWidget* parent, const QString& name)
    : QFrame(parent), theme_(theme) {
  setObjectName(name);
  icon_ = new QLabel(this);
  title_ = new QLabel(this);
  title_->setObjectName(name + QStringLiteral(".title"));
  title_->setProperty("strong", true);
  title_->setWordWrap(true);
  text_ = new QLabel(this);
  text_->setObjectName(name + QStringLiteral(".text"));
  text_->setWordWrap(true);
  text_->setTextFormat(Qt::PlainText);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  text_->setAccessibleName(tr("Message"));
  text_->setToolTip(tr("Can be selected and copied"));
  copy_ = new QPushButton(tr("Copy"), this);
  copy_->setObjectName(name + QStringLiteral(".copy"));
  copy_->setToolTip(tr("Copies the message with its details"));
  copy_->setAccessibleName(tr("Copy the message"));
  close_ = new QToolButton(this);
  close_->setObjectName(name + QStringLiteral(".close"));
  close_->setProperty("flat", true);
  close_->setToolTip(tr("Hides this message; it stays in the log"));
  close_->setAccessibleName(tr("Hide the message"));

  // In as many rows as the width asks for.
  buttons_ = new FlowLayout;
  buttons_->setSpacing(8);
  buttons_->addWidget(copy_);
  auto* texts = new QVBoxLayout;
  texts->setSpacing(4);
  texts->addWidget(title_);
  texts->addWidget(text_);
  texts->addSpacing(4);
  texts->addLayout(buttons_);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(14, 10, 10, 10);
  row->setSpacing(10);
  row->addWidget(icon_, 0, Qt::AlignTop);
  row->addLayout(texts, 1);
  row->addWidget(close_, 0, Qt::AlignTop);

  connect(copy_, &QPushButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(report_); });
  connect(close_, &QToolButton::clicked, this, &QWidget::hide);
  connect(&theme_, &Theme::changed, this, &Banner::restyle);
  restyle();
  hide();
}

void Banner::showMessage(const QString& title, const QString& text, const QString& report,
                         std::vector<Offer> offers, Kind kind) {
  kind_ = kind;
  restyle();
  title_->setText(title);
  text_->setText(text);
  report_ = report.isEmpty() ? title + QLatin1Char('\n') + text : report;
  for (QPushButton* offer : offers_) {
    // Later: the click that leads here may come from one of them.
    buttons_->removeWidget(offer);
    offer->hide();
    offer->deleteLater();
  }
  offers_.clear();
  buttons_->removeWidget(copy_);
  for (Offer& offer : offers) {
    auto* button = new QPushButton(offer.text, this);
    button->setObjectName(objectName() + QLatin1Char('.') + offer.object_name);
    button->setToolTip(offer.tooltip);
    button->setAccessibleName(offer.text);
    button->setAccessibleDescription(offer.tooltip);
    connect(button, &QPushButton::clicked, this, [action = std::move(offer.action)] { action(); });
    buttons_->addWidget(button);
    offers_.push_back(button);
  }
  if (kind == Kind::Trouble) {
    buttons_->addWidget(copy_);
  }
  copy_->setVisible(kind == Kind::Trouble);
  setAccessibleName(title);
  setAccessibleDescription(text);
  show();
}

void Banner::showEvent(QShowEvent* event) {
  QFrame::showEvent(event);
  Q_EMIT visibilityChanged();
}

void Banner::hideEvent(QHideEvent* event) {
  QFrame::hideEvent(event);
  Q_EMIT visibilityChanged();
}

QString Banner::title() const {
  return title_->text();
}

QString Banner::text() const {
  return text_->text();
}

void Banner::restyle() {
  const Tokens& tokens = theme_.tokens();
  const bool informs = kind_ == Kind::Information;
  if (property("kind").toString() != kindName(kind_)) {
    setProperty("kind", kindName(kind_));  // for the style sheet
    style()->unpolish(this);
    style()->polish(this);
  }
  icon_->setPixmap(theme_
                       .icon(informs ? QStringLiteral("info") : QStringLiteral("alert"),
                             informs ? tokens.muted : tokens.trouble)
                       .pixmap(theme_.px(20), theme_.px(20)));
  copy_->setIcon(theme_.icon(QStringLiteral("copy")));
  copy_->setIconSize({theme_.px(15), theme_.px(15)});
  close_->setIconSize({theme_.px(14), theme_.px(14)});
  close_->setIcon(theme_.icon(QStringLiteral("close"), tokens.muted));
}

}  // namespace w2s::ui
