#include "core/store/series.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "core/base/file_io.h"
#include "core/store/line_reader.h"

namespace w2s::store {
namespace {

using record::SeriesSchema;
using record::SharedSchema;
using record::StepBlock;

constexpr std::string_view kStepHeading = "step";
constexpr std::size_t kMostColumns = 4096;

// The longest double, "-2.2250738585072014e-308", has 24 characters.
constexpr std::size_t kMaxCell = 26;

char* formatNumber(char* at, char* end, double value) {
  if (std::isnan(value)) {
    value = std::numeric_limits<double>::quiet_NaN();  // never "-nan"
  }
  return std::to_chars(at, end, value).ptr;
}

// About the line that `lines` gave last.
tl::unexpected<Error> wrongLine(const LineReader& lines, const Sentence& what) {
  return fail(ErrorCode::BadFormat, sentence("{}, line {} {}", lines.path().string(),
                                             std::max<std::size_t>(lines.line(), 1), what));
}

// Null: no complete header, thus no rows.
Result<SharedSchema> readHeader(LineReader& lines) {
  W2S_TRY(const auto header, lines.next());
  if (!header) {
    return nullptr;
  }
  if (!header->starts_with(kStepHeading) ||
      (header->size() > kStepHeading.size() && (*header)[kStepHeading.size()] != ',')) {
    return wrongLine(lines, sentence("is not the header of a series; is this another file?"));
  }
  auto schema = std::make_shared<SeriesSchema>();
  for (std::size_t at = kStepHeading.size(); at < header->size();) {
    const std::size_t end = std::min(header->find(',', at + 1), header->size());
    if (schema->columns.size() == kMostColumns) {
      return wrongLine(lines,
                       sentence("has more than {} columns; is this another file?", kMostColumns));
    }
    schema->columns.push_back(record::columnOfHeading(header->substr(at + 1, end - at - 1)));
    at = end;
  }
  return schema;
}

// Reads the step at the start of a line, which doubles hold exactly; `rest` is what follows the
// comma.
bool parseStep(std::string_view line, std::int64_t& step, std::string_view& rest) {
  const char* const end = line.data() + line.size();
  const auto [stop, problem] = std::from_chars(line.data(), end, step);
  if (problem != std::errc() || stop == end || *stop != ',' || step < 0 ||
      step > record::kMostSteps) {
    return false;
  }
  rest = std::string_view(stop + 1, static_cast<std::size_t>(end - stop - 1));
  return true;
}

// Appends the columns after the step to `rows`; false unless there is exactly one number for each.
bool parseValues(std::string_view text, StepBlock& rows) {
  const char* at = text.data();
  const char* const end = at + text.size();
  for (auto& column : rows.columns) {
    double value = 0.0;
    const auto [stop, problem] = std::from_chars(at, end, value);
    const bool last = &column == &rows.columns.back();
    if (problem != std::errc() || (last ? stop != end : stop == end || *stop != ',')) {
      return false;
    }
    column.push_back(value);
    at = stop + 1;
  }
  return true;
}

tl::unexpected<Error> notAscending(const LineReader& lines, std::int64_t step, std::int64_t last) {
  return wrongLine(lines, sentence("has step {} after step {}; steps must ascend.", step, last));
}

// Room for as many rows as there seem to be, once the first ones are read. A cell has two bytes at
// least: what short lines promise, the file may not hold.
void makeRoom(const LineReader& lines, StepBlock& rows) {
  constexpr std::size_t kSample = 1024;
  if (rows.size() == kSample) {
    const std::uint64_t expected = lines.size() / (lines.position() / kSample);
    const std::uint64_t most = lines.size() / (2 * (rows.columns.size() + 1));
    rows.reserve(static_cast<std::size_t>(std::min(expected + expected / 16, most)));
  }
}

void keepLastRow(StepBlock& rows) {
  const std::size_t last = rows.size() - 1;
  rows.steps = {rows.steps[last]};
  for (auto& column : rows.columns) {
    column.front() = column[last];
    column.resize(1);
  }
}

Result<StepBlock> readRows(LineReader& lines, Rows kept) {
  W2S_TRY(SharedSchema schema, readHeader(lines));
  if (!schema) {
    return StepBlock();
  }
  StepBlock rows(std::move(schema));
  std::int64_t last = 0;
  while (true) {
    W2S_TRY(const auto line, lines.next());
    if (!line) {
      return rows;
    }
    std::int64_t step = 0;
    std::string_view values;
    if (!parseStep(*line, step, values) || !parseValues(values, rows)) {
      return wrongLine(lines,
                       sentence("is damaged: {} numbers were expected.", rows.columns.size() + 1));
    }
    if (step <= last) {
      return notAscending(lines, step, last);
    }
    last = step;
    rows.steps.push_back(static_cast<double>(step));
    if (kept == Rows::All) {
      makeRoom(lines, rows);
    } else if (rows.size() > 1) {
      keepLastRow(rows);
    }
  }
}

Result<SeriesPart> partIn(LineReader& lines, std::int64_t step) {
  W2S_TRY(const SharedSchema schema, readHeader(lines));
  SeriesPart part{.bytes = lines.position()};
  while (schema) {
    W2S_TRY(const auto line, lines.next());
    if (!line) {
      break;
    }
    std::int64_t found = 0;
    std::string_view values;
    if (!parseStep(*line, found, values)) {
      return wrongLine(lines, sentence("is damaged: it does not begin with a step."));
    }
    if (found <= part.last_step) {
      return notAscending(lines, found, part.last_step);
    }
    if (found > step) {
      break;
    }
    part = {.bytes = lines.position(), .last_step = found};
  }
  return part;
}

}  // namespace

std::string seriesHeader(const SeriesSchema& schema) {
  std::string header(kStepHeading);
  for (const record::SeriesColumn& column : schema.columns) {
    header += ',';
    header += record::headingOf(column);
  }
  header += '\n';
  return header;
}

void formatRows(const StepBlock& rows, const SeriesSchema& file, std::string& text) {
  std::vector<const double*> columns;
  for (const record::SeriesColumn& column : file.columns) {
    const auto& values = rows.column(column.name);
    columns.push_back(values.empty() ? nullptr : values.data());
  }
  std::vector<char> line((columns.size() + 1) * kMaxCell);
  char* const end = line.data() + line.size();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    char* at = std::to_chars(line.data(), end, static_cast<std::int64_t>(rows.steps[i])).ptr;
    for (const double* const values : columns) {
      *at++ = ',';
      at = formatNumber(at, end, values ? values[i] : std::numeric_limits<double>::quiet_NaN());
    }
    *at++ = '\n';
    text.append(line.data(), static_cast<std::size_t>(at - line.data()));
  }
}

Result<StepBlock> parseSeries(std::string_view text, const std::filesystem::path& file) {
  LineReader lines(text, file);
  return readRows(lines, Rows::All);
}

Result<StepBlock> readSeries(const std::filesystem::path& file, Rows kept, std::uint64_t bytes) {
  W2S_TRY(LineReader lines, LineReader::open(file, bytes));
  return readRows(lines, kept);
}

Result<SharedSchema> readSchema(const std::filesystem::path& file) {
  constexpr std::size_t kLongestHeader = std::size_t{1} << 16U;  // a damaged file may be one line
  const auto opened = RegularFile::open(file);
  if (!opened) {
    return nullptr;
  }
  std::string text(kLongestHeader, '\0');
  W2S_TRY(const std::size_t got, opened->readAt(0, text));
  text.resize(got);
  const std::size_t end = text.find('\n');
  if (end == std::string::npos) {
    if (text.size() < kLongestHeader) {
      return nullptr;
    }
    return fail(ErrorCode::BadFormat,
                sentence("{}, line 1 is longer than {} bytes: it is no header of a series.",
                         file.string(), kLongestHeader));
  }
  text.resize(end + 1);
  LineReader lines(text, file);
  return readHeader(lines);
}

Result<SharedSchema> widenSeries(const std::filesystem::path& file, const SeriesSchema& schema) {
  W2S_TRY(LineReader lines, LineReader::open(file));
  W2S_TRY(const SharedSchema present, readHeader(lines));
  auto wider = std::make_shared<SeriesSchema>(present ? *present : SeriesSchema());
  std::string cells;
  for (const record::SeriesColumn& column : schema.columns) {
    if (!wider->find(column.name)) {
      wider->columns.push_back(column);
      cells += ",nan";
    }
  }
  std::string widened = seriesHeader(*wider);
  while (true) {
    W2S_TRY(const auto line, lines.next());
    if (!line) {
      break;
    }
    widened.append(*line).append(cells) += '\n';
  }
  W2S_CHECK(writeFileAtomically(file, widened));
  return wider;
}

Result<SeriesPart> partUpTo(std::string_view text, std::int64_t step,
                            const std::filesystem::path& file) {
  LineReader lines(text, file);
  return partIn(lines, step);
}

Result<SeriesPart> partOfFileUpTo(const std::filesystem::path& file, std::int64_t step,
                                  std::uint64_t bytes) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    return SeriesPart();
  }
  W2S_TRY(LineReader lines, LineReader::open(file, bytes));
  return partIn(lines, step);
}

}  // namespace w2s::store
