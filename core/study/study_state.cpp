#include "core/study/study_state.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/base/hash.h"
#include "core/config/fingerprint.h"
#include "core/store/run_index.h"

namespace w2s::study {
namespace {

RunStatus statusOf(const store::RunListing& listing) {
  if (!listing.problem.empty()) {
    return RunStatus::Failed;
  }
  switch (listing.state) {
    case store::RunState::Finished:
      return RunStatus::Finished;
    case store::RunState::Running:
      return RunStatus::Running;
    case store::RunState::Failed:
      return RunStatus::Failed;
    case store::RunState::Stopped:
    case store::RunState::Interrupted:
      return RunStatus::Interrupted;
  }
  return RunStatus::Failed;
}

std::string reasonOf(const store::RunOverview& run) {
  for (const record::Event& event : run.events) {
    if (const auto* failed = std::get_if<record::RunFailed>(&event)) {
      return failed->error.message;
    }
  }
  return run.listing.problem;
}

void summarise(CellState& cell) {
  std::vector<metrics::SeedAccuracies> seeds;
  std::set<std::string> experiments;
  for (const CellRun& run : cell.runs) {
    if (run.summary) {
      seeds.push_back({.weak = run.summary->weak.accuracy,
                       .student = run.summary->student.accuracy,
                       .ceiling = run.summary->ceiling.accuracy,
                       .status = run.summary->pgr.status});
    }
    if (run.summary && !run.experiment.empty()) {
      experiments.insert(run.experiment);
    }
  }
  cell.mixes_data = experiments.size() > 1;
  if (cell.mixes_data) {
    seeds.clear();
  }
  static_cast<metrics::SeedMeans&>(cell) = metrics::meansOf(seeds);
}

}  // namespace

std::string keyOf(config::ExperimentConfig config, std::int64_t seed) {
  config.seeds = {seed};
  return Hasher().add(config::canonicalText(config)).add(std::to_string(seed)).hex();
}

std::string_view nameOf(RunStatus status) {
  switch (status) {
    case RunStatus::Missing:
      return "missing";
    case RunStatus::Running:
      return "running";
    case RunStatus::Interrupted:
      return "interrupted";
    case RunStatus::Failed:
      return "failed";
    case RunStatus::Finished:
      return "finished";
  }
  return {};
}

std::int64_t CellState::finished() const {
  return std::ranges::count(runs, RunStatus::Finished, &CellRun::status);
}

bool CellState::has(RunStatus status) const {
  return std::ranges::find(runs, status, &CellRun::status) != runs.end();
}

void CellState::set(CellRun run) {
  const auto found = std::ranges::find(runs, run.seed, &CellRun::seed);
  if (found != runs.end()) {
    *found = std::move(run);
    summarise(*this);
  }
}

std::string_view nameOf(const CellState& cell) {
  return cell.has(RunStatus::Running)       ? "running"
         : cell.has(RunStatus::Failed)      ? "failed"
         : cell.has(RunStatus::Interrupted) ? "interrupted"
         : cell.mixes_data                  ? "different data"
         : cell.has(RunStatus::Missing)     ? (cell.finished() > 0 ? "partial" : "missing")
                                            : "finished";
}

double secondsOfRun(const std::vector<CellState>& state) {
  double seconds = 0.0;
  int runs = 0;
  for (const CellState& cell : state) {
    for (const CellRun& run : cell.runs) {
      if (run.summary) {
        seconds += run.summary->seconds;
        ++runs;
      }
    }
  }
  return runs > 0 ? seconds / runs : metrics::kUndefined;
}

Result<std::vector<CellState>> stateOf(const Study& study, const std::filesystem::path& workspace) {
  W2S_TRY(const std::vector<store::RunOverview> runs, store::overviewsIn(workspace));
  std::map<std::string, CellRun> recorded;
  for (const store::RunOverview& run : runs) {  // newest first
    const store::RunListing& listing = run.listing;
    if (run.study != study.name) {
      continue;
    }
    const std::string key = keyOf(*run.config, listing.seed);
    const auto [known, is_first] = recorded.try_emplace(key);
    const RunStatus status = statusOf(run.listing);
    if (is_first ||
        (status == RunStatus::Finished && known->second.status != RunStatus::Finished)) {
      known->second = {.seed = listing.seed,
                       .status = status,
                       .id = listing.id,
                       .summary = run.listing.summary,
                       .reason = status == RunStatus::Failed ? reasonOf(run) : std::string(),
                       .experiment = run.experiment};
    }
  }
  std::vector<CellState> cells;
  for (const Cell& cell : study.cells) {
    CellState& state = cells.emplace_back();
    for (const std::int64_t seed : study.seeds) {
      const auto run = recorded.find(keyOf(cell.config, seed));
      state.runs.push_back(run != recorded.end() ? run->second : CellRun{.seed = seed});
    }
    summarise(state);
  }
  return cells;
}

std::vector<CellRequest> requestsOf(const Study& study, const std::vector<CellState>& state,
                                    Left left) {
  std::vector<CellRequest> requests;
  for (std::size_t i = 0; i < state.size(); ++i) {
    for (const CellRun& run : state[i].runs) {
      if (run.status == RunStatus::Finished || run.status == RunStatus::Running ||
          (left == Left::FailedAlone && run.status != RunStatus::Failed)) {
        continue;
      }
      record::RunRequest request{.config = study.cells[i].config, .seed = run.seed};
      request.study = study.name;
      request.on_divergence = record::OnDivergence::Fail;
      if (run.status == RunStatus::Interrupted) {
        request.resume_id = run.id;
      }
      requests.push_back({.cell = i, .request = std::move(request)});
    }
  }
  return requests;
}

}  // namespace w2s::study
