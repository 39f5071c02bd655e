#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/bridge/words.h"
#include "ui/charts/mark_tips.h"
#include "ui/charts/overflow.h"
#include "ui/draw/clip.h"
#include "ui/draw/panel_sketch.h"
#include "ui/draw/shape_outline.h"

namespace w2s::ui::draw {
namespace {

using charts::Curve;
using charts::Point;
using charts::Polyline;

constexpr double kGhostOpacity = 0.3;
constexpr double kPinnedOpacity = 0.55;
constexpr double kBarOpacity = 0.22;

double lineWidth(const PanelStyle& style, Curve::Style of) {
  switch (of) {
    case Curve::Style::Line:
    case Curve::Style::Points:
    case Curve::Style::Marks:
      return style.line;
    case Curve::Style::Overlay:
    case Curve::Style::Pinned:
      return 0.75 * style.line;
    case Curve::Style::Ghost:
    case Curve::Style::Guide:
      return 0.5 * style.line;
  }
  return style.line;
}

// A value that stands alone has no line: it gets a mark, as the points of a curve of few values.
bool standsAlone(const Curve& curve, std::size_t i) {
  const auto missing = [&curve](std::size_t k) { return !std::isfinite(curve.y[k]); };
  const std::size_t n = std::min(curve.x.size(), curve.y.size());
  return !missing(i) && (i == 0 || missing(i - 1)) && (i + 1 >= n || missing(i + 1));
}

void drawPoints(PanelSketch& sketch, const Curve& curve) {
  const Rect& plot = sketch.panel.plot;
  const bool hollow = curve.style == Curve::Style::Marks;
  const bool all = hollow || curve.style == Curve::Style::Points;
  const PathShape look = lookOf(sketch.chart, curve, sketch.style, sketch.palette);
  for (std::size_t i = 0; i < std::min(curve.x.size(), curve.y.size()); ++i) {
    if (!all && !standsAlone(curve, i)) {
      continue;
    }
    const Point at = sketch.axes.place(plot, curve.x[i], curve.y[i] * curve.scale);
    if (std::isfinite(at.y) && at.x >= plot.left && at.x <= plot.right() && at.y >= plot.top &&
        at.y <= plot.bottom()) {
      sketch.panel.shapes.push_back(PolygonShape{
          .role = Role::EndDot,
          .corners = outlineOf(curve.shape, at,
                               0.9 * look.width + (all ? 0.06 : 0.12) * sketch.style.font),
          .fill = look.color,
          .text = {},
          .outline = hollow ? 0.5 * look.width : 0.0});
    }
  }
}

// Arrows where a curve leaves the axis.
void drawOverflow(PanelSketch& sketch) {
  if (!sketch.chart.overflow_arrows) {
    return;
  }
  const Rect& plot = sketch.panel.plot;
  const double radius = 0.33 * sketch.style.font;
  const charts::Frame frame{.x = sketch.axes.x,
                            .y = sketch.axes.y,
                            .left = plot.left,
                            .top = plot.top,
                            .width = plot.width,
                            .height = plot.height};
  for (const Curve& curve : sketch.chart.curves) {
    if (curve.style == Curve::Style::Ghost) {
      continue;
    }
    for (const charts::Overflow& over :
         charts::overflowsOf(curve, frame, 1.2 * sketch.style.font)) {
      sketch.panel.shapes.push_back(PolygonShape{
          .role = Role::Marker,
          .corners = outlineOf(
              over.above ? charts::Shape::TriangleUp : charts::Shape::TriangleDown,
              {frame.toX(over.x), over.above ? plot.top + radius : plot.bottom() - radius}, radius),
          .fill = sketch.lineColor(curve.ink),
          .text = over.above ? words("charts", "The curve goes on above the axis")
                             : words("charts", "The curve goes on below the axis")});
    }
  }
}

}  // namespace

const std::vector<double>& kindOfDashes(int kind) {
  static const std::array<std::vector<double>, charts::kDashes> kKinds{
      {{},
       {7.0, 2.5},
       {2.0, 1.8},
       {8.0, 2.0, 2.0, 2.0},
       {4.0, 1.6, 1.4, 1.6, 1.4, 1.6},
       {12.0, 4.0}}};
  return kKinds[kind >= 0 && kind < charts::kDashes ? static_cast<std::size_t>(kind) : 0];
}

std::vector<double> dashesOf(const Curve& curve, const Palette& palette) {
  return palette.dashes ? palette.dashes(curve.ink, curve.dash) : kindOfDashes(curve.dash);
}

PathShape lookOf(const charts::ChartData& chart, const Curve& curve, const PanelStyle& style,
                 const Palette& palette) {
  PathShape path;
  path.role = curve.style == Curve::Style::Ghost ? Role::Ghost : Role::Series;
  path.name = curve.fullName();
  path.color = chart.undefined_reason.empty() ? palette.line(curve.ink) : palette.disabled;
  path.width = lineWidth(style, curve.style);
  if (curve.style == Curve::Style::Ghost) {
    path.color.opacity = kGhostOpacity;
  } else if (curve.style == Curve::Style::Guide) {
    path.role = Role::Reference;
    path.dashes = scaled(referenceDashes(), path.width);
  } else {
    path.dashes = scaled(dashesOf(curve, palette), path.width);
  }
  if (curve.style == Curve::Style::Pinned) {
    path.color.opacity = kPinnedOpacity;
  }
  return path;
}

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

int visibleColumns(const PanelSketch& sketch) {
  const int visible = countIn(sketch.panel.plot.width, 0.5 * sketch.style.line);
  return std::clamp(visible, 1, sketch.style.max_columns);
}

void drawCurves(PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  const charts::Window window{.x_low = sketch.axes.x.range.low,
                              .x_high = sketch.axes.x.range.high,
                              .columns = visibleColumns(sketch)};
  charts::Decimations fresh;
  charts::Decimations& decimations =
      sketch.style.decimations != nullptr ? *sketch.style.decimations : fresh;
  for (std::size_t i = 0; i < sketch.chart.curves.size(); ++i) {
    const Curve& curve = sketch.chart.curves[i];
    if (curve.style == Curve::Style::Marks ||
        (!sketch.style.own_curves && !charts::isOverlay(curve.ink))) {
      continue;
    }
    PathShape path = lookOf(sketch.chart, curve, sketch.style, sketch.palette);
    for (const Polyline& piece : decimations.of(i, curve.x, curve.y, window, curve.pyramid)) {
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
    if (!path.pieces.empty()) {
      sketch.panel.shapes.push_back(std::move(path));
    }
  }
  sketch.panel.behind = sketch.panel.shapes.size();
  for (const Curve& curve : sketch.chart.curves) {
    if (curve.error_bars) {
      drawErrorBars(sketch, curve);
    }
    if (curve.style == Curve::Style::Points || curve.style == Curve::Style::Marks ||
        (curve.pyramid == nullptr && curve.style != Curve::Style::Ghost)) {
      drawPoints(sketch, curve);
    }
  }
}

MarkLook lookOf(const PanelSketch& sketch, charts::Marker::Kind kind) {
  switch (kind) {
    case charts::Marker::Kind::Intervention:
      return {.color = sketch.palette.muted};
    case charts::Marker::Kind::Divergence:
      return {.color = sketch.palette.line(charts::Ink::Trouble)};
    // Hollow, so that the curve's own end mark stays visible below.
    case charts::Marker::Kind::BestAgreement:
      return {.color = sketch.palette.text, .filled = false};
    case charts::Marker::Kind::Oracle:
      return {.color = sketch.palette.letters(charts::Ink::Trouble), .filled = false};
    case charts::Marker::Kind::Initial:
      return {.color = sketch.palette.line(charts::Ink::Student), .filled = false};
  }
  return {.color = sketch.palette.muted};
}

void drawMarkers(PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  const double half = (sketch.style.compact ? 0.33 : 0.4) * sketch.style.font;
  const std::vector<std::string> tips =
      charts::tipsOf(sketch.chart, half / plot.width * sketch.axes.x.range.span());
  const auto put = [&](const charts::Marker& marker, Point at, double radius, std::size_t i) {
    const MarkLook look = lookOf(sketch, marker.kind);
    sketch.panel.shapes.push_back(
        PolygonShape{.role = Role::Marker,
                     .corners = outlineOf(marker.kind, at, radius),
                     .fill = look.color,
                     .text = sketch.style.compact ? tips[i] : marker.text,
                     .outline = look.filled ? 0.0 : 0.13 * sketch.style.font});
  };
  for (std::size_t i = 0; i < sketch.chart.markers.size(); ++i) {
    const charts::Marker& marker = sketch.chart.markers[i];
    const double x = sketch.axes.place(plot, marker.x, sketch.axes.y.range.low).x;
    if (x < plot.left - 0.01 || x > plot.right() + 0.01) {
      continue;
    }
    if (marker.y) {
      const double y = sketch.axes.place(plot, marker.x, *marker.y).y;
      if (y >= plot.top && y <= plot.bottom()) {
        put(marker, {x, y}, 1.1 * half, i);
      }
      continue;
    }
    Color stem = lookOf(sketch, marker.kind).color;
    stem.opacity *= 0.6;
    sketch.line(Role::Marker, {x, plot.top}, {x, plot.bottom()}, stem,
                sketch.style.compact ? 1.0 : 0.4 * sketch.style.line);
    put(marker, {x, plot.top}, half, i);
  }
  drawOverflow(sketch);
}

}  // namespace w2s::ui::draw
