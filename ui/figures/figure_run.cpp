#include "ui/figures/figure_run.h"

#include "core/base/hash.h"
#include "core/config/fingerprint.h"
#include "core/store/experiment_colors.h"
#include "core/store/recorded_run.h"
#include "core/store/run_labels.h"
#include "ui/bridge/live_changes.h"
#include "ui/bridge/loaded_run.h"
#include "ui/bridge/name_words.h"

namespace w2s::ui::figures {

namespace {

// That of its experiment in its workspace, if the window has given it one.
std::optional<int> colorOf(const store::RecordedRun& run, const std::filesystem::path& run_folder) {
  const auto workspace = std::filesystem::absolute(run_folder).parent_path().parent_path();
  const int place = store::ExperimentColors::read(workspace)
                        .value_or(store::ExperimentColors())
                        .of(store::coloredBy(run.manifest.experiment, run.manifest.id));
  return place < 0 ? std::nullopt : std::optional(place);
}

}  // namespace

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
                        .data = run.manifest.data_fingerprint,
                        .label = labels.name,
                        .color = labels.color ? labels.color : colorOf(run, run_folder)};
}

bool areOfOneExperiment(const FigureRun& one, const FigureRun& other) {
  const bool same_data = one.data == other.data || one.data.empty() || other.data.empty();
  return same_data && fingerprintOf(*one.config) == fingerprintOf(*other.config);
}

std::vector<std::string> namesOf(std::span<const FigureRun> runs, study::NameExtent extent) {
  study::SettingsPool pool;
  std::vector<std::shared_ptr<const study::RunSettings>> settings;
  std::vector<study::NamedRun> named;
  for (const FigureRun& run : runs) {
    settings.push_back(pool.of(*run.config));
    named.push_back({.title = run.label.empty() ? run.series->name : run.label,
                     .id = run.series->id,
                     .settings = settings.back().get(),
                     .seed = run.series->seed,
                     .live_changes = static_cast<std::int64_t>(liveChangesOf(*run.series).size())});
  }
  return study::namesOf(named, nameWords(), extent);
}

DifferingSettings differingOf(std::span<const FigureRun> runs) {
  study::SettingsPool pool;
  std::vector<std::shared_ptr<const study::RunSettings>> kept;
  std::vector<const study::RunSettings*> all;
  for (const FigureRun& run : runs) {
    all.push_back(kept.emplace_back(pool.of(*run.config)).get());
  }
  DifferingSettings found{.settings = study::differing(all), .values = {}};
  for (const study::RunSettings* run : all) {
    std::vector<std::string>& values = found.values.emplace_back();
    for (const study::Setting& setting : found.settings) {
      const std::string* value = run->find(setting.key);
      values.push_back(value != nullptr ? *value : std::string());
    }
  }
  return found;
}

std::string fingerprintOf(const config::ExperimentConfig& config) {
  config::ExperimentConfig without_seeds = config;
  without_seeds.seeds.clear();
  return Hasher().add(config::canonicalText(without_seeds)).hex();
}

}  // namespace w2s::ui::figures
