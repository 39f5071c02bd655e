// A file of another program, mapped into memory and read without trust in its staying there.
//
// A mapped page whose bytes left the file (it was cut short, or lies on a disk that went away) ends
// a program that touches it. So nobody gets the address: bytes are copied out, and a failed copy is
// an error. Threads: any at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

#include "core/base/file_memo.h"
#include "core/base/result.h"

namespace w2s {

class MappedFile {
 public:
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  // Regular files alone. Errors: NotFound, Io, BadFormat.
  [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path& path);

  [[nodiscard]] const std::filesystem::path& path() const {
    return path_;
  }
  [[nodiscard]] std::uint64_t size() const {
    return stamp_.size;
  }
  // What identifies the content that was opened.
  [[nodiscard]] const FileStamp& stamp() const {
    return stamp_;
  }
  // Whether the file is still the one that was opened, by inode, size and time of modification.
  [[nodiscard]] bool isUnchanged() const;

  // Copies from `offset` on; the bytes are inside the file. Errors: BadFormat, the file was changed
  // since it was opened.
  [[nodiscard]] Status copy(std::uint64_t offset, std::span<std::byte> target) const;
  // Copies row `rows[i]` of a table of rows of `row_bytes` bytes, which begins at `offset`, to
  // target + i * row_bytes. Rows are inside the file. Errors: as copy().
  [[nodiscard]] Status gather(std::uint64_t offset, std::size_t row_bytes,
                              std::span<const std::int64_t> rows, std::byte* target) const;

 private:
  MappedFile(std::filesystem::path path, FileStamp stamp, const std::byte* data);
  [[nodiscard]] tl::unexpected<Error> changed() const;

  std::filesystem::path path_;
  FileStamp stamp_;
  const std::byte* data_ = nullptr;  // null: nothing is mapped
};

}  // namespace w2s
