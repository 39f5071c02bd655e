#include "app/study_forecast.h"

#include "core/store/workspace.h"

namespace w2s::app {

Result<study::Forecast> forecastFor(const engine::RunnerOptions& options,
                                    const std::vector<record::RunRequest>& requests,
                                    const std::function<bool()>& is_unwanted) {
  if (requests.empty()) {
    return study::Forecast{.seconds = 0.0, .bytes = 0.0};
  }
  std::vector<engine::WantedRun> runs;
  for (const record::RunRequest& request : requests) {
    runs.push_back({.config = request.config, .seed = request.seed});
  }
  W2S_TRY(const auto plans, engine::planRuns(options, runs, is_unwanted));
  W2S_TRY(
      const study::Experience experience,
      study::experienceOf(options.workspace.empty() ? store::defaultWorkspace() : options.workspace,
                          requests.front().config));
  return study::forecastOf(plans, experience);
}

}  // namespace w2s::app
