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

// AsKept: as the request has them (ui/figures/kept_figures.h).
enum class Extent { AsShown, WholeRun, AsKept };
inline constexpr std::array kExtents{Named{Extent::AsShown, "as-shown"},
                                     Named{Extent::WholeRun, "whole-run"},
                                     Named{Extent::AsKept, "as-kept"}};

// The axes as they are at first: everything, and nothing of what was kept.
void clearAxes(FigureOptions& options);
// Of the axes of single charts those whose charts the request asks for.
void dropStrangeAxes(FigureRequest& request);

// Sets the request's axes to those of the charts it asks for. As shown: with their zooms, in as few
// options as possible; ends are rounded to a thousandth of what they include, so that the command
// can be read.
void adopt(const ShownCharts& shown, Extent extent, FigureRequest& request);

}  // namespace w2s::ui::figures
