#include "ui/bridge/study_reading.h"

#include <system_error>

#include "core/study/slurm.h"
#include "core/study/study_folder.h"

namespace w2s::ui {

StudyAnswer readStudies(const StudyQuestion& question) {
  using Wanted = StudyQuestion::Wanted;
  StudyAnswer answer;
  std::filesystem::path file = question.file;
  auto latest = std::filesystem::file_time_type::min();
  for (const std::filesystem::path& kept : study::keptStudies(question.workspace)) {
    const auto plan = study::loadPlan(kept);
    if (!plan) {
      answer.unreadable = plan.error();
      continue;
    }
    answer.kept.push_back({QString::fromStdString(plan->name), kept});
    std::error_code error;
    const auto written = std::filesystem::last_write_time(kept, error);
    if (question.wanted == Wanted::Latest && !error && written > latest) {
      latest = written;
      file = kept;
    }
  }
  answer.is_none = question.wanted == Wanted::Latest && file.empty();
  if (question.wanted != Wanted::Present && !answer.is_none) {
    answer.study = study::loadStudy(file);
  } else if (question.wanted == Wanted::Present && question.present) {
    answer.study = *question.present;
  }
  if (answer.study) {
    if (question.starts) {  // before the state: what comes from now on is new
      answer.newcomers = std::make_shared<study::Newcomers>(question.workspace, answer.study->name);
    }
    answer.state = study::stateOf(*answer.study, question.workspace);
  }
  if (answer.state) {
    answer.queued =
        question.asks_queue
            ? study::runsInQueue(*answer.study, *answer.state,
                                 study::studyFile(question.workspace, answer.study->name))
            : question.queued;
  }
  return answer;
}

}  // namespace w2s::ui
