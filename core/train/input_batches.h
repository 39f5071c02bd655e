// Rows of the training split as they are stored on the training device, gathered a batch at a time,
// augmented if asked.
//
// An augmentation fits one modality (config::readsOf; config/validate.h refuses others). shift_flip,
// for pictures, [N,1,H,W] uint8 -> [B,1,H,W] float32 in [0,1]: each image is moved by -2 ... 2 pixels in
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
  // Null: rows as they are.
  at::Tensor (*augment_)(const at::Tensor& values, SplitMix64 random);
  Seed seed_;
};

}  // namespace w2s::train
