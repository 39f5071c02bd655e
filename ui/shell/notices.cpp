#include "ui/shell/notices.h"

#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"

namespace w2s::ui {

Notices::Notices(const Theme& theme, QWidget* parent)
    : QWidget(parent), banner_(new Banner(theme, this, QStringLiteral("notice"))) {
  setObjectName(QStringLiteral("notices"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(14, 10, 14, 0);
  column->addWidget(banner_);
  connect(banner_, &Banner::visibilityChanged, this, [this] { setVisible(!banner_->isHidden()); });
  hide();
}

void Notices::show(const QString& title, const QString& text) {
  QWidget::show();
  banner_->showMessage(title, text, {}, {});
  Q_EMIT logged(LogLevel::Warning, title + QStringLiteral(": ") + text);
}

void Notices::inform(const QString& title, const QString& text) {
  QWidget::show();
  banner_->showMessage(title, text, {}, {}, Banner::Kind::Information);
  Q_EMIT logged(LogLevel::Info, title + QStringLiteral(": ") + text);
}

void Notices::clear() {
  banner_->hide();
}

}  // namespace w2s::ui
