// The events of PlotWidget: mouse, wheel and keys.
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include "ui/charts/plot_context.h"
#include "ui/charts/plot_widget.h"
#include "ui/charts/reading.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plain_text.h"

namespace w2s::ui {
namespace {

constexpr double kKeyZoom = 0.7;
constexpr int kTenPlaces = 10;

enum class KeyAction {
  Back,
  Forward,
  First,
  Last,
  ZoomIn,
  ZoomOut,
  Reset,
  Logarithm,
  Maximise,
  Table,
  Copy,
  Release
};

// A key with these modifiers exactly, or with any but those.
struct KeyBinding {
  int key;
  KeyAction action;
  Qt::KeyboardModifiers with = Qt::NoModifier;
  Qt::KeyboardModifiers without = Qt::NoModifier;
};
const KeyBinding kKeys[] = {
    {Qt::Key_Left, KeyAction::Back},
    {Qt::Key_Right, KeyAction::Forward},
    {Qt::Key_Home, KeyAction::First},
    {Qt::Key_End, KeyAction::Last},
    {Qt::Key_L, KeyAction::Logarithm},
    {Qt::Key_Return, KeyAction::Maximise},
    {Qt::Key_Enter, KeyAction::Maximise},
    {Qt::Key_Escape, KeyAction::Release},
    // With Ctrl: the window's text size.
    {Qt::Key_Plus, KeyAction::ZoomIn, {}, Qt::ControlModifier},
    {Qt::Key_Equal, KeyAction::ZoomIn, {}, Qt::ControlModifier},
    {Qt::Key_Minus, KeyAction::ZoomOut, {}, Qt::ControlModifier},
    {Qt::Key_0, KeyAction::Reset, {}, Qt::ControlModifier},
    {Qt::Key_T, KeyAction::Table, Qt::ControlModifier},
    {Qt::Key_C, KeyAction::Copy, Qt::ControlModifier},
};

std::optional<KeyAction> actionOf(const QKeyEvent& event) {
  const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
  for (const KeyBinding& known : kKeys) {
    if (event.key() == known.key && !(modifiers & known.without) &&
        (!known.with || modifiers == known.with)) {
      return known.action;
    }
  }
  return std::nullopt;
}

}  // namespace

QString PlotWidget::markTextAt(QPointF at) const {
  const double near = theme_.px(5);
  for (const draw::SceneShape& shape : panel_.shapes) {
    const auto* mark = std::get_if<draw::PolygonShape>(&shape);
    if (mark == nullptr || mark->role != draw::Role::Marker) {
      continue;
    }
    QPolygonF outline;
    for (const charts::Point& corner : mark->corners) {
      outline.append({corner.x, corner.y});
    }
    if (outline.boundingRect().adjusted(-near, -near, near, near).contains(at)) {
      return QString::fromStdString(mark->text);
    }
  }
  return {};
}

bool PlotWidget::isTitle(QPointF at) const {
  return at.y() < theme_.px(34);
}

bool PlotWidget::isRestOfLegend(QPointF at) const {
  const auto& rest = panel_.left_out;
  return rest && QRectF(rest->left, rest->top, rest->width, rest->height).contains(at);
}

void PlotWidget::mousePressEvent(QMouseEvent* event) {
  setFocus(Qt::MouseFocusReason);
  const QPointF at = event->position();
  const bool on_plot = context().plot().adjusted(-4, -4, 4, 4).contains(at);
  if (event->button() == Qt::LeftButton && isRestOfLegend(at)) {
    Q_EMIT legendWanted();
  } else if (event->button() == Qt::LeftButton && isTitle(at)) {
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
  viewport()->setCursor(isTitle(at)          ? Qt::OpenHandCursor
                        : isRestOfLegend(at) ? Qt::PointingHandCursor
                                             : Qt::ArrowCursor);
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
  // What the curves mean is told over the title, not over the curves; what a mark means, over it.
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString mark = markTextAt(help->pos());
    if (!mark.isEmpty()) {
      showPlainTip(help->globalPos(), mark, this);
      return true;
    }
    if (help->pos().y() >= frame_.top) {
      QToolTip::hideText();
      event->ignore();
      return true;
    }
  }
  if (event->type() == QEvent::ShortcutOverride) {
    const auto action = actionOf(*static_cast<QKeyEvent*>(event));
    if (action && *action != KeyAction::Release) {
      event->accept();
      return true;
    }
  }
  return QChartView::event(event);
}

void PlotWidget::walk(int direction, Qt::KeyboardModifiers modifiers) {
  if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) {
    Q_EMIT moveWanted(direction);
    return;
  }
  const int places = modifiers == Qt::ShiftModifier ? kTenPlaces * direction : direction;
  const std::optional<double> x = modifiers == Qt::ControlModifier
                                      ? charts::markerBeside(content_, crosshair_x_, direction)
                                      : charts::pointBeside(content_, crosshair_x_, places);
  if (x) {
    Q_EMIT crosshairPinned(x);
  }
}

bool PlotWidget::handleKey(const QKeyEvent& event) {
  const auto action = actionOf(event);
  if (!action) {
    return false;
  }
  switch (*action) {
    case KeyAction::Back:
    case KeyAction::Forward:
      walk(*action == KeyAction::Back ? -1 : 1, event.modifiers() & ~Qt::KeypadModifier);
      return true;
    case KeyAction::First:
      Q_EMIT crosshairPinned(charts::firstPoint(content_));
      return true;
    case KeyAction::Last:
      Q_EMIT crosshairPinned(charts::lastPoint(content_));
      return true;
    case KeyAction::ZoomIn:
      apply(PlotGestures::keyboard(kKeyZoom, crosshair_x_, frame_));
      return true;
    case KeyAction::ZoomOut:
      apply(PlotGestures::keyboard(1.0 / kKeyZoom, crosshair_x_, frame_));
      return true;
    case KeyAction::Reset:
      Q_EMIT resetWanted();
      return true;
    case KeyAction::Logarithm:
      Q_EMIT logWanted();
      return true;
    case KeyAction::Maximise:
      Q_EMIT maximiseWanted();
      return true;
    case KeyAction::Table:
      Q_EMIT tableWanted();
      return true;
    case KeyAction::Copy:
      Q_EMIT copyWanted();
      return true;
    case KeyAction::Release: {
      const bool was_there = crosshair_x_.has_value();
      if (was_there) {
        Q_EMIT crosshairPinned(std::nullopt);
      }
      return was_there;  // else the board goes back from a maximised chart
    }
  }
  return false;
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
