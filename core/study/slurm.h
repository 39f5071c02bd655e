// Studies on a cluster under Slurm: a job array over the shared workspace, each of whose tasks trains
// some runs of the study with the same program (`w2s study run --only`). No service and no database of
// our own: who trains a run is decided by its folder (core/store/ownership.h), finished stages are
// shared through the cache, and Slurm is asked through its commands.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/study/study_state.h"
#include "core/study/submission.h"

namespace w2s::study {

struct SlurmOptions {
  std::filesystem::path program;  // w2s, on the shared disk
  std::filesystem::path workspace;
  std::filesystem::path study_file;  // as the workspace keeps it
  std::string data;                  // folder of the data set; empty: as the program finds it
  std::string partition;             // these three: empty: as the cluster has it
  std::string account;
  std::string time;
  int cpus = 1;           // of a task, which are its workers
  std::size_t group = 0;  // runs a task; 0: one, and more where that would be more than 1000 tasks
};

// The keys of runs, in their order, as tasks of at most `group` runs.
[[nodiscard]] std::vector<Task> tasksOf(const std::vector<std::string>& runs, std::size_t group);

// For sh: any text as one word.
[[nodiscard]] std::string shellWord(const std::string& text);

// What is written as job.sh, and the call that submits it.
[[nodiscard]] std::string jobScript(const Submission& submission, const SlurmOptions& options);
[[nodiscard]] std::vector<std::string> sbatchCall(const Submission& submission,
                                                  const SlurmOptions& options);

// Keeps the submission, hands it to sbatch and records the number of the job. Errors: Unavailable:
// there is no Slurm here; InvalidArgument: it refuses the job, in its words; then nothing is left. Io:
// whether the job is queued is not known; the record stays, and askQueue() will find out.
[[nodiscard]] Status submit(Submission& submission, const SlurmOptions& options);

enum class News { Keep, OnlyTell };

// Brings the states of all tasks up to date, and keeps of those that are over what became of them,
// unless nothing is to be written. Errors: there is no Slurm here, or it does not answer within
// `patience`, in its words; the states are as they were.
[[nodiscard]] Status askQueue(std::vector<Submission>& submissions,
                              std::chrono::seconds patience = std::chrono::seconds(60),
                              News news = News::Keep);

// Runs of the study that wait in the queue. Asks Slurm, if anything of the study may be there; 0 where it
// does not answer. Blocks for as long as squeue does, at most some seconds.
[[nodiscard]] std::size_t runsInQueue(const Study& study, const std::vector<CellState>& state,
                                      const std::filesystem::path& study_file);

// Ends the submission's tasks: those that train stop with a checkpoint (SIGTERM).
[[nodiscard]] Status cancel(const Submission& submission);

}  // namespace w2s::study
