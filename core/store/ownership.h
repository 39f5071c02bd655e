// Who works on a folder: owner.json {host, boot, space, pid, started}, made by exclusive creation,
// which network file systems keep too, where locks on files are granted to everybody or to nobody.
//
// The owner refreshes the file's time every few seconds, from a thread that takes no lock of
// anybody else. Whether the owner lives is decided so:
//   - recorded on this machine since its last start: by the process itself, at once;
//   - recorded elsewhere: by that heartbeat; without one for kSilence the owner counts as dead.
// Clocks of machines that share a folder have to agree to within kSilence / 2.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"

namespace w2s::store {

inline constexpr std::string_view kOwnerFile = "owner.json";

// What owner.json says.
struct OwnerRecord {
  std::string host;
  std::string boot;   // of the running system; changes at each start
  std::string space;  // of process numbers: containers on one machine have their own
  std::int64_t pid = 0;
  std::int64_t started = 0;  // of the process, in clock ticks since the boot: pids are used again

  friend bool operator==(const OwnerRecord&, const OwnerRecord&) = default;
};

[[nodiscard]] OwnerRecord thisProcess();

class Ownership {
 public:
  static constexpr std::chrono::seconds kHeartbeat{5};
  static constexpr std::chrono::seconds kSilence{60};

  Ownership();
  ~Ownership();  // as release()
  Ownership(Ownership&& other) noexcept;
  Ownership& operator=(Ownership&& other) noexcept;

  // Empty when a living owner has the folder. What a dead one left is replaced.
  [[nodiscard]] static Result<std::optional<Ownership>> claim(const std::filesystem::path& folder);
  // The living owner of a folder, this process included.
  [[nodiscard]] static std::optional<OwnerRecord> ownerOf(const std::filesystem::path& folder);

  // The folder was renamed.
  void moveTo(const std::filesystem::path& folder);
  // Somebody removed the folder or took it over.
  [[nodiscard]] bool isLost() const;
  // Removes owner.json, unless it is somebody else's by now. Idempotent.
  void release();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace w2s::store
