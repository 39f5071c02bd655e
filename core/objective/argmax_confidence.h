// Confidence in the student's most probable class.
//
//     C(p) = CE(onehot(h), p),  h = argmax_c p_c (the first on a tie), no gradient through h
//
// Hard bootstrapping: the student is told that it is right. On a hard task it may collapse to one
// class, which the prior-matched threshold prevents. Source: Reed et al. 2015 (hard bootstrapping).
#pragma once

#include <vector>

#include "core/config/objective_config.h"
#include "core/objective/class_ce.h"

namespace w2s::objective {

// h, int64 [B].
[[nodiscard]] inline at::Tensor harden(const config::ArgmaxConfidence&, const Batch& batch) {
  return batch.p().argmax(1);
}

template <class T>
[[nodiscard]] std::vector<std::int64_t> hardenRows(const config::ArgmaxConfidence&,
                                                   const BatchRows<T>& batch) {
  std::vector<std::int64_t> classes(static_cast<std::size_t>(batch.rows));
  for (std::int64_t i = 0; i < batch.rows; ++i) {
    classes[static_cast<std::size_t>(i)] = firstLargest(batch.p + i * batch.classes, batch.classes);
  }
  return classes;
}

}  // namespace w2s::objective
