#include "core/store/record_lock.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

#include "core/base/log.h"

namespace w2s::store {

namespace fs = std::filesystem;

RecordLock::~RecordLock() {
  close();
}

Status RecordLock::take(const fs::path& file) {
  const auto until = std::chrono::steady_clock::now() + kLockPatience;
  while (true) {
    descriptor_ = ::open(file.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor_ < 0) {
      descriptor_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    }
    if (descriptor_ < 0) {
      return {};  // what is wrong with the folder is said when the record is written
    }
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) {
      if (isStill(file)) {
        return {};
      }
    } else if (errno != EWOULDBLOCK && errno != EINTR) {
      logger("w2s.store")
          ->warn(
              "The file system of {} has no locks ({}): of two programs that change the labels or "
              "the figures of one run or study at the same moment, one's change may be lost.",
              file.parent_path().parent_path().string(), std::generic_category().message(errno));
      close();
      return {};
    }
    close();
    if (std::chrono::steady_clock::now() > until) {
      return fail(ErrorCode::Unavailable,
                  sentence("Another program changes the labels or figures of {} and does not come "
                           "to an end; nothing is changed. Try again when it is over.",
                           file.parent_path().string()));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

// Not replaced by another file since it was opened.
bool RecordLock::isStill(const fs::path& file) const {
  struct stat named {};
  struct stat opened {};
  return ::stat(file.c_str(), &named) == 0 && ::fstat(descriptor_, &opened) == 0 &&
         named.st_ino == opened.st_ino && named.st_dev == opened.st_dev;
}

void RecordLock::close() {
  if (descriptor_ >= 0) {
    ::close(std::exchange(descriptor_, -1));
  }
}

}  // namespace w2s::store
