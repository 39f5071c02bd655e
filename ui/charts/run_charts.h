// The charts of a run: each turns the run's series, and those of runs laid over it, into chart
// data. Pages, capture, presenter and export go through the list in run_charts.cpp (core/README.md:
// how to add one).
//
// One thread. Charts keep transforms of what they have seen (smoothed columns, pyramids), so that a
// refresh costs the new values only; use the same objects again and again.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/metrics/spread.h"
#include "ui/bridge/run_readings.h"
#include "ui/bridge/run_series.h"
#include "ui/bridge/stage_course.h"
#include "ui/charts/chart_data.h"

namespace w2s::ui::charts {

// Another run in the same charts.
struct Overlay {
  const RunSeries* run = nullptr;
  std::string label;    // at the end of its curves
  int color = 0;        // a look: overlayInk, overlayShape, overlayDash; -1: any that is free
  bool pinned = false;  // a ghost to compare with: paler
};

// Where two would look alike, the later one gets other dashes.
void setApart(std::vector<Overlay>& overlays);

// How the charts of a page look at runs.
struct ChartView {
  using X = CourseUnit;
  X x = X::Step;
  double smoothing = 0.9;  // beta of the debiased average, in [0, 0.99]; 0: raw values
  bool log_y = false;
  // Of several seeds: what the band around a mean is, and whether each seed has a curve of its own.
  metrics::Spread spread = metrics::Spread::TInterval;
  bool each_seed = true;
  friend bool operator==(const ChartView&, const ChartView&) = default;
};

struct ChartInput {
  const RunSeries* run = nullptr;  // null: no run yet
  // With `run`, those that differ from it in their seed alone: charts over evaluations show their
  // mean with a band. Fewer than two: a run that stands alone.
  std::span<const RunSeries* const> seeds = {};
  std::span<const Overlay> overlays = {};
  ChartView view = {};
  // The course's position of interest, in steps (the crosshair): charts of one moment (calibration)
  // show the evaluation there instead of the latest.
  std::optional<double> at_step = {};
};

class RunChart {
 public:
  virtual ~RunChart() = default;
  // "accuracy": also the name on the command line
  [[nodiscard]] virtual std::string_view id() const = 0;
  // A name for menus, without a run.
  [[nodiscard]] virtual std::string title() const = 0;
  // In a lecture: the question that the chart answers, and the chart that stands beside it. Empty:
  // it is shown beside others alone.
  struct Lecture {
    std::string question = {};
    std::string_view beside = {};
  };
  [[nodiscard]] virtual Lecture lecture() const {
    return {};
  }
  // The y of PGR 0 and of PGR 1, for a line of what a class predicts. Empty: PGR has no place in
  // the chart.
  [[nodiscard]] virtual std::optional<Range> yOfPgr(const Readings& /*readings*/) const {
    return std::nullopt;
  }
  // The answer borrows from the runs and from this chart until the next call or change of a run.
  [[nodiscard]] virtual ChartData build(const ChartInput& input) = 0;
};

// In page order.
[[nodiscard]] std::vector<std::unique_ptr<RunChart>> makeRunCharts();

}  // namespace w2s::ui::charts
