#include "ui/figures/figure_run.h"

#include "core/base/hash.h"
#include "core/config/fingerprint.h"
#include "core/store/recorded_run.h"
#include "core/store/run_labels.h"
#include "ui/bridge/loaded_run.h"

namespace w2s::ui::figures {

Result<OwnedFigureRun> loadFigureRun(const std::filesystem::path& run_folder) {
  W2S_TRY(const store::RecordedRun run, store::loadRun(run_folder));
  // A curve that lacks some of its points would not say so.
  if (!run.unsound.empty()) {
    return fail(ErrorCode::BadFormat, run.unsound.front());
  }
  const store::RunLabels labels = store::readLabels(run_folder).value_or(store::RunLabels{});
  return OwnedFigureRun{.series = ui::seriesOf(run),
                        .config = run.manifest.config,
                        .versions = run.manifest.versions,
                        .state = std::string(store::nameOf(run.state)),
                        .label = labels.name,
                        .color = labels.color};
}

std::string fingerprintOf(const config::ExperimentConfig& config) {
  config::ExperimentConfig without_seeds = config;
  without_seeds.seeds.clear();
  return Hasher().add(config::canonicalText(without_seeds)).hex();
}

}  // namespace w2s::ui::figures
