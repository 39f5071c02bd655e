// What a run gives when all its stages are done.
#pragma once

#include "core/base/result.h"
#include "core/record/event.h"

namespace w2s::pipeline {

class RunContext;

// Computes the summary from what the stages gave; saves it and the predictions in the run folder.
[[nodiscard]] Result<record::RunSummary> summarise(RunContext& run);

}  // namespace w2s::pipeline
