// A linear head on cached features, without autograd: z = x W^T + b, dL/dW = G^T x, dL/db = column
// sums of G, where G [B,K] = dL/dz comes from the objective in closed form. Starts at zero, so no
// seed is involved. On a CPU the products are those of linear_kernels.h, elsewhere ATen's.
#pragma once

#include "core/train/split_tensors.h"
#include "core/train/trainable.h"

namespace w2s::train {

class LinearProbe final : public Trainable {
 public:
  // Features [N,D] float32, scaled as the head wants them.
  LinearProbe(SplitTensors features, std::int64_t classes);

  [[nodiscard]] at::Tensor forward(const Batch& batch) override;
  void backward(const at::Tensor& logits_gradient) override;
  [[nodiscard]] at::Tensor logits(std::string_view split) override;
  [[nodiscard]] const FlatParameters& parameters() const override {
    return parameters_;
  }

 private:
  // Where the rows of the last forward() lie, and their places there; null: one behind the other.
  [[nodiscard]] const float* hostFeatures() const;
  [[nodiscard]] const std::int64_t* hostRows() const;
  [[nodiscard]] at::Tensor logitsOf(const at::Tensor& features) const;  // [N,D] -> [N,K]

  SplitTensors features_;
  const RowReader* reader_;  // of the rows that it trains on; null: they are training_
  at::Tensor training_;
  bool on_host_;
  at::Tensor weight_;  // [K,D], view of parameters_
  at::Tensor bias_;    // [K], view of parameters_
  at::Tensor weight_transposed_;
  FlatParameters parameters_;
  // Kept between steps so that a step allocates nothing of size.
  at::Tensor batch_rows_;      // [B], of the last forward()
  at::Tensor batch_features_;  // [B,D], where rows are gathered or read
  at::Tensor batch_logits_;    // [B,K]
  at::Tensor weight_gradient_;
  at::Tensor bias_gradient_;
};

}  // namespace w2s::train
