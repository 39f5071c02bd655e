#include "core/data/card_features.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/data/text_table.h"

namespace w2s::data {
namespace {

using Problems = std::vector<Sentence>;

constexpr std::uint64_t kMostTableBytes = std::uint64_t{1} << 28U;
constexpr std::size_t kMostColumnsNamed = 20;

std::optional<MadeFeatures> inMemory(std::vector<float> values, std::int64_t width) {
  std::string hash =
      hashOfBytes({reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)});
  return MadeFeatures{.rows = FeatureRows(std::move(values), width), .hash = std::move(hash)};
}

// False, and a problem, where that is more than is held in memory.
bool fits(const std::string& what, std::int64_t rows, std::int64_t width, Problems& problems) {
  const std::uint64_t bytes =
      static_cast<std::uint64_t>(rows) * static_cast<std::uint64_t>(width) * sizeof(float);
  if (bytes > kMostMadeBytes) {
    problems.push_back(sentence(
        "{}: {} rows of {} numbers are {} MB, more than the {} MB that are held in memory; "
        "save them as an array (.npy), which is read row by row.",
        what, rows, width, bytes >> 20U, kMostMadeBytes >> 20U));
  }
  return bytes <= kMostMadeBytes;
}

bool fitsFloat(double number) {  // false for NaN
  return std::abs(number) <= static_cast<double>(std::numeric_limits<float>::max());
}

std::optional<float> numberIn(std::string_view cell) {
  while (!cell.empty() && (cell.front() == ' ' || cell.front() == '+')) {
    cell.remove_prefix(1);
  }
  while (!cell.empty() && cell.back() == ' ') {
    cell.remove_suffix(1);
  }
  double number = 0.0;
  const auto parsed = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  const bool is_number = parsed.ec == std::errc() && parsed.ptr == cell.data() + cell.size() &&
                         !cell.empty() && fitsFloat(number);
  return is_number ? std::optional(static_cast<float>(number)) : std::nullopt;
}

// --- An array in a file ---

std::optional<MadeFeatures> make(const ArrayFeatures& /*kind*/, const CardFeatures& set,
                                 const FeatureSources& /*sources*/, Problems& problems) {
  const FileRef& ref = set.file.file;
  auto array = ArrayFile::open(ref);
  if (!array) {
    problems.push_back(saidBy(array.error()));
    return std::nullopt;
  }
  const ArrayLayout layout = array->layout();
  if (layout.shape.empty() || layout.shape.size() > 2 || layout.width() < 1 ||
      !featureTypeOf(layout.type)) {
    problems.push_back(
        sentence("{} has the shape ({}) and the type {}, but features are [rows, numbers] of "
                 "float16, bfloat16, float32 or float64.",
                 ref.text(), fmt::join(layout.shape, ", "), layout.typeName()));
    return std::nullopt;
  }
  auto scan = scanArray(*array, ref);
  if (!scan) {
    problems.push_back(saidBy(scan.error()));
    return std::nullopt;
  }
  if (scan->unsound > 0) {
    problems.push_back(sentence(
        "{}, {}: a value is no finite number that float32 holds. {} of {} rows have "
        "such values; mend them where the file is made.",
        ref.text(), rowsText(scan->unsound_rows, scan->unsound), scan->unsound, layout.rows()));
  }
  return MadeFeatures{.rows = FeatureRows(std::move(*array)), .hash = std::move(scan->hash)};
}

// --- Columns of a table ---

// Those of the file that the card's rows do not name.
std::vector<std::string> otherColumns(const std::vector<std::string>& all,
                                      const std::filesystem::path& file, const CardFile& card,
                                      const CardFeatures& set) {
  std::vector<std::string> others;
  const auto is_named = [&](const std::string& name) {
    return std::ranges::any_of(
        std::array{&card.labels, &card.ids, &card.groups, &card.split, &card.text, &set.ids},
        [&](const auto* ref) {
          return *ref && (*ref)->file.path == file && (*ref)->file.part == name;
        });
  };
  std::ranges::copy_if(all, std::back_inserter(others), std::not_fn(is_named));
  return others;
}

// Lists of numbers, one a row, all of one length.
std::optional<MadeFeatures> makeOfLists(const Column& column, Problems& problems) {
  std::vector<float> values;
  std::int64_t width = 0;
  std::vector<std::int64_t> wrong;
  std::vector<std::int64_t> ragged;
  for (std::int64_t row = 0; row < column.size(); ++row) {
    const auto json = parseJson(column.text(row));
    const auto is_number = [](const Json& value) {
      return value.is_number() && fitsFloat(value.get<double>());
    };
    if (!json || !json->is_array() || json->empty() || !std::ranges::all_of(*json, is_number)) {
      wrong.push_back(row);
      continue;
    }
    width = width == 0 ? std::ssize(*json) : width;
    if (std::ssize(*json) != width) {
      ragged.push_back(row);
      continue;
    }
    if (values.empty() && !fits(column.ref.text(), column.size(), width, problems)) {
      return std::nullopt;
    }
    for (const Json& value : *json) {
      values.push_back(static_cast<float>(value.get<double>()));
    }
  }
  if (!wrong.empty()) {
    problems.push_back(sentence("{}: no list of numbers, as features are.", column.places(wrong)));
  }
  if (!ragged.empty()) {
    problems.push_back(
        sentence("{}: not {} numbers as in the rows before.", column.places(ragged), width));
  }
  return wrong.empty() && ragged.empty() ? inMemory(std::move(values), width) : std::nullopt;
}

std::optional<MadeFeatures> make(const ColumnFeatures& kind, const CardFeatures& set,
                                 const FeatureSources& sources, Problems& problems) {
  const FileRef& ref = set.file.file;
  std::error_code error;
  if (const auto bytes = std::filesystem::file_size(ref.path, error);
      !error && bytes > kMostTableBytes) {
    problems.push_back(
        sentence("{} has {} MB, more than the {} MB of a table that features are read from; save "
                 "them as an array (.npy), which is read row by row.",
                 ref.path.string(), bytes >> 20U, kMostTableBytes >> 20U));
    return std::nullopt;
  }
  Problems of_rows;
  if (!ref.part.empty()) {
    const auto column = sources.columns.read(ref, of_rows);
    problems.insert(problems.end(), of_rows.begin(), of_rows.end());
    if (!column) {
      problems.push_back(saidBy(column.error()));
      return std::nullopt;
    }
    return makeOfLists(*column, problems);
  }
  auto names = sources.columns.namesOf(ref, of_rows);
  problems.insert(problems.end(), of_rows.begin(), of_rows.end());
  if (!names) {
    problems.push_back(saidBy(names.error()));
    return std::nullopt;
  }
  const std::vector<std::string> chosen =
      kind.columns.empty() ? otherColumns(*names, ref.path, sources.card, set) : kind.columns;
  if (chosen.empty()) {
    problems.push_back(
        sentence("{} has no column beside those that [rows] names.", ref.path.string()));
    return std::nullopt;
  }
  const std::size_t before = problems.size();
  std::vector<float> values;
  for (std::size_t c = 0; c < chosen.size(); ++c) {
    Problems said;
    const auto column = sources.columns.read({.path = ref.path, .part = chosen[c]}, said);
    if (!column) {
      problems.push_back(saidBy(column.error()));
      continue;
    }
    if (c == 0) {
      if (!fits(ref.path.string(), column->size(), std::ssize(chosen), problems)) {
        return std::nullopt;
      }
      values.resize(static_cast<std::size_t>(column->size()) * chosen.size());
    }
    std::vector<std::int64_t> wrong;
    for (std::int64_t row = 0; row < column->size(); ++row) {
      const auto number = numberIn(column->text(row));
      if (!number) {
        wrong.push_back(row);
      } else if (!values.empty()) {
        values[static_cast<std::size_t>(row) * chosen.size() + c] = *number;
      }
    }
    if (!wrong.empty() && problems.size() - before < kMostColumnsNamed) {
      problems.push_back(
          sentence("{}: the column \"{}\" has no number there, but features are numbers; choose "
                   "columns of numbers with features.columns.",
                   column->places(wrong), chosen[c]));
    }
  }
  return problems.size() == before ? inMemory(std::move(values), std::ssize(chosen)) : std::nullopt;
}

// --- Words ---

std::optional<MadeFeatures> make(const WordFeatures& kind, const CardFeatures& set,
                                 const FeatureSources& sources, Problems& problems) {
  if (sources.texts.empty() ||
      !fits(set.name, std::ssize(sources.texts), kind.counting.size, problems)) {
    return std::nullopt;  // that there are no texts is said where they are read
  }
  CountedWords words = countWords(sources.texts, sources.train, kind.counting);
  if (!kind.counting.hashed && words.terms.empty()) {
    problems.push_back(
        sentence("{} has no words in its training rows.", sources.card.text->file.text()));
    return std::nullopt;
  }
  return inMemory(std::move(words.values), words.width);
}

}  // namespace

void wantFeatures(const CardFeatures& set, ColumnReader& columns) {
  if (const auto* kind = std::get_if<ColumnFeatures>(&set.kind)) {
    const FileRef& ref = set.file.file;
    if (!ref.part.empty() || kind->columns.empty()) {
      columns.want(ref);
    }
    for (const std::string& name : kind->columns) {
      columns.want({.path = ref.path, .part = name});
    }
  }
}

std::optional<MadeFeatures> makeFeatures(const CardFeatures& set, const FeatureSources& sources,
                                         Problems& problems) {
  return std::visit([&](const auto& kind) { return make(kind, set, sources, problems); }, set.kind);
}

}  // namespace w2s::data
