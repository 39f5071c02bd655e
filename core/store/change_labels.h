// Labels of a run that several programs may change.
#pragma once

#include <filesystem>
#include <functional>

#include "core/store/run_labels.h"

namespace w2s::store {

// Reads the labels, changes them and writes them if that made a difference, while no other program and
// no other thread changes them (record_lock.h). Errors: those of readLabels, writeLabels and
// RecordLock::take.
[[nodiscard]] Status changeLabels(const std::filesystem::path& run_folder,
                                  const std::function<void(RunLabels&)>& change);

// What a person who saw `shown` made of it, done to labels that may be others by now: of each value the
// new one where it differs, of tags those that came and went.
void applyDifference(const RunLabels& shown, const RunLabels& wanted, RunLabels& labels);

}  // namespace w2s::store
