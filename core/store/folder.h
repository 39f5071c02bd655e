// Folders that appear whole: made under a temporary name beside their place, synced, renamed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace w2s::store {

// Temporary folders begin with this; lists of runs and entries skip them.
inline constexpr std::string_view kTemporaryPrefix = ".new-";

// The small file that proves that a workspace can be written; the process follows.
inline constexpr std::string_view kProbePrefix = ".probe-";

// A new empty folder "<parent>/.new-<stem>-<process>-<n>"; makes missing parents.
[[nodiscard]] Result<std::filesystem::path> makeTemporaryFolder(const std::filesystem::path& parent,
                                                                std::string_view stem);

// Renames within one file system and syncs the receiving folder. False, with nothing changed, when
// `to` exists.
[[nodiscard]] Result<bool> moveIfFree(const std::filesystem::path& from,
                                      const std::filesystem::path& to);

// Forces every file below `folder`, and the folders themselves, onto the disk.
[[nodiscard]] Status syncTree(const std::filesystem::path& folder);

// Copies every regular file and folder below `from` into the existing folder `to`. A missing `from`
// is empty.
[[nodiscard]] Status copyTree(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace w2s::store
