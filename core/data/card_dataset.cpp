#include "core/data/card_dataset.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "core/base/file_read.h"
#include "core/base/hash.h"
#include "core/config/problem.h"
#include "core/data/card_file.h"
#include "core/data/card_rows.h"
#include "core/data/splits.h"

namespace w2s::data {
namespace {

constexpr std::int64_t kCardVersion = 1;  // of the fingerprint

class CardDataset final : public Dataset {
 public:
  CardDataset(std::filesystem::path path, std::optional<FileStamp> stamp, const CardFile& card,
              CardRows rows)
      : path_(std::move(path)), stamp_(stamp), rows_(std::move(rows)) {
    card_ = {.name = card.name.empty() ? path_.stem().string() : card.name,
             .title = card.title,
             .description = card.description,
             .origin = card.origin,
             .licence = card.licence,
             .modality = Vectors{.width = 0},
             .sources = {{std::string(kTrainSource), std::ssize(rows_.train)},
                         {std::string(kTestSource), std::ssize(rows_.test)}},
             .class_names = rows_.classes,
             .how_to_get = {},
             .folders = {path_.parent_path()},
             .official_labels = {}};
    card_.title = card_.title.empty() ? card_.name : card_.title;
    for (const LoadedFeatures& features : rows_.features) {
      card_.features.push_back(features.set);
    }
    if (!card_.features.empty()) {
      card_.modality = card_.features.front().vectors;
    }
    for (const LoadedWeakLabels& set : rows_.weak_labels) {
      card_.weak_labels.push_back(summaryOf(set));
    }
    for (const Reserved reserved : rows_.reserved) {
      ++card_.reserved_rows[static_cast<std::size_t>(reserved)];
    }
  }

  const DataSetCard& card() const override {
    return card_;
  }

  std::filesystem::path folder() const override {
    return path_.parent_path();
  }

  Result<std::vector<Source>> sources() override {
    return card_.sources;
  }

  Result<std::string> fingerprint() override {
    Hasher hasher;
    hasher.add("card").add(kCardVersion).add(std::ssize(rows_.classes));
    for (const auto* numbers : {&rows_.labels, &rows_.groups, &rows_.train, &rows_.test}) {
      hasher.add(std::as_bytes(std::span(*numbers)));
    }
    hasher.add(std::as_bytes(std::span(rows_.reserved)));
    for (const LoadedFeatures& features : rows_.features) {
      hasher.add(features.set.name)
          .add(features.set.vectors.width)
          .add(static_cast<std::int64_t>(features.set.vectors.type))
          .add(features.hash)
          .add(std::as_bytes(std::span(features.row_of)));
    }
    return hasher.hex();
  }

  Result<Labels> targets(const Rows& rows) override {
    return ofRows(rows, rows_.labels);
  }

  Result<std::vector<std::int64_t>> groups(const Rows& rows) override {
    return rows_.groups.empty() ? std::vector<std::int64_t>() : ofRows(rows, rows_.groups);
  }

  Result<std::vector<Reserved>> reserved() override {
    return rows_.reserved;
  }

  Result<std::vector<float>> weakLabels(std::string_view name, const Rows& rows) override {
    const LoadedWeakLabels* const set = weakLabelsNamed(name);
    if (set == nullptr) {
      return Dataset::weakLabels(name, rows);
    }
    const std::int64_t classes = card_.classes();
    const std::vector<std::int64_t>& source = rowsOf(rows.source);
    std::vector<float> chosen;
    for (const std::int64_t row : rows.index) {
      if (row < 0 || row >= std::ssize(source)) {
        return noRow(rows.source, row);
      }
      const auto first =
          set->probabilities.begin() + source[static_cast<std::size_t>(row)] * classes;
      chosen.insert(chosen.end(), first, first + classes);
    }
    return chosen;
  }

  Result<std::string> weakLabelsHash(std::string_view name) override {
    const LoadedWeakLabels* const set = weakLabelsNamed(name);
    return set != nullptr ? Result<std::string>(set->hash) : Dataset::weakLabelsHash(name);
  }

  bool isCurrent() const override {
    const auto is_unchanged = [](const MappedFile& file) { return file.isUnchanged(); };
    return FileStamp::of(path_) == stamp_ && std::ranges::all_of(rows_.columns, is_unchanged) &&
           std::ranges::all_of(rows_.features, [&](const LoadedFeatures& features) {
             return features.rows.isUnchanged();
           });
  }

  Status read(const Rows& rows, HostBlock block) override {
    const auto named = std::ranges::find_if(rows_.features, [&](const LoadedFeatures& features) {
      return block.features.empty() || features.set.name == block.features;
    });
    if (named == rows_.features.end()) {
      return fail(ErrorCode::NotFound,
                  sentence("{} has no features named \"{}\".", path_.string(), block.features));
    }
    assert(block.values.size() == rows.index.size() * named->rows.rowBytes());
    std::vector<std::int64_t> wanted;
    wanted.reserve(rows.index.size());
    const std::vector<std::int64_t>& source = rowsOf(rows.source);
    for (const std::int64_t row : rows.index) {
      if (row < 0 || row >= std::ssize(source)) {
        return noRow(rows.source, row);
      }
      const std::int64_t of_card = source[static_cast<std::size_t>(row)];
      wanted.push_back(named->row_of.empty() ? of_card
                                             : named->row_of[static_cast<std::size_t>(of_card)]);
    }
    return named->rows.read(wanted, block.values.data());
  }

  Result<ExampleView> view(std::string_view source, std::int64_t row) override {
    const std::vector<std::int64_t>& rows = rowsOf(source);
    if (rows_.texts.empty() || row < 0 || row >= std::ssize(rows)) {
      return Dataset::view(source, row);
    }
    return TextView{rows_.texts[static_cast<std::size_t>(rows[static_cast<std::size_t>(row)])]};
  }

 private:
  [[nodiscard]] const std::vector<std::int64_t>& rowsOf(std::string_view source) const {
    return source == kTestSource ? rows_.test : rows_.train;
  }

  [[nodiscard]] const LoadedWeakLabels* weakLabelsNamed(std::string_view name) const {
    const auto found = std::ranges::find(rows_.weak_labels, name, &LoadedWeakLabels::name);
    return found == rows_.weak_labels.end() ? nullptr : &*found;
  }

  [[nodiscard]] WeakLabelSet summaryOf(const LoadedWeakLabels& set) const {
    const auto classes = std::ssize(rows_.classes);
    const auto judge = [&](const std::vector<std::int64_t>& rows) {
      std::int64_t there = 0;
      std::int64_t right = 0;
      for (const std::int64_t row : rows) {
        const float* const first = set.probabilities.data() + row * classes;
        if (!std::isnan(*first)) {
          ++there;
          right += std::max_element(first, first + classes) - first ==
                   rows_.labels[static_cast<std::size_t>(row)];
        }
      }
      return std::pair(there, there == 0 ? std::numeric_limits<double>::quiet_NaN()
                                         : static_cast<double>(right) / static_cast<double>(there));
    };
    std::vector<bool> has_label;
    std::vector<std::int64_t> train_groups;
    for (const std::int64_t row : rows_.train) {
      has_label.push_back(!std::isnan(set.probabilities[static_cast<std::size_t>(row * classes)]));
      if (!rows_.groups.empty()) {
        train_groups.push_back(rows_.groups[static_cast<std::size_t>(row)]);
      }
    }
    const UnlabelledRows without = unlabelledRows(has_label, rows_.reserved, train_groups);
    const auto of_transfer = std::ranges::count_if(without.others, [&](std::int64_t row) {
      return !rows_.reserved.empty() &&
             rows_.reserved[static_cast<std::size_t>(row)] == Reserved::Transfer;
    });
    const auto [train, train_accuracy] = judge(rows_.train);
    const auto [test, test_accuracy] = judge(rows_.test);
    return {.name = set.name,
            .train_rows = train,
            .test_rows = test,
            .train_accuracy = train_accuracy,
            .test_accuracy = test_accuracy,
            .movable_without = std::ssize(without.movable),
            .open_without = std::ssize(without.movable) + std::ssize(without.others) - of_transfer,
            .transfer_without = of_transfer};
  }

  [[nodiscard]] tl::unexpected<Error> noRow(std::string_view source, std::int64_t row) const {
    return fail(ErrorCode::NotFound, sentence("{} holds {} rows; there is no row {}.", card_.title,
                                              card_.rows(source), row));
  }

  [[nodiscard]] Result<std::vector<std::int64_t>> ofRows(
      const Rows& rows, const std::vector<std::int64_t>& values) const {
    const std::vector<std::int64_t>& source = rowsOf(rows.source);
    std::vector<std::int64_t> chosen;
    chosen.reserve(rows.index.size());
    for (const std::int64_t row : rows.index) {
      if (row < 0 || row >= std::ssize(source)) {
        return noRow(rows.source, row);
      }
      chosen.push_back(values[static_cast<std::size_t>(source[static_cast<std::size_t>(row)])]);
    }
    return chosen;
  }

  const std::filesystem::path path_;
  const std::optional<FileStamp> stamp_;  // of the card
  const CardRows rows_;
  DataSetCard card_;
};

// `stamp`: of the card before its text was read.
Result<std::shared_ptr<Dataset>> openText(std::string_view text, const std::filesystem::path& place,
                                          std::optional<FileStamp> stamp) {
  const std::filesystem::path whole = std::filesystem::absolute(place).lexically_normal();
  CardReading reading = readCard(text, whole.parent_path());
  std::vector<config::Problem> problems = std::move(reading.problems);
  RowsReading rows;
  if (problems.empty()) {
    rows = readCardRows(reading.card);
    problems = std::move(rows.problems);
  }
  if (!problems.empty()) {
    Error error = config::errorOf(problems, place.string());
    error.code = ErrorCode::BadFormat;
    return tl::unexpected(std::move(error));
  }
  return std::make_shared<CardDataset>(whole, stamp, reading.card, std::move(rows.rows));
}

}  // namespace

Result<std::shared_ptr<Dataset>> openCard(std::string_view text,
                                          const std::filesystem::path& place) {
  return openText(text, place, FileStamp::of(place));
}

Result<std::shared_ptr<Dataset>> openCard(const std::filesystem::path& card) {
  const auto stamp = FileStamp::of(card);
  W2S_TRY(const std::string text, readFile(card, kMostSettingsBytes));
  return openText(text, card, stamp);
}

}  // namespace w2s::data
