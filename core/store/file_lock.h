// An exclusive lock on a file, held by an open descriptor: the system releases it when the process
// ends, however it ends. Two descriptors exclude each other within one process too
// (open-file-description locks), and a test for the lock never takes it, so looking at a run cannot
// disturb whoever wants to continue it.
#pragma once

#include <filesystem>
#include <optional>

#include "core/base/result.h"

namespace w2s::store {

class FileLock {
 public:
  FileLock() = default;
  ~FileLock();
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;

  // Makes the file if missing and locks it; empty when somebody else holds the lock. A file system
  // without locks (some network mounts) grants the lock to everybody: better a run without this
  // guard than no run.
  [[nodiscard]] static Result<std::optional<FileLock>> tryLock(const std::filesystem::path& file);
  // Is the lock held, by any process including this one? A missing file is not.
  [[nodiscard]] static bool isHeld(const std::filesystem::path& file);

  void release();

 private:
  int descriptor_ = -1;
};

}  // namespace w2s::store
