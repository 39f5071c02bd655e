// What lies over a finished plot and moves with the pointer: crosshair, dots on the curves, the
// text of a marker nearby, the rubber band. Painted on the cached picture, so that moving it costs
// no drawing of curves.
#pragma once

#include <optional>
#include <vector>

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>

#include "ui/charts/plot_context.h"

class QPainter;

namespace w2s::ui {

class PlotCrosshair {
 public:
  // Places everything for x; empty: nothing is shown. Pinned: a solid line with a foot.
  void place(const PlotContext& context, std::optional<double> x, bool pinned);
  void setBand(std::optional<QRectF> band) {
    band_ = band;
  }
  void paint(QPainter& painter, const Theme& theme, bool with_callout) const;

  // Text of the marker at the crosshair; empty without one.
  [[nodiscard]] const QString& callout() const {
    return callout_;
  }
  [[nodiscard]] std::size_t dotCount() const {
    return dots_.size();
  }

 private:
  struct Dot {
    QPointF at;
    QColor color;
    charts::Shape shape = charts::Shape::Circle;
  };
  std::optional<double> pixel_;
  bool pinned_ = false;
  QRectF plot_;
  QSizeF chart_;  // of the whole picture
  std::vector<Dot> dots_;
  QString callout_;
  std::optional<QRectF> band_;
};

}  // namespace w2s::ui
