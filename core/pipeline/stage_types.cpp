#include <algorithm>
#include <array>

#include "core/pipeline/stage_type.h"

namespace w2s::pipeline {

// Each kind, in its own file of stages/.
StageType weakSupervisorStage();
StageType weakLabelsStage();
StageType featuresStage();
StageType ceilingStage();
StageType referenceStage();
StageType commonCeilingStage();
StageType studentStage();

std::span<const StageType> stageTypes() {
  // In the order of the plan: a kind that needs the stages of another stands behind it.
  static const std::array kTypes{
      weakSupervisorStage(), weakLabelsStage(),    featuresStage(), ceilingStage(),
      referenceStage(),      commonCeilingStage(), studentStage(),
  };
  return kTypes;
}

const StageType* findStageType(std::string_view kind) {
  const auto types = stageTypes();
  const auto found = std::ranges::find(types, kind, &StageType::kind);
  return found == types.end() ? nullptr : &*found;
}

bool isYardstick(const record::PlannedStage& stage) {
  const StageType* const type = findStageType(stage.kind);
  return type != nullptr && type->is_yardstick;
}

std::vector<record::StageId> beforeYardsticks(const PlanDraft& draft) {
  std::vector<record::StageId> all;
  for (const record::PlannedStage& stage : draft.stages()) {
    if (!isYardstick(stage)) {
      all.push_back(stage.id);
    }
  }
  return all;
}

std::vector<record::PlannedStage> makePlan(const config::ExperimentConfig& config,
                                           const PlanInputs& inputs) {
  PlanDraft draft(config, inputs);
  for (const StageType& type : stageTypes()) {
    type.plan(draft);
  }
  return std::move(draft).take();
}

}  // namespace w2s::pipeline
