// A neural network as weak supervisor: backbone, feature scaling, head, softmax.
#pragma once

#include <memory>
#include <optional>

#include "core/models/backbone.h"
#include "core/models/feature_scaling.h"
#include "core/models/head.h"
#include "core/supervision/weak_model.h"

namespace w2s::supervision {

class NetworkModel final : public WeakModel {
 public:
  // The tensors are shared: what trains the parts trains the model.
  NetworkModel(std::shared_ptr<models::Backbone> backbone,
               std::optional<models::FeatureScaling> scaling, models::Head head);

  [[nodiscard]] at::Tensor probabilities(const models::Inputs& inputs) const override;
  [[nodiscard]] NamedTensors state() const override;
  // Puts stored values into the parts given to the constructor. Errors: a tensor is missing or has
  // another shape.
  [[nodiscard]] Status load(const NamedTensors& state);

 private:
  std::shared_ptr<models::Backbone> backbone_;
  std::optional<models::FeatureScaling> scaling_;
  models::Head head_;
};

}  // namespace w2s::supervision
