// What the window's charts show of their runs, so that a figure can show the same.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>

#include "ui/charts/run_charts.h"
#include "ui/figures/figure.h"

namespace w2s::ui::figures {

struct ShownChart {
  bool over_course = true;  // of the run: its x zoom may be that of all such charts
  bool log_y = false;
  std::optional<charts::Range> x;  // of the zoom; empty: everything
  std::optional<charts::Range> y;
};

struct ShownCharts {
  charts::ChartView::X x = charts::ChartView::X::Step;
  double smoothing = 0.9;
  bool mean = false;  // several seeds as one
  metrics::Spread spread = metrics::Spread::TInterval;
  bool each_seed = true;
  std::optional<double> at_step;  // the crosshair
  std::map<std::string, ShownChart> charts;
};

enum class Extent { AsShown, WholeRun };
inline constexpr std::array kExtents{Named{Extent::AsShown, "as-shown"},
                                     Named{Extent::WholeRun, "whole-run"}};

// Sets the request's axes to those of the charts it asks for. As shown: with their zooms, in as few
// options as possible; ends are rounded to a thousandth of what they include, so that the command
// can be read.
void adopt(const ShownCharts& shown, Extent extent, FigureRequest& request);

}  // namespace w2s::ui::figures
