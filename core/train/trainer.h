// The one training loop: weak supervisor, ceiling and student differ only in what they are given.
//
// Each step: adopt live changes, take the next batch, forward, objective (value and gradient in
// closed form), backward, optimiser. Evaluation, checkpoints and reporting go through
// TrainingReport; the loop itself knows no events or windows. On a GPU only evaluations, checkpoints
// and a full recorder (1,024 steps) read from the device.
//
// Without a loss no step is taken. While all weights are 0 (they are live) steps are counted and
// recorded, but the parameters stay: momentum and weight decay alone must not move a model. Once
// all weights are switched off for good, because the student passed the weak supervisor, the
// training ends there and says why (TrainingOutcome::ended_early).
//
// Rows of weight 0 do not train: nothing of them reaches loss or gradient. A batch without any other
// row has gradient 0, as one without ground truth has for a ground-truth term; momentum and weight
// decay still move the model.
//
// Equal configuration and seed give bit-equal series on one build and thread count, whatever else
// runs, whether paused, stepped, paced, stopped and resumed, or replayed with its interventions.
// Thread: run() works on the calling thread until the training is over or stopped.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/base/seed.h"
#include "core/config/experiment_config.h"
#include "core/record/event.h"
#include "core/record/run_control.h"
#include "core/train/evaluator.h"
#include "core/train/last_good_state.h"
#include "core/train/trainable.h"
#include "core/train/training_state.h"

namespace w2s::train {

// Where a batch's weak probabilities come from.
class Supervision {
 public:
  virtual ~Supervision() = default;
  // What weakProbabilities() reads of a batch beside its rows.
  [[nodiscard]] virtual Needs needs() const {
    return {};
  }
  // [B,K] float32, rows sum to 1.
  [[nodiscard]] virtual at::Tensor weakProbabilities(const Batch& batch) = 0;
};

// Makes a batch's inputs (gathers, scales, augments). Given when model or supervision need them.
class BatchInputs {
 public:
  virtual ~BatchInputs() = default;
  // `step` seeds the augmentation, so that a resumed run sees the same inputs.
  [[nodiscard]] virtual models::Inputs inputs(const at::Tensor& rows, std::int64_t step) = 0;
};

struct TrainingSetup {
  record::StageId stage = record::stage::kStudent;
  config::ObjectiveConfig objective;  // ignored by stages that train on ground truth alone
  config::OptimizerConfig optimizer;
  std::int64_t evaluate_every = 10;  // steps, > 0
  std::int64_t rows = 0;             // of the training split
  Seed seed{0};                      // of this stage
  bool evaluates_initial =
      false;  // also before the first step; such an evaluation is never selected
  at::Device device = at::kCPU;
  Trainable* model = nullptr;
  BatchInputs* batch_inputs = nullptr;  // may be null
  Supervision* supervision = nullptr;   // null: ground truth alone
  at::Tensor targets;      // [rows] int64, -1 = ground truth must not be used; may be undefined
  at::Tensor row_weights;  // [rows] float32 >= 0 on the device, see objective.h; undefined: all 1
  const Evaluator* evaluator = nullptr;
  double weak_validation_accuracy =
      2.0;  // the bar of off_when_student_passes; 2 = cannot be passed
  // Interventions to repeat at their steps, ordered by step: of a replayed run, or of a resumed one
  // after its checkpoint.
  std::vector<record::Intervention> replay;
  // Follows RunControl::takeChanges; off for replays and for other stages than the student.
  bool accepts_changes = false;
  LastGoodPlace last_good;
};

// How the loop reports. Called on the training thread. A failed Status (full disk) ends the
// training with that error.
class TrainingReport {
 public:
  virtual ~TrainingReport() = default;
  virtual Status onSteps(record::StepBlock rows) = 0;
  // The predictions of the evaluation that is reported next.
  virtual Status onPredictions([[maybe_unused]] const Evaluator::Result& result) {
    return {};
  }
  virtual Status onEvaluation(const metrics::Evaluation& evaluation) = 0;
  virtual Status onIntervention(const record::Intervention& intervention) = 0;
  // The thread waits because the run is paused or waits for a decision; it works again. In
  // pairs, for whoever counts the time of working.
  virtual void onBreak() {}
  virtual void onBackAtWork() {}
  virtual Status onPaused() = 0;
  virtual Status onContinued() = 0;
  // Called when enough time has passed since the last one, before a pause, and when the training is
  // stopped. The state shares the model's tensors: it is written before this returns.
  virtual Status onCheckpoint(const TrainingState& state) = 0;
  // The loss is not finite. The decision to act on; empty: stop. An error ends the training.
  virtual Result<std::optional<record::DivergenceDecision>> onDivergence(
      std::int64_t step, const std::string& term, std::int64_t last_good_step) = 0;
  virtual Status onRewound(std::int64_t step) = 0;
};

struct TrainingOutcome {
  bool stopped = false;  // on request, before the last step
  // Why the training ended before its last step without being stopped; empty: it did not.
  Sentence ended_early;
  TrainingState state;  // after the last step taken; shares the model's tensors
  metrics::Evaluation last_evaluation;
  // Of this training, since it started or was started again (training_time.h).
  double seconds = 0.0;
};

class Trainer {
 public:
  Trainer(TrainingSetup setup, record::RunControl& control, TrainingReport& report);
  ~Trainer();
  Trainer(const Trainer&) = delete;
  Trainer& operator=(const Trainer&) = delete;

  // Continues from a checkpoint; call before run(). Errors: those of checkFits().
  [[nodiscard]] Status restore(const TrainingState& state);
  [[nodiscard]] Result<TrainingOutcome> run();

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace w2s::train
