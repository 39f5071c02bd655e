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
// Below this width, at font scale 1, panels beside the page leave it no room.
constexpr int kNarrow = 700;
const QString kState = QStringLiteral("window/docks");
const QString kHidden = QStringLiteral("window/hidden_docks");

bool isBeside(Qt::DockWidgetArea area) {
  return area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
}

}  // namespace

Docks::Docks(const Theme& theme, QMainWindow& window)
    : QObject(&window), theme_(theme), window_(window) {
  window_.setDockNestingEnabled(true);
  window_.installEventFilter(this);
  scale_ = theme_.fontScale();
  connect(&theme_, &Theme::changed, this, &Docks::rescale);
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
  connect(wanted, &QAction::triggered, this, [this, dock, wanted] {
    if (narrow_ && !dock->isFloating()) {
      // There is no room beside the page: in a window of its own.
      wanted->setChecked(true);
      dock->setFloating(true);
      follow();
    }
  });
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
  // Sizes count once the layout has taken the panels in.
  QMetaObject::invokeMethod(this, &Docks::applyFirstSizes, Qt::QueuedConnection);
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
      if (isBeside(dock.area) == (orientation == Qt::Horizontal)) {
        widgets += dock.widget;
        sizes += theme_.px(dock.extent);
      }
    }
    window_.resizeDocks(widgets, sizes, orientation);
  }
}

// Panels keep their share when the text grows or shrinks.
void Docks::rescale() {
  const double ratio = theme_.fontScale() / scale_;
  scale_ = theme_.fontScale();
  if (ratio != 1.0 && window_.isVisible()) {
    for (const Dock& dock : docks_) {
      const bool beside = isBeside(dock.area);
      const int extent = beside ? dock.widget->width() : dock.widget->height();
      window_.resizeDocks({dock.widget}, {qRound(ratio * extent)},
                          beside ? Qt::Horizontal : Qt::Vertical);
    }
  }
  follow();
}

bool Docks::eventFilter(QObject* object, QEvent* event) {
  if (object == &window_) {
    if (event->type() == QEvent::Resize) {
      follow();
    }
    return QObject::eventFilter(object, event);
  }
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
  narrow_ = window_.width() < theme_.px(kNarrow);
  for (const Dock& dock : docks_) {
    const bool belongs = beside_page_.contains(dock.id);
    const bool has_room = !narrow_ || !isBeside(dock.area) || dock.widget->isFloating();
    dock.widget->setVisible(belongs && has_room && dock.wanted->isChecked() && !dock.gives_way);
  }
}

}  // namespace w2s::ui
