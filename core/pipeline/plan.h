// From a configuration to stages: pure data, which a window can draw before anything runs.
//
//   weak_supervisor -> weak_labels -> student
//   features ------------------------^  ^      features exist only where the strong backbone is frozen
//        \-> ceiling                           ceiling and student train side by side
//   common_ceiling, weak_rows_reference        only where the configuration asks for them, the first where it is not the
//                                              ceiling itself; they start after what the student's first step needs
//
// A stage's fingerprint is the hash of everything that can change its result: the version of its
// code, its own part of the configuration, its rows, its inputs' fingerprints, seed and device.
// Changing an objective weight changes the student's fingerprint alone. A common ceiling's
// fingerprint is that of the ceiling of the experiment it is taken from, so that the cache gives
// the one for the other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/config/experiment_config.h"
#include "core/record/event.h"

namespace w2s::pipeline {

// Raise it when a frozen backbone computes otherwise; in the fingerprints of stages and of cached
// features.
inline constexpr int kFeaturesVersion = 3;

// What a plan needs to know beyond the configuration.
struct PlanInputs {
  std::int64_t seed = 0;
  std::string device;     // resolved: "cpu", "cuda:0"
  std::string data;       // fingerprint of the data set's files
  std::string weak_rows;  // hashes of row lists
  std::string transfer_rows;
  std::string validation_rows;
  std::string test_rows;
  std::string weak_backbone;  // hash of stored weights; empty where nothing is stored
  std::string strong_backbone;
  std::string common_backbone;  // of the common ceiling
  // > 0: ceilings and references are trained to this number of steps, since the run is trained on
  // to it.
  std::int64_t ceiling_steps = 0;
};

// In an order that respects the needs. `cached` is left false: only a cache can tell.
[[nodiscard]] std::vector<record::PlannedStage> makePlan(const config::ExperimentConfig& config,
                                                         const PlanInputs& inputs);

// Whether the model's backbone stays as it is, so that its features can be computed once.
[[nodiscard]] bool usesFrozenFeatures(const config::ModelConfig& model);
// What trains the common ceiling: its own recipe or the student's.
[[nodiscard]] const config::OptimizerConfig& commonRecipe(const config::ExperimentConfig& config);
[[nodiscard]] bool isTree(const config::ModelConfig& model);
// Steps between evaluations: as configured, or chosen by the number of steps alone (never by
// measured time, so that series stay reproducible): about 40 a run for a head on cached features
// and about 10 where each evaluation runs a backbone over all rows, rounded down to 1, 2 or 5 times
// a power of ten.
[[nodiscard]] std::int64_t evaluationInterval(const config::EvaluationConfig& evaluation,
                                              const config::ModelConfig& model, std::int64_t steps);

}  // namespace w2s::pipeline
