// What the stages of one run share while it goes on: configuration, data, cache, run folder,
// levers, and each other's results. Engine-internal (holds tensors).
//
// Threads: stages of one run may work at once. emit() and fail() are thread-safe; a result is
// written by the stage that makes it and read only by stages that need it, which start after it.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/base/seed.h"
#include "core/config/experiment_config.h"
#include "core/data/dataset.h"
#include "core/data/splits.h"
#include "core/pipeline/feature_bank.h"
#include "core/record/event.h"
#include "core/record/run_control.h"
#include "core/record/run_request.h"
#include "core/record/work_clock.h"
#include "core/store/recorded_run.h"
#include "core/store/run_folder.h"
#include "core/store/stage_cache.h"
#include "core/supervision/weak_labels.h"
#include "core/supervision/weak_model.h"
#include "core/train/linear_probe.h"
#include "core/train/training_state.h"

namespace w2s::pipeline {

// What a run is made of, fixed before its first stage.
struct RunSetup {
  config::ExperimentConfig config;
  std::int64_t seed = 0;
  at::Device device = at::kCPU;
  std::shared_ptr<data::DataSource> source;
  data::Splits splits;
  data::Labels train_labels;  // of the whole official files
  data::Labels test_labels;
  std::string strong_weights;  // hash of the strong backbone's file; empty where it has none
  std::vector<record::PlannedStage> stages;
  store::StageCache cache{{}};
  // Interventions to repeat; a run that is replayed whole takes no live changes.
  std::vector<record::Intervention> replay;
  bool is_replay = false;
  record::OnDivergence on_divergence = record::OnDivergence::Wait;
  // What a continued run already holds: stages in `recorded_whole` are not told again.
  std::set<record::StageId> recorded_whole;
  std::map<record::StageId, std::vector<metrics::Evaluation>> recorded_evaluations;
  double worked_seconds = 0.0;           // on a continued run, before
  bool ground_truth_was_raised = false;  // by a live change in an earlier part of a continued run
  std::shared_ptr<FeatureBank> feature_bank;  // of the engine: what its runs make together

  [[nodiscard]] Seed seedOf(std::string_view purpose) const {
    return Seed(static_cast<std::uint64_t>(seed)).child(purpose);
  }
};

// The outcome of a model's stage that later stages and the summary read.
struct ModelResult {
  at::Tensor test_probabilities;      // [N,K] float32, CPU
  at::Tensor transfer_probabilities;  // [N,K]
  metrics::Evaluation last;
};

struct StudentResult : ModelResult {
  train::Candidate best_agreement;
  train::Candidate oracle;
};

class RunContext {
 public:
  RunContext(RunSetup setup, store::RunWriter writer, record::EventSink& sink);

  const RunSetup setup;
  record::RunControl control;
  record::WorkClock clock;  // runs while a thread works on a stage, helps with one or concludes

  // Results, each written once by its stage.
  std::shared_ptr<const supervision::WeakModel>
      weak_model;  // loaded when live supervision needs it
  supervision::WeakLabels weak_labels;
  metrics::Performance weak_test;
  train::SplitFeatures features;  // scaled, on the device; only with a frozen strong backbone
  ModelResult ceiling;
  ModelResult common_ceiling;  // only where the plan has that stage
  StudentResult student;

  [[nodiscard]] const std::string& id() const {
    return id_;
  }
  [[nodiscard]] Seed seedOf(std::string_view purpose) const {
    return setup.seedOf(purpose);
  }
  [[nodiscard]] const record::PlannedStage& planned(const record::StageId& stage) const;
  [[nodiscard]] bool isPlanned(const record::StageId& stage) const;
  [[nodiscard]] std::int64_t classes() const {
    return setup.source->card().classes();
  }

  // Writes the event to the run folder, then hands it to the sink. A failed write (full disk) is
  // the caller's failure.
  [[nodiscard]] Status emit(const record::Event& event);
  // The same, left out for a stage whose record is already complete.
  [[nodiscard]] Status emitOf(const record::StageId& stage, const record::Event& event);

  // What a stage's model gives the test rows, written to the run folder for whoever looks at
  // examples: predicted classes and their probabilities, [N] each in the order of the test split.
  // Call it before the evaluation is told.
  [[nodiscard]] Status recordPredictions(const record::StageId& stage, std::int64_t step,
                                         const std::vector<std::int64_t>& classes,
                                         const std::vector<float>& confidences);
  // The same for a stage from the cache; into a cache entry for later runs. A run or an entry of an
  // earlier version of the program may have none: nothing happens.
  [[nodiscard]] Status takePredictions(const record::StageId& stage,
                                       const store::StageEntry& entry);
  [[nodiscard]] Status givePredictions(const record::StageId& stage,
                                       const store::StageWriter& entry);

  // The first failure wins; the other stages are asked to stop.
  void fail(const Error& error, std::optional<record::StageId> stage);
  [[nodiscard]] bool hasFailed() const;
  // A stage that found the run paused, or going on again. Told once a run, whichever stage comes first.
  [[nodiscard]] Status tellPaused();
  [[nodiscard]] Status tellContinued();
  // Takes back a run that could not even be announced: its folder goes, as if it had never been asked for.
  void abandon();
  // Computes the summary, saves the predictions and summary.json.
  [[nodiscard]] Result<record::RunSummary> summarise();
  // Ends the run with its one terminal event: the failure, the summary, or else the stop. Does not
  // throw. After it nothing is told any more, and the stages' results are gone.
  void conclude(const std::optional<record::RunSummary>& summary);
  [[nodiscard]] bool isOver() const {
    return is_over_;
  }

  // Checkpoint files and recorded series of a training stage.
  [[nodiscard]] std::filesystem::path checkpointFile(const record::StageId& stage);
  [[nodiscard]] std::filesystem::path folder();
  [[nodiscard]] Status sync();
  // A live change of the ground-truth weight: the result is flagged even if the configuration has none.
  void noteGroundTruth() {
    used_ground_truth_ = true;
  }
  // Completed training steps, for messages about failures.
  void noteStep(const record::StageId& stage, std::int64_t step) {
    last_steps_.at(stage) = step;
  }

 private:
  [[nodiscard]] Status emitLocked(const record::Event& event);
  [[nodiscard]] Status savePredictions();
  // Null: the configuration asks for none. The ceiling itself where it is the common one.
  [[nodiscard]] const ModelResult* commonCeiling() const;

  std::string id_;
  store::RunWriter writer_;
  store::PredictedRows predicted_rows_;
  record::EventSink& sink_;
  std::mutex emit_mutex_;
  bool pause_told_ = false;  // guarded by emit_mutex_
  mutable std::mutex failure_mutex_;
  std::optional<record::RunFailed> failure_;
  std::map<record::StageId, std::atomic<std::int64_t>> last_steps_;  // of the planned stages
  std::atomic<bool> used_ground_truth_{false};
  std::atomic<bool> is_over_{false};
};

}  // namespace w2s::pipeline
