#include "ui/figures/board_view.h"

#include "ui/charts/chart_board.h"
#include "ui/charts/plot_widget.h"

namespace w2s::ui {

figures::ShownCharts shownOn(const ChartBoard& board) {
  figures::ShownCharts shown{.x = board.state().x,
                             .smoothing = board.state().smoothing,
                             .mean = board.hasSeveralSeeds(),
                             .spread = board.state().spread,
                             .each_seed = board.state().each_seed,
                             .at_step = board.crosshairStep(),
                             .charts = {}};
  for (const auto& chart : board.charts()) {
    const std::string id(chart->id());
    const PlotWidget* plot = board.plot(id);  // every chart of the board has one
    const figures::ShownChart one{.over_course = plot->isOverCourse(),
                                  .log_y = board.view(id).log_y,
                                  .x = plot->xZoom(),
                                  .y = plot->yZoom()};
    shown.charts.emplace(id, one);
  }
  return shown;
}

}  // namespace w2s::ui
