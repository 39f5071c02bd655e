// What a frozen backbone is worth: the accuracy of a linear head trained on its features with
// ground truth.
//
// The recipe is the built-in experiments' ceiling: features centred and scaled (feature_scaling.h),
// a head that starts at zero, cross-entropy, AdamW with a constant learning rate, batches from a
// fresh permutation every epoch.
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/base/seed.h"

namespace w2s::models {

struct ProbeOptions {
  std::int64_t classes = 10;
  std::int64_t steps = 400;
  std::int64_t batch_rows = 128;  // at most the training rows are used
  double learning_rate = 3e-3;
  double weight_decay = 1e-3;
  Seed seed{0};
};

struct LabelledFeatures {
  at::Tensor features;  // [N, D] float32
  at::Tensor labels;    // [N] int64
};

// Share of `judged` rows that the head trained on `training` rows gets right.
[[nodiscard]] double probeAccuracy(const LabelledFeatures& training, const LabelledFeatures& judged,
                                   const ProbeOptions& options);

}  // namespace w2s::models
