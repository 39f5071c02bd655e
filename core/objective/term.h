// The contract of a term of the objective. Each term is one file and exists in two forms of the
// same equation:
//
//   evaluate(settings, batch, need)          whole-batch ATen: any device and floating-point type
//   evaluateRow(settings, row, scale, out)   one row in plain loops, float or double: the fast path
//                                            on a CPU (fused_cpu.h); adds scale * gradient to out
//
// Both give the value and its gradient with respect to the logits in closed form, so no autograd
// graph is built. A term compares probabilities p with weak labels w as it finds them; temperature
// and batch mean belong to the caller. Adding a term: one file with both forms, its settings in
// core/config/objective_config.h, a row in each test table.
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

namespace w2s::objective {

struct TermResult {
  at::Tensor value;     // [] mean over the batch
  at::Tensor gradient;  // [B, K] of that mean with respect to z; undefined when not needed
};
enum class Need { Value, ValueAndGradient };

// Row i of a batch. w and log_w are null where a term does not read them; log_w is -inf where w =
// 0.
template <class T>
struct Row {
  std::int64_t classes = 0;
  const T* p = nullptr;
  const T* log_p = nullptr;
  const T* w = nullptr;
  const T* log_w = nullptr;
};

// Smallest normal float: the floor under a logarithm's argument, the same for float and double so
// that both agree.
inline constexpr double kTiny = 1.1754943508222875e-38;

// Chain rule through p = softmax(z): dL/dz_c = p_c (r_c - sum_j p_j r_j) with r = dL/dp.
[[nodiscard]] inline at::Tensor throughSoftmax(const at::Tensor& p, const at::Tensor& r) {
  const at::Tensor weighted = p.mul(r);
  return weighted.sub(p.mul(weighted.sum(1, /*keepdim=*/true)));
}

// Adds scale * that gradient to `out`; `r(c)` gives dL/dp_c.
template <class T, class Derivative>
void addThroughSoftmax(const Row<T>& row, T scale, T* out, Derivative&& r) {
  T mean = 0;
  for (std::int64_t c = 0; c < row.classes; ++c) {
    mean += row.p[c] * r(c);
  }
  for (std::int64_t c = 0; c < row.classes; ++c) {
    out[c] += scale * row.p[c] * (r(c) - mean);
  }
}

}  // namespace w2s::objective
