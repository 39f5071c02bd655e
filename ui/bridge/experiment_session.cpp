#include "ui/bridge/experiment_session.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "ui/bridge/loaded_run.h"

namespace w2s::ui {

ExperimentSession::ExperimentSession(std::unique_ptr<engine::Runner> runner, QObject* parent)
    : ExperimentSession(std::move(runner), Options{}, parent) {}

ExperimentSession::ExperimentSession(std::unique_ptr<engine::Runner> runner, Options options,
                                     QObject* parent)
    : QObject(parent), options_(options), runner_(std::move(runner)) {
  focus_ = &add(std::make_unique<RunSession>());
  seed_ = config_.seeds.empty() ? 0 : config_.seeds.front();
  refresh_timer_.setSingleShot(true);
  refresh_timer_.setInterval(options_.refresh_interval);
  connect(&refresh_timer_, &QTimer::timeout, this, &ExperimentSession::drain);
  prepare_timer_.setSingleShot(true);
  prepare_timer_.setInterval(options_.settle_time);
  connect(&prepare_timer_, &QTimer::timeout, this, [this] {
    if (!isBusy() && problems_.empty()) {
      runner_->prepare(config_, seed_);
    }
  });
  queue_.onFirst([this] {
    QMetaObject::invokeMethod(this, &ExperimentSession::wakeUp, Qt::QueuedConnection);
  });
}

ExperimentSession::~ExperimentSession() {
  // From here on nothing is posted to this object; the runner's last events end in the queue.
  queue_.onFirst({});
  runs_.clear();
  removed_.clear();
  runner_.reset();
}

std::vector<RunSession*> ExperimentSession::runs() const {
  std::vector<RunSession*> runs;
  for (const Entry& entry : runs_) {
    runs.push_back(entry.session.get());
  }
  return runs;
}

void ExperimentSession::setFocus(RunSession& run) {
  if (&run != focus_) {
    focus_ = &run;
    Q_EMIT focusChanged();
    Q_EMIT stateChanged(run.state());
    Q_EMIT refreshed();
  }
}

bool ExperimentSession::isBusy() const {
  return std::ranges::any_of(runs_, [](const Entry& entry) { return entry.session->isActive(); });
}

void ExperimentSession::setConfig(const config::ExperimentConfig& config) {
  config_ = config;
  checkSettings();
  prepareSoon();
  Q_EMIT configChanged();
}

void ExperimentSession::editConfig(const config::ExperimentConfig& config) {
  if (config == config_) {
    return;
  }
  std::map<record::LiveParameter, double> live;
  for (const auto& [parameter, value] : record::liveValuesOf(config)) {
    if (record::valueIn(config_, parameter) != value) {
      live[parameter] = value;
    }
  }
  focus_->setLive(live);
  setConfig(config);
}

QString ExperimentSession::blockReason() const {
  if (isFree()) {
    return {};
  }
  const std::size_t count = refusals_.size() + problems_.size();
  const SettingProblem& problem = refusals_.empty() ? problems_.front() : refusals_.front();
  const QString first = QString::fromStdString(problem.message);
  return count == 1
             ? first
             : tr("%n settings need attention. %1", nullptr, static_cast<int>(count)).arg(first);
}

void ExperimentSession::setRefusals(const std::vector<SettingProblem>& refusals) {
  refusals_ = refusals;
  Q_EMIT blockReasonChanged();
}

void ExperimentSession::checkSettings() {
  std::vector<SettingProblem> problems = problemsOf(config_);
  if (problems != problems_) {
    problems_ = std::move(problems);
    Q_EMIT blockReasonChanged();
  }
}

void ExperimentSession::prepareSoon() {
  if (!isBusy()) {
    prepare_timer_.start();
  }
}

void ExperimentSession::setSeed(qint64 seed) {
  if (seed != seed_) {
    seed_ = seed;
    prepareSoon();
    Q_EMIT seedChanged(seed_);
  }
}

void ExperimentSession::start() {
  if (isEnabled(Action::Start)) {
    launch({.seed = seed_});
  }
}

void ExperimentSession::toggle() {
  if (isEnabled(Action::Start)) {
    start();
  } else if (isEnabled(Action::Resume)) {
    focus_->resume();
  } else {
    focus_->pause();
  }
}

void ExperimentSession::step(record::StepUnit unit) {
  if (!isEnabled(Action::Step)) {
    return;
  }
  if (isEnabled(Action::Start)) {
    launch({.seed = seed_, .paused = true, .step = unit});
  } else {
    focus_->step(unit);
  }
}

void ExperimentSession::rewind() {
  if (isEnabled(Action::Rewind)) {
    relaunch({.seed = focus_->series().seed, .paused = focus_->state() == RunState::Paused});
  }
}

void ExperimentSession::trainAnew() {
  if (isEnabled(Action::Rewind)) {
    relaunch({.seed = focus_->series().seed, .fresh = true});
  }
}

void ExperimentSession::newSeed() {
  if (isEnabled(Action::NewSeed)) {
    setSeed(seed_ + 1);
    relaunch({.seed = seed_, .paused = focus_->state() == RunState::Paused});
  }
}

void ExperimentSession::setSpeed(double steps_per_second) {
  next_speed_.reset();
  speed_ = std::max(0.0, steps_per_second);
  Q_EMIT speedChanged(speed_);
  for (const Entry& entry : runs_) {
    entry.session->setSpeed(speed_);
  }
}

void ExperimentSession::setSpeedOfNextRun(double steps_per_second) {
  if (isBusy()) {
    next_speed_ = std::max(0.0, steps_per_second);
  } else {
    setSpeed(steps_per_second);
  }
}

void ExperimentSession::setLive(record::LiveParameter parameter, double value) {
  config::ExperimentConfig changed = config_;
  record::setValueIn(changed, parameter, value);
  editConfig(changed);
}

ExperimentSession::Entry* ExperimentSession::find(RunKey key) {
  const auto found = std::ranges::find_if(
      runs_, [key](const Entry& entry) { return entry.sink != nullptr && entry.sink->key == key; });
  return found == runs_.end() ? nullptr : &*found;
}

ExperimentSession::Entry& ExperimentSession::entryOf(const RunSession& session) {
  return *std::ranges::find_if(runs_,
                               [&](const Entry& entry) { return entry.session.get() == &session; });
}

RunSession& ExperimentSession::add(std::unique_ptr<RunSession> session,
                                   std::optional<Adoption> adoption) {
  session->setLiveInterval(options_.refresh_interval);
  relaySignals(*session);
  runs_.push_back({std::move(session), nullptr, std::move(adoption)});
  return *runs_.back().session;
}

void ExperimentSession::relaySignals(RunSession& session) {
  // Passes a signal on while the session is in focus.
  const auto pass = [this, &session](auto from, auto to) {
    connect(&session, from, this, [this, &session, to](const auto&... values) {
      if (&session == focus_) {
        Q_EMIT(this->*to)(values...);
      }
    });
  };
  pass(&RunSession::stateChanged, &ExperimentSession::stateChanged);
  pass(&RunSession::prepared, &ExperimentSession::runPrepared);
  pass(&RunSession::refreshed, &ExperimentSession::refreshed);
  pass(&RunSession::changed, &ExperimentSession::runChanged);
  pass(&RunSession::logAmended, &ExperimentSession::logAmended);
  pass(&RunSession::failed, &ExperimentSession::failed);
  pass(&RunSession::diverged, &ExperimentSession::diverged);
  connect(
      &session, &RunSession::logged, this, [this, &session](LogLevel level, const QString& text) {
        const bool other = &session != focus_;
        Q_EMIT logged(level, other ? tr("Seed %1: %2").arg(session.series().seed).arg(text) : text);
      });
  connect(&session, &RunSession::prepared, this, [this, &session] {
    if (auto adoption = std::exchange(entryOf(session).adoption, std::nullopt)) {
      before_ = nullptr;
      removeEnded({});
      adopt(*adoption);
    }
  });
  connect(&session, &RunSession::ended, this, [this, &session] { finish(session); });
}

void ExperimentSession::finish(RunSession& session) {
  if (!isBusy() && next_speed_) {
    setSpeed(*next_speed_);
  }
  prepareSoon();
  if (&session == focus_) {
    Q_EMIT runEnded();
  }
}

// Sessions that are over and out of focus. They live until the next ones follow them, since one may be
// the sender of the present signal, and a chart may be drawn once more before it is given another.
void ExperimentSession::removeEnded(std::span<RunSession* const> kept) {
  std::vector<std::unique_ptr<RunSession>> removed;
  for (Entry& entry : runs_) {
    const RunSession* session = entry.session.get();
    if (!session->isActive() && session != focus_ && session != before_ &&
        std::ranges::find(kept, session) == kept.end()) {
      removed.push_back(std::move(entry.session));
    }
  }
  std::erase_if(runs_, [](const Entry& entry) { return entry.session == nullptr; });
  if (!removed.empty()) {
    removed_ = std::move(removed);
  }
}

Status ExperimentSession::startRun(RunSession& session, const record::RunRequest& request) {
  sinks_.emplace_back(queue_, static_cast<RunKey>(sinks_.size()));
  entryOf(session).sink = &sinks_.back();
  W2S_TRY(auto handle, runner_->start(request, sinks_.back()));
  session.attach(std::move(handle));
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
  setSeed(launch.seed);
  const std::array seeds{launch.seed};
  launchAll(seeds, launch);
}

void ExperimentSession::startSeeds(std::span<const std::int64_t> seeds) {
  if (isEnabled(Action::Start) && !seeds.empty()) {
    launchAll(seeds, {.seed = seeds.front()});
  }
}

void ExperimentSession::launchAll(std::span<const std::int64_t> seeds, const Launch& launch) {
  std::vector<RunSession*> sessions;
  std::vector<Status> started;
  for (const std::int64_t seed : seeds) {
    RunSession& session = add(std::make_unique<RunSession>(config_, seed, launch.paused));
    record::RunRequest request = requestOf(config_, seed);
    request.start_paused = launch.paused;
    request.fresh = launch.fresh;
    sessions.push_back(&session);
    started.push_back(startRun(session, request));
  }
  focus_ = sessions.front();
  Q_EMIT focusChanged();
  Q_EMIT runBegan();
  Q_EMIT stateChanged(focus_->state());
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
  if (!focus_->isActive()) {
    launch(request);
    return;
  }
  next_launch_ = request;
  focus_->stop(record::StopMode::Keep);
}

void ExperimentSession::show(const LoadedRun& run) {
  if (isBusy()) {
    return;
  }
  RunSession& session = add(std::make_unique<RunSession>(run, RunSession::Use::Show));
  Q_EMIT adopting();
  setSeed(run.seed);
  setConfig(run.config);
  setFocus(session);
  Q_EMIT runEnded();
  if (session.series().failure) {
    Q_EMIT failed(session.series().failure->error);
  }
  Q_EMIT adopted();
  removeEnded({});
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
  launchRecorded(std::make_unique<RunSession>(run.config, run.seed, false), request,
                 {run.config, run.seed});
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
  if (const Status started = startRun(session, request); !started) {
    refuse(session, started.error());
    return;
  }
  focus_ = &session;
  Q_EMIT focusChanged();
  Q_EMIT runBegan();
  Q_EMIT stateChanged(session.state());
}

// Everything is as before.
void ExperimentSession::refuse(RunSession& session, const Error& error) {
  setFocus(*std::exchange(before_, nullptr));
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

void ExperimentSession::wakeUp() {
  if (!refresh_timer_.isActive()) {
    drain();
  }
}

void ExperimentSession::drain() {
  const std::vector<QueuedEvent> events = queue_.takeAll();
  if (events.empty()) {
    return;  // idle until the queue wakes us
  }
  refresh_timer_.start();
  std::vector<RunSession*>
      changed;  // a session that is removed meanwhile lives until the next turn
  for (const QueuedEvent& queued : events) {
    Entry* entry = find(queued.run);
    if (entry == nullptr) {
      continue;
    }
    RunSession& session = *entry->session;
    const auto* failure = std::get_if<record::RunFailed>(&queued.event);
    if (entry->adoption && failure != nullptr) {
      refuse(session, failure->error);
      continue;
    }
    session.apply(queued.run_id, queued.event);
    if (std::ranges::find(changed, &session) == changed.end()) {
      changed.push_back(&session);
    }
  }
  for (RunSession* session : changed) {
    session->finishRefresh();
  }
  if (next_launch_ && !focus_->isActive()) {
    launch(*std::exchange(next_launch_, std::nullopt));
  }
}

}  // namespace w2s::ui
