// The strong model in training, the same for ceiling and student: equal start, equal batches, so
// that their difference is the supervision's. The reference of the common ceiling is trained the
// same way, from the same seeds, so that it is the ceiling of the experiment that has it as its
// strong model. Engine-internal.
#pragma once

#include <memory>
#include <vector>

#include "core/pipeline/plan.h"
#include "core/pipeline/stages/stage_parts.h"

namespace w2s::pipeline {

// Which strong model, and how it is trained. Refers to the run's configuration and features.
struct StrongRole {
  const config::ModelConfig& model;
  const config::OptimizerConfig& optimizer;
  const data::Split& split;  // it is trained on
  std::vector<std::string_view> judged_on = {data::split::kTest};
  const train::SplitTensors* features = nullptr;  // of a frozen backbone
};

// Of student and ceiling: the configured strong model on the features at the port "features".
[[nodiscard]] StrongRole ownRole(const StageContext& context);

// The inputs of both: the features, where the plan has them.
[[nodiscard]] std::vector<record::StageInput> strongInputs(const PlanDraft& draft);

struct StrongModel {
  std::unique_ptr<train::Trainable> trainable;
  NamedTensors tensors;  // for the cache and checkpoints of models: shared with the trainable
};

[[nodiscard]] Result<StrongModel> makeStrongModel(StageContext& context, const StrongRole& role);

// Setup common to all: optimiser, rows, seed, evaluation interval, device.
[[nodiscard]] train::TrainingSetup strongSetup(StageContext& context, const StrongRole& role,
                                               train::Trainable& model);

// [N,K] class probabilities of a split, on the CPU.
[[nodiscard]] at::Tensor probabilitiesOf(train::Trainable& model, std::string_view split);

// Ground truth of the weak rows with the configured noise: what trains the weak supervisor.
[[nodiscard]] data::Labels weakTrainingLabels(const RunSetup& setup);

// Ground truth of the transfer rows as training targets, [N] int64; rows beyond `fraction` (a
// seeded choice) are -1.
[[nodiscard]] at::Tensor transferTargets(StageContext& context, double fraction);

}  // namespace w2s::pipeline
