// Loaded before the C library (LD_PRELOAD), makes the n-th call of some functions of the program fail, or ends the program
// there. For tests/cli/check_faults.py and by hand. From the environment:
//
//   W2S_FAULT_CALLS  what is counted: open, read, write, sync, rename, mkdir, cut, close, memory, listing, thread (any of
//                    them, with commas)
//   W2S_FAULT_AT     which of them fails, from 1 on; 0: none
//   W2S_FAULT_LAST   up to which one (default: that one alone)
//   W2S_FAULT_WITH   how: an errno as a number (default 5, EIO); "kill": the process ends as by SIGKILL; "short": a write or
//                    read takes half of the bytes and reports that; "hang": the call never returns (W2S_FAULT_COUNT is
//                    written when it is reached)
//   W2S_FAULT_UNDER  only files below this folder count
//   W2S_FAULT_LEAST  only allocations of so many bytes count
//   W2S_FAULT_COUNT  a file that gets the number of the calls counted, when the program ends by itself
//   W2S_FAULT_CLOCK  seconds that the clock of the day is wrong by
//
// Calls are counted from main() on: what fails before it fails in the loader and in libraries. "memory" counts what this
// program and the C++ library ask for (operator new), not malloc inside C libraries, which end the program by themselves.
// std::filesystem lists a folder in functions that must not throw: what it allocates right after readdir() counts as
// "listing". A process calls w2sReadFaults() to begin again with what its environment says then (nothing may run beside).
// Linux with glibc. Any thread.
#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <new>
#include <pthread.h>
#include <string_view>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <climits>

namespace {

enum Kind : unsigned {
  kOpen = 1U << 0U,
  kRead = 1U << 1U,
  kWrite = 1U << 2U,
  kSync = 1U << 3U,
  kRename = 1U << 4U,
  kMkdir = 1U << 5U,
  kCut = 1U << 6U,
  kClose = 1U << 7U,
  kMemory = 1U << 8U,
  kListing = 1U << 9U,
  kThread = 1U << 10U,
};

enum class Fault { None, Fail, Short };

constexpr std::array<std::pair<std::string_view, Kind>, 11> kNames{{{"open", kOpen},
                                                                    {"read", kRead},
                                                                    {"write", kWrite},
                                                                    {"sync", kSync},
                                                                    {"rename", kRename},
                                                                    {"mkdir", kMkdir},
                                                                    {"cut", kCut},
                                                                    {"close", kClose},
                                                                    {"memory", kMemory},
                                                                    {"listing", kListing},
                                                                    {"thread", kThread}}};

constexpr int kAllocationsOfListing = 4;  // the path of the entry and its parts

// No constructors, no allocation: this is used by operator new, and before main().
std::atomic<bool> counting{false};
std::atomic<long> counted{0};
unsigned counted_kinds = 0;
long first_fault = 0;
long last_fault = 0;
int fault_errno = EIO;
bool fault_kills = false;
bool fault_hangs = false;
bool fault_is_short = false;
const char* under = nullptr;
const char* count_file = nullptr;
long least_bytes = 0;
long clock_offset = 0;

// Of this thread's next allocations, how many belong to a listing.
thread_local int allocations_of_listing = 0;

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

long numberFrom(const char* name, long otherwise) {
  const char* const text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtol(text, nullptr, 10);
}

void readEnvironment() {
  counted = 0;
  counted_kinds = 0;
  fault_kills = fault_hangs = fault_is_short = false;
  fault_errno = EIO;
  if (const char* const text = std::getenv("W2S_FAULT_CALLS")) {
    std::string_view rest = text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      for (const auto& [name, kind] : kNames) {
        counted_kinds |= name == rest.substr(0, end) ? kind : 0U;
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  first_fault = numberFrom("W2S_FAULT_AT", 0);
  last_fault = numberFrom("W2S_FAULT_LAST", first_fault);
  least_bytes = numberFrom("W2S_FAULT_LEAST", 0);
  clock_offset = numberFrom("W2S_FAULT_CLOCK", 0);
  under = std::getenv("W2S_FAULT_UNDER");
  count_file = std::getenv("W2S_FAULT_COUNT");
  if (const char* const with = std::getenv("W2S_FAULT_WITH")) {
    fault_kills = std::string_view(with) == "kill";
    fault_hangs = std::string_view(with) == "hang";
    fault_is_short = std::string_view(with) == "short";
    fault_errno = fault_kills || fault_hangs || fault_is_short ? EIO : std::atoi(with);
  }
}

bool isUnder(const char* path) {
  return under == nullptr ||
         (path != nullptr && std::strncmp(path, under, std::strlen(under)) == 0);
}

bool isUnder(int descriptor) {
  if (under == nullptr) {
    return true;
  }
  std::array<char, 64> link{};
  std::array<char, PATH_MAX> path{};
  std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", descriptor);
  return readlink(link.data(), path.data(), path.size() - 1) > 0 && isUnder(path.data());
}

void writeCount() {
  if (count_file == nullptr) {
    return;
  }
  if (std::FILE* const file = std::fopen(count_file, "w")) {
    std::fprintf(file, "%ld\n", counted.load());
    std::fclose(file);
  }
}

[[noreturn]] void hang() {
  writeCount();
  while (true) {
    pause();
  }
}

// Counts a call; whether it is to fail. errno is then set.
template <class Place>
Fault at(Kind kind, Place place) {
  if (!counting.load(std::memory_order_relaxed) || (counted_kinds & kind) == 0) {
    return Fault::None;
  }
  const int saved = errno;
  constexpr unsigned kNowhere = kMemory | kListing | kThread;
  const bool counts = (kind & kNowhere) != 0 || isUnder(place);
  errno = saved;
  if (!counts) {
    return Fault::None;
  }
  const long number = ++counted;
  if (first_fault == 0 || number < first_fault || number > last_fault) {
    return Fault::None;
  }
  if (fault_kills) {
    kill(getpid(), SIGKILL);
  }
  if (fault_hangs) {
    hang();
  }
  errno = fault_errno;
  return fault_is_short ? Fault::Short : Fault::Fail;
}

bool failsAt(Kind kind, const char* path) {
  return at(kind, path) == Fault::Fail;
}

bool failsAt(Kind kind, int descriptor) {
  return at(kind, descriptor) == Fault::Fail;
}

// A path relative to a folder's descriptor counts where that folder does.
bool failsAt(Kind kind, int folder, const char* path) {
  return path != nullptr && path[0] != '/' && folder != AT_FDCWD ? failsAt(kind, folder)
                                                                 : failsAt(kind, path);
}

bool takesMode(int flags) {
  return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
}

int (*program_main)(int, char**, char**) = nullptr;

int countedMain(int argc, char** argv, char** environment) {
  readEnvironment();
  counting = true;
  const int code = program_main(argc, argv, environment);
  counting = false;
  writeCount();
  return code;
}

void* allocate(std::size_t bytes, std::size_t alignment) {
  const bool is_listing = allocations_of_listing > 0;
  allocations_of_listing -= is_listing ? 1 : 0;
  if (static_cast<long>(bytes) >= least_bytes &&
      failsAt(is_listing ? kListing : kMemory, static_cast<const char*>(nullptr))) {
    return nullptr;
  }
  return alignment > alignof(std::max_align_t)
             ? std::aligned_alloc(alignment, (bytes + alignment - 1) / alignment * alignment)
             : std::malloc(bytes == 0 ? 1 : bytes);
}

void* allocateOrThrow(std::size_t bytes, std::size_t alignment = 1) {
  void* const memory = allocate(bytes, alignment);
  if (memory == nullptr) {
    throw std::bad_alloc();
  }
  return memory;
}

}  // namespace

void* operator new(std::size_t bytes) {
  return allocateOrThrow(bytes);
}
void* operator new[](std::size_t bytes) {
  return allocateOrThrow(bytes);
}
void* operator new(std::size_t bytes, std::align_val_t alignment) {
  return allocateOrThrow(bytes, static_cast<std::size_t>(alignment));
}
void* operator new[](std::size_t bytes, std::align_val_t alignment) {
  return allocateOrThrow(bytes, static_cast<std::size_t>(alignment));
}
void* operator new(std::size_t bytes, const std::nothrow_t& /*unused*/) noexcept {
  return allocate(bytes, 1);
}
void* operator new[](std::size_t bytes, const std::nothrow_t& /*unused*/) noexcept {
  return allocate(bytes, 1);
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete[](void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t /*bytes*/) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, std::size_t /*bytes*/) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::align_val_t /*alignment*/) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, std::align_val_t /*alignment*/) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t /*bytes*/, std::align_val_t /*alignment*/) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, std::size_t /*bytes*/,
                       std::align_val_t /*alignment*/) noexcept {
  std::free(memory);
}

extern "C" {

void w2sReadFaults() {
  counting = false;
  readEnvironment();
  counting = true;
}

long w2sCountedCalls() {
  return counted;
}

int __libc_start_main(int (*main)(int, char**, char**), int argc, char** argv, void (*init)(),
                      void (*fini)(), void (*loader_fini)(), void* stack_end) {
  program_main = main;
  return next<decltype(__libc_start_main)>("__libc_start_main")(countedMain, argc, argv, init, fini,
                                                                loader_fini, stack_end);
}

// NOLINTBEGIN(cert-dcl50-cpp): these are the C library's
#define W2S_OPEN(NAME)                                                 \
  int NAME(const char* path, int flags, ...) {                         \
    va_list rest;                                                      \
    va_start(rest, flags);                                             \
    const mode_t mode = takesMode(flags) ? va_arg(rest, mode_t) : 0;   \
    va_end(rest);                                                      \
    static auto* const real = next<int(const char*, int, ...)>(#NAME); \
    return failsAt(kOpen, path) ? -1 : real(path, flags, mode);        \
  }
#define W2S_OPENAT(NAME)                                                        \
  int NAME(int folder, const char* path, int flags, ...) {                      \
    va_list rest;                                                               \
    va_start(rest, flags);                                                      \
    const mode_t mode = takesMode(flags) ? va_arg(rest, mode_t) : 0;            \
    va_end(rest);                                                               \
    static auto* const real = next<int(int, const char*, int, ...)>(#NAME);     \
    return failsAt(kOpen, folder, path) ? -1 : real(folder, path, flags, mode); \
  }
W2S_OPEN(open)
W2S_OPEN(open64)
W2S_OPENAT(openat)
W2S_OPENAT(openat64)

#define W2S_FOPEN(NAME)                                                          \
  std::FILE* NAME(const char* path, const char* mode) {                          \
    static auto* const real = next<std::FILE*(const char*, const char*)>(#NAME); \
    return failsAt(kOpen, path) ? nullptr : real(path, mode);                    \
  }
W2S_FOPEN(fopen)
W2S_FOPEN(fopen64)

ssize_t read(int descriptor, void* target, size_t bytes) {
  static auto* const real = next<ssize_t(int, void*, size_t)>("read");
  const Fault fault = at(kRead, descriptor);
  return fault == Fault::Fail
             ? -1
             : real(descriptor, target, fault == Fault::Short && bytes > 1 ? bytes / 2 : bytes);
}

#define W2S_PREAD(NAME)                                                                           \
  ssize_t NAME(int descriptor, void* target, size_t bytes, off64_t offset) {                      \
    static auto* const real = next<ssize_t(int, void*, size_t, off64_t)>(#NAME);                  \
    const Fault fault = at(kRead, descriptor);                                                    \
    return fault == Fault::Fail                                                                   \
               ? -1                                                                               \
               : real(descriptor, target, fault == Fault::Short && bytes > 1 ? bytes / 2 : bytes, \
                      offset);                                                                    \
  }
W2S_PREAD(pread)
W2S_PREAD(pread64)

ssize_t write(int descriptor, const void* source, size_t bytes) {
  static auto* const real = next<ssize_t(int, const void*, size_t)>("write");
  const Fault fault = at(kWrite, descriptor);
  return fault == Fault::Fail
             ? -1
             : real(descriptor, source, fault == Fault::Short && bytes > 1 ? bytes / 2 : bytes);
}

ssize_t writev(int descriptor, const struct iovec* pieces, int count) {
  static auto* const real = next<ssize_t(int, const struct iovec*, int)>("writev");
  return failsAt(kWrite, descriptor) ? -1 : real(descriptor, pieces, count);
}

// What std::filesystem copies files with.
ssize_t sendfile(int target, int source, off_t* offset, size_t bytes) {
  static auto* const real = next<ssize_t(int, int, off_t*, size_t)>("sendfile");
  return failsAt(kWrite, target) ? -1 : real(target, source, offset, bytes);
}

int fsync(int descriptor) {
  static auto* const real = next<int(int)>("fsync");
  return failsAt(kSync, descriptor) ? -1 : real(descriptor);
}

int fdatasync(int descriptor) {
  static auto* const real = next<int(int)>("fdatasync");
  return failsAt(kSync, descriptor) ? -1 : real(descriptor);
}

int rename(const char* from, const char* to) {
  static auto* const real = next<int(const char*, const char*)>("rename");
  return failsAt(kRename, to) ? -1 : real(from, to);
}

int mkdir(const char* path, mode_t mode) {
  static auto* const real = next<int(const char*, mode_t)>("mkdir");
  return failsAt(kMkdir, path) ? -1 : real(path, mode);
}

int ftruncate(int descriptor, off_t size) {
  static auto* const real = next<int(int, off_t)>("ftruncate");
  return failsAt(kCut, descriptor) ? -1 : real(descriptor, size);
}

int ftruncate64(int descriptor, off64_t size) {
  static auto* const real = next<int(int, off64_t)>("ftruncate64");
  return failsAt(kCut, descriptor) ? -1 : real(descriptor, size);
}

struct dirent* readdir(DIR* folder) {
  static auto* const real = next<struct dirent*(DIR*)>("readdir");
  allocations_of_listing = kAllocationsOfListing;
  return real(folder);
}

struct dirent64* readdir64(DIR* folder) {
  static auto* const real = next<struct dirent64*(DIR*)>("readdir64");
  allocations_of_listing = kAllocationsOfListing;
  return real(folder);
}

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*begin)(void*),
                   void* argument) {
  static auto* const real =
      next<int(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)>("pthread_create");
  return failsAt(kThread, static_cast<const char*>(nullptr))
             ? fault_errno
             : real(thread, attributes, begin, argument);
}

// Closes all the same, as the system does.
int close(int descriptor) {
  static auto* const real = next<int(int)>("close");
  const bool fails = failsAt(kClose, descriptor);
  const int result = real(descriptor);
  if (fails) {
    errno = fault_errno;
    return -1;
  }
  return result;
}

int clock_gettime(clockid_t clock, struct timespec* now) {
  static auto* const real = next<int(clockid_t, struct timespec*)>("clock_gettime");
  const int result = real(clock, now);
  if (result == 0 && clock == CLOCK_REALTIME) {
    now->tv_sec += clock_offset;
  }
  return result;
}
// NOLINTEND(cert-dcl50-cpp)

}  // extern "C"
