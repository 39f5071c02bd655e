#include "core/base/file_read.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/base/file_io.h"

namespace w2s {
namespace {

constexpr std::size_t kReadPiece = std::size_t{1} << 20U;

// Until `target` is full or the end is met. `read` is one call of the system: where to, how many.
template <class Read>
Result<std::size_t> fill(std::span<char> target, const std::filesystem::path& path, Read read) {
  std::size_t filled = 0;
  while (filled < target.size()) {
    const ssize_t got = read(target.data() + filled, target.size() - filled, filled);
    if (got == 0) {
      break;
    }
    if (got > 0) {
      filled += static_cast<std::size_t>(got);
    } else if (errno != EINTR) {
      return systemError(sentence("read"), path, errno);
    }
  }
  return filled;
}

// `size`: of the file, or how much of it was read.
tl::unexpected<Error> tooLarge(const std::filesystem::path& path, const Sentence& size,
                               std::uint64_t most_bytes) {
  return fail(ErrorCode::BadFormat,
              sentence("{} has {} bytes, but what is read here has at most {}; it seems to be "
                       "another kind of file, or is damaged.",
                       path.string(), size, most_bytes));
}

// `next` fills what it is given from where it stopped; `expected` is the size there seems to be.
template <class Next>
Result<std::string> readAll(std::uint64_t expected, std::uint64_t most_bytes,
                            const std::filesystem::path& path, Next next) {
  if (expected > most_bytes) {
    return tooLarge(path, Sentence{.text = fmt::format("{}", expected)}, most_bytes);
  }
  std::string bytes;
  // One byte more, so that the read that meets the end needs no larger buffer.
  std::size_t room = static_cast<std::size_t>(expected) + 1;
  std::size_t filled = 0;
  while (true) {
    bytes.resize(room);
    W2S_TRY(const std::size_t got, next(std::span(bytes).subspan(filled)));
    filled += got;
    if (filled > most_bytes) {
      return tooLarge(path, sentence("more than {}", most_bytes), most_bytes);
    }
    if (filled < room) {
      bytes.resize(filled);
      return bytes;
    }
    // A file that grows, or one of unknown size.
    room = static_cast<std::size_t>(std::min<std::uint64_t>(most_bytes, room * 2 + kReadPiece)) + 1;
  }
}

}  // namespace

RegularFile::RegularFile(std::filesystem::path path, int descriptor)
    : path_(std::move(path)), descriptor_(descriptor) {}

RegularFile::~RegularFile() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

RegularFile::RegularFile(RegularFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_) {}

RegularFile& RegularFile::operator=(RegularFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  return *this;
}

Result<RegularFile> RegularFile::open(const std::filesystem::path& path) {
  // Without O_NONBLOCK the opening of a pipe waits for a writer.
  RegularFile file(path, ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (file.descriptor_ < 0) {
    return systemError(sentence("open"), path, errno);
  }
  struct stat info {};
  if (::fstat(file.descriptor_, &info) != 0) {
    return systemError(sentence("read"), path, errno);
  }
  if (S_ISDIR(info.st_mode)) {
    return fail(ErrorCode::BadFormat, sentence("{} is a folder, not a file.", path.string()));
  }
  if (!S_ISREG(info.st_mode)) {
    return fail(ErrorCode::BadFormat,
                sentence("{} is a pipe, a device or a socket, not a file.", path.string()));
  }
  file.size_ = static_cast<std::uint64_t>(info.st_size);
  return file;
}

Result<std::size_t> RegularFile::readAt(std::uint64_t offset, std::span<char> target) const {
  return fill(target, path_, [&](char* place, std::size_t room, std::size_t filled) {
    return ::pread(descriptor_, place, room, static_cast<off_t>(offset + filled));
  });
}

Result<std::string> readFile(const std::filesystem::path& path, std::uint64_t most_bytes) {
  W2S_TRY(const RegularFile file, RegularFile::open(path));
  std::uint64_t offset = 0;
  return readAll(file.size(), most_bytes, path, [&](std::span<char> target) -> Result<std::size_t> {
    W2S_TRY(const std::size_t got, file.readAt(offset, target));
    offset += got;
    return got;
  });
}

Status readFileInPieces(const std::filesystem::path& path,
                        const std::function<void(std::string_view)>& consume) {
  W2S_TRY(const RegularFile file, RegularFile::open(path));
  // A file of holes has any size and takes no disk: it would be read for hours.
  if (file.size() > kMostArrayBytes) {
    return tooLarge(path, Sentence{.text = fmt::format("{}", file.size())}, kMostArrayBytes);
  }
  std::vector<char> piece(kReadPiece);
  for (std::uint64_t offset = 0;;) {
    W2S_TRY(const std::size_t got, file.readAt(offset, piece));
    consume(std::string_view(piece.data(), got));
    offset += got;
    if (got < piece.size()) {
      return {};
    }
    if (offset > kMostArrayBytes) {  // it grows while it is read
      return tooLarge(path, sentence("more than {}", kMostArrayBytes), kMostArrayBytes);
    }
  }
}

Result<std::string> readStandardInput(std::uint64_t most_bytes) {
  const std::filesystem::path name = "standard input";
  return readAll(0, most_bytes, name, [&](std::span<char> target) {
    return fill(target, name, [](char* place, std::size_t room, std::size_t) {
      return ::read(STDIN_FILENO, place, room);
    });
  });
}

}  // namespace w2s
