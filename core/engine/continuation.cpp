#include "core/engine/continuation.h"

#include <algorithm>
#include <optional>

#include "core/base/log.h"

namespace w2s::engine {

Result<train::TrainingState> soundState(const std::filesystem::path& file,
                                        const std::string& fingerprint,
                                        const store::RecordedStage& recorded) {
  W2S_TRY(train::TrainingState state, train::loadState(file, fingerprint));
  if (state.step > recorded.series.lastStep()) {
    return fail(
        ErrorCode::BadFormat,
        sentence("The checkpoint {} is of step {}, and the series of its stage ends at step "
                 "{}: rows were lost.",
                 file.string(), state.step, recorded.series.lastStep()));
  }
  const auto& evaluations = recorded.evaluations;
  if (state.evaluated_step > 0 &&
      std::ranges::find(evaluations, state.evaluated_step, &metrics::Evaluation::step) ==
          evaluations.end()) {
    return fail(ErrorCode::BadFormat,
                sentence("The checkpoint {} knows an evaluation at step {} that the log of the run "
                         "does not have: events were lost.",
                         file.string(), state.evaluated_step));
  }
  return state;
}

Continuation continuationOf(pipeline::RunSetup& setup, const store::RecordedRun& recorded) {
  Continuation next;
  for (const record::PlannedStage& planned : setup.stages) {
    const auto found = recorded.stages.find(planned.id);
    const bool is_student = planned.id == record::stage::kStudent;
    if (found == recorded.stages.end()) {
      next.anew.push_back(planned.id);
      continue;
    }
    setup.recorded_evaluations[planned.id] = found->second.evaluations;
    if (found->second.finished && !is_student) {
      setup.recorded_whole.insert(planned.id);
      next.positions.push_back(
          {.stage = planned.id, .completed_steps = store::StagePosition::kWholeStage});
      continue;
    }
    std::optional<std::int64_t> step;
    for (const auto& file : {store::checkpointFile(recorded.folder, planned.id),
                             store::previousCheckpointFile(recorded.folder, planned.id)}) {
      if (step || !std::filesystem::exists(file)) {
        continue;
      }
      const auto state = soundState(file, planned.fingerprint, found->second);
      if (!state) {
        next.notes.push_back(saidBy(state.error()));
        continue;
      }
      step = state->step;
      if (file.extension() == store::kPreviousExtension) {
        next.from_previous.push_back(planned.id);
      }
    }
    if (!step) {
      next.anew.push_back(planned.id);
      setup.recorded_evaluations.erase(planned.id);
      continue;
    }
    std::erase_if(setup.recorded_evaluations[planned.id],
                  [&](const auto& evaluation) { return evaluation.step > *step; });
    setup.resumed.insert(planned.id);
    next.positions.push_back({.stage = planned.id, .completed_steps = *step});
  }
  return next;
}

Status recordNotes(const std::vector<Sentence>& notes, store::RunWriter& writer) {
  for (const Sentence& note : notes) {
    logger("w2s.run")->warn("{}", note.text);
    W2S_CHECK(writer.note(note.text));
  }
  return {};
}

}  // namespace w2s::engine
