#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "ui/charts/bands.h"
#include "ui/draw/clip.h"
#include "ui/draw/panel_sketch.h"

namespace w2s::ui::draw {
namespace {

using charts::Curve;
using charts::Point;
using charts::Polyline;

// Of a plot: a band is smooth where a curve is not, and every corner costs time in the window.
constexpr int kMostColumns = 250;
// What a band adds to the ground in the channel that it changes most: a light grey is laid on
// thicker than a black, so that no band is lost.
constexpr double kBandTint = 0.19;
constexpr double kThickest = 0.5;

double apart(const Color& a, const Color& b) {
  const auto between = [](std::uint8_t one, std::uint8_t other) { return std::abs(one - other); };
  return std::max({between(a.red, b.red), between(a.green, b.green), between(a.blue, b.blue)}) /
         255.0;
}

// Upper edge, then the lower one backwards.
Polyline areaOf(const PanelSketch& sketch, const Curve& curve, const charts::BandPiece& piece) {
  const Rect& plot = sketch.panel.plot;
  // Far outside is as good as just outside; a logarithmic axis has no place for values <= 0.
  const auto place = [&](double x, double y) {
    const Point at = sketch.axes.place(plot, x, y * curve.scale);
    return Point{at.x, std::isfinite(at.y) ? std::clamp(at.y, plot.top - 50.0 * plot.height,
                                                        plot.bottom() + 50.0 * plot.height)
                                           : plot.bottom() + plot.height};
  };
  Polyline corners;
  corners.reserve(2 * piece.size());
  for (const charts::BandPoint& point : piece) {
    corners.push_back(place(point.x, point.y.high));
  }
  for (auto point = piece.rbegin(); point != piece.rend(); ++point) {
    corners.push_back(place(point->x, point->y.low));
  }
  // A value that stands alone has a bar as wide as the line.
  if (piece.size() == 1) {
    const double half = sketch.style.line / 2.0;
    const auto [x, high] = corners.front();
    const double low = corners.back().y;
    corners = {{x - half, high}, {x + half, high}, {x + half, low}, {x - half, low}};
  }
  return corners;
}

}  // namespace

Color bandColor(const PanelSketch& sketch, Color line) {
  const double tint = kBandTint / std::max(apart(line, sketch.palette.ground), 0.01);
  line.opacity *= std::clamp(tint, kBandTint, kThickest);
  return line;
}

void drawBands(PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  const charts::Range& x = sketch.axes.x.range;
  const charts::Window window{
      .x_low = x.low, .x_high = x.high, .columns = std::min(kMostColumns, visibleColumns(sketch))};
  for (const Curve& curve : sketch.chart.curves) {
    if (curve.error_bars) {
      continue;
    }
    const Color fill =
        bandColor(sketch, lookOf(sketch.chart, curve, sketch.style, sketch.palette).color);
    for (const charts::BandPiece& piece : charts::decimatedBand(curve, window)) {
      Polyline corners = clippedArea(areaOf(sketch, curve, piece), plot);
      if (!corners.empty()) {
        sketch.panel.shapes.push_back(PolygonShape{
            .role = Role::Band,
            .corners = std::move(corners),
            .fill = fill,
            .text = curve.band.empty() ? curve.fullName()
                                       : fmt::format("{}: {}", curve.fullName(), curve.band)});
      }
    }
  }
}

}  // namespace w2s::ui::draw
