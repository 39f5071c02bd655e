// The contract of a term of the objective: one header a kind, included by kinds.h.
//
// A term compares, row by row, the student's probabilities p with the weak labels w, with ground
// truth, or with nothing. A kind is a settings struct of core/config/objective_config.h and, in its
// header here, two forms of one equation:
//
//   evaluateRow(settings, row, gradient)   one row in plain loops, float or double: what a CPU runs
//                                          (fused_cpu.h) and `w2s loss` prints. Returns the value,
//                                          gives the closed-form gradient to `gradient`.
//   evaluate(settings, batch)              all rows in ATen calls: any device and floating-point type
//
// No autograd graph is built. A kind that gives each row of a batch a class, as most confidence kinds
// do, has hardenRows() and harden() instead: the rest is cross-entropy (class_ce.h). Rows are independent: a
// sequence is rows with a mask as row weights, and no term changes for it. Temperature, row weights
// and the mean over the batch belong to the caller (objective.h). What a kind reads is said by
// TermTraits. Adding a kind: core/README.md.
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

namespace w2s::objective {

// Row i of a batch. Null where the kind does not read it (TermTraits); log_w is -inf where w = 0.
template <class T>
struct Row {
  std::int64_t classes = 0;
  const T* p = nullptr;
  const T* log_p = nullptr;
  const T* w = nullptr;
  const T* log_w = nullptr;
  std::int64_t target = -1;  // ground truth
};

// What a kind reads beside p, and whether its p and w are tempered. Specialised in the header of a
// kind that differs.
struct ReadsWeakLabels {
  static constexpr bool kWeak = true;
  static constexpr bool kLogWeak = true;       // costs a logarithm an element
  static constexpr bool kChangesWeak = false;  // comparedWeak() changes w before the temperature
  static constexpr bool kTarget = false;       // rows without ground truth are left out of the mean
  static constexpr bool kTempered = true;      // p_T, w_T, and the factor T^2
};
template <class Kind>
struct TermTraits : ReadsWeakLabels {};

// A batch in host memory: [rows, classes], row-major; w is null without weak labels.
template <class T>
struct BatchRows {
  std::int64_t rows = 0;
  std::int64_t classes = 0;
  const T* p = nullptr;
  const T* log_p = nullptr;
  const T* w = nullptr;
};

// All rows of a batch.
struct TermRows {
  at::Tensor values;    // [B]
  at::Tensor gradient;  // [B, K] of each row's value with respect to its logits
};

// Smallest normal float: the floor under a logarithm's argument, the same for float and double so
// that both agree.
inline constexpr double kTiny = 1.1754943508222875e-38;

// Takes the gradient of one row: adds it, times the term's weight, to the batch's gradient, and
// sums its square.
template <class T>
class RowGradient {
 public:
  RowGradient(T scale, T* sum) : scale_(scale), sum_(sum) {}

  // dL/dz_c = slope, or factor * rest where the product with the scale is to be taken from the
  // left.
  void add(std::int64_t c, T slope) {
    sum_[c] += scale_ * slope;
    square_ += slope * slope;
  }
  void add(std::int64_t c, T factor, T rest) {
    sum_[c] += scale_ * factor * rest;
    square_ += (factor * rest) * (factor * rest);
  }
  // dL/dz = p - onehot(target)
  void addClass(const Row<T>& row, std::int64_t target) {
    for (std::int64_t c = 0; c < row.classes; ++c) {
      sum_[c] += scale_ * row.p[c];
      const T slope = c == target ? row.p[c] - 1 : row.p[c];
      square_ += slope * slope;
    }
    sum_[target] -= scale_;
  }
  // |dL/dz|^2 of the row, without the weight.
  [[nodiscard]] T square() const {
    return square_;
  }

 private:
  T scale_;
  T* sum_;
  T square_ = 0;
};

// Chain rule through p = softmax(z): dL/dz_c = p_c (r_c - sum_j p_j r_j) with r = dL/dp.
[[nodiscard]] inline at::Tensor throughSoftmax(const at::Tensor& p, const at::Tensor& r) {
  const at::Tensor weighted = p.mul(r);
  return weighted.sub(p.mul(weighted.sum(1, /*keepdim=*/true)));
}

}  // namespace w2s::objective
