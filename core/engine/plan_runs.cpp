#include <map>

#include "core/data/registry.h"
#include "core/engine/prepare_run.h"
#include "core/engine/runner.h"
#include "core/pipeline/feature_bank.h"
#include "core/pipeline/run_stage.h"
#include "core/store/workspace.h"

namespace w2s::engine {

Result<std::vector<std::vector<record::PlannedStage>>> planRuns(
    const RunnerOptions& options, std::span<const WantedRun> runs,
    const std::function<bool()>& is_unwanted) {
  RunnerOptions resolved = options;
  if (resolved.workspace.empty()) {
    resolved.workspace = store::defaultWorkspace();
  }
  std::map<std::string, std::shared_ptr<data::Dataset>> opened;
  const SharedParts shared{
      .open_data = [&](const std::string& name) -> Result<std::shared_ptr<data::Dataset>> {
        if (const auto found = opened.find(name); found != opened.end()) {
          return found->second;
        }
        W2S_TRY(auto source, data::openDataSet(name, resolved.data_folder));
        opened.emplace(name, source);
        return source;
      },
      .feature_bank = std::make_shared<pipeline::FeatureBank>()};
  std::vector<std::vector<record::PlannedStage>> plans;
  for (const WantedRun& run : runs) {
    if (is_unwanted && is_unwanted()) {
      return fail(ErrorCode::Interrupted, "stopped");
    }
    W2S_TRY(pipeline::RunSetup setup, makeSetup(resolved, run.config, run.seed, shared));
    for (record::PlannedStage& stage : setup.stages) {
      stage.cached = pipeline::comesFromCache(setup, stage);
    }
    plans.push_back(std::move(setup.stages));
  }
  return plans;
}

}  // namespace w2s::engine
