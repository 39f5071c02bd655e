#include "ui/models/run_state_text.h"

#include "ui/models/runs_model.h"

namespace w2s::ui {
namespace {

int percentDone(const RunRecord& record) {
  return qRound(100.0 * record.shareDone());
}

QString ownStateText(const RunRecord& record) {
  const int percent = percentDone(record);
  switch (record.state) {
    case RunState::Idle:
      return RunsModel::tr("ready");
    case RunState::Preparing:
      return RunsModel::tr("preparing");
    case RunState::Running:
      return RunsModel::tr("running %1 %").arg(percent);
    case RunState::Paused:
      return RunsModel::tr("paused %1 %").arg(percent);
    case RunState::Diverged:
      return RunsModel::tr("diverged");
    case RunState::Stopping:
      return RunsModel::tr("stopping");
    case RunState::Finished:
      return RunsModel::tr("finished");
    case RunState::Stopped:
      return RunsModel::tr("stopped %1 %").arg(percent);
    case RunState::Failed:
      return RunsModel::tr("failed");
  }
  return {};
}

}  // namespace

QString runStateText(const RunRecord& record) {
  if (!record.problem.isEmpty()) {
    return RunsModel::tr("damaged");
  }
  if (!record.stored) {
    return ownStateText(record);
  }
  const int percent = percentDone(record);
  switch (*record.stored) {
    case store::RunState::Running:
      return RunsModel::tr("running %1 % elsewhere").arg(percent);
    case store::RunState::Finished:
      return RunsModel::tr("finished");
    case store::RunState::Stopped:
      return RunsModel::tr("stopped %1 %").arg(percent);
    case store::RunState::Interrupted:
      return RunsModel::tr("interrupted %1 %").arg(percent);
    case store::RunState::Failed:
      return RunsModel::tr("failed");
  }
  return {};
}

bool isLeftover(const RunRecord& run) {
  constexpr std::int64_t kHardlyAny = 10;  // steps: of a long run even 0 % can be hours of work
  return run.isCutShort() && percentDone(run) == 0 && run.done < kHardlyAny &&
         run.labels == store::RunLabels{};
}

}  // namespace w2s::ui
