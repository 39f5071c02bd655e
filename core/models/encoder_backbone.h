// The encoder as a backbone: trained with the head, or frozen and folded for speed. Made by
// makeBackbone.
#pragma once

#include <array>

#include "core/models/backbone.h"
#include "core/models/encoder.h"

namespace w2s::models {

// For training: batch normalisation stays a layer of its own.
class EncoderBackbone final : public Backbone {
 public:
  explicit EncoderBackbone(Encoder encoder) : encoder_(std::move(encoder)) {}
  [[nodiscard]] at::Tensor features(const Inputs& inputs, Mode mode) const override;
  [[nodiscard]] std::int64_t width() const override {
    return encoder_.featureCount();
  }
  [[nodiscard]] NamedTensors parameters() const override {
    return encoder_.parameters();
  }
  [[nodiscard]] NamedTensors buffers() const override {
    return encoder_.buffers();
  }
  [[nodiscard]] std::string fingerprint() const override;

 private:
  Encoder encoder_;
};

// For inference. Each block's normalisation is a scale and a shift of its channels, so it goes into
// the convolution:
//     W' = W scale / sqrt(variance + epsilon),  b' = shift - mean scale / sqrt(variance + epsilon)
class FrozenEncoder final : public Backbone {
 public:
  explicit FrozenEncoder(const Encoder& encoder);
  [[nodiscard]] at::Tensor features(const Inputs& inputs, Mode mode) const override;
  [[nodiscard]] std::int64_t width() const override {
    return layers_.back().bias.size(0);
  }
  [[nodiscard]] std::string fingerprint() const override {
    return fingerprint_;
  }

 private:
  struct Layer {
    at::Tensor weight;
    at::Tensor bias;
    at::Tensor packed;  // the weight in the processor's own layout; undefined where there is none
  };
  void packForCpu();
  [[nodiscard]] at::Tensor piece(const at::Tensor& images) const;

  std::array<Layer, Encoder::kBlocks> layers_;
  std::string fingerprint_;
};

}  // namespace w2s::models
