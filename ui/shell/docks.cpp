#include "ui/shell/docks.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QMouseEvent>
#include <QResizeEvent>
#include <QSettings>

#include "ui/shell/dock_drawer.h"
#include "ui/shell/dock_title.h"
#include "ui/shell/settings_file.h"
#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

// Raised when panels change, so that an old arrangement is not forced on new ones.
constexpr int kLayoutVersion = 1;
// Below this width, at font scale 1, panels beside the page leave it no room.
constexpr int kNarrow = 700;
// Below this height, at font scale 1, a panel below the page leaves it none.
constexpr int kLow = 480;
// A panel that nobody has sized takes at most this share of a small window, but never less than it
// can be read in; one that somebody has, at most half of the window.
constexpr double kShareBeside = 0.28;
constexpr double kShareBelow = 0.2;
constexpr double kLeastBeside = 240.0;
constexpr double kLeastBelow = 104.0;
constexpr double kMost = 0.5;
const QString kState = kLayoutGroup + QStringLiteral("/docks");
const QString kHidden = kLayoutGroup + QStringLiteral("/hidden_docks");
const QString kSize = kLayoutGroup + QStringLiteral("/size_of_");

// 0 for what is no number and no size.
QSizeF sizeOf(const QStringList& texts) {
  const auto extent = [&](qsizetype i) {
    const double value = texts.value(i).toDouble();
    return value > 0.0 && value < 1e5 ? value : 0.0;
  };
  return {extent(0), extent(1)};
}

bool isBeside(Qt::DockWidgetArea area) {
  return area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
}

}  // namespace

Docks::Docks(const Theme& theme, QMainWindow& window)
    : QObject(&window), theme_(theme), window_(window) {
  window_.setDockNestingEnabled(true);
  window_.installEventFilter(this);
  connect(&theme_, &Theme::changed, this, [this] {
    adaptToSize();
    applySizes();
  });
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
  auto* action = new QAction(title, this);
  action->setObjectName(QStringLiteral("act.dock.") + id);
  action->setCheckable(true);
  action->setChecked(true);
  action->setStatusTip(tr("Shows or hides the panel %1").arg(title));
  // A panel that was moved has another size there; once the layout has taken it in.
  connect(dock, &QDockWidget::dockLocationChanged, this, &Docks::applySizes, Qt::QueuedConnection);
  const std::size_t index = docks_.size();
  connect(action, &QAction::toggled, this, [this, index](bool checked) {
    if (adapting_) {
      return;
    }
    if (!checked && docks_[index].drawer->isOpen()) {
      docks_[index].put_away = true;
      docks_[index].drawer->close();
    } else {
      docks_[index].wanted = checked;
      adaptToSize();
    }
  });
  connect(action, &QAction::triggered, this, [this, index] {
    Dock& asked = docks_[index];
    if (!std::exchange(asked.put_away, false) && asked.wanted && beside_page_.contains(asked.id) &&
        !isSeen(asked)) {
      openDrawer(asked);
    }
  });
  auto* drawer = new DockDrawer(window_, *dock);
  connect(drawer, &DockDrawer::closed, this, &Docks::adaptToSize);
  docks_.push_back({.id = id,
                    .widget = dock,
                    .area = area,
                    .extent = extent,
                    .action = action,
                    .drawer = drawer});
  return dock;
}

void Docks::showFor(const QStringList& ids) {
  beside_page_ = ids;
  adaptToSize();
}

void Docks::openDrawer(Dock& dock) {
  for (const Dock& other : docks_) {
    other.drawer->close();
  }
  const bool beside = standsBeside(dock);
  dock.drawer->open(beside, std::max(extentOf(dock), theme_.px(beside ? 320.0 : 260.0)));
  adaptToSize();
  dock.drawer->focus();
}

void Docks::reveal(const QString& id) {
  for (Dock& dock : docks_) {
    if (dock.id == id && beside_page_.contains(id)) {
      dock.wanted = true;
      adaptToSize();
      if (!isSeen(dock)) {
        openDrawer(dock);
      }
    }
  }
}

void Docks::giveWay(const QString& id, bool gives_way) {
  for (Dock& dock : docks_) {
    if (dock.id == id && dock.gives_way != gives_way) {
      dock.gives_way = gives_way;
      adaptToSize();
    }
  }
}

void Docks::reset() {
  for (Dock& dock : docks_) {
    dock.widget->setFloating(false);
    window_.removeDockWidget(dock.widget);
    window_.addDockWidget(dock.area, dock.widget);
    dock.wanted = true;
    dock.requested = {0.0, 0.0};
  }
  adaptToSize();
  // Sizes count once the layout has taken the panels in.
  QMetaObject::invokeMethod(this, &Docks::applyFirstSizes, Qt::QueuedConnection);
}

QAction* Docks::toggleAction(const QString& id) const {
  for (const Dock& dock : docks_) {
    if (dock.id == id) {
      return dock.action;
    }
  }
  return nullptr;
}

std::vector<QAction*> Docks::toggleActions() const {
  std::vector<QAction*> actions;
  for (const Dock& dock : docks_) {
    actions.push_back(dock.action);
  }
  return actions;
}

void Docks::save(QSettings& settings) const {
  QStringList hidden;
  for (const Dock& dock : docks_) {
    dock.drawer->close();  // what has no room now may have some at the next start
    if (!dock.wanted) {
      hidden += dock.id;
    }
    settings.setValue(kSize + dock.id, QStringList{QString::number(dock.requested.width()),
                                                   QString::number(dock.requested.height())});
  }
  settings.setValue(kState, window_.saveState(kLayoutVersion));
  settings.setValue(kHidden, hidden);
}

bool Docks::restore(const QSettings& settings) {
  const bool restored = window_.restoreState(settings.value(kState).toByteArray(), kLayoutVersion);
  if (restored) {
    const QStringList hidden = settings.value(kHidden).toStringList();
    for (Dock& dock : docks_) {
      dock.wanted = !hidden.contains(dock.id);
      dock.requested = sizeOf(settings.value(kSize + dock.id).toStringList());
    }
  }
  adaptToSize();
  return restored;
}

void Docks::applyFirstSizes() {
  for (Dock& dock : docks_) {
    dock.requested = {0.0, 0.0};
  }
  applySizes();
}

bool Docks::standsBeside(const Dock& dock) const {
  const Qt::DockWidgetArea area = window_.dockWidgetArea(dock.widget);
  return isBeside(area == Qt::NoDockWidgetArea ? dock.area : area);
}

bool Docks::hasRoom(const Dock& dock) const {
  return dock.widget->isFloating() || !(standsBeside(dock) ? narrow_ : low_);
}

int Docks::extentOf(const Dock& dock) const {
  const bool beside = standsBeside(dock);
  const int room = beside ? window_.width() : window_.height();
  const double requested = beside ? dock.requested.width() : dock.requested.height();
  if (requested > 0.0) {
    return std::min(theme_.px(requested), qRound(kMost * room));
  }
  const int share = std::max(theme_.px(beside ? kLeastBeside : kLeastBelow),
                             qRound((beside ? kShareBeside : kShareBelow) * room));
  // The first extent is a width or a height: it says nothing about the other one.
  return beside == isBeside(dock.area) ? std::min(theme_.px(dock.extent), share) : share;
}

// The layout squeezes panels in a small window and leaves them so in a larger one: they are asked
// to take their sizes again.
void Docks::applySizes() {
  if (!window_.isVisible()) {
    return;
  }
  for (const Qt::Orientation orientation : {Qt::Horizontal, Qt::Vertical}) {
    QList<QDockWidget*> widgets;
    QList<int> sizes;
    // Panels in one row have one height, and the last that asks gets it: those in sight.
    for (const bool in_sight : {false, true}) {
      for (const Dock& dock : docks_) {
        if (dock.widget->isVisible() == in_sight &&
            standsBeside(dock) == (orientation == Qt::Horizontal)) {
          widgets += dock.widget;
          sizes += extentOf(dock);
        }
      }
    }
    window_.resizeDocks(widgets, sizes, orientation);
  }
}

void Docks::takeHold() {
  holds_line_ = true;
  for (Dock& dock : docks_) {
    dock.pressed = dock.widget->size();
  }
}

// What the user has drawn the panels to: those that changed while the mouse held a line. A panel
// that the layout has squeezed was not requested.
void Docks::rememberSizes() {
  for (Dock& dock : docks_) {
    if (!dock.widget->isVisible() || dock.widget->isFloating()) {
      continue;
    }
    const QSize now = dock.widget->size();
    if (standsBeside(dock)) {
      if (now.width() != dock.pressed.width()) {
        dock.requested.setWidth(now.width() / theme_.fontScale());
      }
    } else if (now.height() != dock.pressed.height()) {
      dock.requested.setHeight(now.height() / theme_.fontScale());
    }
  }
}

bool Docks::eventFilter(QObject* object, QEvent* event) {
  if (object == &window_) {
    if (event->type() == QEvent::Resize) {
      adaptToSize();
      if (static_cast<QResizeEvent*>(event)->oldSize().isValid()) {
        applySizes();
      }
    } else if (event->type() == QEvent::MouseButtonPress) {
      // The lines between panels belong to the window; other presses reach it from what it holds.
      const auto* press = static_cast<QMouseEvent*>(event);
      if (press->button() == Qt::LeftButton && window_.isSeparator(press->position().toPoint())) {
        takeHold();
      }
    } else if (event->type() == QEvent::MouseButtonRelease && std::exchange(holds_line_, false)) {
      rememberSizes();
    }
    return QObject::eventFilter(object, event);
  }
  if (event->type() == QEvent::Close) {
    for (Dock& dock : docks_) {
      if (dock.widget == object) {
        dock.wanted = false;  // the user closed it; the window does not close panels
        adaptToSize();
      }
    }
  }
  return QObject::eventFilter(object, event);
}

void Docks::adaptToSize() {
  const bool was_narrow = std::exchange(narrow_, window_.width() < theme_.px(kNarrow));
  const bool was_low = std::exchange(low_, window_.height() < theme_.px(kLow));
  if (window_.isVisible() && ((was_narrow && !narrow_) || (was_low && !low_))) {
    // Once the layout has taken in those that come back.
    QMetaObject::invokeMethod(this, &Docks::applySizes, Qt::QueuedConnection);
  }
  const bool was_adapting = std::exchange(adapting_, true);
  for (const Dock& dock : docks_) {
    // There is room again, or the page has no such panel.
    if (dock.drawer->isOpen() && (!beside_page_.contains(dock.id) ||
                                  (!(standsBeside(dock) ? narrow_ : low_) && !dock.gives_way))) {
      dock.drawer->close();
    }
    dock.widget->setVisible(beside_page_.contains(dock.id) && isSeen(dock));
    dock.action->setChecked(isSeen(dock));
  }
  adapting_ = was_adapting;
}

// On a page that has it.
bool Docks::isSeen(const Dock& dock) const {
  return dock.wanted && hasRoom(dock) && (!dock.gives_way || dock.widget->isFloating());
}

}  // namespace w2s::ui
