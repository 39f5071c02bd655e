// Whether everything that a workspace holds is what was written into it: every byte of its runs
// (deleted ones included), checkpoints and cache entries is looked at, as far as a hash was recorded;
// and whether index.sqlite says of them what they say. Of a series or a log a part at a time is in memory.
// Blocking, for minutes where there are thousands of runs; any thread, beside running programs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "core/base/result.h"
#include "core/base/sentence.h"

namespace w2s::store {

struct Finding {
  std::filesystem::path path;  // of a file, an entry or a run
  Sentence what;
  // It holds nothing that could not be made again. Results, damaged or not, are never removed.
  bool can_be_removed = false;
  bool is_removed = false;
};

struct WorkspaceCheck {
  std::int64_t runs = 0;
  std::int64_t entries = 0;  // of the cache
  std::int64_t checkpoints = 0;
  std::int64_t indexed = 0;  // runs that index.sqlite holds
  std::int64_t studies = 0;
  std::int64_t without_hash =
      0;                        // files that an earlier version wrote: only their form was checked
  std::vector<Finding> faults;  // not what was written
  std::vector<Finding> leftovers;  // of killed processes (core/store/leftovers.h): harmless
  std::vector<Finding> notes;      // worth knowing: runs at work, what was found when a run went on

  // Faults that are still there.
  [[nodiscard]] std::int64_t faultsLeft() const;
};

enum class Repair {
  Nothing,
  RemoveWhatCanBeMadeAgain,  // leftovers, unsound cache entries and an unsound index
};

void addLeftover(const std::filesystem::path& path, WorkspaceCheck& check);

// `further` looks at what other modules keep in the workspace (core/study/check_studies.h). Errors:
// there is no workspace in that folder.
[[nodiscard]] Result<WorkspaceCheck> checkWorkspace(
    const std::filesystem::path& workspace, Repair repair,
    const std::function<void(WorkspaceCheck&)>& further = {});

}  // namespace w2s::store
