// The x axis of a run's course, in steps, epochs or seconds (bridge/stage_course.h).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "ui/bridge/run_series.h"
#include "ui/bridge/stage_course.h"
#include "ui/charts/run_charts.h"

namespace w2s::ui::charts {

// What the view asks for; steps where it asks for epochs and a run does not know its own.
[[nodiscard]] ChartView::X courseX(const ChartInput& input);
[[nodiscard]] std::string titleOf(ChartView::X x);

// Where the axis ends: the planned steps of the run, or more if it went on; seconds in strides of a
// quarter, so that the axis seldom moves.
[[nodiscard]] double courseEnd(const RunSeries& run, ChartView::X x);

// x of a column of steps. Borrows the column itself where x is the step, else follows it.
class CourseColumn {
 public:
  std::span<const double> follow(const RunSeries& run, const StageSeries& stage, ChartView::X x);

 private:
  std::vector<double> values_;
  std::size_t generation_ = 0;
  std::size_t evaluations_ = 0;
  ChartView::X x_ = ChartView::X::Step;
};

}  // namespace w2s::ui::charts
