#include "core/models/initialisation.h"

#include <cmath>

#include <ATen/ops/empty.h>

namespace w2s::models {

at::Tensor kaimingUniform(const std::vector<std::int64_t>& shape, Seed seed) {
  at::Tensor weight = at::empty(shape, at::kFloat);
  const std::int64_t count = weight.numel();
  const double bound = std::sqrt(static_cast<double>(shape[0]) / static_cast<double>(count));
  SplitMix64 random(seed);
  float* values = weight.mutable_data_ptr<float>();
  for (std::int64_t i = 0; i < count; ++i) {
    values[i] = static_cast<float>(bound * (2.0 * random.uniform() - 1.0));
  }
  return weight;
}

}  // namespace w2s::models
