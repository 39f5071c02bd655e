#include "ui/widgets/missing_panel.h"

#include <algorithm>
#include <cmath>

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "ui/theme/theme.h"

namespace w2s::ui {

MissingPanel::MissingPanel(const Theme& theme, QWidget* parent) : QFrame(parent), theme_(theme) {
  setObjectName(QStringLiteral("missing"));
  setProperty("card", true);
  icon_ = new QLabel(this);
  auto* title = new QLabel(tr("This run needs something that is not here yet"), this);
  title->setProperty("strong", true);
  text_ = new QPlainTextEdit(this);
  text_->setObjectName(QStringLiteral("missing.text"));
  text_->setReadOnly(true);
  text_->setTabChangesFocus(true);
  text_->setAccessibleName(tr("What is missing and how to get it"));
  text_->setToolTip(tr("Can be selected and copied"));
  copy_ = new QPushButton(tr("Copy"), this);
  copy_->setObjectName(QStringLiteral("missing.copy"));
  copy_->setAccessibleName(tr("Copy the instructions"));
  copy_->setToolTip(tr("Puts the text on the clipboard"));
  retry_ = new QPushButton(tr("Try again"), this);
  retry_->setObjectName(QStringLiteral("missing.retry"));
  retry_->setAccessibleName(tr("Try again"));
  retry_->setToolTip(tr("Starts the run once more"));

  auto* buttons = new QHBoxLayout;
  buttons->addWidget(copy_);
  buttons->addWidget(retry_);
  buttons->addStretch(1);
  auto* head = new QHBoxLayout;
  head->setSpacing(10);
  head->addWidget(icon_);
  head->addWidget(title, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(22, 18, 22, 18);
  column->setSpacing(12);
  column->addLayout(head);
  column->addWidget(text_);
  column->addLayout(buttons);
  column->addStretch(1);
  connect(copy_, &QPushButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(text_->toPlainText()); });
  connect(retry_, &QPushButton::clicked, this, &MissingPanel::retryRequested);
  connect(&theme_, &Theme::changed, this, &MissingPanel::restyle);
  restyle();
  hide();
}

void MissingPanel::showText(const QString& text) {
  // Commands stand between backticks, as in a terminal's documentation.
  static const QRegularExpression kCommand(QStringLiteral("`([^`]*)`"));
  text_->setPlainText(
      QString(text).replace(kCommand, tr("\u201c%1\u201d").arg(QStringLiteral("\\1"))));
  show();
  fitText();
}

void MissingPanel::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  fitText();
}

// As high as its lines, which this kind of document counts as its height.
void MissingPanel::fitText() {
  const double lines = text_->document()->documentLayout()->documentSize().height();
  const double around = 2.0 * (text_->document()->documentMargin() + theme_.px(8) + 1.0);
  text_->setFixedHeight(std::min(
      theme_.px(160),
      static_cast<int>(std::ceil((lines + 0.4) * text_->fontMetrics().lineSpacing() + around))));
}

void MissingPanel::restyle() {
  icon_->setPixmap(theme_.icon(QStringLiteral("alert"), theme_.tokens().weak)
                       .pixmap(theme_.px(22), theme_.px(22)));
  copy_->setIcon(theme_.icon(QStringLiteral("copy")));
  copy_->setIconSize({theme_.px(15), theme_.px(15)});
  fitText();
}

}  // namespace w2s::ui
