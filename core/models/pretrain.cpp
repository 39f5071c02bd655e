#include "core/models/pretrain.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/batch_norm.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>

#include "core/base/hash.h"
#include "core/models/adamw.h"
#include "core/models/augment.h"
#include "core/models/encoder.h"
#include "core/models/initialisation.h"
#include "core/models/nt_xent.h"
#include "core/weights/safetensors.h"

namespace w2s::models {
namespace {

constexpr std::int64_t kReportEvery = 10;
constexpr std::int64_t kFinalLossSteps = 50;
constexpr std::int64_t kCheckpointEvery = 250;

// Linear - batch normalisation - ReLU - linear - batch normalisation. Its own batch statistics always: it is dropped
// after training and keeps no running ones. A bias before a normalisation would have no effect.
struct Projector {
  at::Tensor hidden_weight, hidden_scale, hidden_shift;
  at::Tensor out_weight, out_scale, out_shift;

  Projector(std::int64_t features, const config::PretrainConfig& config, Seed seed)
      : hidden_weight(kaimingUniform({config.projector_hidden, features}, seed.child(0))),
        hidden_scale(at::ones({config.projector_hidden})),
        hidden_shift(at::zeros({config.projector_hidden})),
        out_weight(
            kaimingUniform({config.projector_out, config.projector_hidden}, seed.child(1))),
        out_scale(at::ones({config.projector_out})),
        out_shift(at::zeros({config.projector_out})) {}

  [[nodiscard]] at::Tensor operator()(const at::Tensor& features) const {
    const at::Tensor hidden =
        normalised(at::linear(features, hidden_weight), hidden_scale, hidden_shift).relu();
    return normalised(at::linear(hidden, out_weight), out_scale, out_shift);
  }

  [[nodiscard]] NamedTensors parameters() const {
    return {{"projector.hidden.weight", hidden_weight}, {"projector.hidden.scale", hidden_scale},
            {"projector.hidden.shift", hidden_shift},   {"projector.out.weight", out_weight},
            {"projector.out.scale", out_scale},         {"projector.out.shift", out_shift}};
  }

 private:
  static at::Tensor normalised(const at::Tensor& x, const at::Tensor& scale,
                               const at::Tensor& shift) {
    return at::batch_norm(x, scale, shift, /*running_mean=*/{}, /*running_var=*/{},
                          /*training=*/true, /*momentum=*/0.0, kNormEpsilon,
                          /*cudnn_enabled=*/true);
  }
};

// Linear rise over the warm-up, then a cosine to 0. `step` counts from 0.
double learningRate(const config::PretrainConfig& config, std::int64_t step) {
  if (step < config.warmup_steps) {
    return config.learning_rate * static_cast<double>(step + 1) /
           static_cast<double>(config.warmup_steps);
  }
  const double share = static_cast<double>(step - config.warmup_steps) /
                       static_cast<double>(config.steps - config.warmup_steps);
  return config.learning_rate * 0.5 * (1.0 + std::cos(std::numbers::pi * share));
}

// Rows of each batch: every epoch a fresh permutation, its incomplete last batch left out.
class BatchOrder {
 public:
  BatchOrder(std::int64_t rows, std::int64_t batch, Seed seed)
      : rows_(rows), batch_(batch), seed_(seed) {}

  [[nodiscard]] at::Tensor rowsOf(std::int64_t step) {
    const std::int64_t batches = rows_ / batch_;
    if (step / batches != epoch_) {
      epoch_ = step / batches;
      order_ = permutation(rows_, seed_.child(static_cast<std::uint64_t>(epoch_)));
    }
    return at::from_blob(order_.data() + step % batches * batch_, {batch_}, at::kLong);
  }

 private:
  std::int64_t rows_;
  std::int64_t batch_;
  Seed seed_;
  std::int64_t epoch_ = -1;
  std::vector<std::int64_t> order_;
};

class Training {
 public:
  Training(const ImageRows& images, const config::PretrainConfig& config)
      : config_(config),
        seed_(static_cast<std::uint64_t>(config.seed)),
        pixels_(at::from_blob(const_cast<std::uint8_t*>(images.pixels.data()),
                              {images.rows, 1, images.height, images.width}, at::kByte)),
        order_(images.rows, config.batch_images, seed_.child("batch_order")),
        encoder_(Encoder::random(config.width, seed_.child("encoder"))),
        projector_(encoder_.featureCount(), config, seed_.child("projector")),
        optimizer_(trainedTensors(encoder_, projector_),
                   AdamWOptions{.weight_decay = config.weight_decay,
                                .beta1 = config.beta1,
                                .beta2 = config.beta2,
                                .decay_vectors = false}) {}

  // One update; the loss before it.
  double step(std::int64_t step) {
    const at::Tensor images =
        pixels_.index_select(0, order_.rowsOf(step)).to(at::kFloat).div_(255.0);
    const Seed seed = seed_.child("augment").child(static_cast<std::uint64_t>(step));
    const at::Tensor views = at::cat({augment(images, config_.augment, seed.child(0)),
                                      augment(images, config_.augment, seed.child(1))});
    const at::Tensor loss =
        ntXent(projector_(encoder_.features(views, NormStatistics::Batch)), config_.temperature);
    loss.backward();
    optimizer_.step(learningRate(config_, step));
    return loss.item<double>();
  }

  [[nodiscard]] const Encoder& encoder() const {
    return encoder_;
  }

  // Everything that changes from step to step; shared, not copies.
  [[nodiscard]] NamedTensors state() const {
    NamedTensors all = encoder_.parameters();
    for (const NamedTensors& more :
         {encoder_.buffers(), projector_.parameters(), optimizer_.state()}) {
      all.insert(all.end(), more.begin(), more.end());
    }
    return all;
  }

 private:
  static NamedTensors trainedTensors(const Encoder& encoder, const Projector& projector) {
    NamedTensors all = encoder.parameters();
    const NamedTensors rest = projector.parameters();
    all.insert(all.end(), rest.begin(), rest.end());
    for (NamedTensor& entry : all) {
      entry.tensor.requires_grad_(true);
    }
    return all;
  }

  const config::PretrainConfig& config_;
  Seed seed_;
  at::Tensor pixels_;
  BatchOrder order_;
  Encoder encoder_;
  Projector projector_;
  AdamW optimizer_;
};

// float16: half the size, and a feature changes by less than the test rows can tell.
NamedTensors asHalf(const Encoder& encoder) {
  NamedTensors stored = encoder.parameters();
  const NamedTensors statistics = encoder.buffers();
  stored.insert(stored.end(), statistics.begin(), statistics.end());
  for (NamedTensor& entry : stored) {
    entry.tensor = entry.tensor.detach().to(at::kHalf);
  }
  return stored;
}

Status checkImages(const ImageRows& images, const config::PretrainConfig& config) {
  if (images.rows < config.batch_images) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("Pretraining has {} images, fewer than one batch of {}: lower "
                            "batch_images or give more images.",
                            images.rows, config.batch_images));
  }
  return {};
}

std::filesystem::path checkpointPath(const std::filesystem::path& output) {
  std::filesystem::path path = output;
  path += ".checkpoint";
  return path;
}

double secondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

Result<PretrainOutcome> pretrain(const ImageRows& images, const PretrainOptions& options) {
  const config::PretrainConfig& config = options.config;
  W2S_CHECK(checkImages(images, config));
  at::set_num_threads(static_cast<int>(config.threads));
  const auto start = std::chrono::steady_clock::now();

  Training training(images, config);
  double reported_sum = 0.0;
  double final_sum = 0.0;
  const std::int64_t final_steps = std::min(kFinalLossSteps, config.steps);
  for (std::int64_t step = 0; step < config.steps; ++step) {
    const double loss = training.step(step);
    if (!std::isfinite(loss)) {
      return fail(ErrorCode::NonFinite,
                  fmt::format("The contrastive loss became {} at step {}: lower learning_rate.",
                              loss, step + 1));
    }
    reported_sum += loss;
    final_sum += step >= config.steps - final_steps ? loss : 0.0;
    const std::int64_t since_report = step % kReportEvery + 1;
    if (since_report == kReportEvery || step + 1 == config.steps) {
      const PretrainProgress progress{.step = step + 1,
                                      .steps = config.steps,
                                      .loss = reported_sum / static_cast<double>(since_report),
                                      .learning_rate = learningRate(config, step),
                                      .seconds = secondsSince(start)};
      reported_sum = 0.0;
      if (options.observer && !options.observer(progress)) {
        return fail(ErrorCode::Interrupted,
                    fmt::format("Pretraining was stopped after step {}; nothing was written.",
                                step + 1));
      }
    }
    if ((step + 1) % kCheckpointEvery == 0) {
      W2S_CHECK(writeSafetensors(checkpointPath(options.output), training.state(),
                                 {{"step", fmt::format("{}", step + 1)}}));
    }
  }

  const NamedTensors stored = asHalf(training.encoder());
  W2S_CHECK(writeSafetensors(options.output, stored,
                             {{"architecture", std::string(kEncoderArchitecture)}}));
  PretrainOutcome outcome{.steps = config.steps,
                          .images = images.rows,
                          .final_loss = final_sum / static_cast<double>(final_steps),
                          .seconds = secondsSince(start)};
  for (const NamedTensor& entry : training.encoder().parameters()) {
    outcome.parameters += entry.tensor.numel();
  }
  W2S_TRY(outcome.file_hash, hashOfFile(options.output));
  return outcome;
}

}  // namespace w2s::models
