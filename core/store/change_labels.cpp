#include "core/store/change_labels.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <iterator>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

#include "core/base/log.h"
#include "core/store/run_files.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

// Held on the manifest, which every run has, is never changed by labels and may be opened for writing,
// without which network disks give no lock. Closing it, or the end of the process, ends the lock.
class LabelLock {
 public:
  LabelLock() = default;
  LabelLock(const LabelLock&) = delete;
  LabelLock& operator=(const LabelLock&) = delete;
  ~LabelLock() {
    close();
  }

  // Success too where there is no lock to be had.
  Status take(const fs::path& run_folder) {
    const fs::path file = run_folder / kManifestFile;
    const auto until = std::chrono::steady_clock::now() + kLabelPatience;
    while (true) {
      descriptor_ = ::open(file.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
      if (descriptor_ < 0) {
        descriptor_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
      }
      if (descriptor_ < 0) {
        return {};  // what is wrong with the run is said when the labels are written
      }
      if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) {
        if (isStill(file)) {
          return {};
        }
      } else if (errno != EWOULDBLOCK && errno != EINTR) {
        logger("w2s.store")
            ->warn(
                "The file system of {} has no locks ({}): of two programs that change the labels "
                "of one run at the same moment, one's change may be lost.",
                run_folder.parent_path().string(), std::generic_category().message(errno));
        close();
        return {};
      }
      close();
      if (std::chrono::steady_clock::now() > until) {
        return fail(
            ErrorCode::Unavailable,
            sentence("Another program changes the labels of {} and does not come to an end; "
                     "nothing is changed. Try again when it is over.",
                     run_folder.string()));
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }

 private:
  // Not replaced by another file since it was opened.
  [[nodiscard]] bool isStill(const fs::path& file) const {
    struct stat named {};
    struct stat opened {};
    return ::stat(file.c_str(), &named) == 0 && ::fstat(descriptor_, &opened) == 0 &&
           named.st_ino == opened.st_ino && named.st_dev == opened.st_dev;
  }
  void close() {
    if (descriptor_ >= 0) {
      ::close(std::exchange(descriptor_, -1));
    }
  }

  int descriptor_ = -1;
};

std::vector<std::string> without(const std::vector<std::string>& tags,
                                 const std::vector<std::string>& others) {
  std::vector<std::string> left;
  std::ranges::copy_if(tags, std::back_inserter(left), [&](const std::string& tag) {
    return std::ranges::find(others, tag) == others.end();
  });
  return left;
}

}  // namespace

Status changeLabels(const fs::path& run_folder, const std::function<void(RunLabels&)>& change) {
  LabelLock lock;
  W2S_CHECK(lock.take(run_folder));
  W2S_TRY(const RunLabels before, readLabels(run_folder));
  RunLabels labels = before;
  change(labels);
  return labels == before ? Status{} : writeLabels(run_folder, labels);
}

void applyDifference(const RunLabels& shown, const RunLabels& wanted, RunLabels& labels) {
  const auto take = [&](auto RunLabels::*value) {
    if (wanted.*value != shown.*value) {
      labels.*value = wanted.*value;
    }
  };
  take(&RunLabels::name);
  take(&RunLabels::note);
  take(&RunLabels::color);
  take(&RunLabels::pinned);
  take(&RunLabels::kept_as_is);
  take(&RunLabels::starred);
  take(&RunLabels::archived);
  std::vector<std::string> tags = withoutTags(labels.tags, without(shown.tags, wanted.tags));
  std::ranges::copy(without(wanted.tags, shown.tags), std::back_inserter(tags));
  labels.tags = normalisedTags(std::move(tags));
}

}  // namespace w2s::store
