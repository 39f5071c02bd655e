// Where a training stage would go on: the step of its checkpoint, without loading what it holds
// (the engine writes it, core/train/training_state.h). Private to the .cpp files of this folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace w2s::store {

// Completed steps of the checkpoint, as the engine judges it when the run is reopened: 0, the stage
// starts anew, if there is none, if it is of another fingerprint, if it is damaged, or if the
// series ends before it (`last_recorded_step`).
[[nodiscard]] std::int64_t checkpointStep(const std::filesystem::path& file,
                                          const std::string& fingerprint,
                                          std::int64_t last_recorded_step);

// Whether the header of a safetensors file can be read and tells of as many bytes as there are.
[[nodiscard]] bool hasSoundHeader(const std::filesystem::path& file);

}  // namespace w2s::store
