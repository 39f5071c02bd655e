#include "core/store/file_lock.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

#include "core/base/file_io.h"

namespace w2s::store {
namespace {

struct flock wholeFile() {
  struct flock range {};
  range.l_type = F_WRLCK;
  range.l_whence = SEEK_SET;
  return range;  // length 0: to the end
}

bool meansNoLocksHere(int error_number) {
  return error_number == ENOLCK || error_number == ENOSYS || error_number == EOPNOTSUPP ||
         error_number == EINVAL;
}

}  // namespace

FileLock::~FileLock() {
  release();
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  if (this != &other) {
    release();
    descriptor_ = std::exchange(other.descriptor_, -1);
  }
  return *this;
}

Result<std::optional<FileLock>> FileLock::tryLock(const std::filesystem::path& file) {
  FileLock lock;
  lock.descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (lock.descriptor_ < 0) {
    return systemError(sentence("write"), file, errno);
  }
  auto range = wholeFile();
  if (::fcntl(lock.descriptor_, F_OFD_SETLK, &range) != 0) {
    if (errno == EAGAIN || errno == EACCES) {
      return std::nullopt;
    }
    if (!meansNoLocksHere(errno)) {
      return systemError(sentence("lock"), file, errno);
    }
  }
  return lock;
}

bool FileLock::isHeld(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return false;
  }
  auto range = wholeFile();
  const bool held = ::fcntl(descriptor, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
  ::close(descriptor);
  return held;
}

void FileLock::release() {
  if (descriptor_ >= 0) {
    ::close(std::exchange(descriptor_, -1));
  }
}

}  // namespace w2s::store
