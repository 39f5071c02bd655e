// A data set as the engine sees it: a card for people, named sources of rows, and a reader that fills blocks.
//
// Targets load without the rows themselves: with cached features nobody needs pixels, and unpacking
// them is the slow part. Splits, label noise and every metric take targets alone, so they serve any
// kind of data.
//
// A kind of data is a struct of Modality (modality.h); a data set is a subclass of Dataset and one
// line in registry.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/sentence.h"
#include "core/config/validate.h"
#include "core/data/modality.h"

namespace w2s::data {

// --- Rows ---

// The two sources that a data set has: test rows never come from anywhere but "test".
inline constexpr std::string_view kTrainSource = "train";
inline constexpr std::string_view kTestSource = "test";

struct Source {
  std::string name;
  std::int64_t rows = 0;
};

// Rows of one source, by position in it.
struct Rows {
  std::string source;
  std::vector<std::int64_t> index;

  [[nodiscard]] std::int64_t size() const {
    return static_cast<std::int64_t>(index.size());
  }
  friend bool operator==(const Rows&, const Rows&) = default;
};

// All rows of a source, in its order.
[[nodiscard]] Rows allRows(const Source& source);

// Where read() puts rows: memory of the caller, layoutOf(card.input(features)).bytes() a row.
struct HostBlock {
  std::span<std::byte> values;
  std::string_view features = {};  // name of a feature set; empty: the row itself
};

// One of several descriptions of the same rows, which a backbone can choose.
struct FeatureSet {
  std::string name;
  Vectors vectors;
  friend bool operator==(const FeatureSet&, const FeatureSet&) = default;
};

// Weak labels that another program made: a supervisor that needs no training.
struct WeakLabelSet {
  std::string name;
  std::int64_t train_rows = 0;  // that have one
  std::int64_t test_rows = 0;
  double train_accuracy = 0.0;  // of the most probable class, on those rows; NaN without any
  double test_accuracy = 0.0;
  // Rows of "train" that have none, of those that a student could learn from (UnlabelledRows, splits.h).
  std::int64_t movable_without = 0;
  std::int64_t open_without = 0;
  std::int64_t transfer_without = 0;
};

// Rows that are kept for one split, by the data set's own word; Open: for none in particular;
// Excluded: no split has them.
enum class Reserved : std::uint8_t { Open, Weak, Transfer, Validation, Excluded };
inline constexpr std::size_t kReservations = 5;

using Labels = std::vector<std::int64_t>;  // [rows], each in [0, classes)

// --- The data set ---

// What a person wants to know before using a data set.
struct DataSetCard {
  std::string name;   // the registered name, e.g. "fashion-mnist"
  std::string title;  // "Fashion-MNIST"
  std::string description;
  std::string origin;   // who made it, where it is described
  std::string licence;  // as the origin states it
  Modality modality;
  std::vector<Source> sources;           // as published; the files at hand may hold fewer rows
  std::vector<std::string> class_names;  // the label is the index
  std::string how_to_get;                // a command or an instruction, fit for a copy button
  std::vector<std::filesystem::path> folders;  // where it usually lies
  // contentHash of the published training labels; empty = unknown. The shipped backbones'
  // pre-training left out the last twelfth of that file's rows, so its validation rows come from
  // there (splits.h).
  std::string official_labels;
  // Of rows that are vectors: the first one is what "the row itself" means.
  std::vector<FeatureSet> features = {};
  std::array<std::int64_t, kReservations> reserved_rows{};  // of "train", by Reserved
  std::vector<WeakLabelSet> weak_labels = {};

  [[nodiscard]] std::int64_t classes() const {
    return static_cast<std::int64_t>(class_names.size());
  }
  [[nodiscard]] std::int64_t rows(std::string_view source) const;  // 0 if there is no such source
  // What a backbone is given that reads this feature set; the modality where there is none of that
  // name.
  [[nodiscard]] Modality input(std::string_view feature_set) const;
};

// Loads what is asked for at most once and shares it; any thread may ask at any time. A failed load
// is tried again on the next call, so that a person can mend the files and repeat. Keep the object
// for as long as its data are wanted.
class Dataset {
 public:
  virtual ~Dataset() = default;

  [[nodiscard]] virtual const DataSetCard& card() const = 0;
  // The folder the data come from, for messages and the run's manifest; empty where they are generated.
  [[nodiscard]] virtual std::filesystem::path folder() const {
    return {};
  }
  // Name and number of rows of each source, "train" first. May load targets.
  [[nodiscard]] virtual Result<std::vector<Source>> sources() = 0;
  // Identifies the content of every file; part of the fingerprint of each stage that reads the data.
  [[nodiscard]] virtual Result<std::string> fingerprint() = 0;
  // One label a row of `rows`, in their order.
  [[nodiscard]] virtual Result<Labels> targets(const Rows& rows) = 0;
  // The group of each row, comparable across sources: rows of one group never meet in two splits.
  // Empty: each row is a group of its own, which then holds for every source.
  [[nodiscard]] virtual Result<std::vector<std::int64_t>> groups(const Rows& rows);
  // For which split each row of "train" is kept. Empty: all are open.
  [[nodiscard]] virtual Result<std::vector<Reserved>> reserved() {
    return std::vector<Reserved>();
  }
  // Class probabilities that another program gave each row: [rows, classes], NaN where it gave none.
  // Errors: NotFound, there are no weak labels of that name.
  [[nodiscard]] virtual Result<std::vector<float>> weakLabels(std::string_view name,
                                                              const Rows& rows);
  // Identifies all of them; no part of fingerprint().
  [[nodiscard]] virtual Result<std::string> weakLabelsHash(std::string_view name);
  // Whether the files are still those that were opened. Where they are not, the data set is to be
  // opened anew.
  [[nodiscard]] virtual bool isCurrent() const {
    return true;
  }
  // Copies the rows into the block, in their order. `rows` may be few or many: whoever trains asks
  // for as many as it works on, so a data set may be larger than memory. block.values.size() ==
  // rows.size() * layoutOf(card().input(block.features)).bytes().
  [[nodiscard]] virtual Status read(const Rows& rows, HostBlock block) = 0;
  // One row as the window shows it. The default reads the row and looks at the modality.
  [[nodiscard]] virtual Result<ExampleView> view(std::string_view source, std::int64_t row);
};

// The named source. Errors: NotFound.
[[nodiscard]] Result<Source> findSource(Dataset& dataset, std::string_view name);

// What the rules between settings ask of a data set.
[[nodiscard]] config::ValidationContext validationContext(const DataSetCard& card);

// Hash of labels, the same for every file format they may come from.
[[nodiscard]] std::string contentHash(std::span<const std::int64_t> labels);
// Whether these are the training labels that were published, in their order.
[[nodiscard]] bool hasPublishedLabels(const DataSetCard& card, std::span<const std::int64_t> train);

}  // namespace w2s::data
