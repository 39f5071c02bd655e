#include "ui/shell/comparables.h"

#include <set>

#include "core/store/manifest.h"
#include "core/store/workspace.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/bridge/run_names.h"
#include "ui/main_window.h"
#include "ui/pages/preset_chooser.h"

namespace w2s::ui {
namespace {

constexpr std::size_t kMostRunsOffered = 15;  // as many as a menu has room for

std::vector<const RunRecord*> newestOfEach(const std::vector<RunRecord>& runs) {
  std::set<QString> experiments;
  std::vector<const RunRecord*> newest;
  for (const RunRecord& run : runs) {
    const QString& experiment = run.experiment.isEmpty() ? run.id : run.experiment;
    if (newest.size() < kMostRunsOffered && run.problem.isEmpty() &&
        run.stored == store::RunState::Finished && experiments.insert(experiment).second) {
      newest.push_back(&run);
    }
  }
  return newest;
}

}  // namespace

std::vector<Comparable> comparablesOf(MainWindow& window) {
  std::vector<Comparable> all;
  if (const auto* presets = window.findChild<PresetChooser*>()) {
    for (const SettingsBasis& entry : presets->entries()) {
      if (entry.kind != SettingsBasis::Kind::Run) {
        all.push_back({.title = entry.title,
                       .config = [config = entry.config]() -> Result<config::ExperimentConfig> {
                         return config;
                       }});
      }
    }
  }
  if (RecordedRuns* recorded = window.recordedRuns()) {
    const RunLibrary& library = recorded->library();
    const std::vector<const RunRecord*> runs = newestOfEach(library.runs());
    const RecordNames names(runs);
    for (std::size_t i = 0; i < runs.size(); ++i) {
      all.push_back(
          {.title = names.of(i, *runs[i]),
           .is_run = true,
           .config = [folder = store::runsFolder(library.workspace()) /
                               runs[i]->id.toStdString()]() -> Result<config::ExperimentConfig> {
             W2S_TRY(store::Manifest manifest, store::loadManifest(folder));
             return std::move(manifest.config);
           }});
    }
  }
  return all;
}

}  // namespace w2s::ui
