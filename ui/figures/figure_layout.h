// Lays charts out as a figure: panels in a grid, axes with titles and ticks, curves decimated for
// the printed size and clipped to their plots, labels that do not cover each other. Arithmetic
// only; the widths of texts come from outside.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "ui/charts/chart_data.h"
#include "ui/figures/figure_options.h"
#include "ui/figures/scene.h"

namespace w2s::ui::figures {

// Width of a text in points, at that size in points.
using TextWidth = std::function<double(std::string_view text, double size, bool bold)>;

// The colours of a figure. `line` and `text` differ where a hue is too light for letters.
struct Palette {
  Color ground;  // the figure's background, if it has one
  Color text;
  Color muted;
  Color grid;
  Color disabled;  // curves without meaning
  std::function<Color(charts::Ink)> line;
  std::function<Color(charts::Ink)> letters;
  // Dashes of an ink's curve in line widths; empty: solid. Where hues cannot tell curves apart.
  std::function<std::vector<double>(charts::Ink)> dashes = {};
};

[[nodiscard]] Scene layOutFigure(std::span<const charts::ChartData> charts,
                                 const FigureOptions& options, const Palette& palette,
                                 const TextWidth& text_width);

// Between a panel's area and its plot: room for ticks, titles and labels.
struct Insets {
  double left = 0.0;
  double top = 0.0;
  double right = 0.0;
  double bottom = 0.0;
};

// One chart in a rectangle, for drawings that are not figures (the presenter view).
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
};
// What the panel needs, at least what the style says.
[[nodiscard]] Insets insetsOf(const charts::ChartData& chart, const Rect& area,
                              const PanelStyle& style, const Palette& palette,
                              const TextWidth& text_width);
// How many y ticks such an area has room for.
[[nodiscard]] int yTicksFor(const Rect& area, double font);
[[nodiscard]] Panel layOutPanel(const charts::ChartData& chart, const Rect& area,
                                const PanelStyle& style, const Palette& palette,
                                const TextWidth& text_width);

}  // namespace w2s::ui::figures
