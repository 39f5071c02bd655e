// The backbone on features that another program made. Made by makeBackbone.
#pragma once

#include <string>

#include "core/models/backbone.h"

namespace w2s::models {

// features = the vectors themselves [B,D], as float32.
class FeatureBackbone final : public Backbone {
 public:
  FeatureBackbone(std::string set, data::Vectors vectors)
      : set_(std::move(set)), vectors_(vectors) {}
  [[nodiscard]] at::Tensor features(const Inputs& inputs, Mode mode) const override;
  [[nodiscard]] std::int64_t width() const override {
    return vectors_.width;
  }
  [[nodiscard]] std::string_view featureSet() const override {
    return set_;
  }
  [[nodiscard]] std::string fingerprint() const override;

 private:
  std::string set_;
  data::Vectors vectors_;
};

}  // namespace w2s::models
