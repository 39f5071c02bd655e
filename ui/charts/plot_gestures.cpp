#include "ui/charts/plot_gestures.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QWheelEvent>

namespace w2s::ui {
namespace {

// A drag thinner than this along one axis leaves that axis alone.
constexpr double kThin = 12.0;

QRectF plotOf(const charts::Frame& frame) {
  return {frame.left, frame.top, frame.width, frame.height};
}

QPointF inside(QPointF point, const QRectF& rect) {
  return {std::clamp(point.x(), rect.left(), rect.right()),
          std::clamp(point.y(), rect.top(), rect.bottom())};
}

}  // namespace

void PlotGestures::press(Kind kind, QPointF at, const charts::Frame& frame) {
  kind_ = kind;
  from_ = at;
  frame_ = frame;
  is_drag_ = false;
}

bool PlotGestures::moved(QPointF to) {
  is_drag_ = is_drag_ || (kind_ != Kind::None &&
                          (to - from_).manhattanLength() >= QApplication::startDragDistance());
  return is_drag_;
}

void PlotGestures::end() {
  kind_ = Kind::None;
  is_drag_ = false;
}

QRectF PlotGestures::band(QPointF to) const {
  const QRectF plot = plotOf(frame_);
  QRectF box = QRectF(inside(from_, plot), inside(to, plot)).normalized();
  if (box.height() < kThin) {
    box.setTop(plot.top());
    box.setBottom(plot.bottom());
  } else if (box.width() < kThin) {
    box.setLeft(plot.left());
    box.setRight(plot.right());
  }
  return box;
}

Zoom PlotGestures::zoomToBand(QPointF to) const {
  const QRectF plot = plotOf(frame_);
  const QRectF box = band(to);
  Zoom zoom;
  if (box.width() < plot.width() - 0.5) {
    zoom.x = charts::Range{frame_.xAt(box.left()), frame_.xAt(box.right())};
  }
  if (box.height() < plot.height() - 0.5) {
    zoom.y = charts::Range{frame_.yAt(box.bottom()), frame_.yAt(box.top())};
  }
  return zoom;
}

Zoom PlotGestures::panned(QPointF to) const {
  return {.x = frame_.x.panned((from_.x() - to.x()) / frame_.width),
          .y = frame_.y.panned((to.y() - from_.y()) / frame_.height)};
}

Zoom PlotGestures::wheel(const QWheelEvent& event, const charts::Frame& frame) {
  // Some platforms turn Shift + wheel into a sideways wheel.
  const QPoint delta = event.angleDelta();
  const double notches = (delta.y() != 0 ? delta.y() : delta.x()) / 120.0;
  const double factor = std::pow(0.8, notches);
  const QPointF at = inside(event.position(), plotOf(frame));
  if (event.modifiers().testFlag(Qt::ShiftModifier)) {
    return {.x = {}, .y = frame.y.zoomed(factor, 1.0 - (at.y() - frame.top) / frame.height)};
  }
  return {.x = frame.x.zoomed(factor, (at.x() - frame.left) / frame.width), .y = {}};
}

Zoom PlotGestures::keyboard(double factor, std::optional<double> crosshair,
                            const charts::Frame& frame) {
  const double share = crosshair ? frame.x.share(*crosshair) : 0.5;
  return {.x = frame.x.zoomed(factor, share >= 0.0 && share <= 1.0 ? share : 0.5), .y = {}};
}

}  // namespace w2s::ui
