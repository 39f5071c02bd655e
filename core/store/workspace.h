// The workspace: the folder that holds everything the lab records.
//
//   runs/<id>/            one folder a run                    (core/store/run_folder.h)
//   cache/<fingerprint>/  finished stages, by their content    (core/store/stage_cache.h)
//   trash/<id>/           deleted runs, until restored
//   studies/<name>/       what is varied in a study            (core/study/study_folder.h)
//   index.sqlite          a cache of lists of runs             (core/store/run_index.h)
//   colors.json           which experiment has which colour    (core/store/experiment_colors.h)
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/result.h"

namespace w2s::store {

// $W2S_WORKSPACE, else $XDG_DATA_HOME/w2s-lab, else ~/.local/share/w2s-lab. Empty variables count
// as unset, and so does a relative XDG_DATA_HOME (the XDG base directory specification says to
// ignore one).
[[nodiscard]] std::filesystem::path defaultWorkspace();

[[nodiscard]] std::filesystem::path runsFolder(const std::filesystem::path& workspace);
[[nodiscard]] std::filesystem::path cacheFolder(const std::filesystem::path& workspace);
[[nodiscard]] std::filesystem::path trashFolder(const std::filesystem::path& workspace);

// Makes the workspace's folders where they are missing and proves by writing a small file that it
// can be written. Removes what killed processes left (core/store/leftovers.h). Errors name the folder,
// the system's reason and the way out (--workspace, W2S_WORKSPACE).
[[nodiscard]] Status prepareWorkspace(const std::filesystem::path& workspace);

// Bytes an ordinary user may still write on the file system of `folder` (or of its nearest existing
// parent).
[[nodiscard]] Result<std::uint64_t> freeBytes(const std::filesystem::path& folder);

// An Io error when fewer than `needed_bytes` are free: "The workspace ... has 12.3 MB free, and
// this run needs about 80.0 MB. Free some space, or choose another workspace."
[[nodiscard]] Status checkFreeSpace(const std::filesystem::path& workspace,
                                    std::uint64_t needed_bytes);

}  // namespace w2s::store
