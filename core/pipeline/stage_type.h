// The kinds of stages. A kind is one description: how it is planned, run and kept in the cache. The
// list stands in stage_types.cpp, and a new kind is a file in stages/ and a line there.
//
// The cache stands around the stage function (run_stage.h), the same for every kind.
// Engine-internal.
#pragma once

#include <span>
#include <string_view>

#include "core/base/result.h"
#include "core/pipeline/artifact.h"
#include "core/pipeline/plan.h"
#include "core/pipeline/stage_context.h"

namespace w2s::pipeline {

// How a stage function ended. A stage that needs the output of a stopped one is never started.
enum class StageEnd { Done, Stopped };

struct StageType {
  std::string_view kind;
  // Where the configuration asks for such a stage, adds it to the plan: which stages it needs, and
  // what can change its result. Kinds before this one in the list have planned theirs.
  void (*plan)(PlanDraft& draft);
  // Does the work and gives its output to the context. A failure of the work is an Error; a stop on
  // request is an end.
  Result<StageEnd> (*run)(StageContext& context);
  // Puts the output into a new cache entry; null: the kind is not cached as a whole.
  Status (*save)(const StageContext& context, const store::StageWriter& entry) = nullptr;
  // Gives the output of a sound cache entry to the context. False: the entry cannot be used, and
  // the stage is run.
  Result<bool> (*load)(StageContext& context, const store::StageEntry& entry) = nullptr;
  // For kinds with cache entries of their own: whether all that the stage needs lies there.
  bool (*is_cached)(const RunSetup& setup, const record::PlannedStage& planned) = nullptr;
  // Whether live changes reach it. What was changed while it ran is neither put into the cache nor
  // taken from it.
  bool follows_live_changes = false;
  // Which part of the run's summary its output is; of several stages of a part the first in the plan.
  SummaryPart part = SummaryPart::None;
  // Trained to as many steps as the student, which is compared with it; starts after what the
  // student's first step needs.
  bool is_yardstick = false;
  // What idle workers do for the stage while it is not cached; null: nothing. Its failures are for
  // the log: the stage itself does what is left.
  Status (*help)(RunContext& run) = nullptr;
};

// The end that a failed status stands for: Stopped for an interruption on request, else the error.
[[nodiscard]] inline Result<StageEnd> endOf(const Status& failed) {
  if (failed.error().code == ErrorCode::Interrupted) {
    return StageEnd::Stopped;
  }
  return tl::unexpected(failed.error());
}

[[nodiscard]] std::span<const StageType> stageTypes();
// Null: no such kind.
[[nodiscard]] const StageType* findStageType(std::string_view kind);
[[nodiscard]] bool isYardstick(const record::PlannedStage& stage);
// The stages of the draft that the student's first step may need: all so far but the yardsticks, which
// start after these, since only the summary waits for them.
[[nodiscard]] std::vector<record::StageId> beforeYardsticks(const PlanDraft& draft);

}  // namespace w2s::pipeline
