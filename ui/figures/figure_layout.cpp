#include "ui/figures/figure_layout.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

namespace w2s::ui::figures {
namespace {

// What keeps a file under 200 kB: about 13 bytes a point, two points a column of a curve.
constexpr double kPointsOfAFigure = 12'000.0;

int columnsOfCurves(std::span<const charts::ChartData> charts) {
  std::size_t curves = 0;
  for (const charts::ChartData& chart : charts) {
    for (const charts::Curve& curve : chart.curves) {
      curves += curve.hasBand() ? 2 : 1;  // an edge has half the points of a line
    }
  }
  return static_cast<int>(kPointsOfAFigure / 2.0 /
                          static_cast<double>(std::max<std::size_t>(curves, 1)));
}

// Plots of a column get the same left and right edges, those of a row the same upper and lower
// ones.
void shareEdges(std::vector<PanelStyle>& styles, int columns,
                const std::function<Insets(std::size_t)>& insets_of) {
  const auto per_row = static_cast<std::size_t>(columns);
  std::vector<Insets> of_columns(per_row);
  std::vector<Insets> of_rows((styles.size() + per_row - 1) / per_row);
  for (std::size_t i = 0; i < styles.size(); ++i) {
    const Insets own = insets_of(i);
    Insets& column = of_columns[i % per_row];
    Insets& row = of_rows[i / per_row];
    column.left = std::max(column.left, own.left);
    column.right = std::max(column.right, own.right);
    row.top = std::max(row.top, own.top);
    row.bottom = std::max(row.bottom, own.bottom);
  }
  for (std::size_t i = 0; i < styles.size(); ++i) {
    styles[i].least = {.left = of_columns[i % per_row].left,
                       .top = of_rows[i / per_row].top,
                       .right = of_columns[i % per_row].right,
                       .bottom = of_rows[i / per_row].bottom};
  }
}

}  // namespace

Scene layOutFigure(std::span<const charts::ChartData> charts, const FigureOptions& options,
                   const Palette& palette, const TextWidth& text_width) {
  const FigureGrid grid = gridOf(options, charts.size());
  Scene scene;
  scene.width = options.width_mm * kPointsPerMm;
  scene.height = grid.height_mm * kPointsPerMm;
  if (options.background == Background::White) {
    scene.background = palette.ground;
  }
  const double margin = 0.45 * options.font_pt;
  const double gap = 1.6 * options.font_pt;
  const double width = (scene.width - 2.0 * margin - (grid.columns - 1) * gap) / grid.columns;
  const double height = (scene.height - 2.0 * margin - (grid.rows - 1) * gap) / grid.rows;
  PanelStyle style{.font = options.font_pt,
                   .line = options.line_pt,
                   .legend = options.legend,
                   .title = options.title,
                   .letter = {},
                   .max_columns = std::max(60, columnsOfCurves(charts)),
                   .x_range = {},
                   .y_range = {},
                   .grows = options.height_mm == 0.0};
  std::vector<double> heights(static_cast<std::size_t>(grid.rows), height);
  std::vector<Rect> areas;
  std::vector<PanelStyle> styles;
  for (std::size_t i = 0; i < charts.size(); ++i) {
    const auto column = static_cast<double>(i % static_cast<std::size_t>(grid.columns));
    const std::size_t row = i / static_cast<std::size_t>(grid.columns);
    if (charts.size() > 1) {
      style.letter = std::string(1, static_cast<char>('a' + i % 26));
    }
    const Zoom zoom = zoomOf(options, charts[i]);
    style.x_range = zoom.x;
    style.y_range = zoom.y;
    areas.push_back({margin + column * (width + gap),
                     margin + static_cast<double>(row) * (height + gap), width, height});
    styles.push_back(style);
  }
  const auto insets = [&](std::size_t i) {
    return insetsOf(charts[i], areas[i], styles[i], palette, text_width);
  };
  // Settled before the figure grows: in a higher plot the labels might seem to have room.
  for (std::size_t i = 0; i < charts.size(); ++i) {
    if (insets(i).legend > 0.0) {
      styles[i].legend = LegendPlace::Outside;
    }
  }
  if (options.height_mm == 0.0) {
    // A legend under the plots takes nothing from them: the figure grows.
    for (std::size_t i = 0; i < charts.size(); ++i) {
      double& row = heights[i / static_cast<std::size_t>(grid.columns)];
      row = std::max(row, height + insets(i).legend);
    }
    double top = margin;
    for (std::size_t i = 0; i < charts.size(); ++i) {
      const std::size_t column = i % static_cast<std::size_t>(grid.columns);
      const double row = heights[i / static_cast<std::size_t>(grid.columns)];
      areas[i].top = top;
      areas[i].height = row;
      top += column + 1 == static_cast<std::size_t>(grid.columns) ? row + gap : 0.0;
    }
    scene.height += std::accumulate(heights.begin(), heights.end(), -grid.rows * height);
  }
  // Twice: a legend under a narrower plot may need another row.
  for (int pass = 0; pass < 2 && charts.size() > 1; ++pass) {
    shareEdges(styles, grid.columns, insets);
  }
  for (std::size_t i = 0; i < charts.size(); ++i) {
    scene.panels.push_back(layOutPanel(charts[i], areas[i], styles[i], palette, text_width));
  }
  return scene;
}

}  // namespace w2s::ui::figures
