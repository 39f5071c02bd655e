#include "ui/figures/figure_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/panel_layout.h"

namespace w2s::ui::figures {
namespace {

// What keeps a file under 200 kB: about 13 bytes a point, two points a column of a curve.
constexpr double kPointsOfAFigure = 12'000.0;

int columnsOfCurves(std::span<const charts::ChartData> charts) {
  std::size_t curves = 0;
  for (const charts::ChartData& chart : charts) {
    curves += chart.curves.size();
  }
  return static_cast<int>(kPointsOfAFigure / 2.0 /
                          static_cast<double>(std::max<std::size_t>(curves, 1)));
}

}  // namespace

Panel layOutPanel(const charts::ChartData& chart, const Rect& area, const PanelStyle& style,
                  const Palette& palette, const TextWidth& text_width) {
  return PanelLayout(chart, area, style, palette, text_width).take();
}

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
                   .x_range = options.x_range,
                   .y_range = options.y_range};
  for (std::size_t i = 0; i < charts.size(); ++i) {
    const auto column = static_cast<double>(i % static_cast<std::size_t>(grid.columns));
    const auto row = static_cast<double>(i / static_cast<std::size_t>(grid.columns));
    if (charts.size() > 1) {
      style.letter = std::string(1, static_cast<char>('a' + i % 26));
    }
    const Rect area{margin + column * (width + gap), margin + row * (height + gap), width, height};
    scene.panels.push_back(layOutPanel(charts[i], area, style, palette, text_width));
  }
  return scene;
}

}  // namespace w2s::ui::figures
