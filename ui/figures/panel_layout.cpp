#include "ui/figures/panel_parts.h"

namespace w2s::ui::figures {
namespace {

PanelAxis axisOf(const AxisScale& scale, const charts::Ticks& ticks, const std::string& title) {
  return {.scale = scale, .ticks = ticks.values, .decimals = ticks.decimals, .title = title};
}

}  // namespace

Insets insetsOf(const charts::ChartData& chart, const Rect& area, const PanelStyle& style,
                const Palette& palette, const TextWidth& text_width) {
  PanelSketch sketch(chart, area, style, palette, text_width);
  makeEntries(sketch);
  placePlot(sketch);
  const Rect& plot = sketch.panel.plot;
  return {.left = plot.left - area.left,
          .top = plot.top - area.top,
          .right = area.right() - plot.right(),
          .bottom = area.bottom() - plot.bottom()};
}

Panel layOutPanel(const charts::ChartData& chart, const Rect& area, const PanelStyle& style,
                  const Palette& palette, const TextWidth& text_width) {
  PanelSketch sketch(chart, area, style, palette, text_width);
  makeEntries(sketch);
  placePlot(sketch);
  drawTitle(sketch);
  if (!sketch.empty) {
    drawAxes(sketch);
    drawReferences(sketch);
  }
  drawBars(sketch);
  drawCurves(sketch);
  if (!sketch.empty) {
    drawMarkers(sketch);
    drawMarkLegend(sketch);
    if (style.legend == LegendPlace::EndLabels) {
      drawEndLabels(sketch);
    } else if (style.legend != LegendPlace::None) {
      drawLegend(sketch);
    }
  }
  drawMessage(sketch);
  sketch.panel.x = axisOf(sketch.axes.x, sketch.x_ticks, chart.x_title);
  sketch.panel.y = axisOf(sketch.axes.y, sketch.axes.y_ticks, chart.y_title);
  return std::move(sketch.panel);
}

}  // namespace w2s::ui::figures
