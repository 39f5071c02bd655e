#include "ui/figures/board_view.h"

#include <set>

#include "ui/charts/chart_board.h"
#include "ui/charts/plot_widget.h"

namespace w2s::ui {
namespace {

// A chart that has never been shown does not know it of itself yet.
const std::set<std::string>& chartsOverCourse() {
  static const std::set<std::string> kIds = [] {
    std::set<std::string> ids;
    for (const auto& chart : charts::makeRunCharts()) {
      if (chart->build({}).over_course) {
        ids.insert(std::string(chart->id()));
      }
    }
    return ids;
  }();
  return kIds;
}

}  // namespace

figures::ShownCharts shownOn(const ChartBoard& board) {
  figures::ShownCharts shown{.x = board.state().x,
                             .smoothing = board.state().smoothing,
                             .at_step = board.crosshairStep(),
                             .charts = {}};
  for (const auto& chart : board.charts()) {
    const std::string id(chart->id());
    figures::ShownChart one{.over_course = chartsOverCourse().contains(id),
                            .log_y = board.view(id).log_y,
                            .x = {},
                            .y = {}};
    if (const PlotWidget* plot = board.plot(id)) {
      one.x = plot->xZoom();
      one.y = plot->yZoom();
    }
    shown.charts.emplace(id, one);
  }
  return shown;
}

}  // namespace w2s::ui
