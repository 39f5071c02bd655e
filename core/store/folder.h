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

// Removes a folder of this process whole, or leaves it under a temporary name where parts of it cannot
// be removed now (listing a folder takes a descriptor, and there may be none): never half of it in its
// place. What is left is swept later (core/store/leftovers.h).
void removeWhole(const std::filesystem::path& folder);

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
