// Grows the tables of a decision tree. Internal to core/models; see decision_tree.h for what is
// grown.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/models/decision_tree.h"

namespace w2s::models {

// Each feature is sorted once. A node owns the same range [begin, end) of every feature's order; a
// split partitions the ranges stably, so they stay sorted on the way down.
class TreeBuilder {
 public:
  // Preconditions: those that DecisionTree::fit checks.
  TreeBuilder(const FeatureRows& features, std::span<const std::int64_t> labels,
              std::int64_t classes, const TreeOptions& options);
  [[nodiscard]] TreeTables grow();

 private:
  using Row = std::uint32_t;
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] std::size_t size() const {
      return end - begin;
    }
  };
  struct Split {
    double purity = 0.0;  // sum over sides of (sum_c n_c^2) / n: what the lowest impurity maximises
    std::int32_t feature = -1;
    std::size_t left_rows = 0;
  };

  std::int32_t growNode(Range range, std::int64_t depth);
  void finishAsLeaf(std::size_t node, Range range);
  void countClasses(Range range);
  [[nodiscard]] Split bestSplit(Range range);
  void improveWithFeature(Range range, std::size_t feature, Split& best);
  [[nodiscard]] float threshold(Range range, const Split& split) const;
  void partition(Range range, const Split& split);

  [[nodiscard]] std::span<Row> orderOf(std::size_t feature) {
    return std::span(order_).subspan(feature * rows_, rows_);
  }

  std::size_t rows_;
  std::size_t columns_;
  TreeOptions options_;
  std::vector<std::uint32_t> labels_;
  std::vector<float> values_;  // [columns, rows]: a feature's values lie together
  std::vector<Row> order_;     // [columns, rows]: rows by ascending value, then row
  std::vector<Row> moved_;
  std::vector<char> goes_left_;
  std::vector<std::int64_t> counts_;  // class counts of the present node
  std::vector<std::int64_t> left_counts_;
  TreeTables tables_;
};

}  // namespace w2s::models
