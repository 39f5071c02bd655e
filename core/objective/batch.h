// What every term of one batch reads: student and weak probabilities and their logarithms, computed
// at most once.
//
//   z [B, K]   student logits           p = softmax(z)       log_p = log_softmax(z)
//   w [B, K]   weak probabilities, rows sum to 1, zeros allowed (hard labels)
//
// Tempered by T: p_T = softmax(z / T), w_T = softmax(log w / T), so that w = 0 stays exactly 0 at
// every T. Any floating-point type, any device, no host synchronisation, no autograd graph.
// Engine-internal (a torch header).
#pragma once

#include <ATen/core/Tensor.h>

namespace w2s::objective {

class Batch {
 public:
  // `weak` may be undefined where no term reads it.
  Batch(at::Tensor logits, at::Tensor weak);

  [[nodiscard]] Batch tempered(double temperature) const;
  [[nodiscard]] Batch withWeak(at::Tensor weak) const;

  [[nodiscard]] std::int64_t rows() const {
    return logits_.size(0);
  }
  [[nodiscard]] std::int64_t classes() const {
    return logits_.size(1);
  }
  [[nodiscard]] const at::Tensor& p() const;
  [[nodiscard]] const at::Tensor& logP() const;
  [[nodiscard]] const at::Tensor& w() const {
    return weak_;
  }
  [[nodiscard]] const at::Tensor& logW() const;  // -inf where w = 0

 private:
  at::Tensor logits_;
  at::Tensor weak_;
  mutable at::Tensor log_weak_;
  mutable at::Tensor log_p_;
  mutable at::Tensor p_;
};

}  // namespace w2s::objective
