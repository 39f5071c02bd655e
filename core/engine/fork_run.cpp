#include "core/engine/fork_run.h"

#include <algorithm>
#include <utility>

#include "core/config/form.h"
#include "core/config/validate.h"
#include "core/engine/continuation.h"
#include "core/pipeline/stage_type.h"

namespace w2s::engine {
namespace {

using record::Intervention;
using record::LiveParameter;

// What changes at the fork.
Result<std::vector<Intervention>> changesAt(std::int64_t step,
                                            const config::ExperimentConfig& before,
                                            const config::ExperimentConfig& wanted) {
  std::vector<Intervention> changes;
  const record::LiveValues live = record::liveValuesOf(before);
  for (const config::Difference& difference : config::diff(before, wanted)) {
    const bool is_live = std::ranges::any_of(
        live, [&](const auto& value) { return value.first.key() == difference.key; });
    if (difference.affects_result && !is_live) {
      return fail(
          ErrorCode::InvalidArgument,
          sentence("A fork cannot change {}: only weights, temperature, learning rate and "
                   "other numbers that may change while a student trains. Start a run of its "
                   "own with it.",
                   difference.key));
    }
  }
  for (const auto& [parameter, value] : live) {
    if (const double other = record::valueIn(wanted, parameter); other != value) {
      changes.push_back(
          {.step = step, .parameter = parameter, .old_value = value, .new_value = other});
    }
  }
  return changes;
}

Status checkStep(const store::RecordedRun& recorded, std::int64_t step) {
  const auto student = recorded.stages.find(record::stage::kStudent);
  const std::int64_t taken =
      student == recorded.stages.end() ? 0 : student->second.series.lastStep();
  if (taken == 0) {
    return fail(ErrorCode::InvalidArgument,
                sentence("The run {} ended before the first step of its student: there is nothing "
                         "to branch off from.",
                         recorded.manifest.id));
  }
  if (step < 0 || step > taken) {
    return fail(
        ErrorCode::InvalidArgument,
        sentence("The run {} has taken {} steps; it can be forked after 0 to {} of them, not "
                 "after {}.",
                 recorded.manifest.id, taken, taken, step));
  }
  return {};
}

}  // namespace

Result<Branch> branchOf(const pipeline::RunSetup& setup, const store::RecordedRun& recorded,
                        std::int64_t step, config::ExperimentConfig wanted) {
  W2S_CHECK(checkStep(recorded, step));
  // Without those adopted there, which are the fork's own.
  const config::ExperimentConfig before = record::configAfter(
      recorded.manifest.config, recorded.interventions, static_cast<double>(step));
  wanted.seeds = before.seeds;
  W2S_CHECK(config::checkValid(wanted, data::validationContext(setup.dataset->card())));
  Branch branch;
  branch.fork.step = step;
  W2S_TRY(branch.fork.changes, changesAt(step, before, wanted));
  if (wanted.optimizer.steps <= step) {
    return fail(
        ErrorCode::InvalidArgument,
        sentence("A fork after step {} has no step left to train: its student takes {}. Fork "
                 "earlier, or raise optimizer.steps.",
                 step, wanted.optimizer.steps));
  }
  // A ceiling of another length is that of the student's later steps.
  const bool had_other_steps = std::ranges::any_of(
      recorded.interventions,
      [](const Intervention& change) { return change.parameter == LiveParameter::Steps; });
  for (const record::PlannedStage& planned : setup.stages) {
    if (pipeline::isYardstick(planned) && had_other_steps) {
      branch.fork.anew.push_back(planned.id);
    }
  }
  const auto student =
      std::ranges::find(setup.stages, record::stage::kStudent, &record::PlannedStage::id);
  const store::RecordedStage& recorded_student = recorded.stages.at(record::stage::kStudent);
  for (const store::CheckpointAt& checkpoint :
       store::checkpointsOf(recorded.folder, student->id, student->fingerprint,
                            recorded_student.series.lastStep())) {
    if (checkpoint.step > step) {
      continue;
    }
    const auto state = soundState(checkpoint.file, student->fingerprint, recorded_student);
    if (!state) {
      branch.notes.push_back(saidBy(state.error()));
    } else if (state->step <= step) {
      branch.fork.checkpoint = checkpoint.file;
      break;
    }
  }
  return branch;
}

}  // namespace w2s::engine
