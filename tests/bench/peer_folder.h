// The folder that the Python peers read; its format is described in peers/README.md.
#pragma once

#include <filesystem>

#include "tests/bench/our_side.h"

namespace w2s::bench {

// Fine-tuning uses the batch's statistics in batch normalisation, as the engine's does. Errors:
// disk.
[[nodiscard]] Status writePeerFolder(const std::filesystem::path& folder, const Problem& problem,
                                     const TrainingTask& task);

// What the peers of a study train: a student a cell, on the rows and in the order of seed 0.
struct StudyCell {
  double confidence_weight = 0.0;
  double temperature = 1.0;
};
struct StudyTask {
  std::vector<StudyCell> cells;
  std::int64_t seeds = 5;
  std::int64_t evaluate_every = 10;
  int careful_cells = 4;  // that the careful loop trains; its time is scaled to all
};
[[nodiscard]] Status writeStudyFolder(const std::filesystem::path& folder, const Problem& problem,
                                      const StudyTask& task);

}  // namespace w2s::bench
