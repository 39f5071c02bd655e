#include <algorithm>
#include <cmath>

#include "ui/figures/clip.h"
#include "ui/figures/panel_parts.h"

namespace w2s::ui::figures {
namespace {

using charts::Polyline;

constexpr double kLegendStep = 1.35;  // from line to line, in font sizes

double entryWidth(const PanelSketch& sketch, const PanelEntry& entry) {
  return sketch.widthOf(entry.text, sketch.style.font) + 2.6 * sketch.style.font;
}

void drawSample(PanelSketch& sketch, const PanelEntry& entry, double x, double y) {
  sketch.line(Role::Legend, {x, y}, {x + 1.8 * sketch.style.font, y}, entry.line, entry.line_width,
              scaled(entry.dashes, entry.line_width));
  sketch.text(Role::Legend, {x + 2.3 * sketch.style.font, y + kCapHeight * sketch.style.font / 2.0},
              entry.text, sketch.style.font, sketch.palette.text);
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
      add(mark->corners, 1.0);
    }
  }
  return hidden;
}

// Where it hides least: corners before edges before the middle, one column before several.
Place placeInside(const PanelSketch& sketch, double entry_width) {
  const Rect& plot = sketch.panel.plot;
  const double font = sketch.style.font;
  const double inset = 0.5 * font;
  const auto count = sketch.entries.size();
  // Lower right first: curves that rise leave it free.
  constexpr double kAcross[] = {1.0, 0.0, 0.5, 0.75, 0.25};
  constexpr double kUp[] = {0.0, 1.0, 0.5, 0.75, 0.25, 0.625, 0.375, 0.875, 0.125};
  Place best{.box = {}, .columns = 1, .hidden = 1e300};
  for (std::size_t columns = 1; columns <= std::min<std::size_t>(3, count); ++columns) {
    const auto rows = static_cast<double>((count + columns - 1) / columns);
    const double width = static_cast<double>(columns) * (entry_width + font) - 0.2 * font;
    const double height = rows * kLegendStep * font + 0.5 * font;
    if (columns > 1 && width > plot.width - 2.0 * inset) {
      break;
    }
    const double free_x = plot.width - width - 2.0 * inset;
    const double free_y = plot.height - height - 2.0 * inset;
    for (const double across : kAcross) {
      for (const double up : kUp) {
        const Rect box{plot.left + inset + across * free_x,
                       plot.bottom() - inset - height - up * free_y, width, height};
        // What lies under it counts most; but letters want some air too.
        const double near = 0.4 * font;
        const Rect with_air{box.left - near, box.top - near, box.width + 2.0 * near,
                            box.height + 2.0 * near};
        const double hidden = 10.0 * coveredBy(sketch, box) + coveredBy(sketch, with_air);
        if (hidden < best.hidden) {
          best = {.box = box, .columns = columns, .hidden = hidden};
        }
      }
    }
  }
  return best;
}

void drawLegendInside(PanelSketch& sketch, const std::vector<double>& widths) {
  const double font = sketch.style.font;
  const double step = kLegendStep * font;
  const double entry_width = *std::ranges::max_element(widths);
  const Place place = placeInside(sketch, entry_width);
  Color ground = sketch.palette.ground;
  ground.opacity = 0.85;
  sketch.panel.shapes.push_back(BoxShape{.role = Role::Legend, .rect = place.box, .fill = ground});
  sketch.panel.legend =
      PanelLegend{.at = {place.box.left, place.box.top}, .columns = place.columns, .inside = true};
  const std::size_t rows = (sketch.entries.size() + place.columns - 1) / place.columns;
  for (std::size_t i = 0; i < sketch.entries.size(); ++i) {
    const auto column = static_cast<double>(i / rows);
    const auto row = static_cast<double>(i % rows);
    drawSample(sketch, sketch.entries[i],
               place.box.left + 0.4 * font + column * (entry_width + font),
               place.box.top + 0.25 * font + (row + 0.5) * step);
  }
}

void drawLegendOutside(PanelSketch& sketch, const std::vector<double>& widths) {
  const Rect& plot = sketch.panel.plot;
  const auto rows = legendRows(sketch, plot.width);
  const double step = kLegendStep * sketch.style.font;
  double y = sketch.area.bottom() - (static_cast<double>(rows.size()) - 0.5) * step;
  PanelLegend legend{.at = {plot.left, y - 0.5 * step}};
  for (const std::vector<std::size_t>& row : rows) {
    legend.columns = std::max(legend.columns, row.size());
    double x = plot.left;
    for (const std::size_t i : row) {
      drawSample(sketch, sketch.entries[i], x, y);
      x += widths[i] + sketch.style.font;
    }
    y += step;
  }
  sketch.panel.legend = legend;
}

}  // namespace

std::vector<std::vector<std::size_t>> legendRows(const PanelSketch& sketch, double width) {
  std::vector<std::vector<std::size_t>> rows;
  double used = 0.0;
  for (std::size_t i = 0; i < sketch.entries.size(); ++i) {
    const double wanted = entryWidth(sketch, sketch.entries[i]);
    if (rows.empty() || used + wanted > width) {
      rows.emplace_back();
      used = 0.0;
    }
    rows.back().push_back(i);
    used += wanted + sketch.style.font;
  }
  return rows;
}

void drawLegend(PanelSketch& sketch) {
  std::vector<double> widths;
  for (const PanelEntry& entry : sketch.entries) {
    widths.push_back(entryWidth(sketch, entry));
  }
  if (sketch.entries.empty()) {
    return;
  }
  if (sketch.style.legend == LegendPlace::Inside) {
    drawLegendInside(sketch, widths);
  } else {
    drawLegendOutside(sketch, widths);
  }
}

}  // namespace w2s::ui::figures
