// Columns that a card names: labels, ids, groups and splits, from whatever file they lie in.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/data/array_file.h"
#include "core/data/text_table.h"

namespace w2s::data {

struct Column {
  FileRef ref;
  std::variant<std::vector<std::int64_t>, std::vector<double>, std::vector<std::string>> values;
  std::vector<std::int64_t> lines = {};  // of a text file; empty: rows count from 0

  [[nodiscard]] std::int64_t size() const;
  // The value as a person wrote it; whole numbers without a point. Empty: there is none, or no finite number.
  [[nodiscard]] std::string text(std::int64_t row) const;
  // A whole number, or a text or number that is one.
  [[nodiscard]] std::optional<std::int64_t> integer(std::int64_t row) const;
  // "labels.npy, rows 0, 7 and 3 more" or "train.csv, line 4".
  [[nodiscard]] Sentence places(const std::vector<std::int64_t>& rows) const;
};

// The same of rows of a file without lines.
// `all`: how many there are, where not all of them are listed.
[[nodiscard]] Sentence rowsText(const std::vector<std::int64_t>& rows, std::int64_t all = 0);

// Texts of a column of ids, each there and each once; empty where one is not, and `problems` says so.
[[nodiscard]] std::vector<std::string> uniqueTexts(const Column& ids,
                                                   std::vector<Sentence>& problems);

// Where each of `wanted` stands among `texts`, which are unique; -1 and an entry in `missing` where it
// does not.
[[nodiscard]] std::vector<std::int64_t> placesById(const std::vector<std::string>& wanted,
                                                   const std::vector<std::string>& texts,
                                                   std::vector<std::int64_t>& missing);

// Reads each text file once for all its columns.
class ColumnReader {
 public:
  // Every column is announced before the first is read.
  void want(const FileRef& ref);
  // Errors: of the file, or that it has no such column. What is wrong with single rows of a text
  // file goes to `problems`, once a file.
  [[nodiscard]] Result<Column> read(const FileRef& ref, std::vector<Sentence>& problems);
  // The names of all columns of a text file, in its order. Errors and problems: as read().
  [[nodiscard]] Result<std::vector<std::string>> namesOf(const FileRef& ref,
                                                         std::vector<Sentence>& problems);

 private:
  [[nodiscard]] Result<const TextTable*> tableOf(const FileRef& ref,
                                                 std::vector<Sentence>& problems);
  struct Wanted {
    std::vector<std::string> columns;
    bool wants_all = false;  // a reference without a column
    std::optional<Result<TextTable>> table;
  };
  std::map<std::string, Wanted> tables_;  // by path
};

}  // namespace w2s::data
