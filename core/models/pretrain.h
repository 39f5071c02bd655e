// Self-supervised training of the encoder on images without labels (SimCLR), and what its encoder is worth.
// Torch-free: the command line and tests see values only.
//
// Source: Chen et al. 2020 (two augmented views, projector of two layers, NT-Xent). Deviations: views are made for 28 x
// 28 grey images (core/models/augment.h), the projector ends in a batch normalisation, the optimiser is AdamW.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "core/base/result.h"
#include "core/config/pretrain_config.h"

namespace w2s::models {

// Grey images of one size with labels for the probe alone; training never sees the labels. Pixels row by row, 0 to 255.
struct ImageRows {
  std::span<const std::uint8_t> pixels;  // rows * height * width
  std::span<const std::uint8_t> labels;  // rows, each below `classes`; empty where no label is needed
  std::int64_t rows = 0;
  std::int64_t height = 0;
  std::int64_t width = 0;
};

struct PretrainProgress {
  std::int64_t step = 0;  // completed
  std::int64_t steps = 0;
  double loss = 0.0;           // mean since the last call
  double learning_rate = 0.0;  // of the last step
  double seconds = 0.0;
};
// Called every few steps on the calling thread; false stops the training with ErrorCode::Interrupted.
using PretrainObserver = std::function<bool(const PretrainProgress&)>;

struct PretrainOptions {
  config::PretrainConfig config;
  std::filesystem::path output;  // encoder weights, float16 safetensors
  PretrainObserver observer;
};

struct PretrainOutcome {
  std::int64_t steps = 0;
  std::int64_t images = 0;
  double final_loss = 0.0;  // mean of the last 50 steps
  double seconds = 0.0;
  std::int64_t parameters = 0;
  std::string file_hash = {};  // of the written file
};

// Trains on `images` and writes the encoder. Equal configuration, images, LibTorch build and thread count give a
// bit-equal file. Errors: fewer images than a batch, a loss that is not finite, a file that cannot be written.
[[nodiscard]] Result<PretrainOutcome> pretrain(const ImageRows& images,
                                               const PretrainOptions& options);

}  // namespace w2s::models
