// One chart of a figure in the making: what is known about it, and what has been drawn so far. The
// parts (panel_parts.h) add to it in the order in which it is painted.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/charts/curve_end.h"
#include "ui/figures/chart_axes.h"
#include "ui/figures/figure_layout.h"

namespace w2s::ui::figures {

// Shares of the font's size (Inter).
inline constexpr double kCapHeight = 0.727;
inline constexpr double kLineHeight = 1.25;

// Lengths of dashes, given in line widths, for a line of that width.
[[nodiscard]] std::vector<double> scaled(const std::vector<double>& dashes, double width);

// On, off: of reference lines, in line widths.
[[nodiscard]] const std::vector<double>& referenceDashes();

// A label of a curve's end or a reference line, or an entry of a legend.
struct PanelEntry {
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
  [[nodiscard]] double lineWidth(charts::Curve::Style of) const;
  // Where the curve ends in the plot; empty: nothing of it lies there.
  [[nodiscard]] std::optional<charts::SeenEnd> endOf(const charts::Curve& curve) const;

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
  bool empty = true;  // no curve has a value
};

}  // namespace w2s::ui::figures
