#include "core/data/csv.h"

#include <utility>

namespace w2s::data {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

CsvParser::CsvParser(char separator, Receiver receiver)
    : separator_(separator), receiver_(std::move(receiver)) {}

Status CsvParser::feed(std::string_view bytes) {
  for (const char byte : bytes) {
    if (mark_ < kByteOrderMark.size()) {
      if (byte == kByteOrderMark[mark_]) {
        ++mark_;
        continue;
      }
      const std::size_t met = std::exchange(mark_, kByteOrderMark.size());
      for (const char first : kByteOrderMark.substr(0, met)) {
        W2S_CHECK(take(first));
      }
    }
    W2S_CHECK(take(byte));
  }
  return {};
}

Status CsvParser::take(char byte) {
  if (where_ == Where::Quoted) {
    line_ += byte == '\n';
    if (byte == '"') {
      where_ = Where::AfterQuote;
      return {};
    }
    if (field_.size() >= kMostFieldBytes) {
      return fail(ErrorCode::BadFormat,
                  sentence("line {}: a quote that begins here is not closed within {} bytes",
                           quote_line_, kMostFieldBytes));
    }
    field_ += byte;
    return {};
  }
  if (std::exchange(carriage_return_, false)) {
    if (byte == '\n') {
      ++line_;
      record_line_ = line_;
      return {};
    }
    ++line_;  // a carriage return alone ends a line too
    record_line_ = line_;
  }
  if (byte == separator_) {
    endField();
    return {};
  }
  if (byte == '\n' || byte == '\r') {
    endRecord();
    carriage_return_ = byte == '\r';
    line_ += byte == '\n';
    record_line_ = line_;
    return {};
  }
  if (byte == '"') {
    if (where_ == Where::Plain) {
      return fail(
          ErrorCode::BadFormat,
          sentence("line {}: a quote stands inside a field that does not begin with one; put "
                   "the field in quotes and double the quotes inside",
                   line_));
    }
    if (where_ == Where::AfterQuote) {
      field_ += '"';
    } else {
      quote_line_ = line_;
      was_quoted_ = true;
    }
    where_ = Where::Quoted;
    return {};
  }
  if (where_ == Where::AfterQuote) {
    return fail(ErrorCode::BadFormat,
                sentence("line {}: text follows a closing quote before the next separator", line_));
  }
  if (field_.size() >= kMostFieldBytes) {
    return fail(ErrorCode::BadFormat,
                sentence("line {}: a field has more than {} bytes", line_, kMostFieldBytes));
  }
  where_ = Where::Plain;
  field_ += byte;
  return {};
}

void CsvParser::endField() {
  fields_.push_back(std::exchange(field_, {}));
  where_ = Where::FieldStart;
  was_quoted_ = false;
}

void CsvParser::endRecord() {
  const bool is_empty_line = fields_.empty() && field_.empty() && !was_quoted_;
  endField();
  if (is_empty_line) {
    if (columns_ == 1) {
      empty_lines_.push_back(record_line_);
    }
    fields_.clear();
    return;
  }
  columns_ = columns_ == 0 ? fields_.size() : columns_;
  for (const std::int64_t line : std::exchange(empty_lines_, {})) {
    std::vector<std::string> missing(1);
    receiver_(line, missing);
  }
  receiver_(record_line_, fields_);
  fields_.clear();
}

Status CsvParser::finish() {
  if (mark_ > 0 && mark_ < kByteOrderMark.size()) {
    const std::size_t met = std::exchange(mark_, kByteOrderMark.size());
    for (const char first : kByteOrderMark.substr(0, met)) {
      W2S_CHECK(take(first));
    }
  }
  if (where_ == Where::Quoted) {
    return fail(ErrorCode::BadFormat,
                sentence("line {}: a quote that begins here is never closed", quote_line_));
  }
  if (!fields_.empty() || !field_.empty() || was_quoted_) {
    endRecord();
  }
  return {};
}

}  // namespace w2s::data
