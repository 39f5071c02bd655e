// The strong model in training, the same for ceiling and student: equal start, equal batches, so that their difference
// is the supervision's. Engine-internal.
#pragma once

#include <memory>

#include "core/experiment/stages/stage_parts.h"

namespace w2s::experiment {

struct StrongModel {
  std::unique_ptr<train::Trainable> trainable;
  NamedTensors tensors;  // for the cache and checkpoints of models: shared with the trainable
};

[[nodiscard]] Result<StrongModel> makeStrongModel(RunContext& context);

// Setup common to both: optimiser, rows, seed, evaluation interval, device.
[[nodiscard]] train::TrainingSetup strongSetup(RunContext& context, StageKind stage, train::Trainable& model);

// [N,K] class probabilities of a split, on the CPU.
[[nodiscard]] at::Tensor probabilitiesOf(train::Trainable& model, train::EvaluationSplit split);

// Ground truth of the transfer rows as training targets, [N] int64; rows beyond `fraction` (a seeded choice) are -1.
[[nodiscard]] at::Tensor transferTargets(RunContext& context, double fraction);

}  // namespace w2s::experiment
