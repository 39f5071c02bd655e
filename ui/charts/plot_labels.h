// Labels of a plot at the ends of its curves and reference lines, instead of a legend, and the
// shapes that mark the ends.
#pragma once

#include <vector>

#include "ui/charts/plot_items.h"

class QGraphicsPathItem;

namespace w2s::ui {

class PlotLabels {
 public:
  explicit PlotLabels(QGraphicsItem* parent);
  void draw(const PlotContext& context);

  // Room for the longest label.
  [[nodiscard]] static double widthOf(const Theme& theme, const charts::ChartData& data,
                                      const charts::Range& seen);
  [[nodiscard]] const std::vector<PlotLabel*>& items() const {
    return labels_.all();
  }

 private:
  struct Wanted {
    QString text;
    QColor ink;
    double x = 0.0;
    double y = 0.0;
    bool other = false;  // another run's: gives way first
    bool stays = false;  // beside its curve's end: there is room, and nothing under it
  };

  [[nodiscard]] std::vector<Wanted> markEnds(const PlotContext& context, bool& reaches_margin);

  QGraphicsItem* parent_;
  ItemPool<QGraphicsPathItem> ends_;
  ItemPool<PlotLabel> labels_;
};

}  // namespace w2s::ui
