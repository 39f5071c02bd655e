// Comma-separated values, as spreadsheets and pandas write them, read in pieces.
//
// Records end with LF or CRLF; a field in double quotes may hold separators, line ends and doubled
// quotes; a byte order mark at the beginning is passed over; empty lines are no records.
// Source: RFC 4180. Deviations: LF or CR alone ends a record too; the separator is the caller's (a tab for
// TSV).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace w2s::data {

// Far above what a column needs; a missing quote would make the rest of a file one field.
inline constexpr std::size_t kMostFieldBytes = std::size_t{1} << 24U;

class CsvParser {
 public:
  // `line` is where the record begins, from 1; the fields are the receiver's to take. An empty line is no
  // record, unless the first record has one field alone: there it is a value that is missing, but at the end.
  using Receiver = std::function<void(std::int64_t line, std::vector<std::string>& fields)>;
  CsvParser(char separator, Receiver receiver);

  // The next bytes of the file. Errors (BadFormat) are causes with their line, parts of a sentence
  // about the file: a quote inside a field without quotes, text behind a closing quote.
  [[nodiscard]] Status feed(std::string_view bytes);
  // After the last byte. Errors: a quote that is never closed.
  [[nodiscard]] Status finish();

 private:
  enum class Where { FieldStart, Plain, Quoted, AfterQuote };
  Status take(char byte);
  void endField();
  void endRecord();

  char separator_;
  Receiver receiver_;
  Where where_ = Where::FieldStart;
  std::vector<std::string> fields_;
  std::size_t columns_ = 0;                // of the first record; 0: there was none
  std::vector<std::int64_t> empty_lines_;  // since the last record
  std::string field_;
  std::int64_t line_ = 1;         // of the next byte
  std::int64_t record_line_ = 1;  // where the record began
  std::int64_t quote_line_ = 1;   // where the open quote is
  bool carriage_return_ = false;  // the last byte was one, outside quotes
  bool was_quoted_ = false;       // the present field
  std::size_t mark_ = 0;          // bytes of a byte order mark that were met
};

}  // namespace w2s::data
