#include "ui/figures/panel_parts.h"
#include "ui/figures/shape_outline.h"

namespace w2s::ui::figures {
namespace {

constexpr double kStep = 1.35;   // from row to row, in font sizes
constexpr double kAbove = 0.35;  // between the axis' title and the first row

}  // namespace

charts::MarkRows markLegendRows(const PanelSketch& sketch, double width) {
  if (sketch.empty || sketch.style.legend == LegendPlace::None) {
    return {};
  }
  const double size = sketch.tick_size;
  return charts::markRowsOf(
      sketch.chart, sketch.axes.x.range, sketch.axes.y.range,
      {.room = width,
       .symbol = 1.2 * size,
       .gap = 1.4 * size,
       .width_of = [&](std::string_view text) { return sketch.widthOf(text, size); }});
}

double markLegendHeight(const PanelSketch& sketch, double width) {
  const auto rows = static_cast<double>(markLegendRows(sketch, width).size());
  return rows > 0.0 ? (kAbove + rows * kStep) * sketch.style.font : 0.0;
}

void drawMarkLegend(PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  const double font = sketch.style.font;
  const double size = sketch.tick_size;
  const double below_axis =
      0.6 * font + kLineHeight * size + (sketch.chart.x_title.empty() ? 0.0 : kLineHeight * font);
  double y = plot.bottom() + below_axis + (kAbove + 0.5 * kStep) * font;
  for (const auto& row : markLegendRows(sketch, sketch.area.right() - plot.left)) {
    for (const charts::MarkEntry& entry : row) {
      const double x = plot.left + entry.left;
      sketch.panel.shapes.push_back(
          PolygonShape{.role = Role::MarkLegend,
                       .corners = outlineOf(entry.kind, {x + 0.45 * size, y}, 0.34 * size),
                       .fill = markerColor(sketch, entry.kind),
                       .text = {}});
      sketch.text(Role::MarkLegend, {x + 1.2 * size, y + kCapHeight * size / 2.0}, entry.text, size,
                  sketch.palette.muted);
    }
    y += kStep * font;
  }
}

}  // namespace w2s::ui::figures
