// Cross-entropy against one class a row: what hard labels, confidence terms and ground truth share.
//
//     L(h, p) = -log p_h            dL/dz = p - onehot(h)
//
// `classes` int64 [B]. Labels are targets: no gradient flows through them.
#pragma once

#include <ATen/ops/full.h>
#include <ATen/ops/gather.h>

#include "core/objective/batch.h"
#include "core/objective/term.h"

namespace w2s::objective {

[[nodiscard]] inline TermRows classCe(const Batch& batch, const at::Tensor& classes) {
  const at::Tensor index = classes.unsqueeze(1);  // [B, 1]
  const at::Tensor minus_one = at::full({1, 1}, -1.0, batch.p().options()).expand(index.sizes());
  return {.values = at::gather(batch.logP(), 1, index).squeeze(1).neg(),
          .gradient = batch.p().scatter_add(1, index, minus_one)};
}

template <class T>
T classCeRow(const Row<T>& row, std::int64_t target, RowGradient<T>& gradient) {
  gradient.addClass(row, target);
  return -row.log_p[target];
}

// The first largest of `count` values; 0 if they are NaN.
template <class T>
std::int64_t firstLargest(const T* values, std::int64_t count) {
  std::int64_t best = 0;
  for (std::int64_t c = 1; c < count; ++c) {
    if (values[c] > values[best]) {
      best = c;
    }
  }
  return best;
}

}  // namespace w2s::objective
