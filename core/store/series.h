// Series: what was measured at every training step of a stage, as columns in memory and as a CSV
// file on disk.
//
// The file starts with kSeriesHeader (names with units) and has one row a step. Numbers are written
// in the shortest form that reads back to the same bits; undefined is "nan", infinite "inf" or
// "-inf" (pandas and spreadsheets with a point as decimal separator read all of them). Locale plays
// no part.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/record/event.h"

namespace w2s::store {

enum class SeriesColumn {
  Step,  // completed steps, 1-based; an integer, exact up to 2^53
  Total,
  Kd,
  Confidence,
  GroundTruth,
  Entropy,
  KdWeight,
  ConfidenceWeight,
  GroundTruthWeight,
  EntropyWeight,
  LearningRate,
  Temperature,
};
inline constexpr std::size_t kSeriesColumns = 12;

// One line, in the order of SeriesColumn, with its newline.
inline constexpr std::string_view kSeriesHeader =
    "step,total [nats],kd [nats],confidence [nats],ground_truth [nats],entropy [nats],kd_weight,"
    "confidence_weight,ground_truth_weight,entropy_weight,learning_rate,temperature\n";

// The series of one stage, in ascending steps. A value; not thread-safe.
class Series {
 public:
  [[nodiscard]] std::size_t size() const {
    return columns_.front().size();
  }
  [[nodiscard]] bool empty() const {
    return columns_.front().empty();
  }
  [[nodiscard]] const std::vector<double>& column(SeriesColumn column) const {
    return columns_[static_cast<std::size_t>(column)];
  }
  // Completed steps of the last row; 0 when empty.
  [[nodiscard]] std::int64_t lastStep() const;
  [[nodiscard]] record::StepRow row(std::size_t index) const;  // index < size()
  [[nodiscard]] std::vector<record::StepRow> rows() const;

  void append(std::span<const record::StepRow> rows);
  // Drops the rows with a step beyond `step` (after a Rewound event).
  void cutAfter(std::int64_t step);
  void reserve(std::size_t rows);
  void clear();

  // Bitwise: NaN equals NaN.
  friend bool operator==(const Series& a, const Series& b);

 private:
  std::array<std::vector<double>, kSeriesColumns> columns_;
};

// Appends the rows' lines to `text`.
void formatRows(std::span<const record::StepRow> rows, std::string& text);

// A file's text -> series. A last line without a newline is torn (the process was killed while it
// wrote) and is dropped, be it a row or the header; an empty text is an empty series. Everything
// else is strict: another header, a wrong number of columns, a cell that is no number, a step that
// does not ascend are BadFormat errors that name `file` and the line.
[[nodiscard]] Result<Series> parseSeries(std::string_view text, const std::filesystem::path& file);
[[nodiscard]] Result<Series> readSeries(const std::filesystem::path& file);

// The part of a series file up to a step: the header and the rows with a step <= it. Torn and
// voided rows lie behind.
struct SeriesPart {
  std::size_t bytes = 0;
  std::int64_t last_step = 0;  // of its last row; 0 without rows
};
// Looks at the steps alone. Errors: another header, a step that is no number or does not ascend
// (file and line).
[[nodiscard]] Result<SeriesPart> partUpTo(std::string_view text, std::int64_t step,
                                          const std::filesystem::path& file);

}  // namespace w2s::store
