// Markers of a plot: what happened at a step, early stops, and arrows where a curve leaves the
// axis.
#pragma once

#include "ui/charts/plot_items.h"

class QGraphicsLineItem;
class QGraphicsPathItem;

namespace w2s::ui {

class PlotMarks {
 public:
  explicit PlotMarks(QGraphicsItem* parent);
  void draw(const PlotContext& context);

 private:
  void drawMarkers(const PlotContext& context);
  void drawOverflow(const PlotContext& context);
  void put(const QPainterPath& path, const QColor& color, bool filled, const QString& tip);

  QGraphicsItem* parent_;
  ItemPool<QGraphicsPathItem> shapes_;
  ItemPool<QGraphicsLineItem> stems_;
  std::size_t used_ = 0;
};

}  // namespace w2s::ui
