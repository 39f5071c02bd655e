// Cross-entropy against one class a row: what hard labels, confidence terms and ground truth share.
//
//     L(h, p) = -log p_h            dL/dz = p - onehot(h)
//
// `classes` int64 [B]; the mean is over all rows. Labels are targets: no gradient flows through
// them.
#pragma once

#include "core/objective/batch.h"
#include "core/objective/term.h"

namespace w2s::objective {

[[nodiscard]] TermResult classCe(const Batch& batch, const at::Tensor& classes, Need need);

template <class T>
T classCeRow(const Row<T>& row, std::int64_t target, T scale, T* gradient) {
  if (scale != 0) {
    for (std::int64_t c = 0; c < row.classes; ++c) {
      gradient[c] += scale * row.p[c];
    }
    gradient[target] -= scale;
  }
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
