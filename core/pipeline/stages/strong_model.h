// The strong model in training, the same for ceiling and student: equal start, equal batches, so
// that their difference is the supervision's. The reference of the common ceiling is trained the
// same way, from the same seeds, so that it is the ceiling of the experiment that has it as its
// strong model. Engine-internal.
#pragma once

#include <memory>

#include "core/pipeline/stages/stage_parts.h"

namespace w2s::pipeline {

// Which strong model, and how it is trained. Refers to the run's configuration and features.
struct StrongRole {
  record::StageId stage = record::stage::kStudent;
  const config::ModelConfig& model;
  const config::OptimizerConfig& optimizer;
  const train::SplitFeatures& features;  // of a frozen backbone
};

// Of student and ceiling; of the common ceiling, whose features are the caller's.
[[nodiscard]] StrongRole ownRole(const RunContext& context, const record::StageId& stage);
[[nodiscard]] StrongRole commonRole(const RunContext& context,
                                    const train::SplitFeatures& features);

struct StrongModel {
  std::unique_ptr<train::Trainable> trainable;
  NamedTensors tensors;  // for the cache and checkpoints of models: shared with the trainable
};

[[nodiscard]] Result<StrongModel> makeStrongModel(RunContext& context, const StrongRole& role);

// Setup common to all: optimiser, rows, seed, evaluation interval, device.
[[nodiscard]] train::TrainingSetup strongSetup(RunContext& context, const StrongRole& role,
                                               train::Trainable& model);

// [N,K] class probabilities of a split, on the CPU.
[[nodiscard]] at::Tensor probabilitiesOf(train::Trainable& model, train::EvaluationSplit split);

// Ground truth of the transfer rows as training targets, [N] int64; rows beyond `fraction` (a
// seeded choice) are -1.
[[nodiscard]] at::Tensor transferTargets(RunContext& context, double fraction);

}  // namespace w2s::pipeline
