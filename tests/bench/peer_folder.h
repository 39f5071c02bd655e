// The folder that the Python peers read; its format is described in peers/README.md.
#pragma once

#include <filesystem>

#include "tests/bench/our_side.h"

namespace w2s::bench {

// Fine-tuning uses the batch's statistics in batch normalisation, as the engine's does. Errors:
// disk.
[[nodiscard]] Status writePeerFolder(const std::filesystem::path& folder, const Problem& problem,
                                     const TrainingTask& task);

}  // namespace w2s::bench
