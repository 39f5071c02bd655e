// Features brought to a common scale before a linear head: centred, then divided by one number.
//
//     f' = factor (f - mean),  factor = 16 / mean over rows of |f - mean|
//
// One factor for all features keeps their relative sizes, which carry what the backbone learned:
// whitening each feature would amplify the ones that hardly vary. A mean norm of 16 makes one
// learning rate fit every backbone.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/weights/named_tensors.h"

namespace w2s::models {

inline constexpr double kScaledNorm = 16.0;

class FeatureScaling {
 public:
  // From the features [N, D] of training rows only. Rows that are all equal get factor 1.
  [[nodiscard]] static FeatureScaling fit(const at::Tensor& features);
  // From the mean of rows [D] and their mean norm without it.
  [[nodiscard]] static FeatureScaling of(const at::Tensor& mean, double mean_norm);
  // From tensors(). Errors: one is missing or misshapen.
  [[nodiscard]] static Result<FeatureScaling> fromTensors(const NamedTensors& tensors);

  // [N, D] -> [N, D], float32, a new tensor. Gradients flow.
  [[nodiscard]] at::Tensor apply(const at::Tensor& features) const;

  // "scaling.mean" [D] float32 and "scaling.factor" [1] float64.
  [[nodiscard]] NamedTensors tensors() const;
  [[nodiscard]] const at::Tensor& mean() const {
    return mean_;
  }
  [[nodiscard]] double factor() const {
    return factor_;
  }

 private:
  FeatureScaling(at::Tensor mean, double factor) : mean_(std::move(mean)), factor_(factor) {}
  at::Tensor mean_;
  double factor_ = 1.0;
};

}  // namespace w2s::models
