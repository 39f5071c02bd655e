#include "core/models/encoder_backbone.h"

#include <algorithm>

#include <fmt/format.h>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/empty.h>

#include "core/models/weights_hash.h"

namespace w2s::models {
namespace {

// Images a piece: enough to keep one core busy, few enough that the activations stay in its cache.
constexpr std::int64_t kPieceOnCpu = 64;
constexpr std::int64_t kPieceOnGpu = 4096;

template <class Function>
at::Tensor inPieces(const at::Tensor& images, std::int64_t features, Function&& function) {
  const std::int64_t rows = images.size(0);
  const std::int64_t piece = images.is_cpu() ? kPieceOnCpu : kPieceOnGpu;
  if (rows <= piece) {
    return function(images);
  }
  at::Tensor result = at::empty({rows, features}, images.options());
  for (std::int64_t first = 0; first < rows; first += piece) {
    const std::int64_t count = std::min(piece, rows - first);
    result.narrow(0, first, count).copy_(function(images.narrow(0, first, count)));
  }
  return result;
}

std::string encoderFingerprint(const Encoder& encoder) {
  NamedTensors weights = encoder.parameters();
  const NamedTensors statistics = encoder.buffers();
  weights.insert(weights.end(), statistics.begin(), statistics.end());
  return weightsHash(
      fmt::format("{} mean {} deviation {}", kEncoderArchitecture, kPixelMean, kPixelDeviation),
      weights);
}

}  // namespace

at::Tensor EncoderBackbone::features(const at::Tensor& images, Mode mode) const {
  if (mode == Mode::Training) {
    return encoder_.features(images, NormStatistics::Batch);
  }
  const at::NoGradGuard no_grad;
  return inPieces(images, featureCount(), [this](const at::Tensor& piece) {
    return encoder_.features(piece, NormStatistics::Running);
  });
}

std::string EncoderBackbone::fingerprint() const {
  return encoderFingerprint(encoder_);
}

FrozenEncoder::FrozenEncoder(const Encoder& encoder) : fingerprint_(encoderFingerprint(encoder)) {
  const at::NoGradGuard no_grad;
  for (std::size_t i = 0; i < Encoder::kBlocks; ++i) {
    const ConvBlock& block = encoder.blocks()[i];
    // In double: folding must not cost the features accuracy.
    const at::Tensor factor =
        block.scale.to(at::kDouble)
            .div(block.running_variance.to(at::kDouble).add_(kNormEpsilon).sqrt_());
    layers_[i].weight = block.weight.to(at::kDouble)
                            .mul(factor.view({-1, 1, 1, 1}))
                            .to(at::kFloat)
                            .contiguous(at::MemoryFormat::ChannelsLast);
    layers_[i].bias = block.shift.to(at::kDouble)
                          .sub(block.running_mean.to(at::kDouble).mul(factor))
                          .to(at::kFloat);
  }
}

at::Tensor FrozenEncoder::features(const at::Tensor& images, Mode) const {
  const at::NoGradGuard no_grad;
  return inPieces(images, featureCount(), [this](const at::Tensor& part) { return piece(part); });
}

at::Tensor FrozenEncoder::piece(const at::Tensor& images) const {
  at::Tensor x = normalisePixels(images);
  for (std::size_t i = 0; i < Encoder::kBlocks; ++i) {
    x = at::conv2d(x, layers_[i].weight, layers_[i].bias, Encoder::kStrides[i], /*padding=*/1)
            .relu_();
  }
  return x.mean({2, 3});
}

}  // namespace w2s::models
