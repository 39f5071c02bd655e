#include "core/store/folder.h"

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <stdio.h>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

#include "core/base/file_io.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

Status syncPath(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return systemError(sentence("open"), path, errno);
  }
  const int error_number = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (error_number != 0) {
    return systemError(sentence("write"), path, error_number);
  }
  return {};
}

// Calls `visit(entry)` for everything below `folder` until it fails.
template <class Visit>
Status forEachBelow(const fs::path& folder, Visit visit) {
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    W2S_CHECK(visit(*entry));
  }
  if (error) {
    return systemError(sentence("read the folder"), folder, error.value());
  }
  return {};
}

}  // namespace

Result<fs::path> makeTemporaryFolder(const fs::path& parent, std::string_view stem) {
  W2S_CHECK(makeFolders(parent));
  static std::atomic<unsigned> counter{0};
  while (true) {
    auto folder = parent / fmt::format("{}{}-{}-{}", kTemporaryPrefix, stem, ::getpid(), counter++);
    std::error_code error;
    if (fs::create_directory(folder, error)) {
      return folder;
    }
    if (error) {
      return systemError(sentence("make the folder"), folder, error.value());
    }
    // Left by a killed process that had the same number: take the next name.
  }
}

void removeWhole(const fs::path& folder) {
  std::error_code ignored;
  const auto aside = makeTemporaryFolder(folder.parent_path(), "removed");
  if (aside) {
    fs::rename(folder, *aside, ignored);  // replaces it: it is empty
  }
  fs::remove_all(aside && !ignored ? *aside : folder, ignored);
}

Result<bool> moveIfFree(const fs::path& from, const fs::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
    int error_number = errno;
    if (error_number == EINVAL || error_number == ENOSYS) {
      // A file system without that flag. A plain rename never replaces a folder that holds files.
      std::error_code ignored;
      error_number = fs::exists(fs::symlink_status(to, ignored)) ? EEXIST
                     : ::rename(from.c_str(), to.c_str()) != 0   ? errno
                                                                 : 0;
    }
    if (error_number == EEXIST || error_number == ENOTEMPTY) {
      return false;
    }
    if (error_number != 0) {
      return systemError(sentence("move {} to", from.string()), to, error_number);
    }
  }
  W2S_CHECK(syncPath(to.parent_path()));
  return true;
}

Status syncTree(const fs::path& folder) {
  W2S_CHECK(forEachBelow(
      folder, [](const fs::directory_entry& entry) -> Status { return syncPath(entry.path()); }));
  return syncPath(folder);
}

Status copyTree(const fs::path& from, const fs::path& to) {
  std::error_code error;
  if (!fs::exists(from, error)) {
    return {};
  }
  return forEachBelow(from, [&](const fs::directory_entry& entry) -> Status {
    const fs::path target = to / entry.path().lexically_relative(from);
    std::error_code failed;
    if (entry.is_directory(failed)) {
      fs::create_directories(target, failed);
    } else if (entry.is_regular_file(failed)) {
      fs::copy_file(entry.path(), target, failed);
    }
    if (failed) {
      return systemError(sentence("write"), target, failed.value());
    }
    return {};
  });
}

}  // namespace w2s::store
