// Turns what a training stage reports into events of its run, keeps its record for the cache,
// writes its checkpoints. Thread: the stage's.
#pragma once

#include <vector>

#include "core/pipeline/run_context.h"
#include "core/train/trainer.h"

namespace w2s::pipeline {

class StageReport final : public train::TrainingReport {
 public:
  // `completed_steps` of the checkpoint the stage goes on from, 0 for a fresh start: evaluations
  // recorded later than that will come again.
  StageReport(RunContext& context, const record::PlannedStage& stage, std::int64_t completed_steps);

  Status onSteps(record::StepBlock rows) override;
  Status onPredictions(const train::Evaluator::Result& result) override;
  Status onEvaluation(const metrics::Evaluation& evaluation) override;
  Status onIntervention(const record::Intervention& intervention) override;
  void onBreak() override;
  void onBackAtWork() override;
  Status onPaused() override;
  Status onContinued() override;
  Status onCheckpoint(const train::TrainingState& state) override;
  Result<std::optional<record::DivergenceDecision>> onDivergence(
      std::int64_t step, const std::string& term, std::int64_t last_good_step) override;
  Status onRewound(std::int64_t step) override;

  // All evaluations of the stage, those before a resumption included.
  [[nodiscard]] const std::vector<metrics::Evaluation>& evaluations() const {
    return evaluations_;
  }

 private:
  RunContext& context_;
  const record::PlannedStage& planned_;
  const record::StageId& stage_;
  std::vector<metrics::Evaluation> evaluations_;
  std::int64_t checkpoint_step_;  // of the checkpoint that lies in the run folder; 0: there is none
};

}  // namespace w2s::pipeline
