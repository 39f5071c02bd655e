// From a request to a run that is ready to be scheduled: checks everything a user can get wrong before anything is
// written, then makes or reopens the run folder. Engine-internal.
#pragma once

#include <memory>

#include "core/experiment/run_context.h"
#include "core/experiment/runner.h"

namespace w2s::experiment {

// `open_data` caches data sources between runs. On error nothing is left behind (a fork made for an extension is
// removed). Thread: the caller's; reads labels and hashes files, no pixels, no features.
using OpenData = std::function<Result<std::shared_ptr<data::DataSource>>(const std::string& name)>;

[[nodiscard]] Result<std::unique_ptr<RunContext>> prepareRun(const RunnerOptions& options,
                                                             const RunRequest& request,
                                                             const OpenData& open_data,
                                                             EventSink& sink);

}  // namespace w2s::experiment
