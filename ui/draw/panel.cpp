#include "ui/draw/panel.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "ui/draw/panel_sketch.h"

namespace w2s::ui::draw {
namespace {

using charts::Curve;
using charts::Point;

std::vector<std::string> wrapped(const PanelSketch& sketch, const std::string& words, double size,
                                 double width) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  while (from < words.size()) {
    std::size_t end = words.find(' ', from);
    end = end == std::string::npos ? words.size() : end;
    const std::string word = words.substr(from, end - from);
    if (!lines.empty() && sketch.widthOf(lines.back() + " " + word, size) <= width) {
      lines.back() += " " + word;
    } else if (!word.empty()) {
      lines.push_back(word);
    }
    from = end + 1;
  }
  return lines;
}

PanelAxis axisOf(const charts::Scale& scale, const charts::Ticks& ticks, const std::string& title,
                 const std::vector<charts::Place>& places) {
  PanelAxis axis{.scale = scale, .ticks = ticks.values, .decimals = ticks.decimals, .title = title};
  for (const charts::Place& place : places) {
    axis.names.push_back(place.text);
  }
  return axis;
}

}  // namespace

std::vector<double> scaled(const std::vector<double>& dashes, double width) {
  std::vector<double> lengths = dashes;
  for (double& length : lengths) {
    length *= width;
  }
  return lengths;
}

const std::vector<double>& referenceDashes() {
  static const std::vector<double> kDashes = {4.0, 2.5};
  return kDashes;
}

PanelSketch::PanelSketch(const charts::ChartData& what, const Rect& where, const PanelStyle& look,
                         const Palette& colors, const TextWidth& widths)
    : chart(what),
      area(where),
      style(look),
      palette(colors),
      text_width(widths),
      tick_size(0.9 * look.font),
      axes(look.axes ? *look.axes
                     : axesOf(what, look.x_range, look.y_range, yTicksFor(where, look.font))) {
  panel.id = chart.id;
  panel.title = chart.title;
}

void PanelSketch::text(Role role, Point at, std::string words, double size, Color color,
                       Anchor anchor, bool bold, bool upright) {
  panel.shapes.push_back(TextShape{.role = role,
                                   .at = at,
                                   .text = std::move(words),
                                   .size = size,
                                   .bold = bold,
                                   .anchor = anchor,
                                   .upright = upright,
                                   .color = color});
}

void PanelSketch::line(Role role, Point from, Point to, Color color, double width,
                       std::vector<double> dashes) {
  if (style.compact) {
    // An upright or level line on whole pixels is sharp.
    const auto snap = [](double& a, double& b) {
      if (a == b) {
        a = b = std::floor(a) + 0.5;
      }
    };
    snap(from.x, to.x);
    snap(from.y, to.y);
  }
  panel.shapes.push_back(PathShape{.role = role,
                                   .name = {},
                                   .pieces = {{from, to}},
                                   .color = color,
                                   .width = width,
                                   .dashes = std::move(dashes)});
}

Color PanelSketch::lineColor(charts::Ink ink) const {
  return isDefined() ? palette.line(ink) : palette.disabled;
}

Color PanelSketch::letterColor(charts::Ink ink) const {
  return isDefined() ? palette.letters(ink) : palette.muted;
}

std::string elided(const std::string& text, std::size_t name, double room, double size, bool bold,
                   const TextWidth& text_width) {
  std::string shown = text;
  for (std::size_t kept = name; kept > 0 && text_width(shown, size, bold) > room;) {
    do {  // a whole letter of UTF-8
      --kept;
    } while (kept > 0 && (static_cast<unsigned char>(text[kept]) & 0xC0U) == 0x80U);
    const std::size_t end = text.find_last_not_of(' ', kept > 0 ? kept - 1 : 0) + 1;
    shown = text.substr(0, std::min(kept, end)) + "\u2026" + text.substr(name);
  }
  return shown;
}

void drawMessage(PanelSketch& sketch) {
  const std::string& message =
      sketch.empty ? sketch.chart.empty_text : sketch.chart.undefined_reason;
  const Rect& plot = sketch.panel.plot;
  const std::vector<std::string> lines =
      wrapped(sketch, message, sketch.style.font, std::min(plot.width, 28.0 * sketch.style.font));
  if (lines.empty()) {
    return;
  }
  const double step = 1.35 * sketch.style.font;
  double y = plot.top + plot.height / 2.0 - (static_cast<double>(lines.size()) - 1.0) * step / 2.0;
  const double x = plot.left + plot.width / 2.0;
  for (const std::string& words : lines) {
    const double width = sketch.widthOf(words, sketch.style.font) + sketch.style.font;
    Color ground = sketch.palette.ground;
    ground.opacity = 0.85;
    sketch.panel.shapes.push_back(BoxShape{.role = Role::Message,
                                           .rect = {x - width / 2.0, y - step / 2.0, width, step},
                                           .fill = ground});
    sketch.text(Role::Message, {x, y + kCapHeight * sketch.style.font / 2.0}, words,
                sketch.style.font, sketch.palette.muted, Anchor::Middle);
    y += step;
  }
}

int yTicksFor(const Rect& area, double font) {
  return std::clamp(countIn(area.height, 3.4 * font), 3, 6);
}

Insets insetsOf(const charts::ChartData& chart, const Rect& area, const PanelStyle& style,
                const Palette& palette, const TextWidth& text_width) {
  PanelSketch sketch(chart, area, style, palette, text_width);
  makeEntries(sketch);
  placePlot(sketch);
  const Rect& plot = sketch.panel.plot;
  return {.left = plot.left - area.left,
          .top = plot.top - area.top,
          .right = area.right() - plot.right(),
          .bottom = area.bottom() - plot.bottom(),
          .legend = sketch.legend_outside ? legendHeight(sketch) : 0.0};
}

Panel layOutPanel(const charts::ChartData& chart, const Rect& area, const PanelStyle& style,
                  const Palette& palette, const TextWidth& text_width) {
  PanelSketch sketch(chart, area, style, palette, text_width);
  makeEntries(sketch);
  placePlot(sketch);
  drawTitle(sketch);
  if (!sketch.empty) {
    drawAxes(sketch);
    drawReferences(sketch);
  }
  drawBars(sketch);
  drawTiles(sketch);
  if (!sketch.empty) {
    drawBands(sketch);
  }
  drawCurves(sketch);
  if (!sketch.empty) {
    drawMarkers(sketch);
    drawMarkLegend(sketch);
    if (style.legend == LegendPlace::EndLabels && !sketch.legend_outside) {
      drawEndLabels(sketch);
    } else if (style.legend != LegendPlace::None) {
      drawLegend(sketch);
    }
  }
  drawMessage(sketch);
  sketch.panel.x = axisOf(sketch.axes.x, sketch.x_ticks, chart.x_title, chart.x_places);
  sketch.panel.y = axisOf(sketch.axes.y, sketch.axes.y_ticks, chart.y_title, chart.y_places);
  return std::move(sketch.panel);
}

}  // namespace w2s::ui::draw
