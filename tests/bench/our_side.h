// What the lab itself needs for the work that the peers do: the engine's own training loop,
// features and objective.
#pragma once

#include <cstdint>
#include <vector>

#include "tests/bench/bench_problem.h"

namespace w2s::bench {

// Shape and settings of a training that both sides do; written into the peers' folder.
struct TrainingTask {
  config::ObjectiveConfig objective;  // constant weights: the peers know no schedule
  config::OptimizerConfig optimizer;  // AdamW, constant rate
};

struct Training {
  double steps_per_second = 0.0;     // without the first steps, which warm caches
  double median_step_seconds = 0.0;  // the same steps
  std::vector<double> losses;        // one a step
};

// The batch order that the engine's loop takes: [steps, batch_rows] rows.
[[nodiscard]] std::vector<std::vector<std::int64_t>> batchOrder(const Problem& problem,
                                                                const TrainingTask& task);

[[nodiscard]] Result<Training> trainLinearHead(const Problem& problem, const TrainingTask& task);
[[nodiscard]] Result<Training> fineTune(const Problem& problem, const TrainingTask& task);

// Images a second of the features stage's work, without reading and caching.
[[nodiscard]] Result<double> extractionRate(const Problem& problem);

struct ObjectiveTime {
  const char* name;
  double microseconds;  // a call: values and gradient, 128 x 10
};
[[nodiscard]] std::vector<ObjectiveTime> objectiveTimes(const Problem& problem, int calls);

}  // namespace w2s::bench
