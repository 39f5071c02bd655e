// Models in training that go through autograd: a head on cached features, or a backbone with its
// head on the rows.
#pragma once

#include <memory>
#include <optional>

#include "core/models/backbone.h"
#include "core/models/feature_scaling.h"
#include "core/models/head.h"
#include "core/train/linear_probe.h"
#include "core/train/trainable.h"

namespace w2s::train {

// Any head on cached features [N,D] that are already scaled.
class HeadOnFeatures final : public Trainable {
 public:
  // The head's tensors are shared: training changes the caller's head too.
  HeadOnFeatures(SplitTensors features, models::Head head);

  [[nodiscard]] at::Tensor forward(const Batch& batch) override;
  void backward(const at::Tensor& logits_gradient) override;
  [[nodiscard]] at::Tensor logits(std::string_view split) override;
  [[nodiscard]] const FlatParameters& parameters() const override {
    return parameters_;
  }

 private:
  SplitTensors features_;
  models::Head head_;
  FlatParameters parameters_;
  at::Tensor logits_;  // of the last forward, with its graph
};

// Backbone and head trained together. Batch normalisation uses the batch's statistics in training
// and the running ones in evaluation.
class FineTuned final : public Trainable {
 public:
  // Rows as they are stored.
  FineTuned(SplitTensors rows, std::shared_ptr<models::Backbone> backbone,
            std::optional<models::FeatureScaling> scaling, models::Head head);

  [[nodiscard]] Needs needs() const override {
    return {.inputs = true};
  }
  [[nodiscard]] at::Tensor forward(const Batch& batch) override;
  void backward(const at::Tensor& logits_gradient) override;
  [[nodiscard]] at::Tensor logits(std::string_view split) override;
  [[nodiscard]] const FlatParameters& parameters() const override {
    return parameters_;
  }
  [[nodiscard]] NamedTensors buffers() const override;

 private:
  [[nodiscard]] at::Tensor logitsOf(const models::Inputs& inputs, models::Mode mode);

  SplitTensors rows_;
  std::shared_ptr<models::Backbone> backbone_;
  std::optional<models::FeatureScaling> scaling_;  // between backbone and head, fixed
  models::Head head_;
  FlatParameters parameters_;
  at::Tensor logits_;
};

}  // namespace w2s::train
