// What killed processes left behind in a workspace: runs and cache entries in the making, files that
// were being replaced, the probe of a workspace. None of it is ever read, so none holds a result.
//
//   runs/.new-run-PROCESS-N       cache/.new-FINGERPRINT-PROCESS-N
//   NAME.tmp-PROCESS-N            .probe-PROCESS
//   runs/<id>/checkpoint/STAGE.last_good
//   runs/<id> without a file in it, owner.json apart
//
// A folder belongs to its owner (core/store/ownership.h); one without owner.json, and every file, to
// the process in its name. Such a process may run on another machine, so what changed a short while
// ago is left alone.
#pragma once

#include <chrono>
#include <filesystem>
#include <vector>

namespace w2s::store {

// How long a file of a process that does not run on this machine is left alone.
inline constexpr std::chrono::seconds kLeftoverAge{60};

// An entry or a run in the making that no process works on any more.
[[nodiscard]] bool isAbandoned(const std::filesystem::path& folder);

// In the folders of the workspace itself, and in the runs whose process was killed.
[[nodiscard]] std::vector<std::filesystem::path> leftoversOf(
    const std::filesystem::path& workspace);
// In the folder of a run that nobody works on, or that the caller owns (then `age` is zero).
[[nodiscard]] std::vector<std::filesystem::path> leftoversInRun(
    const std::filesystem::path& run, std::chrono::seconds age = kLeftoverAge);

// Files that were being replaced in that folder.
[[nodiscard]] std::vector<std::filesystem::path> leftFilesIn(const std::filesystem::path& folder);

// Removes them. What cannot be removed stays.
void sweep(const std::vector<std::filesystem::path>& leftovers);

}  // namespace w2s::store
