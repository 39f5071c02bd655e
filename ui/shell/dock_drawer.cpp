#include "ui/shell/dock_drawer.h"

#include <algorithm>
#include <utility>

#include <QApplication>
#include <QDockWidget>
#include <QKeyEvent>
#include <QMainWindow>

namespace w2s::ui {
namespace {

// Of the room beside the menus and the status line: the page stays in sight.
constexpr double kMostBeside = 0.6;
constexpr double kMostBelow = 0.7;

// The first widget in the order of the Tab key that takes keys; null: there is none.
QWidget* firstIn(QWidget& panel) {
  for (QWidget* next = panel.nextInFocusChain(); next != nullptr && next != &panel;
       next = next->nextInFocusChain()) {
    if (panel.isAncestorOf(next) && next->isEnabled() && next->isVisibleTo(&panel) &&
        (next->focusPolicy() & Qt::TabFocus) != 0) {
      return next;
    }
  }
  return nullptr;
}

}  // namespace

DockDrawer::DockDrawer(QMainWindow& window, QDockWidget& dock)
    : QObject(&window), window_(window), dock_(dock) {
  dock_.installEventFilter(this);
  window_.installEventFilter(this);
  connect(&dock_, &QDockWidget::topLevelChanged, this, [this](bool is_floating) {
    if (!is_floating) {
      close();  // put back by its own button
    }
  });
}

void DockDrawer::open(bool beside, int extent) {
  if (!is_open_) {
    before_ = QApplication::focusWidget();
  }
  is_open_ = true;
  dock_.setFloating(true);
  beside_ = beside;
  extent_ = extent;
  place();
}

void DockDrawer::place() {
  const QWidget* page = window_.centralWidget();
  QRect room(page->mapToGlobal(QPoint()), page->size());
  if (beside_) {
    const bool at_right = window_.dockWidgetArea(&dock_) == Qt::RightDockWidgetArea;
    const int width = std::min(extent_, qRound(kMostBeside * room.width()));
    room.setLeft(at_right ? room.right() - width + 1 : room.left());
    room.setWidth(width);
  } else {
    room.setTop(room.bottom() + 1 - std::min(extent_, qRound(kMostBelow * room.height())));
  }
  dock_.setGeometry(room);
}

void DockDrawer::focus() {
  dock_.raise();
  dock_.activateWindow();
  if (QWidget* first = firstIn(*dock_.widget()); first != nullptr) {
    first->setFocus(Qt::TabFocusReason);
  }
}

void DockDrawer::close() {
  if (!std::exchange(is_open_, false)) {
    return;
  }
  dock_.setFloating(false);
  Q_EMIT closed();
  window_.activateWindow();
  if (before_ != nullptr && before_->isVisible()) {
    before_->setFocus(Qt::OtherFocusReason);
  }
}

bool DockDrawer::eventFilter(QObject* object, QEvent* event) {
  if (object == &window_) {
    if (is_open_ && (event->type() == QEvent::Move || event->type() == QEvent::Resize)) {
      // Once the layout has given the page its new size.
      QMetaObject::invokeMethod(
          this,
          [this] {
            if (is_open_) {
              place();
            }
          },
          Qt::QueuedConnection);
    }
    return QObject::eventFilter(object, event);
  }
  if (is_open_ && event->type() == QEvent::KeyPress &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    close();
    return true;
  }
  if (is_open_ && event->type() == QEvent::Close) {
    event->ignore();
    close();
    return true;
  }
  return QObject::eventFilter(object, event);
}

}  // namespace w2s::ui
