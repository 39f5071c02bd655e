#include "core/store/prediction_log.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>
#include <system_error>
#include <type_traits>

#include <fmt/format.h>
#include <zlib.h>

#include "core/record/series.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

static_assert(std::endian::native == std::endian::little,
              "the log is written as it lies in memory");

constexpr std::string_view kMagic = "W2SPRED1";
constexpr std::size_t kHeaderBytes = 32;
constexpr std::size_t kSpacingAt = 16;
constexpr std::size_t kHeaderCrcAt = 24;
constexpr std::size_t kRecordHeaderBytes = 16;
constexpr std::size_t kRecordCrcAt = 8;
constexpr float kUnits = 65535.0F;
constexpr std::uint32_t kMostRows = 1U << 26U;
constexpr std::uint32_t kMostClasses = 1U << 16U;
constexpr std::size_t kMostRecords = 1U << 16U;  // the writer keeps kMaxKept

template <class T>
void put(std::string& bytes, std::size_t at, T value) {
  static_assert(std::is_trivially_copyable_v<T>);
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

template <class T>
T get(std::string_view bytes, std::size_t at) {
  T value{};
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

// With the four bytes at `crc_at` taken as 0.
std::uint32_t crcOf(std::string_view bytes, std::size_t crc_at) {
  const auto* data = reinterpret_cast<const Bytef*>(bytes.data());
  constexpr std::array<Bytef, 4> kZeros{};
  uLong crc = crc32_z(0, data, crc_at);
  crc = crc32_z(crc, kZeros.data(), kZeros.size());
  const std::size_t behind = crc_at + kZeros.size();
  return static_cast<std::uint32_t>(crc32_z(crc, data + behind, bytes.size() - behind));
}

void seal(std::string& bytes, std::size_t crc_at) {
  put(bytes, crc_at, crcOf(bytes, crc_at));
}

bool isSealed(std::string_view bytes, std::size_t crc_at) {
  return get<std::uint32_t>(bytes, crc_at) == crcOf(bytes, crc_at);
}

std::size_t classBytes(const PredictedRows& about) {
  return about.classes <= 256 ? 1 : 2;
}

std::size_t headerSize(const PredictedRows& about) {
  return kHeaderBytes + sizeof(std::uint32_t) * about.rows.size();
}

std::size_t recordSize(const PredictedRows& about) {
  return kRecordHeaderBytes + about.rows.size() * (classBytes(about) + sizeof(std::uint16_t));
}

std::string headerOf(const PredictedRows& about, std::int64_t spacing) {
  std::string bytes(headerSize(about), '\0');
  std::memcpy(bytes.data(), kMagic.data(), kMagic.size());
  put(bytes, 8, static_cast<std::uint32_t>(about.rows.size()));
  put(bytes, 12, about.classes);
  put(bytes, kSpacingAt, spacing);
  std::memcpy(bytes.data() + kHeaderBytes, about.rows.data(),
              sizeof(std::uint32_t) * about.rows.size());
  seal(bytes, kHeaderCrcAt);
  return bytes;
}

std::string recordOf(const Predictions& predictions, const PredictedRows& about) {
  std::string bytes(recordSize(about), '\0');
  put(bytes, 0, predictions.step);
  const std::size_t rows = about.rows.size();
  char* at = bytes.data() + kRecordHeaderBytes;
  if (classBytes(about) == 1) {
    std::transform(predictions.classes.begin(), predictions.classes.end(), at,
                   [](std::uint16_t value) { return static_cast<char>(value); });
  } else {
    std::memcpy(at, predictions.classes.data(), rows * sizeof(std::uint16_t));
  }
  at += rows * classBytes(about);
  std::vector<std::uint16_t> units(rows);
  std::transform(predictions.confidences.begin(), predictions.confidences.end(), units.begin(),
                 [](float confidence) {
                   // Written so that NaN, of a model that has diverged, becomes 0.
                   const float share = confidence > 0.0F ? std::min(confidence, 1.0F) : 0.0F;
                   return static_cast<std::uint16_t>(share * kUnits + 0.5F);
                 });
  std::memcpy(at, units.data(), rows * sizeof(std::uint16_t));
  seal(bytes, kRecordCrcAt);
  return bytes;
}

Predictions predictionsFrom(std::string_view record, const PredictedRows& about) {
  Predictions predictions{.step = get<std::int64_t>(record, 0), .classes = {}, .confidences = {}};
  const std::size_t rows = about.rows.size();
  const std::size_t width = classBytes(about);
  predictions.classes.resize(rows);
  predictions.confidences.resize(rows);
  const std::size_t confidences_at = kRecordHeaderBytes + rows * width;
  for (std::size_t i = 0; i < rows; ++i) {
    predictions.classes[i] = width == 1 ? get<std::uint8_t>(record, kRecordHeaderBytes + i)
                                        : get<std::uint16_t>(record, kRecordHeaderBytes + 2 * i);
    predictions.confidences[i] =
        static_cast<float>(get<std::uint16_t>(record, confidences_at + 2 * i)) / kUnits;
  }
  return predictions;
}

bool readAt(const RegularFile& file, std::uint64_t offset, std::string& bytes) {
  return file.readAt(offset, bytes) == bytes.size();
}

struct Head {
  PredictedRows about;
  std::int64_t spacing = 0;
};

std::optional<Head> readHead(const RegularFile& file) {
  std::string bytes(kHeaderBytes, '\0');
  if (!readAt(file, 0, bytes) || !bytes.starts_with(kMagic)) {
    return std::nullopt;
  }
  Head head;
  const auto rows = get<std::uint32_t>(bytes, 8);
  head.about.classes = get<std::uint32_t>(bytes, 12);
  head.spacing = get<std::int64_t>(bytes, kSpacingAt);
  if (rows == 0 || rows > kMostRows || head.about.classes == 0 ||
      head.about.classes > kMostClasses || head.spacing < 0 || head.spacing > record::kMostSteps) {
    return std::nullopt;
  }
  const std::uint64_t header_bytes = kHeaderBytes + sizeof(std::uint32_t) * std::uint64_t{rows};
  if (header_bytes > file.size()) {
    return std::nullopt;
  }
  bytes.resize(header_bytes);
  if (!readAt(file, 0, bytes) || !isSealed(bytes, kHeaderCrcAt)) {
    return std::nullopt;
  }
  head.about.rows.resize(rows);
  std::memcpy(head.about.rows.data(), bytes.data() + kHeaderBytes, sizeof(std::uint32_t) * rows);
  return head;
}

// Steps of the records that are there in full length and in order; whether they are sound is known
// when they are read.
std::vector<std::int64_t> readSteps(const RegularFile& file, const PredictedRows& about) {
  std::vector<std::int64_t> steps;
  std::string bytes(sizeof(std::int64_t), '\0');
  for (std::uint64_t at = headerSize(about); at + recordSize(about) <= file.size();
       at += recordSize(about)) {
    if (!readAt(file, at, bytes)) {
      break;
    }
    const auto step = get<std::int64_t>(bytes, 0);
    if (step < 0 || step > record::kMostSteps || (!steps.empty() && step <= steps.back()) ||
        steps.size() == kMostRecords) {
      break;
    }
    steps.push_back(step);
  }
  return steps;
}

std::size_t countUpTo(const std::vector<std::int64_t>& steps, std::int64_t step) {
  return static_cast<std::size_t>(std::upper_bound(steps.begin(), steps.end(), step) -
                                  steps.begin());
}

std::uint64_t bytesOf(const PredictedRows& about, std::size_t records) {
  return headerSize(about) + static_cast<std::uint64_t>(records) * recordSize(about);
}

// Of ascending steps: the first, each at least `spacing` after the one before it, and the last.
std::vector<std::size_t> spacedOut(const std::vector<std::int64_t>& steps, std::int64_t spacing) {
  std::vector<std::size_t> kept{0};
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (i + 1 == steps.size() || steps[i] - steps[kept.back()] >= spacing) {
      kept.push_back(i);
    }
  }
  return kept;
}

}  // namespace

Result<PredictionLog> PredictionLog::open(const fs::path& file) {
  PredictionLog log;
  log.path_ = file;
  auto opened = RegularFile::open(file);
  if (!opened) {
    return opened.error().code == ErrorCode::NotFound
               ? fail(ErrorCode::NotFound,
                      sentence("There are no predictions in {}.", file.string()))
               : tl::unexpected<Error>(std::move(opened.error()));
  }
  log.file_ = std::move(*opened);
  auto head = readHead(*log.file_);
  if (!head) {
    return fail(ErrorCode::BadFormat,
                sentence("{} is no log of predictions, or it is damaged.", file.string()));
  }
  log.about_ = std::move(head->about);
  log.spacing_ = head->spacing;
  log.steps_ = readSteps(*log.file_, log.about_);
  return log;
}

std::size_t PredictionLog::nearest(double step) const {
  const auto distance = [step](std::int64_t other) {
    return std::abs(static_cast<double>(other) - step);
  };
  return static_cast<std::size_t>(std::ranges::min_element(steps_, {}, distance) - steps_.begin());
}

Result<Predictions> PredictionLog::read(std::size_t index) {
  std::string bytes(recordSize(about_), '\0');
  if (!readAt(*file_, bytesOf(about_, index), bytes) || !isSealed(bytes, kRecordCrcAt) ||
      get<std::int64_t>(bytes, 0) != steps_[index]) {
    return fail(ErrorCode::BadFormat, sentence("The predictions at step {} in {} are incomplete.",
                                               steps_[index], path_.string()));
  }
  Predictions predictions = predictionsFrom(bytes, about_);
  if (std::ranges::any_of(predictions.classes, [this](auto c) { return c >= about_.classes; })) {
    return fail(ErrorCode::BadFormat, sentence("The predictions at step {} in {} name a class that "
                                               "is none of the {}.",
                                               steps_[index], path_.string(), about_.classes));
  }
  return predictions;
}

Result<PredictionWriter> PredictionWriter::open(const fs::path& file, const PredictedRows& about) {
  if (about.rows.empty() || about.classes == 0 || about.classes > kMostClasses) {
    return fail(
        ErrorCode::InvalidArgument,
        sentence("{}: predictions need rows and 1 to {} classes.", file.string(), kMostClasses));
  }
  PredictionWriter writer;
  writer.path_ = file;
  writer.about_ = about;
  auto log = PredictionLog::open(file);
  W2S_TRY(writer.file_, AppendFile::open(file));
  if (!log || log->about() != about) {
    W2S_CHECK(writer.begin());
    return writer;
  }
  writer.spacing_ = log->spacing();
  writer.steps_ = log->steps();
  // A process that was killed, or a machine that lost power, leaves bad records at the end alone.
  while (!writer.steps_.empty() && !log->read(writer.steps_.size() - 1)) {
    writer.steps_.pop_back();
  }
  W2S_CHECK(writer.file_.truncate(bytesOf(about, writer.steps_.size())));
  return writer;
}

Status PredictionWriter::begin() {
  spacing_ = 0;
  steps_.clear();
  W2S_CHECK(file_.truncate(0));
  return file_.append(headerOf(about_, spacing_));
}

Status PredictionWriter::append(const Predictions& predictions) {
  const std::size_t rows = about_.rows.size();
  const bool fits = predictions.classes.size() == rows && predictions.confidences.size() == rows &&
                    predictions.step >= 0 && predictions.step <= record::kMostSteps &&
                    (steps_.empty() || predictions.step > steps_.back()) &&
                    std::ranges::all_of(predictions.classes,
                                        [this](std::uint16_t c) { return c < about_.classes; });
  if (!fits) {
    return fail(ErrorCode::InvalidArgument, sentence("Predictions at step {} do not continue {}.",
                                                     predictions.step, path_.string()));
  }
  const std::string record = recordOf(predictions, about_);
  const std::size_t count = steps_.size();
  if (count >= 2 && steps_[count - 1] - steps_[count - 2] < spacing_) {
    // The latest was there as the latest only.
    W2S_CHECK(file_.truncate(bytesOf(about_, count - 1)));
    steps_.pop_back();
  }
  W2S_CHECK(file_.append(record));
  steps_.push_back(predictions.step);
  return steps_.size() > kMaxKept ? thinOut() : Status{};
}

Status PredictionWriter::thinOut() {
  const auto gaps = static_cast<std::int64_t>(steps_.size()) - 1;
  std::int64_t spacing = std::max(spacing_, (steps_.back() - steps_.front() + gaps - 1) / gaps);
  std::vector<std::size_t> kept;
  do {
    spacing *= 2;
    kept = spacedOut(steps_, spacing);
  } while (kept.size() > kMaxKept * 3 / 4);

  W2S_TRY(const std::string all, readFile(path_, kMostArrayBytes));
  if (all.size() < bytesOf(about_, steps_.size())) {
    return fail(ErrorCode::Io, sentence("{} was shortened by another.", path_.string()));
  }
  std::string text = headerOf(about_, spacing);
  std::vector<std::int64_t> steps;
  for (const std::size_t index : kept) {
    text.append(all, bytesOf(about_, index), recordSize(about_));
    steps.push_back(steps_[index]);
  }
  W2S_CHECK(writeFileAtomically(path_, text));
  W2S_TRY(file_, AppendFile::open(path_));
  spacing_ = spacing;
  steps_ = std::move(steps);
  return {};
}

Status PredictionWriter::cutAfter(std::int64_t step) {
  const std::size_t kept = countUpTo(steps_, step);
  W2S_CHECK(file_.truncate(bytesOf(about_, kept)));
  steps_.resize(kept);
  return {};
}

Status cutPredictionLog(const fs::path& file, std::int64_t step) {
  std::error_code error;
  if (!fs::exists(file, error)) {
    return {};
  }
  auto log = PredictionLog::open(file);
  if (!log) {
    fs::remove(file, error);
    return error ? Status(systemError(sentence("remove"), file, error.value())) : Status{};
  }
  std::size_t kept = countUpTo(log->steps(), step);
  while (kept > 0 && !log->read(kept - 1)) {
    --kept;
  }
  W2S_TRY(AppendFile shortened, AppendFile::open(file));
  return shortened.truncate(bytesOf(log->about(), kept));
}

}  // namespace w2s::store
