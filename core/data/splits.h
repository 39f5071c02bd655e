// Which rows train the weak supervisor, which it labels for the student, and which judge them.
//
// R rows of the source "train" (60,000 for Fashion-MNIST), V = R / 12 rounded down (5,000). Two pools:
//   validation pool   V rows: for the published file of a card with official_labels its last V
//                     rows (55,000 to 59,999), which no shipped backbone was pre-trained on; for
//                     any other file V rows drawn by class and seed
//   training pool     the other rows: of weak and transfer
// Rows of the source "test": pool of test.
//
// Disjoint by construction: the pools do not overlap, and inside the training pool weak rows are
// taken from the front and transfer rows from the back of one seeded order a class.
//
// Stratified: a split of n rows gives each class its share of the pool by largest remainder
// (Hamilton's method: floor(n N_c / N) rows each, the rest to the largest remainders, equal ones to
// the lower class). Nothing depends on the order of the file beyond the identity of its rows.
//
// Grouped (Dataset::groups): whole groups go to a pool or to a split, so no group meets in two of
// them; the rows of a group that a split has no use for stay unused. Classes get their shares as
// nearly as the groups allow.
//
// Seeds: weak and transfer depend on the run's seed, and so does the validation pool of a file that
// is not the published one. Test rows are the same for every seed, so that accuracies of different
// seeds are measured on equal rows.
//
// Reserved (Dataset::reserved): rows that a data set keeps for one split are that split's pool, and
// no other split has them; a split without such rows draws from the others, as above. Groups do not
// cross these pools.
//
// Independence (without groups): the weak split depends on the labels, the seed and weak_rows
// alone, and the transfer split on the labels, the seed and transfer_rows alone: changing one size
// leaves the other split, and what was computed on it, as it is. The one exception: where both
// together take more of a class than there is (possible by rounding only, when they use up the
// whole pool), the transfer split takes the missing rows from other classes.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/seed.h"
#include "core/config/experiment_config.h"
#include "core/data/dataset.h"

namespace w2s::data {

// The names of the splits, in files and between modules.
namespace split {
inline constexpr std::string_view kWeak = "weak";
inline constexpr std::string_view kTransfer = "transfer";
inline constexpr std::string_view kValidation = "validation";
inline constexpr std::string_view kTest = "test";
}  // namespace split

// Rows under one name; row indices ascending and without repetition.
struct Split {
  std::string name;
  Rows rows;
  Labels labels;  // of these rows

  [[nodiscard]] std::int64_t size() const {
    return rows.size();
  }
  friend bool operator==(const Split&, const Split&) = default;
};

// The splits of a run, in the order in which people read them.
struct Splits {
  std::vector<Split> all;
  bool fixed_validation = false;  // validation rows are the published file's last twelfth

  // The split exists: asking for another is a programming error.
  [[nodiscard]] const Split& of(std::string_view name) const;
  friend bool operator==(const Splits&, const Splits&) = default;
};

// Sizes of the pools, from the sizes of the two sources.
struct Pools {
  std::int64_t training = 0;  // rows that no split has for itself, less validation rows among them
  std::int64_t validation = 0;
  std::int64_t test = 0;
  std::int64_t weak = 0;      // what the weak split is drawn from
  std::int64_t transfer = 0;  // and the transfer split
  bool shared = true;         // both from the training pool
};
[[nodiscard]] Pools poolsOf(std::int64_t train_rows, std::int64_t test_rows,
                            const std::array<std::int64_t, kReservations>& reserved = {});
// With the name of weak labels of the card: as keepLabelled leaves them. The number of weak rows tells
// which rows these come from.
[[nodiscard]] Pools poolsOf(const DataSetCard& card, std::string_view weak_labels = {},
                            std::int64_t weak_rows = 0);

// What splits are drawn from: the targets of both sources, and their groups where rows have any.
struct SplitSources {
  Labels train_labels;  // in [0, classes)
  Labels test_labels;
  std::vector<std::int64_t> train_groups;  // empty: each row is a group of its own
  std::vector<std::int64_t> test_groups;
  std::int64_t classes = 0;
  bool fixed_validation =
      false;  // the last twelfth of train, instead of rows drawn by class and seed
  std::vector<Reserved> reserved = {};  // of train rows; empty: all are open
  std::string weak_labels = {};  // whose rows are left (keepLabelled), for messages; empty: all
};

// Reads targets and groups of the data set. Errors: those of the data set.
[[nodiscard]] Result<SplitSources> splitSources(Dataset& dataset);

// Rows of "train" without a weak label, of those that a student could learn from: open ones, and those
// that are kept for the transfer split.
struct UnlabelledRows {
  std::vector<std::int64_t> movable;  // open, and no open row of their group has a label
  std::vector<std::int64_t> others;
};
// `has_label`: one a row; `reserved` and `groups` may be empty, as in SplitSources.
[[nodiscard]] UnlabelledRows unlabelledRows(const std::vector<bool>& has_label,
                                            std::span<const Reserved> reserved,
                                            std::span<const std::int64_t> groups);

// The student can learn from rows that have a weak label alone: where the labels come from elsewhere,
// open rows without one are taken out of what transfer and validation rows are drawn from, and so are
// transfer rows of the data set's own. Weak rows, on which nobody trains then, come from the movable
// ones where these are enough and the data set keeps no weak rows of its own: whole groups, so that
// none meets in two splits.
[[nodiscard]] Status keepLabelled(SplitSources& sources, Dataset& dataset,
                                  std::string_view weak_labels, std::int64_t weak_rows);

// The rows of a run; `seed` is the run's root seed. Errors: InvalidArgument, naming each task field
// that asks for more rows than there are, the request and the supply.
[[nodiscard]] Result<Splits> drawSplits(const SplitSources& sources, const config::TaskConfig& task,
                                        Seed seed);
[[nodiscard]] Result<Splits> makeSplits(Dataset& dataset, const config::TaskConfig& task, Seed seed,
                                        std::string_view weak_labels = {});

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
[[nodiscard]] Labels labelsAt(std::span<const std::int64_t> labels,
                              std::span<const std::int64_t> rows);

}  // namespace w2s::data
