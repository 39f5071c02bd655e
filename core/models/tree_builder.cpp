#include "core/models/tree_builder.h"

#include <algorithm>
#include <numeric>

namespace w2s::models {
namespace {

std::int64_t sumOfSquares(std::span<const std::int64_t> counts) {
  return std::inner_product(counts.begin(), counts.end(), counts.begin(), std::int64_t{0});
}

double perRow(std::int64_t squares, std::size_t rows) {
  return static_cast<double>(squares) / static_cast<double>(rows);
}

}  // namespace

TreeBuilder::TreeBuilder(const FeatureRows& features, std::span<const std::int64_t> labels,
                         std::int64_t classes, const TreeOptions& options)
    : rows_(static_cast<std::size_t>(features.rows)),
      columns_(static_cast<std::size_t>(features.columns)),
      options_(options),
      labels_(labels.begin(), labels.end()),
      values_(rows_ * columns_),
      order_(rows_ * columns_),
      moved_(rows_),
      goes_left_(rows_),
      counts_(static_cast<std::size_t>(classes)),
      left_counts_(static_cast<std::size_t>(classes)) {
  tables_.columns = features.columns;
  tables_.classes = classes;
  for (std::size_t row = 0; row < rows_; ++row) {
    for (std::size_t column = 0; column < columns_; ++column) {
      values_[column * rows_ + row] = features.values[row * columns_ + column];
    }
  }
  for (std::size_t feature = 0; feature < columns_; ++feature) {
    const float* values = values_.data() + feature * rows_;
    const std::span<Row> order = orderOf(feature);
    std::iota(order.begin(), order.end(), Row{0});
    std::ranges::sort(order, [values](Row a, Row b) {
      return values[a] < values[b] || (values[a] == values[b] && a < b);
    });
  }
}

TreeTables TreeBuilder::grow() {
  growNode({0, rows_}, 0);
  return std::move(tables_);
}

std::int32_t TreeBuilder::growNode(Range range, std::int64_t depth) {
  const std::size_t node = tables_.feature.size();
  tables_.feature.push_back(-1);
  tables_.threshold.push_back(0.0F);
  tables_.left.push_back(-1);
  tables_.right.push_back(-1);

  countClasses(range);
  const Split split = depth < options_.depth ? bestSplit(range) : Split{};
  if (split.feature < 0) {
    finishAsLeaf(node, range);
    return static_cast<std::int32_t>(node);
  }
  tables_.feature[node] = split.feature;
  tables_.threshold[node] = threshold(range, split);
  partition(range, split);
  const std::size_t middle = range.begin + split.left_rows;
  const std::int32_t left = growNode({range.begin, middle}, depth + 1);
  const std::int32_t right = growNode({middle, range.end}, depth + 1);
  tables_.left[node] = left;
  tables_.right[node] = right;
  return static_cast<std::int32_t>(node);
}

void TreeBuilder::finishAsLeaf(std::size_t node, Range range) {
  const std::size_t classes = counts_.size();
  tables_.left[node] = static_cast<std::int32_t>(tables_.probabilities.size() / classes);
  const double total =
      static_cast<double>(range.size()) + options_.laplace * static_cast<double>(classes);
  for (const std::int64_t count : counts_) {
    tables_.probabilities.push_back(
        static_cast<float>((static_cast<double>(count) + options_.laplace) / total));
  }
}

void TreeBuilder::countClasses(Range range) {
  std::ranges::fill(counts_, 0);
  for (const Row row : orderOf(0).subspan(range.begin, range.size())) {
    ++counts_[labels_[row]];
  }
}

TreeBuilder::Split TreeBuilder::bestSplit(Range range) {
  // A split must beat the unsplit node by more than rounding.
  Split best{.purity = perRow(sumOfSquares(counts_), range.size()) * (1.0 + 1e-12)};
  for (std::size_t feature = 0; feature < columns_; ++feature) {
    improveWithFeature(range, feature, best);
  }
  return best;
}

void TreeBuilder::improveWithFeature(Range range, std::size_t feature, Split& best) {
  const float* values = values_.data() + feature * rows_;
  const std::span<const Row> order = orderOf(feature).subspan(range.begin, range.size());
  if (values[order.front()] == values[order.back()]) {
    return;
  }
  const auto min_rows = static_cast<std::size_t>(options_.min_leaf_rows);
  std::ranges::fill(left_counts_, 0);
  std::int64_t left_squares = 0;
  std::int64_t right_squares = sumOfSquares(counts_);
  for (std::size_t left = 1; left < order.size(); ++left) {
    // One row moves to the left side: (n + 1)^2 - n^2 = 2 n + 1.
    const Row row = order[left - 1];
    std::int64_t& left_count = left_counts_[labels_[row]];
    const std::int64_t right_count = counts_[labels_[row]] - left_count;
    left_squares += 2 * left_count + 1;
    right_squares -= 2 * right_count - 1;
    ++left_count;
    const std::size_t right = order.size() - left;
    if (left < min_rows || values[row] == values[order[left]]) {
      continue;
    }
    if (right < min_rows) {
      return;
    }
    const double purity = perRow(left_squares, left) + perRow(right_squares, right);
    if (purity > best.purity) {
      best = {.purity = purity, .feature = static_cast<std::int32_t>(feature), .left_rows = left};
    }
  }
}

float TreeBuilder::threshold(Range range, const Split& split) const {
  const std::size_t start = static_cast<std::size_t>(split.feature) * rows_;
  const Row* order = order_.data() + start + range.begin;
  const float below = values_[start + order[split.left_rows - 1]];
  const float above = values_[start + order[split.left_rows]];
  // Halves first: the sum of two large values would overflow. Between neighbouring numbers the
  // middle can round up.
  const float middle = 0.5F * below + 0.5F * above;
  return middle < above ? std::max(middle, below) : below;
}

void TreeBuilder::partition(Range range, const Split& split) {
  const std::span<const Row> chosen =
      orderOf(static_cast<std::size_t>(split.feature)).subspan(range.begin, range.size());
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    goes_left_[chosen[i]] = i < split.left_rows ? 1 : 0;
  }
  for (std::size_t feature = 0; feature < columns_; ++feature) {
    const std::span<Row> order = orderOf(feature).subspan(range.begin, range.size());
    std::size_t left = 0;
    std::size_t right = 0;
    for (const Row row : order) {
      // Both are written, one is kept: no branch to mispredict.
      order[left] = row;
      moved_[right] = row;
      left += static_cast<std::size_t>(goes_left_[row]);
      right += static_cast<std::size_t>(1 - goes_left_[row]);
    }
    std::copy_n(moved_.begin(), right, order.begin() + static_cast<std::ptrdiff_t>(left));
  }
}

}  // namespace w2s::models
