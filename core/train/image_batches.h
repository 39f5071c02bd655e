// Images of the transfer split on the training device, gathered a batch at a time, augmented if asked.
//
// images [N,1,H,W] uint8 -> batch [B,1,H,W] float32 in [0,1]. shift_flip: each image is moved by -2
// ... 2 pixels in each direction (zeros come in) and mirrored left to right with probability 1/2.
// The random numbers of a batch depend on the seed and the step alone, so a resumed or replayed run
// sees the same images.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/base/seed.h"
#include "core/config/experiment_config.h"
#include "core/train/trainer.h"

namespace w2s::train {

class ImageBatches final : public BatchImages {
 public:
  ImageBatches(at::Tensor images, config::Augmentation augmentation, Seed seed);
  [[nodiscard]] at::Tensor images(const at::Tensor& rows, std::int64_t step) override;

 private:
  at::Tensor images_;
  config::Augmentation augmentation_;
  Seed seed_;
};

// uint8 -> float32 in [0,1]
[[nodiscard]] at::Tensor unitImages(const at::Tensor& images);

}  // namespace w2s::train
