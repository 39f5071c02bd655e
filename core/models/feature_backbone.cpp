#include "core/models/feature_backbone.h"

#include <fmt/format.h>

#include "core/models/weights_hash.h"

namespace w2s::models {

at::Tensor FeatureBackbone::features(const Inputs& inputs, Mode) const {
  return inputs.values;
}

std::string FeatureBackbone::fingerprint() const {
  return weightsHash(
      fmt::format("features-v1 {} {} {}", set_, vectors_.width, static_cast<int>(vectors_.type)),
      {});
}

}  // namespace w2s::models
