#include "core/study/reference_results.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "core/base/csv_text.h"
#include "core/base/file_read.h"
#include "core/base/plain_text.h"
#include "core/base/resources.h"
#include "core/config/suggest.h"
#include "core/data/text_table.h"
#include "core/metrics/pgr.h"

namespace w2s::study {
namespace {

namespace fs = std::filesystem;

constexpr double kSmallestGap = 0.01;       // below it a ratio says little (metrics/pgr.h)
constexpr double kRounding = 1e-9;          // of binary fractions
constexpr double kLargestPgr = 1000.0;      // beyond it a file is damaged
constexpr std::int64_t kMostRows = 20'000;  // of a file

constexpr std::array kTextColumns{
    std::pair{"name", &ReferenceResult::name},     std::pair{"title", &ReferenceResult::title},
    std::pair{"by", &ReferenceResult::by},         std::pair{"task", &ReferenceResult::task},
    std::pair{"method", &ReferenceResult::method}, std::pair{"note", &ReferenceResult::note},
    std::pair{"source", &ReferenceResult::source}};
struct NumberColumn {
  const char* name;
  std::optional<double> ReferenceResult::*field;
  double low;
  double high;
};
constexpr std::array kNumberColumns{
    NumberColumn{"weak", &ReferenceResult::weak, 0.0, 1.0},
    NumberColumn{"student", &ReferenceResult::student, 0.0, 1.0},
    NumberColumn{"ceiling", &ReferenceResult::ceiling, 0.0, 1.0},
    NumberColumn{"pgr", &ReferenceResult::published_pgr, -kLargestPgr, kLargestPgr}};
constexpr const char* kSeedsColumn = "seeds";
// In the order of a file.
constexpr std::array kColumns{"name",    "title",   "by",  "task",  "method", "weak",
                              "student", "ceiling", "pgr", "seeds", "note",   "source"};
constexpr std::array kNeverEmpty{"name", "title", "by", "source"};

std::optional<double> numberIn(const std::string& text) {
  double value = 0.0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stop == end && std::isfinite(value) ? std::optional(value)
                                                                     : std::nullopt;
}

bool isName(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' ||
           letter == '.' || letter == '_';
  });
}

// A line of the table as a result; errors are parts of a sentence about it.
class Row {
 public:
  Row(const data::TextTable& table, std::size_t row) : table_(table), row_(row) {}

  Result<ReferenceResult> read() const {
    ReferenceResult result;
    for (const char* column : kNeverEmpty) {
      if (cell(column).empty()) {
        return fail(ErrorCode::BadFormat, sentence("\"{}\" is empty", column));
      }
    }
    for (const auto& [column, field] : kTextColumns) {
      result.*field = plainText(cell(column));
    }
    if (!isName(result.name)) {
      return fail(
          ErrorCode::BadFormat,
          sentence("\"name\" is {}; it has small letters, digits, -, . and _ alone", result.name));
    }
    for (const NumberColumn& column : kNumberColumns) {
      W2S_TRY(result.*column.field, number(column.name, column.low, column.high));
    }
    W2S_TRY(const auto seeds, number(kSeedsColumn, 0.0, 1e9));
    result.seeds = static_cast<std::int64_t>(std::lround(seeds.value_or(0.0)));
    return result;
  }

 private:
  [[nodiscard]] const std::string& cell(const char* column) const {
    return table_.find(column)->cells[row_];
  }
  [[nodiscard]] Result<std::optional<double>> number(const char* column, double low,
                                                     double high) const {
    const std::string& text = cell(column);
    if (text.empty()) {
      return std::nullopt;
    }
    const auto value = numberIn(text);
    if (!value || *value < low || *value > high) {
      return fail(ErrorCode::BadFormat, sentence("\"{}\" is {}; it is empty or a number from {} to "
                                                 "{}",
                                                 column, plainText(text), low, high));
    }
    return value;
  }

  const data::TextTable& table_;
  std::size_t row_;
};

void addNumber(std::string& text, const std::optional<double>& value) {
  text += value ? fmt::format(",{}", *value) : std::string(",");
}

void addFile(const fs::path& file, const std::string& prefix, ReferenceList& list) {
  auto results = readReferences(file);
  if (!results) {
    list.problems.push_back(saidBy(results.error()));
    return;
  }
  for (ReferenceResult& result : *results) {
    result.name.insert(0, prefix);
    list.results.push_back(std::move(result));
  }
}

}  // namespace

std::optional<double> ReferenceResult::pgr() const {
  if (published_pgr || !weak || !student || !ceiling ||
      *ceiling - *weak < kSmallestGap - kRounding) {
    return published_pgr;
  }
  return metrics::performanceGapRecovered(Weak(*weak), Student(*student), Ceiling(*ceiling));
}

fs::path referencesFolder(const fs::path& workspace) {
  return workspace / "references";
}

Result<std::vector<ReferenceResult>> readReferences(const fs::path& file) {
  W2S_TRY(const data::TextTable table,
          data::readTextTable(
              file, {.columns = {kColumns.begin(), kColumns.end()}, .most_rows = kMostRows}));
  if (!table.problems.empty()) {
    return fail(ErrorCode::BadFormat, table.problems.front());
  }
  for (const char* column : kColumns) {
    if (table.find(column) == nullptr) {
      return fail(ErrorCode::BadFormat, sentence("{} has no column \"{}\"; it needs {}.",
                                                 file.string(), column, fmt::join(kColumns, ", ")));
    }
  }
  std::vector<ReferenceResult> results;
  std::set<std::string> names;
  for (std::size_t row = 0; row < table.lines.size(); ++row) {
    auto result = Row(table, row).read();
    if (result && !names.insert(result->name).second) {
      result = fail(ErrorCode::BadFormat, sentence("there is another result {}", result->name));
    }
    if (!result) {
      return fail(ErrorCode::BadFormat, sentence("{}, line {}: {}.", file.string(),
                                                 table.lines[row], saidBy(result.error())));
    }
    results.push_back(std::move(*result));
  }
  return results;
}

std::string referencesText(std::span<const ReferenceResult> results) {
  std::string text = fmt::format("{}\n", fmt::join(kColumns, ","));
  for (const ReferenceResult& one : results) {
    text += fmt::format("{},{},{},{},{}", csvCell(one.name), csvCell(one.title), csvCell(one.by),
                        csvCell(one.task), csvCell(one.method));
    for (const NumberColumn& column : kNumberColumns) {
      addNumber(text, one.*column.field);
    }
    text += fmt::format(",{},{},{}\n", one.seeds > 0 ? std::to_string(one.seeds) : std::string(),
                        csvCell(one.note), csvCell(one.source));
  }
  return text;
}

ReferenceList referencesIn(const fs::path& workspace) {
  ReferenceList list;
  const auto published = resourceFile("references/published.csv");
  if (published) {
    addFile(*published, {}, list);
  } else {
    list.problems.push_back(saidBy(published.error()));
  }
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator at(referencesFolder(workspace), error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().extension() == ".csv") {
      files.push_back(at->path());
    }
  }
  std::ranges::sort(files);
  for (const fs::path& file : files) {
    addFile(file, plainText(file.stem().string()) + '/', list);
  }
  return list;
}

Result<std::vector<ReferenceResult>> findReferences(const fs::path& workspace,
                                                    std::span<const std::string> names) {
  std::vector<ReferenceResult> found;
  if (names.empty()) {
    return found;
  }
  const ReferenceList list = referencesIn(workspace);
  for (const std::string& name : names) {
    const auto one = std::ranges::find(list.results, name, &ReferenceResult::name);
    if (one == list.results.end()) {
      std::vector<std::string> known;
      for (const ReferenceResult& result : list.results) {
        known.push_back(result.name);
      }
      return fail(ErrorCode::NotFound,
                  sentence("There is no reference result {}{}. `w2s references` lists them.", name,
                           config::didYouMean(name, known)));
    }
    found.push_back(*one);
  }
  return found;
}

}  // namespace w2s::study
