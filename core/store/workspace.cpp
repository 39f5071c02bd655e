#include "core/store/workspace.h"

#include <cstdlib>
#include <pwd.h>
#include <string>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

#include "core/base/file_io.h"
#include "core/store/folder.h"
#include "core/store/leftovers.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

fs::path homeFolder() {
  if (const auto home = environment("HOME"); !home.empty()) {
    return home;
  }
  if (const passwd* user = ::getpwuid(::getuid()); user != nullptr && user->pw_dir != nullptr) {
    return user->pw_dir;
  }
  return fs::path(".");
}

std::string humanBytes(std::uint64_t bytes) {
  const double megabytes = static_cast<double>(bytes) / 1e6;
  return megabytes >= 1000.0 ? fmt::format("{:.1f} GB", megabytes / 1000.0)
                             : fmt::format("{:.1f} MB", megabytes);
}

}  // namespace

fs::path defaultWorkspace() {
  if (const auto chosen = environment("W2S_WORKSPACE"); !chosen.empty()) {
    return chosen;
  }
  if (const fs::path data = environment("XDG_DATA_HOME"); data.is_absolute()) {
    return data / "w2s-lab";
  }
  return homeFolder() / ".local" / "share" / "w2s-lab";
}

fs::path runsFolder(const fs::path& workspace) {
  return workspace / "runs";
}

fs::path cacheFolder(const fs::path& workspace) {
  return workspace / "cache";
}

fs::path trashFolder(const fs::path& workspace) {
  return workspace / "trash";
}

Status prepareWorkspace(const fs::path& workspace) {
  const auto attempt = [&]() -> Status {
    W2S_CHECK(makeFolders(runsFolder(workspace)));
    W2S_CHECK(makeFolders(cacheFolder(workspace)));
    // Permission bits do not tell (root, read-only mounts, quotas): only a write does.
    const fs::path probe = workspace / fmt::format("{}{}", kProbePrefix, ::getpid());
    const Status written = writeFileAtomically(probe, "w2s");
    std::error_code ignored;
    fs::remove(probe, ignored);
    return written;
  };
  if (const Status done = attempt(); !done) {
    return fail(done.error().code == ErrorCode::NotFound ? ErrorCode::Io : done.error().code,
                sentence("The workspace {} cannot be used. {} Another one is chosen with "
                         "--workspace DIR or the variable W2S_WORKSPACE.",
                         workspace.string(), saidBy(done.error())));
  }
  sweep(leftoversOf(workspace));
  return {};
}

Result<std::uint64_t> freeBytes(const fs::path& folder) {
  std::error_code error;
  fs::path existing = fs::absolute(folder, error);
  while (!fs::exists(existing, error) && existing.has_relative_path()) {
    existing = existing.parent_path();
  }
  const fs::space_info space = fs::space(existing, error);
  if (error) {
    return systemError(sentence("ask for the free space of"), folder, error.value());
  }
  return space.available;
}

Status checkFreeSpace(const fs::path& workspace, std::uint64_t needed_bytes) {
  W2S_TRY(const std::uint64_t available, freeBytes(workspace));
  if (available < needed_bytes) {
    return fail(ErrorCode::Io,
                sentence("The workspace {} has {} free, and this needs about {}. Free some space, "
                         "or choose another workspace.",
                         workspace.string(), humanBytes(available), humanBytes(needed_bytes)));
  }
  return {};
}

}  // namespace w2s::store
