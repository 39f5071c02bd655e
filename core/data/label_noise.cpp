#include "core/data/label_noise.h"

#include <cassert>
#include <cmath>

namespace w2s::data {

std::vector<std::int64_t> noisyLabels(std::span<const std::int64_t> labels, double share,
                                      std::int64_t classes, Seed seed) {
  assert(share >= 0.0 && share <= 1.0 && classes >= 2);
  std::vector<std::int64_t> noisy(labels.begin(), labels.end());
  const auto count =
      static_cast<std::size_t>(std::llround(share * static_cast<double>(labels.size())));
  const Seed root = seed.child("label_noise");
  const auto order = permutation(static_cast<std::int64_t>(labels.size()), root.child("rows"));
  SplitMix64 random(root.child("classes"));
  for (std::size_t i = 0; i < count; ++i) {
    std::int64_t& label = noisy[static_cast<std::size_t>(order[i])];
    // 1 ... classes - 1 places further round the circle of classes: never the class itself, the
    // others equally often.
    const auto shift =
        1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(classes - 1)));
    label = (label + shift) % classes;
  }
  return noisy;
}

std::vector<std::int64_t> shuffledLabelOrder(std::int64_t rows, Seed seed) {
  return permutation(rows, seed.child("shuffled_weak_labels"));
}

}  // namespace w2s::data
