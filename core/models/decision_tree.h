// A classification tree: CART with Gini impurity, binary splits of one feature, class shares in the
// leaves.
//
// A node of n rows with class counts n_c has the impurity 1 - sum_c (n_c / n)^2. Every node takes
// the split that lowers the impurity of its rows most; a node becomes a leaf when no split lowers
// it, at the depth limit, or when every split would leave fewer than min_leaf_rows on a side. A
// leaf's probabilities are (n_c + laplace) / (n + K laplace).
//
// Source: Breiman, Friedman, Olshen and Stone 1984. Deviation: no pruning. Equal input gives an
// equal tree on every machine: among equally good splits the first feature wins, then the lowest
// threshold. Cost of fitting: one sort of every feature, then rows x features a level. Torch-free.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/result.h"

namespace w2s::models {

// [rows, columns] row-major, rows * columns values.
struct FeatureRows {
  std::span<const float> values;
  std::int64_t rows = 0;
  std::int64_t columns = 0;
};

struct TreeOptions {
  std::int64_t depth = 12;         // longest path from the root, in splits; 0: a single leaf
  std::int64_t min_leaf_rows = 3;  // >= 1
  double laplace = 0.3;            // >= 0
};

// A tree as plain vectors, for files. Node 0 is the root and children follow their parent. A row
// goes to `left` when its feature is <= threshold. A leaf has feature -1, and its class
// probabilities are row `left` of `probabilities`.
struct TreeTables {
  std::int64_t columns = 0;
  std::int64_t classes = 0;
  std::vector<std::int32_t> feature = {};
  std::vector<float> threshold = {};
  std::vector<std::int32_t> left = {};
  std::vector<std::int32_t> right = {};
  std::vector<float> probabilities = {};  // [leaves, classes], rows sum to 1
  friend bool operator==(const TreeTables&, const TreeTables&) = default;
};

class DecisionTree {
 public:
  // labels: one a row, in [0, classes). Errors: no rows, sizes that do not fit, a label out of
  // range, a feature that is not finite (the message names row and column).
  [[nodiscard]] static Result<DecisionTree> fit(const FeatureRows& features,
                                                std::span<const std::int64_t> labels,
                                                std::int64_t classes, const TreeOptions& options);
  // Errors: tables that are no tree (damaged file).
  [[nodiscard]] static Result<DecisionTree> fromTables(TreeTables tables);

  // Class probabilities [rows, classes] row-major. Precondition: features.columns = columns().
  [[nodiscard]] std::vector<float> probabilities(const FeatureRows& features) const;

  [[nodiscard]] const TreeTables& tables() const {
    return tables_;
  }
  [[nodiscard]] std::int64_t columns() const {
    return tables_.columns;
  }
  [[nodiscard]] std::int64_t classes() const {
    return tables_.classes;
  }
  [[nodiscard]] std::int64_t leaves() const;
  [[nodiscard]] std::int64_t depth() const;

 private:
  explicit DecisionTree(TreeTables tables) : tables_(std::move(tables)) {}
  TreeTables tables_;
};

}  // namespace w2s::models
