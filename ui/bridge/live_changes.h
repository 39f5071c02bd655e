// Live changes as people made them. While a slider is drawn, the window sends its value several
// times a second, and each that the student adopts is an intervention of its own: a replay needs
// all of them, people made one change.
//
// The rule: interventions of one parameter that follow each other, each going on from the value
// where the one before it ended, are one change as long as at most kGestureSeconds of the student's
// training lie between two of them, or one step. Its clock is recorded at evaluations and
// interpolated between them (charts/course.h); where it is not recorded, kGestureShare of the
// planned steps count as so long. It depends on the run alone: charts, table and log tell the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ui/bridge/run_series.h"

namespace w2s::ui {

inline constexpr double kGestureSeconds = 0.75;
inline constexpr double kGestureShare = 0.02;

struct LiveChange {
  experiment::LiveParameter parameter = experiment::LiveParameter::KdWeight;
  std::int64_t first_step = 0;  // adopted before the batch with that index (0-based)
  std::int64_t last_step = 0;   // of its last intervention; the first where it is the only one
  double old_value = 0.0;
  double farthest = 0.0;  // from the old value, of all that it went through
  double new_value = 0.0;
  std::size_t interventions = 1;  // as recorded
};

// In order of step.
[[nodiscard]] std::vector<LiveChange> liveChangesOf(const RunSeries& run);

// "Before step 121: KD weight 1 -> 0.5"; "Steps 121 to 140: KD weight 1 -> 0.5" of one that took
// several. "KD weight 1 -> 0.5 and back" where it ended as it began.
[[nodiscard]] std::string describe(const LiveChange& change);

}  // namespace w2s::ui
