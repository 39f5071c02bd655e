#include "core/base/file_io.h"

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "core/base/file_read.h"
#include "core/base/temporary_name.h"
#include "core/base/write_all.h"

namespace w2s {
namespace {

std::string reason(int error_number) {
  return std::generic_category().message(error_number);
}

}  // namespace

tl::unexpected<Error> systemError(const Sentence& action, const std::filesystem::path& path,
                                  int error_number) {
  const ErrorCode code = error_number == ENOENT ? ErrorCode::NotFound : ErrorCode::Io;
  Sentence hint;
  if (error_number == ENOSPC || error_number == EDQUOT) {
    hint = sentence(" Free some space, or choose another workspace.");
  } else if (error_number == EACCES || error_number == EROFS || error_number == EPERM) {
    hint = sentence(" Check the permissions, or choose another folder.");
  } else if (error_number == EMFILE || error_number == ENFILE) {
    hint = sentence(" Raise the limit on open files (ulimit -n), or close other programs.");
  }
  return fail(code,
              sentence("Cannot {} {}: {}.{}", action, path.string(), reason(error_number), hint));
}

namespace {

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  ~Descriptor() {
    if (value_ >= 0) {
      ::close(value_);
    }
  }
  Descriptor& operator=(Descriptor&&) = delete;
  [[nodiscard]] int get() const {
    return value_;
  }

 private:
  int value_;
};

}  // namespace

int writeAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) {
        continue;
      }
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

Status makeFolders(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) {
    return systemError(sentence("make the folder"), path, error.value());
  }
  return {};
}

namespace {

// Replaces `path` by a new file that `fill` writes; it returns 0 or an errno value.
Status replaceFile(const std::filesystem::path& path, const std::function<int(int)>& fill) {
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  // Two threads or two processes may write the same cache entry: each needs a temporary name of its
  // own.
  static std::atomic<unsigned> counter{0};
  auto temporary = path;
  temporary += fmt::format("{}{}-{}", kTemporaryInfix, ::getpid(), counter++);
  int error_number = 0;
  {
    const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    if (file.get() < 0) {
      return systemError(sentence("write"), path, errno);
    }
    error_number = fill(file.get());
    if (error_number == 0 && ::fsync(file.get()) != 0) {
      error_number = errno;
    }
  }
  if (error_number == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) {
    error_number = errno;
  }
  if (error_number != 0) {
    ::unlink(temporary.c_str());
    return systemError(sentence("write"), path, error_number);
  }
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() >= 0) {
    ::fsync(directory.get());
  }
  return {};
}

}  // namespace

Status writeFileAtomically(const std::filesystem::path& path, std::string_view bytes) {
  if (path.has_parent_path()) {
    W2S_CHECK(makeFolders(path.parent_path()));
  }
  return replaceFile(path, [&](int descriptor) { return writeAll(descriptor, bytes); });
}

Status copyFile(const std::filesystem::path& from, const std::filesystem::path& to) {
  Status read;
  const Status written = replaceFile(to, [&](int descriptor) {
    int error_number = 0;
    read = readFileInPieces(from, [&](std::string_view piece) {
      error_number = error_number == 0 ? writeAll(descriptor, piece) : error_number;
    });
    return read ? error_number : EIO;
  });
  return read ? written : read;
}

namespace {

// A link may lead to anybody's file, which would grow or be cut.
tl::unexpected<Error> notARegularFile(const std::filesystem::path& path) {
  return fail(ErrorCode::Io,
              sentence("Cannot write {}: it is a link or a pipe, and only regular files "
                       "are written to. Move it away, or put the file itself there.",
                       path.string()));
}

}  // namespace

AppendFile::~AppendFile() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

AppendFile::AppendFile(AppendFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_) {}

AppendFile& AppendFile::operator=(AppendFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  return *this;
}

Result<AppendFile> AppendFile::open(const std::filesystem::path& path) {
  if (path.has_parent_path()) {
    W2S_CHECK(makeFolders(path.parent_path()));
  }
  AppendFile file;
  file.path_ = path;
  // Without O_NONBLOCK a pipe would wait for its reader.
  constexpr int kFlags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK;
  struct stat info {};
  file.descriptor_ = ::open(path.c_str(), kFlags | O_NOFOLLOW, 0644);
  if (file.descriptor_ < 0 && errno == ELOOP && ::stat(path.c_str(), &info) == 0 &&
      S_ISCHR(info.st_mode)) {
    file.descriptor_ = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  }
  if (file.descriptor_ < 0) {
    return errno == ELOOP || errno == ENXIO ? notARegularFile(path)
                                            : systemError(sentence("write"), path, errno);
  }
  if (::fstat(file.descriptor_, &info) != 0) {
    return systemError(sentence("read"), path, errno);
  }
  if (!S_ISREG(info.st_mode) && !S_ISCHR(info.st_mode)) {
    return notARegularFile(path);
  }
  file.size_ = static_cast<std::uint64_t>(info.st_size);
  return file;
}

Status AppendFile::append(std::string_view bytes) {
  if (const int error_number = writeAll(descriptor_, bytes); error_number != 0) {
    // Shortening needs no space. Where it fails too (a device, a lost mount), the write's reason is
    // the one to tell.
    [[maybe_unused]] const int ignored = ::ftruncate(descriptor_, static_cast<off_t>(size_));
    return systemError(sentence("write"), path_, error_number);
  }
  size_ += bytes.size();
  return {};
}

Status AppendFile::sync() {
  if (::fdatasync(descriptor_) != 0) {
    return systemError(sentence("write"), path_, errno);
  }
  return {};
}

Status AppendFile::truncate(std::uint64_t size) {
  if (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0) {
    return systemError(sentence("shorten"), path_, errno);
  }
  size_ = size;
  return {};
}

}  // namespace w2s
