#include "core/pipeline/run_context.h"

#include <algorithm>
#include <exception>
#include <system_error>
#include <utility>

#include "core/base/file_io.h"
#include "core/base/log.h"
#include "core/pipeline/memory_failure.h"
#include "core/pipeline/stage_type.h"
#include "core/store/folder.h"
#include "core/store/run_list.h"

namespace w2s::pipeline {
namespace {

const std::string kPredictionLog = "evaluations.predictions.bin";  // in a cache entry

std::vector<std::uint32_t> testRowsOf(const data::Splits& splits) {
  const auto& rows = splits.of(data::split::kTest).rows.index;
  return {rows.begin(), rows.end()};
}

}  // namespace

RunContext::RunContext(RunSetup run_setup, store::RunWriter writer, record::EventSink& sink,
                       record::RunControl& run_control, WorkerHooks hooks)
    : setup(std::move(run_setup)),
      control(run_control),
      clock(setup.worked_seconds),
      id_(writer.id()),
      writer_(std::move(writer)),
      predicted_rows_{.rows = testRowsOf(setup.splits),
                      .classes = static_cast<std::uint32_t>(setup.dataset->card().classes())},
      sink_(sink),
      hooks_(std::move(hooks)),
      used_ground_truth_(setup.ground_truth_was_raised),
      was_steered_(setup.was_steered) {
  for (const record::PlannedStage& stage : setup.stages) {
    last_steps_[stage.id] = 0;
  }
}

const record::PlannedStage& RunContext::planned(const record::StageId& stage) const {
  if (const auto again = replanned_.find(stage); again != replanned_.end()) {
    return again->second;
  }
  return *std::find_if(
      setup.stages.begin(), setup.stages.end(),
      [stage](const record::PlannedStage& planned) { return planned.id == stage; });
}

Status RunContext::replan(const record::PlannedStage& planned) {
  writer_.removeCheckpoints(planned.id);
  replanned_.insert_or_assign(planned.id, planned);
  return emit(record::Rewound{.stage = planned.id, .step = record::Rewound::kStartsAnew});
}

const record::PlannedStage* RunContext::plannedFor(SummaryPart part) const {
  const auto found = std::ranges::find_if(setup.stages, [part](const auto& planned) {
    const StageType* const type = findStageType(planned.kind);
    return type != nullptr && type->part == part;
  });
  return found == setup.stages.end() ? nullptr : &*found;
}

void RunContext::give(const record::StageId& stage, Artifact artifact) {
  const std::lock_guard lock(outputs_mutex_);
  outputs_.insert_or_assign(stage, std::move(artifact));
}

const Artifact& RunContext::output(const record::StageId& stage) const {
  const std::lock_guard lock(outputs_mutex_);
  return outputs_.at(stage);
}

void RunContext::noteDone(const record::StageId& stage) {
  const std::lock_guard lock(outputs_mutex_);
  done_.insert(stage);
}

bool RunContext::hasInputsOf(const record::StageId& stage) const {
  const auto& inputs = planned(stage).inputs;
  const std::lock_guard lock(outputs_mutex_);
  return std::ranges::all_of(inputs,
                             [this](const auto& input) { return done_.contains(input.from); });
}

bool RunContext::allDone() const {
  const std::lock_guard lock(outputs_mutex_);
  return done_.size() == setup.stages.size();
}

void RunContext::beginBreak() {
  clock.end();
  ++breaks_;
  hooks_.release();
}

void RunContext::endBreak() {
  --breaks_;
  hooks_.acquire();
  clock.begin();
}

void RunContext::noteChange(bool reads_ground_truth) {
  was_steered_ = true;
  if (reads_ground_truth) {
    used_ground_truth_ = true;
  }
}

std::filesystem::path RunContext::seriesFile(const record::StageId& stage) const {
  return writer_.folder() / "series" / (stage + ".csv");
}

Status RunContext::emit(const record::Event& event) {
  if (const auto* rewound = std::get_if<record::Rewound>(&event)) {
    // Reads and writes files whole: not under the lock, for which the other stages wait.
    W2S_CHECK(writer_.cutBack(*rewound));
  }
  const std::lock_guard lock(emit_mutex_);
  return emitLocked(event);
}

Status RunContext::emitLocked(const record::Event& event) {
  if (is_over_) {
    // A helper thread may still report after the run has ended; the terminal event stays the last.
    return w2s::fail(ErrorCode::Interrupted, "stopped");
  }
  W2S_CHECK(writer_.write(event, clock.seconds()));
  sink_.onEvent(id_, event);
  return {};
}

Status RunContext::reportPaused() {
  const std::lock_guard lock(emit_mutex_);
  if (pause_was_reported_) {
    return {};
  }
  pause_was_reported_ = true;
  return emitLocked(record::RunPaused{});
}

Status RunContext::reportResumed() {
  const std::lock_guard lock(emit_mutex_);
  if (!pause_was_reported_) {
    return {};
  }
  pause_was_reported_ = false;
  return emitLocked(record::RunContinued{});
}

void RunContext::abandon() {
  const std::filesystem::path folder = writer_.folder();
  (void)writer_.finish();  // gives the lock back; what was written goes with the folder
  store::removeWhole(folder);
}

bool RunContext::isRecorded(const record::StageId& stage) const {
  return setup.recorded_whole.contains(stage) && !replanned_.contains(stage);
}

Status RunContext::emitOf(const record::StageId& stage, const record::Event& event) {
  return isRecorded(stage) ? Status{} : emit(event);
}

Status RunContext::recordPredictions(const record::StageId& stage, std::int64_t step,
                                     const std::vector<std::int64_t>& classes,
                                     const std::vector<float>& confidences) {
  if (isRecorded(stage)) {
    return {};
  }
  return writer_.writePredictions(
      stage, predicted_rows_,
      {.step = step, .classes = {classes.begin(), classes.end()}, .confidences = confidences});
}

Status RunContext::takePredictions(const record::StageId& stage, const store::StageEntry& entry) {
  if (isRecorded(stage) || !entry.has(kPredictionLog)) {
    return {};
  }
  W2S_TRY(const std::string checked, entry.read(kPredictionLog));
  return writer_.copyPredictions(stage, entry.folder / kPredictionLog);
}

Status RunContext::givePredictions(const record::StageId& stage, const store::StageWriter& entry) {
  const std::filesystem::path file = writer_.predictionsFile(stage);
  std::error_code error;
  if (std::filesystem::exists(file, error)) {
    std::filesystem::copy_file(file, entry.folder() / kPredictionLog, error);
  }
  return error ? Status(systemError(sentence("copy"), file, error.value())) : Status{};
}

void RunContext::fail(const Error& error, std::optional<record::StageId> stage) {
  {
    const std::lock_guard lock(failure_mutex_);
    if (failure_) {
      return;
    }
    const std::int64_t step = stage ? last_steps_.at(*stage).load() : 0;
    failure_ = record::RunFailed{.error = error, .stage = stage, .step = step};
  }
  control.stop(record::StopMode::Keep);
}

void RunContext::failForMemory() {
  is_out_of_memory_ = true;
  control.stop(record::StopMode::Keep);
}

bool RunContext::hasFailed() const {
  const std::lock_guard lock(failure_mutex_);
  return failure_.has_value() || is_out_of_memory_;
}

Status RunContext::makeRoomForCheckpoint(const record::StageId& stage, std::int64_t step,
                                         std::int64_t present_step) {
  if (step > present_step) {
    return writer_.keepPreviousCheckpoint(stage);
  }
  if (step < present_step) {
    writer_.removePreviousCheckpoint(stage);
  }
  return {};
}

std::filesystem::path RunContext::checkpointFile(const record::StageId& stage) {
  return writer_.checkpointFile(stage);
}

std::filesystem::path RunContext::folder() {
  return writer_.folder();
}

Status RunContext::prepareSeries(const record::PlannedStage& stage) {
  return writer_.prepareSeries(stage.id, stage.series);
}

Status RunContext::sync() {
  return writer_.sync();  // without emit_mutex_: the other stages go on meanwhile
}

const AnswerArtifact* RunContext::answersOf(const record::StageId& stage) const {
  const std::lock_guard lock(outputs_mutex_);
  const auto found = outputs_.find(stage);
  return found == outputs_.end() ? nullptr : std::get_if<AnswerArtifact>(&found->second);
}

record::Event RunContext::recordEnd(const std::optional<record::RunSummary>& summary) {
  record::Event terminal = record::RunStopped{.kept = control.stopMode() == record::StopMode::Keep};
  if (summary) {
    terminal = record::RunFinished{.summary = *summary};
  }
  if (is_out_of_memory_) {
    terminal = memoryFailure();
  }
  {
    const std::lock_guard lock(failure_mutex_);
    if (failure_) {
      terminal = *failure_;
    }
  }
  const bool discard = std::holds_alternative<record::RunStopped>(terminal) &&
                       control.stopMode() == record::StopMode::Discard;
  const Status written = writer_.write(terminal, clock.seconds());
  const Status closed = discard ? store::discardRun(std::move(writer_)) : writer_.finish();
  const Status& recorded = written ? closed : written;
  if (recorded) {
    return terminal;
  }
  logger("w2s.run")->error("run={} {}", id_, recorded.error().message);
  // A run that failed says why; its end, when it is not on the disk, reads as an interruption there.
  return std::holds_alternative<record::RunFailed>(terminal)
             ? terminal
             : record::RunFailed{.error = recorded.error(), .stage = {}, .step = 0};
}

void RunContext::conclude(const std::optional<record::RunSummary>& summary) {
  {
    const std::lock_guard lock(emit_mutex_);
    std::optional<record::Event> terminal;
    try {
      terminal = recordEnd(summary);
    } catch (const std::exception&) {  // no memory: on the disk the run is interrupted
    }
    is_over_ = true;
    reportEnd(sink_, id_, terminal ? *terminal : memoryFailure());
  }
  // The handle of the run may live on; the tensors do not.
  const std::lock_guard lock(outputs_mutex_);
  outputs_.clear();
}

}  // namespace w2s::pipeline
