// What bands and marks mean, in rows under the axis' title.
#include <algorithm>
#include <string_view>

#include "ui/draw/panel_sketch.h"
#include "ui/draw/shape_outline.h"

namespace w2s::ui::draw {
namespace {

constexpr double kSymbol = 1.35;  // in sizes of a legend of marks: a mark and the gap to its text
constexpr double kMarksAbove = 0.35;  // between the axis' title and the first row of marks
constexpr double kLowest = 9.5;  // in font sizes: of a chart of the window with a legend of marks

// In the row of marks: of one curve in its colour, of several in that of the text beside it.
void drawBandSample(PanelSketch& sketch, const charts::Curve* curve, double x, double y) {
  const double size = sketch.tick_size;
  const Color line = curve != nullptr ? sketch.lineColor(curve->ink) : sketch.palette.muted;
  sketch.panel.shapes.push_back(
      BoxShape{.role = Role::MarkLegend,
               .rect = {x, y - kBandSample * size / 2.0, 0.9 * size, kBandSample * size},
               .fill = bandColor(sketch, line)});
  sketch.line(Role::MarkLegend, {x, y}, {x + 0.9 * size, y}, line, 0.75 * sketch.style.line);
}

}  // namespace

charts::MarkRows markLegendRows(const PanelSketch& sketch, double width) {
  const bool too_low = sketch.style.compact && sketch.area.height < kLowest * sketch.style.font;
  if (sketch.empty || too_low || sketch.style.legend == LegendPlace::None) {
    return {};
  }
  const double size = sketch.tick_size;
  return charts::markRowsOf(
      sketch.chart, sketch.axes.x.range, sketch.axes.y.range,
      {.room = width,
       .symbol = kSymbol * size,
       .gap = 1.4 * size,
       .width_of = [&](std::string_view text) { return sketch.widthOf(text, size); }});
}

double markLegendLeft(const PanelSketch& sketch) {
  return sketch.style.compact ? sketch.area.left : sketch.panel.plot.left;
}

double markLegendHeight(const PanelSketch& sketch, double width) {
  const auto rows = static_cast<double>(markLegendRows(sketch, width).size());
  return rows > 0.0 ? (kMarksAbove + rows * kLegendStep) * sketch.style.font : 0.0;
}

void drawMarkLegend(PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  const double font = sketch.style.font;
  const double size = sketch.tick_size;
  const double left = markLegendLeft(sketch);
  double y = plot.bottom() + belowAxis(sketch) + (kMarksAbove + 0.5 * kLegendStep) * font;
  for (const auto& row : markLegendRows(sketch, sketch.area.right() - left)) {
    for (const charts::MarkEntry& entry : row) {
      const double x = left + entry.left;
      if (entry.band) {
        drawBandSample(sketch, *entry.band, x, y);
      } else {
        const MarkLook look = lookOf(sketch, entry.kind);
        sketch.panel.shapes.push_back(
            PolygonShape{.role = Role::MarkLegend,
                         .corners = outlineOf(entry.kind, {x + 0.45 * size, y}, 0.34 * size),
                         .fill = look.color,
                         .text = {},
                         .outline = look.filled ? 0.0 : 0.11 * size});
      }
      sketch.text(Role::MarkLegend, {x + kSymbol * size, y + kCapHeight * size / 2.0},
                  sketch.elided(entry.text, entry.text.size(),
                                sketch.area.right() - x - kSymbol * size, size, false),
                  size, sketch.palette.muted);
    }
    y += kLegendStep * font;
  }
}

}  // namespace w2s::ui::draw
