#include "core/store/leftovers.h"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <optional>
#include <string_view>
#include <system_error>

#include "core/base/file_io.h"
#include "core/base/log.h"
#include "core/base/temporary_name.h"
#include "core/store/folder.h"
#include "core/store/ownership.h"
#include "core/store/run_files.h"
#include "core/store/workspace.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

// "4711-0" or, without a counter, "4711" -> 4711.
std::optional<int> processIn(std::string_view text, bool has_counter) {
  int process = 0;
  const char* const end = text.data() + text.size();
  auto [at, problem] = std::from_chars(text.data(), end, process);
  if (problem != std::errc() || process <= 0) {
    return std::nullopt;
  }
  if (has_counter) {
    unsigned counter = 0;
    if (at == end || *at != '-') {
      return std::nullopt;
    }
    const auto rest = std::from_chars(at + 1, end, counter);
    if (rest.ec != std::errc()) {
      return std::nullopt;
    }
    at = rest.ptr;
  }
  return at == end ? std::optional(process) : std::nullopt;
}

// The process that makes a temporary folder or file, from its name; empty: it is none.
std::optional<int> makerOf(std::string_view name) {
  if (const auto at = name.rfind(kTemporaryInfix); at != std::string_view::npos && at > 0) {
    return processIn(name.substr(at + kTemporaryInfix.size()), true);
  }
  if (name.starts_with(kProbePrefix)) {
    return processIn(name.substr(kProbePrefix.size()), false);
  }
  if (!name.starts_with(kTemporaryPrefix)) {
    return std::nullopt;
  }
  const auto counter = name.rfind('-');
  const auto process = name.rfind('-', counter - 1);
  return process == std::string_view::npos || process < kTemporaryPrefix.size()
             ? std::nullopt
             : processIn(name.substr(process + 1), true);
}

bool isOlder(const fs::path& path, std::chrono::seconds age) {
  std::error_code error;
  const auto written = fs::last_write_time(path, error);
  return !error && fs::file_time_type::clock::now() - written >= age;
}

bool runsHere(int process) {
  return ::kill(process, 0) == 0 || errno == EPERM;
}

bool isLeftFile(const fs::directory_entry& entry, std::chrono::seconds age) {
  std::error_code error;
  const auto maker = makerOf(entry.path().filename().string());
  return maker && !runsHere(*maker) &&
         entry.symlink_status(error).type() == fs::file_type::regular && isOlder(entry.path(), age);
}

template <class Take>
void forEachIn(const fs::path& folder, Take take) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    take(*at);
  }
}

bool isFolder(const fs::directory_entry& entry) {
  std::error_code error;
  return entry.symlink_status(error).type() == fs::file_type::directory;
}

// Of a run that was removed in part: a run has its manifest from its first moment on.
bool isShell(const fs::path& run) {
  std::error_code error;
  if (fs::exists(run / kManifestFile, error) || error) {
    return false;  // nearly all
  }
  fs::recursive_directory_iterator at(run, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (!isFolder(*at) && at->path() != run / kOwnerFile) {
      return false;
    }
  }
  return !error && isOlder(run, kLeftoverAge) && !Ownership::ownerOf(run);
}

}  // namespace

bool isAbandoned(const fs::path& folder) {
  const auto maker = makerOf(folder.filename().string());
  if (!maker || runsHere(*maker)) {
    return false;  // between claiming the folder, giving it up and renaming it there are moments
  }
  std::error_code error;
  const auto has_owner_file = [&] { return fs::exists(folder / kOwnerFile, error); };
  if (has_owner_file() && !Ownership::ownerOf(folder) && has_owner_file()) {
    return true;
  }
  // Of a process elsewhere, which needs a moment before it claims the folder; the sync before the
  // renaming may take long.
  return !has_owner_file() && isOlder(folder, std::chrono::hours(1));
}

std::vector<fs::path> leftoversInRun(const fs::path& run, std::chrono::seconds age) {
  std::vector<fs::path> found;
  for (const fs::path& folder : {run, run / kSeriesFolder, run / kCheckpointFolder}) {
    forEachIn(folder, [&](const fs::directory_entry& entry) {
      // The state of a training that goes on in memory alone.
      const bool is_state = entry.path().extension() == ".last_good" && isOlder(entry.path(), age);
      if (is_state || isLeftFile(entry, age)) {
        found.push_back(entry.path());
      }
    });
  }
  return found;
}

std::vector<fs::path> leftFilesIn(const fs::path& folder) {
  std::vector<fs::path> found;
  forEachIn(folder, [&](const fs::directory_entry& entry) {
    if (isLeftFile(entry, kLeftoverAge)) {
      found.push_back(entry.path());
    }
  });
  return found;
}

std::vector<fs::path> leftoversOf(const fs::path& workspace) {
  std::vector<fs::path> found = leftFilesIn(workspace);
  for (const fs::path& parent : {runsFolder(workspace), cacheFolder(workspace)}) {
    forEachIn(parent, [&](const fs::directory_entry& entry) {
      if (makerOf(entry.path().filename().string()) && isFolder(entry) &&
          isAbandoned(entry.path())) {
        found.push_back(entry.path());
      }
    });
  }
  for (const fs::path& parent : {runsFolder(workspace), trashFolder(workspace)}) {
    forEachIn(parent, [&](const fs::directory_entry& entry) {
      if (isRunId(entry.path().filename().string()) && isFolder(entry) && isShell(entry.path())) {
        found.push_back(entry.path());
      }
    });
  }
  forEachIn(runsFolder(workspace), [&](const fs::directory_entry& entry) {
    std::error_code error;
    if (isRunId(entry.path().filename().string()) && fs::exists(entry.path() / kOwnerFile, error) &&
        !Ownership::ownerOf(entry.path())) {
      const auto inside = leftoversInRun(entry.path());
      found.insert(found.end(), inside.begin(), inside.end());
    }
  });
  return found;
}

void sweep(const std::vector<fs::path>& leftovers) {
  for (const fs::path& path : leftovers) {
    std::error_code error;
    fs::remove_all(path, error);
    if (!error) {
      logger("w2s.store")->info("{} is removed: a killed process left it", path.string());
    }
  }
}

}  // namespace w2s::store
