#include "core/data/card_weak_labels.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/hash.h"
#include "core/base/json.h"

namespace w2s::data {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr double kSumTolerance = 1e-2;  // of float16, and of files that were rounded
constexpr const char* kSoftLabel = "soft_label";
constexpr const char* kTruth = "gt_label";

// The file's rows before they are joined, and how messages name them.
struct FileRows {
  std::int64_t width = 0;      // numbers a row; 1: a class, which is in `column`
  std::vector<double> values;  // [rows, width] of several numbers a row
  Column column;               // of several numbers a row the places alone

  [[nodiscard]] std::int64_t rows() const {
    return width == 1 ? column.size() : std::ssize(values) / width;
  }
};

// Whether the file is OpenAI's where it has their columns.
bool namesNoColumn(const CardWeakLabels& set) {
  return set.file.file.part.empty() && isJsonLines(set.file.file.path);
}

FileRef valuesOf(const CardWeakLabels& set) {
  FileRef ref = set.file.file;
  if (namesNoColumn(set)) {
    ref.part = kSoftLabel;
  }
  return ref;
}

// Lists of numbers in the cells of a text file: "[0.1, 0.9]".
std::optional<FileRows> rowsOfCells(Column column, std::int64_t classes,
                                    std::vector<Sentence>& problems) {
  FileRows rows{.width = classes, .values = {}, .column = std::move(column)};
  std::vector<std::int64_t> wrong;
  for (std::int64_t row = 0; row < rows.column.size(); ++row) {
    const auto json = parseJson(rows.column.text(row));
    const auto is_number = [](const Json& one) { return one.is_number(); };
    if (!json || !json->is_array() || std::ssize(*json) != classes ||
        !std::ranges::all_of(*json, is_number)) {
      wrong.push_back(row);
      continue;
    }
    for (const Json& number : *json) {
      rows.values.push_back(number.get<double>());
    }
  }
  if (!wrong.empty()) {
    problems.push_back(sentence(
        "{}: no list of {} numbers. There are {} classes; a row is written as [0.1, 0.9, ...], a "
        "number for each of them in the order of the classes.",
        rows.column.places(wrong), classes, classes));
    return std::nullopt;
  }
  return rows;
}

std::optional<FileRows> rowsOfArray(const ArrayFile& array, const FileRef& ref,
                                    std::vector<Sentence>& problems) {
  const ArrayLayout& layout = array.layout();
  const auto type = featureTypeOf(layout.type);
  if (!type || layout.width() < 1) {
    problems.push_back(sentence(
        "{} has the shape ({}) and the type {}, but weak labels are [rows, classes] of float16, "
        "bfloat16 (safetensors), float32 or float64, or a column of classes.",
        ref.text(), fmt::join(layout.shape, ", "), layout.typeName()));
    return std::nullopt;
  }
  FileRows rows{
      .width = layout.width(), .values = {}, .column = {.ref = ref, .values = {}, .lines = {}}};
  std::vector<std::byte> bytes(static_cast<std::size_t>(layout.rows()) * array.rowBytes());
  if (const Status read = array.readBlock(0, bytes); !read) {
    problems.push_back(saidBy(read.error()));
    return std::nullopt;
  }
  rows.values.reserve(bytes.size() / layout.item_bytes);
  for (std::size_t at = 0; at < bytes.size(); at += layout.item_bytes) {
    rows.values.push_back(numberAt(*type, bytes.data() + at));
  }
  return rows;
}

bool holdsLists(const Column& column) {
  const auto* const texts = std::get_if<std::vector<std::string>>(&column.values);
  return texts != nullptr && std::ranges::any_of(*texts, [](const std::string& text) {
           const auto first = text.find_first_not_of(" \t");
           return first != std::string::npos && text[first] == '[';
         });
}

std::optional<FileRows> fileRows(const CardWeakLabels& set, std::int64_t classes,
                                 ColumnReader& columns, std::vector<Sentence>& problems) {
  const FileRef ref = valuesOf(set);
  if (!isTextTable(ref.path)) {
    const auto array = ArrayFile::open(ref);
    if (array && array->layout().shape.size() == 2 && array->layout().width() != 1) {
      return rowsOfArray(*array, ref, problems);
    }
  }
  auto column = columns.read(ref, problems);
  if (!column) {
    problems.push_back(saidBy(column.error()));
    return std::nullopt;
  }
  return holdsLists(*column) ? rowsOfCells(std::move(*column), classes, problems)
                             : FileRows{.width = 1, .values = {}, .column = std::move(*column)};
}

// What the values are: as the card says, or as they can only be.
std::optional<WeakValues> kindOf(const CardWeakLabels& set, const FileRows& rows,
                                 std::int64_t classes, std::vector<Sentence>& problems) {
  const bool is_column = rows.width == 1;
  const WeakValues kind =
      set.values.value_or(is_column ? WeakValues::Classes : WeakValues::Probabilities);
  const bool fits = kind == WeakValues::Classes ? is_column : rows.width == classes;
  if (!fits) {
    problems.push_back(kind == WeakValues::Classes
                           ? sentence("{} has {} numbers a row, but a class is one.",
                                      rows.column.ref.text(), rows.width)
                           : sentence("{} has {} numbers a row, but there are {} classes.",
                                      rows.column.ref.text(), rows.width, classes));
    return std::nullopt;
  }
  return kind;
}

// [rows, classes]: 1 for the class, 0 for the others.
std::vector<float> sharesOfClasses(const FileRows& rows, const ClassNames& names,
                                   std::vector<Sentence>& problems) {
  std::vector<float> shares(static_cast<std::size_t>(rows.rows() * names.size()), 0.0F);
  const std::vector<std::int64_t> classes = names.classesOf(rows.column, problems);
  for (std::size_t row = 0; row < classes.size(); ++row) {
    if (classes[row] >= 0) {
      shares[row * static_cast<std::size_t>(names.size()) +
             static_cast<std::size_t>(classes[row])] = 1.0F;
    }
  }
  return shares;
}

// [rows, classes] probabilities of as many numbers.
std::vector<float> sharesOfNumbers(const FileRows& rows, bool are_logits,
                                   std::vector<Sentence>& problems) {
  std::vector<float> all(rows.values.size(), 0.0F);
  std::vector<std::int64_t> infinite;
  std::vector<std::int64_t> unsound;
  std::vector<double> shares(static_cast<std::size_t>(rows.width));
  for (std::int64_t row = 0; row < rows.rows(); ++row) {
    const std::span<const double> given(rows.values.data() + row * rows.width, shares.size());
    const double largest = are_logits ? *std::ranges::max_element(given) : 0.0;
    std::ranges::transform(given, shares.begin(), [&](double value) {
      return are_logits ? std::exp(value - largest) : value;
    });
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    if (!std::isfinite(sum)) {
      infinite.push_back(row);
      continue;
    }
    const auto is_share = [](double share) { return share >= 0.0 && share <= 1.0 + kSumTolerance; };
    if (!are_logits &&
        (!std::ranges::all_of(shares, is_share) || std::abs(sum - 1.0) > kSumTolerance)) {
      unsound.push_back(row);
      continue;
    }
    std::ranges::transform(shares, all.begin() + row * rows.width,
                           [&](double share) { return static_cast<float>(share / sum); });
  }
  if (!infinite.empty()) {
    problems.push_back(sentence("{}: a value is no finite number; mend it where the file is made.",
                                rows.column.places(infinite)));
  }
  if (!unsound.empty()) {
    const Sentence said = sentence(
        "{}: the numbers are no probabilities, which are from 0 to 1 and sum to 1, in {} of {} "
        "rows.",
        rows.column.places(unsound), unsound.size(), rows.rows());
    problems.push_back(
        2 * std::ssize(unsound) > rows.rows()
            ? sentence("{} If they are logits, say values = \"logits\" in the card.", said)
            : said);
  }
  return all;
}

class Joiner {
 public:
  Joiner(const CardWeakLabels& set, const WeakLabelRows& rows, ColumnReader& columns,
         std::vector<Sentence>& problems)
      : set_(set), rows_(rows), columns_(columns), problems_(problems) {}

  // The row of the card for each row of the file; -1: the card has no such row. Nothing on a fault.
  std::optional<std::vector<std::int64_t>> places(const FileRows& file) {
    const auto of_card = std::ssize(rows_.labels);
    if (set_.ids) {
      return byIds(file);
    }
    if (set_.file.file.path == rows_.labels_file.path || set_.in_order) {
      if (file.rows() != of_card) {
        problems_.push_back(sentence("{} has {} rows, but {} has {}.", file.column.ref.text(),
                                     file.rows(), rows_.labels_file.text(), of_card));
        return std::nullopt;
      }
      std::vector<std::int64_t> places(static_cast<std::size_t>(of_card));
      for (std::size_t row = 0; row < places.size(); ++row) {
        places[row] = static_cast<std::int64_t>(row);
      }
      return places;
    }
    problems_.push_back(
        sentence("The weak labels {} do not say which row each belongs to; give ids to them and to "
                 "[rows], or say in_order = true if {} has the rows of {} in their order.",
                 set_.name, file.column.ref.text(), rows_.labels_file.text()));
    return std::nullopt;
  }

 private:
  std::optional<std::vector<std::int64_t>> byIds(const FileRows& file) {
    auto ids = columns_.read(set_.ids->file, problems_);
    if (!ids) {
      problems_.push_back(saidBy(ids.error()));
      return std::nullopt;
    }
    if (rows_.ids.empty()) {
      problems_.push_back(sentence(
          "The weak labels {} have ids, but the rows have none; add ids to [rows].", set_.name));
      return std::nullopt;
    }
    if (ids->size() != file.rows()) {
      problems_.push_back(sentence("{} has {} rows, but {} has {}.", ids->ref.text(), ids->size(),
                                   file.column.ref.text(), file.rows()));
      return std::nullopt;
    }
    const std::vector<std::string> texts = uniqueTexts(*ids, problems_);
    if (texts.empty()) {
      return std::nullopt;
    }
    std::vector<std::int64_t> unknown;
    const std::vector<std::int64_t> places = placesById(texts, rows_.ids, unknown);
    // Labels of rows that the card does not have are of another data set, or of a larger one.
    if (std::ssize(unknown) == std::ssize(texts)) {
      problems_.push_back(sentence(
          "{}: none of its {} ids is one of the card's rows; the weak labels {} seem to be "
          "of another data set.",
          ids->ref.text(), texts.size(), set_.name));
      return std::nullopt;
    }
    return places;
  }

  const CardWeakLabels& set_;
  const WeakLabelRows& rows_;
  ColumnReader& columns_;
  std::vector<Sentence>& problems_;
};

// The truth that an OpenAI file has beside its labels is the card's.
void checkTruth(const CardWeakLabels& set, const WeakLabelRows& rows,
                const std::vector<std::int64_t>& places, ColumnReader& columns,
                std::vector<Sentence>& problems) {
  if (!namesNoColumn(set)) {
    return;
  }
  std::vector<Sentence> of_rows;
  const auto truth = columns.read({.path = set.file.file.path, .part = kTruth}, of_rows);
  if (!truth) {
    return;  // the file has none
  }
  const std::vector<std::int64_t> classes = rows.classes.classesOf(*truth, of_rows);
  std::vector<std::int64_t> other;
  for (std::size_t row = 0; row < places.size(); ++row) {
    if (places[row] >= 0 && classes[row] != rows.labels[static_cast<std::size_t>(places[row])]) {
      other.push_back(static_cast<std::int64_t>(row));
    }
  }
  if (!other.empty()) {
    problems.push_back(sentence(
        "{}: gt_label is not the label of the card's row; {} of {} rows differ, so the weak "
        "labels {} belong to other rows or other classes.",
        truth->places(other), other.size(), places.size(), set.name));
  }
}

}  // namespace

void wantWeakLabels(const CardWeakLabels& set, ColumnReader& columns) {
  columns.want(valuesOf(set));
  if (namesNoColumn(set)) {
    columns.want({.path = set.file.file.path, .part = kTruth});
  }
  if (set.ids) {
    columns.want(set.ids->file);
  }
}

std::optional<LoadedWeakLabels> readWeakLabels(const CardWeakLabels& set, const WeakLabelRows& rows,
                                               ColumnReader& columns,
                                               std::vector<Sentence>& problems) {
  const auto file = fileRows(set, rows.classes.size(), columns, problems);
  if (!file) {
    return std::nullopt;
  }
  if (file->rows() == 0) {
    problems.push_back(sentence("{} has no rows.", file->column.ref.text()));
    return std::nullopt;
  }
  const auto kind = kindOf(set, *file, rows.classes.size(), problems);
  if (!kind) {
    return std::nullopt;
  }
  const std::vector<float> of_file =
      *kind == WeakValues::Classes ? sharesOfClasses(*file, rows.classes, problems)
                                   : sharesOfNumbers(*file, *kind == WeakValues::Logits, problems);
  const auto places = Joiner(set, rows, columns, problems).places(*file);
  if (!places) {
    return std::nullopt;
  }
  checkTruth(set, rows, *places, columns, problems);
  const auto classes = static_cast<std::size_t>(rows.classes.size());
  LoadedWeakLabels loaded{.name = set.name, .probabilities = {}, .hash = {}};
  loaded.probabilities.assign(rows.labels.size() * classes, kNaN);
  for (std::size_t row = 0; row < places->size(); ++row) {
    if ((*places)[row] >= 0) {
      std::copy_n(of_file.begin() + static_cast<std::ptrdiff_t>(row * classes), classes,
                  loaded.probabilities.begin() +
                      static_cast<std::ptrdiff_t>((*places)[row]) * rows.classes.size());
    }
  }
  loaded.hash =
      Hasher().add("weak-labels").add(std::as_bytes(std::span(loaded.probabilities))).hex();
  return loaded;
}

}  // namespace w2s::data
