#include "core/store/line_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace w2s::store {
namespace {

constexpr std::size_t kLinePiece = std::size_t{1} << 20U;

}  // namespace

LineReader::LineReader(std::string_view text, std::filesystem::path file)
    : path_(std::move(file)),
      size_(text.size()),
      read_(text.size()),
      begin_(text.data()),
      end_(text.data() + text.size()) {}

Result<LineReader> LineReader::open(const std::filesystem::path& file, std::uint64_t bytes) {
  W2S_TRY(RegularFile opened, RegularFile::open(file));
  const std::uint64_t size = std::min(bytes, opened.size());
  if (size > kMostLogBytes) {
    return fail(ErrorCode::BadFormat,
                sentence("{} has {} bytes, but what is read here has at most {}; it seems to be "
                         "another kind of file, or is damaged.",
                         file.string(), size, kMostLogBytes));
  }
  LineReader reader(std::string_view(), file);
  reader.size_ = size;
  reader.read_ = 0;
  reader.file_.emplace(std::move(opened));
  return reader;
}

Result<std::optional<std::string_view>> LineReader::next() {
  const char* searched = begin_;
  while (true) {
    const auto* const newline = static_cast<const char*>(
        searched == end_ ? nullptr
                         : std::memchr(searched, '\n', static_cast<std::size_t>(end_ - searched)));
    if (newline != nullptr) {
      const std::string_view found(begin_, static_cast<std::size_t>(newline - begin_));
      begin_ = newline + 1;
      position_ += found.size() + 1;
      ++line_;
      return std::optional(found);
    }
    const std::size_t pending = rest().size();
    W2S_TRY(const bool is_more, readMore());
    if (!is_more) {
      return std::optional<std::string_view>();
    }
    searched = begin_ + pending;
  }
}

Result<bool> LineReader::readMore() {
  if (read_ >= size_) {
    return false;
  }
  const std::size_t pending = rest().size();
  if (pending > kLongestLine) {
    return fail(
        ErrorCode::BadFormat,
        sentence("{}, line {} is longer than {} bytes; it seems to be another kind of file, "
                 "or is damaged.",
                 path_.string(), line_ + 1, kLongestLine));
  }
  const auto piece = static_cast<std::size_t>(
      std::min<std::uint64_t>(std::max(kLinePiece, pending), size_ - read_));
  if (begin_ != end_ && begin_ != buffer_.data()) {
    std::memmove(buffer_.data(), begin_, pending);
  }
  if (buffer_.size() < pending + piece) {
    buffer_.resize(pending + piece);
  }
  W2S_TRY(const std::size_t got, file_->readAt(read_, std::span(buffer_).subspan(pending, piece)));
  read_ += got;
  if (got < piece) {  // it has become shorter
    size_ = read_;
  }
  begin_ = buffer_.data();
  end_ = begin_ + pending + got;
  return got > 0;
}

}  // namespace w2s::store
