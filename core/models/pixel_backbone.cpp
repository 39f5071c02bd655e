#include "core/models/pixel_backbone.h"

#include <optional>

#include <fmt/format.h>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/adaptive_avg_pool2d.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/zeros.h>

#include "core/models/encoder.h"
#include "core/models/initialisation.h"
#include "core/models/weights_hash.h"

namespace w2s::models {
namespace {

at::Tensor pooled(const at::Tensor& images, std::int64_t size) {
  return at::adaptive_avg_pool2d(images, {size, size}).flatten(1);
}

}  // namespace

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

}  // namespace w2s::models
