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

// Walks the complete lines of a series file, the header read apart.
class Lines {
 public:
  Lines(std::string_view text, const std::filesystem::path& file) : text_(text), file_(file) {}

  // Null: no complete header, thus no rows.
  Result<SharedSchema> readHeader() {
    const auto header = next();
    if (!header) {
      return nullptr;
    }
    if (!header->starts_with(kStepHeading) ||
        (header->size() > kStepHeading.size() && (*header)[kStepHeading.size()] != ',')) {
      return error(sentence("is not the header of a series; is this another file?"));
    }
    auto schema = std::make_shared<SeriesSchema>();
    for (std::size_t at = kStepHeading.size(); at < header->size();) {
      const std::size_t end = std::min(header->find(',', at + 1), header->size());
      if (schema->columns.size() == kMostColumns) {
        return error(sentence("has more than {} columns; is this another file?", kMostColumns));
      }
      schema->columns.push_back(record::columnOfHeading(header->substr(at + 1, end - at - 1)));
      at = end;
    }
    return schema;
  }

  // The next complete line without its newline.
  std::optional<std::string_view> next() {
    const auto end = text_.find('\n', at_);
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    const std::string_view found = text_.substr(at_, end - at_);
    at_ = end + 1;
    ++line_;
    return found;
  }

  // Bytes up to the end of the line that next() gave.
  [[nodiscard]] std::size_t position() const {
    return at_;
  }
  // About the line that next() gave.
  [[nodiscard]] tl::unexpected<Error> error(const Sentence& what) const {
    return fail(ErrorCode::BadFormat,
                sentence("{}, line {} {}", file_.string(), std::max<std::size_t>(line_, 1), what));
  }

 private:
  std::string_view text_;
  const std::filesystem::path& file_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
};

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

tl::unexpected<Error> notAscending(const Lines& lines, std::int64_t step, std::int64_t last) {
  return lines.error(sentence("has step {} after step {}; steps must ascend.", step, last));
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
  Lines lines(text, file);
  W2S_TRY(SharedSchema schema, lines.readHeader());
  if (!schema) {
    return StepBlock();
  }
  StepBlock rows(std::move(schema));
  // A cell has two bytes at least: what the lines promise, the text may not hold.
  const auto lines_there = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) - 1;
  rows.reserve(std::min(lines_there, text.size() / (2 * (rows.columns.size() + 1))));
  std::int64_t last = 0;
  while (const auto line = lines.next()) {
    std::int64_t step = 0;
    std::string_view values;
    if (!parseStep(*line, step, values) || !parseValues(values, rows)) {
      return lines.error(
          sentence("is damaged: {} numbers were expected.", rows.columns.size() + 1));
    }
    if (step <= last) {
      return notAscending(lines, step, last);
    }
    last = step;
    rows.steps.push_back(static_cast<double>(step));
  }
  return rows;
}

Result<StepBlock> readSeries(const std::filesystem::path& file) {
  W2S_TRY(const std::string text, readFile(file, kMostLogBytes));
  return parseSeries(text, file);
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
  return Lines(text, file).readHeader();
}

Result<SharedSchema> widenSeries(const std::filesystem::path& file, const SeriesSchema& schema) {
  W2S_TRY(const std::string text, readFile(file, kMostLogBytes));
  Lines lines(text, file);
  W2S_TRY(const SharedSchema present, lines.readHeader());
  auto wider = std::make_shared<SeriesSchema>(present ? *present : SeriesSchema());
  std::string cells;
  for (const record::SeriesColumn& column : schema.columns) {
    if (!wider->find(column.name)) {
      wider->columns.push_back(column);
      cells += ",nan";
    }
  }
  std::string widened = seriesHeader(*wider);
  while (const auto line = lines.next()) {
    widened.append(*line).append(cells) += '\n';
  }
  W2S_CHECK(writeFileAtomically(file, widened));
  return wider;
}

Result<SeriesPart> partUpTo(std::string_view text, std::int64_t step,
                            const std::filesystem::path& file) {
  Lines lines(text, file);
  W2S_TRY(const SharedSchema schema, lines.readHeader());
  SeriesPart part{.bytes = lines.position()};
  while (const auto line = schema ? lines.next() : std::nullopt) {
    std::int64_t found = 0;
    std::string_view values;
    if (!parseStep(*line, found, values)) {
      return lines.error(sentence("is damaged: it does not begin with a step."));
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

}  // namespace w2s::store
