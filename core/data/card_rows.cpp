#include "core/data/card_rows.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/data/card_column.h"
#include "core/data/card_features.h"
#include "core/data/card_splits.h"
#include "core/data/splits.h"

namespace w2s::data {
namespace {

constexpr std::int64_t kMostClasses = 10000;

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
    if (rows_ > 0 && !reading_.rows.classes.empty()) {
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
    rows.classes = card_.classes.empty() ? classesOf(labels) : card_.classes;
    std::unordered_map<std::string, std::int64_t> by_name;
    for (std::size_t c = 0; c < rows.classes.size(); ++c) {
      by_name.emplace(rows.classes[c], static_cast<std::int64_t>(c));
    }
    const auto classes = std::ssize(rows.classes);
    if (classes == 0) {
      return;  // there are too many, which is said
    }
    std::map<std::string, RowList> wrong;
    rows.labels.resize(static_cast<std::size_t>(rows_));
    for (std::int64_t row = 0; row < rows_; ++row) {
      const auto number = labels.integer(row);
      std::int64_t label =
          are_numbers_ && number && *number >= 0 && *number < classes ? *number : -1;
      // A name is looked up first: classes may be called "1" and "2".
      if (label < 0 || !card_.classes.empty()) {
        const auto named = by_name.find(labels.text(row));
        label = named == by_name.end() ? label : named->second;
      }
      if (label < 0) {
        if (wrong.size() < 20 || wrong.contains(labels.text(row))) {
          wrong[labels.text(row)].push_back(row);
        }
        continue;
      }
      rows.labels[static_cast<std::size_t>(row)] = label;
    }
    for (const auto& [text, where] : wrong) {
      report("rows.labels", 0,
             text.empty() ? sentence("{}: no label.", labels.places(where))
                          : sentence("{}: the label \"{}\" is no class; the classes are {}.",
                                     labels.places(where), text,
                                     rows.classes.size() > 12
                                         ? fmt::format("0 to {}", classes - 1)
                                         : fmt::format("{}", fmt::join(rows.classes, ", "))));
    }
    const auto counts = countsOfClasses(rows.labels, std::max<std::int64_t>(classes, 1));
    if (wrong.empty() && std::ranges::count_if(counts, [](auto n) { return n > 0; }) < 2) {
      report("rows.labels", line,
             sentence("{}: all {} rows have one class, so there is nothing to learn; at least two "
                      "classes are needed.",
                      labels.ref.text(), rows_));
    }
  }

  // Those that the labels themselves say: numbers from 0 to the largest, or the texts there are.
  std::vector<std::string> classesOf(const Column& labels) {
    std::int64_t largest = -1;
    bool numbers = true;
    std::set<std::string> names;
    for (std::int64_t row = 0; row < rows_; ++row) {
      const auto number = labels.integer(row);
      numbers = numbers && number.has_value();
      largest = std::max(largest, number.value_or(-1));
      const std::string text = labels.text(row);
      if (!text.empty() && std::ssize(names) <= kMostClasses) {
        names.insert(text);
      }
    }
    std::vector<std::string> classes;
    are_numbers_ = numbers;  // else "1" is the name of a class, and not the second of them
    if (numbers && largest < kMostClasses) {
      for (std::int64_t c = 0; c <= largest; ++c) {
        classes.push_back(fmt::format("class {}", c));
      }
      return classes;
    }
    if (std::ssize(names) > kMostClasses || numbers) {
      report("rows.labels", card_.labels->line,
             sentence("{} has more than {} different labels; it seems to be no column of classes.",
                      labels.ref.text(), kMostClasses));
      return {};
    }
    return {names.begin(), names.end()};
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
                                .classes = std::ssize(reading_.rows.classes)};
    for (const CardWeakLabels& set : card_.weak_labels) {
      std::vector<Sentence> problems;
      reading_.rows.weak_labels.push_back(readWeakLabels(set, of_card, columns_, problems));
      for (Sentence& problem : problems) {
        report(fmt::format("weak_labels.{}", set.name), 0, std::move(problem));
      }
      watch(set.file.file.path);
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
  bool are_numbers_ = true;  // labels may be numbers of classes
  std::optional<Column> groups_column_;
};

}  // namespace

RowsReading readCardRows(const CardFile& card) {
  return RowsReader(card).read();
}

}  // namespace w2s::data
