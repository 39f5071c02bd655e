#include "core/base/mapped_file.h"

#include <atomic>
#include <cassert>
#include <cerrno>
#include <csetjmp>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

#include "core/base/file_io.h"
#include "core/base/file_read.h"

namespace w2s {
namespace {

// Where the present thread goes on when a page that it copies from is not there. Volatile: the
// compiler sees nobody who reads it between two writes.
thread_local sigjmp_buf* volatile on_lost_page = nullptr;

void leaveLostPage(int signal_number) {
  if (on_lost_page != nullptr) {
    siglongjmp(*on_lost_page, 1);
  }
  // Not ours: the program ends as it would have without us.
  (void)std::signal(signal_number, SIG_DFL);
  (void)std::raise(signal_number);
}

void catchLostPages() {
  static std::once_flag once;
  std::call_once(once, [] {
    struct sigaction action {};
    action.sa_handler = leaveLostPage;
    action.sa_flags = SA_NODEFER;  // the handler is left by a jump
    sigemptyset(&action.sa_mask);
    (void)sigaction(SIGBUS, &action, nullptr);
  });
}

// Calls `copy`, which has nothing to destroy, and says whether it met all its pages.
template <class Copy>
bool metAllPages(const Copy& copy) {
  sigjmp_buf place;
  if (sigsetjmp(place, 0) != 0) {
    on_lost_page = nullptr;
    return false;
  }
  on_lost_page = &place;
  std::atomic_signal_fence(std::memory_order_seq_cst);  // not a byte is copied before
  copy();
  std::atomic_signal_fence(std::memory_order_seq_cst);
  on_lost_page = nullptr;
  return true;
}

}  // namespace

MappedFile::MappedFile(std::filesystem::path path, FileStamp stamp, const std::byte* data)
    : path_(std::move(path)), stamp_(stamp), data_(data) {}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : path_(std::move(other.path_)),
      stamp_(other.stamp_),
      data_(std::exchange(other.data_, nullptr)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(stamp_, other.stamp_);
  std::swap(data_, other.data_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) {
    ::munmap(const_cast<std::byte*>(data_), stamp_.size);
  }
}

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  const auto stamp = FileStamp::of(path);
  W2S_TRY(const RegularFile file, RegularFile::open(path));
  if (!stamp || stamp->size != file.size()) {
    return fail(ErrorCode::BadFormat,
                sentence("{} was changed while it was opened; open it again.", path.string()));
  }
  if (stamp->size == 0) {
    return MappedFile(path, *stamp, nullptr);
  }
  catchLostPages();
  void* const data = ::mmap(nullptr, stamp->size, PROT_READ, MAP_SHARED, file.descriptor(), 0);
  if (data == MAP_FAILED) {
    return systemError(sentence("map"), path, errno);
  }
  return MappedFile(path, *stamp, static_cast<const std::byte*>(data));
}

bool MappedFile::isUnchanged() const {
  return FileStamp::of(path_) == stamp_;
}

tl::unexpected<Error> MappedFile::changed() const {
  return fail(ErrorCode::BadFormat,
              sentence("{} was changed while it was in use, so what was read of it does not belong "
                       "together; let the file rest, and start again.",
                       path_.string()));
}

Status MappedFile::copy(std::uint64_t offset, std::span<std::byte> target) const {
  assert(offset <= stamp_.size && target.size() <= stamp_.size - offset);
  if (target.empty()) {
    return {};
  }
  const auto copy = [&] { std::memcpy(target.data(), data_ + offset, target.size()); };
  return metAllPages(copy) && isUnchanged() ? Status{} : changed();
}

Status MappedFile::gather(std::uint64_t offset, std::size_t row_bytes,
                          std::span<const std::int64_t> rows, std::byte* target) const {
  const std::byte* const table = data_ + offset;
  const auto copy = [&] {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      std::memcpy(target + i * row_bytes, table + static_cast<std::size_t>(rows[i]) * row_bytes,
                  row_bytes);
    }
  };
  return metAllPages(copy) && isUnchanged() ? Status{} : changed();
}

}  // namespace w2s
