// The course of a stage in steps, epochs or seconds, and back.
//
//   epochs  = steps / (whole batches in the transfer rows)
//   seconds = the stage's wall clock. It is recorded at evaluations alone; between them, and from the
//             last one on, steps are taken to be equally long. A clock that starts over (a resumed
//             stage) goes on from where it stood.
#pragma once

#include <vector>

#include "ui/bridge/run_series.h"

namespace w2s::ui {

enum class CourseUnit {
  Step,
  Epoch,    // steps of the run / its steps per epoch; steps where those are not known
  Seconds,  // wall clock of the stage: exact at evaluations, interpolated between them
};

// Steps of one stage to x. Ascending steps give ascending x.
class StageCourse {
 public:
  StageCourse(const RunSeries& run, const StageSeries& stage, CourseUnit x);

  [[nodiscard]] double at(double step) const;
  [[nodiscard]] double stepAt(double x) const;
  // Of seconds: whether an evaluation behind a step says how long one takes. Else all have one time.
  [[nodiscard]] bool knowsPace() const {
    return knots_.size() > 1;
  }

 private:
  struct Knot {
    double step = 0.0;
    double seconds = 0.0;
  };
  double per_unit_ = 1.0;    // steps in one unit of x
  std::vector<Knot> knots_;  // empty: proportional
};

}  // namespace w2s::ui
