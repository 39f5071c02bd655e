// What the stage functions share: their inputs, a run's features, the training of one stage from
// setup to record. Engine-internal.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/pipeline/run_context.h"
#include "core/pipeline/stages/frozen_features.h"
#include "core/pipeline/stages/stage_inputs.h"
#include "core/train/trainer.h"

namespace w2s::pipeline {

// Features of a frozen backbone (frozen_features.h), reported as progress of `stage`, paused and
// stopped like any other work of the run.
struct FeatureRequest {
  record::StageId stage = record::stage::kFeatures;
  data::Part part = data::Part::Train;
  std::vector<std::int64_t> rows;
  std::int64_t done_before = 0;  // rows of the stage's earlier requests, for its progress
  std::int64_t total = 0;        // rows of all its requests; 0: no progress is told
};
[[nodiscard]] Result<CachedFeatures> frozenFeatures(RunContext& context,
                                                    const FeatureSource& source,
                                                    const FeatureRequest& request);

// Runs one stage to its end (or to a requested stop) and fills its part of the context.
[[nodiscard]] Status runStage(RunContext& context, const record::StageId& stage);

// What an idle worker can do for the run: chunks of the features its stages wait for. Its failures
// are for the log: a chunk that fails is tried again by the stage that needs it, and features that
// cannot be cached still serve the run.
[[nodiscard]] Status helpRun(RunContext& context);

// Trains from a checkpoint or from the start, reports everything, and returns the outcome. A stop
// on request is an outcome, not an error.
struct TrainedStage {
  train::TrainingOutcome outcome;
  std::vector<metrics::Evaluation> evaluations;
};
[[nodiscard]] Result<TrainedStage> trainStage(RunContext& context, train::TrainingSetup setup);

// Sends the recorded series and evaluations of a cached stage, as if it had just run.
[[nodiscard]] Status tellRecorded(RunContext& context, const record::StageId& stage,
                                  const store::StageEntry& entry);

// Puts a finished training stage into the cache: its series and evaluations, and the tensors given.
[[nodiscard]] Status cacheTrained(RunContext& context, const record::StageId& stage,
                                  const TrainedStage& trained, const NamedTensors& predictions,
                                  const NamedTensors& model);

// Each stage, in its own file.
[[nodiscard]] Status runWeakSupervisor(RunContext& context);
[[nodiscard]] Status runWeakLabels(RunContext& context);
[[nodiscard]] Status runFeatures(RunContext& context);
[[nodiscard]] Status runCeiling(RunContext& context);
[[nodiscard]] Status runCommonCeiling(RunContext& context);
[[nodiscard]] Status runStudent(RunContext& context);

}  // namespace w2s::pipeline
