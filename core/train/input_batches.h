// Rows of the training split as they are stored on the training device, gathered a batch at a time,
// augmented if asked.
//
// Augmentation is for pictures, [N,1,H,W] uint8 -> [B,1,H,W] float32 in [0,1]; the configuration of
// other data has none (config/validate.h). shift_flip: each image is moved by -2 ... 2 pixels in
// each direction (zeros come in) and mirrored left to right with probability 1/2. The random
// numbers of a batch depend on the seed and the step alone, so a resumed or replayed run sees the
// same images.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/base/seed.h"
#include "core/config/experiment_config.h"
#include "core/train/trainer.h"

namespace w2s::train {

class InputBatches final : public BatchInputs {
 public:
  InputBatches(at::Tensor stored, config::Augmentation augmentation, Seed seed);
  [[nodiscard]] models::Inputs inputs(const at::Tensor& rows, std::int64_t step) override;

 private:
  at::Tensor stored_;
  config::Augmentation augmentation_;
  Seed seed_;
};

}  // namespace w2s::train
