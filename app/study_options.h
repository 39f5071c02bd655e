// What the verbs of `w2s study` share.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/study/study.h"
#include "core/study/study_state.h"
#include "core/study/submission.h"

namespace w2s::app {

struct StudyOptions {
  std::string file;
  std::string data;
  std::string workspace;
  int workers = 0;
  std::vector<std::string> more;  // of extend: KEY=VALUES
  std::string seeds;              // of extend
  std::vector<std::string> only;  // of run: keys of runs; empty: all
  bool failed = false;            // of run: those that failed alone
  bool json = false;
  bool quiet = false;
  // Of submit.
  std::string engine = "slurm";
  std::string partition;
  std::string account;
  std::string time;
  int cpus = 1;
  int group = 0;
  bool dry_run = false;

  [[nodiscard]] std::filesystem::path folder() const;
};

// The study of a file, or the one that the workspace keeps under that name.
[[nodiscard]] Result<study::Study> loadStudy(const StudyOptions& options);

// What a study has in the queue of a cluster.
struct Queue {
  std::vector<study::Submission> submissions;  // none: it was never submitted
  std::optional<Error> silence;                // why the queue could not be asked
  std::vector<Error> unreadable;               // submissions whose tasks are not known
};
// Asks Slurm if anything was submitted.
[[nodiscard]] Queue queueOf(const study::Study& study, const StudyOptions& options);
// For `w2s study status`: a line a job, and one for each task that is not done with its runs.
[[nodiscard]] std::string queueText(const Queue& queue, const study::Study& study,
                                    const std::vector<study::CellState>& state);
[[nodiscard]] nlohmann::ordered_json queueJson(const Queue& queue);

// One JSON object of all cells, their runs, and what is queued.
[[nodiscard]] std::string studyJson(const study::Study& study,
                                    const std::vector<study::CellState>& state,
                                    const Queue& queue = {});
// One row a cell: its settings in columns of their own, so that it can be seen what was varied.
[[nodiscard]] std::string cellsTable(const study::Study& study,
                                     const std::vector<study::CellState>& state);
// One row a run: which settings and seed, and what it gave.
[[nodiscard]] std::string runsTable(const study::Study& study,
                                    const std::vector<study::CellState>& state, const Queue& queue);

[[nodiscard]] Result<int> submitStudy(const StudyOptions& options);
[[nodiscard]] Result<int> cancelStudy(const StudyOptions& options);

}  // namespace w2s::app
