// Which rows train the weak supervisor, which it labels for the student, and which judge them.
//
// R rows of the training file (60,000 for Fashion-MNIST), V = R / 12 rounded down (5,000):
//   validation pool   V rows: of the published file its last V rows (55,000 to 59,999), which no
//                     shipped backbone was pre-trained on; of any other file V rows drawn by class
//                     and seed
//   training pool     the other rows: of weak and transfer
// Rows of the test file: pool of test.
//
// Disjoint by construction: the pools do not overlap, and inside the first one weak rows are taken
// from the front and transfer rows from the back of one seeded order a class.
//
// Stratified: a split of n rows gives each class its share of the pool by largest remainder
// (Hamilton's method: floor(n N_c / N) rows each, the rest to the largest remainders, equal ones to
// the lower class).
//
// Seeds: weak and transfer depend on the run's seed, and so does the validation pool of a file that
// is not the published one. Test rows are the same for every seed, so that accuracies of different
// seeds are measured on equal rows.
//
// Independence: the weak split depends on the labels, the seed and weak_rows alone, and the
// transfer split on the labels, the seed and transfer_rows alone: changing one size leaves the
// other split, and what was computed on it, as it is. The one exception: where both together take
// more of a class than there is (possible by rounding only, when they use up the whole pool), the
// transfer split takes the missing rows from other classes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/seed.h"
#include "core/config/experiment_config.h"

namespace w2s::data {

// Row indices, each list ascending and without repetition.
struct Splits {
  std::vector<std::int64_t> weak;        // of the training file
  std::vector<std::int64_t> transfer;    // of the training file
  std::vector<std::int64_t> validation;  // of the training file
  std::vector<std::int64_t> test;        // of the test file
  bool fixed_validation = false;         // its pool is the last V rows of the published file

  friend bool operator==(const Splits&, const Splits&) = default;
};

// Sizes of the three pools, from the sizes of the two official files.
struct Pools {
  std::int64_t training = 0;    // weak and transfer: rows [0, training)
  std::int64_t validation = 0;  // rows [training, training + validation)
  std::int64_t test = 0;
};
[[nodiscard]] Pools poolsOf(std::int64_t train_rows, std::int64_t test_rows);

// The rows of a run. Labels are in [0, classes); `published`: the training file is the
// published one (DataSetCard::official_labels); `seed` is the run's root seed.
// Errors: InvalidArgument, naming each task field that asks for more rows than there are, the
// request and the supply.
[[nodiscard]] Result<Splits> makeSplits(std::span<const std::int64_t> train_labels,
                                        std::span<const std::int64_t> test_labels,
                                        std::int64_t classes, bool published,
                                        const config::TaskConfig& task, Seed seed);

// Hash of one list of rows, for the manifest and for fingerprints of stages that read only that
// split.
[[nodiscard]] std::string hashOfRows(std::span<const std::int64_t> rows);

// How many of `total` <= sum(counts) rows each class gets: largest remainder, never more than its
// count.
[[nodiscard]] std::vector<std::int64_t> apportion(std::span<const std::int64_t> counts,
                                                  std::int64_t total);

// Rows of each class: [classes], labels in [0, classes).
[[nodiscard]] std::vector<std::int64_t> countsOfClasses(std::span<const std::int64_t> labels,
                                                        std::int64_t classes);

// labels[row] for each of `rows`.
[[nodiscard]] std::vector<std::int64_t> labelsAt(std::span<const std::int64_t> labels,
                                                 std::span<const std::int64_t> rows);

}  // namespace w2s::data
