#include "ui/figures/panel_parts.h"
#include "ui/figures/shape_outline.h"

namespace w2s::ui::figures {

using charts::Marker;

Color markerColor(const PanelSketch& sketch, Marker::Kind kind) {
  switch (kind) {
    case Marker::Kind::Intervention:
      return sketch.palette.muted;
    case Marker::Kind::Divergence:
      return sketch.palette.line(charts::Ink::Trouble);
    case Marker::Kind::BestAgreement:
    case Marker::Kind::Oracle:
      return sketch.palette.text;
  }
  return sketch.palette.muted;
}

void drawMarkers(PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  const double half = 0.4 * sketch.style.font;
  for (const Marker& marker : sketch.chart.markers) {
    const double x = sketch.axes.place(plot, marker.x, sketch.axes.y.range.low).x;
    if (x < plot.left - 0.01 || x > plot.right() + 0.01) {
      continue;
    }
    const Color color = markerColor(sketch, marker.kind);
    if (marker.y) {
      const double y = sketch.axes.place(plot, marker.x, *marker.y).y;
      if (y >= plot.top && y <= plot.bottom()) {
        sketch.panel.shapes.push_back(
            PolygonShape{.role = Role::Marker,
                         .corners = outlineOf(marker.kind, {x, y}, 0.85 * half),
                         .fill = color,
                         .text = marker.text});
      }
      continue;
    }
    sketch.line(Role::Marker, {x, plot.top}, {x, plot.bottom()}, color, 0.4 * sketch.style.line);
    sketch.panel.shapes.push_back(
        PolygonShape{.role = Role::Marker,
                     .corners = outlineOf(marker.kind, {x, plot.top}, half),
                     .fill = color,
                     .text = marker.text});
  }
}

}  // namespace w2s::ui::figures
