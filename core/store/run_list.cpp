#include "core/store/run_list.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <random>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/file_io.h"
#include "core/config/suggest.h"
#include "core/store/event_json.h"
#include "core/store/event_log.h"
#include "core/store/folder.h"
#include "core/store/last_line.h"
#include "core/store/ownership.h"
#include "core/store/run_files.h"
#include "core/store/workspace.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;
using namespace record;

fs::path placeFolder(const fs::path& workspace, RunPlace place) {
  return place == RunPlace::Runs ? runsFolder(workspace) : trashFolder(workspace);
}

// The ids that may be meant, or nothing where there are no runs.
Sentence nearestOf(std::string_view text, std::vector<std::string> ids) {
  constexpr std::size_t kShown = 3;
  std::vector<std::pair<std::size_t, std::string>> near;
  for (std::string& id : ids) {
    near.emplace_back(config::editDistance(text, id), std::move(id));
  }
  std::ranges::sort(near);
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < std::min(near.size(), kShown); ++i) {
    shown.push_back(std::move(near[i].second));
  }
  return shown.empty() ? Sentence{} : sentence(" The nearest: {}.", fmt::join(shown, ", "));
}

Status fillIn(RunListing& listing) {
  W2S_TRY(const Manifest manifest, readManifest(listing.folder));
  listing.name = manifest.name;
  listing.seed = manifest.seed;
  listing.created = manifest.created;
  const bool was_owned = Ownership::ownerOf(listing.folder).has_value();
  W2S_TRY(const std::string line, lastLine(listing.folder / kEventsFile));
  std::optional<Event> last;
  if (!line.empty()) {
    const auto text = unstamped(line);
    auto read = text ? stampedEventFromJson(text->text) : tl::unexpected(text.error());
    if (!read) {
      return fail(read.error().code,
                  sentence("{}, last line: {}", (listing.folder / kEventsFile).string(),
                           saidBy(read.error())));
    }
    last = std::move(read->event);
    listing.seconds = std::fmax(0.0, read->worked_seconds);
  }
  if (!line.empty() && !last) {  // of a later version: what counts is the last event known here
    W2S_TRY(EventLog log, readEventLog(listing.folder / kEventsFile, Keep::LastEvent));
    listing.seconds = log.worked_seconds;
    if (!log.events.empty()) {
      last = std::move(log.events.back());
    }
  }
  listing.state = stateAfter(last ? &*last : nullptr, was_owned);
  if (listing.state == RunState::Finished) {
    listing.summary = std::get<RunFinished>(*last).summary;
    listing.seconds = listing.summary->seconds;
  }
  return {};
}

// Moves a run nobody is working on.
Status moveRun(const fs::path& workspace, const std::string& id, RunPlace from, RunPlace to) {
  const fs::path source = placeFolder(workspace, from) / id;
  if (!isRun(workspace, id, from)) {
    return fail(ErrorCode::NotFound,
                sentence("There is no run {} in {}.", id, placeFolder(workspace, from).string()));
  }
  // Held while the folder moves, so that nobody resumes the run under our hands.
  W2S_TRY(auto owner, Ownership::claim(source));
  if (!owner) {
    return fail(ErrorCode::InvalidArgument, sentence("The run {} is running. Stop it first.", id));
  }
  W2S_CHECK(makeFolders(placeFolder(workspace, to)));
  const fs::path target = placeFolder(workspace, to) / id;
  W2S_TRY(const bool moved, moveIfFree(source, target));
  if (!moved) {
    return fail(ErrorCode::InvalidArgument,
                sentence("{} exists already; move it away first.", target.string()));
  }
  owner->moveTo(target);
  return {};
}

}  // namespace

Result<std::vector<fs::path>> runFolders(const fs::path& workspace, RunPlace place) {
  const fs::path parent = placeFolder(workspace, place);
  std::vector<fs::path> folders;
  std::error_code error;
  fs::directory_iterator entry(parent, error);
  if (error == std::errc::no_such_file_or_directory) {
    return folders;
  }
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    if (entry->is_directory(ignored) && isRunId(entry->path().filename().string())) {
      folders.push_back(entry->path());
    }
  }
  if (error) {
    return systemError(sentence("read the folder"), parent, error.value());
  }
  return folders;
}

RunListing listingOf(const fs::path& folder) {
  RunListing listing;
  listing.id = folder.filename().string();
  listing.folder = folder;
  if (const Status filled = fillIn(listing); !filled) {
    listing.problem = filled.error().message;
    listing.said_problem = saidBy(filled.error());
  }
  return listing;
}

Result<std::vector<RunListing>> listRuns(const fs::path& workspace, RunPlace place) {
  W2S_TRY(const auto folders, runFolders(workspace, place));
  std::vector<RunListing> listings;
  listings.reserve(folders.size());
  for (const fs::path& folder : folders) {
    listings.push_back(listingOf(folder));
  }
  // Times are whole seconds; runs of one second follow their ids.
  std::ranges::sort(listings, [](const RunListing& a, const RunListing& b) {
    return std::tie(a.created, a.id) > std::tie(b.created, b.id);
  });
  return listings;
}

bool isRun(const fs::path& workspace, std::string_view id, RunPlace place) {
  std::error_code ignored;
  return isRunId(id) && fs::is_directory(placeFolder(workspace, place) / id, ignored);
}

Result<std::string> findRun(const fs::path& workspace, std::string_view text, RunPlace place) {
  if (isRun(workspace, text, place)) {
    return std::string(text);
  }
  W2S_TRY(const auto folders, runFolders(workspace, place));
  std::vector<std::string> ids;
  std::vector<std::string> matches;
  for (const fs::path& folder : folders) {
    std::string id = folder.filename().string();
    if (!text.empty() && (id.starts_with(text) || id.ends_with(fmt::format("-{}", text)))) {
      matches.push_back(id);
    }
    ids.push_back(std::move(id));
  }
  if (matches.empty()) {
    return fail(
        ErrorCode::NotFound,
        sentence("No run in {} is called {}. `w2s runs list` shows them.{}",
                 placeFolder(workspace, place).string(), text, nearestOf(text, std::move(ids))));
  }
  if (matches.size() > 1) {
    constexpr std::size_t kShown = 4;
    std::ranges::sort(matches);
    const std::size_t more = matches.size() - std::min(matches.size(), kShown);
    matches.resize(std::min(matches.size(), kShown));
    return fail(
        ErrorCode::InvalidArgument,
        sentence("{} may be any of {}{}. Give more of the id.", text, fmt::join(matches, ", "),
                 more > 0 ? sentence(" and {} more", more) : Sentence{}));
  }
  return matches.front();
}

Status deleteRun(const fs::path& workspace, const std::string& id) {
  return moveRun(workspace, id, RunPlace::Runs, RunPlace::Trash);
}

Status restoreRun(const fs::path& workspace, const std::string& id) {
  return moveRun(workspace, id, RunPlace::Trash, RunPlace::Runs);
}

Status discardRun(RunWriter writer) {
  const std::string id = writer.id();
  const fs::path workspace = writer.folder().parent_path().parent_path();
  W2S_CHECK(writer.finish());
  return deleteRun(workspace, id);
}

std::string freeRunId(const std::filesystem::path& workspace, std::string_view name,
                      std::int64_t seed) {
  std::random_device random;
  std::error_code ignored;
  std::string id;
  do {
    id = makeRunId(name, seed, std::chrono::system_clock::now(), random());
  } while (std::filesystem::exists(runsFolder(workspace) / id, ignored));
  return id;
}

}  // namespace w2s::store
