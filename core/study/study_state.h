// How far a study is: which of its runs the workspace has, and what its cells give.
//
// A run belongs to a cell by the study's name in its manifest, its settings (all that can change a
// result) and its seed. So a study that was interrupted, on any machine with the workspace, goes on
// where it stands, and a cell that is added to the file is all that is trained.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/metrics/seed_means.h"
#include "core/record/event.h"
#include "core/record/run_request.h"
#include "core/study/study.h"

namespace w2s::study {

// What tells a run of a study from its others, the same in every program: 32 hex digits.
[[nodiscard]] std::string keyOf(config::ExperimentConfig config, std::int64_t seed);

enum class RunStatus {
  Missing,      // to be trained
  Running,      // by a process that lives
  Interrupted,  // to be continued: stopped, or its process ended
  Failed,       // to be trained again
  Finished,
};

[[nodiscard]] std::string_view nameOf(RunStatus status);  // "missing" ...

struct CellRun {
  std::int64_t seed = 0;
  RunStatus status = RunStatus::Missing;
  std::string id;                             // empty: there is none
  std::optional<record::RunSummary> summary;  // of a finished one
  std::string reason;                         // why it failed
  // Which runs with its settings on its data share (store::experimentIdOf); empty: not known.
  std::string experiment = {};
  std::optional<int> color = {};  // that a person gave it; of a run that is compared
};

// The means are those of the finished runs.
struct CellState : metrics::SeedMeans {
  std::vector<CellRun> runs;  // one a seed, in the study's order
  bool mixes_data = false;    // its finished runs saw different data: they have no mean

  [[nodiscard]] std::int64_t finished() const;
  [[nodiscard]] bool has(RunStatus status) const;
  // What is known of the run of that seed now; the means follow.
  void set(CellRun run);
};

// Of a cell: what still has to be done for it, if anything: "running", "failed", "interrupted",
// "partial", "missing", "different data", "finished".
[[nodiscard]] std::string_view nameOf(const CellState& cell);

// Seconds that a run of the study took, the mean of those that are finished; NaN without one.
[[nodiscard]] double secondsOfRun(const std::vector<CellState>& state);

// One a cell, in their order. Reads the manifests of the study's runs, no series. Of several runs of
// one cell and seed the finished one counts, or the newest. Errors: the workspace cannot be read.
[[nodiscard]] Result<std::vector<CellState>> stateOf(const Study& study,
                                                     const std::filesystem::path& workspace);

// A run that is left to do.
struct CellRequest {
  std::size_t cell = 0;
  record::RunRequest request;
};

enum class Left { All, FailedAlone };
// Of each run that is missing, failed or interrupted, cell by cell; or of the failed ones alone.
[[nodiscard]] std::vector<CellRequest> requestsOf(const Study& study,
                                                  const std::vector<CellState>& state,
                                                  Left left = Left::All);

}  // namespace w2s::study
