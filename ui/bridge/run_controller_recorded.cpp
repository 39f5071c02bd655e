// The part of RunController that deals with recorded runs.
#include <utility>

#include "ui/bridge/loaded_run.h"
#include "ui/bridge/run_controller.h"

namespace w2s::ui {
namespace {

RunState stateOf(store::RunState state) {
  switch (state) {
    case store::RunState::Finished:
      return RunState::Finished;
    case store::RunState::Failed:
      return RunState::Failed;
    case store::RunState::Running:  // elsewhere
    case store::RunState::Stopped:
    case store::RunState::Interrupted:
      return RunState::Stopped;
  }
  return RunState::Stopped;
}

}  // namespace

void RunController::show(const LoadedRun& run) {
  if (isActive(state_)) {
    return;
  }
  handle_.reset();
  waiting_changes_.clear();
  takeUp(run);
  setConfig(run.config);
  clock_.start();
  shown_seconds_ = run.seconds;
  Q_EMIT runBegan();
  enter(stateOf(run.state));
  Q_EMIT refreshed();
  Q_EMIT runEnded();
  if (series_.failure) {
    Q_EMIT failed(series_.failure->error);
  }
}

Status RunController::resumeRun(const LoadedRun& run) {
  return goOn(run, 0);
}

Status RunController::extendRun(const LoadedRun& run, std::int64_t steps) {
  return goOn(run, steps);
}

Status RunController::replayRun(const LoadedRun& run) {
  if (isActive(state_)) {
    return fail(ErrorCode::InvalidArgument, "A run is in progress. Stop it first.");
  }
  const Launch launch{.seed = run.seed, .replay = run.interventions};
  W2S_TRY(auto handle, startOf(run.config, launch));
  setConfig(run.config);
  setSeed(run.seed);
  begin(std::move(handle), launch);
  return {};
}

// What both have in common: the recorded run becomes the present one.
void RunController::takeUp(const LoadedRun& run) {
  series_ = run.series;
  run_config_ = run.config;
  present_run_config_ = configAtEnd(run);
  live_change_line_.clear();
  student_started_ = false;
  samples_.clear();
  setSeed(run.seed);
}

Status RunController::goOn(const LoadedRun& run, std::int64_t extend_to_steps) {
  if (isActive(state_)) {
    return fail(ErrorCode::InvalidArgument, "A run is in progress. Stop it first.");
  }
  W2S_TRY(auto handle, runner_->start({.config = run.config,
                                       .seed = run.seed,
                                       .replay = {},
                                       .resume_id = run.id,
                                       .extend_to_steps = extend_to_steps,
                                       .steps_per_second = speed_},
                                      *sink_));
  handle_ = std::move(handle);
  waiting_changes_.clear();
  takeUp(run);
  series_.expectRepeats();
  series_.id = handle_->id();
  series_.summary.reset();
  series_.failure.reset();
  series_.divergence.reset();
  // The sliders stand where the run left them.
  setConfig(configAtEnd(run));
  clock_.start();
  Q_EMIT runBegan();
  enter(RunState::Preparing);
  return {};
}

}  // namespace w2s::ui
