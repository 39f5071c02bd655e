#include "core/store/ownership.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <condition_variable>
#include <fcntl.h>
#include <fstream>
#include <mutex>
#include <sstream>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "core/base/file_io.h"
#include "core/base/write_all.h"
#include "core/store/json_fields.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

std::string firstWordOf(const fs::path& file) {
  std::string word;
  std::ifstream(file) >> word;
  return word;
}

// Since the boot, in clock ticks; empty when there is no such process, or only its remains that
// nobody has waited for. proc(5): the fields behind the name, which may hold blanks and brackets.
std::optional<std::int64_t> startOf(std::int64_t pid) {
  std::ifstream file(fmt::format("/proc/{}/stat", pid));
  std::string line;
  if (!std::getline(file, line)) {
    return std::nullopt;
  }
  std::istringstream fields(line.substr(std::min(line.rfind(')'), line.size() - 1) + 1));
  std::string state;
  fields >> state;
  std::string skipped;
  constexpr int kBetween = 18;  // fields 4 to 21
  for (int i = 0; i < kBetween; ++i) {
    fields >> skipped;
  }
  std::int64_t start = 0;
  fields >> start;
  return fields && state != "Z" && state != "X" ? std::optional(start) : std::nullopt;
}

std::string toText(const OwnerRecord& owner) {
  const Json json{{"host", owner.host},
                  {"boot", owner.boot},
                  {"space", owner.space},
                  {"pid", owner.pid},
                  {"started", owner.started}};
  return jsonText(json, 2) + "\n";
}

// Empty for a file whose maker has not written it yet, or never did.
std::optional<OwnerRecord> readRecord(const fs::path& file) {
  const auto text = readFile(file, kMostSettingsBytes);
  if (!text) {
    return std::nullopt;
  }
  const auto read = readJson(*text, Sentence{}, [](const JsonFields& fields) {
    OwnerRecord owner;
    owner.host = fields.text("host");
    owner.boot = fields.text("boot");
    owner.space = fields.text("space");
    owner.pid = fields.integer("pid");
    owner.started = fields.integer("started");
    return owner;
  });
  return read ? std::optional(*read) : std::nullopt;
}

// Seconds since the last heartbeat, by the clock of this machine; negative where the other clock is
// ahead.
std::optional<double> silenceOf(const fs::path& file) {
  struct stat info {};
  struct timespec now {};
  if (::stat(file.c_str(), &info) != 0 || ::clock_gettime(CLOCK_REALTIME, &now) != 0) {
    return std::nullopt;
  }
  return static_cast<double>(now.tv_sec - info.st_mtim.tv_sec);
}

bool isYoung(const fs::path& file) {
  // A time far in the future is a broken clock, and would keep a dead run for ever.
  constexpr double kBrokenClock = -24.0 * 3600.0;
  const auto silence = silenceOf(file);
  return silence && *silence < static_cast<double>(Ownership::kSilence.count()) &&
         *silence > kBrokenClock;
}

bool isAlive(const fs::path& file, const std::optional<OwnerRecord>& owner) {
  static const OwnerRecord self = thisProcess();
  if (!owner || owner->host != self.host || owner->boot != self.boot ||
      owner->space != self.space || self.boot.empty()) {
    return isYoung(file);
  }
  return startOf(owner->pid) == owner->started;
}

// Only who holds the guard removes a dead owner's file, so that nobody removes the file of the
// process that has just replaced it. A guard that a killed process left counts for kSilence.
void removeDead(const fs::path& file) {
  const fs::path guard = file.parent_path() / ".owner-takeover";
  std::error_code ignored;
  const int descriptor = ::open(guard.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (descriptor < 0) {
    if (!isYoung(guard)) {
      fs::remove(guard, ignored);
    }
    return;
  }
  ::close(descriptor);
  if (fs::exists(file, ignored) && !isAlive(file, readRecord(file))) {
    fs::remove(file, ignored);
  }
  fs::remove(guard, ignored);
}

}  // namespace

OwnerRecord thisProcess() {
  OwnerRecord self;
  std::array<char, 256> host{};
  if (::gethostname(host.data(), host.size() - 1) == 0) {
    self.host = host.data();
  }
  self.boot = firstWordOf("/proc/sys/kernel/random/boot_id");
  std::error_code ignored;
  self.space = fs::read_symlink("/proc/self/ns/pid", ignored).string();
  self.pid = ::getpid();
  self.started = startOf(self.pid).value_or(0);
  return self;
}

struct Ownership::State {
  std::mutex mutex;  // of `folder`
  fs::path folder;
  int descriptor = -1;  // of the file that this owner made, wherever it is now
  std::condition_variable_any wake;
  std::jthread heart;

  bool isOurs() {
    const std::lock_guard guard(mutex);
    struct stat named {};
    struct stat made {};
    return ::stat((folder / kOwnerFile).c_str(), &named) == 0 && ::fstat(descriptor, &made) == 0 &&
           named.st_ino == made.st_ino && named.st_dev == made.st_dev;
  }

  void beat(const std::stop_token& stop) {
    std::mutex waiting;
    std::unique_lock lock(waiting);
    while (!wake.wait_for(lock, stop, kHeartbeat, [&] { return stop.stop_requested(); })) {
      ::futimens(descriptor, nullptr);
    }
  }
};

Ownership::Ownership() = default;
Ownership::Ownership(Ownership&& other) noexcept = default;
Ownership& Ownership::operator=(Ownership&& other) noexcept {
  if (this != &other) {
    release();
    state_ = std::move(other.state_);
  }
  return *this;
}
Ownership::~Ownership() {
  release();
}

Result<std::optional<Ownership>> Ownership::claim(const fs::path& folder) {
  const fs::path file = folder / kOwnerFile;
  constexpr int kAttempts = 3;  // a dead owner's file may be taken by another in between
  int descriptor = -1;
  for (int attempt = 0; attempt < kAttempts && descriptor < 0; ++attempt) {
    descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor < 0) {
      if (errno != EEXIST) {
        return systemError(sentence("write"), file, errno);
      }
      if (isAlive(file, readRecord(file))) {
        return std::nullopt;
      }
      removeDead(file);
    }
  }
  if (descriptor < 0) {
    return std::nullopt;
  }
  Ownership made;
  made.state_ = std::make_unique<State>();
  made.state_->folder = folder;
  made.state_->descriptor = descriptor;
  if (const int error_number = writeAll(descriptor, toText(thisProcess())); error_number != 0) {
    return systemError(sentence("write"), file, error_number);
  }
  State& state = *made.state_;
  state.heart = std::jthread([&state](const std::stop_token& stop) { state.beat(stop); });
  return made;
}

std::optional<OwnerRecord> Ownership::ownerOf(const fs::path& folder) {
  const fs::path file = folder / kOwnerFile;
  std::error_code ignored;
  if (!fs::exists(file, ignored)) {
    return std::nullopt;
  }
  auto owner = readRecord(file);
  return isAlive(file, owner) ? owner.value_or(OwnerRecord{}) : std::optional<OwnerRecord>();
}

void Ownership::moveTo(const fs::path& folder) {
  const std::lock_guard guard(state_->mutex);
  state_->folder = folder;
}

bool Ownership::isLost() const {
  return state_ && !state_->isOurs();
}

void Ownership::release() {
  if (!state_) {
    return;
  }
  state_->heart = {};  // asks it to stop and joins it
  if (state_->isOurs()) {
    std::error_code ignored;
    fs::remove(state_->folder / kOwnerFile, ignored);
  }
  ::close(state_->descriptor);
  state_.reset();
}

}  // namespace w2s::store
