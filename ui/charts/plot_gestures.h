// What mouse and keys mean on a plot, as decisions without drawing. The plot asks and acts.
//
//   wheel: x zoom at the pointer     Shift + wheel: y zoom     drag: zoom to the box
//   right drag: pan                  double click: reset       title: drag moves the chart,
//   double click maximises it
#pragma once

#include <optional>

#include <QPointF>
#include <QRectF>
#include <Qt>

#include "ui/charts/scale.h"

class QWheelEvent;

namespace w2s::ui {

struct Zoom {
  std::optional<charts::Range> x;  // what to show; empty: as it is
  std::optional<charts::Range> y;
};

class PlotGestures {
 public:
  enum class Kind { None, Box, Pan, Title };

  void press(Kind kind, QPointF at, const charts::Frame& frame);
  // Moved far enough to be no click.
  [[nodiscard]] bool moved(QPointF to);
  void end();

  [[nodiscard]] Kind kind() const {
    return kind_;
  }
  [[nodiscard]] bool isDrag() const {
    return is_drag_;
  }
  // The rubber band: all of the height (or width) where the drag goes along one axis.
  [[nodiscard]] QRectF band(QPointF to) const;
  [[nodiscard]] Zoom zoomToBand(QPointF to) const;
  [[nodiscard]] Zoom panned(QPointF to) const;

  [[nodiscard]] static Zoom wheel(const QWheelEvent& event, const charts::Frame& frame);
  // Around the crosshair, or the middle.
  [[nodiscard]] static Zoom keyboard(double factor, std::optional<double> crosshair,
                                     const charts::Frame& frame);

 private:
  Kind kind_ = Kind::None;
  QPointF from_;
  charts::Frame frame_;  // at the beginning
  bool is_drag_ = false;
};

}  // namespace w2s::ui
