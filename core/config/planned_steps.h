// What training a run on to more steps means for its schedules.
//
// Warm-up, linear and cosine decay run over the planned number of steps (schedule_config.h). A run
// that is trained on has gone through them for fewer steps than a run that was planned longer from
// its start, so the two differ; without such schedules they are equal to the bit.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/sentence.h"
#include "core/config/experiment_config.h"

namespace w2s::config {

// Keys of the student's schedules that run over the planned steps and have a value:
// "objective.confidence_weight", "optimizer.learning_rate".
[[nodiscard]] std::vector<std::string> schedulesOverSteps(const ExperimentConfig& config);

// For whoever trains a run on: that its numbers are not those of a run of `steps` from the start,
// and why. `taken`: steps of the run so far. Empty where they are.
[[nodiscard]] Sentence whatMoreStepsMean(const ExperimentConfig& config, std::int64_t taken,
                                         std::int64_t steps);

}  // namespace w2s::config
