#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/figures/clip.h"
#include "ui/figures/panel_parts.h"
#include "ui/figures/shape_outline.h"

namespace w2s::ui::figures {
namespace {

using charts::Curve;
using charts::Point;
using charts::Polyline;

constexpr double kGhostOpacity = 0.3;
constexpr double kPinnedOpacity = 0.55;
constexpr double kBarOpacity = 0.22;

PathShape pathOf(const PanelSketch& sketch, const Curve& curve) {
  PathShape path;
  path.role = curve.style == Curve::Style::Ghost ? Role::Ghost : Role::Series;
  path.name = curve.fullName();
  path.entry = curve.label;
  path.color = sketch.lineColor(curve.ink);
  path.width = sketch.lineWidth(curve.style);
  if (curve.style == Curve::Style::Ghost) {
    path.color.opacity = kGhostOpacity;
  } else if (curve.style == Curve::Style::Guide) {
    path.role = Role::Reference;
    path.dashes = scaled(referenceDashes(), path.width);
  } else if (sketch.palette.dashes) {
    path.dashes = scaled(sketch.palette.dashes(curve.ink), path.width);
  }
  if (curve.style == Curve::Style::Pinned) {
    path.color.opacity = kPinnedOpacity;
  }
  return path;
}

void drawPoints(PanelSketch& sketch, const Curve& curve, const Color& color) {
  const Rect& plot = sketch.panel.plot;
  for (std::size_t i = 0; i < std::min(curve.x.size(), curve.y.size()); ++i) {
    const Point at = sketch.axes.place(plot, curve.x[i], curve.y[i] * curve.scale);
    if (std::isfinite(at.y) && at.x >= plot.left && at.x <= plot.right() && at.y >= plot.top &&
        at.y <= plot.bottom()) {
      sketch.panel.shapes.push_back(PolygonShape{
          .role = Role::EndDot,
          .corners = outlineOf(curve.shape, at, 0.9 * sketch.style.line + 0.06 * sketch.style.font),
          .fill = color,
          .text = {}});
    }
  }
}

}  // namespace

void drawReferences(PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  for (const charts::ReferenceLine& reference : sketch.chart.references) {
    if (!sketch.axes.holds(reference.y)) {
      continue;
    }
    const double y = sketch.axes.place(plot, sketch.axes.x.range.low, reference.y).y;
    const double width = 0.75 * sketch.style.line;
    sketch.line(Role::Reference, {plot.left, y}, {plot.right(), y},
                sketch.palette.line(reference.ink), width, scaled(referenceDashes(), width));
    auto& path = std::get<PathShape>(sketch.panel.shapes.back());
    path.name = reference.label;
    path.entry = textOf(sketch, reference);
  }
}

// Histograms stand behind everything else.
void drawBars(PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  for (const charts::Bars& bars : sketch.chart.bars) {
    Color fill = sketch.lineColor(bars.ink);
    fill.opacity = kBarOpacity;
    for (const charts::Bar& bar : bars.bars) {
      const Point low = sketch.axes.place(plot, bar.x_low, std::max(0.0, sketch.axes.y.range.low));
      const Point high = sketch.axes.place(plot, bar.x_high, bar.y);
      const double left = std::max(low.x, plot.left);
      const double right = std::min(high.x, plot.right());
      const double top = std::max(high.y, plot.top);
      const double bottom = std::min(low.y, plot.bottom());
      const double gap = 0.04 * (high.x - low.x);  // between neighbours
      if (right - left > 2.0 * gap && bottom > top) {
        sketch.panel.shapes.push_back(
            BoxShape{.role = Role::Bar,
                     .rect = {left + gap, top, right - left - 2.0 * gap, bottom - top},
                     .fill = fill});
      }
    }
  }
}

void drawCurves(PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  // A column narrower than half the line cannot be seen.
  const auto visible = static_cast<int>(plot.width / (0.5 * sketch.style.line));
  const charts::Window window{.x_low = sketch.axes.x.range.low,
                              .x_high = sketch.axes.x.range.high,
                              .columns = std::clamp(visible, 1, sketch.style.max_columns)};
  for (const Curve& curve : sketch.chart.curves) {
    PathShape path = pathOf(sketch, curve);
    for (const Polyline& piece : charts::decimate(curve.x, curve.y, window, curve.pyramid)) {
      Polyline placed;
      placed.reserve(piece.size());
      const auto close = [&] {
        for (Polyline& part : clipped(std::exchange(placed, {}), plot)) {
          path.pieces.push_back(std::move(part));
        }
      };
      for (const Point& point : piece) {
        const Point at = sketch.axes.place(plot, point.x, point.y * curve.scale);
        if (std::isfinite(at.y)) {
          placed.push_back(at);
        } else {
          close();  // a logarithmic axis has no place for it
        }
      }
      close();
    }
    if (path.pieces.empty()) {
      continue;
    }
    const Color color = path.color;
    sketch.panel.shapes.push_back(std::move(path));
    if (curve.style == Curve::Style::Points) {
      drawPoints(sketch, curve, color);
    }
  }
}

}  // namespace w2s::ui::figures
