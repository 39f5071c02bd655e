// What the stage functions share: features of a frozen backbone with progress and controls, and the
// training of one stage from setup to record. Engine-internal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/pipeline/stage_context.h"
#include "core/pipeline/stage_type.h"
#include "core/pipeline/stages/frozen_features.h"
#include "core/pipeline/stages/read_features.h"
#include "core/pipeline/stages/stage_inputs.h"
#include "core/train/trainer.h"

namespace w2s::pipeline {

// Features of a frozen backbone (frozen_features.h), reported as progress of the stage, paused and
// stopped like any other work of the run.
struct FeatureRequest {
  data::Rows rows;
  std::int64_t done_before = 0;  // rows of the stage's earlier requests, for its progress
  std::int64_t total = 0;        // rows of all its requests; 0: no progress is reported
};
[[nodiscard]] Result<CachedFeatures> frozenFeatures(StageContext& context,
                                                    const FeatureSource& source,
                                                    const FeatureRequest& request);

// featureReaders of read_features.h, reported and stopped in the same way.
[[nodiscard]] Result<train::SplitTensors> featureReaders(
    StageContext& context, const config::ModelConfig& model, std::string_view trained_on,
    const std::vector<std::string_view>& splits);

// What an idle worker can do for the run: chunks of the features its stages wait for. Its failures
// are for the log: a chunk that fails is tried again by the stage that needs it.
[[nodiscard]] Status helpRun(RunContext& run);

// Trains from a checkpoint or from the start and reports everything. The outcome of the context is
// filled in. A stop on request is an outcome (`stopped`), not an error.
[[nodiscard]] Result<train::TrainingOutcome> trainStage(StageContext& context,
                                                        train::TrainingSetup setup);

// Reads a tensor file of a cache entry; empty: it is missing or damaged.
[[nodiscard]] NamedTensors tensorsOf(const store::StageEntry& entry, const char* file);

// The answers of a trained model in a new cache entry, and back; empty: the entry cannot be used.
[[nodiscard]] Status saveAnswers(const StageContext& context, const store::StageWriter& entry);
[[nodiscard]] std::optional<AnswerArtifact> answersOf(const store::StageEntry& entry);
// Performance before the first step; n = 0 where it was not evaluated.
[[nodiscard]] metrics::Performance initialOf(const std::vector<metrics::Evaluation>& evaluations);

}  // namespace w2s::pipeline
