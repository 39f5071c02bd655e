// The contrastive loss of SimCLR (normalised temperature-scaled cross-entropy).
//
//     L = mean over i of -log( exp(s_i,j(i) / T) / sum over k != i of exp(s_i,k / T) ),  s = cosine
//     similarity
//
// Row i and j(i) = (i + B) mod 2B are two views of one image. Source: Chen et al. 2020, eq. 1.
#pragma once

#include <ATen/core/Tensor.h>

namespace w2s::models {

// projections [2B, D] float32: B first views, then B second views in the same order. A scalar;
// gradients flow.
[[nodiscard]] at::Tensor ntXent(const at::Tensor& projections, double temperature);

}  // namespace w2s::models
