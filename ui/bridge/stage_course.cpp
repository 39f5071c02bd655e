#include "ui/bridge/stage_course.h"

#include <algorithm>
#include <cmath>

namespace w2s::ui {
namespace {

constexpr double kMostSeconds = 1e12;  // no run takes 30,000 years; sums of such times stay finite

}  // namespace

StageCourse::StageCourse(const RunSeries& run, const StageSeries& stage, CourseUnit x) {
  switch (x) {
    case CourseUnit::Step:
      return;
    case CourseUnit::Epoch:
      per_unit_ = run.steps_per_epoch > 0.0 ? run.steps_per_epoch : 1.0;
      return;
    case CourseUnit::Seconds:
      break;
  }
  knots_.push_back({});
  double before = 0.0;  // seconds of earlier sittings
  double last = 0.0;
  for (const metrics::Evaluation& evaluation : stage.evaluations) {
    if (!(std::abs(evaluation.seconds) <= kMostSeconds)) {
      continue;
    }
    if (evaluation.seconds < last) {
      before += last;
    }
    last = evaluation.seconds;
    const Knot knot{static_cast<double>(evaluation.step), before + last};
    if (knot.step > knots_.back().step && knot.seconds >= knots_.back().seconds) {
      knots_.push_back(knot);
    } else if (knots_.size() == 1 && knot.step == 0.0) {
      knots_.front() = knot;
    }
  }
}

double StageCourse::at(double step) const {
  if (knots_.empty()) {
    return step / per_unit_;
  }
  if (knots_.size() == 1) {
    return knots_.front().seconds;
  }
  // The last stretch goes on beyond the last evaluation.
  const auto after = std::upper_bound(knots_.begin() + 1, knots_.end() - 1, step,
                                      [](double s, const Knot& knot) { return s < knot.step; });
  const Knot& b = *after;
  const Knot& a = *(after - 1);
  return a.seconds + (b.seconds - a.seconds) * (step - a.step) / (b.step - a.step);
}

double StageCourse::stepAt(double x) const {
  if (knots_.empty()) {
    return x * per_unit_;
  }
  if (knots_.size() == 1) {
    return knots_.front().step;
  }
  const auto after = std::upper_bound(knots_.begin() + 1, knots_.end() - 1, x,
                                      [](double s, const Knot& knot) { return s < knot.seconds; });
  const Knot& b = *after;
  const Knot& a = *(after - 1);
  return b.seconds > a.seconds
             ? a.step + (b.step - a.step) * (x - a.seconds) / (b.seconds - a.seconds)
             : b.step;
}

}  // namespace w2s::ui
