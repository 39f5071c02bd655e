// The events of PlotWidget: mouse, wheel and keys.
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include "ui/charts/plot_items.h"
#include "ui/charts/plot_widget.h"
#include "ui/charts/reading.h"
#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

constexpr double kKeyZoom = 0.7;
constexpr int kTenPlaces = 10;

}  // namespace

bool PlotWidget::isTitle(QPointF at) const {
  return at.y() < theme_.px(34);
}

void PlotWidget::mousePressEvent(QMouseEvent* event) {
  setFocus(Qt::MouseFocusReason);
  const QPointF at = event->position();
  const bool on_plot = context().plot().adjusted(-4, -4, 4, 4).contains(at);
  if (event->button() == Qt::LeftButton && isTitle(at)) {
    gestures_.press(PlotGestures::Kind::Title, at, frame_);
  } else if (event->button() == Qt::LeftButton && on_plot) {
    gestures_.press(PlotGestures::Kind::Box, at, frame_);
  } else if (event->button() == Qt::RightButton) {
    gestures_.press(PlotGestures::Kind::Pan, at, frame_);
  }
  event->accept();
}

void PlotWidget::mouseMoveEvent(QMouseEvent* event) {
  const QPointF at = event->position();
  if (gestures_.moved(at)) {
    switch (gestures_.kind()) {
      case PlotGestures::Kind::Box:
        showBand(gestures_.band(at));
        return;
      case PlotGestures::Kind::Pan:
        if (isZoomed()) {
          const Zoom zoom = gestures_.panned(at);
          apply({.x = x_zoom_ ? zoom.x : std::nullopt, .y = y_zoom_ ? zoom.y : std::nullopt});
        }
        return;
      case PlotGestures::Kind::Title:
        Q_EMIT titleDragged(event->globalPosition().toPoint());
        return;
      case PlotGestures::Kind::None:
        break;
    }
  }
  viewport()->setCursor(isTitle(at) ? Qt::OpenHandCursor : Qt::ArrowCursor);
  if (!empty_ && context().plot().contains(at)) {
    Q_EMIT crosshairWanted(frame_.xAt(at.x()));
  } else if (crosshair_x_ && event->buttons() == Qt::NoButton) {
    Q_EMIT crosshairWanted(std::nullopt);
  }
}

void PlotWidget::mouseReleaseEvent(QMouseEvent* event) {
  const PlotGestures::Kind kind = gestures_.kind();
  const bool was_drag = gestures_.isDrag();
  const QPointF at = event->position();
  showBand(std::nullopt);
  if (kind == PlotGestures::Kind::Box && was_drag) {
    apply(gestures_.zoomToBand(at));
  } else if (kind == PlotGestures::Kind::Title && was_drag) {
    Q_EMIT titleDropped(event->globalPosition().toPoint());
  } else if (kind == PlotGestures::Kind::Box && !empty_ && context().plot().contains(at)) {
    Q_EMIT crosshairClicked(frame_.xAt(at.x()));
  } else if (kind == PlotGestures::Kind::Pan && !was_drag) {
    Q_EMIT menuWanted(event->globalPosition().toPoint());
  }
  gestures_.end();
  viewport()->update();
  event->accept();
}

void PlotWidget::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) {
    return;
  }
  if (isTitle(event->position())) {
    Q_EMIT maximiseWanted();
  } else {
    Q_EMIT resetWanted();
    if (!empty_ && context().plot().contains(event->position())) {
      Q_EMIT crosshairClicked(frame_.xAt(event->position().x()));  // takes the first click back
    }
  }
}

void PlotWidget::wheelEvent(QWheelEvent* event) {
  if (empty_ || !context().plot().adjusted(0, 0, label_width_, 0).contains(event->position())) {
    event->ignore();  // the page scrolls
    return;
  }
  apply(PlotGestures::wheel(*event, frame_));
  event->accept();
}

void PlotWidget::leaveEvent(QEvent* event) {
  QChartView::leaveEvent(event);
  if (crosshair_x_) {
    Q_EMIT crosshairWanted(std::nullopt);
  }
}

// These keys belong to the chart that has the focus, not to the window's shortcuts.
bool PlotWidget::event(QEvent* event) {
  // What the curves mean is told over the title, not over the curves.
  if (event->type() == QEvent::ToolTip &&
      static_cast<QHelpEvent*>(event)->pos().y() >= frame_.top) {
    event->ignore();
    return true;
  }
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
      case Qt::Key_Left:
      case Qt::Key_Right:
      case Qt::Key_Home:
      case Qt::Key_End:
      case Qt::Key_L:
      case Qt::Key_Return:
      case Qt::Key_Enter:
        event->accept();
        return true;
      case Qt::Key_Plus:
      case Qt::Key_Equal:
      case Qt::Key_Minus:
      case Qt::Key_0:
        if (!key->modifiers().testFlag(Qt::ControlModifier)) {  // with it: the window's text size
          event->accept();
          return true;
        }
        break;
      case Qt::Key_T:
      case Qt::Key_C:
        if (key->modifiers() == Qt::ControlModifier) {
          event->accept();
          return true;
        }
        break;
      default:
        break;
    }
  }
  return QChartView::event(event);
}

bool PlotWidget::handleKey(const QKeyEvent& event) {
  const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
  const bool with_control = modifiers.testFlag(Qt::ControlModifier);
  const auto walk = [&](int direction) {
    if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) {
      Q_EMIT moveWanted(direction);
      return;
    }
    const std::optional<double> x =
        modifiers == Qt::ControlModifier
            ? charts::markerBeside(content_, crosshair_x_, direction)
            : charts::pointBeside(
                  content_, crosshair_x_,
                  modifiers == Qt::ShiftModifier ? kTenPlaces * direction : direction);
    if (x) {
      Q_EMIT crosshairPinned(x);
    }
  };
  switch (event.key()) {
    case Qt::Key_Left:
      walk(-1);
      return true;
    case Qt::Key_Right:
      walk(1);
      return true;
    case Qt::Key_Home:
      Q_EMIT crosshairPinned(charts::firstPoint(content_));
      return true;
    case Qt::Key_End:
      Q_EMIT crosshairPinned(charts::lastPoint(content_));
      return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      if (with_control) {
        return false;
      }
      apply(PlotGestures::keyboard(kKeyZoom, crosshair_x_, frame_));
      return true;
    case Qt::Key_Minus:
      if (with_control) {
        return false;
      }
      apply(PlotGestures::keyboard(1.0 / kKeyZoom, crosshair_x_, frame_));
      return true;
    case Qt::Key_0:
      if (with_control) {
        return false;
      }
      Q_EMIT resetWanted();
      return true;
    case Qt::Key_L:
      Q_EMIT logWanted();
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      Q_EMIT maximiseWanted();
      return true;
    case Qt::Key_T:
      if (modifiers == Qt::ControlModifier) {
        Q_EMIT tableWanted();
        return true;
      }
      return false;
    case Qt::Key_C:
      if (modifiers == Qt::ControlModifier) {
        Q_EMIT copyWanted();
        return true;
      }
      return false;
    case Qt::Key_Escape:
      if (crosshair_x_) {
        Q_EMIT crosshairPinned(std::nullopt);
        return true;
      }
      return false;  // the board goes back from a maximised chart
    default:
      return false;
  }
}

void PlotWidget::keyPressEvent(QKeyEvent* event) {
  if (handleKey(*event)) {
    event->accept();
  } else {
    event->ignore();
  }
}

void PlotWidget::contextMenuEvent(QContextMenuEvent* event) {
  // By mouse it comes with the button's release, unless that was a drag.
  if (event->reason() != QContextMenuEvent::Mouse) {
    Q_EMIT menuWanted(mapToGlobal(context().plot().center().toPoint()));
  }
  event->accept();
}

void PlotWidget::focusInEvent(QFocusEvent* event) {
  QChartView::focusInEvent(event);
  viewport()->update();
}

void PlotWidget::focusOutEvent(QFocusEvent* event) {
  QChartView::focusOutEvent(event);
  viewport()->update();
}

}  // namespace w2s::ui
