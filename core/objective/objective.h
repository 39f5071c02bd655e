// The objective of one batch: four terms, their values and the gradient of their weighted sum.
//
//     L = k (1 - a) D_T(w, p) + k a C(p, w) + g CE(y, p) + e H(p),   p = softmax(z)
//     D_T(w, p) = T^2 D(w_T, p_T),  dD_T/dz = T (dD/dz at the tempered logits)
//     every other term takes p at T = 1
//
//   z  [B, K]  floating point, student logits, B >= 1, K >= 2
//   w  [B, K]  same type and device, weak probabilities, rows sum to 1
//   y  [B]     int64 in [-1, K), -1: ground truth of this row must not be used
//
// The gradient is in closed form: call `logits.backward(output.gradient)`, or multiply it into a
// linear head by hand. Weights and temperature are arguments because they are live; term_weights.h
// computes and adds them. Half-precision logits are evaluated in float. Rows without ground truth,
// hard labels (w = 0) and every T > 0 are fine; NaN or infinite logits give NaN values, never a
// crash. Wrong shapes or types are a broken contract (c10::Error). Thread-safe; never synchronises
// with the device; builds no autograd graph, whatever the grad mode.
//
// Sources: each term's file. Hinton, Vinyals & Dean 2015 for T and T^2; Xiao & Zhu, eq. 4.13 for
// the sum.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/config/objective_config.h"
#include "core/objective/term_weights.h"

namespace w2s::objective {

class Objective {
 public:
  // How the terms are computed. Automatic takes plain loops (fused_cpu.h) for float and double on a
  // CPU, which are several times faster on small batches, and whole-batch ATen calls elsewhere.
  // Tests compare the two.
  enum class Path { Automatic, Aten };

  explicit Objective(config::ObjectiveConfig config, Path path = Path::Automatic);

  struct Output {
    // [4] float64 on the logits' device, unweighted, in the order of Term. A term whose inputs are
    // there is evaluated whatever its weight (its curve is worth seeing at weight 0); without them
    // it is 0: KD and confidence without weak labels, confidence of kind `none`, ground truth
    // without targets.
    at::Tensor values;
    at::Tensor gradient;  // [B, K] of the weighted sum, type of the logits
  };

  // `weak` may be undefined where the KD and confidence weights are 0, `targets` where the
  // ground-truth weight is 0.
  [[nodiscard]] Output evaluate(const at::Tensor& logits, const at::Tensor& weak,
                                const at::Tensor& targets, const TermWeights& weights,
                                double temperature) const;

 private:
  config::ObjectiveConfig config_;
  Path path_;
};

// `values` on the host, indexed by Term. Waits for the device.
[[nodiscard]] TermValues toHost(const at::Tensor& values);

}  // namespace w2s::objective
