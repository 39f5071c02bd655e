// What a study takes before it is started, from the engine's plans and the records of the workspace.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "core/base/result.h"
#include "core/engine/runner.h"
#include "core/study/forecast.h"
#include "core/study/study_state.h"

namespace w2s::app {

// Of the runs that are left to do. Blocks: some milliseconds a run. Errors: those of engine::planRuns and
// study::experienceOf.
[[nodiscard]] Result<study::Forecast> forecastFor(const engine::RunnerOptions& options,
                                                  const std::vector<record::RunRequest>& requests,
                                                  const std::function<bool()>& is_unwanted = {});

}  // namespace w2s::app
