// Labels of a run that several programs may change.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>

#include "core/store/run_labels.h"

namespace w2s::store {

// How long changeLabels() waits for another program.
inline constexpr std::chrono::seconds kLabelPatience{2};

// Reads the labels, changes them and writes them if that made a difference, while no other program and
// no other thread changes them: of two that do so at once both are kept. A process that is killed in
// between leaves no lock. Where the file system has no locks the change is made without one, and a
// warning in the log says what then may happen. Errors: those of readLabels and writeLabels;
// Unavailable: another program has held the lock for kLabelPatience.
[[nodiscard]] Status changeLabels(const std::filesystem::path& run_folder,
                                  const std::function<void(RunLabels&)>& change);

// What a person who saw `shown` made of it, done to labels that may be others by now: of each value the
// new one where it differs, of tags those that came and went.
void applyDifference(const RunLabels& shown, const RunLabels& wanted, RunLabels& labels);

}  // namespace w2s::store
