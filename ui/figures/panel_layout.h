// One chart of a figure in the making: figure_layout's work, in the order in which it is painted.
#pragma once

#include <string>
#include <vector>

#include "ui/figures/chart_axes.h"
#include "ui/figures/figure_layout.h"

namespace w2s::ui::figures {

class PanelLayout {
 public:
  PanelLayout(const charts::ChartData& chart, const Rect& area, const PanelStyle& style,
              const Palette& palette, const TextWidth& text_width);

  [[nodiscard]] Panel take() {
    return std::move(panel_);
  }

 private:
  // A label of a curve's end or a reference line, or an entry of a legend.
  struct Entry {
    std::string text;
    Color letters;
    Color line;
    std::vector<double> dashes;
    double line_width = 1.0;
    charts::Point at;
    bool at_edge = false;  // of a reference line
    bool above = false;    // its value lies above or below the plot
    bool below = false;
  };

  void makeEntries();
  void placePlot();
  void drawTitle();
  void drawAxes();
  void drawReferences();
  void drawCurves();
  void drawMarkers();
  void drawEndLabels();
  void drawLegend();
  void drawLegendInside(const std::vector<double>& widths);
  void drawLegendOutside(const std::vector<double>& widths);
  void drawSample(const Entry& entry, double x, double y);
  void drawMessage();

  void text(Role role, charts::Point at, std::string words, double size, Color color,
            Anchor anchor = Anchor::Start, bool bold = false, bool upright = false);
  void line(Role role, charts::Point from, charts::Point to, Color color, double width,
            std::vector<double> dashes = {});
  [[nodiscard]] double widthOf(std::string_view words, double size, bool bold = false) const {
    return text_width_(words, size, bold);
  }
  [[nodiscard]] std::vector<std::string> wrapped(const std::string& words, double size,
                                                 double width) const;
  [[nodiscard]] bool isDefined() const {
    return chart_.undefined_reason.empty();
  }
  [[nodiscard]] Color lineColor(charts::Ink ink) const;
  [[nodiscard]] Color letterColor(charts::Ink ink) const;
  // Rows of the legend under the plot: which entries each holds.
  [[nodiscard]] std::vector<std::vector<std::size_t>> legendRows(double width) const;
  [[nodiscard]] double entryWidth(const Entry& entry) const;
  // The last value that can be drawn; false: none.
  [[nodiscard]] bool endOf(const charts::Curve& curve, double& x, double& y) const;
  [[nodiscard]] std::string entryText(const charts::Curve& curve, bool with_value) const;

  const charts::ChartData& chart_;
  const Rect area_;
  const PanelStyle& style_;
  const Palette& palette_;
  const TextWidth& text_width_;
  const double tick_size_;
  ChartAxes axes_;
  charts::Ticks x_ticks_;
  std::vector<Entry> entries_;
  Panel panel_;
  bool empty_ = true;  // no curve has a value
};

}  // namespace w2s::ui::figures
