// What tells whether the files that a list of runs reads of a finished one are still those that were
// read: manifest.json, events.jsonl and labels.json, by time, size and inode. A few microseconds a run.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace w2s::store {

struct FileStamp {
  std::int64_t changed_ns = 0;  // since 1970
  std::int64_t size = -1;       // -1: there is no such file
  std::uint64_t inode = 0;
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

struct RunStamp {
  std::array<FileStamp, 3> files;  // manifest, log, labels
  friend bool operator==(const RunStamp&, const RunStamp&) = default;

  [[nodiscard]] static RunStamp of(const std::filesystem::path& run);

  // Changed so short a while ago, or in the future of this machine's clock, that one more change may
  // leave the stamp as it is: file systems count times in ticks, some in seconds.
  [[nodiscard]] bool isFresh(std::chrono::system_clock::time_point now) const;
  // Equal texts for equal stamps.
  [[nodiscard]] std::string text() const;
};

}  // namespace w2s::store
