#include "core/models/nt_xent.h"

#include <limits>

#include <ATen/ops/arange.h>
#include <ATen/ops/cross_entropy_loss.h>
#include <ATen/ops/eye.h>
#include <ATen/ops/linalg_vector_norm.h>
#include <ATen/ops/matmul.h>

namespace w2s::models {

at::Tensor ntXent(const at::Tensor& projections, double temperature) {
  const std::int64_t rows = projections.size(0);
  const at::Tensor norms =
      at::linalg_vector_norm(projections, 2, at::OptionalIntArrayRef(1), /*keepdim=*/true);
  const at::Tensor unit = projections.div(norms.clamp_min(1e-12));
  const at::Tensor self =
      at::eye(rows, projections.options().dtype(at::kBool).requires_grad(false));
  const at::Tensor similarity = at::matmul(unit, unit.t())
                                    .div(temperature)
                                    .masked_fill(self, -std::numeric_limits<float>::infinity());
  const at::Tensor partner =
      at::arange(rows, projections.options().dtype(at::kLong).requires_grad(false))
          .add(rows / 2)
          .remainder(rows);
  return at::cross_entropy_loss(similarity, partner);
}

}  // namespace w2s::models
