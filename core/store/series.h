// The series of a stage as a CSV file.
//
// The first line is the header, "step" and the headings of the columns (core/record/series.h): it is
// the schema of the file. Then one row a step. Numbers are written in the shortest form that reads
// back to the same bits; undefined is "nan", infinite "inf" or "-inf" (pandas and spreadsheets with
// a point as decimal separator read all of them). Locale plays no part.
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/record/series.h"

namespace w2s::store {

// "step,total [nats],kd [nats],...", with its newline.
[[nodiscard]] std::string seriesHeader(const record::SeriesSchema& schema);

// Appends the rows' lines to `text`, in the columns of `file`; a column that the rows do not have is
// "nan".
void formatRows(const record::StepBlock& rows, const record::SeriesSchema& file, std::string& text);

// A file's text -> series. A last line without a newline is torn (the process was killed while it
// wrote) and is dropped, be it a row or the header; an empty text is an empty series. Columns are
// whatever the header names. Everything else is strict: a first column that is not "step", a wrong
// number of columns, a cell that is no number, a step that does not ascend are BadFormat errors
// that name `file` and the line.
[[nodiscard]] Result<record::StepBlock> parseSeries(std::string_view text,
                                                    const std::filesystem::path& file);
// Which rows are kept of a series that is read whole.
enum class Rows { All, Last };
// The same of the first `bytes` bytes of a file, of which a part at a time is in memory.
[[nodiscard]] Result<record::StepBlock> readSeries(
    const std::filesystem::path& file, Rows kept = Rows::All,
    std::uint64_t bytes = std::numeric_limits<std::uint64_t>::max());

// The columns of a file; null where its header is missing or torn. Reads the first line only,
// of at most 64 KiB: a longer one is an error.
[[nodiscard]] Result<record::SharedSchema> readSchema(const std::filesystem::path& file);

// Gives the file the columns of `schema` that it lacks, "nan" in its rows. The file appears changed
// in one step. Its new schema.
[[nodiscard]] Result<record::SharedSchema> widenSeries(const std::filesystem::path& file,
                                                       const record::SeriesSchema& schema);

// The part of a series file up to a step: the header and the rows with a step <= it. Torn and
// voided rows lie behind.
struct SeriesPart {
  std::uint64_t bytes = 0;
  std::int64_t last_step = 0;  // of its last row; 0 without rows
};
// Looks at the steps alone. Errors: another header, a step that is no number or does not ascend
// (file and line).
[[nodiscard]] Result<SeriesPart> partUpTo(std::string_view text, std::int64_t step,
                                          const std::filesystem::path& file);
// The same of the first `bytes` bytes of a file; a missing one is empty.
[[nodiscard]] Result<SeriesPart> partOfFileUpTo(
    const std::filesystem::path& file, std::int64_t step,
    std::uint64_t bytes = std::numeric_limits<std::uint64_t>::max());

}  // namespace w2s::store
