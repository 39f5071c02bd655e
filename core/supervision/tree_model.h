// A decision tree as weak supervisor: features in, leaf probabilities out. Runs on the CPU.
#pragma once

#include <memory>

#include "core/models/backbone.h"
#include "core/models/decision_tree.h"
#include "core/supervision/weak_model.h"

namespace w2s::supervision {

class TreeModel final : public WeakModel {
 public:
  TreeModel(std::shared_ptr<models::Backbone> backbone, models::DecisionTree tree);

  // features: [N,D] float32 of the weak rows; labels one a row.
  [[nodiscard]] static Result<models::DecisionTree> fit(const at::Tensor& features,
                                                        const std::vector<std::int64_t>& labels,
                                                        std::int64_t classes,
                                                        const models::TreeOptions& options);
  [[nodiscard]] static Result<models::DecisionTree> treeOf(const NamedTensors& state,
                                                           std::int64_t classes);

  [[nodiscard]] at::Tensor probabilities(const models::Inputs& inputs) const override;
  [[nodiscard]] NamedTensors state() const override;

 private:
  std::shared_ptr<models::Backbone> backbone_;
  models::DecisionTree tree_;
};

}  // namespace w2s::supervision
