#include "core/models/decision_tree.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "core/models/tree_builder.h"

namespace w2s::models {
namespace {

Status checkInput(const FeatureRows& features, std::span<const std::int64_t> labels,
                  std::int64_t classes, const TreeOptions& options) {
  if (features.rows < 1 || features.columns < 1 || classes < 1 ||
      features.rows > std::numeric_limits<std::int32_t>::max() ||
      features.values.size() != static_cast<std::size_t>(features.rows * features.columns) ||
      labels.size() != static_cast<std::size_t>(features.rows)) {
    return fail(
        ErrorCode::InvalidArgument,
        sentence("A decision tree cannot be fitted to {} rows of {} features with {} "
                 "labels of {} classes and {} values.",
                 features.rows, features.columns, labels.size(), classes, features.values.size()));
  }
  if (options.min_leaf_rows < 1 || options.depth < 0 || !(options.laplace >= 0.0)) {
    return fail(ErrorCode::InvalidArgument,
                "A decision tree needs depth >= 0, min_leaf_rows >= 1 and laplace >= 0.");
  }
  for (std::size_t row = 0; row < labels.size(); ++row) {
    if (labels[row] < 0 || labels[row] >= classes) {
      return fail(ErrorCode::InvalidArgument, sentence("Row {} has the label {}, outside 0 to {}.",
                                                       row, labels[row], classes - 1));
    }
  }
  const auto bad =
      std::ranges::find_if(features.values, [](float value) { return !std::isfinite(value); });
  if (bad != features.values.end()) {
    const std::int64_t index = bad - features.values.begin();
    return fail(ErrorCode::InvalidArgument,
                sentence("Feature {} of row {} is {}: a decision tree needs finite features.",
                         index % features.columns, index / features.columns, *bad));
  }
  return {};
}

bool holdsProbabilities(std::span<const float> row) {
  double sum = 0.0;
  for (const float p : row) {
    if (!(p >= 0.0F && p <= 1.0F)) {
      return false;
    }
    sum += static_cast<double>(p);
  }
  return std::abs(sum - 1.0) < 1e-4;
}

bool isTree(const TreeTables& tables) {
  const auto nodes = static_cast<std::int64_t>(tables.feature.size());
  if (nodes < 1 || tables.columns < 1 || tables.classes < 1 ||
      tables.threshold.size() != tables.feature.size() ||
      tables.left.size() != tables.feature.size() || tables.right.size() != tables.feature.size() ||
      tables.probabilities.size() % static_cast<std::size_t>(tables.classes) != 0) {
    return false;
  }
  const auto leaves = static_cast<std::int64_t>(tables.probabilities.size()) / tables.classes;
  for (std::int64_t node = 0; node < nodes; ++node) {
    const auto i = static_cast<std::size_t>(node);
    const std::int64_t left = tables.left[i];
    const std::int64_t right = tables.right[i];
    if (tables.feature[i] < 0) {
      if (left < 0 || left >= leaves) {
        return false;
      }
    } else if (tables.feature[i] >= tables.columns || !std::isfinite(tables.threshold[i]) ||
               left <= node || right <= node || left >= nodes || right >= nodes) {
      // Children come after their parent: a walk from the root always ends.
      return false;
    }
  }
  for (std::int64_t leaf = 0; leaf < leaves; ++leaf) {
    if (!holdsProbabilities(std::span(tables.probabilities)
                                .subspan(static_cast<std::size_t>(leaf * tables.classes),
                                         static_cast<std::size_t>(tables.classes)))) {
      return false;
    }
  }
  return true;
}

}  // namespace

Result<DecisionTree> DecisionTree::fit(const FeatureRows& features,
                                       std::span<const std::int64_t> labels, std::int64_t classes,
                                       const TreeOptions& options) {
  W2S_CHECK(checkInput(features, labels, classes, options));
  return DecisionTree(TreeBuilder(features, labels, classes, options).grow());
}

Result<DecisionTree> DecisionTree::fromTables(TreeTables tables) {
  if (!isTree(tables)) {
    return fail(ErrorCode::BadFormat,
                "The stored decision tree is damaged: its tables are no tree.");
  }
  return DecisionTree(std::move(tables));
}

std::vector<float> DecisionTree::probabilities(const FeatureRows& features) const {
  const auto classes = static_cast<std::size_t>(tables_.classes);
  const auto columns = static_cast<std::size_t>(tables_.columns);
  std::vector<float> result(static_cast<std::size_t>(features.rows) * classes);
  for (std::size_t row = 0; row < static_cast<std::size_t>(features.rows); ++row) {
    const float* values = features.values.data() + row * columns;
    std::size_t node = 0;
    while (tables_.feature[node] >= 0) {
      const bool left =
          values[static_cast<std::size_t>(tables_.feature[node])] <= tables_.threshold[node];
      node = static_cast<std::size_t>(left ? tables_.left[node] : tables_.right[node]);
    }
    std::copy_n(
        tables_.probabilities.begin() +
            static_cast<std::ptrdiff_t>(static_cast<std::size_t>(tables_.left[node]) * classes),
        classes, result.begin() + static_cast<std::ptrdiff_t>(row * classes));
  }
  return result;
}

std::int64_t DecisionTree::leaves() const {
  return std::ranges::count_if(tables_.feature, [](std::int32_t feature) { return feature < 0; });
}

std::int64_t DecisionTree::depth() const {
  // Children follow their parent, so one pass from the root reaches every node after its parent.
  std::vector<std::int64_t> depths(tables_.feature.size(), 0);
  for (std::size_t node = 0; node < depths.size(); ++node) {
    if (tables_.feature[node] >= 0) {
      depths[static_cast<std::size_t>(tables_.left[node])] = depths[node] + 1;
      depths[static_cast<std::size_t>(tables_.right[node])] = depths[node] + 1;
    }
  }
  return *std::ranges::max_element(depths);
}

}  // namespace w2s::models
