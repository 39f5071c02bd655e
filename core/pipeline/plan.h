// From a configuration to stages: pure data, which a window can draw before anything runs.
//
//   weak_supervisor -> weak_labels -> student
//   features ------------------------^  ^      features exist only where the strong backbone is frozen
//        \-> ceiling                           ceiling and student train side by side
//   common_ceiling, weak_rows_reference        only where the configuration asks for them, the first
//                                              where it is not the ceiling itself; they start after
//                                              what the student's first step needs
//
// A stage's fingerprint is the hash of everything that can change its result: the version of its
// code, its own part of the configuration, its rows, its inputs' fingerprints, seed and device.
// Changing an objective weight changes the student's fingerprint alone. A common ceiling's
// fingerprint is that of the ceiling of the experiment it is taken from, so that the cache gives
// the one for the other.
//
// Each kind of stage plans itself (StageType::plan, stage_type.h), in the order of the list of kinds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
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
  std::string weak_labels =
      {};  // hash of those that another program made; empty: they are made here
  // > 0: ceilings and references are trained to this number of steps, since the run is trained on
  // to it.
  std::int64_t ceiling_steps = 0;
};

// What can change the result of a stage, beside device, data and seed.
struct Ingredients {
  std::string_view kind;  // two stages of one kind with equal ingredients share a cache entry
  int version = 0;        // raised whenever the stage's code changes what it computes
  std::vector<std::string> settings;  // canonical texts, hashes of rows and of stored weights
  std::vector<record::StageId> made_of = {};  // stages of the plan whose fingerprints count
};

// A plan that is being made: the stages so far.
class PlanDraft {
 public:
  // Both must live as long as the draft.
  PlanDraft(const config::ExperimentConfig& experiment, const PlanInputs& plan_inputs)
      : config(experiment), inputs(plan_inputs) {}

  const config::ExperimentConfig& config;
  const PlanInputs& inputs;

  // Null: the plan has no such stage (so far).
  [[nodiscard]] const record::PlannedStage* find(const record::StageId& id) const;
  // Adds a stage with the fingerprint of these ingredients. The reference holds until the next add().
  record::PlannedStage& add(record::PlannedStage described, const Ingredients& ingredients);
  // The one rule of fingerprints: kind, version, device, data, seed, settings, fingerprints of made_of.
  [[nodiscard]] std::string fingerprintOf(const Ingredients& ingredients) const;
  // The recipe of ceilings and references: the student's, for as many steps as it is trained.
  [[nodiscard]] config::OptimizerConfig ceilingRecipe() const;
  [[nodiscard]] const std::vector<record::PlannedStage>& stages() const {
    return stages_;
  }

  std::vector<record::PlannedStage> take() && {
    return std::move(stages_);
  }

 private:
  std::vector<record::PlannedStage> stages_;
};

// The stage trains for so many steps (0: not at all) with that objective, and measures its columns at
// each.
void setTraining(record::PlannedStage& stage, std::int64_t steps,
                 const config::ObjectiveConfig& objective);

// In an order that respects the needs. `cached` is left false: only a cache can tell. Defined with
// the list of kinds (stage_types.cpp).
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
