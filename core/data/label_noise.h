// Deliberate damage to labels: noise for the weak supervisor's ground truth, and the negative
// control.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/seed.h"

namespace w2s::data {

// A copy of `labels` ([N], each in [0, classes)) in which exactly round(share * N) rows, drawn at
// random, carry another class, each of the classes - 1 others with equal probability. share in [0,
// 1], classes >= 2. `seed` is the run's root seed. A larger share with the same seed changes the
// same rows in the same way, and more. Symmetric noise without self-flips; with flips to any class,
// the share of wrong labels would be share (K - 1) / K.
[[nodiscard]] std::vector<std::int64_t> noisyLabels(std::span<const std::int64_t> labels,
                                                    double share, std::int64_t classes, Seed seed);

// Negative control (supervision.shuffle): row i gets the weak label of row order[i]. A uniformly
// random permutation of 0 ... rows - 1; `seed` is the run's root seed.
[[nodiscard]] std::vector<std::int64_t> shuffledLabelOrder(std::int64_t rows, Seed seed);

}  // namespace w2s::data
