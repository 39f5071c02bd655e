// The x axis of a run's course: steps, epochs or seconds, and back.
//
//   epochs  = steps / (whole batches in the transfer rows)
//   seconds = the stage's wall clock. It is recorded at evaluations alone; between them, and from
//   the
//             last one on, steps are taken to be equally long. A clock that starts over (a resumed
//             stage) goes on from where it stood.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "ui/bridge/run_series.h"
#include "ui/charts/run_charts.h"

namespace w2s::ui::charts {

// Steps of one stage to x, as courseX() answers it. Ascending steps give ascending x.
class StageCourse {
 public:
  StageCourse(const RunSeries& run, const StageSeries& stage, ChartView::X x);

  [[nodiscard]] double at(double step) const;
  [[nodiscard]] double stepAt(double x) const;

 private:
  struct Knot {
    double step = 0.0;
    double seconds = 0.0;
  };
  double per_unit_ = 1.0;    // steps in one unit of x
  std::vector<Knot> knots_;  // empty: proportional
};

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
