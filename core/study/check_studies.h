// Whether the studies of a workspace can be used: the part of `w2s check` that looks into studies/.
#pragma once

#include <filesystem>

#include "core/store/check_workspace.h"

namespace w2s::study {

// Adds what is found; changes nothing. The files of a study hold no hash, since people write them
// too: they are read as those who run the study read them, and what they say is compared.
void checkStudies(const std::filesystem::path& workspace, store::WorkspaceCheck& check);

}  // namespace w2s::study
