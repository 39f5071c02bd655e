#include "ui/shell/dock_title.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/theme/theme.h"

namespace w2s::ui {

DockTitle::DockTitle(const Theme& theme, QDockWidget* dock)
    : QWidget(dock), theme_(theme), dock_(dock) {
  setObjectName(dock->objectName() + QStringLiteral(".title"));
  setAttribute(Qt::WA_StyledBackground);
  name_ = new QLabel(dock->windowTitle(), this);
  name_->setProperty("strong", true);
  // Gives way to the tools in a narrow panel.
  name_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  const auto button = [this](const char* name, const QString& text, const QString& tip) {
    auto* made = new QToolButton(this);
    made->setObjectName(dock_->objectName() + QLatin1Char('.') + QLatin1String(name));
    made->setProperty("flat", true);
    made->setAccessibleName(text);
    made->setAccessibleDescription(tip);
    made->setToolTip(tip);
    return made;
  };
  float_ = button("float", tr("Float %1").arg(dock->windowTitle()),
                  tr("Takes this panel out of the window, or back in"));
  close_ = button("close", tr("Hide %1").arg(dock->windowTitle()),
                  tr("Hides this panel; the View menu brings it back"));
  auto* row = new QHBoxLayout(this);
  row->setSpacing(2);
  row->addWidget(name_, 1);
  row->addWidget(float_);
  row->addWidget(close_);
  connect(float_, &QToolButton::clicked, dock_,
          [this] { dock_->setFloating(!dock_->isFloating()); });
  connect(close_, &QToolButton::clicked, dock_, &QWidget::close);
  connect(&theme_, &Theme::changed, this, &DockTitle::restyle);
  restyle();
}

void DockTitle::addTool(QWidget* tool) {
  auto* row = static_cast<QHBoxLayout*>(layout());
  row->insertWidget(row->indexOf(float_), tool);
}

void DockTitle::restyle() {
  layout()->setContentsMargins(theme_.px(14), theme_.px(4), theme_.px(6), theme_.px(2));
  const QSize icon(theme_.px(13), theme_.px(13));
  const QColor color = theme_.tokens().muted;
  float_->setIcon(theme_.icon(QStringLiteral("float"), color));
  close_->setIcon(theme_.icon(QStringLiteral("close"), color));
  float_->setIconSize(icon);
  close_->setIconSize(icon);
}

}  // namespace w2s::ui
