#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ui/draw/clip.h"
#include "ui/draw/legend_names.h"
#include "ui/draw/panel_sketch.h"
#include "ui/draw/shape_outline.h"

namespace w2s::ui::draw {
namespace {

using charts::Polyline;

constexpr double kLine = 1.8;           // in font sizes: the length of a line's sample
constexpr double kSample = 2.3;         // in font sizes: a line and the gap to its text
constexpr double kBetween = 1.0;        // in font sizes: from column to column in the plot
constexpr double kPadding = 0.4;        // in font sizes: beside the entries in the plot
constexpr double kMostInside = 0.5;     // of the plot's height: a higher legend goes under the plot
constexpr double kMostOutside = 0.5;    // of the panel's height
constexpr double kLeastPlot = 0.4;      // of the height of a card that has its names below
constexpr double kMostBelow = 0.4;      // of the height of a card, whose names then stand whole
constexpr std::size_t kMostWhole = 6;   // rows; of more, shared words go where that makes fewer
constexpr std::size_t kMostRagged = 2;  // rows under the plot; of more the entries stand in columns

double entryWidth(const PanelSketch& sketch, const PanelEntry& entry) {
  return sketch.widthOf(entry.text, sketch.style.font) + kSample * sketch.style.font;
}

LegendName legendName(const PanelEntry& entry, double room = 0.0) {
  return {.text = entry.text, .name = entry.name, .other = entry.overlay, .room = room};
}

// Each entry's text in its room, its sample included.
std::vector<std::string> entryTexts(const PanelSketch& sketch, std::span<const double> widths) {
  const double font = sketch.style.font;
  std::vector<LegendName> names;
  for (std::size_t i = 0; i < sketch.entries.size(); ++i) {
    names.push_back(legendName(sketch.entries[i], widths[i] - kSample * font));
  }
  return fitted(names, font, false, sketch.text_width);
}

std::vector<double> widthsWithoutCommonWords(const PanelSketch& sketch) {
  std::vector<LegendName> names;
  for (const PanelEntry& entry : sketch.entries) {
    names.push_back(legendName(entry));
  }
  std::vector<double> widths;
  for (const LegendName& name : withoutCommonWords(std::move(names))) {
    const double wanted =
        sketch.widthOf(name.text, sketch.style.font) + kSample * sketch.style.font;
    widths.push_back(std::min(wanted + 0.01, sketch.area.width));
  }
  return widths;
}

void drawEntry(PanelSketch& sketch, const PanelEntry& entry, const std::string& text, double x,
               double y) {
  const double font = sketch.style.font;
  std::optional<Color> band;
  if (entry.curve != nullptr && entry.curve->hasBand()) {
    band = bandColor(sketch, entry.line);
    sketch.panel.shapes.push_back(
        BoxShape{.role = Role::Legend,
                 .rect = {x, y - kBandSample * font / 2.0, kLine * font, kBandSample * font},
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

// The widest of each column, with so many beside each other.
std::vector<double> widestOf(std::span<const double> widths, std::size_t columns) {
  std::vector<double> widest(columns, 0.0);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    widest[i % columns] = std::max(widest[i % columns], widths[i]);
  }
  return widest;
}

std::vector<double> entryWidths(const PanelSketch& sketch) {
  std::vector<double> widths;
  for (const PanelEntry& entry : sketch.entries) {
    widths.push_back(entryWidth(sketch, entry) + 0.01);
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
  const std::vector<double> widths = widestOf(entryWidths(sketch), columns);
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
  const std::vector<double> widths = widestOf(entryWidths(sketch), place.columns);
  // Shortened alike where the plot has no room for all of them.
  const double room = place.box.width - gapsInside(sketch, place.columns);
  const double wanted = std::accumulate(widths.begin(), widths.end(), 0.0);
  const double share = wanted > room ? room / wanted : 1.0;  // a font without a size wants none
  std::vector<double> rooms;
  for (std::size_t i = 0; i < sketch.entries.size(); ++i) {
    rooms.push_back(widths[i % place.columns] * share + 0.01);
  }
  const std::vector<std::string> texts = entryTexts(sketch, rooms);
  double left = place.box.left + kPadding * font;
  for (std::size_t column = 0; column < place.columns; ++column) {
    for (std::size_t i = column; i < sketch.entries.size(); i += place.columns) {
      const auto row = static_cast<double>(i / place.columns);
      drawEntry(sketch, sketch.entries[i], texts[i], left,
                place.box.top + 0.25 * font + (row + 0.5) * kLegendStep * font);
    }
    left += widths[column] * share + kBetween * font;
  }
}

void drawLegendOutside(PanelSketch& sketch) {
  const LegendRows rows = legendRows(sketch);
  const double step = kLegendStep * sketch.style.font;
  double y = sketch.area.bottom() - (static_cast<double>(rows.size()) - 0.5) * step;
  sketch.panel.legend = PanelLegend{.at = {sketch.area.left, y - 0.5 * step}};
  std::vector<double> rooms(sketch.entries.size());
  for (const std::vector<LegendCell>& row : rows) {
    for (const LegendCell& cell : row) {
      rooms[cell.entry] = cell.width;
    }
  }
  const std::vector<std::string> texts = entryTexts(sketch, rooms);
  for (const std::vector<LegendCell>& row : rows) {
    sketch.panel.legend->columns = std::max(sketch.panel.legend->columns, row.size());
    for (const LegendCell& cell : row) {
      drawEntry(sketch, sketch.entries[cell.entry], texts[cell.entry], sketch.area.left + cell.left,
                y);
    }
    y += step;
  }
}

LegendRows rowsOneAfterTheOther(const PanelSketch& sketch, std::span<const double> widths) {
  LegendRows rows;
  double used = 0.0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (rows.empty() || used + widths[i] > sketch.area.width) {
      rows.emplace_back();
      used = 0.0;
    }
    rows.back().push_back({.entry = i, .left = used, .width = widths[i]});
    used += widths[i] + sketch.style.font;
  }
  return rows;
}

std::size_t columnsThatFit(const PanelSketch& sketch, std::span<const double> widths) {
  for (std::size_t columns = widths.size(); columns > 1; --columns) {
    const std::vector<double> widest = widestOf(widths, columns);
    const double gaps = static_cast<double>(columns - 1) * sketch.style.font;
    if (std::accumulate(widest.begin(), widest.end(), gaps) <= sketch.area.width) {
      return columns;
    }
  }
  return 1;
}

LegendRows inColumns(const PanelSketch& sketch, std::span<const double> widths,
                     std::size_t columns) {
  const std::vector<double> widest = widestOf(widths, columns);
  LegendRows rows;
  double left = 0.0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const std::size_t column = i % columns;
    if (column == 0) {
      rows.emplace_back();
      left = 0.0;
    }
    rows.back().push_back({.entry = i, .left = left, .width = widest[column]});
    left += widest[column] + sketch.style.font;
  }
  return rows;
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

bool fitsBelow(const PanelSketch& sketch) {
  const double height = legendHeight(sketch);
  return height <= kMostBelow * sketch.area.height &&
         sketch.panel.plot.height - height >= kLeastPlot * sketch.area.height;
}

LegendRows legendRows(const PanelSketch& sketch) {
  const std::size_t most =
      sketch.style.grows
          ? sketch.entries.size()
          : static_cast<std::size_t>(std::max(
                1, countIn(kMostOutside * sketch.area.height, kLegendStep * sketch.style.font)));
  std::vector<double> widths = entryWidths(sketch);
  for (double& width : widths) {
    width = std::min(width, sketch.area.width);
  }
  LegendRows rows = rowsOneAfterTheOther(sketch, widths);
  if (rows.size() > kMostRagged) {
    rows = inColumns(sketch, widths, columnsThatFit(sketch, widths));
  }
  if (rows.size() > kMostWhole) {
    const std::vector<double> shorter = widthsWithoutCommonWords(sketch);
    LegendRows fewer = inColumns(sketch, shorter, columnsThatFit(sketch, shorter));
    if (fewer.size() < rows.size()) {
      rows = std::move(fewer);
    }
  }
  if (rows.size() <= most) {
    return rows;
  }
  // More than there is room for: in columns of one width, with shortened names.
  const std::size_t columns = (widths.size() + most - 1) / most;
  const double each =
      sketch.area.width / static_cast<double>(columns) - (columns > 1 ? sketch.style.font : 0.0);
  return inColumns(sketch, std::vector<double>(widths.size(), each), columns);
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

}  // namespace w2s::ui::draw
