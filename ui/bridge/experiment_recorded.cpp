// Recorded runs in ExperimentSession: shown, continued, repeated.
#include <array>
#include <utility>

#include "ui/bridge/experiment_session.h"
#include "ui/bridge/loaded_run.h"

namespace w2s::ui {

void ExperimentSession::show(const LoadedRun& run) {
  const std::array one{std::shared_ptr<const LoadedRun>(std::shared_ptr<void>(), &run)};
  show(one);
}

void ExperimentSession::show(std::span<const std::shared_ptr<const LoadedRun>> seeds) {
  if (isBusy()) {
    return;
  }
  std::vector<RunSession*> sessions;
  std::vector<std::int64_t> numbers;
  for (const auto& run : seeds) {
    sessions.push_back(&add(std::make_unique<RunSession>(*run, RunSession::Use::Show)));
    numbers.push_back(run->seed);
  }
  RunSession& session = *sessions.front();
  Q_EMIT adopting();
  setSeeds(numbers);
  setConfig(seeds.front()->config);
  focusOn(session, std::move(sessions));
  Q_EMIT focusChanged();
  Q_EMIT stateChanged(state());
  Q_EMIT refreshed();
  Q_EMIT runEnded();
  if (session.series().failure) {
    Q_EMIT failed(session.series().failure->error);
  }
  Q_EMIT adopted();
  removeEnded({});
}

void ExperimentSession::showUpTo(std::int64_t step) {
  for (RunSession* run : experiment_) {
    run->showUpTo(step);
  }
  Q_EMIT refreshed();
}

void ExperimentSession::continueRun(const LoadedRun& run, std::int64_t extend_to_steps) {
  record::RunRequest request = requestOf(run.config, run.seed);
  request.resume_id = run.id;
  request.extend_to_steps = extend_to_steps;
  // The sliders are where the run left them.
  launchRecorded(std::make_unique<RunSession>(run, RunSession::Use::Continue), request,
                 {configAtEnd(run), run.seed});
}

void ExperimentSession::replayRun(const LoadedRun& run) {
  record::RunRequest request = requestOf(run.config, run.seed);
  request.replay = run.interventions;
  request.replay_of = run.id;
  auto session = std::make_unique<RunSession>(run.config, run.seed, false);
  session->setRepeats(run.id);
  launchRecorded(std::move(session), request, {run.config, run.seed});
}

void ExperimentSession::forkRun(const LoadedRun& run, std::int64_t step) {
  LoadedRun there = run;
  const auto is_later = [step](const auto& change) { return change.step >= step; };
  std::erase_if(there.interventions, is_later);
  std::erase_if(there.series.interventions, is_later);
  std::erase_if(there.series.divergences, is_later);
  // The other stages are whole: the engine takes their record over.
  there.series.apply(record::StageStarted{.stage = record::stage::kStudent, .resumed_at = step});
  const config::ExperimentConfig before =
      record::configAfter(run.config, run.interventions, static_cast<double>(step));
  config::ExperimentConfig wanted = config_;
  wanted.seeds = run.config.seeds;
  for (const auto& [parameter, value] : record::liveValuesOf(before)) {
    if (record::valueIn(config_, parameter) == record::valueIn(run.config, parameter)) {
      record::setValueIn(wanted, parameter, value);
    }
  }
  record::RunRequest request = requestOf(wanted, run.seed);
  request.resume_id = run.id;
  request.fork_at = step;
  auto session = std::make_unique<RunSession>(there, RunSession::Use::Continue);
  session->setRepeats(run.id);
  launchRecorded(std::move(session), request, {wanted, run.seed});
}

void ExperimentSession::launchRecorded(std::unique_ptr<RunSession> owned,
                                       const record::RunRequest& request,
                                       const Adoption& adoption) {
  if (isBusy()) {
    Q_EMIT refused(
        fail(ErrorCode::InvalidArgument, "A run is in progress. Stop it first.").value());
    return;
  }
  RunSession& session = add(std::move(owned), adoption);
  before_ = focus_;
  experiment_before_ = experiment_;
  if (const Status started = startRun(session, request); !started) {
    refuse(session, started.error());
    return;
  }
  focusOn(session, {&session});
  Q_EMIT focusChanged();
  Q_EMIT runBegan();
  Q_EMIT stateChanged(session.state());
}

// Everything is as before.
void ExperimentSession::refuse(RunSession& session, const Error& error) {
  RunSession& before = *std::exchange(before_, nullptr);
  experiment_ = std::exchange(experiment_before_, {});
  setFocus(before);
  removed_.push_back(std::move(entryOf(session).session));
  std::erase_if(runs_, [](const Entry& each) { return each.session == nullptr; });
  Q_EMIT refused(error);
}

void ExperimentSession::adopt(const Adoption& adoption) {
  Q_EMIT adopting();
  setSeed(adoption.seed);
  setConfig(adoption.config);
  Q_EMIT adopted();
}

}  // namespace w2s::ui
