// Curves, reference lines and bars of a plot: the part drawn by Qt Charts.
//
// Rules it keeps (each was measured): series get decimated points by replace(), never appended
// ones, and only when they changed; the library's axes stay 0 to 1 for ever, because each change of
// a range rebuilds every series: zoom and logarithms are arithmetic of ours; no OpenGL, no
// animation; dashes only on two-point lines; a value that is not finite breaks the line.
#pragma once

#include <cstddef>
#include <vector>

#include <QList>
#include <QPen>
#include <QPointF>

#include "ui/charts/plot_items.h"

class QChart;
class QGraphicsPathItem;
class QGraphicsRectItem;
class QLineSeries;
class QValueAxis;

namespace w2s::ui {

class PlotCurves {
 public:
  explicit PlotCurves(QChart* chart);
  void draw(const PlotContext& context);

 private:
  struct Line {
    QLineSeries* series = nullptr;
    QList<QPointF> points;  // as drawn, in shares of the plot
    QPen pen;
  };

  void drawCurve(const PlotContext& context, const charts::Curve& curve);
  void drawReferences(const PlotContext& context);
  void drawBars(const PlotContext& context);
  void put(QList<QPointF> points, const QPen& pen);

  QChart* chart_;
  QValueAxis* x_axis_;
  QValueAxis* y_axis_;
  std::vector<Line> lines_;
  std::size_t used_ = 0;
  ItemPool<QGraphicsRectItem> bars_;
  ItemPool<QGraphicsPathItem> points_;
  std::size_t points_used_ = 0;
};

}  // namespace w2s::ui
