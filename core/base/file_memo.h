// What was made from a file, remembered while the file stays as it is: a process hashes or parses
// each file once.
//
// "As it is" means the same device, inode, size and time of last modification. A file that was
// modified less than two seconds ago is not remembered, because a second change within the
// resolution of its time would go unseen. Threads: any; those who ask for one file at once wait for
// the first.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "core/base/result.h"

namespace w2s {

// Empty where there is no such file.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t size = 0;
  std::int64_t modified = 0;  // nanoseconds since the epoch

  [[nodiscard]] static std::optional<FileStamp> of(const std::filesystem::path& path);
  [[nodiscard]] bool isSettled() const;
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

template <class T>
class FileMemo {
 public:
  // The remembered value, or that of `make`, a function without arguments that gives Result<T>.
  // Errors are not remembered.
  template <class Make>
  [[nodiscard]] Result<T> get(const std::filesystem::path& path, Make&& make) {
    const std::shared_ptr<Entry> entry = entryOf(path);
    const std::lock_guard lock(entry->mutex);
    const std::optional<FileStamp> stamp = FileStamp::of(path);
    if (stamp && entry->value && entry->stamp == *stamp) {
      return *entry->value;
    }
    Result<T> made = std::forward<Make>(make)();
    entry->value.reset();
    if (made && stamp && stamp->isSettled() && FileStamp::of(path) == stamp) {
      entry->stamp = *stamp;
      entry->value = *made;
    }
    return made;
  }

 private:
  struct Entry {
    std::mutex mutex;
    FileStamp stamp;
    std::optional<T> value;
  };

  std::shared_ptr<Entry> entryOf(const std::filesystem::path& path) {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<Entry>& entry = entries_[path.string()];
    if (entry == nullptr) {
      entry = std::make_shared<Entry>();
    }
    return entry;
  }

  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Entry>> entries_;
};

// hashOfFile, remembered for the life of the process. Errors: the file is missing or unreadable.
[[nodiscard]] Result<std::string> rememberedHashOfFile(const std::filesystem::path& path);

}  // namespace w2s
