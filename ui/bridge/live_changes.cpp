#include "ui/bridge/live_changes.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "ui/bridge/number_language.h"
#include "ui/bridge/run_readings.h"
#include "ui/bridge/stage_course.h"
#include "ui/bridge/words.h"

namespace w2s::ui {
namespace {

using record::Intervention;

// Whether a hand can have gone on from one step to the other without a rest.
class Gesture {
 public:
  explicit Gesture(const RunSeries& run)
      : student_(run.stage(record::stage::kStudent)),
        clock_(run, student_, CourseUnit::Seconds),
        young_steps_(std::min(kYoungGestureSteps,
                              kYoungGestureShare * static_cast<double>(student_.total))) {}

  [[nodiscard]] bool joins(std::int64_t from, std::int64_t to) const {
    const auto a = static_cast<double>(from);
    const auto b = static_cast<double>(to);
    if (b - a <= 1.0) {
      return true;
    }
    return clock_.knowsPace() ? clock_.at(b) - clock_.at(a) <= kGestureSeconds
                              : b - a <= young_steps_;
  }

 private:
  const StageSeries& student_;
  StageCourse clock_;
  double young_steps_;
};

std::vector<LiveChange> grouped(const RunSeries& run) {
  const Gesture gesture(run);
  std::vector<LiveChange> changes;
  for (const Intervention& next : run.interventions) {
    if (!changes.empty() && changes.back().parameter == next.parameter &&
        changes.back().new_value == next.old_value &&
        gesture.joins(changes.back().last_step, next.step)) {
      LiveChange& change = changes.back();
      change.last_step = next.step;
      change.new_value = next.new_value;
      ++change.interventions;
      if (std::abs(next.new_value - change.old_value) >
          std::abs(change.farthest - change.old_value)) {
        change.farthest = next.new_value;
      }
      continue;
    }
    changes.push_back({.parameter = next.parameter,
                       .first_step = next.step,
                       .last_step = next.step,
                       .old_value = next.old_value,
                       .farthest = next.new_value,
                       .new_value = next.new_value});
  }
  return changes;
}

// Everything of the run that grouped() reads: its interventions are added to, or taken back by a
// rewind, which changes the generation.
LiveChanges::Basis basisOf(const RunSeries& run) {
  const StageSeries& student = run.stage(record::stage::kStudent);
  const bool timed = !student.evaluations.empty();
  return {.generation = student.generation,
          .interventions = run.interventions.size(),
          .planned_steps = student.total,
          .evaluations = student.evaluations.size(),
          .last_step = timed ? student.evaluations.back().step : 0,
          .last_seconds = timed ? student.evaluations.back().seconds : 0.0};
}

}  // namespace

const LiveChanges& liveChangesOf(const RunSeries& run) {
  const LiveChanges::Basis basis = basisOf(run);
  if (run.live_changes == nullptr || run.live_changes->basis != basis) {
    auto made = std::make_shared<LiveChanges>();
    made->basis = basis;
    made->changes = grouped(run);
    for (const LiveChange& change : made->changes) {
      made->texts.push_back(describe(change));
    }
    run.live_changes = std::move(made);
  }
  return *run.live_changes;
}

std::string describe(const LiveChange& change) {
  const bool came_back = change.new_value == change.old_value;
  std::string what =
      describe(Intervention{.step = change.first_step,
                            .parameter = change.parameter,
                            .old_value = change.old_value,
                            .new_value = came_back ? change.farthest : change.new_value});
  if (came_back) {
    what = inWords(words("charts", "{} and back"), what);
  }
  return change.first_step == change.last_step
             ? inWords(words("charts", "Before step {}: {}"), change.first_step + 1, what)
             : inWords(words("charts", "Steps {} to {}: {}"), change.first_step + 1,
                       change.last_step + 1, what);
}

}  // namespace w2s::ui
