// Initial weights from a Seed: the same numbers on every machine and LibTorch release.
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/seed.h"

namespace w2s::models {

// U(-1/sqrt(fan_in), 1/sqrt(fan_in)), float32, contiguous; fan_in = product of all extents but the
// first. He et al. 2015 (Kaiming uniform) with gain sqrt(1/3), the usual default for layers of
// either kind.
[[nodiscard]] at::Tensor kaimingUniform(const std::vector<std::int64_t>& shape, Seed seed);

}  // namespace w2s::models
