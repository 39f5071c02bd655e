#include "core/store/check_workspace.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/base/hash.h"
#include "core/store/check_index.h"
#include "core/store/check_run.h"
#include "core/store/folder.h"
#include "core/store/index_file.h"
#include "core/store/leftovers.h"
#include "core/store/ownership.h"
#include "core/store/run_list.h"
#include "core/store/stage_cache.h"
#include "core/store/workspace.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

void checkEntries(const fs::path& cache, WorkspaceCheck& check) {
  std::error_code error;
  for (fs::directory_iterator at(cache, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (!at->is_directory(ignored) ||
        at->path().filename().string().starts_with(kTemporaryPrefix)) {
      continue;
    }
    if (!isHash(at->path().filename().string())) {
      check.notes.push_back({at->path(), sentence("{} is no entry of the cache, and is left alone.",
                                                  at->path().string())});
      continue;
    }
    ++check.entries;
    if (auto fault = faultOfEntry(at->path())) {
      const bool is_fault = fault->kind != EntryFault::Kind::Newer;
      (is_fault ? check.faults : check.notes)
          .push_back({at->path(), std::move(fault->what),
                      /*can_be_removed=*/fault->kind == EntryFault::Kind::Damaged});
    }
  }
}

void findLeftovers(const fs::path& workspace, const std::vector<fs::path>& runs,
                   WorkspaceCheck& check) {
  std::vector<fs::path> found = leftoversOf(workspace);
  for (const fs::path& run : runs) {
    if (!Ownership::ownerOf(run)) {
      const auto inside = leftoversInRun(run);
      found.insert(found.end(), inside.begin(), inside.end());
    }
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  for (const fs::path& path : found) {
    addLeftover(path, check);
  }
}

void removeAll(WorkspaceCheck& check) {
  for (Finding& fault : check.faults) {
    std::error_code ignored;
    const bool is_index = fault.path.filename() == kIndexFile;
    fault.is_removed = fault.can_be_removed &&
                       (is_index ? removeIndex(fault.path) : removeEntry(fault.path).has_value()) &&
                       !fs::exists(fault.path, ignored);
  }
  for (Finding& leftover : check.leftovers) {
    sweep({leftover.path});
    std::error_code ignored;
    leftover.is_removed = !fs::exists(leftover.path, ignored);
  }
}

}  // namespace

std::int64_t WorkspaceCheck::faultsLeft() const {
  return std::ranges::count(faults, false, &Finding::is_removed);
}

void addLeftover(const fs::path& path, WorkspaceCheck& check) {
  check.leftovers.push_back(
      {path, sentence("A killed process left {}.", path.string()), /*can_be_removed=*/true});
}

Result<WorkspaceCheck> checkWorkspace(const fs::path& workspace, Repair repair,
                                      const std::function<void(WorkspaceCheck&)>& further) {
  std::error_code ignored;
  if (!fs::is_directory(runsFolder(workspace), ignored) &&
      !fs::is_directory(cacheFolder(workspace), ignored)) {
    return fail(ErrorCode::InvalidArgument,
                sentence("There is no workspace in {}: it has neither a folder runs nor a folder "
                         "cache. Another one is named with --workspace DIR.",
                         workspace.string()));
  }
  WorkspaceCheck check;
  W2S_TRY(auto runs, runFolders(workspace));
  W2S_TRY(const auto deleted, runFolders(workspace, RunPlace::Trash));
  runs.insert(runs.end(), deleted.begin(), deleted.end());
  std::ranges::sort(runs);
  for (const fs::path& run : runs) {
    checkRun(run, check);
  }
  checkEntries(cacheFolder(workspace), check);
  checkIndex(workspace, check);
  findLeftovers(workspace, runs, check);
  if (further) {
    further(check);
  }
  if (repair == Repair::RemoveWhatCanBeMadeAgain) {
    removeAll(check);
  }
  return check;
}

}  // namespace w2s::store
