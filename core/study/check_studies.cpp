#include "core/study/check_studies.h"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "core/base/file_io.h"
#include "core/store/leftovers.h"
#include "core/store/saved_figures.h"
#include "core/study/study_folder.h"
#include "core/study/submission.h"

namespace w2s::study {
namespace {

namespace fs = std::filesystem;

void checkSubmission(const fs::path& folder, store::WorkspaceCheck& check) {
  const auto submission = readSubmission(folder);
  if (!submission) {
    const bool is_never_made = submission.error().code == ErrorCode::NotFound;
    auto& findings = is_never_made ? check.notes : check.faults;
    findings.push_back({folder, is_never_made
                                    ? sentence("{} was never handed to the queue.", folder.string())
                                    : saidBy(submission.error())});
    return;
  }
  const fs::path file = submission->taskFile();
  const auto lines = readFile(file, kMostRecordBytes);
  if (!lines) {
    check.faults.push_back({file, saidBy(lines.error())});
  } else if (*lines != taskLines(*submission)) {
    check.faults.push_back(
        {file, sentence("{} names other runs than submission.json beside it.", file.string())});
  }
}

void checkStudy(const fs::path& folder, const fs::path& workspace, store::WorkspaceCheck& check) {
  ++check.studies;
  const fs::path file = folder / "study.toml";
  std::error_code error;
  if (!fs::exists(file, error)) {
    check.faults.push_back(
        {folder,
         sentence("The study in {} has no study.toml. Take it from a copy, or run the study "
                  "from its file again.",
                  folder.string())});
    return;
  }
  const auto study = loadStudy(file);
  if (!study) {
    check.faults.push_back({file, saidBy(study.error())});
  }
  if (const auto figures = store::readFigures(folder); !figures) {
    check.faults.push_back({folder / store::kFiguresFile, saidBy(figures.error())});
  }
  if (study && studyFile(workspace, study->name) != file) {
    check.faults.push_back(
        {file, sentence("{} is of the study {}: the folder was renamed, or the file was changed.",
                        file.string(), study->name)});
  }
}

}  // namespace

void checkStudies(const fs::path& workspace, store::WorkspaceCheck& check) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (fs::directory_iterator at(workspace / "studies", error), end; !error && at != end;
       at.increment(error)) {
    std::error_code ignored;
    if (at->is_directory(ignored)) {
      folders.push_back(at->path());
    }
  }
  if (error && error != std::errc::no_such_file_or_directory) {
    const fs::path all = workspace / "studies";
    check.faults.push_back(
        {all, saidBy(systemError(sentence("read the folder"), all, error.value()).value())});
  }
  std::ranges::sort(folders);
  for (const fs::path& folder : folders) {
    checkStudy(folder, workspace, check);
    std::vector<fs::path> places{folder};
    for (const fs::path& submission : submissionFolders(folder / "study.toml")) {
      checkSubmission(submission, check);
      places.push_back(submission);
    }
    for (const fs::path& place : places) {
      for (const fs::path& file : store::leftFilesIn(place)) {
        store::addLeftover(file, check);
      }
    }
  }
}

}  // namespace w2s::study
