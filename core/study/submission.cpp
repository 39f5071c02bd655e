#include "core/study/submission.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/store/manifest.h"

namespace w2s::study {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kRecordSchema = 1;
constexpr const char* kRecordFile = "submission.json";

fs::path queueFolder(const fs::path& study_file) {
  return study_file.parent_path() / "slurm";
}

// The numbers of the folders that are there, ascending.
std::vector<int> numbersIn(const fs::path& folder) {
  std::vector<int> numbers;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    int number = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
    if (read.ec == std::errc() && read.ptr == name.data() + name.size() && number > 0) {
      numbers.push_back(number);
    }
  }
  std::ranges::sort(numbers);
  return numbers;
}

Submission submissionIn(const JsonFields& fields, const fs::path& folder) {
  if (fields.integer("schema") != kRecordSchema) {
    throw BadField{sentence("another version of the program wrote it")};
  }
  Submission submission{.folder = folder,
                        .job_name = fields.text("job_name"),
                        .job_id = fields.text("job_id"),
                        .created = fields.text("created"),
                        .tasks = {}};
  for (const Json& runs : fields.list("tasks")) {
    submission.tasks.push_back({.runs = runs.get<std::vector<std::string>>()});
  }
  for (const Json& json : fields.list("over")) {
    const JsonFields over(json);
    const auto most = static_cast<std::int64_t>(submission.tasks.size()) - 1;
    Task& task = submission.tasks.at(static_cast<std::size_t>(over.integerWithin("task", 0, most)));
    task.state = over.text("state");
    task.reason = over.text("reason");
  }
  return submission;
}

}  // namespace

bool Task::isOver() const {
  static constexpr std::array kOver{"BOOT_FAIL", "CANCELLED", "COMPLETED",     "DEADLINE",
                                    "FAILED",    "NODE_FAIL", "OUT_OF_MEMORY", "PREEMPTED",
                                    "REVOKED",   "TIMEOUT"};
  return std::ranges::find(kOver, state) != kOver.end();
}

fs::path Submission::taskFile() const {
  return folder / "tasks.txt";
}

fs::path Submission::script() const {
  return folder / "job.sh";
}

fs::path Submission::logOf(std::size_t task) const {
  return folder / fmt::format("task-{}.log", task);
}

std::vector<fs::path> submissionFolders(const fs::path& study_file) {
  std::vector<fs::path> folders;
  for (const int number : numbersIn(queueFolder(study_file))) {
    folders.push_back(queueFolder(study_file) / std::to_string(number));
  }
  return folders;
}

Result<Submission> readSubmission(const fs::path& folder) {
  W2S_TRY(const std::string text, readFile(folder / kRecordFile, kMostRecordBytes));
  return readJson(text, Sentence{.text = (folder / kRecordFile).string()},
                  [&](const JsonFields& fields) { return submissionIn(fields, folder); });
}

Submissions submissionsOf(const fs::path& study_file) {
  Submissions submissions;
  for (const fs::path& folder : submissionFolders(study_file)) {
    const auto read = readSubmission(folder);
    if (read) {
      submissions.all.push_back(*read);
    } else if (read.error().code != ErrorCode::NotFound) {  // its maker was killed before sbatch
      submissions.unreadable.push_back(read.error());
    }
  }
  return submissions;
}

std::string taskLines(const Submission& submission) {
  std::string lines;
  for (const Task& task : submission.tasks) {
    lines += fmt::format("{}\n", fmt::join(task.runs, ","));
  }
  return lines;
}

Submission nextSubmission(const fs::path& study_file, std::vector<Task> tasks) {
  const std::vector<int> numbers = numbersIn(queueFolder(study_file));
  const int number = numbers.empty() ? 1 : numbers.back() + 1;
  Submission next{.folder = queueFolder(study_file) / std::to_string(number),
                  .job_name = {},
                  .created = store::isoTime(std::chrono::system_clock::now()),
                  .tasks = std::move(tasks)};
  // Letters, digits, "-" and "_" alone, as the folder of a study: it is read back from lists.
  next.job_name = fmt::format("w2s-{}-{}-{}", study_file.parent_path().filename().string(), number,
                              Hasher()
                                  .add(next.folder.string())
                                  .add(next.created)
                                  .add(std::int64_t{::getpid()})
                                  .hex()
                                  .substr(0, 8));
  return next;
}

Status keepSubmission(const Submission& submission, std::string_view script) {
  W2S_CHECK(makeFolders(submission.folder.parent_path()));
  std::error_code error;
  if (!fs::create_directory(submission.folder, error)) {
    return error ? systemError(sentence("make the folder"), submission.folder, error.value())
                 : fail(ErrorCode::Io,
                        sentence("{} is there already; try again.", submission.folder.string()));
  }
  W2S_CHECK(writeFileAtomically(submission.taskFile(), taskLines(submission)));
  W2S_CHECK(writeFileAtomically(submission.script(), script));
  return writeRecord(submission);
}

Status writeRecord(const Submission& submission) {
  Json tasks = Json::array();
  Json over = Json::array();
  for (std::size_t i = 0; i < submission.tasks.size(); ++i) {
    const Task& task = submission.tasks[i];
    tasks.push_back(task.runs);
    if (task.isOver()) {
      over.push_back({{"task", i}, {"state", task.state}, {"reason", task.reason}});
    }
  }
  const Json json{{"schema", kRecordSchema},     {"job_name", submission.job_name},
                  {"job_id", submission.job_id}, {"created", submission.created},
                  {"tasks", std::move(tasks)},   {"over", std::move(over)}};
  return writeFileAtomically(submission.folder / kRecordFile,
                             json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::unordered_map<std::string, const Task*> tasksOfRuns(
    const std::vector<Submission>& submissions) {
  std::unordered_map<std::string, const Task*> tasks;
  for (const Submission& submission : submissions) {
    for (const Task& task : submission.tasks) {
      for (const std::string& run : task.runs) {
        tasks[run] = &task;
      }
    }
  }
  return tasks;
}

}  // namespace w2s::study
