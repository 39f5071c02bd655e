#include "core/base/file_io.h"

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

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

Status copyFile(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code error;
  const std::filesystem::path temporary = to.string() + ".tmp";
  std::filesystem::copy_file(from, temporary, std::filesystem::copy_options::overwrite_existing,
                             error);
  if (!error) {
    std::filesystem::rename(temporary, to, error);
  }
  return error ? Status(systemError(sentence("copy"), from, error.value())) : Status{};
}

Status makeFolders(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) {
    return systemError(sentence("make the folder"), path, error.value());
  }
  return {};
}

Status writeFileAtomically(const std::filesystem::path& path, std::string_view bytes) {
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  W2S_CHECK(makeFolders(folder));
  // Two threads or two processes may write the same cache entry: each needs a temporary name of its
  // own.
  static std::atomic<unsigned> counter{0};
  auto temporary = path;
  temporary += fmt::format(".tmp-{}-{}", ::getpid(), counter++);
  int error_number = 0;
  {
    const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    if (file.get() < 0) {
      return systemError(sentence("write"), path, errno);
    }
    error_number = writeAll(file.get(), bytes);
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
  file.descriptor_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (file.descriptor_ < 0) {
    return systemError(sentence("write"), path, errno);
  }
  struct stat info {};
  if (::fstat(file.descriptor_, &info) != 0) {
    return systemError(sentence("read"), path, errno);
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
