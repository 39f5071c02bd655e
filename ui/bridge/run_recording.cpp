#include "ui/bridge/run_recording.h"

#include <algorithm>
#include <utility>

#include "core/store/event_log.h"

namespace w2s::ui {
namespace {

using record::Event;

constexpr std::int64_t kNothingYet = -1;

// The student's step that the event tells of; 0: none.
std::int64_t stepOfStudent(const Event& event, std::int64_t last) {
  if (record::isTerminal(event)) {
    return last;
  }
  if (store::stageOf(event) != record::stage::kStudent) {
    return 0;
  }
  if (const auto* started = std::get_if<record::StageStarted>(&event)) {
    return started->resumed_at;
  }
  if (const auto* evaluated = std::get_if<record::Evaluated>(&event)) {
    return evaluated->evaluation.step;
  }
  if (const auto* diverged = std::get_if<record::Diverged>(&event)) {
    return diverged->step;
  }
  if (const auto* intervened = std::get_if<record::Intervened>(&event)) {
    return intervened->intervention.step + 1;  // the index of a batch
  }
  return std::holds_alternative<record::StageFinished>(event) ? last : 0;
}

bool isAtWork(const StageSeries& stage) {
  return stage.state == StageSeries::State::Running || stage.state == StageSeries::State::Finished;
}

}  // namespace

std::int64_t RunRecording::stepsOf(const RunSeries& whole) {
  const StageSeries& student = whole.stage(record::stage::kStudent);
  return std::max(student.rows.lastStep(),
                  student.evaluations.empty() ? 0 : student.evaluations.back().step);
}

RunRecording::RunRecording(std::shared_ptr<const Events> events, RunSeries whole)
    : events_(std::move(events)), whole_(std::move(whole)), steps_(stepsOf(whole_)) {
  std::int64_t reached = 0;
  for (const Event& event : *events_) {
    reached = std::clamp(stepOfStudent(event, steps_), reached, steps_);
    places_.push_back(reached);
    if (const auto* started = std::get_if<record::StageStarted>(&event)) {
      stages_.insert(started->stage);
    }
  }
}

RunSeries RunRecording::at(std::int64_t step) const {
  RunSeries series(whole_.id);
  series.name = whole_.name;
  series.seed = whole_.seed;
  series.device = whole_.device;
  series.steps_per_epoch = whole_.steps_per_epoch;
  series.chance = whole_.chance;
  continueFrom(series, kNothingYet, step);
  return series;
}

void RunRecording::continueFrom(RunSeries& series, std::int64_t from, std::int64_t to) const {
  const auto first = std::ranges::upper_bound(places_, from) - places_.begin();
  for (auto i = static_cast<std::size_t>(first); i < places_.size() && places_[i] <= to; ++i) {
    addRows(series, places_[i]);  // an end of the stage comes after all of them
    series.apply((*events_)[i]);
  }
  addRows(series, to);
  if (to >= steps_) {
    series.stopped = whole_.stopped;
  }
}

// The rows up to that step of stages that have begun; those of other stages are there at once.
void RunRecording::addRows(RunSeries& series, std::int64_t to) const {
  for (const record::StageId& id : stages_) {
    const StepColumns& recorded = whole_.stage(id).rows;
    const StageSeries& present = series.stage(id);
    const auto last = static_cast<double>(present.rows.lastStep());
    const bool is_student = id == record::stage::kStudent;
    const double limit =
        is_student ? static_cast<double>(to) : static_cast<double>(recorded.lastStep());
    if (recorded.empty() || !isAtWork(present) || limit <= last) {
      continue;
    }
    const auto begin = std::ranges::upper_bound(recorded.steps, last);
    const auto end = std::ranges::upper_bound(recorded.steps, limit);
    if (begin < end) {
      record::StepBlock rows;
      rows.append(recorded, static_cast<std::size_t>(begin - recorded.steps.begin()),
                  static_cast<std::size_t>(end - begin));
      series.apply(record::StepsMeasured{.stage = id, .rows = std::move(rows)});
    }
  }
}

}  // namespace w2s::ui
