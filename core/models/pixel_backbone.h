// Backbones on pooled pixels: the pixels themselves, and a multilayer perceptron. Made by
// makeBackbone.
#pragma once

#include <vector>

#include "core/models/backbone.h"

namespace w2s::models {

// features = the image average-pooled to size x size, row by row, in [0,1].
class PixelBackbone final : public Backbone {
 public:
  explicit PixelBackbone(std::int64_t size) : size_(size) {}
  [[nodiscard]] at::Tensor features(const Inputs& inputs, Mode mode) const override;
  [[nodiscard]] std::int64_t width() const override {
    return size_ * size_;
  }
  [[nodiscard]] std::string fingerprint() const override;

 private:
  std::int64_t size_;
};

// Pooled pixels, normalised as for the encoder, then `layers` times relu(W x + b). W
// Kaiming-uniform, b zero.
class MlpBackbone final : public Backbone {
 public:
  MlpBackbone(const config::MlpBackbone& config, Seed seed, config::Tuning tuning,
              at::Device device);
  [[nodiscard]] at::Tensor features(const Inputs& inputs, Mode mode) const override;
  [[nodiscard]] std::int64_t width() const override {
    return layers_.back().weight.size(0);
  }
  [[nodiscard]] NamedTensors parameters() const override;
  [[nodiscard]] std::string fingerprint() const override;

 private:
  struct Layer {
    at::Tensor weight;
    at::Tensor bias;
  };
  [[nodiscard]] NamedTensors weights() const;

  std::int64_t size_;
  bool frozen_;
  std::vector<Layer> layers_;
};

}  // namespace w2s::models
