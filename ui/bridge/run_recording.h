// A recorded run as a course in time: its series as they stood when its student had completed so many
// steps. What is shown at a step is made of the recorded events by RunSeries::apply, as a live run is:
// charts cannot tell them apart.
//
// An event is shown with the student's step after which it was logged: what happened before the
// student began at step 0, a live change with the first batch that it counts for, what happened after
// the last step (the ceiling may end later) at the last one, where the run is shown whole.
// A run that went back after a divergence is shown with the rows that it kept.
//
// A value, immutable; any thread. The series that it fills belong to one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <vector>

#include "core/record/event.h"
#include "ui/bridge/run_series.h"

namespace w2s::ui {

class RunRecording {
 public:
  using Events = std::vector<record::Event>;

  // `events`: the log in order, voided history included, without StepsMeasured; `whole`: what they and
  // the recorded rows give.
  RunRecording(std::shared_ptr<const Events> events, RunSeries whole);

  // Steps that the student of this run has taken; 0: there is nothing to play.
  [[nodiscard]] static std::int64_t stepsOf(const RunSeries& whole);

  [[nodiscard]] std::int64_t steps() const {
    return steps_;
  }
  [[nodiscard]] const RunSeries& whole() const {
    return whole_;
  }
  // After `step` steps of the student, 0 to steps().
  [[nodiscard]] RunSeries at(std::int64_t step) const;
  // Makes of at(`from`) what at(`to`) is; `from` <= `to`.
  void continueFrom(RunSeries& series, std::int64_t from, std::int64_t to) const;

 private:
  void addRows(RunSeries& series, std::int64_t to) const;

  std::shared_ptr<const Events> events_;
  RunSeries whole_;
  std::int64_t steps_ = 0;
  std::vector<std::int64_t> places_;  // of the events: the step with which each is shown; ascending
  std::set<record::StageId> stages_;  // that began
};

}  // namespace w2s::ui
