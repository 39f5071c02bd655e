// What of a study was handed to a queue of jobs: studies/<name>/slurm/<number>/
//
//   tasks.txt        a line a task of the job array: the keys of its runs (study_state.h)
//   job.sh           what a task does: it trains the runs of its line
//   submission.json  name and number of the job, and what became of the tasks that are over, which
//                    the queue forgets after minutes
//   task-<n>.log     what task n printed
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"

namespace w2s::study {

struct Task {
  std::vector<std::string> runs;  // their keys
  // As the queue said last, in its words: "PENDING", "RUNNING", "TIMEOUT" ...; empty: it knows nothing
  // of the task.
  std::string state = {};
  std::string reason = {};  // "Resources", "TimeLimit" ...; may be empty

  // It will not run any more.
  [[nodiscard]] bool isOver() const;
  // It runs or is going to.
  [[nodiscard]] bool isLive() const {
    return !state.empty() && !isOver();
  }
};

struct Submission {
  std::filesystem::path folder;
  std::string job_name;     // that no other job has: the queue is asked by it
  std::string job_id = {};  // empty: the queue did not say
  std::string created;      // ISO 8601, UTC
  std::vector<Task> tasks;

  [[nodiscard]] std::filesystem::path taskFile() const;
  [[nodiscard]] std::filesystem::path script() const;
  [[nodiscard]] std::filesystem::path logOf(std::size_t task) const;
};

struct Submissions {
  // The oldest first, with the states of tasks that are known to be over.
  std::vector<Submission> all;
  // Those whose record is damaged: what they handed over is not known.
  std::vector<Error> unreadable;
};
// A missing folder has none.
[[nodiscard]] Submissions submissionsOf(const std::filesystem::path& study_file);

// The folders of all submissions, in their order, those that cannot be read too.
[[nodiscard]] std::vector<std::filesystem::path> submissionFolders(
    const std::filesystem::path& study_file);
// Errors: NotFound where its maker was killed before the queue got it; BadFormat.
[[nodiscard]] Result<Submission> readSubmission(const std::filesystem::path& folder);
// What tasks.txt says: a line a task.
[[nodiscard]] std::string taskLines(const Submission& submission);

// The next one, with a free folder and a name; writes nothing.
[[nodiscard]] Submission nextSubmission(const std::filesystem::path& study_file,
                                        std::vector<Task> tasks);
// Makes its folder with tasks.txt, job.sh and the record. Errors: the folder is there.
[[nodiscard]] Status keepSubmission(const Submission& submission, std::string_view script);
// Replaces submission.json whole.
[[nodiscard]] Status writeRecord(const Submission& submission);

// By the key of a run, the newest task that has it; they point into `submissions`.
[[nodiscard]] std::unordered_map<std::string, const Task*> tasksOfRuns(
    const std::vector<Submission>& submissions);

}  // namespace w2s::study
