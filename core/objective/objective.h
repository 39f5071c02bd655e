// The objective of one batch: a list of terms (terms.h), their values and the gradient of their
// weighted sum.
//
//     L = sum_i weight_i value_i,   p = softmax(z); by default
//     L = k (1 - a) D_T(w, p) + k a C(p, w) + g CE(y, p) + e H(p)
//     D_T(w, p) = T^2 D(w_T, p_T),  dD_T/dz = T (dD/dz at the tempered logits)
//
// A value is the mean over rows, sum_n r_n L_n / sum_n r_n with row weights r (all 1 unless given);
// that of a ground-truth term runs over the rows that have ground truth. A gradient norm is the
// Euclidean norm, over all B K entries, of the gradient of the term's value (that mean, without the
// term's weight) with respect to the logits.
//
//   z  [B, K]  floating point, student logits, B >= 1, K >= 2
//   w  [B, K]  same type and device, weak probabilities, rows sum to 1
//   y  [B]     int64 in [-1, K), -1: ground truth of this row must not be used
//   r  [B]     same type and device, >= 0: padding masks, selections, importance
//
// The gradient is in closed form: call `logits.backward(output.gradient)`, or multiply it into a
// linear head by hand. Weights and temperature are arguments because they are live; terms.h
// computes and adds them. Half-precision logits are evaluated in float. Rows without ground truth,
// hard labels (w = 0) and every T > 0 are fine; NaN or infinite logits give NaN values, never a
// crash. Confidence kinds that balance classes do so over the rows with r > 0. Wrong shapes or
// types are a broken contract (c10::Error). Thread-safe; never synchronises with the device, but
// for such a confidence kind with row weights; builds no autograd graph, whatever the grad mode.
//
// Sources: each term's file. Hinton, Vinyals & Dean 2015 for T and T^2; Xiao & Zhu, eq. 4.13 for
// the sum.
#pragma once

#include <span>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/config/objective_config.h"
#include "core/objective/terms.h"

namespace w2s::objective {

struct ObjectiveInput {
  at::Tensor logits;
  at::Tensor weak;         // may be undefined where no term with weight reads it
  at::Tensor targets;      // the same
  at::Tensor row_weights;  // undefined: all 1
};

class Objective {
 public:
  // How the terms are computed. Automatic takes plain loops (fused_cpu.h) for float and double on a
  // CPU, which are several times faster on small batches, and whole-batch ATen calls elsewhere.
  // Tests compare the two.
  enum class Path { Automatic, Aten };

  explicit Objective(const config::ObjectiveConfig& config, Path path = Path::Automatic);

  struct Output {
    // [2, terms] float64 on the logits' device: values and gradient norms, unweighted. A term whose
    // inputs are there is evaluated whatever its weight, so that its curve can be watched at weight
    // 0; without them both are 0: terms that read weak labels without weak labels, confidence of
    // kind `none`, ground truth without targets. The trainer withholds the targets while no
    // ground-truth term has weight, so this curve alone is 0 then.
    at::Tensor measured;
    at::Tensor gradient;  // [B, K] of the weighted sum, type of the logits
  };

  // `weights`: one a term, in the order of termsOf().
  [[nodiscard]] Output evaluate(const ObjectiveInput& input, std::span<const double> weights,
                                double temperature) const;

  [[nodiscard]] const std::vector<Term>& terms() const {
    return terms_;
  }

 private:
  std::vector<Term> terms_;
  Path path_;
};

// Output::measured on the host. Waits for the device.
struct Measured {
  std::vector<double> values;
  std::vector<double> gradient_norms;
};
[[nodiscard]] Measured toHost(const at::Tensor& measured);

}  // namespace w2s::objective
