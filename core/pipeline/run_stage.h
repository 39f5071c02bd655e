// Runs one stage of a run: from the cache where its result lies there, else by its stage function,
// whose result then goes into the cache. The same for every kind. Engine-internal. Thread: the
// caller's.
#pragma once

#include "core/pipeline/stage_type.h"

namespace w2s::pipeline {

// Errors: of the stage's work; its record cannot be written. Emits StageStarted ... StageFinished,
// or what is there of them when the run is stopped.
[[nodiscard]] Result<StageEnd> runStage(RunContext& run, const record::StageId& id);

// Where the student was trained to another number of steps than planned (an extension, a live
// change, an end without a loss): trains the models it is compared with to that number too, so that
// a PGR is never formed from models of different length. Call it when every stage is done. Errors
// as runStage; Interrupted: stopped.
[[nodiscard]] Status matchStepsOfStudent(RunContext& run);

// Whether the stage of this plan will come from the cache.
[[nodiscard]] bool comesFromCache(const RunSetup& setup, const record::PlannedStage& planned);
// Whether a stage of the same fingerprint that is being made is worth waiting for: this one will then
// come from the cache. Not where live changes can reach it, and not where the cache has it already.
[[nodiscard]] bool isSharedThroughCache(const RunSetup& setup, const record::PlannedStage& planned);

}  // namespace w2s::pipeline
