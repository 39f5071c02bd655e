#include "core/supervision/tree_model.h"

#include <fmt/format.h>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/tensor.h>

namespace w2s::supervision {
namespace {

template <class T>
at::Tensor toTensor(const std::vector<T>& values, at::ScalarType type) {
  return at::tensor(at::ArrayRef<T>(values), type);
}

template <class T>
Status read(const NamedTensors& state, const char* name, at::ScalarType type, std::vector<T>& out) {
  const at::Tensor* tensor = findTensor(state, name);
  if (tensor == nullptr || tensor->scalar_type() != type) {
    return fail(ErrorCode::BadFormat, sentence("The stored tree lacks the tensor {}.", name));
  }
  const at::Tensor flat = tensor->contiguous();
  const T* data = flat.const_data_ptr<T>();
  out.assign(data, data + flat.numel());
  return {};
}

models::FeatureRows rowsOf(const at::Tensor& features) {
  return {.values = std::span(features.const_data_ptr<float>(),
                              static_cast<std::size_t>(features.numel())),
          .rows = features.size(0),
          .columns = features.size(1)};
}

}  // namespace

TreeModel::TreeModel(std::shared_ptr<models::Backbone> backbone, models::DecisionTree tree)
    : backbone_(std::move(backbone)), tree_(std::move(tree)) {}

Result<models::DecisionTree> TreeModel::fit(const at::Tensor& features,
                                            const std::vector<std::int64_t>& labels,
                                            std::int64_t classes,
                                            const models::TreeOptions& options) {
  const at::Tensor host = features.to(at::kCPU).contiguous();
  return models::DecisionTree::fit(rowsOf(host), labels, classes, options);
}

at::Tensor TreeModel::probabilities(const models::Inputs& inputs) const {
  const at::NoGradGuard no_grad;
  const at::Tensor features =
      backbone_->features(inputs, models::Mode::Inference).to(at::kCPU).contiguous();
  const std::vector<float> values = tree_.probabilities(rowsOf(features));
  return toTensor(values, at::kFloat)
      .view({features.size(0), tree_.classes()})
      .to(inputs.values.device());
}

NamedTensors TreeModel::state() const {
  const models::TreeTables& tables = tree_.tables();
  return {{"tree.columns", at::tensor(tables.columns, at::kLong)},
          {"tree.feature", toTensor(tables.feature, at::kInt)},
          {"tree.threshold", toTensor(tables.threshold, at::kFloat)},
          {"tree.left", toTensor(tables.left, at::kInt)},
          {"tree.right", toTensor(tables.right, at::kInt)},
          {"tree.probabilities", toTensor(tables.probabilities, at::kFloat)}};
}

Result<models::DecisionTree> TreeModel::treeOf(const NamedTensors& state, std::int64_t classes) {
  models::TreeTables tables;
  tables.classes = classes;
  std::vector<std::int64_t> columns;
  W2S_CHECK(read(state, "tree.columns", at::kLong, columns));
  tables.columns = columns.empty() ? 0 : columns.front();
  W2S_CHECK(read(state, "tree.feature", at::kInt, tables.feature));
  W2S_CHECK(read(state, "tree.threshold", at::kFloat, tables.threshold));
  W2S_CHECK(read(state, "tree.left", at::kInt, tables.left));
  W2S_CHECK(read(state, "tree.right", at::kInt, tables.right));
  W2S_CHECK(read(state, "tree.probabilities", at::kFloat, tables.probabilities));
  return models::DecisionTree::fromTables(std::move(tables));
}

}  // namespace w2s::supervision
