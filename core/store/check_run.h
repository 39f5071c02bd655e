// One run's part of the check of a workspace. Private to the .cpp files of this folder.
#pragma once

#include <filesystem>

#include "core/store/check_workspace.h"

namespace w2s::store {

// Adds what is found; changes nothing.
void checkRun(const std::filesystem::path& run, WorkspaceCheck& check);

}  // namespace w2s::store
