#include "core/data/card_rows.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/data/card_column.h"
#include "core/data/card_features.h"
#include "core/data/card_splits.h"
#include "core/data/class_names.h"
#include "core/data/splits.h"

namespace w2s::data {
namespace {

using RowList = std::vector<std::int64_t>;

class RowsReader {
 public:
  explicit RowsReader(const CardFile& card) : card_(card) {}

  RowsReading read() {
    for (const auto* column :
         {&card_.labels, &card_.ids, &card_.groups, &card_.split, &card_.text}) {
      want(*column);
    }
    for (const CardFeatures& set : card_.features) {
      want(set.ids);
      wantFeatures(set, columns_);
    }
    for (const CardWeakLabels& set : card_.weak_labels) {
      wantWeakLabels(set, columns_);
    }
    const auto labels = column("rows.labels", card_.labels);
    if (labels) {
      rows_ = labels->size();
      rows_from_ = labels->ref.text();
      readLabels(*labels);
    }
    readIds();
    readGroups();
    readSplits();
    readTexts();
    for (const CardFeatures& set : card_.features) {
      readFeatures(set);
    }
    if (names_ && names_->size() > 0) {
      readWeakLabelSets();
    }
    return std::move(reading_);
  }

 private:
  void report(std::string field, int line, Sentence said) {
    reading_.problems.push_back(config::problemOf(std::move(field), std::move(said), line));
  }

  void want(const std::optional<CardRef>& ref) {
    if (ref) {
      columns_.want(ref->file);
    }
  }

  // The column with as many rows as there are labels; nothing where it is not named or was refused.
  std::optional<Column> column(const std::string& field, const std::optional<CardRef>& ref) {
    if (!ref) {
      return std::nullopt;
    }
    std::vector<Sentence> of_rows;
    auto read = columns_.read(ref->file, of_rows);
    for (Sentence& problem : of_rows) {
      report(field, 0, std::move(problem));
    }
    if (!read) {
      report(field, ref->line, saidBy(read.error()));
      return std::nullopt;
    }
    watch(ref->file.path);
    return std::move(*read);
  }

  std::optional<Column> columnOfRows(const std::string& field, const std::optional<CardRef>& ref) {
    auto read = column(field, ref);
    if (read && rows_ >= 0 && read->size() != rows_) {
      report(field, ref->line,
             sentence("{} has {} rows, but {} has {}.", read->ref.text(), read->size(), rows_from_,
                      rows_));
      return std::nullopt;
    }
    return rows_ >= 0 ? std::move(read) : std::nullopt;
  }

  void readLabels(const Column& labels) {
    CardRows& rows = reading_.rows;
    const int line = card_.labels->line;
    if (rows_ == 0) {
      report("rows.labels", line, sentence("{} has no rows.", labels.ref.text()));
      return;
    }
    auto names = card_.classes.empty() ? ClassNames::of(labels)
                                       : Result<ClassNames>(ClassNames(card_.classes));
    if (!names) {
      report("rows.labels", line, saidBy(names.error()));
      return;
    }
    names_ = std::move(*names);
    rows.classes = names_->names();
    std::vector<Sentence> wrong;
    rows.labels = names_->classesOf(labels, wrong);
    for (Sentence& problem : wrong) {
      report("rows.labels", 0, std::move(problem));
    }
    if (!wrong.empty()) {
      std::ranges::replace(rows.labels, -1, 0);  // so that what else is wrong can be looked for
      return;
    }
    const auto counts = countsOfClasses(rows.labels, names_->size());
    if (std::ranges::count_if(counts, [](auto n) { return n > 0; }) < 2) {
      report("rows.labels", line,
             sentence("{}: all {} rows have one class, so there is nothing to learn; at least two "
                      "classes are needed.",
                      labels.ref.text(), rows_));
    }
  }

  std::vector<std::string> uniqueTextsOf(const std::string& field, const Column& ids) {
    std::vector<Sentence> problems;
    std::vector<std::string> texts = uniqueTexts(ids, problems);
    for (Sentence& problem : problems) {
      report(field, 0, std::move(problem));
    }
    return texts;
  }

  void readIds() {
    if (const auto ids = columnOfRows("rows.ids", card_.ids)) {
      ids_column_ = *ids;
      reading_.rows.ids = uniqueTextsOf("rows.ids", *ids);
    }
  }

  void readGroups() {
    const auto groups = columnOfRows("rows.groups", card_.groups);
    if (!groups) {
      return;
    }
    std::unordered_map<std::string, std::int64_t> known;
    RowList missing;
    for (std::int64_t row = 0; row < rows_; ++row) {
      const std::string text = groups->text(row);
      if (text.empty()) {
        missing.push_back(row);
      }
      reading_.rows.groups.push_back(known.try_emplace(text, std::ssize(known)).first->second);
    }
    if (!missing.empty()) {
      report("rows.groups", 0, sentence("{}: no group.", groups->places(missing)));
    }
    groups_column_ = *groups;
  }

  void readSplits() {
    CardRows& rows = reading_.rows;
    const auto split = columnOfRows("rows.split", card_.split);
    if (!split) {
      if (!card_.split && rows_ > 0 && !rows.classes.empty()) {
        drawTestRows(rows);
      }
      return;
    }
    std::map<std::string, RowList> unknown;
    std::vector<NamedSplit> of_rows;
    for (std::int64_t row = 0; row < rows_; ++row) {
      const auto named = splitNamed(split->text(row));
      if (!named && (unknown.size() < 20 || unknown.contains(split->text(row)))) {
        unknown[split->text(row)].push_back(row);
      }
      of_rows.push_back(named.value_or(NamedSplit{}));
    }
    for (const auto& [text, where] : unknown) {
      report("rows.split", 0,
             sentence("{}: the split \"{}\" is none of train, weak, transfer, validation and test.",
                      split->places(where), text));
    }
    bool any_reserved = false;
    for (std::int64_t row = 0; row < rows_; ++row) {
      const auto& [reserved, is_test] = of_rows[static_cast<std::size_t>(row)];
      if (is_test) {
        rows.test.push_back(row);
        continue;
      }
      rows.train.push_back(row);
      rows.reserved.push_back(reserved);
      any_reserved = any_reserved || reserved != Reserved::Open;
    }
    if (!any_reserved) {
      rows.reserved.clear();
    }
    rows.has_official_test = true;
    if (unknown.empty() && (rows.test.empty() || rows.train.empty())) {
      report("rows.split", card_.split->line,
             rows.test.empty()
                 ? sentence("{} marks no row as test; mark some, or leave rows.split out, and one "
                            "row of {} is kept for the test.",
                            split->ref.text(), kRowsATestRow)
                 : sentence("{} marks every row as test; none is left to train on.",
                            split->ref.text()));
    }
    checkGroupsOfSplits(of_rows);
  }

  void checkGroupsOfSplits(const std::vector<NamedSplit>& of_rows) {
    if (!groups_column_ || reading_.rows.groups.empty()) {
      return;
    }
    std::unordered_map<std::int64_t, std::int64_t> first;  // row of each group
    RowList crossing;
    std::string example;
    for (std::int64_t row = 0; row < rows_; ++row) {
      const auto i = static_cast<std::size_t>(row);
      const std::int64_t other = first.try_emplace(reading_.rows.groups[i], row).first->second;
      if (of_rows[static_cast<std::size_t>(other)] != of_rows[i]) {
        if (crossing.empty()) {
          crossing.push_back(other);
          example = groups_column_->text(row);
        }
        crossing.push_back(row);
      }
    }
    if (!crossing.empty()) {
      report("rows.groups", 0,
             sentence("{}: a group has rows in two splits, \"{}\" for one; rows of a group belong "
                      "into one split.",
                      groups_column_->places(crossing), example));
    }
  }

  void readTexts() {
    if (const auto texts = columnOfRows("rows.text", card_.text)) {
      for (std::int64_t row = 0; row < rows_; ++row) {
        reading_.rows.texts.push_back(texts->text(row));
      }
    }
  }

  void readFeatures(const CardFeatures& set) {
    const std::string field = fmt::format("features.{}", set.name);
    std::vector<Sentence> problems;
    auto made = makeFeatures(set,
                             {.card = card_,
                              .columns = columns_,
                              .texts = reading_.rows.texts,
                              .train = reading_.rows.train},
                             problems);
    for (Sentence& problem : problems) {
      report(field, set.file.line, std::move(problem));
    }
    if (!made) {
      return;
    }
    std::vector<std::int64_t> row_of;
    if (set.ids) {
      row_of = joined(field, set, made->rows.rows());
    } else if (rows_ >= 0 && made->rows.rows() != rows_) {
      report(field, set.file.line,
             sentence("{} has {} rows, but {} has {}; if it belongs to this data set, give ids to "
                      "both, rows.ids and features.ids.",
                      set.file.file.text(), made->rows.rows(), rows_from_, rows_));
    }
    if (std::holds_alternative<ColumnFeatures>(set.kind)) {
      watch(set.file.file.path);
    }
    reading_.rows.features.push_back(
        {.set = {.name = set.name,
                 .vectors = {.width = made->rows.width(), .type = made->rows.type()}},
         .rows = std::move(made->rows),
         .hash = std::move(made->hash),
         .row_of = std::move(row_of)});
  }

  // A file that was read whole: a later change of it is noticed.
  void watch(const std::filesystem::path& path) {
    if (auto file = MappedFile::open(path)) {
      reading_.rows.columns.push_back(std::move(*file));
    }
  }

  void readWeakLabelSets() {
    const WeakLabelRows of_card{.labels = reading_.rows.labels,
                                .ids = reading_.rows.ids,
                                .labels_file = card_.labels->file,
                                .classes = *names_};
    for (const CardWeakLabels& set : card_.weak_labels) {
      std::vector<Sentence> problems;
      if (auto loaded = readWeakLabels(set, of_card, columns_, problems)) {
        reading_.rows.weak_labels.push_back(std::move(*loaded));
      }
      for (Sentence& problem : problems) {
        report(fmt::format("weak_labels.{}", set.name), set.file.line, std::move(problem));
      }
      watch(set.file.file.path);
      if (set.ids) {
        watch(set.ids->file.path);
      }
    }
  }

  // The file's row of each row of the card, by id.
  std::vector<std::int64_t> joined(const std::string& field, const CardFeatures& set,
                                   std::int64_t rows) {
    if (!card_.ids) {
      report(field, set.ids->line,
             sentence("The features {} have ids, but the rows have none; add ids to [rows].",
                      set.name));
      return {};
    }
    const auto ids = column(field, set.ids);
    if (!ids) {
      return {};
    }
    if (ids->size() != rows) {
      report(field, set.ids->line,
             sentence("{} has {} rows, but {} has {}.", ids->ref.text(), ids->size(),
                      set.file.file.text(), rows));
      return {};
    }
    const auto texts = uniqueTextsOf(field, *ids);
    RowList missing;
    RowList row_of = texts.empty() ? RowList{} : placesById(reading_.rows.ids, texts, missing);
    if (!missing.empty()) {
      report(field, 0,
             sentence("{}: {} has no features of these ids, of {} of {} rows.",
                      ids_column_->places(missing), set.file.file.text(), missing.size(), rows_));
      return {};
    }
    return row_of;
  }

  const CardFile& card_;
  ColumnReader columns_;
  RowsReading reading_;
  std::int64_t rows_ = -1;  // of the card; -1: its labels cannot be read
  std::string rows_from_;   // whose rows these are
  std::optional<Column> ids_column_;
  std::optional<ClassNames> names_;  // nothing: there are too many, or no labels
  std::optional<Column> groups_column_;
};

}  // namespace

RowsReading readCardRows(const CardFile& card) {
  return RowsReader(card).read();
}

}  // namespace w2s::data
