#include "core/pipeline/stage_report.h"

#include <fmt/format.h>

#include "core/objective/terms.h"

namespace w2s::pipeline {
namespace {

// The section of the configuration with the stage's learning rate.
std::string recipeOf(const RunContext& context, const record::StageId& stage) {
  const auto& common = context.setup.config.common_ceiling;
  if (stage == record::stage::kWeak) {
    return "weak_optimizer";
  }
  const bool own = stage == record::stage::kCommonCeiling &&
                   std::holds_alternative<config::OwnRecipe>(common.recipe);
  return own ? "common_ceiling.recipe.optimizer" : "optimizer";
}

}  // namespace

StageReport::StageReport(RunContext& context, const record::PlannedStage& stage,
                         std::int64_t completed_steps)
    : context_(context), planned_(stage), stage_(stage.id), checkpoint_step_(completed_steps) {
  if (const auto earlier = context.setup.recorded_evaluations.find(stage_);
      earlier != context.setup.recorded_evaluations.end()) {
    evaluations_ = earlier->second;
    std::erase_if(evaluations_, [completed_steps](const auto& evaluation) {
      return evaluation.step > completed_steps;
    });
  }
}

Status StageReport::onSteps(record::StepBlock rows) {
  context_.noteStep(stage_, rows.lastStep());
  return context_.emitOf(stage_, record::StepsMeasured{.stage = stage_, .rows = std::move(rows)});
}

Status StageReport::onPredictions(const train::Evaluator::Result& result) {
  return context_.recordPredictions(stage_, result.evaluation.step, result.test_predictions,
                                    result.test_confidences);
}

Status StageReport::onEvaluation(const metrics::Evaluation& evaluation) {
  evaluations_.push_back(evaluation);
  return context_.emitOf(stage_, record::Evaluated{.stage = stage_, .evaluation = evaluation});
}

Status StageReport::onIntervention(const record::Intervention& intervention) {
  context_.noteChange(
      objective::weighsGroundTruth(context_.setup.config.objective, intervention.parameter.key()) &&
      intervention.new_value != 0.0);
  return context_.emit(record::Intervened{intervention});
}

void StageReport::onBreak() {
  context_.beginBreak();
}

void StageReport::onBackAtWork() {
  context_.endBreak();
}

Status StageReport::onPaused() {
  return context_.reportPaused();
}

Status StageReport::onContinued() {
  return context_.reportResumed();
}

Status StageReport::onCheckpoint(const train::TrainingState& state) {
  // First the record, then the checkpoint that refers to it: the series always reaches the
  // checkpoint.
  W2S_CHECK(context_.sync());
  W2S_CHECK(context_.makeRoomForCheckpoint(stage_, state.step, checkpoint_step_));
  W2S_CHECK(train::saveState(context_.checkpointFile(stage_), state, planned_.fingerprint));
  checkpoint_step_ = state.step;
  return {};
}

Result<std::optional<record::DivergenceDecision>> StageReport::onDivergence(
    std::int64_t step, const std::string& term, std::int64_t last_good_step) {
  context_.control.expectDecision();
  W2S_CHECK(context_.emit(record::Diverged{
      .stage = stage_, .step = step, .term = term, .last_good_step = last_good_step}));
  if (stage_ != record::stage::kStudent ||
      context_.setup.on_divergence == record::OnDivergence::Fail) {
    return w2s::fail(
        ErrorCode::NonFinite,
        sentence("The loss of the stage {} became NaN or infinite at step {} (term: {}). Lower "
                 "{}.learning_rate, or set {}.clip_norm.",
                 stage_, step, term, recipeOf(context_, stage_), recipeOf(context_, stage_)));
  }
  return context_.control.waitForDecision();
}

Status StageReport::onRewound(std::int64_t step) {
  std::erase_if(evaluations_, [step](const auto& evaluation) { return evaluation.step > step; });
  return context_.emit(record::Rewound{.stage = stage_, .step = step});
}

}  // namespace w2s::pipeline
