#include "core/base/file_memo.h"

#include <sys/stat.h>

#include "core/base/hash.h"

namespace w2s {
namespace {

constexpr std::int64_t kNanosecondsASecond = 1'000'000'000;
constexpr std::int64_t kSettledAfter = 2 * kNanosecondsASecond;

}  // namespace

std::optional<FileStamp> FileStamp::of(const std::filesystem::path& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) {
    return std::nullopt;
  }
  return FileStamp{.device = static_cast<std::uint64_t>(status.st_dev),
                   .inode = static_cast<std::uint64_t>(status.st_ino),
                   .size = static_cast<std::uint64_t>(status.st_size),
                   .modified = std::int64_t{status.st_mtim.tv_sec} * kNanosecondsASecond +
                               status.st_mtim.tv_nsec};
}

bool FileStamp::isSettled() const {
  const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(
      std::chrono::system_clock::now().time_since_epoch());
  return now.count() - modified > kSettledAfter;
}

Result<std::string> rememberedHashOfFile(const std::filesystem::path& path) {
  static FileMemo<std::string> memo;
  return memo.get(path, [&] { return hashOfFile(path); });
}

}  // namespace w2s
