#include "core/study/slurm.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/log.h"
#include "core/base/process.h"

namespace w2s::study {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kPatience{60};
constexpr std::size_t kMostTasks = 1000;  // Slurm's MaxArraySize is 1001 unless a cluster raises it

// A command of Slurm. Errors: Unavailable: it is not installed.
Result<ProcessEnd> call(const std::vector<std::string>& words,
                        std::chrono::seconds patience = kPatience) {
  auto end = runProgram(words, patience);
  if (!end && end.error().code == ErrorCode::NotFound) {
    return fail(
        ErrorCode::Unavailable,
        sentence("There is no Slurm on this machine: its command {} is not found.", words[0]));
  }
  return end;
}

std::vector<std::string_view> linesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) {
      lines.push_back(text.substr(0, end));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// What a command complains about: "sbatch: error: invalid partition specified: x" -> "invalid ...".
std::string complaintOf(const ProcessEnd& end) {
  constexpr std::size_t kMostShown = 500;
  std::vector<std::string> said;
  for (std::string_view line : linesOf(end.errors.empty() ? end.output : end.errors)) {
    if (const auto at = line.find("error: "); at != std::string_view::npos) {
      line.remove_prefix(at + 7);
    }
    said.emplace_back(line);
  }
  std::string text = said.empty() ? fmt::format("exit code {}", end.code)
                                  : fmt::format("{}", fmt::join(said, "; "));
  if (text.size() > kMostShown) {
    text = text.substr(0, kMostShown) + " ...";
  }
  if (text.ends_with('.')) {
    text.pop_back();
  }
  return text;
}

std::vector<std::string_view> partsOf(std::string_view line, std::size_t most) {
  std::vector<std::string_view> parts;
  while (parts.size() + 1 < most && line.find('|') != std::string_view::npos) {
    parts.push_back(line.substr(0, line.find('|')));
    line.remove_prefix(parts.back().size() + 1);
  }
  parts.push_back(line);
  return parts;
}

bool isNumber(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::size_t> wholeNumberOf(std::string_view text) {
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return isNumber(text) && read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

// Paths of Slurm's output files have patterns of their own.
std::string slurmPath(const fs::path& path) {
  std::string text;
  for (const char letter : path.string()) {
    text += letter == '%' ? "%%" : std::string(1, letter);
  }
  return text;
}

using ByName = std::map<std::string_view, Submission*>;

Error notUnderstood(std::string_view command, std::string_view line) {
  return fail(ErrorCode::Io, sentence("Slurm's command {} answers \"{}\", which is not understood.",
                                      command, std::string(line.substr(0, 200))))
      .value();
}

void setState(Task& task, std::string_view state, std::string_view reason) {
  task.state = state.substr(0, state.find_first_of(" +"));  // "CANCELLED by 0", "RUNNING+"
  task.reason = reason == "None" ? std::string_view() : reason;
}

// The tasks that squeue still knows, those that were over minutes ago among them.
Status readQueue(const ByName& known, std::string_view names, std::chrono::seconds patience) {
  W2S_TRY(const ProcessEnd end, call({"squeue", "--noheader", "--array", "--states=all",
                                      "--format=%j|%F|%K|%T|%r", fmt::format("--name={}", names)},
                                     patience));
  if (end.code != 0) {
    return fail(ErrorCode::Unavailable,
                sentence("Slurm does not say what is queued: {}.", complaintOf(end)));
  }
  for (const std::string_view line : linesOf(end.output)) {
    const auto parts = partsOf(line, 5);
    const auto task = parts.size() == 5 ? wholeNumberOf(parts[2]) : std::nullopt;
    if (!task || !isNumber(parts[1]) || parts[3].empty()) {
      return tl::unexpected(notUnderstood("squeue", line));
    }
    const auto found = known.find(parts[0]);
    if (found == known.end() || *task >= found->second->tasks.size()) {
      continue;
    }
    found->second->job_id = parts[1];
    setState(found->second->tasks[*task], parts[3], parts[4]);
  }
  return {};
}

// What the cluster's accounting remembers of the others; many clusters have none, which is no fault.
void readAccounting(const ByName& known, std::string_view names, const std::string& since,
                    std::chrono::seconds patience) {
  const auto end = call(
      {"sacct", "--noheader", "--parsable2", "--allocations", fmt::format("--starttime={}", since),
       "--format=JobName,JobID,State,ExitCode", fmt::format("--name={}", names)},
      patience);
  if (!end || end->code != 0) {
    return;
  }
  for (const std::string_view line : linesOf(end->output)) {
    const auto parts = partsOf(line, 4);  // JobID: 12_3; 12_[4-7] for tasks that wait
    const auto found = known.find(parts[0]);
    if (parts.size() != 4 || found == known.end()) {
      continue;
    }
    const auto task =
        wholeNumberOf(parts[1].substr(std::min(parts[1].find('_') + 1, parts[1].size())));
    if (task && *task < found->second->tasks.size() && found->second->tasks[*task].state.empty()) {
      setState(found->second->tasks[*task], parts[2],
               parts[3] == "0:0" ? std::string() : fmt::format("exit code {}", parts[3]));
    }
  }
}

// A day before: the clocks of a cluster are in local time.
std::string dayBefore(const std::string& created) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (created.size() < 10 ||
      std::sscanf(created.c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3) {
    return "now-30days";
  }
  const std::chrono::sys_days before =
      std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} /
                            std::chrono::day{day}} -
      std::chrono::days{1};
  return fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::chrono::system_clock::to_time_t(before)));
}

// Whether Slurm has a job of the submission's name; its number is in `submission` then. Errors: not
// known.
Result<bool> findByName(Submission& submission) {
  W2S_CHECK(readQueue({{submission.job_name, &submission}}, submission.job_name, kPatience));
  return !submission.job_id.empty();
}

void forget(const Submission& submission) {
  std::error_code ignored;
  fs::remove_all(submission.folder, ignored);
}

}  // namespace

std::vector<Task> tasksOf(const std::vector<std::string>& runs, std::size_t group) {
  const std::size_t size = group > 0 ? group : (runs.size() + kMostTasks - 1) / kMostTasks;
  std::vector<Task> tasks;
  for (const std::string& run : runs) {
    if (tasks.empty() || tasks.back().runs.size() == size) {
      tasks.emplace_back();
    }
    tasks.back().runs.push_back(run);
  }
  return tasks;
}

std::string shellWord(const std::string& text) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./=:,%+@";
  const bool is_plain = !text.empty() && text.find_first_not_of(kPlain) == std::string::npos;
  if (is_plain) {
    return text;
  }
  std::string word = "'";
  for (const char letter : text) {
    word += letter == '\'' ? "'\\''" : std::string(1, letter);
  }
  return word + "'";
}

std::string jobScript(const Submission& submission, const SlurmOptions& options) {
  // With exec the program is the batch step itself: it gets the SIGTERM of scancel and of the time
  // limit, and stops with a checkpoint.
  std::vector<std::string> words{"exec",
                                 options.program.string(),
                                 "study",
                                 "run",
                                 options.study_file.string(),
                                 "--workspace",
                                 options.workspace.string(),
                                 "--workers",
                                 std::to_string(options.cpus),
                                 "--quiet"};
  if (!options.data.empty()) {
    words.insert(words.end(), {"--data", options.data});
  }
  std::string call;
  for (const std::string& word : words) {
    call += shellWord(word) + " ";
  }
  return fmt::format(
      "#!/bin/sh\n"
      "# Line n + 1 of tasks.txt has the runs of task n.\n"
      "runs=$(sed -n \"$((SLURM_ARRAY_TASK_ID + 1))p\" {}) || exit 1\n"
      "{}--only \"$runs\"\n",
      shellWord(submission.taskFile().string()), call);
}

std::vector<std::string> sbatchCall(const Submission& submission, const SlurmOptions& options) {
  std::vector<std::string> words{
      "sbatch",
      "--parsable",
      "--job-name=" + submission.job_name,
      fmt::format("--array=0-{}", submission.tasks.size() - 1),
      "--ntasks=1",
      fmt::format("--cpus-per-task={}", options.cpus),
      "--chdir=" + options.workspace.string(),
      "--output=" + slurmPath(submission.folder) + "/task-%a.log",
      "--open-mode=append",
      "--requeue",
  };
  const auto add = [&words](const char* option, const std::string& value) {
    if (!value.empty()) {
      words.push_back(fmt::format("--{}={}", option, value));
    }
  };
  add("partition", options.partition);
  add("account", options.account);
  add("time", options.time);
  words.push_back(submission.script().string());
  return words;
}

Status submit(Submission& submission, const SlurmOptions& options) {
  W2S_CHECK(keepSubmission(submission, jobScript(submission, options)));
  const auto end = call(sbatchCall(submission, options));
  if (!end && end.error().code == ErrorCode::Unavailable) {
    forget(submission);
    return tl::unexpected(end.error());
  }
  if (end && end->code == 0) {  // "12", or "12;cluster"
    const std::string_view said =
        linesOf(end->output).empty() ? std::string_view() : linesOf(end->output).back();
    const std::string_view number = said.substr(0, said.find(';'));
    submission.job_id = isNumber(number) ? number : std::string_view();
  }
  if (submission.job_id.empty()) {
    const auto is_there = findByName(submission);
    const Sentence why = !end ? saidBy(end.error())
                         : end->code != 0
                             ? sentence("Slurm refuses the job: {}.", complaintOf(*end))
                             : saidBy(notUnderstood("sbatch", complaintOf(*end)));
    if (is_there && !*is_there && end && end->code != 0) {
      forget(submission);
      return fail(ErrorCode::InvalidArgument, why);
    }
    if (!is_there || !*is_there) {
      return fail(
          ErrorCode::Io,
          sentence("{} Whether the job is queued is not known: `squeue --name={}` tells, and "
                   "so does `w2s study status`.",
                   why, submission.job_name));
    }
  }
  if (const Status recorded = writeRecord(submission); !recorded) {
    return fail(ErrorCode::Io, sentence("The job {} is queued, but its number cannot be kept: {}",
                                        submission.job_id, saidBy(recorded.error())));
  }
  return {};
}

Status askQueue(std::vector<Submission>& submissions, std::chrono::seconds patience, News news) {
  std::vector<Submission> asked = submissions;
  ByName known;
  std::vector<std::string_view> names;
  std::string since;
  for (Submission& submission : asked) {
    if (!std::ranges::all_of(submission.tasks, &Task::isOver)) {
      known[submission.job_name] = &submission;
      names.push_back(submission.job_name);
      since = since.empty() ? submission.created : std::min(since, submission.created);
      for (Task& task : submission.tasks) {
        if (!task.isOver()) {
          setState(task, {}, {});
        }
      }
    }
  }
  if (names.empty()) {
    return {};
  }
  const std::string joined = fmt::format("{}", fmt::join(names, ","));
  W2S_CHECK(readQueue(known, joined, patience));
  const bool has_unknown = std::ranges::any_of(known, [](const auto& named) {
    return std::ranges::any_of(named.second->tasks,
                               [](const Task& task) { return task.state.empty(); });
  });
  if (has_unknown) {
    readAccounting(known, joined, dayBefore(since), patience);
  }
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const bool is_news = asked[i].job_id != submissions[i].job_id ||
                         std::ranges::count_if(asked[i].tasks, &Task::isOver) !=
                             std::ranges::count_if(submissions[i].tasks, &Task::isOver);
    if (is_news && news == News::Keep) {
      if (const Status kept = writeRecord(asked[i]); !kept) {  // a read-only workspace
        logger("w2s.study")->warn("{}", kept.error().message);
      }
    }
  }
  submissions = std::move(asked);
  return {};
}

std::size_t runsInQueue(const Study& study, const std::vector<CellState>& state,
                        const fs::path& study_file) {
  std::vector<Submission> submissions = submissionsOf(study_file).all;
  constexpr std::chrono::seconds kShort{5};
  if (submissions.empty() || !askQueue(submissions, kShort)) {
    return 0;
  }
  const auto tasks = tasksOfRuns(submissions);
  std::size_t queued = 0;
  for (const CellRequest& wanted : requestsOf(study, state)) {
    const auto task = tasks.find(keyOf(wanted.request.config, wanted.request.seed));
    if (task != tasks.end() && task->second->isLive()) {
      ++queued;
    }
  }
  return queued;
}

Status cancel(const Submission& submission) {
  std::vector<std::string> words{"scancel", "--name=" + submission.job_name};
  if (!submission.job_id.empty()) {
    words.push_back(submission.job_id);  // the name stays: numbers are used again, by others
  }
  W2S_TRY(const ProcessEnd end, call(words));
  return end.code == 0
             ? Status()
             : Status(fail(ErrorCode::Io, sentence("Slurm does not cancel the job {}: {}.",
                                                   submission.job_id, complaintOf(end))));
}

}  // namespace w2s::study
