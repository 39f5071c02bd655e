// Cells of a heat map, and bars of error at points.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/charts/bands.h"
#include "ui/draw/clip.h"
#include "ui/draw/panel_sketch.h"

namespace w2s::ui::draw {
namespace {

using charts::Curve;
using charts::Point;
using charts::Polyline;
using charts::Tile;

constexpr double kPalest = 0.12;    // of the ink, for the lowest value
constexpr double kStrongest = 0.9;  // for the highest
constexpr double kDarkGround = 0.45;

Color mixed(const Color& ground, const Color& ink, double share) {
  const auto mix = [share](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(std::lround(from + share * (to - from)));
  };
  return {.red = mix(ground.red, ink.red),
          .green = mix(ground.green, ink.green),
          .blue = mix(ground.blue, ink.blue)};
}

// Relative luminance (WCAG 2).
double luminance(const Color& color) {
  const auto linear = [](std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

// Black or white, whichever is further from the ground.
Color lettersOn(const Color& ground) {
  const double light = luminance(ground);
  return 1.05 / (light + 0.05) > (light + 0.05) / 0.05 ? Color{255, 255, 255} : Color{20, 24, 31};
}

void hatch(PanelSketch& sketch, const Rect& rect, Color color) {
  const double gap = 0.8 * sketch.style.font;
  constexpr double kMostLines = 1e4;
  if (!(gap > 0.0 && rect.width + rect.height <= kMostLines * gap)) {
    return;
  }
  PathShape lines{.role = Role::Tile,
                  .name = {},
                  .pieces = {},
                  .color = color,
                  .width = 0.08 * sketch.style.font,
                  .dashes = {}};
  lines.color.opacity = 0.35;
  for (double at = gap / 2.0; at < rect.width + rect.height; at += gap) {
    for (Polyline& piece : clipped(
             {{rect.left + at, rect.top}, {rect.left + at - rect.height, rect.bottom()}}, rect)) {
      lines.pieces.push_back(std::move(piece));
    }
  }
  sketch.panel.shapes.push_back(std::move(lines));
}

void frame(PanelSketch& sketch, const Rect& rect, const Color& color) {
  const double in = 0.08 * sketch.style.font;
  const Rect inner{rect.left + in, rect.top + in, rect.width - 2.0 * in, rect.height - 2.0 * in};
  sketch.panel.shapes.push_back(PathShape{.role = Role::Tile,
                                          .name = {},
                                          .pieces = {{{inner.left, inner.top},
                                                      {inner.right(), inner.top},
                                                      {inner.right(), inner.bottom()},
                                                      {inner.left, inner.bottom()},
                                                      {inner.left, inner.top}}},
                                          .color = color,
                                          .width = 2.0 * in,
                                          .dashes = {}});
}

// As large as the tile has room for; a text that would not be readable is left out.
void words(PanelSketch& sketch, const Tile& tile, const Rect& rect, const Color& letters) {
  const double font = sketch.style.font;
  const double size = std::min(1.25 * font, 0.36 * rect.height);
  const auto fits = [&](const std::string& text, double height, bool bold) {
    return !text.empty() && height >= 0.55 * font &&
           sketch.widthOf(text, height, bold) <= 0.94 * rect.width;
  };
  double small = std::min(0.85 * font, 0.24 * rect.height);
  const bool has_note = fits(tile.note, small, false) && rect.height >= 2.1 * font;
  const double x = rect.left + rect.width / 2.0;
  const double middle = rect.top + rect.height / 2.0;
  double big = size;
  while (!tile.text.empty() && big > 0.55 * font && !fits(tile.text, big, true)) {
    big -= 0.1 * font;
  }
  if (fits(tile.text, big, true)) {
    sketch.text(Role::Label, {x, has_note ? middle : middle + kCapHeight * big / 2.0}, tile.text,
                big, letters, Anchor::Middle, true);
  }
  if (has_note) {
    const double below = tile.text.empty() ? kCapHeight * small / 2.0 : 1.35 * small;
    sketch.text(Role::Label, {x, middle + below}, tile.note, small, letters, Anchor::Middle);
  }
}

}  // namespace

void drawTiles(PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  const Color ink = sketch.palette.line(charts::Ink::Student);
  for (const Tile& tile : sketch.chart.tiles) {
    const Point low = sketch.axes.place(plot, tile.x_low, tile.y_low);
    const Point high = sketch.axes.place(plot, tile.x_high, tile.y_high);
    const double gap = std::min(0.12 * sketch.style.font, 0.08 * (high.x - low.x));
    const Rect rect{low.x + gap, high.y + gap, high.x - low.x - 2.0 * gap,
                    low.y - high.y - 2.0 * gap};
    if (!(rect.width > 0.0 && rect.height > 0.0)) {
      continue;
    }
    const bool known = std::isfinite(tile.share);
    const Color fill =
        known ? mixed(sketch.palette.ground, ink,
                      kPalest + (kStrongest - kPalest) * std::clamp(tile.share, 0.0, 1.0))
              : mixed(sketch.palette.ground, sketch.palette.grid, kDarkGround);
    const Color letters = known ? lettersOn(fill) : sketch.palette.muted;
    sketch.panel.shapes.push_back(BoxShape{.role = Role::Tile, .rect = rect, .fill = fill});
    if (tile.hatched) {
      hatch(sketch, rect, letters);
    }
    if (tile.marked) {
      frame(sketch, rect, sketch.palette.text);
    }
    words(sketch, tile, rect, letters);
  }
}

void drawErrorBars(PanelSketch& sketch, const Curve& curve) {
  const Rect& plot = sketch.panel.plot;
  PathShape bars = lookOf(sketch.chart, curve, sketch.style, sketch.palette);
  bars.role = Role::ErrorBar;
  bars.name = curve.band;
  bars.dashes.clear();
  bars.width *= 0.7;
  const double cap = 0.3 * sketch.style.font;
  for (std::size_t i = 0; curve.hasBand() && i < curve.size(); ++i) {
    const std::optional<charts::Range> band = charts::bandAt(curve, i);
    if (!band) {
      continue;
    }
    const Point low = sketch.axes.place(plot, curve.x[i], band->low * curve.scale);
    const Point high = sketch.axes.place(plot, curve.x[i], band->high * curve.scale);
    for (const Polyline& part :
         {Polyline{low, high}, Polyline{{low.x - cap, low.y}, {low.x + cap, low.y}},
          Polyline{{high.x - cap, high.y}, {high.x + cap, high.y}}}) {
      for (Polyline& piece : clipped(part, plot)) {
        bars.pieces.push_back(std::move(piece));
      }
    }
  }
  if (!bars.pieces.empty()) {
    sketch.panel.shapes.push_back(std::move(bars));
  }
}

}  // namespace w2s::ui::draw
