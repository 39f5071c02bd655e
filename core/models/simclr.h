// One SimCLR training: its whole state, one step, and what a checkpoint must hold. Internal to
// core/models.
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/base/seed.h"
#include "core/config/pretrain_config.h"
#include "core/models/adamw.h"
#include "core/models/encoder.h"
#include "core/weights/named_tensors.h"

namespace w2s::models {

// Linear - batch normalisation - ReLU - linear - batch normalisation, without biases: a
// normalisation would cancel them. Always the batch's own statistics: it is dropped after training
// and keeps no running ones.
class Projector {
 public:
  Projector(std::int64_t features, const config::PretrainConfig& config, Seed seed);
  [[nodiscard]] at::Tensor operator()(const at::Tensor& features) const;
  [[nodiscard]] NamedTensors parameters() const;

 private:
  at::Tensor hidden_weight_, hidden_scale_, hidden_shift_;
  at::Tensor out_weight_, out_scale_, out_shift_;
};

// Rows of each batch: every epoch a fresh permutation, its incomplete last batch left out.
class EpochOrder {
 public:
  EpochOrder(std::int64_t rows, std::int64_t batch, Seed seed)
      : rows_(rows), batch_(batch), seed_(seed) {}
  // [batch] int64, valid until the next call.
  [[nodiscard]] at::Tensor rowsOf(std::int64_t step);

 private:
  std::int64_t rows_;
  std::int64_t batch_;
  Seed seed_;
  std::int64_t epoch_ = -1;
  std::vector<std::int64_t> order_;
};

class SimclrTraining {
 public:
  // images [N,1,H,W] uint8, N >= config.batch_images.
  SimclrTraining(at::Tensor images, const config::PretrainConfig& config);

  // Update number `step`, counted from 0; returns the batch's loss before it. What it does depends
  // on the state and on `step` alone, so a training goes on from a checkpoint as if it had never
  // stopped.
  double step(std::int64_t step);

  [[nodiscard]] const Encoder& encoder() const {
    return encoder_;
  }
  // Everything that changes from step to step; shared, not copies.
  [[nodiscard]] NamedTensors state() const;
  // Copies a stored state in. Errors: a tensor is missing or of another shape.
  [[nodiscard]] Status restore(const NamedTensors& stored);

 private:
  config::PretrainConfig config_;
  Seed seed_;
  at::Tensor images_;
  EpochOrder order_;
  Encoder encoder_;
  Projector projector_;
  AdamW optimizer_;
};

// Linear rise over the warm-up, then a cosine to 0. `step` counts from 0.
[[nodiscard]] double pretrainLearningRate(const config::PretrainConfig& config, std::int64_t step);

}  // namespace w2s::models
