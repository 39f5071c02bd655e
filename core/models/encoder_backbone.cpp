#include "core/models/encoder_backbone.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/grad_mode.h>
#include <ATen/core/stack.h>
#include <ATen/ops/batch_norm.h>
#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/mm.h>

#include "core/models/backbone_maker.h"
#include "core/models/encoder_card.h"
#include "core/models/encoder_file.h"
#include "core/models/weights_hash.h"

namespace w2s::models {
namespace {

// Images a piece: enough to keep one core busy, few enough that the activations stay in its cache.
constexpr std::int64_t kPieceOnCpu = 64;
constexpr std::int64_t kPieceOnGpu = 4096;
constexpr std::int64_t kPackedSide =
    28;  // the image size that packed weights are laid out for; others work too

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

// The convolution of one channel as a product with the 3x3 windows: libraries block over input
// channels, of which there is one, so this takes a third of their time. [B,1,H,W] -> [B,out,h,w],
// channels_last.
at::Tensor convolutionOfOneChannel(const at::Tensor& images, const at::Tensor& weight,
                                   std::int64_t stride) {
  constexpr std::int64_t kWindow = 3;
  const at::Tensor windows = at::constant_pad_nd(images, {1, 1, 1, 1})
                                 .unfold(2, kWindow, stride)
                                 .unfold(3, kWindow, stride);
  const std::int64_t out = weight.size(0);
  return at::mm(windows.reshape({-1, kWindow * kWindow}), weight.reshape({out, -1}).t())
      .view({images.size(0), windows.size(2), windows.size(3), out})
      .permute({0, 3, 1, 2});
}

// The global average written so that its gradient comes in the layout of everything before it; that
// of mean({2, 3}) comes in another and is copied three times.
at::Tensor averageOfPixels(const at::Tensor& x) {
  return x.permute({0, 2, 3, 1}).reshape({x.size(0), -1, x.size(1)}).mean(1);
}

// Encoder::features with batch statistics, for fine-tuning on a CPU: the same up to rounding, in
// less time. Pre-training keeps the plain form, because its shipped weights are reproduced to the
// bit.
at::Tensor trainingFeatures(const Encoder& encoder, const at::Tensor& images) {
  at::Tensor x = images.sub(kPixelMean).div_(kPixelDeviation);
  for (std::size_t i = 0; i < Encoder::kBlocks; ++i) {
    const ConvBlock& block = encoder.blocks()[i];
    x = i == 0 ? convolutionOfOneChannel(x, block.weight, Encoder::kStrides[i])
               : at::conv2d(x, block.weight, /*bias=*/{}, Encoder::kStrides[i], /*padding=*/1);
    x = at::batch_norm(x, block.scale, block.shift, block.running_mean, block.running_variance,
                       /*training=*/true, kNormMomentum, kNormEpsilon, /*cudnn_enabled=*/true)
            .relu_();
  }
  return averageOfPixels(x);
}

// LibTorch's inference operators of oneDNN: weights packed once, bias and ReLU in the same pass.
// Not in every build.
std::optional<c10::OperatorHandle> operatorOf(const char* name) {
  return c10::Dispatcher::singleton().findSchema({name, ""});
}

at::Tensor callBoxed(const c10::OperatorHandle& handle, torch::jit::Stack stack) {
  handle.callBoxed(stack);
  return stack.front().toTensor();
}

using Integers = std::vector<std::int64_t>;

at::Tensor packedWeight(const at::Tensor& weight, std::int64_t stride, const Integers& input_size) {
  static const auto kReorder = operatorOf("mkldnn::_reorder_convolution_weight");
  if (!kReorder || !operatorOf("mkldnn::_convolution_pointwise")) {
    return {};
  }
  try {
    return callBoxed(*kReorder, {weight, Integers{1, 1}, Integers{stride, stride}, Integers{1, 1},
                                 std::int64_t{1}, input_size});
  } catch (const c10::Error&) {
    return {};  // a processor or a build without oneDNN: the plain convolution serves
  }
}

at::Tensor packedConvolution(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias,
                             std::int64_t stride) {
  static const auto kConvolution = operatorOf("mkldnn::_convolution_pointwise");
  return callBoxed(*kConvolution,
                   {x, weight, bias, Integers{1, 1}, Integers{stride, stride}, Integers{1, 1},
                    std::int64_t{1}, "relu", c10::List<std::optional<at::Scalar>>(), ""});
}

}  // namespace

at::Tensor EncoderBackbone::features(const Inputs& inputs, Mode mode) const {
  if (mode == Mode::Training) {
    return inputs.values.is_cpu() ? trainingFeatures(encoder_, inputs.values)
                                  : encoder_.features(inputs.values, NormStatistics::Batch);
  }
  const at::NoGradGuard no_grad;
  return inPieces(inputs.values, width(), [this](const at::Tensor& piece) {
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
  packForCpu();
}

void FrozenEncoder::packForCpu() {
  if (!layers_.front().weight.is_cpu()) {
    return;
  }
  std::int64_t side = kPackedSide;
  for (std::size_t i = 0; i < Encoder::kBlocks; ++i) {
    Layer& layer = layers_[i];
    layer.packed = packedWeight(layer.weight, Encoder::kStrides[i],
                                {kPieceOnCpu, layer.weight.size(1), side, side});
    side = (side + Encoder::kStrides[i] - 1) / Encoder::kStrides[i];
  }
}

at::Tensor FrozenEncoder::features(const Inputs& inputs, Mode) const {
  const at::NoGradGuard no_grad;
  return inPieces(inputs.values, width(), [this](const at::Tensor& part) { return piece(part); });
}

at::Tensor FrozenEncoder::piece(const at::Tensor& images) const {
  at::Tensor x = normalisePixels(images);
  for (std::size_t i = 0; i < Encoder::kBlocks; ++i) {
    const Layer& layer = layers_[i];
    x = layer.packed.defined()
            ? packedConvolution(x, layer.packed, layer.bias, Encoder::kStrides[i])
            : at::conv2d(x, layer.weight, layer.bias, Encoder::kStrides[i], /*padding=*/1).relu_();
  }
  return x.mean({2, 3});
}

namespace {

MadeBackbone wrapped(Encoder encoder, const BackboneOptions& options) {
  encoder.moveTo(options.device);
  if (options.tuning == config::Tuning::HeadOnly) {
    return std::make_unique<FrozenEncoder>(encoder);
  }
  return std::make_unique<EncoderBackbone>(std::move(encoder));
}

MadeBackbone makeStored(std::string_view kind, const std::filesystem::path& path,
                        const BackboneOptions& options) {
  W2S_TRY(const data::Pictures pictures, inputFor<data::Pictures>(kind, options));
  W2S_TRY(StoredEncoder stored, readEncoder(path));
  if (stored.card.input != pictures) {
    return fail(ErrorCode::InvalidArgument,
                sentence("The encoder {} is for images of {} x {} pixels; these have {} x {}.",
                         path.string(), stored.card.input.height, stored.card.input.width,
                         pictures.height, pictures.width));
  }
  if (options.tuning == config::Tuning::Scratch) {
    return wrapped(Encoder::random(stored.encoder.width(), options.seed), options);
  }
  return wrapped(std::move(stored.encoder), options);
}

}  // namespace

MadeBackbone makeFrom(Making<config::ConvnetBackbone>, const config::ConvnetBackbone& config,
                      const BackboneOptions& options) {
  W2S_CHECK(inputFor<data::Pictures>(config.kKind, options));
  return wrapped(Encoder::random(config.width, options.seed), options);
}

MadeBackbone makeFrom(Making<config::FashionSslBackbone>, const config::FashionSslBackbone& config,
                      const BackboneOptions& options) {
  W2S_TRY(const std::filesystem::path path, shippedEncoderPath());
  return makeStored(config.kKind, path, options);
}

MadeBackbone makeFrom(Making<config::FileBackbone>, const config::FileBackbone& config,
                      const BackboneOptions& options) {
  return makeStored(config.kKind, config.path, options);
}

}  // namespace w2s::models
