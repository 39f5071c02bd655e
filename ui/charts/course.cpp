#include "ui/charts/course.h"

#include <algorithm>
#include <cmath>

#include "ui/bridge/words.h"

namespace w2s::ui::charts {
namespace {

using record::StageId;
namespace stage = record::stage;

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
      return words("charts", "step");
    case ChartView::X::Epoch:
      return words("charts", "epoch");
    case ChartView::X::Seconds:
      return words("charts", "seconds");
  }
  return {};
}

double courseEnd(const RunSeries& run, ChartView::X x) {
  const StageSeries& student = run.stage(stage::kStudent);
  const StageSeries& ceiling = run.stage(stage::kCeiling);
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
  const std::vector<double>& steps = stage.rows.steps;
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
