#include "core/study/compared.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/config/suggest.h"
#include "core/store/recorded_run.h"
#include "core/store/run_index.h"
#include "core/store/run_list.h"
#include "core/store/workspace.h"
#include "core/study/study_folder.h"

namespace w2s::study {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNamed = 4;

// The runs of a workspace by experiment; they are listed once, when first asked for.
class Experiments {
 public:
  explicit Experiments(fs::path workspace) : workspace_(std::move(workspace)) {}

  // Of all experiments whose id is the text or begins with it.
  Result<std::map<std::string, std::vector<fs::path>>> matching(std::string_view text) {
    W2S_CHECK(read());
    std::map<std::string, std::vector<fs::path>> matches;
    for (const auto& [id, folders] : *known_) {
      if (id == text) {
        return std::map{std::pair(id, folders)};
      }
      if (id.starts_with(text)) {
        matches.emplace(id, folders);
      }
    }
    return matches;
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& [id, folders] : *known_) {
      names.push_back(id);
    }
    return names;
  }

 private:
  Status read() {
    if (known_) {
      return {};
    }
    W2S_TRY(const auto runs, store::overviewsIn(workspace_));
    known_.emplace();
    for (const store::RunOverview& run : runs) {
      if (!run.experiment.empty()) {
        (*known_)[run.experiment].push_back(run.listing.folder);
      }
    }
    return {};
  }

  fs::path workspace_;
  std::optional<std::map<std::string, std::vector<fs::path>>> known_;
};

std::string testRowsOf(const store::Manifest& manifest) {
  const auto found = manifest.split_hashes.find("test");
  return found != manifest.split_hashes.end() ? found->second : std::string();
}

// Takes the run into the set, or says in its notes why not.
Status addRun(ComparedSet& set, const fs::path& folder, bool is_alone) {
  const std::string id = folder.filename().string();
  W2S_TRY(const store::Manifest manifest, store::loadManifest(folder));
  const store::RunOverview run = store::overviewOf(folder);
  const auto leave_out = [&](Sentence why) {
    set.notes.push_back(sentence("{} is left out: {}.", id, why));
  };
  if (!run.listing.summary) {
    leave_out(sentence("it is not finished"));
    return {};
  }
  if (run.live_changes > 0 && !is_alone) {
    leave_out(sentence("settings were changed while it trained"));
    return {};
  }
  ComparedSet alone;
  alone.data_set = manifest.config.task.dataset;
  alone.data = manifest.data_fingerprint;
  alone.test_rows = testRowsOf(manifest);
  if (set.state.runs.empty()) {
    set.config = manifest.config;
    set.title = is_alone && !run.labels.name.empty() ? run.labels.name : manifest.name;
    set.data_set = alone.data_set;
    set.data = alone.data;
    set.test_rows = alone.test_rows;
  } else if (!whyNotComparable(set, alone).text.empty()) {
    leave_out(
        sentence("it was made on other data, or judged on other test rows, than the runs "
                 "before it, and numbers of different rows are not averaged"));
    return {};
  } else if (set.runOf(manifest.seed) != nullptr) {
    return {};  // of one configuration and seed: the same numbers
  }
  if (run.live_changes > 0) {
    set.notes.push_back(
        sentence("Settings of {} were changed while it trained: they do not all stand in its "
                 "configuration.",
                 id));
  }
  CellRun finished{.seed = manifest.seed,
                   .status = RunStatus::Finished,
                   .id = id,
                   .summary = run.listing.summary,
                   .reason = {},
                   .experiment = manifest.experiment,
                   .color = run.labels.color};
  set.state.runs.push_back({.seed = manifest.seed});
  set.state.set(std::move(finished));
  std::ranges::sort(set.state.runs, {}, &CellRun::seed);
  set.folders.emplace(id, folder);
  return {};
}

// Newest first: of several runs of one seed the newest counts.
Result<ComparedSet> setOf(std::string name, std::vector<fs::path> folders) {
  std::ranges::sort(folders, std::greater<>());
  ComparedSet set;
  set.name = std::move(name);
  for (const fs::path& folder : folders) {
    W2S_CHECK(addRun(set, folder, folders.size() == 1));
  }
  if (set.state.runs.empty()) {
    return fail(ErrorCode::InvalidArgument,
                sentence("{} has no finished run, so that there is nothing to compare.", set.name));
  }
  return set;
}

// Runs of one experiment.
struct Group {
  std::string name;
  std::vector<fs::path> folders;
};

Result<std::vector<Group>> groupsOf(const fs::path& workspace, std::span<const std::string> ids) {
  std::vector<Group> groups;
  for (const std::string& id : ids) {
    const fs::path folder = store::runsFolder(workspace) / id;
    W2S_TRY(const store::Manifest manifest, store::loadManifest(folder));
    const std::string& name = manifest.experiment.empty() ? id : manifest.experiment;
    auto group = std::ranges::find(groups, name, &Group::name);
    if (group == groups.end()) {
      group = groups.insert(groups.end(), {.name = name, .folders = {}});
    }
    group->folders.push_back(folder);
  }
  return groups;
}

Result<ComparedSet> setOf(Group group) {
  std::string asked;
  for (const fs::path& folder : group.folders) {
    asked += (asked.empty() ? "" : "+") + folder.filename().string();
  }
  std::string name = group.folders.size() == 1 ? asked : std::move(group.name);
  W2S_TRY(ComparedSet set, setOf(std::move(name), std::move(group.folders)));
  set.asked = std::move(asked);
  return set;
}

std::string withoutSpaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

Result<ComparedSet> setOfCell(const fs::path& workspace, const std::string& study_name,
                              const std::string& cell_name) {
  W2S_TRY(const Study study, findStudy(workspace, study_name));
  std::size_t at = 0;
  const char* const end = cell_name.data() + cell_name.size();
  const auto [stop, error] = std::from_chars(cell_name.data(), end, at);
  if (error != std::errc() || stop != end) {
    const auto found = std::ranges::find(study.cells, withoutSpaces(cell_name),
                                         [](const Cell& c) { return withoutSpaces(cellName(c)); });
    at = static_cast<std::size_t>(found - study.cells.begin()) + 1;
  }
  if (at < 1 || at > study.cells.size()) {
    return fail(ErrorCode::NotFound,
                sentence("The study {} has no cell {}: give a number from 1 to {}, or the settings "
                         "of one, such as \"{}\".",
                         study.name, cell_name, study.cells.size(), cellName(study.cells.front())));
  }
  W2S_TRY(const auto states, stateOf(study, workspace));
  std::vector<fs::path> folders;
  for (const CellRun& run : states[at - 1].runs) {
    if (run.summary) {
      folders.push_back(store::runsFolder(workspace) / run.id);
    }
  }
  return setOf(fmt::format("{}: {}", study.name, cellName(study.cells[at - 1])),
               std::move(folders));
}

// "RUN+RUN"
Result<ComparedSet> setOfSome(const fs::path& workspace, const std::string& names) {
  std::vector<std::string> ids;
  for (std::size_t begin = 0; begin <= names.size();) {
    const std::size_t end = std::min(names.find('+', begin), names.size());
    W2S_TRY(std::string id, store::findRun(workspace, names.substr(begin, end - begin)));
    ids.push_back(std::move(id));
    begin = end + 1;
  }
  W2S_TRY(std::vector<Group> groups, groupsOf(workspace, ids));
  if (groups.size() != 1) {
    return fail(ErrorCode::InvalidArgument,
                sentence("{}: these runs are of {} experiments, which are not averaged.", names,
                         groups.size()));
  }
  return setOf(std::move(groups.front()));
}

Result<ComparedSet> findSet(const fs::path& workspace, const std::string& name,
                            Experiments& experiments) {
  if (name.find('+') != std::string::npos) {
    return setOfSome(workspace, name);
  }
  if (const auto colon = name.find(':'); colon != std::string::npos && colon > 0) {
    return setOfCell(workspace, name.substr(0, colon), name.substr(colon + 1));
  }
  const Result<std::string> run = store::findRun(workspace, name);
  if (run && *run == name) {
    return setOf(name, {store::runsFolder(workspace) / name});
  }
  W2S_TRY(auto matches, experiments.matching(name));
  if (matches.size() > 1) {
    std::vector<std::string> ids;
    for (const auto& [id, folders] : matches) {
      ids.push_back(id);
    }
    const std::size_t more = ids.size() - std::min(ids.size(), kMostNamed);
    ids.resize(std::min(ids.size(), kMostNamed));
    return fail(
        ErrorCode::InvalidArgument,
        sentence("{} may be any of the experiments {}{}. Give more of the id.", name,
                 fmt::join(ids, ", "), more > 0 ? sentence(" and {} more", more) : Sentence{}));
  }
  if (matches.size() == 1) {
    return setOf(matches.begin()->first, std::move(matches.begin()->second));
  }
  if (run) {
    return setOf(*run, {store::runsFolder(workspace) / *run});
  }
  if (run.error().code != ErrorCode::NotFound) {
    return tl::unexpected(run.error());
  }
  return fail(ErrorCode::NotFound,
              sentence("No run and no experiment in {} is called {}{}. `w2s runs list` shows the "
                       "runs, `w2s runs show` a run's experiment.",
                       store::runsFolder(workspace).string(), name,
                       config::didYouMean(name, experiments.names())));
}

}  // namespace

std::vector<std::int64_t> ComparedSet::seeds() const {
  std::vector<std::int64_t> seeds;
  for (const CellRun& run : state.runs) {
    seeds.push_back(run.seed);
  }
  return seeds;
}

const CellRun* ComparedSet::runOf(std::int64_t seed) const {
  const auto found = std::ranges::find(state.runs, seed, &CellRun::seed);
  return found != state.runs.end() ? &*found : nullptr;
}

const metrics::Pgr& ComparedSet::pgr() const {
  return state.runs.size() == 1 ? state.runs.front().summary->pgr : state.pgr->pgr;
}

Sentence whyNotComparable(const ComparedSet& first, const ComparedSet& second) {
  if (first.data_set != second.data_set || first.data != second.data) {
    return sentence(
        "They were made on different data, where an equal accuracy does not mean an "
        "equal model: they are neither averaged nor paired");
  }
  if (first.test_rows != second.test_rows) {
    return sentence(
        "They were judged on different test rows, which differ in difficulty as models "
        "do: they are neither averaged nor paired");
  }
  return {};
}

Result<std::vector<ComparedSet>> findSets(const fs::path& workspace,
                                          std::span<const std::string> names) {
  std::vector<ComparedSet> sets;
  Experiments experiments(workspace);
  for (const std::string& name : names) {
    W2S_TRY(ComparedSet set, findSet(workspace, name, experiments));
    if (std::ranges::find(sets, set.name, &ComparedSet::name) != sets.end()) {
      return fail(ErrorCode::InvalidArgument,
                  sentence("{} is named twice: it differs from itself in nothing.", set.name));
    }
    set.asked = name;
    sets.push_back(std::move(set));
  }
  return sets;
}

Result<std::vector<ComparedSet>> setsOfRuns(const fs::path& workspace,
                                            std::span<const std::string> ids) {
  W2S_TRY(std::vector<Group> groups, groupsOf(workspace, ids));
  if (groups.size() == 1 && ids.size() > 1) {  // its seeds beside each other
    std::vector<fs::path> folders = std::move(groups.front().folders);
    groups.clear();
    for (fs::path& folder : folders) {
      groups.push_back({.name = {}, .folders = {std::move(folder)}});
    }
  }
  std::vector<ComparedSet> sets;
  for (Group& group : groups) {
    W2S_TRY(ComparedSet set, setOf(std::move(group)));
    sets.push_back(std::move(set));
  }
  return sets;
}

}  // namespace w2s::study
