// w2s study submit, cancel, and what status and show say of the queue.
#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <system_error>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/output.h"
#include "app/study_options.h"
#include "core/base/file_io.h"
#include "core/store/last_line.h"
#include "core/store/ownership.h"
#include "core/store/run_index.h"
#include "core/store/workspace.h"
#include "core/study/slurm.h"
#include "core/study/study_folder.h"

namespace w2s::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using study::RunStatus;

// By key: cell, seed and what is known of it.
struct NamedRun {
  std::string name;
  const study::CellRun* run = nullptr;
};
using NamedRuns = std::map<std::string, NamedRun>;
using TasksOfRuns = std::unordered_map<std::string, const study::Task*>;

NamedRuns namedRuns(const study::Study& study, const std::vector<study::CellState>& state) {
  NamedRuns runs;
  for (std::size_t i = 0; i < state.size(); ++i) {
    for (const study::CellRun& run : state[i].runs) {
      runs[study::keyOf(study.cells[i].config, run.seed)] = {
          fmt::format("{}, seed {}", study::cellName(study.cells[i]), run.seed), &run};
    }
  }
  return runs;
}

std::string shownState(const study::Task& task) {
  return task.state.empty() ? "not known to Slurm" : task.state;
}

// "  task 3: TIMEOUT (TimeLimit): temperature = 2, seed 1: interrupted"; empty where its
// runs are done or in a later task.
std::string taskText(const study::Submission& submission, std::size_t number, const NamedRuns& runs,
                     const TasksOfRuns& newest) {
  const study::Task& task = submission.tasks[number];
  std::vector<std::string> open;
  for (const std::string& key : task.runs) {
    const auto found = runs.find(key);
    if (found != runs.end() && found->second.run->status != RunStatus::Finished &&
        newest.at(key) == &task) {
      open.push_back(
          fmt::format("{}: {}", found->second.name, study::nameOf(found->second.run->status)));
    }
  }
  if (open.empty()) {
    return {};
  }
  std::string text = fmt::format("  task {}: {}", number, shownState(task));
  if (!task.reason.empty()) {
    text += fmt::format(" ({})", task.reason);
  }
  text += fmt::format(": {}\n", fmt::join(open, "; "));
  if (task.isOver() && task.state != "COMPLETED") {
    if (const auto last = store::lastLine(submission.logOf(number)); last && !last->empty()) {
      text += fmt::format("    its log ends: {}\n", *last);
    }
  }
  return text;
}

bool isLive(const study::Submission& submission) {
  return std::ranges::any_of(submission.tasks, &study::Task::isLive);
}

fs::path thisProgram() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error);
}

// As a person types it after "w2s study VERB".
std::string studyInCommands(const study::Study& study, const StudyOptions& options) {
  return study::shellWord(study.name) +
         (options.workspace.empty() ? "" : " --workspace " + study::shellWord(options.workspace));
}

std::string callText(const std::vector<std::string>& words) {
  std::vector<std::string> quoted;
  std::ranges::transform(words, std::back_inserter(quoted), study::shellWord);
  return fmt::format("{}", fmt::join(quoted, " "));
}

// The keys of the runs that are to be trained and that no task in the queue has.
std::vector<std::string> runsToSubmit(const study::Study& study,
                                      const std::vector<study::CellState>& state,
                                      const Queue& queue) {
  const auto tasks = study::tasksOfRuns(queue.submissions);
  std::vector<std::string> runs;
  for (const study::CellRequest& wanted : study::requestsOf(study, state)) {
    std::string key = study::keyOf(wanted.request.config, wanted.request.seed);
    const auto task = tasks.find(key);
    if (task == tasks.end() || !task->second->isLive()) {
      runs.push_back(std::move(key));
    }
  }
  return runs;
}

void printSubmission(const study::Study& study, const study::Submission& submission,
                     std::size_t runs, const study::SlurmOptions& slurm,
                     const StudyOptions& options) {
  const std::string script = study::jobScript(submission, slurm);
  const auto call = study::sbatchCall(submission, slurm);
  if (options.json) {
    Json json{{"study", study.name},
              {"job", submission.job_id},
              {"tasks", submission.tasks.size()},
              {"runs", runs},
              {"folder", submission.folder.string()},
              {"submitted", !options.dry_run}};
    if (options.dry_run) {
      json["script"] = script;
      json["call"] = call;
    }
    putJson(json);
  } else if (options.dry_run) {
    put("{}\n# {} runs in {} tasks; submitted with:\n# {}\n", script, runs, submission.tasks.size(),
        callText(call));
  } else {
    put("Slurm job {}: {} runs of {} in {} tasks.\n"
        "Follow it:  w2s study status {}\nEnd it:     w2s study cancel {}\nIts files:  {}\n",
        submission.job_id, runs, study.name, submission.tasks.size(),
        studyInCommands(study, options), studyInCommands(study, options),
        submission.folder.string());
  }
}

}  // namespace

Queue queueOf(const study::Study& study, const StudyOptions& options) {
  study::Submissions found = study::submissionsOf(study::studyFile(options.folder(), study.name));
  Queue queue{.submissions = std::move(found.all),
              .silence = {},
              .unreadable = std::move(found.unreadable)};
  constexpr std::chrono::seconds kPatience{60};
  const auto news = options.dry_run ? study::News::OnlyTell : study::News::Keep;
  if (const Status asked = study::askQueue(queue.submissions, kPatience, news); !asked) {
    queue.silence = asked.error();
  }
  return queue;
}

std::string queueText(const Queue& queue, const study::Study& study,
                      const std::vector<study::CellState>& state) {
  const NamedRuns runs = namedRuns(study, state);
  const TasksOfRuns newest = study::tasksOfRuns(queue.submissions);
  std::string text;
  for (const study::Submission& submission : queue.submissions) {
    std::map<std::string, int> counts;
    for (const study::Task& task : submission.tasks) {
      ++counts[shownState(task)];
    }
    std::vector<std::string> said;
    for (const auto& [name, count] : counts) {
      said.push_back(fmt::format("{} {}", count, name));
    }
    std::string tasks;
    for (std::size_t i = 0; i < submission.tasks.size(); ++i) {
      tasks += taskText(submission, i, runs, newest);
    }
    if (!tasks.empty() || isLive(submission)) {
      text += fmt::format("Slurm job {}, submitted {}: {}\n{}",
                          submission.job_id.empty() ? submission.job_name : submission.job_id,
                          submission.created, fmt::join(said, ", "), tasks);
    }
  }
  if (queue.silence) {
    text += queue.silence->message + "\n";
  }
  for (const Error& unreadable : queue.unreadable) {
    text +=
        fmt::format("{} What was handed to the queue with it is not known.\n", unreadable.message);
  }
  return text;
}

Json queueJson(const Queue& queue) {
  Json jobs = Json::array();
  for (const study::Submission& submission : queue.submissions) {
    Json tasks = Json::array();
    for (std::size_t i = 0; i < submission.tasks.size(); ++i) {
      const study::Task& task = submission.tasks[i];
      tasks.push_back({{"task", i},
                       {"state", task.state.empty() ? Json(nullptr) : Json(task.state)},
                       {"reason", task.reason},
                       {"log", submission.logOf(i).string()},
                       {"runs", task.runs}});
    }
    jobs.push_back({{"job", submission.job_id},
                    {"name", submission.job_name},
                    {"submitted", submission.created},
                    {"tasks", std::move(tasks)}});
  }
  Json unreadable = Json::array();
  for (const Error& one : queue.unreadable) {
    unreadable.push_back(one.message);
  }
  return {{"jobs", std::move(jobs)},
          {"error", queue.silence ? Json(queue.silence->message) : Json(nullptr)},
          {"unreadable", std::move(unreadable)}};
}

Result<int> submitStudy(const StudyOptions& options) {
  W2S_TRY(const study::Study study, loadStudy(options));
  std::error_code error;
  const fs::path workspace = fs::absolute(options.folder(), error);
  const fs::path file = study::studyFile(workspace, study.name);
  store::Ownership guard;
  if (!options.dry_run) {
    W2S_TRY(const auto kept, study::keepStudy(workspace, study));
    W2S_CHECK(makeFolders(file.parent_path() / "slurm"));
    W2S_TRY(auto claimed, store::Ownership::claim(file.parent_path() / "slurm"));
    if (!claimed) {
      return fail(ErrorCode::Unavailable,
                  sentence("Another program submits the study {} at this moment.", study.name));
    }
    guard = std::move(*claimed);
  }
  if (options.dry_run) {
    store::leaveIndexesAsTheyAre();
  }
  const Queue queue = queueOf(study, options);
  if (queue.silence && !options.dry_run) {  // a run must not be in the queue twice
    return tl::unexpected(*queue.silence);
  }
  W2S_TRY(const auto state, study::stateOf(study, workspace));
  const std::vector<std::string> runs = runsToSubmit(study, state, queue);
  if (runs.empty()) {
    for (const Error& unreadable : queue.unreadable) {
      say("{}\n", unreadable.message);
    }
    say("Nothing to submit: every run of {} is finished, under way or in the queue.\n", study.name);
    return 0;
  }
  for (const Error& unreadable : queue.unreadable) {
    say("{} Runs that it queued are sent again; whichever task begins one first trains it.\n",
        unreadable.message);
  }
  const study::SlurmOptions slurm{
      .program = thisProgram(),
      .workspace = workspace,
      .study_file = file,
      .data = options.data.empty() ? std::string() : fs::absolute(options.data, error).string(),
      .partition = options.partition,
      .account = options.account,
      .time = options.time,
      .cpus = options.cpus};
  study::Submission submission =
      study::nextSubmission(file, study::tasksOf(runs, static_cast<std::size_t>(options.group)));
  if (!options.dry_run) {
    W2S_CHECK(study::submit(submission, slurm));
  }
  printSubmission(study, submission, runs.size(), slurm, options);
  return 0;
}

Result<int> cancelStudy(const StudyOptions& options) {
  W2S_TRY(const study::Study study, loadStudy(options));
  const Queue queue = queueOf(study, options);
  if (queue.silence) {
    return tl::unexpected(*queue.silence);
  }
  for (const Error& unreadable : queue.unreadable) {
    say("{} Its job, if there is one, is not ended: `squeue` lists it.\n", unreadable.message);
  }
  Json cancelled = Json::array();
  for (const study::Submission& submission : queue.submissions) {
    if (!isLive(submission)) {
      continue;
    }
    W2S_CHECK(study::cancel(submission));
    cancelled.push_back({{"job", submission.job_id},
                         {"tasks", std::ranges::count_if(submission.tasks, &study::Task::isLive)}});
    if (!options.json) {
      put("Slurm job {}: {} tasks are ended; runs in progress stop with a checkpoint.\n",
          submission.job_id, cancelled.back()["tasks"].get<int>());
    }
  }
  if (options.json) {
    putJson(Json{{"study", study.name}, {"cancelled", cancelled}});
  } else if (cancelled.empty()) {
    put("{} has no tasks in the queue.\n", study.name);
  }
  return 0;
}

}  // namespace w2s::app
