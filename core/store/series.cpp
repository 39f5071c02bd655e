#include "core/store/series.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "core/base/file_io.h"

namespace w2s::store {
namespace {

using record::StepRow;

// The columns after the step, in the order of SeriesColumn.
constexpr std::array<double StepRow::*, kSeriesColumns - 1> kValues{&StepRow::total,
                                                                    &StepRow::kd,
                                                                    &StepRow::confidence,
                                                                    &StepRow::ground_truth,
                                                                    &StepRow::entropy,
                                                                    &StepRow::kd_weight,
                                                                    &StepRow::confidence_weight,
                                                                    &StepRow::ground_truth_weight,
                                                                    &StepRow::entropy_weight,
                                                                    &StepRow::learning_rate,
                                                                    &StepRow::temperature};

// The longest double, "-2.2250738585072014e-308", has 24 characters.
constexpr std::size_t kMaxCell = 26;

char* formatNumber(char* at, char* end, double value) {
  if (std::isnan(value)) {
    value = std::numeric_limits<double>::quiet_NaN();  // never "-nan"
  }
  return std::to_chars(at, end, value).ptr;
}

// Walks the complete lines of a series file, the header checked and left out.
class Lines {
 public:
  Lines(std::string_view text, const std::filesystem::path& file) : text_(text), file_(file) {}

  // False: no complete header, thus no rows.
  Result<bool> readHeader() {
    if (text_.find('\n') == std::string_view::npos) {
      return false;
    }
    if (!text_.starts_with(kSeriesHeader)) {
      return error(sentence("is not the header of a series; is this another file?"));
    }
    at_ = kSeriesHeader.size();
    ++line_;
    return true;
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

// Reads the step at the start of a line; `rest` is what follows the comma.
bool parseStep(std::string_view line, std::int64_t& step, std::string_view& rest) {
  const char* const end = line.data() + line.size();
  const auto [stop, problem] = std::from_chars(line.data(), end, step);
  if (problem != std::errc() || stop == end || *stop != ',') {
    return false;
  }
  rest = std::string_view(stop + 1, static_cast<std::size_t>(end - stop - 1));
  return true;
}

// Reads the columns after the step; false unless there is exactly one number for each.
bool parseValues(std::string_view text, StepRow& row) {
  const char* at = text.data();
  const char* const end = at + text.size();
  for (std::size_t i = 0; i < kValues.size(); ++i) {
    const auto [stop, problem] = std::from_chars(at, end, row.*kValues[i]);
    const bool last = i + 1 == kValues.size();
    if (problem != std::errc() || (last ? stop != end : stop == end || *stop != ',')) {
      return false;
    }
    at = stop + 1;
  }
  return true;
}

tl::unexpected<Error> notAscending(const Lines& lines, std::int64_t step, std::int64_t last) {
  return lines.error(sentence("has step {} after step {}; steps must ascend.", step, last));
}

}  // namespace

std::int64_t Series::lastStep() const {
  return empty() ? 0 : static_cast<std::int64_t>(columns_.front().back());
}

StepRow Series::row(std::size_t index) const {
  StepRow row;
  row.step = static_cast<std::int64_t>(columns_.front()[index]);
  for (std::size_t i = 0; i < kValues.size(); ++i) {
    row.*kValues[i] = columns_[i + 1][index];
  }
  return row;
}

std::vector<StepRow> Series::rows() const {
  std::vector<StepRow> all;
  all.reserve(size());
  for (std::size_t i = 0; i < size(); ++i) {
    all.push_back(row(i));
  }
  return all;
}

void Series::append(std::span<const StepRow> rows) {
  for (const StepRow& row : rows) {
    columns_.front().push_back(static_cast<double>(row.step));
    for (std::size_t i = 0; i < kValues.size(); ++i) {
      columns_[i + 1].push_back(row.*kValues[i]);
    }
  }
}

void Series::cutAfter(std::int64_t step) {
  const auto& steps = columns_.front();
  const auto kept = static_cast<std::size_t>(
      std::upper_bound(steps.begin(), steps.end(), static_cast<double>(step)) - steps.begin());
  for (auto& column : columns_) {
    column.resize(kept);
  }
}

void Series::reserve(std::size_t rows) {
  for (auto& column : columns_) {
    column.reserve(rows);
  }
}

void Series::clear() {
  for (auto& column : columns_) {
    column.clear();
  }
}

bool operator==(const Series& a, const Series& b) {
  const auto same = [](double x, double y) {
    return (std::isnan(x) && std::isnan(y)) || (x == y && std::signbit(x) == std::signbit(y));
  };
  return std::ranges::equal(a.columns_, b.columns_, [&](const auto& x, const auto& y) {
    return std::ranges::equal(x, y, same);
  });
}

void formatRows(std::span<const StepRow> rows, std::string& text) {
  std::array<char, kSeriesColumns * kMaxCell> line;
  for (const StepRow& row : rows) {
    char* const end = line.data() + line.size();
    char* at = std::to_chars(line.data(), end, row.step).ptr;
    for (const auto value : kValues) {
      *at++ = ',';
      at = formatNumber(at, end, row.*value);
    }
    *at++ = '\n';
    text.append(line.data(), static_cast<std::size_t>(at - line.data()));
  }
}

Result<Series> parseSeries(std::string_view text, const std::filesystem::path& file) {
  Series series;
  Lines lines(text, file);
  W2S_TRY(const bool has_rows, lines.readHeader());
  if (!has_rows) {
    return series;
  }
  series.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) - 1);
  std::int64_t last = 0;
  while (const auto line = lines.next()) {
    StepRow row;
    std::string_view values;
    if (!parseStep(*line, row.step, values) || !parseValues(values, row)) {
      return lines.error(sentence("is damaged: {} numbers were expected.", kSeriesColumns));
    }
    if (row.step <= last) {
      return notAscending(lines, row.step, last);
    }
    last = row.step;
    series.append(std::span(&row, 1));
  }
  return series;
}

Result<Series> readSeries(const std::filesystem::path& file) {
  W2S_TRY(const std::string text, readFile(file));
  return parseSeries(text, file);
}

Result<SeriesPart> partUpTo(std::string_view text, std::int64_t step,
                            const std::filesystem::path& file) {
  Lines lines(text, file);
  W2S_TRY(const bool has_rows, lines.readHeader());
  SeriesPart part{.bytes = lines.position()};
  while (const auto line = has_rows ? lines.next() : std::nullopt) {
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
