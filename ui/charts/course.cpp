#include "ui/charts/course.h"

#include <algorithm>
#include <cmath>

namespace w2s::ui::charts {
namespace {

using experiment::StageKind;

// The next of 1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.4, 8 times a power of ten.
double roundedUp(double value) {
  constexpr double kLeading[] = {1.0, 1.25, 1.6, 2.0, 2.5, 3.2, 4.0, 5.0, 6.4, 8.0, 10.0};
  const double power = std::pow(10.0, std::floor(std::log10(value)));
  for (const double leading : kLeading) {
    if (leading * power >= value) {
      return leading * power;
    }
  }
  return 10.0 * power;
}

}  // namespace

StageCourse::StageCourse(const RunSeries& run, const StageSeries& stage, ChartView::X x) {
  switch (x) {
    case ChartView::X::Step:
      return;
    case ChartView::X::Epoch:
      per_unit_ = run.steps_per_epoch > 0.0 ? run.steps_per_epoch : 1.0;
      return;
    case ChartView::X::Seconds:
      break;
  }
  knots_.push_back({});
  double before = 0.0;  // seconds of earlier sittings
  double last = 0.0;
  for (const metrics::Evaluation& evaluation : stage.evaluations) {
    if (!std::isfinite(evaluation.seconds)) {
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

ChartView::X courseX(const ChartInput& input) {
  const auto lacks = [](const RunSeries* run) {
    return run != nullptr && !(run->steps_per_epoch > 0.0);
  };
  const bool unknown =
      lacks(input.run) || std::ranges::any_of(input.overlays, lacks, &Overlay::run);
  return input.view.x == ChartView::X::Epoch && unknown ? ChartView::X::Step : input.view.x;
}

std::string titleOf(ChartView::X x) {
  switch (x) {
    case ChartView::X::Step:
      return "step";
    case ChartView::X::Epoch:
      return "epoch";
    case ChartView::X::Seconds:
      return "seconds";
  }
  return {};
}

double courseEnd(const RunSeries& run, ChartView::X x) {
  const StageSeries& student = run.stage(StageKind::Student);
  const StageSeries& ceiling = run.stage(StageKind::Ceiling);
  const auto steps =
      static_cast<double>(std::max({student.steps, student.done, ceiling.steps, std::int64_t{1}}));
  if (x != ChartView::X::Seconds) {
    return StageCourse(run, student, x).at(steps);
  }
  double seconds = 0.0;
  for (const StageSeries* stage : {&student, &ceiling}) {
    seconds = std::max(seconds, StageCourse(run, *stage, x).at(static_cast<double>(stage->done)));
  }
  return seconds > 0.0 ? roundedUp(seconds) : 1.0;
}

std::span<const double> CourseColumn::follow(const RunSeries& run, const StageSeries& stage,
                                             ChartView::X x) {
  const std::vector<double>& steps = stage.rows.step;
  if (x == ChartView::X::Step) {
    values_ = {};
    x_ = x;
    return steps;
  }
  // A new evaluation corrects the clock from the one before it on.
  const bool corrected = x == ChartView::X::Seconds && evaluations_ != stage.evaluations.size();
  if (generation_ != stage.generation || x_ != x || corrected || values_.size() > steps.size()) {
    values_.clear();
  }
  generation_ = stage.generation;
  evaluations_ = stage.evaluations.size();
  x_ = x;
  const StageCourse course(run, stage, x);
  values_.reserve(steps.size());
  for (std::size_t i = values_.size(); i < steps.size(); ++i) {
    values_.push_back(course.at(steps[i]));
  }
  return values_;
}

}  // namespace w2s::ui::charts
