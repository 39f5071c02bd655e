// A run as figures need it: its series, and what leads back to it. From a run folder or from the
// window's present run, so that both are drawn alike.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/config/experiment_config.h"
#include "core/store/manifest.h"
#include "core/study/run_names.h"
#include "ui/bridge/run_series.h"

namespace w2s::ui::figures {

struct FigureRun {
  const RunSeries* series = nullptr;
  const config::ExperimentConfig* config = nullptr;  // with which it started
  store::Versions versions;                          // of what computed the numbers
  std::string state;                                 // "finished"
  std::string data = {};  // fingerprint of its data set's files; empty: not known
  // As an overlay: what stands at its curves; empty: what tells it from the others.
  std::string label = {};
  std::optional<int> color = {};  // a look; empty: its place among the overlays
  bool pinned = false;
};

// Owns what a FigureRun borrows.
struct OwnedFigureRun {
  RunSeries series;
  config::ExperimentConfig config;
  store::Versions versions;
  std::string state;
  std::string data = {};  // as in FigureRun
  std::string label = {};
  std::optional<int> color = {};
  bool pinned = false;

  [[nodiscard]] FigureRun view() const {
    return {.series = &series,
            .config = &config,
            .versions = versions,
            .state = state,
            .data = data,
            .label = label,
            .color = color,
            .pinned = pinned};
  }
};

// Whether runs may differ in their seed alone: the same settings on the same data. Of a run in progress and of
// those of earlier versions the data are not known, and pass for the same.
[[nodiscard]] bool areOfOneExperiment(const FigureRun& one, const FigureRun& other);

// Reads a run folder, with the name and the colour that people gave the run, else the colour that its
// experiment has in the window; labels that cannot be read count as none. Takes as long as the disk
// does: off the window's thread.
[[nodiscard]] Result<OwnedFigureRun> loadFigureRun(const std::filesystem::path& run_folder);

// What these runs are called beside each other, in their order; one that has a label by that.
[[nodiscard]] std::vector<std::string> namesOf(std::span<const FigureRun> runs,
                                               study::NameExtent extent = study::NameExtent::Whole);
// The settings in which any of them differ, with their values; empty where a run has none.
struct DifferingSettings {
  std::vector<study::Setting> settings;
  std::vector<std::vector<std::string>> values;  // of each run
};
[[nodiscard]] DifferingSettings differingOf(std::span<const FigureRun> runs);

// Hash of everything in a configuration that can change a result, seeds apart.
[[nodiscard]] std::string fingerprintOf(const config::ExperimentConfig& config);

}  // namespace w2s::ui::figures
