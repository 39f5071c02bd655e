// What the window costs, measured on the real window with synthetic and real runs while every core is kept busy.
// Budgets are those of the interface's specification for a machine with two cores.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace w2s::bench {

struct Measured {
  std::string name;
  std::string unit;
  double value = 0.0;
  double budget = 0.0;
  [[nodiscard]] bool isMet() const {
    return value <= budget;
  }
};

struct SceneOptions {
  std::string w2slab;            // the program whose start is timed
  std::string data_folder;       // empty: the data set's usual places
  int seconds = 10;              // how long the charts are watched
  std::int64_t steps = 100'000;  // of each of the runs laid over each other
  std::int64_t memory_steps = 1'000'000;
  std::vector<int> runs{300, 1000, 5000, 20'000};  // folders in the workspace
};

// From the start of the process to its first frame, and to the first point of a curve.
[[nodiscard]] Result<std::vector<Measured>> measureStart(const SceneOptions& options);
// Six charts, a live run and five runs laid over it, crosshair and zoom in use.
[[nodiscard]] std::vector<Measured> measureFrames(const SceneOptions& options);
// Slider to mark, pause, stop: with the real engine at full speed.
[[nodiscard]] Result<std::vector<Measured>> measureAnswers(const SceneOptions& options);
[[nodiscard]] std::vector<Measured> measureMemory(const SceneOptions& options);
[[nodiscard]] std::vector<Measured> measureRestyling(const SceneOptions& options);
// The window over a workspace with many recorded runs: its first frame, and how long its event loop stands still while
// they are listed and used.
[[nodiscard]] Result<std::vector<Measured>> measureRuns(const SceneOptions& options);

}  // namespace w2s::bench
