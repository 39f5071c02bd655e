// The legend of a plot's marks, in rows under the numbers of its x axis.
#pragma once

#include "ui/charts/mark_legend.h"
#include "ui/charts/plot_items.h"

class QGraphicsPathItem;

namespace w2s::ui {

class PlotMarkLegend {
 public:
  explicit PlotMarkLegend(QGraphicsItem* parent);
  // Once the ranges are chosen: what its rows take below the plot, in a widget of that size; nothing
  // in one that is too low for a legend, or without marks.
  double layOut(const PlotContext& context);
  // The rows of the last layOut().
  void draw(const PlotContext& context);

 private:
  QGraphicsItem* parent_;
  charts::MarkRows rows_;
  ItemPool<QGraphicsPathItem> symbols_;
  ItemPool<QGraphicsSimpleTextItem> texts_;
};

// Colour and filling of a mark, on the plot and in its legend.
struct MarkLook {
  QColor color;
  bool filled = true;
};
[[nodiscard]] MarkLook lookOf(charts::Marker::Kind kind, const Theme& theme);

}  // namespace w2s::ui
