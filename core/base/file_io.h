// Files: atomic writes, append-only logs; file_read.h reads them. Every error names the file and the
// system's reason.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "core/base/file_read.h"
#include "core/base/result.h"

namespace w2s {

// Writes a temporary file in the same folder, syncs it, renames it over `path`, syncs the folder:
// after a crash the file is the old one or the new one, never a part. Makes missing parent folders.
// On failure the old file is intact.
[[nodiscard]] Status writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

// Replaces `to` whole; its folder exists.
[[nodiscard]] Status copyFile(const std::filesystem::path& from, const std::filesystem::path& to);
[[nodiscard]] Status makeFolders(const std::filesystem::path& path);

// "Cannot <action> <path>: <the system's reason>." (the action as sentence("write")) plus what to
// do about a full disk or a missing permission, from an errno value. Not found stays NotFound,
// everything else is Io.
[[nodiscard]] tl::unexpected<Error> systemError(const Sentence& action,
                                                const std::filesystem::path& path,
                                                int error_number);

// An append-only file. append() hands the bytes to the operating system before it returns, so a
// killed process loses none of them (a power cut may; sync() closes that gap too).
class AppendFile {
 public:
  AppendFile() = default;
  ~AppendFile();
  AppendFile(AppendFile&& other) noexcept;
  AppendFile& operator=(AppendFile&& other) noexcept;

  // Opens for appending and makes the file if missing.
  [[nodiscard]] static Result<AppendFile> open(const std::filesystem::path& path);

  // All of the bytes or none: what a full disk let through of them is cut off again.
  [[nodiscard]] Status append(std::string_view bytes);
  [[nodiscard]] Status sync();
  // Cuts the file back to `size` bytes (used when a run is resumed from a checkpoint).
  [[nodiscard]] Status truncate(std::uint64_t size);
  [[nodiscard]] std::uint64_t size() const {
    return size_;
  }
  [[nodiscard]] bool isOpen() const {
    return descriptor_ >= 0;
  }

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

}  // namespace w2s
