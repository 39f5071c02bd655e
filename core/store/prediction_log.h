// Which class a model gave each test row, and how sure it was, at each of its evaluations:
// series/<stage>.predictions.bin. A window shows from it the examples behind any point of a curve.
//
// Little-endian, without padding:
//
//   char[8]  "W2SPRED1"
//   u32      n, rows
//   u32      K, classes
//   i64      spacing: least steps between two kept evaluations, 0 = every one is kept
//   u32      CRC-32 of the header with this field as 0, and of the row numbers
//   u32      0
//   u32[n]   row numbers in the data set's test file
//   and then one record an evaluation, in ascending steps:
//   i64      step, completed steps
//   u32      CRC-32 of the record with this field as 0
//   u32      0
//   u8[n]    predicted class (u16[n] where K > 256)
//   u16[n]   probability of that class, in units of 1/65535
//
// Bounded: at most kMaxKept evaluations stay. One more makes the file keep about every second of
// them, spaced by twice as many steps, and from then on that spacing. First and latest evaluation
// are always there.
//
// Crash-safe: a killed process loses no written record; a torn last one fails its CRC and is
// dropped. The log is not synced: a power cut may cost its latest records, on which nothing else
// rests, and syncing megabytes would slow a short run.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/file_io.h"
#include "core/base/result.h"

namespace w2s::store {

// Of one evaluation; both lists have an entry a row, in the order of the log's rows.
struct Predictions {
  std::int64_t step = 0;               // completed steps; 0 for labels that nobody trains
  std::vector<std::uint16_t> classes;  // argmax
  std::vector<float> confidences;      // probability of that class, in [0, 1]
};

// What every record of one log is about.
struct PredictedRows {
  std::vector<std::uint32_t> rows;  // of the data set's test file
  std::uint32_t classes = 0;        // K, at most 65,536
  friend bool operator==(const PredictedRows&, const PredictedRows&) = default;
};

// Appends; one thread at a time.
class PredictionWriter {
 public:
  static constexpr std::size_t kMaxKept = 200;

  PredictionWriter() = default;
  // Continues the file, less a torn end; a file that is missing, damaged or about other rows begins
  // anew. Errors: InvalidArgument for no row or no class; the system's.
  [[nodiscard]] static Result<PredictionWriter> open(const std::filesystem::path& file,
                                                     const PredictedRows& about);

  // `predictions.step` is beyond the last one. Errors: InvalidArgument for another number of rows,
  // a class that does not exist or a step that does not ascend; the system's.
  [[nodiscard]] Status append(const Predictions& predictions);
  // Drops the evaluations beyond `step` (a rewind).
  [[nodiscard]] Status cutAfter(std::int64_t step);
  [[nodiscard]] bool isOpen() const {
    return file_.isOpen();
  }

 private:
  [[nodiscard]] Status begin();
  [[nodiscard]] Status thinOut();

  std::filesystem::path path_;
  PredictedRows about_;
  AppendFile file_;
  std::int64_t spacing_ = 0;
  std::vector<std::int64_t> steps_;
};

// Reads while a writer may be at work. Not thread-safe; movable.
class PredictionLog {
 public:
  // Errors: NotFound, and BadFormat for a file that is no such log.
  [[nodiscard]] static Result<PredictionLog> open(const std::filesystem::path& file);

  [[nodiscard]] const PredictedRows& about() const {
    return about_;
  }
  // Of the complete records, ascending; may be empty.
  [[nodiscard]] const std::vector<std::int64_t>& steps() const {
    return steps_;
  }
  // Index of the evaluation nearest to `step`, the earlier of two; steps() is not empty.
  [[nodiscard]] std::size_t nearest(double step) const;
  // index < steps().size(). BadFormat where the record was replaced or cut off since open(): open
  // the log again.
  [[nodiscard]] Result<Predictions> read(std::size_t index);
  [[nodiscard]] std::int64_t spacing() const {
    return spacing_;
  }

 private:
  std::filesystem::path path_;
  std::optional<RegularFile> file_;
  PredictedRows about_;
  std::int64_t spacing_ = 0;
  std::vector<std::int64_t> steps_;
};

// As PredictionWriter::cutAfter on a file that is not being written. A missing file is fine; one
// that cannot be read as a log is removed.
[[nodiscard]] Status cutPredictionLog(const std::filesystem::path& file, std::int64_t step);

}  // namespace w2s::store
