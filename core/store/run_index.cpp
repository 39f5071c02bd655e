#include "core/store/run_index.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "core/base/hash.h"
#include "core/config/json.h"
#include "core/store/index_file.h"
#include "core/store/run_index_json.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

// Written in one step: thousands that are read anew are not held until the last of them.
constexpr std::size_t kMostPending = 500;

}  // namespace

struct RunIndex::Pending {
  IndexFile::Changes changes;
};

RunIndex::RunIndex(fs::path workspace, RunPlace place)
    : place_(place),
      file_(std::make_unique<IndexFile>(std::move(workspace))),
      pending_(std::make_unique<Pending>()) {}

RunIndex::~RunIndex() {
  try {
    write();
  } catch (...) {  // without memory, say: what is not remembered is read again
  }
}

RunOverview RunIndex::overviewOf(const fs::path& folder) {
  return overviewOf(folder, RunStamp::of(folder));
}

RunOverview RunIndex::overviewOf(const fs::path& folder, const RunStamp& stamp) {
  const std::string id = folder.filename().string();
  RunOverview overview;
  if (take(id, stamp, overview)) {
    overview.listing.folder = folder;
    return overview;
  }
  file_->rest();
  overview = store::overviewOf(folder);
  if (overview.listing.problem.empty()) {
    remember(id, stamp, overview);
  }
  return overview;
}

bool RunIndex::take(const std::string& id, const RunStamp& stamp, RunOverview& overview) {
  const auto row = file_->row(static_cast<int>(place_), id);
  if (!row || row->stamp != stamp.text()) {
    return false;
  }
  auto known = configs_.find(row->config);
  if (known == configs_.end()) {
    auto text = file_->config(row->config);
    if (!text) {
      return false;
    }
    auto config = config::experimentFromJson(*text, kIndexFile);
    if (!config) {
      return false;
    }
    known =
        configs_
            .emplace(row->config,
                     Config{std::make_shared<const config::ExperimentConfig>(*std::move(config)),
                            *std::move(text)})
            .first;
  }
  auto read = overviewFromJson(row->overview, id);
  if (!read) {
    return false;
  }
  overview = *std::move(read);
  overview.config = known->second.config;
  return true;
}

void RunIndex::remember(const std::string& id, const RunStamp& stamp, RunOverview& overview) {
  std::string text = config::toJson(*overview.config, -1);
  std::string hash = hashOf(text);
  auto [known, is_new] = configs_.try_emplace(hash);
  if (is_new) {
    known->second.config = overview.config;
    const auto again = config::experimentFromJson(text, kIndexFile);
    if (again && *again == *overview.config) {
      known->second.text = std::move(text);
    }
  }
  const Config& config = known->second;
  if (config.text.empty()) {
    return;  // a later version's, perhaps
  }
  overview.config = config.config;
  const fs::path& folder = overview.listing.folder;
  if (overview.listing.state != RunState::Finished ||
      stamp.isFresh(std::chrono::system_clock::now()) || RunStamp::of(folder) != stamp) {
    return;
  }
  if (auto json = overviewToJson(overview)) {
    IndexFile::Changes& changes = pending_->changes;
    changes.configs.emplace(hash, config.text);
    changes.rows.push_back(
        {.id = id, .stamp = stamp.text(), .config = std::move(hash), .overview = *std::move(json)});
    if (changes.rows.size() >= kMostPending) {
      write();
    }
  }
}

void RunIndex::keepOnly(std::span<const fs::path> folders) {
  auto& present = pending_->changes.present.emplace();
  for (const fs::path& folder : folders) {
    present.insert(folder.filename().string());
  }
  write();
}

void RunIndex::write() {
  const IndexFile::Changes changes = std::exchange(pending_->changes, {});
  file_->write(static_cast<int>(place_), changes);
}

Result<std::vector<RunOverview>> overviewsIn(const fs::path& workspace, RunPlace place) {
  W2S_TRY(const auto folders, runFolders(workspace, place));
  RunIndex index(workspace, place);
  std::vector<RunOverview> runs;
  runs.reserve(folders.size());
  for (const fs::path& folder : folders) {
    runs.push_back(index.overviewOf(folder));
  }
  index.keepOnly(folders);
  // Times are whole seconds; runs of one second follow their ids.
  std::ranges::sort(runs, [](const RunOverview& a, const RunOverview& b) {
    return std::tie(a.listing.created, a.listing.id) > std::tie(b.listing.created, b.listing.id);
  });
  return runs;
}

}  // namespace w2s::store
