#include "ui/shell/docks.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QSettings>

#include "ui/shell/dock_title.h"
#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

// Raised when panels change, so that an old arrangement is not forced on new ones.
constexpr int kLayoutVersion = 1;
const QString kState = QStringLiteral("window/docks");
const QString kHidden = QStringLiteral("window/hidden_docks");

}  // namespace

Docks::Docks(const Theme& theme, QMainWindow& window)
    : QObject(&window), theme_(theme), window_(window) {
  window_.setDockNestingEnabled(true);
  window_.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
  window_.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
}

QDockWidget* Docks::add(const QString& id, const QString& title, Qt::DockWidgetArea area,
                        QWidget* content, double extent) {
  auto* dock = new QDockWidget(title, &window_);
  dock->setObjectName(QStringLiteral("dock.") + id);
  dock->setAccessibleName(title);
  dock->setWidget(content);
  dock->setTitleBarWidget(new DockTitle(theme_, dock));
  dock->installEventFilter(this);
  window_.addDockWidget(area, dock);
  auto* wanted = new QAction(title, this);
  wanted->setObjectName(QStringLiteral("act.dock.") + id);
  wanted->setCheckable(true);
  wanted->setChecked(true);
  wanted->setStatusTip(tr("Shows or hides the panel %1").arg(title));
  connect(wanted, &QAction::toggled, this, &Docks::follow);
  docks_.push_back({.id = id, .widget = dock, .area = area, .extent = extent, .wanted = wanted});
  return dock;
}

void Docks::showFor(const QStringList& ids) {
  beside_page_ = ids;
  follow();
}

void Docks::giveWay(const QString& id, bool gives_way) {
  for (Dock& dock : docks_) {
    if (dock.id == id && dock.gives_way != gives_way) {
      dock.gives_way = gives_way;
      follow();
    }
  }
}

void Docks::reset() {
  for (Dock& dock : docks_) {
    dock.widget->setFloating(false);
    window_.removeDockWidget(dock.widget);
    window_.addDockWidget(dock.area, dock.widget);
    dock.wanted->setChecked(true);
  }
  follow();
  applyFirstSizes();
}

QAction* Docks::toggleAction(const QString& id) const {
  for (const Dock& dock : docks_) {
    if (dock.id == id) {
      return dock.wanted;
    }
  }
  return nullptr;
}

std::vector<QAction*> Docks::toggleActions() const {
  std::vector<QAction*> actions;
  for (const Dock& dock : docks_) {
    actions.push_back(dock.wanted);
  }
  return actions;
}

void Docks::save(QSettings& settings) const {
  QStringList hidden;
  for (const Dock& dock : docks_) {
    if (!dock.wanted->isChecked()) {
      hidden += dock.id;
    }
  }
  settings.setValue(kState, window_.saveState(kLayoutVersion));
  settings.setValue(kHidden, hidden);
}

bool Docks::restore(const QSettings& settings) {
  const bool restored = window_.restoreState(settings.value(kState).toByteArray(), kLayoutVersion);
  if (restored) {
    const QStringList hidden = settings.value(kHidden).toStringList();
    for (const Dock& dock : docks_) {
      dock.wanted->setChecked(!hidden.contains(dock.id));
    }
  }
  follow();
  return restored;
}

void Docks::applyFirstSizes() {
  for (const Qt::Orientation orientation : {Qt::Horizontal, Qt::Vertical}) {
    QList<QDockWidget*> widgets;
    QList<int> sizes;
    for (const Dock& dock : docks_) {
      const bool beside =
          dock.area == Qt::LeftDockWidgetArea || dock.area == Qt::RightDockWidgetArea;
      if (beside == (orientation == Qt::Horizontal)) {
        widgets += dock.widget;
        sizes += theme_.px(dock.extent);
      }
    }
    window_.resizeDocks(widgets, sizes, orientation);
  }
}

bool Docks::eventFilter(QObject* object, QEvent* event) {
  if (event->type() == QEvent::Close) {
    for (const Dock& dock : docks_) {
      if (dock.widget == object) {
        dock.wanted->setChecked(false);  // the user closed it; the window does not close panels
      }
    }
  }
  return QObject::eventFilter(object, event);
}

void Docks::follow() {
  for (const Dock& dock : docks_) {
    const bool belongs = beside_page_.contains(dock.id);
    dock.widget->setVisible(belongs && dock.wanted->isChecked() && !dock.gives_way);
  }
}

}  // namespace w2s::ui
