// How ExperimentSession starts runs.
#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <utility>

#include "core/config/form.h"
#include "ui/bridge/experiment_session.h"

namespace w2s::ui {
namespace {

// As many seeds after the largest of these.
std::vector<std::int64_t> following(const std::vector<std::int64_t>& seeds, std::size_t count) {
  std::vector<std::int64_t> next(count);
  std::iota(next.begin(), next.end(), std::ranges::max(seeds) + 1);
  return next;
}

}  // namespace

void ExperimentSession::start() {
  if (isEnabled(Action::Start)) {
    launch({.seeds = seeds_});
  }
}

std::vector<std::int64_t> ExperimentSession::seedsOfExperiment() const {
  std::vector<std::int64_t> seeds;
  std::ranges::transform(experiment_, std::back_inserter(seeds),
                         [](const RunSession* run) { return run->series().seed; });
  return seeds;
}

std::map<std::int64_t, std::string> ExperimentSession::runsToRepeat() const {
  std::map<std::int64_t, std::string> runs;
  for (const RunSession* run : experiment_) {
    const auto differences = config::diff(run->config(), config_);
    const bool is_equal = std::ranges::none_of(differences, &config::Difference::affects_result) &&
                          run->wholeSeries().interventions.empty();
    if (is_equal && !run->series().id.empty()) {
      runs[run->series().seed] = run->series().id;
    }
  }
  return runs;
}

void ExperimentSession::rewind() {
  if (isEnabled(Action::Rewind)) {
    relaunch({.seeds = seedsOfExperiment(),
              .paused = state() == RunState::Paused,
              .repeats = runsToRepeat()});
  }
}

void ExperimentSession::trainAnew() {
  if (isEnabled(Action::Rewind)) {
    relaunch({.seeds = seedsOfExperiment(), .fresh = true, .repeats = runsToRepeat()});
  }
}

void ExperimentSession::newSeed() {
  if (isEnabled(Action::NewSeed)) {
    setSeeds(following(seeds_, seeds_.size()));
    relaunch({.seeds = seeds_, .paused = state() == RunState::Paused});
  }
}

bool ExperimentSession::canAddSeeds() const {
  return state() == RunState::Finished && !isBusy();
}

void ExperimentSession::addSeeds(int count) {
  if (!canAddSeeds()) {
    return;
  }
  showUpTo(std::numeric_limits<std::int64_t>::max());  // they join whole runs
  const std::vector<std::int64_t> known = seedsOfExperiment();
  const Launch launch{.seeds = following(known, static_cast<std::size_t>(std::max(0, count)))};
  startAll(launch, focus_->config(), focus_->series().interventions, experiment_);
}

Status ExperimentSession::startRun(RunSession& session, const record::RunRequest& request) {
  sinks_.emplace_back(queue_, static_cast<RunKey>(sinks_.size()));
  entryOf(session).sink = &sinks_.back();
  W2S_TRY(auto handle, runner_->start(request, sinks_.back()));
  session.attach(std::move(handle), request.common_changes);
  return {};
}

record::RunRequest ExperimentSession::requestOf(const config::ExperimentConfig& config,
                                                std::int64_t seed) const {
  record::RunRequest request;
  request.config = config;
  request.seed = seed;
  request.steps_per_second = speed_;
  return request;
}

void ExperimentSession::launch(const Launch& launch) {
  setSeeds(launch.seeds);
  startAll(launch, config_, {}, {});
}

void ExperimentSession::startAll(const Launch& launch, const config::ExperimentConfig& config,
                                 const std::vector<record::Intervention>& replay,
                                 std::vector<RunSession*> kept) {
  std::vector<RunSession*> sessions;
  std::vector<Status> started;
  const auto common = launch.seeds.size() > 1 ? std::make_shared<record::CommonChanges>() : nullptr;
  for (const std::int64_t seed : launch.seeds) {
    RunSession& session = add(std::make_unique<RunSession>(config, seed, launch.paused));
    if (const auto repeated = launch.repeats.find(seed); repeated != launch.repeats.end()) {
      session.setRepeats(repeated->second);
    }
    record::RunRequest request = requestOf(config, seed);
    request.start_paused = launch.paused;
    request.fresh = launch.fresh;
    request.replay = replay;
    request.common_changes = common;
    sessions.push_back(&session);
    started.push_back(startRun(session, request));
  }
  RunSession& first = kept.empty() ? *sessions.front() : *focus_;
  kept.insert(kept.end(), sessions.begin(), sessions.end());
  focusOn(first, std::move(kept));
  Q_EMIT focusChanged();
  Q_EMIT runBegan();
  Q_EMIT stateChanged(state());
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    if (!started[i]) {
      sessions[i]->refuse(started[i].error());
    } else if (launch.step) {
      sessions[i]->step(*launch.step);
    }
  }
  removeEnded(sessions);
}

void ExperimentSession::relaunch(const Launch& request) {
  if (!isBusy()) {
    launch(request);
    return;
  }
  next_launch_ = request;
  stop(record::StopMode::Keep);
}

}  // namespace w2s::ui
