// One chart while it is laid out: what is known about it, and what has been drawn so far. The
// parts add to it in the order in which it is painted.
#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/rounding.h"
#include "ui/charts/curve_end.h"
#include "ui/charts/mark_legend.h"
#include "ui/draw/chart_axes.h"
#include "ui/draw/panel.h"

namespace w2s::ui::draw {

// Shares of the font's size (Inter).
inline constexpr double kCapHeight = 0.727;
inline constexpr double kLineHeight = 1.25;
inline constexpr double kLabelStep =
    1.2;  // in font sizes: from label to label at the ends of curves
inline constexpr double kLegendStep = 1.35;  // in font sizes: from row to row of a legend
inline constexpr double kBandSample =
    0.75;  // in sizes of a legend's letters: the height of a band's sample

// Lengths of dashes, given in line widths, for a line of that width.
[[nodiscard]] std::vector<double> scaled(const std::vector<double>& dashes, double width);

// On, off: of reference lines, in line widths.
[[nodiscard]] const std::vector<double>& referenceDashes();

// A label of a curve's end or a reference line, or an entry of a legend.
struct PanelEntry {
  const charts::Curve* curve = nullptr;  // null: of a reference line
  std::string text;
  Color letters;
  Color line;
  std::vector<double> dashes;
  double line_width = 1.0;
  charts::Shape shape = charts::Shape::Circle;
  charts::Point at;
  bool at_edge = false;  // of a reference line
  bool has_dot = true;   // the end is a point of the curve
  bool above = false;    // its value lies above or below the plot
  bool below = false;
  bool overlay = false;  // of another run
  std::size_t name = 0;  // bytes of `text` before its value: what may be shortened
};

class PanelSketch {
 public:
  PanelSketch(const charts::ChartData& what, const Rect& where, const PanelStyle& look,
              const Palette& colors, const TextWidth& widths);

  void text(Role role, charts::Point at, std::string words, double size, Color color,
            Anchor anchor = Anchor::Start, bool bold = false, bool upright = false);
  void line(Role role, charts::Point from, charts::Point to, Color color, double width,
            std::vector<double> dashes = {});
  [[nodiscard]] double widthOf(std::string_view words, double size, bool bold = false) const {
    return text_width(words, size, bold);
  }
  [[nodiscard]] bool isDefined() const {
    return chart.undefined_reason.empty();
  }
  [[nodiscard]] Color lineColor(charts::Ink ink) const;
  [[nodiscard]] Color letterColor(charts::Ink ink) const;
  [[nodiscard]] std::string elided(const std::string& text, std::size_t name, double room,
                                   double size, bool bold) const {
    return draw::elided(text, name, room, size, bold, text_width);
  }

  const charts::ChartData& chart;
  const Rect area;
  const PanelStyle& style;
  const Palette& palette;
  const TextWidth& text_width;
  const double tick_size;
  const ChartAxes axes;
  charts::Ticks x_ticks;
  std::vector<PanelEntry> entries;
  Panel panel;
  bool empty = true;            // no curve has a value
  bool legend_outside = false;  // under the plot
};

// How many of a size stand in a room, of any numbers.
[[nodiscard]] inline int countIn(double room, double each) {
  return each > 0.0 ? wholeNumber<int>(std::floor(room / each)) : 0;
}

// The parts, in the order in which layOutPanel makes them.

// panel_labels: what stands in end labels or the legend; whether there is anything to draw.
void makeEntries(PanelSketch& sketch);
// "weak 0.668"
[[nodiscard]] std::string textOf(const PanelSketch& sketch, const charts::ReferenceLine& reference);
// panel_frame: the plot is what axes, titles and labels leave.
void placePlot(PanelSketch& sketch);
[[nodiscard]] double belowAxis(const PanelSketch& sketch);
void drawTitle(PanelSketch& sketch);
void drawAxes(PanelSketch& sketch);
// What stands at the i-th tick: its name or its number.
[[nodiscard]] std::string tickText(const charts::Ticks& ticks,
                                   const std::vector<charts::Place>& places, std::size_t i);
// panel_curves
void drawReferences(PanelSketch& sketch);
void drawBars(PanelSketch& sketch);
// panel_tiles
void drawTiles(PanelSketch& sketch);
void drawErrorBars(PanelSketch& sketch, const charts::Curve& curve);
// How many columns of points a curve may have: one narrower than half the line cannot be seen.
[[nodiscard]] int visibleColumns(const PanelSketch& sketch);
void drawCurves(PanelSketch& sketch);
// panel_bands: under all curves
void drawBands(PanelSketch& sketch);
// Of a curve whose line has this colour.
[[nodiscard]] Color bandColor(const PanelSketch& sketch, Color line);
// panel_curves: what happened at a step
void drawMarkers(PanelSketch& sketch);
// panel_mark_legend: what bands and marks mean, under the axis' title; the rows it takes.
void drawMarkLegend(PanelSketch& sketch);
[[nodiscard]] charts::MarkRows markLegendRows(const PanelSketch& sketch, double width);
[[nodiscard]] double markLegendLeft(const PanelSketch& sketch);
[[nodiscard]] double markLegendHeight(const PanelSketch& sketch, double width);
struct MarkLook {
  Color color;
  bool filled = true;
};
[[nodiscard]] MarkLook lookOf(const PanelSketch& sketch, charts::Marker::Kind kind);
// panel_labels: at the curves' ends.
void drawEndLabels(PanelSketch& sketch);
// inside or under the plot; under it in so many rows of entries
void drawLegend(PanelSketch& sketch);
struct LegendCell {
  std::size_t entry = 0;
  double left = 0.0;  // of its sample, from the panel's left edge
  double width = 0.0;
};
using LegendRows = std::vector<std::vector<LegendCell>>;
[[nodiscard]] LegendRows legendRows(const PanelSketch& sketch);
[[nodiscard]] double legendHeight(const PanelSketch& sketch);
// Whether the plot has room for a legend in it.
[[nodiscard]] bool fitsInside(const PanelSketch& sketch);
// Whether the legend has room under the plot of a card.
[[nodiscard]] bool fitsBelow(const PanelSketch& sketch);
// panel: why nothing, or nothing meaningful, is drawn.
void drawMessage(PanelSketch& sketch);

}  // namespace w2s::ui::draw
