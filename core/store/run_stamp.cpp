#include "core/store/run_stamp.h"

#include <algorithm>
#include <string_view>
#include <sys/stat.h>

#include <fmt/format.h>

#include "core/store/run_files.h"

namespace w2s::store {
namespace {

constexpr std::chrono::seconds kTick{3};

FileStamp stampOf(const std::string& file) {
  struct stat found {};
  if (::stat(file.c_str(), &found) != 0) {
    return {};
  }
  return {.changed_ns = std::int64_t{found.st_mtim.tv_sec} * 1'000'000'000 + found.st_mtim.tv_nsec,
          .size = found.st_size,
          .inode = found.st_ino};
}

}  // namespace

RunStamp RunStamp::of(const std::filesystem::path& run) {
  RunStamp stamp;
  std::size_t at = 0;
  for (const std::string_view name : {kManifestFile, kEventsFile, kLabelsFile}) {
    stamp.files[at++] = stampOf(fmt::format("{}/{}", run.native(), name));
  }
  return stamp;
}

bool RunStamp::isFresh(std::chrono::system_clock::time_point now) const {
  const auto then =
      std::chrono::duration_cast<std::chrono::nanoseconds>((now - kTick).time_since_epoch());
  return std::ranges::any_of(files,
                             [&](const FileStamp& file) { return file.changed_ns > then.count(); });
}

std::string RunStamp::text() const {
  std::string text;
  for (const FileStamp& file : files) {
    fmt::format_to(std::back_inserter(text), "{} {} {};", file.changed_ns, file.size, file.inode);
  }
  return text;
}

}  // namespace w2s::store
