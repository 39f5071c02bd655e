// Grid, tick labels and axis title of a plot. Ours, because the library shortens labels to "..."
// and lays its axes out on its own.
#pragma once

#include <QFont>

#include "ui/charts/plot_items.h"
#include "ui/charts/ticks.h"

class QGraphicsLineItem;

namespace w2s::ui {

class PlotAxes {
 public:
  explicit PlotAxes(QGraphicsItem* parent);
  void draw(const PlotContext& context, const charts::Ticks& y_ticks);

  // Room the labels of these ticks need.
  [[nodiscard]] static double labelWidth(const Theme& theme, const charts::Ticks& ticks);

 private:
  QGraphicsItem* parent_;
  QGraphicsSimpleTextItem* x_title_;
  ItemPool<QGraphicsSimpleTextItem> texts_;
  ItemPool<QGraphicsLineItem> grid_;
};

}  // namespace w2s::ui
