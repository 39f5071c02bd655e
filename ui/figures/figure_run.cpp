#include "ui/figures/figure_run.h"

#include <utility>
#include <variant>

#include "core/base/hash.h"
#include "core/config/fingerprint.h"

namespace w2s::ui::figures {

RunSeries seriesOf(const store::RecordedRun& run) {
  RunSeries series(run.manifest.id);
  for (const experiment::Event& event : run.events) {
    series.apply(event);
  }
  for (const auto& [kind, stage] : run.stages) {
    series.apply(experiment::StepsMeasured{.stage = kind, .rows = stage.series.rows()});
  }
  series.interventions = run.interventions;
  if (series.name.empty()) {
    series.name = run.manifest.name;
    series.seed = run.manifest.seed;
  }
  return series;
}

Result<LoadedRun> loadFigureRun(const std::filesystem::path& run_folder) {
  W2S_TRY(const store::RecordedRun run, store::loadRun(run_folder));
  return LoadedRun{.series = seriesOf(run),
                   .config = run.manifest.config,
                   .versions = run.manifest.versions,
                   .state = std::string(store::nameOf(run.state))};
}

std::string fingerprintOf(const config::ExperimentConfig& config) {
  config::ExperimentConfig without_seeds = config;
  without_seeds.seeds.clear();
  return Hasher().add(config::canonicalText(without_seeds)).hex();
}

}  // namespace w2s::ui::figures
