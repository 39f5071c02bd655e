#include "ui/charts/label_layout.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace w2s::ui::charts {
namespace {

// Labels that touch move as one; `offset` is the least-squares position of its first label.
struct Block {
  double sum = 0.0;  // of wanted_i - i * height over its labels
  std::size_t count = 0;
  [[nodiscard]] double offset() const {
    return sum / static_cast<double>(count);
  }
};

}  // namespace

std::vector<double> layOutLabels(std::span<const double> wanted, const LabelSpace& space) {
  const std::size_t n = wanted.size();
  std::vector<double> placed(n);
  if (n == 0) {
    return placed;
  }
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });

  const double room = std::max(0.0, space.bottom - space.top);
  const double height = std::min(space.height, room / static_cast<double>(n));
  // With d_i = y_i - i * height the task is isotonic regression: pool adjacent violators.
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < n; ++i) {
    blocks.push_back({wanted[order[i]] - static_cast<double>(i) * height, 1});
    while (blocks.size() > 1 && blocks[blocks.size() - 2].offset() > blocks.back().offset()) {
      const Block merged = blocks.back();
      blocks.pop_back();
      blocks.back().sum += merged.sum;
      blocks.back().count += merged.count;
    }
  }
  const double lowest = space.top + height / 2.0;
  const double highest = space.bottom - height / 2.0 - static_cast<double>(n - 1) * height;
  std::size_t i = 0;
  for (const Block& block : blocks) {
    const double offset = std::clamp(block.offset(), lowest, std::max(lowest, highest));
    for (std::size_t k = 0; k < block.count; ++k, ++i) {
      placed[order[i]] = offset + static_cast<double>(i) * height;
    }
  }
  return placed;
}

}  // namespace w2s::ui::charts
