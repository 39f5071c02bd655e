// The complete lines of a log or a series, one after the other: of a file a piece is held at a time, so
// that its size is no matter of memory. Private to the .cpp files of this folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/file_read.h"
#include "core/base/result.h"

namespace w2s::store {

class LineReader {
 public:
  static constexpr std::uint64_t kWholeFile = std::numeric_limits<std::uint64_t>::max();
  static constexpr std::size_t kLongestLine = std::size_t{1} << 26U;  // in a file

  // Of a text in memory, which outlives the reader; `file` names it in errors.
  LineReader(std::string_view text, std::filesystem::path file);
  // Of a file, of which nothing behind the first `bytes` is read. Errors: those of RegularFile, and
  // BadFormat for more than kMostLogBytes.
  [[nodiscard]] static Result<LineReader> open(const std::filesystem::path& file,
                                               std::uint64_t bytes = kWholeFile);

  // The next line without its newline, valid until the next call; empty: there is none. A line
  // without a newline at the end is torn, and none. Errors: the system's; BadFormat for a line
  // longer than kLongestLine.
  [[nodiscard]] Result<std::optional<std::string_view>> next();

  // What is behind the last complete line, once next() found no more.
  [[nodiscard]] std::string_view rest() const {
    return {begin_, static_cast<std::size_t>(end_ - begin_)};
  }
  // Bytes up to the end of the line that next() gave, and its number from 1.
  [[nodiscard]] std::uint64_t position() const {
    return position_;
  }
  [[nodiscard]] std::size_t line() const {
    return line_;
  }
  // Bytes that there are to read.
  [[nodiscard]] std::uint64_t size() const {
    return size_;
  }
  [[nodiscard]] const std::filesystem::path& path() const {
    return path_;
  }

 private:
  // Reads behind what is pending; false at the end.
  [[nodiscard]] Result<bool> readMore();

  std::filesystem::path path_;
  std::optional<RegularFile> file_;
  std::uint64_t size_ = 0;
  std::uint64_t read_ = 0;       // of the file
  std::vector<char> buffer_;     // keeps its place when the reader is moved
  const char* begin_ = nullptr;  // what is not given yet: in buffer_, or in the text
  const char* end_ = nullptr;
  std::uint64_t position_ = 0;
  std::size_t line_ = 0;
};

}  // namespace w2s::store
