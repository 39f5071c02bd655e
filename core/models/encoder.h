// The convolutional encoder behind fashion-ssl, convnet and encoders from a file.
//
// images [B,1,H,W] float32 in [0,1] -> (x - 0.286) / 0.353 -> four blocks of 3x3 convolution
// (padding 1, no bias), batch normalisation, ReLU -> global average -> features [B, 8 width]
// float32, not negative.
//
//     block     channels              stride   28 x 28 becomes
//     0         1         -> width    2        14 x 14
//     1         width     -> 2 width  2        7 x 7
//     2         2 width   -> 4 width  1        7 x 7
//     3         4 width   -> 8 width  2        4 x 4
//
// Weights are explicit tensors and layers are ATen calls: no module registry, no global state.
// Convolution weights are kept in the channels_last layout (measured: a quarter less time a
// training step on CPU than NCHW).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/base/seed.h"
#include "core/weights/named_tensors.h"

namespace w2s::models {

inline constexpr std::string_view kEncoderArchitecture = "w2s-conv4-v1";
inline constexpr double kPixelMean = 0.286;
inline constexpr double kPixelDeviation = 0.353;
inline constexpr double kNormEpsilon = 1e-5;
inline constexpr double kNormMomentum = 0.1;  // weight of a batch in the running statistics

// One block: y = ReLU(scale (conv(x) - mean) / sqrt(variance + epsilon) + shift).
struct ConvBlock {
  at::Tensor weight;            // [out, in, 3, 3]
  at::Tensor scale;             // [out]
  at::Tensor shift;             // [out]
  at::Tensor running_mean;      // [out]
  at::Tensor running_variance;  // [out]
};

// Statistics of batch normalisation: of the batch itself (training; also moves the running ones a
// tenth of the way), or the running ones (inference).
enum class NormStatistics { Batch, Running };

class Encoder {
 public:
  static constexpr std::size_t kBlocks = 4;
  static constexpr std::array<std::int64_t, kBlocks> kStrides{2, 2, 1, 2};

  // Kaiming-uniform weights, U(-1/sqrt(fan_in), 1/sqrt(fan_in)); scale 1, shift 0. width > 0.
  [[nodiscard]] static Encoder random(std::int64_t width, Seed seed);
  // From tensors blocks.N.{weight,scale,shift,running_mean,running_variance} of any floating type;
  // `source` is what errors call their file. Errors: a missing, surplus or misshapen tensor, a
  // value that is not finite.
  [[nodiscard]] static Result<Encoder> fromTensors(const NamedTensors& tensors,
                                                   std::string_view source);

  // Gradients flow to parameters that require them. Statistics::Batch changes the running
  // statistics in place.
  [[nodiscard]] at::Tensor features(const at::Tensor& images, NormStatistics statistics) const;

  [[nodiscard]] std::int64_t width() const;
  [[nodiscard]] std::int64_t featureCount() const {
    return 8 * width();
  }
  // Shared with the encoder, not copies: weight, scale and shift of each block; running statistics
  // of each block.
  [[nodiscard]] NamedTensors parameters() const;
  [[nodiscard]] NamedTensors buffers() const;
  [[nodiscard]] const std::array<ConvBlock, kBlocks>& blocks() const {
    return blocks_;
  }
  void moveTo(at::Device device);

 private:
  std::array<ConvBlock, kBlocks> blocks_;
};

// (x - mean) / deviation, in the channels_last layout.
[[nodiscard]] at::Tensor normalisePixels(const at::Tensor& images);

}  // namespace w2s::models
