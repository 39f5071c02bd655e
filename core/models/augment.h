// Random views of images for self-supervised training, a whole batch in one affine resampling.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/base/seed.h"
#include "core/config/pretrain_config.h"

namespace w2s::models {

// images [B,1,H,W] float32 in [0,1] -> one view of each, same shape and range.
//   geometry  area a ~ U(min_area, 1), aspect ~ log-uniform, a window of these sides at a random
//   place inside the
//             image, rotated about its centre, flipped left to right with probability 1/2;
//             bilinear, 0 outside
//   light     min(1, gain x^gamma), both log-uniform
//   erasing   a rectangle of 0 inside the view
// Every random number comes from `seed`, in the order of the images.
[[nodiscard]] at::Tensor augment(const at::Tensor& images, const config::AugmentConfig& options,
                                 Seed seed);

}  // namespace w2s::models
