#include <algorithm>
#include <array>

#include "core/pipeline/stage_type.h"

namespace w2s::pipeline {

std::span<const StageType> stageTypes() {
  static const std::array kTypes{
      kWeakSupervisorStage, kWeakLabelsStage,    kFeaturesStage, kCeilingStage,
      kReferenceStage,      kCommonCeilingStage, kStudentStage,
  };
  return kTypes;
}

const StageType* findStageType(std::string_view kind) {
  const auto types = stageTypes();
  const auto found = std::ranges::find(types, kind, &StageType::kind);
  return found == types.end() ? nullptr : &*found;
}

}  // namespace w2s::pipeline
