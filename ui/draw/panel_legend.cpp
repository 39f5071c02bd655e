#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <vector>

#include "ui/draw/clip.h"
#include "ui/draw/panel_sketch.h"
#include "ui/draw/shape_outline.h"

namespace w2s::ui::draw {
namespace {

using charts::Polyline;

constexpr double kLegendStep = 1.35;  // from line to line, in font sizes
constexpr double kSymbol = 1.35;  // in sizes of a legend of marks: a mark and the gap to its text
constexpr double kMarksAbove = 0.35;  // between the axis' title and the first row of marks

constexpr double kLowest = 9.5;   // in font sizes: of a chart of the window with a legend of marks
constexpr double kSwatch = 0.75;  // in font sizes: the height of a band's sample
constexpr double kLine = 1.8;     // in font sizes: the length of a line's sample
constexpr double kSample = 2.3;   // in font sizes: a line and the gap to its text
constexpr double kBetween = 1.0;  // in font sizes: from column to column in the plot
constexpr double kPadding = 0.4;  // in font sizes: beside the entries in the plot
constexpr double kMostInside = 0.5;   // of the plot's height: a higher legend goes under the plot
constexpr double kMostOutside = 0.5;  // of the panel's height

double entryWidth(const PanelSketch& sketch, const PanelEntry& entry) {
  return sketch.widthOf(entry.text, sketch.style.font) + kSample * sketch.style.font;
}

void drawEntry(PanelSketch& sketch, const PanelEntry& entry, double x, double y, double width) {
  const double font = sketch.style.font;
  const std::string text =
      sketch.elided(entry.text, entry.name, width - kSample * font, font, false);
  std::optional<Color> band;
  if (entry.curve != nullptr && entry.curve->hasBand()) {
    band = bandColor(sketch, entry.line);
    sketch.panel.shapes.push_back(
        BoxShape{.role = Role::Legend,
                 .rect = {x, y - kSwatch * font / 2.0, kLine * font, kSwatch * font},
                 .fill = *band});
  }
  sketch.line(Role::Legend, {x, y}, {x + kLine * font, y}, entry.line, entry.line_width,
              scaled(entry.dashes, entry.line_width));
  sketch.text(Role::Legend, {x + kSample * font, y + kCapHeight * font / 2.0}, text, font,
              sketch.palette.text);
  sketch.panel.legend->entries.push_back({.text = text,
                                          .color = entry.line,
                                          .width = entry.line_width,
                                          .dashes = scaled(entry.dashes, entry.line_width),
                                          .band = band});
}

// A place of the legend inside the plot: its corner, and how many entries stand beside each other.
struct Place {
  Rect box;
  std::size_t columns = 1;
  double hidden = 0.0;  // length of curves and edges of bars under it, and near it
};

double coveredBy(const PanelSketch& sketch, const Rect& box) {
  double hidden = 0.0;
  const auto add = [&](const Polyline& line, double weight) {
    for (const Polyline& part : clipped(line, box)) {
      for (std::size_t i = 0; i + 1 < part.size(); ++i) {
        hidden += weight * std::hypot(part[i + 1].x - part[i].x, part[i + 1].y - part[i].y);
      }
      hidden += 1e-3;  // a single point
    }
  };
  for (const SceneShape& shape : sketch.panel.shapes) {
    if (const auto* path = std::get_if<PathShape>(&shape)) {
      const double weight = path->role == Role::Series || path->role == Role::Reference ? 1.0
                            : path->role == Role::Ghost || path->role == Role::Marker   ? 0.2
                                                                                        : 0.0;
      if (weight > 0.0) {
        for (const Polyline& piece : path->pieces) {
          add(piece, weight);
        }
      }
    } else if (const auto* bar = std::get_if<BoxShape>(&shape);
               bar != nullptr && bar->role == Role::Bar) {
      const Rect& r = bar->rect;
      add({{r.left, r.bottom()}, {r.left, r.top}, {r.right(), r.top}, {r.right(), r.bottom()}},
          0.5);
    } else if (const auto* mark = std::get_if<PolygonShape>(&shape)) {
      add(mark->corners, mark->role == Role::Band ? 0.2 : 1.0);
    }
  }
  return hidden;
}

// The widest entry of each column, with so many entries beside each other.
std::vector<double> columnWidths(const PanelSketch& sketch, std::size_t columns) {
  std::vector<double> widths(columns, 0.0);
  for (std::size_t i = 0; i < sketch.entries.size(); ++i) {
    double& width = widths[i % columns];
    width = std::max(width, entryWidth(sketch, sketch.entries[i]) + 0.01);
  }
  return widths;
}

// Beside the entries of a legend in the plot and between its columns.
double gapsInside(const PanelSketch& sketch, std::size_t columns) {
  return (2.0 * kPadding + static_cast<double>(columns - 1) * kBetween) * sketch.style.font;
}

// Of a legend in the plot with so many entries beside each other.
Rect boxInside(const PanelSketch& sketch, std::size_t columns) {
  const double font = sketch.style.font;
  const auto rows = static_cast<double>((sketch.entries.size() + columns - 1) / columns);
  const std::vector<double> widths = columnWidths(sketch, columns);
  const double wanted = std::accumulate(widths.begin(), widths.end(), gapsInside(sketch, columns));
  return {0.0, 0.0, std::min(wanted, sketch.panel.plot.width - font),
          rows * kLegendStep * font + 0.5 * font};
}

// Where it hides least: corners before edges before the middle, one column before several.
Place placeInside(const PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  const double font = sketch.style.font;
  const double inset = 0.5 * font;
  // Lower right first: curves that rise leave it free.
  constexpr double kAcross[] = {1.0, 0.0, 0.5, 0.75, 0.25};
  constexpr double kUp[] = {0.0, 1.0, 0.5, 0.75, 0.25, 0.625, 0.375, 0.875, 0.125};
  Place best{.box = {}, .columns = 1, .hidden = 1e300};
  for (std::size_t columns = 1; columns <= std::min<std::size_t>(3, sketch.entries.size());
       ++columns) {
    const auto [left, top, width, height] = boxInside(sketch, columns);
    if (height > kMostInside * plot.height && columns < 3) {
      continue;
    }
    if (columns > 1 && width >= plot.width - font) {
      break;
    }
    const double free_x = plot.width - width - 2.0 * inset;
    const double free_y = plot.height - height - 2.0 * inset;
    for (const double across : kAcross) {
      for (const double up : kUp) {
        const Rect box{plot.left + inset + across * free_x,
                       plot.bottom() - inset - height - up * free_y, width, height};
        // What lies under it counts most; lines close to the letters count a little.
        const double near = 0.4 * font;
        const Rect with_margin{box.left - near, box.top - near, box.width + 2.0 * near,
                               box.height + 2.0 * near};
        const double hidden = 10.0 * coveredBy(sketch, box) + coveredBy(sketch, with_margin);
        if (hidden < best.hidden) {
          best = {.box = box, .columns = columns, .hidden = hidden};
        }
      }
    }
  }
  return best;
}

void drawLegendInside(PanelSketch& sketch) {
  const double font = sketch.style.font;
  const Place place = placeInside(sketch);
  Color ground = sketch.palette.ground;
  ground.opacity = 0.85;
  sketch.panel.shapes.push_back(BoxShape{.role = Role::Legend, .rect = place.box, .fill = ground});
  sketch.panel.legend =
      PanelLegend{.at = {place.box.left, place.box.top}, .columns = place.columns, .inside = true};
  const std::vector<double> widths = columnWidths(sketch, place.columns);
  // Shortened alike where the plot has no room for all of them.
  const double room = place.box.width - gapsInside(sketch, place.columns);
  const double wanted = std::accumulate(widths.begin(), widths.end(), 0.0);
  double left = place.box.left + kPadding * font;
  for (std::size_t column = 0; column < place.columns; ++column) {
    const double width = widths[column] * std::min(1.0, room / wanted);
    for (std::size_t i = column; i < sketch.entries.size(); i += place.columns) {
      const auto row = static_cast<double>(i / place.columns);
      drawEntry(sketch, sketch.entries[i], left,
                place.box.top + 0.25 * font + (row + 0.5) * kLegendStep * font, width + 0.01);
    }
    left += width + kBetween * font;
  }
}

void drawLegendOutside(PanelSketch& sketch) {
  const LegendRows rows = legendRows(sketch);
  const double step = kLegendStep * sketch.style.font;
  double y = sketch.area.bottom() - (static_cast<double>(rows.size()) - 0.5) * step;
  sketch.panel.legend = PanelLegend{.at = {sketch.area.left, y - 0.5 * step}};
  for (const std::vector<LegendCell>& row : rows) {
    sketch.panel.legend->columns = std::max(sketch.panel.legend->columns, row.size());
    for (const LegendCell& cell : row) {
      drawEntry(sketch, sketch.entries[cell.entry], sketch.area.left + cell.left, y, cell.width);
    }
    y += step;
  }
}

// In the row of marks: of one curve in its colour, of several in that of the text beside it.
void drawBandSample(PanelSketch& sketch, const charts::Curve* curve, double x, double y) {
  const double size = sketch.tick_size;
  const Color line = curve != nullptr ? sketch.lineColor(curve->ink) : sketch.palette.muted;
  sketch.panel.shapes.push_back(
      BoxShape{.role = Role::MarkLegend,
               .rect = {x, y - kSwatch * size / 2.0, 0.9 * size, kSwatch * size},
               .fill = bandColor(sketch, line)});
  sketch.line(Role::MarkLegend, {x, y}, {x + 0.9 * size, y}, line, 0.75 * sketch.style.line);
}

}  // namespace

bool fitsInside(const PanelSketch& sketch) {
  for (std::size_t columns = 1; columns <= 3; ++columns) {
    const Rect box = boxInside(sketch, columns);
    if (columns > 1 && box.width >= sketch.panel.plot.width - sketch.style.font) {
      return false;
    }
    if (box.height <= kMostInside * sketch.panel.plot.height) {
      return true;
    }
  }
  return false;
}

LegendRows legendRows(const PanelSketch& sketch) {
  const double width = sketch.area.width;
  const double gap = sketch.style.font;
  LegendRows rows;
  double used = 0.0;
  for (std::size_t i = 0; i < sketch.entries.size(); ++i) {
    const double wanted = std::min(entryWidth(sketch, sketch.entries[i]) + 0.01, width);
    if (rows.empty() || used + wanted > width) {
      rows.emplace_back();
      used = 0.0;
    }
    rows.back().push_back({.entry = i, .left = used, .width = wanted});
    used += wanted + gap;
  }
  const auto most = static_cast<std::size_t>(
      std::max(1, countIn(kMostOutside * sketch.area.height, kLegendStep * sketch.style.font)));
  if (rows.size() <= most) {
    return rows;
  }
  // More than there is room for: in columns, with shortened names.
  const std::size_t columns = (sketch.entries.size() + most - 1) / most;
  const double each = width / static_cast<double>(columns);
  rows.clear();
  for (std::size_t i = 0; i < sketch.entries.size(); ++i) {
    if (i % columns == 0) {
      rows.emplace_back();
    }
    rows.back().push_back({.entry = i,
                           .left = static_cast<double>(i % columns) * each,
                           .width = each - (columns > 1 ? gap : 0.0)});
  }
  return rows;
}

double legendHeight(const PanelSketch& sketch) {
  return 0.4 * sketch.style.font +
         static_cast<double>(legendRows(sketch).size()) * kLegendStep * sketch.style.font;
}

void drawLegend(PanelSketch& sketch) {
  if (sketch.entries.empty()) {
    return;
  }
  if (sketch.legend_outside) {
    drawLegendOutside(sketch);
  } else {
    drawLegendInside(sketch);
  }
}

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
