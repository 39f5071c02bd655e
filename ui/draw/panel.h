// Lays one chart out in a rectangle: axes with titles and ticks, curves decimated for the size and
// clipped to the plot, marks, and labels that do not cover each other. The window, the presenter
// view and figures paint what comes out. Arithmetic only; the widths of texts come from outside.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/charts/chart_data.h"
#include "ui/charts/decimate.h"
#include "ui/draw/chart_axes.h"
#include "ui/draw/scene.h"

namespace w2s::ui::draw {

enum class LegendPlace { EndLabels, Inside, Outside, None };

// Width of a text in points, at that size in points.
using TextWidth = std::function<double(std::string_view text, double size, bool bold)>;

// The text, its first `name` bytes shortened with an ellipsis until it is as narrow as the room.
[[nodiscard]] std::string elided(const std::string& text, std::size_t name, double room,
                                 double size, bool bold, const TextWidth& text_width);

// The colours of a chart. `line` and `text` differ where a hue is too light for letters.
struct Palette {
  Color ground;  // the figure's background, if it has one
  Color text;
  Color muted;
  Color grid;
  Color disabled;  // curves without meaning
  std::function<Color(charts::Ink)> line;
  std::function<Color(charts::Ink)> letters;
  // Dashes of an ink's curve in line widths, of that kind (Curve::dash); empty: solid. None: those of
  // kindOfDashes().
  std::function<std::vector<double>(charts::Ink, int kind)> dashes = {};
};

// What tells curves of one ink apart, in line widths; kind 0 and all beyond charts::kDashes: solid.
[[nodiscard]] const std::vector<double>& kindOfDashes(int kind);
// In line widths.
[[nodiscard]] std::vector<double> dashesOf(const charts::Curve& curve, const Palette& palette);

// Between a panel's area and its plot: room for ticks, titles and labels.
struct Insets {
  double left = 0.0;
  double top = 0.0;
  double right = 0.0;
  double bottom = 0.0;
  double legend = 0.0;  // of the bottom: a legend under the plot
};

struct PanelStyle {
  double font = 8.0;  // pt
  double line = 1.2;
  LegendPlace legend = LegendPlace::EndLabels;
  bool title = false;
  std::string letter;      // "a": before the title
  int max_columns = 1000;  // of points a curve, at most two each
  std::optional<Span> x_range;
  std::optional<Span> y_range;
  Insets least = {};  // plots beside and above each other share their edges
  // Of a chart in the window. Compact: no y title, the x title beside the numbers, a title of one
  // line, lines on whole pixels.
  bool compact = false;
  double title_right = 0.0;       // room right of the title that a button takes
  bool grows = false;             // the panel is made as high as its legend under the plot asks for
  std::optional<ChartAxes> axes;  // chosen elsewhere; else those of the data and the spans above
  bool own_curves = true;  // false: the run's own curves are drawn elsewhere, over `Panel::behind`
  charts::Decimations* decimations = nullptr;  // kept from one layout of a chart to the next
};

// Colour, width and dashes of a curve; no points.
[[nodiscard]] PathShape lookOf(const charts::ChartData& chart, const charts::Curve& curve,
                               const PanelStyle& style, const Palette& palette);
// What the panel needs, at least what the style says.
[[nodiscard]] Insets insetsOf(const charts::ChartData& chart, const Rect& area,
                              const PanelStyle& style, const Palette& palette,
                              const TextWidth& text_width);
// How many y ticks such an area has room for.
[[nodiscard]] int yTicksFor(const Rect& area, double font);
[[nodiscard]] Panel layOutPanel(const charts::ChartData& chart, const Rect& area,
                                const PanelStyle& style, const Palette& palette,
                                const TextWidth& text_width);

}  // namespace w2s::ui::draw
