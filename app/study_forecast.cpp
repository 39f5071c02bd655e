#include "app/study_forecast.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "core/config/fingerprint.h"
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
  W2S_TRY(auto plans, engine::planRuns(options, runs, is_unwanted));
  const std::filesystem::path workspace =
      options.workspace.empty() ? store::defaultWorkspace() : options.workspace;
  std::map<std::string, std::shared_ptr<const study::Experience>>
      known;  // by data and strong model
  std::vector<study::ForecastRun> wanted;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const config::ExperimentConfig& config = requests[i].config;
    auto& experience = known[config.task.dataset + '\n' + config::canonicalText(config.strong)];
    if (experience == nullptr) {
      W2S_TRY(study::Experience found, study::experienceOf(workspace, config));
      experience = std::make_shared<const study::Experience>(std::move(found));
    }
    wanted.push_back({.stages = std::move(plans[i]), .experience = experience});
  }
  return study::forecastOf(wanted);
}

}  // namespace w2s::app
