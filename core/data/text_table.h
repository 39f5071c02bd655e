// Columns of a table in a text file: CSV and TSV with a header line, or JSON Lines. Lines end with LF,
// CRLF or CR.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace w2s::data {

struct TextColumn {
  std::string name;
  // One a row. Of JSON Lines: texts as they are, other values as JSON writes them ("3", "[0.1,0.9]").
  std::vector<std::string> cells;
};

struct TextTable {
  std::vector<std::string> names;   // of all columns in the file, in its order
  std::vector<TextColumn> columns;  // those that were asked for and are there
  std::vector<std::int64_t> lines;  // where each row stands, from 1
  std::vector<Sentence> problems;   // of rows and columns, each with the file and its lines

  [[nodiscard]] const TextColumn* find(const std::string& name) const;
};

// Whether the name of a file says that it is such a table: .csv, .tsv, .tab, .jsonl, .ndjson.
[[nodiscard]] bool isTextTable(const std::filesystem::path& path);
// .jsonl and .ndjson alone, in letters of any size.
[[nodiscard]] bool isJsonLines(const std::filesystem::path& path);

struct TableRequest {
  std::vector<std::string> columns;    // empty: all
  std::int64_t most_rows = INT64_MAX;  // a look at the beginning needs no more
};

// Reads the columns; others are passed over. Rows of another length than the header, lines that are
// no JSON object and keys that are not on every line are `problems`, all of them. Errors: the file
// cannot be read; its form is lost (an open quote).
[[nodiscard]] Result<TextTable> readTextTable(const std::filesystem::path& path,
                                              const TableRequest& request = {});

// "line 4", "lines 4, 9 and 12", "lines 4, 9, 12 and 31 more".
[[nodiscard]] Sentence linesText(const std::vector<std::int64_t>& lines);

}  // namespace w2s::data
