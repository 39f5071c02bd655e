// `w2s pretrain`: self-supervised training of the encoder on images without labels (SimCLR), and
// what it is worth. Torch-free: the command line sees values only.
//
// Source: Chen et al. 2020 (two augmented views, a projector of two layers, NT-Xent). Deviations:
// views are made for small grey images (core/models/augment.h), the projector ends in a batch
// normalisation, the optimiser is AdamW.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "core/base/result.h"
#include "core/config/pretrain_config.h"
#include "core/models/encoder_card.h"

namespace w2s::models {

// Grey images with labels. Pixels row by row, one byte each.
struct LabelledImages {
  std::span<const std::uint8_t> pixels;  // rows * height * width
  std::span<const std::int64_t> labels;  // rows, in [0, classes)
  data::Pictures shape;
  [[nodiscard]] std::int64_t rows() const {
    return static_cast<std::int64_t>(labels.size());
  }
};

struct PretrainData {
  LabelledImages training;  // the encoder's images; their labels serve the final probe alone
  LabelledImages judged;    // rows the encoder never sees, on which the probe is judged
  std::int64_t classes = 0;
  std::string description;  // for the card: which rows of which data set
  std::string fingerprint;  // of that data set
};

struct PretrainProgress {
  std::int64_t step = 0;  // completed
  std::int64_t steps = 0;
  double loss = 0.0;  // mean since the last call
  double learning_rate = 0.0;
  double seconds_a_step = 0.0;  // since this process began training
};
// Called every few steps on the calling thread; false stops after that step.
using PretrainObserver = std::function<bool(const PretrainProgress&)>;

struct PretrainOptions {
  config::PretrainConfig config;
  std::filesystem::path output;  // the weights' file; the card goes beside it
  bool resume = false;           // go on from OUTPUT.checkpoint
  PretrainObserver observer = {};
};

// Trains, writes weights and card, and returns the card. A checkpoint beside the output is written
// every 250 steps and when the observer stops the training, and is removed at the end. Equal
// recipe, images, LibTorch build and thread count give bit-equal weights, resumed or not. Errors:
// too few images, a checkpoint of another training, a loss that is not finite, a file that cannot
// be written, Interrupted.
[[nodiscard]] Result<EncoderCard> pretrain(const PretrainData& data,
                                           const PretrainOptions& options);

}  // namespace w2s::models
