#include "core/models/augment.h"

#include <algorithm>
#include <cmath>

#include <ATen/ops/affine_grid_generator.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/grid_sampler.h>

namespace w2s::models {
namespace {

double between(SplitMix64& random, double low, double high) {
  return low + (high - low) * random.uniform();
}

double logBetween(SplitMix64& random, double low, double high) {
  return std::exp(between(random, std::log(low), std::log(high)));
}

// Rows of the 2x3 matrix that takes view coordinates to image coordinates, both in [-1, 1] (x, y,
// 1).
void drawGeometry(SplitMix64& random, const config::AugmentConfig& options, float* theta) {
  const double area = between(random, options.min_area, 1.0);
  const double aspect = logBetween(random, 1.0 / options.max_aspect, options.max_aspect);
  const double half_width = std::min(1.0, std::sqrt(area * aspect));
  const double half_height = std::min(1.0, std::sqrt(area / aspect));
  const double centre_x = between(random, half_width - 1.0, 1.0 - half_width);
  const double centre_y = between(random, half_height - 1.0, 1.0 - half_height);
  const double angle = between(random, -options.max_rotation, options.max_rotation);
  const double flip = random.uniform() < 0.5 ? -1.0 : 1.0;
  theta[0] = static_cast<float>(flip * half_width * std::cos(angle));
  theta[1] = static_cast<float>(-half_height * std::sin(angle));
  theta[2] = static_cast<float>(centre_x);
  theta[3] = static_cast<float>(flip * half_width * std::sin(angle));
  theta[4] = static_cast<float>(half_height * std::cos(angle));
  theta[5] = static_cast<float>(centre_y);
}

// One side of the erased rectangle as [first, last) pixels of `extent`.
void drawSpan(SplitMix64& random, const config::AugmentConfig& options, std::int64_t extent,
              float* span) {
  const std::int64_t low = std::min(options.min_erase, extent);
  const std::int64_t high = std::clamp(options.max_erase, low, extent);
  const auto side =
      low + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(high - low + 1)));
  const auto first =
      static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(extent - side + 1)));
  span[0] = static_cast<float>(first);
  span[1] = static_cast<float>(first + side);
}

// [B, extent]: whether a pixel's index lies in its image's span.
at::Tensor inSpan(const at::Tensor& spans, std::int64_t extent) {
  const at::Tensor index = at::arange(extent, at::kFloat).unsqueeze(0);
  return index.ge(spans.narrow(1, 0, 1)).logical_and_(index.lt(spans.narrow(1, 1, 1)));
}

}  // namespace

at::Tensor augment(const at::Tensor& images, const config::AugmentConfig& options, Seed seed) {
  const std::int64_t count = images.size(0);
  const std::int64_t height = images.size(2);
  const std::int64_t width = images.size(3);
  at::Tensor theta = at::empty({count, 2, 3}, at::kFloat);
  at::Tensor gain = at::empty({count, 1, 1, 1}, at::kFloat);
  at::Tensor gamma = at::empty({count, 1, 1, 1}, at::kFloat);
  at::Tensor rows = at::empty({count, 2}, at::kFloat);
  at::Tensor columns = at::empty({count, 2}, at::kFloat);

  SplitMix64 random(seed);
  for (std::int64_t i = 0; i < count; ++i) {
    drawGeometry(random, options, theta.mutable_data_ptr<float>() + 6 * i);
    gain.mutable_data_ptr<float>()[i] =
        static_cast<float>(logBetween(random, options.min_gain, options.max_gain));
    gamma.mutable_data_ptr<float>()[i] =
        static_cast<float>(logBetween(random, options.min_gamma, options.max_gamma));
    float* row_span = rows.mutable_data_ptr<float>() + 2 * i;
    float* column_span = columns.mutable_data_ptr<float>() + 2 * i;
    drawSpan(random, options, height, row_span);
    drawSpan(random, options, width, column_span);
    if (random.uniform() >= options.erase_probability) {
      row_span[1] = row_span[0];
    }
  }

  const at::Tensor grid =
      at::affine_grid_generator(theta, {count, 1, height, width}, /*align_corners=*/false);
  at::Tensor views = at::grid_sampler(images, grid, /*bilinear*/ 0, /*zero padding*/ 0,
                                      /*align_corners=*/false);
  views = views.pow_(gamma).mul_(gain).clamp_max_(1.0);
  const at::Tensor erased =
      inSpan(rows, height).unsqueeze(2).logical_and(inSpan(columns, width).unsqueeze(1));
  return views.masked_fill_(erased.unsqueeze(1), 0.0);
}

}  // namespace w2s::models
