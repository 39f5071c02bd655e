// Backbones on points: the coordinates themselves, and random Fourier features.
#include <cmath>
#include <numbers>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linear.h>

#include "core/models/backbone_maker.h"
#include "core/models/weights_hash.h"

namespace w2s::models {
namespace {

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

at::Tensor CoordinatesBackbone::features(const Inputs& inputs, Mode) const {
  return inputs.values;
}

std::string CoordinatesBackbone::fingerprint() const {
  return weightsHash("coordinates-v1", {});
}

FourierBackbone::FourierBackbone(const config::FourierBackbone& config, Seed seed,
                                 at::Device device)
    : weight_(at::empty({config.width, 2}, at::kFloat)),
      shift_(at::empty({config.width}, at::kFloat)) {
  SplitMix64 random(seed);
  auto* weight = weight_.mutable_data_ptr<float>();
  auto* shift = shift_.mutable_data_ptr<float>();
  for (std::int64_t i = 0; i < config.width; ++i) {
    weight[2 * i] = static_cast<float>(config.scale * random.normal());
    weight[2 * i + 1] = static_cast<float>(config.scale * random.normal());
    shift[i] = static_cast<float>(2.0 * std::numbers::pi * random.uniform());
  }
  weight_ = weight_.to(device);
  shift_ = shift_.to(device);
}

at::Tensor FourierBackbone::features(const Inputs& inputs, Mode) const {
  const at::NoGradGuard no_grad;
  return at::linear(inputs.values, weight_, shift_)
      .cos_()
      .mul_(std::sqrt(2.0 / static_cast<double>(width())));
}

std::string FourierBackbone::fingerprint() const {
  return weightsHash("fourier-v1", {{"weight", weight_}, {"shift", shift_}});
}

}  // namespace

MadeBackbone makeFrom(Making<config::CoordinatesBackbone>,
                      const config::CoordinatesBackbone& config, const BackboneOptions& options) {
  W2S_CHECK(inputFor<data::Points>(config.kKind, options));
  return std::make_unique<CoordinatesBackbone>();
}

MadeBackbone makeFrom(Making<config::FourierBackbone>, const config::FourierBackbone& config,
                      const BackboneOptions& options) {
  W2S_CHECK(inputFor<data::Points>(config.kKind, options));
  return std::make_unique<FourierBackbone>(config, options.seed, options.device);
}

}  // namespace w2s::models
