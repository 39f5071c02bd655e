#include "core/models/point_backbone.h"

#include <cmath>
#include <numbers>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linear.h>

#include "core/models/weights_hash.h"

namespace w2s::models {

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

}  // namespace w2s::models
