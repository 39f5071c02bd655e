// The readers of files that LibTorch and Qt have no part in.
#pragma once

#include <vector>

#include "tests/fuzz/fuzz.h"

namespace w2s::fuzz {

[[nodiscard]] std::vector<Target> configTargets();
[[nodiscard]] std::vector<Target> dataTargets();
[[nodiscard]] std::vector<Target> recordTargets();
[[nodiscard]] std::vector<Target> tensorTargets();

}  // namespace w2s::fuzz
