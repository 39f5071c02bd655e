#include "ui/charts/pyramid.h"

#include <atomic>
#include <cmath>

namespace w2s::ui::charts {
namespace {

constexpr std::size_t kFan = 16;

}  // namespace

std::size_t Pyramid::nextVersion() {
  static std::atomic<std::size_t> counter{0};
  return ++counter;
}

void Pyramid::follow(std::span<const float> values, std::size_t generation) {
  if (generation != generation_ || values.size() < size_) {
    generation_ = generation;
    version_ = nextVersion();
    levels_.clear();
  }
  size_ = values.size();
  const auto join = [&](Node& sum, const Node& part) {
    if (!sum.finite() || !part.finite()) {
      sum.low = sum.high = Node::kBroken;
      return;
    }
    if (values[part.low] < values[sum.low]) {
      sum.low = part.low;
    }
    if (values[part.high] > values[sum.high]) {
      sum.high = part.high;
    }
  };
  const auto leaf = [&](std::size_t i) {
    const auto index = static_cast<std::uint32_t>(i);
    return std::isfinite(values[i]) ? Node{index, index} : Node{Node::kBroken, Node::kBroken};
  };
  std::size_t below = values.size();  // whole blocks one level down
  for (std::size_t level = 0; below >= kFan; ++level) {
    if (level == levels_.size()) {
      levels_.emplace_back();
    }
    std::vector<Node>& nodes = levels_[level];
    for (std::size_t block = nodes.size(); block < below / kFan; ++block) {
      const auto child = [&](std::size_t i) {
        return level == 0 ? leaf(i) : levels_[level - 1][i];
      };
      Node node = child(block * kFan);
      for (std::size_t i = 1; i < kFan; ++i) {
        join(node, child(block * kFan + i));
      }
      nodes.push_back(node);
    }
    below /= kFan;
  }
}

Pyramid::Extremes Pyramid::over(std::span<const float> values, std::size_t first,
                                std::size_t last) const {
  Extremes found;
  if (first >= last) {
    return found;
  }
  found = {.low = first, .high = first, .finite = true};
  const auto take = [&](std::size_t low, std::size_t high) {
    if (values[low] < values[found.low]) {
      found.low = low;
    }
    if (values[high] > values[found.high]) {
      found.high = high;
    }
  };
  while (first < last) {
    // The largest whole block that begins here.
    std::size_t size = 1;
    std::size_t level = 0;  // of that block, plus one; 0 = a single value
    while (level < levels_.size() && first % (size * kFan) == 0 && first + size * kFan <= last &&
           first / (size * kFan) < levels_[level].size()) {
      size *= kFan;
      ++level;
    }
    if (level == 0) {
      if (!std::isfinite(values[first])) {
        return {};
      }
      take(first, first);
    } else {
      const Node& node = levels_[level - 1][first / size];
      if (!node.finite()) {
        return {};
      }
      take(node.low, node.high);
    }
    first += size;
  }
  return found;
}

}  // namespace w2s::ui::charts
