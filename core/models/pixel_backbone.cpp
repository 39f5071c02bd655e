// Backbones on pooled pixels: the pixels themselves, and a multilayer perceptron.
#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/adaptive_avg_pool2d.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/zeros.h>

#include "core/models/backbone_maker.h"
#include "core/models/encoder.h"
#include "core/models/initialisation.h"
#include "core/models/weights_hash.h"

namespace w2s::models {
namespace {

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

Status checkThumbnail(std::int64_t size, const data::Pictures& input) {
  const std::int64_t side = std::min(input.height, input.width);
  if (size < 1 || size > side) {
    return fail(ErrorCode::InvalidArgument,
                sentence("A thumbnail of {} x {} pixels cannot be made from images of {} x {}: "
                         "choose a size from 1 to {}.",
                         size, size, input.height, input.width, side));
  }
  return {};
}

at::Tensor pooled(const at::Tensor& images, std::int64_t size) {
  return at::adaptive_avg_pool2d(images, {size, size}).flatten(1);
}

at::Tensor PixelBackbone::features(const Inputs& inputs, Mode) const {
  const at::NoGradGuard no_grad;
  return pooled(inputs.values, size_);
}

std::string PixelBackbone::fingerprint() const {
  return weightsHash(fmt::format("pixels-v1 size {}", size_), {});
}

MlpBackbone::MlpBackbone(const config::MlpBackbone& config, Seed seed, config::Tuning tuning,
                         at::Device device)
    : size_(config.size), frozen_(tuning == config::Tuning::HeadOnly) {
  std::int64_t inputs = config.size * config.size;
  for (std::int64_t i = 0; i < config.layers; ++i) {
    layers_.push_back(
        {kaimingUniform({config.width, inputs}, seed.child(static_cast<std::uint64_t>(i)))
             .to(device),
         at::zeros({config.width}, at::TensorOptions(at::kFloat).device(device))});
    inputs = config.width;
  }
}

at::Tensor MlpBackbone::features(const Inputs& inputs, Mode mode) const {
  std::optional<at::NoGradGuard> no_grad;
  if (mode == Mode::Inference || frozen_) {
    no_grad.emplace();
  }
  at::Tensor x = pooled(inputs.values, size_).sub(kPixelMean).div_(kPixelDeviation);
  for (const Layer& layer : layers_) {
    x = at::linear(x, layer.weight, layer.bias).relu();
  }
  return x;
}

NamedTensors MlpBackbone::weights() const {
  NamedTensors all;
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    all.push_back({fmt::format("layers.{}.weight", i), layers_[i].weight});
    all.push_back({fmt::format("layers.{}.bias", i), layers_[i].bias});
  }
  return all;
}

NamedTensors MlpBackbone::parameters() const {
  return frozen_ ? NamedTensors{} : weights();
}

std::string MlpBackbone::fingerprint() const {
  return weightsHash(
      fmt::format("mlp-v1 size {} mean {} deviation {}", size_, kPixelMean, kPixelDeviation),
      weights());
}

}  // namespace

MadeBackbone makeFrom(Making<config::PixelsBackbone>, const config::PixelsBackbone& config,
                      const BackboneOptions& options) {
  W2S_TRY(const data::Pictures pictures, inputFor<data::Pictures>(config.kKind, options));
  W2S_CHECK(checkThumbnail(config.size, pictures));
  return std::make_unique<PixelBackbone>(config.size);
}

MadeBackbone makeFrom(Making<config::MlpBackbone>, const config::MlpBackbone& config,
                      const BackboneOptions& options) {
  W2S_TRY(const data::Pictures pictures, inputFor<data::Pictures>(config.kKind, options));
  W2S_CHECK(checkThumbnail(config.size, pictures));
  return std::make_unique<MlpBackbone>(config, options.seed, options.tuning, options.device);
}

}  // namespace w2s::models
