// Backbones on points: the coordinates themselves, and random Fourier features. Made by makeBackbone.
#pragma once

#include "core/models/backbone.h"

namespace w2s::models {

// features = the coordinates [B,2].
class CoordinatesBackbone final : public Backbone {
 public:
  [[nodiscard]] at::Tensor features(const Inputs& inputs, Mode mode) const override;
  [[nodiscard]] std::int64_t width() const override {
    return 2;
  }
  [[nodiscard]] std::string fingerprint() const override;
};

// features = sqrt(2 / D) cos(W x + b), W ~ N(0, scale^2) [D,2], b ~ U(0, 2 pi) [D]: a linear head
// on them approximates a kernel machine with the kernel exp(-scale^2 |x - x'|^2 / 2), so its
// boundary may bend as that kernel's. Source: Rahimi and Recht 2007, "Random features for
// large-scale kernel machines".
class FourierBackbone final : public Backbone {
 public:
  FourierBackbone(const config::FourierBackbone& config, Seed seed, at::Device device);
  [[nodiscard]] at::Tensor features(const Inputs& inputs, Mode mode) const override;
  [[nodiscard]] std::int64_t width() const override {
    return weight_.size(0);
  }
  [[nodiscard]] std::string fingerprint() const override;

 private:
  at::Tensor weight_;
  at::Tensor shift_;
};

}  // namespace w2s::models
