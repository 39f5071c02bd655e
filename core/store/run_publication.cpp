#include "core/store/run_publication.h"

#include <random>
#include <system_error>
#include <utility>

#include "core/base/file_io.h"
#include "core/store/folder.h"
#include "core/store/run_files.h"
#include "core/store/workspace.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

Status writeManifest(const fs::path& folder, const Manifest& manifest) {
  return writeFileAtomically(folder / kManifestFile, manifestFileText(manifest));
}

Manifest withNewId(Manifest manifest, std::chrono::system_clock::time_point now) {
  manifest.id = makeRunId(manifest.name, manifest.seed, now, std::random_device{}());
  return manifest;
}

Status makeEmptyRun(const fs::path& folder) {
  W2S_CHECK(makeFolders(folder / kSeriesFolder));
  W2S_CHECK(makeFolders(folder / kCheckpointFolder));
  W2S_TRY(const AppendFile log, AppendFile::open(folder / kEventsFile));
  return {};
}

// Removes what does not become a run, also where memory runs out.
struct Unpublished {
  const fs::path temporary;
  fs::path place = {};  // where it is about to be moved to
  bool is_published = false;

  explicit Unpublished(fs::path made) : temporary(std::move(made)) {}
  Unpublished(const Unpublished&) = delete;
  Unpublished& operator=(const Unpublished&) = delete;
  ~Unpublished() {
    if (!is_published) {
      std::error_code ignored;
      // It can be in its place, and the folder around it not synced. Under its first name nothing
      // takes it for a run, whatever of it cannot be removed.
      if (!place.empty() && !fs::exists(temporary, ignored)) {
        fs::rename(place, temporary, ignored);
      }
      fs::remove_all(temporary, ignored);
    }
  }
};

}  // namespace

Result<Ownership> publishRun(const fs::path& workspace, Manifest& manifest,
                             const std::function<Status(const fs::path& folder)>& fill) {
  const auto now = std::chrono::system_clock::now();
  const bool choose = manifest.id.empty();
  if (manifest.created.empty()) {
    manifest.created = isoTime(now);
  }
  W2S_TRY(const fs::path temporary, makeTemporaryFolder(runsFolder(workspace), "run"));
  Unpublished unpublished(temporary);
  const auto build = [&]() -> Result<Ownership> {
    // First, since a folder without a living owner is swept (core/store/leftovers.h).
    W2S_TRY(Ownership owner, claimRun(temporary, manifest.id));
    W2S_CHECK(makeEmptyRun(temporary));
    if (fill) {
      W2S_CHECK(fill(temporary));
    }
    constexpr int kAttempts = 100;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
      if (choose) {
        manifest = withNewId(std::move(manifest), now);
      }
      W2S_CHECK(writeManifest(temporary, manifest));
      W2S_CHECK(syncTree(temporary));
      unpublished.place = runsFolder(workspace) / manifest.id;
      W2S_TRY(const bool moved, moveIfFree(temporary, unpublished.place));
      if (moved) {
        owner.moveTo(unpublished.place);
        return owner;
      }
      if (!choose) {
        break;
      }
    }
    return fail(ErrorCode::InvalidArgument, sentence("A run {} exists already.", manifest.id));
  };
  auto built = build();
  unpublished.is_published = built.has_value();
  return built;
}

Result<Manifest> readManifestOf(const fs::path& workspace, const std::string& id) {
  const fs::path folder = runsFolder(workspace) / id;
  std::error_code ignored;
  if (!isRunId(id) || !fs::is_directory(folder, ignored)) {
    return fail(ErrorCode::NotFound, sentence("There is no run {} in {}.", id, workspace.string()));
  }
  return readManifest(folder);
}

Result<Ownership> claimRun(const fs::path& folder, const std::string& id) {
  W2S_TRY(auto owner, Ownership::claim(folder));
  if (owner) {
    return std::move(*owner);
  }
  const auto other = Ownership::ownerOf(folder);
  if (other && !other->host.empty() && other->host != thisProcess().host) {
    return fail(
        ErrorCode::InvalidArgument,
        sentence("The run {} is running on {} (process {}). Stop it there first, or wait for "
                 "its end.",
                 id, other->host, other->pid));
  }
  return fail(ErrorCode::InvalidArgument,
              sentence("The run {} is running. Stop it first, or wait for its end.", id));
}

}  // namespace w2s::store
