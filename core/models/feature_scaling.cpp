#include "core/models/feature_scaling.h"

#include <cmath>
#include <utility>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/full.h>
#include <ATen/ops/linalg_vector_norm.h>

namespace w2s::models {
namespace {

constexpr char kMeanName[] = "scaling.mean";
constexpr char kFactorName[] = "scaling.factor";

}  // namespace

FeatureScaling FeatureScaling::fit(const at::Tensor& features) {
  const at::NoGradGuard no_grad;
  // Sums over many rows in double: the factor must not depend on how float sums are grouped.
  const at::Tensor mean =
      features.mean(at::OptionalIntArrayRef(0), /*keepdim=*/false, at::kDouble).to(at::kFloat);
  const at::Tensor norms =
      at::linalg_vector_norm(features.sub(mean), 2, at::OptionalIntArrayRef(1));
  return of(mean, norms.mean(at::kDouble).item<double>());
}

FeatureScaling FeatureScaling::of(const at::Tensor& mean, double mean_norm) {
  return {mean, mean_norm > 0.0 && std::isfinite(mean_norm) ? kScaledNorm / mean_norm : 1.0};
}

Result<FeatureScaling> FeatureScaling::fromTensors(const NamedTensors& tensors) {
  const at::Tensor* mean = findTensor(tensors, kMeanName);
  const at::Tensor* factor = findTensor(tensors, kFactorName);
  if (mean == nullptr || factor == nullptr || mean->dim() != 1 || factor->numel() != 1 ||
      mean->scalar_type() != at::kFloat || !factor->is_floating_point()) {
    return fail(ErrorCode::BadFormat,
                "A stored model lacks its feature scaling (scaling.mean, scaling.factor).");
  }
  return FeatureScaling(*mean, factor->item<double>());
}

at::Tensor FeatureScaling::apply(const at::Tensor& features) const {
  return features.sub(mean_).mul(factor_);
}

NamedTensors FeatureScaling::tensors() const {
  NamedTensors all;
  all.push_back({kMeanName, mean_});
  all.push_back({kFactorName, at::full({1}, factor_, at::kDouble)});
  return all;
}

}  // namespace w2s::models
