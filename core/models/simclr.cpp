#include "core/models/simclr.h"

#include <cmath>
#include <numbers>
#include <utility>

#include <fmt/format.h>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/batch_norm.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros.h>

#include "core/models/augment.h"
#include "core/models/initialisation.h"
#include "core/models/nt_xent.h"

namespace w2s::models {
namespace {

at::Tensor normalised(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& shift) {
  return at::batch_norm(x, scale, shift, /*running_mean=*/{}, /*running_var=*/{},
                        /*training=*/true, /*momentum=*/0.0, kNormEpsilon, /*cudnn_enabled=*/true);
}

void append(NamedTensors& all, const NamedTensors& more) {
  all.insert(all.end(), more.begin(), more.end());
}

// Encoder and projector, asked to collect gradients.
NamedTensors trainedTensors(const Encoder& encoder, const Projector& projector) {
  NamedTensors all = encoder.parameters();
  append(all, projector.parameters());
  for (NamedTensor& entry : all) {
    entry.tensor.requires_grad_(true);
  }
  return all;
}

}  // namespace

Projector::Projector(std::int64_t features, const config::PretrainConfig& config, Seed seed)
    : hidden_weight_(kaimingUniform({config.projector_hidden, features}, seed.child(0))),
      hidden_scale_(at::ones({config.projector_hidden})),
      hidden_shift_(at::zeros({config.projector_hidden})),
      out_weight_(kaimingUniform({config.projector_out, config.projector_hidden}, seed.child(1))),
      out_scale_(at::ones({config.projector_out})),
      out_shift_(at::zeros({config.projector_out})) {}

at::Tensor Projector::operator()(const at::Tensor& features) const {
  const at::Tensor hidden =
      normalised(at::linear(features, hidden_weight_), hidden_scale_, hidden_shift_).relu();
  return normalised(at::linear(hidden, out_weight_), out_scale_, out_shift_);
}

NamedTensors Projector::parameters() const {
  return {{"projector.hidden.weight", hidden_weight_}, {"projector.hidden.scale", hidden_scale_},
          {"projector.hidden.shift", hidden_shift_},   {"projector.out.weight", out_weight_},
          {"projector.out.scale", out_scale_},         {"projector.out.shift", out_shift_}};
}

at::Tensor EpochOrder::rowsOf(std::int64_t step) {
  const std::int64_t batches = rows_ / batch_;
  if (step / batches != epoch_) {
    epoch_ = step / batches;
    order_ = permutation(rows_, seed_.child(static_cast<std::uint64_t>(epoch_)));
  }
  return at::from_blob(order_.data() + step % batches * batch_, {batch_}, at::kLong);
}

SimclrTraining::SimclrTraining(at::Tensor images, const config::PretrainConfig& config)
    : config_(config),
      seed_(static_cast<std::uint64_t>(config.seed)),
      images_(std::move(images)),
      order_(images_.size(0), config.batch_images, seed_.child("batch_order")),
      encoder_(Encoder::random(config.width, seed_.child("encoder"))),
      projector_(encoder_.featureCount(), config, seed_.child("projector")),
      optimizer_(trainedTensors(encoder_, projector_),
                 AdamWOptions{.weight_decay = config.weight_decay,
                              .beta1 = config.beta1,
                              .beta2 = config.beta2,
                              .decay_vectors = false}) {}

double SimclrTraining::step(std::int64_t step) {
  const at::Tensor images = images_.index_select(0, order_.rowsOf(step)).to(at::kFloat).div_(255.0);
  const Seed seed = seed_.child("augment").child(static_cast<std::uint64_t>(step));
  const at::Tensor views = at::cat({augment(images, config_.augment, seed.child(0)),
                                    augment(images, config_.augment, seed.child(1))});
  const at::Tensor loss =
      ntXent(projector_(encoder_.features(views, NormStatistics::Batch)), config_.temperature);
  loss.backward();
  optimizer_.step(pretrainLearningRate(config_, step));
  return loss.item<double>();
}

NamedTensors SimclrTraining::state() const {
  NamedTensors all = encoder_.parameters();
  append(all, encoder_.buffers());
  append(all, projector_.parameters());
  append(all, optimizer_.state());
  return all;
}

Status SimclrTraining::restore(const NamedTensors& stored) {
  const at::NoGradGuard no_grad;
  for (const NamedTensor& entry : state()) {
    const at::Tensor* found = findTensor(stored, entry.name);
    if (found == nullptr || found->sizes() != entry.tensor.sizes()) {
      return fail(ErrorCode::BadFormat,
                  fmt::format("the tensor '{}' is {}", entry.name,
                              found == nullptr ? "missing" : "of another shape"));
    }
    entry.tensor.copy_(*found);
  }
  return {};
}

double pretrainLearningRate(const config::PretrainConfig& config, std::int64_t step) {
  if (step < config.warmup_steps) {
    return config.learning_rate * static_cast<double>(step + 1) /
           static_cast<double>(config.warmup_steps);
  }
  const double share = static_cast<double>(step - config.warmup_steps) /
                       static_cast<double>(config.steps - config.warmup_steps);
  return config.learning_rate * 0.5 * (1.0 + std::cos(std::numbers::pi * share));
}

}  // namespace w2s::models
