#include "core/data/card_weak_labels.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
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
  std::int64_t classes = 0;    // numbers a row; 1: classes
  std::vector<double> values;  // [rows, classes]
  Column places;               // for messages; its values are not looked at
  [[nodiscard]] std::int64_t rows() const {
    return classes == 0 ? 0 : std::ssize(values) / classes;
  }
};

bool isJson(const std::filesystem::path& path) {
  return path.extension() == ".jsonl" || path.extension() == ".ndjson";
}

// A file without a named column that has soft labels is OpenAI's.
FileRef valuesOf(const CardWeakLabels& set) {
  FileRef ref = set.file.file;
  if (ref.part.empty() && isJson(ref.path)) {
    ref.part = kSoftLabel;
  }
  return ref;
}

// Lists of numbers in the cells of a text file: "[0.1,0.9]"; a single number is a class.
std::optional<FileRows> rowsOfCells(const Column& column, std::vector<Sentence>& problems) {
  FileRows rows{.classes = 0, .values = {}, .places = column};
  std::vector<std::int64_t> wrong;
  for (std::int64_t row = 0; row < column.size(); ++row) {
    const auto json = parseJson(column.text(row));
    std::vector<double> numbers;
    if (json && json->is_number()) {
      numbers = {json->get<double>()};
    } else if (json && json->is_array() &&
               std::ranges::all_of(*json, [](const Json& one) { return one.is_number(); })) {
      numbers = json->get<std::vector<double>>();
    }
    if (rows.classes == 0) {
      rows.classes = std::ssize(numbers);
    }
    if (numbers.empty() || std::ssize(numbers) != rows.classes) {
      wrong.push_back(row);
      numbers.assign(static_cast<std::size_t>(rows.classes), 0.0);
    }
    rows.values.insert(rows.values.end(), numbers.begin(), numbers.end());
  }
  if (!wrong.empty() || rows.classes == 0) {
    problems.push_back(sentence("{}: no list of {} numbers.", column.places(wrong), rows.classes));
    return std::nullopt;
  }
  return rows;
}

std::optional<FileRows> rowsOfArray(const FileRef& ref, std::vector<Sentence>& problems) {
  const auto array = ArrayFile::open(ref);
  if (!array) {
    problems.push_back(saidBy(array.error()));
    return std::nullopt;
  }
  const ArrayLayout& layout = array->layout();
  const auto type = featureTypeOf(layout.type);
  if (!type || layout.shape.size() != 2 || layout.width() < 1) {
    problems.push_back(
        sentence("{} has the shape ({}) and the type {}, but weak labels are [rows, "
                 "classes] of float16, float32 or float64, or a column of classes.",
                 ref.text(), fmt::join(layout.shape, ", "), layout.typeName()));
    return std::nullopt;
  }
  FileRows rows{.classes = layout.width(), .values = {}, .places = {.ref = ref, .values = {}}};
  std::vector<std::byte> bytes(static_cast<std::size_t>(layout.rows()) * array->rowBytes());
  if (const Status read = array->readBlock(0, bytes); !read) {
    problems.push_back(saidBy(read.error()));
    return std::nullopt;
  }
  rows.values.reserve(bytes.size() / layout.item_bytes);
  for (std::size_t at = 0; at < bytes.size(); at += layout.item_bytes) {
    rows.values.push_back(numberAt(*type, bytes.data() + at));
  }
  return rows;
}

std::optional<FileRows> fileRows(const CardWeakLabels& set, ColumnReader& columns,
                                 std::vector<Sentence>& problems) {
  const FileRef ref = valuesOf(set);
  const auto array = isTextTable(ref.path) ? Result<ArrayFile>(tl::unexpected<Error>(Error{}))
                                           : ArrayFile::open(ref);
  if (array && array->layout().shape.size() == 2) {
    return rowsOfArray(ref, problems);
  }
  auto column = columns.read(ref, problems);
  if (!column) {
    problems.push_back(saidBy(column.error()));
    return std::nullopt;
  }
  if (std::holds_alternative<std::vector<std::string>>(column->values)) {
    return rowsOfCells(*column, problems);
  }
  FileRows rows{.classes = 1, .values = {}, .places = *column};
  for (std::int64_t row = 0; row < column->size(); ++row) {
    rows.values.push_back(static_cast<double>(column->integer(row).value_or(-1)));
  }
  return rows;
}

// What the values are: as the card says, or as they can only be.
std::optional<WeakValues> kindOf(const CardWeakLabels& set, const FileRows& rows,
                                 std::int64_t classes, std::vector<Sentence>& problems) {
  const bool is_column = rows.classes == 1;
  const WeakValues kind =
      set.values.value_or(is_column ? WeakValues::Classes : WeakValues::Probabilities);
  const bool fits = kind == WeakValues::Classes ? is_column : rows.classes == classes;
  if (!fits) {
    problems.push_back(kind == WeakValues::Classes
                           ? sentence("{} has {} numbers a row, but a class is one.",
                                      rows.places.ref.text(), rows.classes)
                           : sentence("{} has {} numbers a row, but there are {} classes.",
                                      rows.places.ref.text(), rows.classes, classes));
    return std::nullopt;
  }
  return kind;
}

// [rows, classes] probabilities.
std::vector<float> probabilitiesOf(const FileRows& rows, WeakValues kind, std::int64_t classes,
                                   std::vector<Sentence>& problems) {
  std::vector<float> all(static_cast<std::size_t>(rows.rows() * classes), 0.0F);
  std::vector<std::int64_t> wrong;
  for (std::int64_t row = 0; row < rows.rows(); ++row) {
    const double* const value = rows.values.data() + row * rows.classes;
    float* const target = all.data() + row * classes;
    if (kind == WeakValues::Classes) {
      if (*value != std::trunc(*value) || *value < 0 || *value >= static_cast<double>(classes)) {
        wrong.push_back(row);
      } else {
        target[static_cast<std::size_t>(*value)] = 1.0F;
      }
      continue;
    }
    const double largest = *std::max_element(value, value + classes);
    double sum = 0.0;
    bool is_sound = std::isfinite(largest);
    for (std::int64_t c = 0; c < classes; ++c) {
      const double share = kind == WeakValues::Logits ? std::exp(value[c] - largest) : value[c];
      is_sound = is_sound && share >= 0.0 && share <= 1.0 + kSumTolerance;
      sum += share;
    }
    is_sound = is_sound && (kind == WeakValues::Logits || std::abs(sum - 1.0) <= kSumTolerance);
    if (!is_sound) {
      wrong.push_back(row);
      continue;
    }
    for (std::int64_t c = 0; c < classes; ++c) {
      const double share = kind == WeakValues::Logits ? std::exp(value[c] - largest) : value[c];
      target[c] = static_cast<float>(share / sum);
    }
  }
  if (!wrong.empty()) {
    const Sentence where = rows.places.places(wrong);
    problems.push_back(
        kind == WeakValues::Classes ? sentence("{}: no class from 0 to {}.", where, classes - 1)
        : kind == WeakValues::Logits
            ? sentence("{}: logits that are no finite numbers.", where)
            : sentence(
                  "{}: no probabilities, which are from 0 to 1 and sum to 1; of {} of {} rows. "
                  "If they are logits, say values = \"logits\" in the card.",
                  where, wrong.size(), rows.rows()));
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
        problems_.push_back(sentence("{} has {} rows, but {} has {}.", file.places.ref.text(),
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
                 set_.name, file.places.ref.text(), rows_.labels_file.text()));
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
                                   file.places.ref.text(), file.rows()));
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
  if (!set.file.file.part.empty() || !isJson(set.file.file.path)) {
    return;
  }
  std::vector<Sentence> of_rows;
  const auto truth = columns.read({.path = set.file.file.path, .part = kTruth}, of_rows);
  if (!truth) {
    return;  // the file has none
  }
  std::vector<std::int64_t> other;
  for (std::size_t row = 0; row < places.size(); ++row) {
    const auto label = truth->integer(static_cast<std::int64_t>(row));
    if (places[row] >= 0 && label != rows.labels[static_cast<std::size_t>(places[row])]) {
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
  if (set.file.file.part.empty() && isJson(set.file.file.path)) {
    columns.want({.path = set.file.file.path, .part = kTruth});
  }
  if (set.ids) {
    columns.want(set.ids->file);
  }
}

LoadedWeakLabels readWeakLabels(const CardWeakLabels& set, const WeakLabelRows& rows,
                                ColumnReader& columns, std::vector<Sentence>& problems) {
  LoadedWeakLabels loaded{.name = set.name, .probabilities = {}, .hash = {}};
  const auto file = fileRows(set, columns, problems);
  if (!file) {
    return loaded;
  }
  const auto kind = kindOf(set, *file, rows.classes, problems);
  if (!kind) {
    return loaded;
  }
  const std::vector<float> of_file = probabilitiesOf(*file, *kind, rows.classes, problems);
  const auto places = Joiner(set, rows, columns, problems).places(*file);
  if (!places) {
    return loaded;
  }
  checkTruth(set, rows, *places, columns, problems);
  const auto classes = static_cast<std::size_t>(rows.classes);
  loaded.probabilities.assign(rows.labels.size() * classes, kNaN);
  for (std::size_t row = 0; row < places->size(); ++row) {
    if ((*places)[row] >= 0) {
      std::copy_n(of_file.begin() + static_cast<std::ptrdiff_t>(row * classes), classes,
                  loaded.probabilities.begin() +
                      static_cast<std::ptrdiff_t>((*places)[row]) * rows.classes);
    }
  }
  loaded.hash =
      Hasher().add("weak-labels").add(std::as_bytes(std::span(loaded.probabilities))).hex();
  return loaded;
}

}  // namespace w2s::data
