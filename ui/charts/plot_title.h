// Title, subtitle and message of a plot.
#pragma once

#include "ui/charts/plot_items.h"

namespace w2s::ui {

class PlotTitle {
 public:
  explicit PlotTitle(QGraphicsItem* parent);
  // `right_margin`: kept free for a button.
  void draw(const PlotContext& context, double right_margin, const QString& note);

 private:
  QGraphicsSimpleTextItem* title_;
  QGraphicsSimpleTextItem* subtitle_;
  PlotLabel* message_;  // why nothing, or nothing meaningful, is drawn
};

}  // namespace w2s::ui
