// The part of w2s check that looks at index.sqlite. Private to the .cpp files of this folder.
#pragma once

#include "core/store/check_workspace.h"

namespace w2s::store {

// An index that is damaged, or that says of a run what its folder does not, is a fault that can be
// removed; one that is not used is worth a note.
void checkIndex(const std::filesystem::path& workspace, WorkspaceCheck& check);

}  // namespace w2s::store
