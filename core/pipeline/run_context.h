// What the stages of one run share while it goes on: configuration, data, cache, run folder,
// controls, and what each stage gives to those after it. A stage function sees its StageContext
// alone. Engine-internal (holds tensors).
//
// Threads: stages of one run may work at once; every method may be called from any of their
// threads.
#pragma once

#include <atomic>
#include <functional>
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
#include "core/pipeline/artifact.h"
#include "core/pipeline/feature_bank.h"
#include "core/pipeline/plan.h"
#include "core/record/event.h"
#include "core/record/run_control.h"
#include "core/record/run_request.h"
#include "core/record/work_clock.h"
#include "core/store/recorded_run.h"
#include "core/store/run_folder.h"
#include "core/store/stage_cache.h"

namespace w2s::pipeline {

// What a run is made of, fixed before its first stage.
struct RunSetup {
  config::ExperimentConfig config;
  std::int64_t seed = 0;
  at::Device device = at::kCPU;
  std::shared_ptr<data::Dataset> dataset;
  data::Splits splits;
  PlanInputs plan_inputs;
  std::vector<record::PlannedStage> stages;
  store::StageCache cache{{}};
  // Interventions to repeat; a run that is replayed whole takes no live changes.
  std::vector<record::Intervention> replay;
  bool is_replay = false;
  record::OnDivergence on_divergence = record::OnDivergence::Wait;
  bool is_fresh = false;  // trains the student even where the cache has it
  // What a continued run already holds: the record of stages in `recorded_whole` is complete; those
  // in `resumed` go on from a checkpoint.
  std::set<record::StageId> recorded_whole;
  std::set<record::StageId> resumed;
  std::map<record::StageId, std::vector<metrics::Evaluation>> recorded_evaluations;
  double worked_seconds = 0.0;           // on a continued run, before
  bool was_steered = false;              // by live changes in an earlier part of a continued run
  bool ground_truth_was_raised = false;  // by a live change in an earlier part of a continued run
  std::shared_ptr<FeatureBank> feature_bank;  // of the engine: what its runs make together

  [[nodiscard]] Seed seedOf(std::string_view purpose) const {
    return Seed(static_cast<std::uint64_t>(seed)).child(purpose);
  }
};

// What an engine does when a thread of the run waits, and when it goes on: another takes its
// worker meanwhile; and when its stage is slowed down: others that need the same one no longer wait.
struct WorkerHooks {
  std::function<void()> release = [] {};
  std::function<void()> acquire = [] {};
  std::function<void()> slow_down = [] {};
};

class RunContext {
 public:
  // `control` and `sink` outlive the context.
  RunContext(RunSetup setup, store::RunWriter writer, record::EventSink& sink,
             record::RunControl& control, WorkerHooks hooks = {});

  const RunSetup setup;
  record::RunControl& control;
  record::WorkClock clock;  // runs while a thread works on a stage, helps with one or concludes

  // The record of the stage holds a part of it, and a checkpoint to go on from.
  [[nodiscard]] bool goesOnFromCheckpoint(const record::StageId& stage) const {
    return setup.resumed.contains(stage) && !replanned_.contains(stage);
  }

  // What a stage gives to the stages after it, once, before it is reported as done.
  void give(const record::StageId& stage, Artifact artifact);
  // Of a stage that is done.
  [[nodiscard]] const Artifact& output(const record::StageId& stage) const;
  // Null: the stage gave none.
  [[nodiscard]] const AnswerArtifact* answersOf(const record::StageId& stage) const;
  void noteDone(const record::StageId& stage);
  // Whether the stage may start: every stage that gives it an input is done.
  [[nodiscard]] bool hasInputsOf(const record::StageId& stage) const;
  [[nodiscard]] bool allDone() const;

  [[nodiscard]] const std::string& id() const {
    return id_;
  }
  [[nodiscard]] Seed seedOf(std::string_view purpose) const {
    return setup.seedOf(purpose);
  }
  [[nodiscard]] const record::PlannedStage& planned(const record::StageId& stage) const;
  // The stage is to be run again as planned here: voids its record and its checkpoint. While no
  // stage is at work.
  [[nodiscard]] Status replan(const record::PlannedStage& planned);
  // The first stage whose kind gives that part of the summary; null: the plan has none.
  [[nodiscard]] const record::PlannedStage* plannedFor(SummaryPart part) const;
  [[nodiscard]] std::int64_t classes() const {
    return setup.dataset->card().classes();
  }

  // Writes the event to the run folder, then hands it to the sink. A failed write (full disk) is
  // the caller's failure.
  [[nodiscard]] Status emit(const record::Event& event);
  // The same, left out for a stage whose record is already complete.
  [[nodiscard]] Status emitOf(const record::StageId& stage, const record::Event& event);

  // Records what was found unsound: see store::RunWriter.
  [[nodiscard]] Status note(const std::string& text) {
    return writer_.note(text);
  }

  // What a stage's model gives the test rows, written to the run folder for whoever looks at
  // examples: predicted classes and their probabilities, [N] each in the order of the test split.
  // Call it before the evaluation is reported.
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
  // The same where there is no memory to say more. Does not throw.
  void failForMemory();
  [[nodiscard]] bool hasFailed() const;
  // A stage that finds the run paused, or going on again. Reported once a run, whichever stage
  // comes first.
  [[nodiscard]] Status reportPaused();
  [[nodiscard]] Status reportResumed();
  // Deletes the folder of a run whose RunStarted event could not be written.
  void abandon();
  // See store::RunWriter.
  [[nodiscard]] Status writeSummary(const record::RunSummary& summary) {
    return writer_.writeSummary(summary);
  }
  // Ends the run with its one terminal event: the failure, the summary, or else the stop; a failure
  // too if its record cannot be completed. Does not throw. After it nothing is reported any more,
  // and the stages' results are gone.
  void conclude(const std::optional<record::RunSummary>& summary);
  [[nodiscard]] bool isOver() const {
    return is_over_;
  }

  // Checkpoint files and recorded series of a training stage.
  [[nodiscard]] std::filesystem::path checkpointFile(const record::StageId& stage);
  // Before the checkpoint after `step` steps is written over that after `present_step` steps: a later
  // one keeps the present one beside it, an earlier one follows a rewind, which voids what is beyond.
  [[nodiscard]] Status makeRoomForCheckpoint(const record::StageId& stage, std::int64_t step,
                                             std::int64_t present_step);
  [[nodiscard]] std::filesystem::path folder();
  // See store::RunWriter.
  [[nodiscard]] Status checkFolder() const {
    return writer_.checkFolder();
  }
  // Before a stage's first rows: see store::RunWriter.
  [[nodiscard]] Status prepareSeries(const record::PlannedStage& stage);
  [[nodiscard]] Status sync();
  [[nodiscard]] std::filesystem::path seriesFile(const record::StageId& stage) const;
  // A live change was adopted: the result is not the configuration's alone. `reads_ground_truth`:
  // it is flagged even if the configuration reads none.
  void noteChange(bool reads_ground_truth);
  [[nodiscard]] bool wasSteered() const {
    return was_steered_;
  }
  // By a live change, now or in an earlier part of a continued run.
  [[nodiscard]] bool usedGroundTruth() const {
    return used_ground_truth_;
  }
  // The calling thread waits because the run is paused, or works again. In pairs.
  void beginBreak();
  void endBreak();
  // The stage of this thread is held to a speed, which may make hours of it.
  void slowDown() {
    hooks_.slow_down();
  }
  // A stage waits in a pause: no other one begins now, which would take its place when it goes on.
  [[nodiscard]] bool holdsStages() const {
    return breaks_ > 0 && control.isPaused();
  }
  // Completed training steps, for messages about failures.
  void noteStep(const record::StageId& stage, std::int64_t step) {
    last_steps_.at(stage) = step;
  }

 private:
  [[nodiscard]] bool isRecorded(const record::StageId& stage) const;
  [[nodiscard]] Status emitLocked(const record::Event& event);
  // Writes the terminal event and closes the record. What the run then ended with.
  [[nodiscard]] record::Event recordEnd(const std::optional<record::RunSummary>& summary);

  std::string id_;
  store::RunWriter writer_;
  store::PredictedRows predicted_rows_;
  record::EventSink& sink_;
  std::mutex emit_mutex_;
  WorkerHooks hooks_;
  std::atomic<int> breaks_{0};
  mutable std::mutex outputs_mutex_;
  std::map<record::StageId, Artifact> outputs_;  // nodes stay where they are
  std::set<record::StageId> done_;
  std::map<record::StageId, record::PlannedStage> replanned_;
  bool pause_was_reported_ = false;  // guarded by emit_mutex_
  mutable std::mutex failure_mutex_;
  std::optional<record::RunFailed> failure_;
  std::atomic<bool> is_out_of_memory_{false};
  std::map<record::StageId, std::atomic<std::int64_t>> last_steps_;  // of the planned stages
  std::atomic<bool> used_ground_truth_{false};
  std::atomic<bool> was_steered_{false};
  std::atomic<bool> is_over_{false};
};

// Within a shift: the calling thread waits in this scope.
class PausedWork {
 public:
  explicit PausedWork(RunContext& run) : run_(run) {
    run_.beginBreak();
  }
  ~PausedWork() {
    run_.endBreak();
  }
  PausedWork(const PausedWork&) = delete;
  PausedWork& operator=(const PausedWork&) = delete;

 private:
  RunContext& run_;
};

}  // namespace w2s::pipeline
