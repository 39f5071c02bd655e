// Several seeds of one experiment side by side: their evaluations at the steps that all of them
// have, so that a mean is always one of the same seeds.
//
// Which seeds count: those whose student is done, as soon as two are. Before that, those that are
// at least half as far as the furthest: a seed that has just begun does not pull the curve back to
// its first steps.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ui/bridge/run_series.h"

namespace w2s::ui {

struct SeedCourse {
  std::vector<const RunSeries*> runs;  // that count; fewer than two: there is no mean
  struct Row {
    double step = 0.0;
    std::vector<const metrics::Evaluation*> evaluations;  // of each of `runs`
  };
  std::vector<Row> rows;  // ascending
};

// Borrows from the runs.
[[nodiscard]] SeedCourse seedCourse(std::span<const RunSeries* const> runs,
                                    const record::StageId& stage);

}  // namespace w2s::ui
