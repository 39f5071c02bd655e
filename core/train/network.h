// Models in training that go through autograd: a head on cached features, or a backbone with its
// head on images.
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
  HeadOnFeatures(SplitFeatures features, models::Head head);

  [[nodiscard]] bool needsImages() const override {
    return false;
  }
  [[nodiscard]] at::Tensor forward(const Batch& batch) override;
  void backward(const at::Tensor& logits_gradient) override;
  [[nodiscard]] at::Tensor logits(EvaluationSplit split) override;
  [[nodiscard]] const FlatParameters& parameters() const override {
    return parameters_;
  }

 private:
  SplitFeatures features_;
  models::Head head_;
  FlatParameters parameters_;
  at::Tensor logits_;  // of the last forward, with its graph
};

// Images of each split, [N,1,H,W] uint8 on the training device.
struct SplitImages {
  at::Tensor transfer;
  at::Tensor validation;
  at::Tensor test;

  [[nodiscard]] const at::Tensor& of(EvaluationSplit split) const;
};

// Backbone and head trained together. Batch normalisation uses the batch's statistics in training
// and the running ones in evaluation.
class FineTuned final : public Trainable {
 public:
  FineTuned(SplitImages images, std::shared_ptr<models::Backbone> backbone,
            std::optional<models::FeatureScaling> scaling, models::Head head);

  [[nodiscard]] bool needsImages() const override {
    return true;
  }
  [[nodiscard]] at::Tensor forward(const Batch& batch) override;
  void backward(const at::Tensor& logits_gradient) override;
  [[nodiscard]] at::Tensor logits(EvaluationSplit split) override;
  [[nodiscard]] const FlatParameters& parameters() const override {
    return parameters_;
  }
  [[nodiscard]] NamedTensors buffers() const override;

 private:
  [[nodiscard]] at::Tensor logitsOf(const at::Tensor& images, models::Mode mode);

  SplitImages images_;
  std::shared_ptr<models::Backbone> backbone_;
  std::optional<models::FeatureScaling> scaling_;  // between backbone and head, fixed
  models::Head head_;
  FlatParameters parameters_;
  at::Tensor logits_;
};

}  // namespace w2s::train
