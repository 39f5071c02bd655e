// Figures that a person keeps with a run or a study, to open them again: figures.json in its folder. A
// figure is the command that makes it, which says all of its settings.
//
//   {"schema": 1, "figures": [{"name": "figure 1", "command": "w2slab export ... --chart accuracy"}]}
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace w2s::store {

inline constexpr const char* kFiguresFile = "figures.json";

struct SavedFigure {
  std::string name;  // in its folder no other has it
  std::string command;
  friend bool operator==(const SavedFigure&, const SavedFigure&) = default;
};

// In the order in which they were kept. A folder without the file has none. Errors: the file cannot be
// read, is damaged or of a later version (BadFormat, names it).
[[nodiscard]] Result<std::vector<SavedFigure>> readFigures(const std::filesystem::path& folder);

// Reads, changes and writes them under the folder's lock (record_lock.h); no figures remove the file.
// Errors: those of readFigures, by which a damaged file stays as it is; NotFound: there is no run or
// study in the folder; the disk.
[[nodiscard]] Status changeFigures(const std::filesystem::path& folder,
                                   const std::function<void(std::vector<SavedFigure>&)>& change);

}  // namespace w2s::store
