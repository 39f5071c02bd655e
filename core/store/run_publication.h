// Creates run folders atomically and claims existing ones. Private to the .cpp files of this folder.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "core/base/result.h"
#include "core/store/manifest.h"
#include "core/store/ownership.h"

namespace w2s::store {

// Builds a run folder under a temporary name and moves it to runs/<id>, choosing another id while
// the chosen one is taken; an empty `id` or `created` of the manifest is filled in. `fill` gets the
// temporary folder with an empty log and empty subfolders. Returns the ownership of the run. On error nothing
// is left behind.
[[nodiscard]] Result<Ownership> publishRun(
    const std::filesystem::path& workspace, Manifest& manifest,
    const std::function<Status(const std::filesystem::path& folder)>& fill = {});

// Errors: there is no run of that id.
[[nodiscard]] Result<Manifest> readManifestOf(const std::filesystem::path& workspace,
                                              const std::string& id);

// Makes this process the owner of the run `id` in `folder`. Errors: another is, the run is at work.
[[nodiscard]] Result<Ownership> claimRun(const std::filesystem::path& folder,
                                         const std::string& id);

}  // namespace w2s::store
