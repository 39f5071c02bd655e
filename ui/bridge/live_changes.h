// Live changes as people made them. While a slider is drawn, the window sends its value several
// times a second, and each that the student adopts is an intervention of its own: a replay needs
// all of them, people made one change.
//
// The rule: interventions of one parameter that follow each other, each going on from the value
// where the one before it ended, are one change as long as at most kGestureSeconds of the student's
// training lie between two of them, or one step. Its clock is recorded at evaluations and
// interpolated between them (stage_course.h). It depends on the run alone: charts and table tell the
// same, whoever loads it.
//
// Before the first evaluation behind a step nothing says how long a step takes: then it is
// kYoungGestureShare of the planned steps, but at most kYoungGestureSteps. Few, so that a slow run
// does not take what lies seconds apart for one change; a fast run has its first evaluation soon,
// and from then on its changes are grouped by the clock. The log keeps the lines that it wrote
// before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ui/bridge/run_series.h"

namespace w2s::ui {

inline constexpr double kGestureSeconds = 0.75;
inline constexpr double kYoungGestureShare = 0.02;
inline constexpr double kYoungGestureSteps = 10.0;

struct LiveChange {
  record::LiveParameter parameter = record::LiveParameter::KdWeight;
  std::int64_t first_step = 0;  // adopted before the batch with that index (0-based)
  std::int64_t last_step = 0;   // of its last intervention; the first where it is the only one
  double old_value = 0.0;
  double farthest = 0.0;  // from the old value, of all that it went through
  double new_value = 0.0;
  std::size_t interventions = 1;  // as recorded
};

// In order of step.
struct LiveChanges {
  std::vector<LiveChange> changes;
  std::vector<std::string> texts;  // describe() of each, in the language of their first reader

  // What they were made of.
  struct Basis {
    std::size_t generation = 0;
    std::size_t interventions = 0;
    std::int64_t planned_steps = 0;
    std::size_t evaluations = 0;
    std::int64_t last_step = 0;
    double last_seconds = 0.0;
    friend bool operator==(const Basis&, const Basis&) = default;
  };
  Basis basis;

  [[nodiscard]] std::size_t size() const {
    return changes.size();
  }
};

// Made when the run has changed, else those of the last call: every chart asks at every refresh.
// Valid until the next call for this run after a change of it.
[[nodiscard]] const LiveChanges& liveChangesOf(const RunSeries& run);

// "Before step 121: KD weight 1 -> 0.5"; "Steps 121 to 140: KD weight 1 -> 0.5" of one that took
// several. "KD weight 1 -> 0.5 and back" where it ended as it began.
[[nodiscard]] std::string describe(const LiveChange& change);

}  // namespace w2s::ui
