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
  std::function<Result<std::shared_ptr<data::Dataset>>(const std::string& name)>
      open_data;  // opened once
  std::shared_ptr<pipeline::FeatureBank> feature_bank;
};

// The id of the run that the request asks for: a new one, or that of the recorded run that it
// continues. Reads names of folders at most. Errors: no such run, or several.
[[nodiscard]] Result<std::string> idFor(const RunnerOptions& options,
                                        const record::RunRequest& request);

// Makes the run `id` ready. On error nothing is left behind (a fork made for an extension is
// removed). Thread: a worker; reads labels and hashes files, no pixels, no features.
[[nodiscard]] Result<std::unique_ptr<pipeline::RunContext>> prepareRun(
    const RunnerOptions& options, const record::RunRequest& request, const std::string& id,
    const SharedParts& shared, record::EventSink& sink, record::RunControl& control,
    pipeline::WorkerHooks hooks);

// Removes the folder of a run that cannot begin after all, unless it was there before the request.
void abandonIfNew(const record::RunRequest& request, pipeline::RunContext& context);

// The first half of it, for work ahead of a run: checks the configuration and plans its stages;
// touches no run folder.
[[nodiscard]] Result<pipeline::RunSetup> makeSetup(const RunnerOptions& options,
                                                   const config::ExperimentConfig& config,
                                                   std::int64_t seed, const SharedParts& shared);

// Whether features of the backbone may be made before anybody asks for the run: small weights only.
[[nodiscard]] bool isCheapAhead(const config::Backbone& backbone);

}  // namespace w2s::engine
