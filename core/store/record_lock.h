// The lock that programs hold while they change what a person has said of a run or a study: of two that
// do so at once both changes are kept. Closing the file, or the end of the process, ends it.
#pragma once

#include <chrono>
#include <filesystem>

#include "core/base/result.h"

namespace w2s::store {

// How long take() waits for another program.
inline constexpr std::chrono::seconds kLockPatience{2};

class RecordLock {
 public:
  RecordLock() = default;
  RecordLock(const RecordLock&) = delete;
  RecordLock& operator=(const RecordLock&) = delete;
  ~RecordLock();

  // On a file of the folder that exists as long as the folder does, may be opened for writing, without
  // which network disks give no lock, and is not what is changed. Success too where there is no such
  // file, and where the file system has no locks; then a warning in the log says what may happen.
  // Unavailable: another program has held it for kLockPatience.
  [[nodiscard]] Status take(const std::filesystem::path& file);

 private:
  [[nodiscard]] bool isStill(const std::filesystem::path& file) const;
  void close();

  int descriptor_ = -1;
};

}  // namespace w2s::store
