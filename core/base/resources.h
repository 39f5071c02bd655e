// Where the files that come with the program lie: presets, backbones, icons.
#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace w2s {

// The resource file or folder of that relative path, e.g. "presets/fashion-demo.toml". Looked for
// in this order:
//   $W2S_RESOURCES                       if set, the only place
//   <program>/../../../resources         a build tree: build/<preset>/bin/w2s
//   <program>/../share/w2slab            an installation
//   the source folder this was built from
// Errors: NotFound, with the places that were tried.
[[nodiscard]] Result<std::filesystem::path> resourceFile(const std::filesystem::path& relative);

}  // namespace w2s
