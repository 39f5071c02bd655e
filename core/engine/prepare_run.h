// From a request to a run that is ready to be scheduled: checks everything a user can get wrong
// before anything is written, then makes or reopens the run folder. Engine-internal.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/engine/runner.h"
#include "core/pipeline/run_context.h"

namespace w2s::engine {

// What the runs of one engine share.
struct SharedParts {
  std::function<Result<std::shared_ptr<data::DataSource>>(const std::string& name)>
      open_data;  // opened once
  std::shared_ptr<pipeline::FeatureBank> feature_bank;
};

// On error nothing is left behind (a fork made for an extension is removed). Thread: the caller's;
// reads labels and hashes files, no pixels, no features.
[[nodiscard]] Result<std::unique_ptr<pipeline::RunContext>> prepareRun(
    const RunnerOptions& options, const record::RunRequest& request, const SharedParts& shared,
    record::EventSink& sink);

// The first half of it, for work ahead of a run: checks the configuration and plans its stages;
// touches no run folder.
[[nodiscard]] Result<pipeline::RunSetup> makeSetup(const RunnerOptions& options,
                                                   const config::ExperimentConfig& config,
                                                   std::int64_t seed, const SharedParts& shared);

}  // namespace w2s::engine
