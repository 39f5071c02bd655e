#include "core/train/input_batches.h"

#include <vector>

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/index.h>
#include <ATen/ops/tensor.h>

namespace w2s::train {
namespace {

constexpr std::int64_t kMaxShift = 2;  // pixels

// One gather for the whole batch: pixel (y, x) of image b comes from (y + dy_b, x' + dx_b) of the
// padded image, where x' runs backwards in a mirrored one.
at::Tensor shiftedAndFlipped(const at::Tensor& images, SplitMix64 random) {
  const auto count = images.size(0);
  const auto height = images.size(2);
  const auto width = images.size(3);
  std::vector<std::int64_t> shift_y;
  std::vector<std::int64_t> shift_x;
  std::vector<std::int64_t> direction;
  std::vector<std::int64_t> origin;
  for (std::int64_t i = 0; i < count; ++i) {
    shift_y.push_back(static_cast<std::int64_t>(random.below(2 * kMaxShift + 1)));
    shift_x.push_back(static_cast<std::int64_t>(random.below(2 * kMaxShift + 1)));
    const bool is_mirrored = random.below(2) == 1;
    direction.push_back(is_mirrored ? -1 : 1);
    origin.push_back(is_mirrored ? width - 1 : 0);
  }
  const auto column = [&](const std::vector<std::int64_t>& values) {
    return at::tensor(values, at::kLong).to(images.device());
  };
  const auto index_options = at::TensorOptions().dtype(at::kLong).device(images.device());
  const at::Tensor rows =
      at::arange(height, index_options).view({1, height, 1}) + column(shift_y).view({count, 1, 1});
  const at::Tensor columns =
      at::arange(width, index_options).view({1, 1, width}) * column(direction).view({count, 1, 1}) +
      column(origin).view({count, 1, 1}) + column(shift_x).view({count, 1, 1});
  const at::Tensor padded =
      at::constant_pad_nd(images, {kMaxShift, kMaxShift, kMaxShift, kMaxShift}).squeeze(1);
  const at::Tensor which = at::arange(count, index_options).view({count, 1, 1});
  return at::index(padded, {which, rows, columns}).unsqueeze(1);
}

// A batch as it is read -> the batch as the student sees it, of the same shape.
using Augment = at::Tensor (*)(const at::Tensor& values, SplitMix64 random);

// An augmentation is a name with what it changes (config::Augmentation) and a line here.
Augment augmentOf(config::Augmentation augmentation) {
  switch (augmentation) {
    case config::Augmentation::None:
      return nullptr;
    case config::Augmentation::ShiftFlip:
      return shiftedAndFlipped;
  }
  return nullptr;
}

}  // namespace

InputBatches::InputBatches(at::Tensor stored, config::Augmentation augmentation, Seed seed)
    : stored_(std::move(stored)), augment_(augmentOf(augmentation)), seed_(seed) {}

models::Inputs InputBatches::inputs(const at::Tensor& rows, std::int64_t step) {
  const at::NoGradGuard no_grad;
  models::Inputs batch = models::inputsOf(stored_.index_select(0, rows));
  if (augment_ != nullptr) {
    batch.values =
        augment_(batch.values, SplitMix64(seed_.child(static_cast<std::uint64_t>(step))));
  }
  return batch;
}

}  // namespace w2s::train
