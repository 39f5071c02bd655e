#include "core/models/encoder.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ATen/ops/batch_norm.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/isfinite.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros.h>

#include "core/models/initialisation.h"

namespace w2s::models {
namespace {

std::vector<std::int64_t> weightShape(std::int64_t width, std::size_t block) {
  const std::int64_t out = width << block;
  const std::int64_t in = block == 0 ? 1 : out / 2;
  return {out, in, 3, 3};
}

std::string blockName(std::size_t block, std::string_view part) {
  return fmt::format("blocks.{}.{}", block, part);
}

// The tensor as a float32 copy of the expected shape.
Result<at::Tensor> take(const NamedTensors& tensors, const std::string& name,
                        const std::vector<std::int64_t>& shape, std::string_view source) {
  const at::Tensor* found = findTensor(tensors, name);
  if (found == nullptr) {
    return fail(
        ErrorCode::BadFormat,
        sentence("{} holds no tensor '{}': it is no encoder of this architecture.", source, name));
  }
  if (!found->is_floating_point() || found->sizes() != at::IntArrayRef(shape)) {
    return fail(ErrorCode::BadFormat,
                sentence("{}: tensor '{}' has the shape [{}], expected are floating-point "
                         "numbers of shape [{}].",
                         source, name, fmt::join(found->sizes(), ", "), fmt::join(shape, ", ")));
  }
  if (!at::isfinite(*found).all().item<bool>()) {
    return fail(ErrorCode::BadFormat,
                sentence("{}: tensor '{}' holds a value that is not finite.", source, name));
  }
  return found->to(at::kFloat, /*non_blocking=*/false, /*copy=*/true);
}

}  // namespace

at::Tensor normalisePixels(const at::Tensor& images) {
  return images.sub(kPixelMean).div_(kPixelDeviation).contiguous(at::MemoryFormat::ChannelsLast);
}

Encoder Encoder::random(std::int64_t width, Seed seed) {
  Encoder encoder;
  for (std::size_t i = 0; i < kBlocks; ++i) {
    const auto shape = weightShape(width, i);
    ConvBlock& block = encoder.blocks_[i];
    block.weight = kaimingUniform(shape, seed.child(i)).contiguous(at::MemoryFormat::ChannelsLast);
    block.scale = at::ones({shape[0]});
    block.shift = at::zeros({shape[0]});
    block.running_mean = at::zeros({shape[0]});
    block.running_variance = at::ones({shape[0]});
  }
  return encoder;
}

Result<Encoder> Encoder::fromTensors(const NamedTensors& tensors, std::string_view source) {
  const at::Tensor* first = findTensor(tensors, blockName(0, "weight"));
  const std::int64_t width = first != nullptr && first->dim() == 4 ? first->size(0) : 0;
  if (width < 1 || width > 4096) {
    return fail(ErrorCode::BadFormat,
                sentence("{} is no encoder: it lacks 'blocks.0.weight' of shape [width, 1, 3, 3].",
                         source));
  }
  Encoder encoder;
  for (std::size_t i = 0; i < kBlocks; ++i) {
    const auto shape = weightShape(width, i);
    ConvBlock& block = encoder.blocks_[i];
    W2S_TRY(block.weight, take(tensors, blockName(i, "weight"), shape, source));
    block.weight = block.weight.contiguous(at::MemoryFormat::ChannelsLast);
    W2S_TRY(block.scale, take(tensors, blockName(i, "scale"), {shape[0]}, source));
    W2S_TRY(block.shift, take(tensors, blockName(i, "shift"), {shape[0]}, source));
    W2S_TRY(block.running_mean, take(tensors, blockName(i, "running_mean"), {shape[0]}, source));
    W2S_TRY(block.running_variance,
            take(tensors, blockName(i, "running_variance"), {shape[0]}, source));
    if (block.running_variance.lt(0).any().item<bool>()) {
      return fail(ErrorCode::BadFormat, sentence("{}: tensor '{}' holds a negative variance.",
                                                 source, blockName(i, "running_variance")));
    }
  }
  if (tensors.size() != 5 * kBlocks) {
    return fail(ErrorCode::BadFormat,
                sentence("{} holds {} tensors, an encoder of this architecture has {}.", source,
                         tensors.size(), 5 * kBlocks));
  }
  return encoder;
}

at::Tensor Encoder::features(const at::Tensor& images, NormStatistics statistics) const {
  at::Tensor x = normalisePixels(images);
  for (std::size_t i = 0; i < kBlocks; ++i) {
    const ConvBlock& block = blocks_[i];
    x = at::conv2d(x, block.weight, /*bias=*/{}, kStrides[i], /*padding=*/1);
    x = at::batch_norm(x, block.scale, block.shift, block.running_mean, block.running_variance,
                       statistics == NormStatistics::Batch, kNormMomentum, kNormEpsilon,
                       /*cudnn_enabled=*/true);
    x = x.relu_();
  }
  return x.mean({2, 3});
}

std::int64_t Encoder::width() const {
  return blocks_[0].weight.size(0);
}

NamedTensors Encoder::parameters() const {
  NamedTensors list;
  for (std::size_t i = 0; i < kBlocks; ++i) {
    list.push_back({blockName(i, "weight"), blocks_[i].weight});
    list.push_back({blockName(i, "scale"), blocks_[i].scale});
    list.push_back({blockName(i, "shift"), blocks_[i].shift});
  }
  return list;
}

NamedTensors Encoder::buffers() const {
  NamedTensors list;
  for (std::size_t i = 0; i < kBlocks; ++i) {
    list.push_back({blockName(i, "running_mean"), blocks_[i].running_mean});
    list.push_back({blockName(i, "running_variance"), blocks_[i].running_variance});
  }
  return list;
}

void Encoder::moveTo(at::Device device) {
  for (ConvBlock& block : blocks_) {
    for (at::Tensor* tensor : {&block.weight, &block.scale, &block.shift, &block.running_mean,
                               &block.running_variance}) {
      *tensor = tensor->to(device);
    }
  }
}

}  // namespace w2s::models
