// What a plot draws next, and where.
#pragma once

#include <QRectF>
#include <QSizeF>

#include "ui/charts/chart_data.h"
#include "ui/charts/scale.h"
#include "ui/draw/panel.h"

namespace w2s::ui {

class Theme;

struct PlotContext {
  const Theme& theme;
  const charts::ChartData& data;
  const charts::Frame& frame;
  const draw::PanelStyle& style;
  const draw::Palette& palette;
  QSizeF size;         // of the whole widget
  bool empty = false;  // no curve has a value yet

  [[nodiscard]] QRectF plot() const {
    return {frame.left, frame.top, frame.width, frame.height};
  }
};

}  // namespace w2s::ui
