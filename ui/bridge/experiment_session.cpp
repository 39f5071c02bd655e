#include "ui/bridge/experiment_session.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <utility>

#include "ui/bridge/loaded_run.h"

namespace w2s::ui {
namespace {

// As many seeds after the largest of these.
std::vector<std::int64_t> following(const std::vector<std::int64_t>& seeds, std::size_t count) {
  std::vector<std::int64_t> next(count);
  std::iota(next.begin(), next.end(), std::ranges::max(seeds) + 1);
  return next;
}

}  // namespace

ExperimentSession::ExperimentSession(std::unique_ptr<engine::Runner> runner, QObject* parent)
    : ExperimentSession(std::move(runner), Options{}, parent) {}

ExperimentSession::ExperimentSession(std::unique_ptr<engine::Runner> runner, Options options,
                                     QObject* parent)
    : QObject(parent), options_(options), runner_(std::move(runner)) {
  RunSession& none = add(std::make_unique<RunSession>());
  focusOn(none, {&none});
  if (!config_.seeds.empty()) {
    seeds_ = {config_.seeds.front()};
  }
  refresh_timer_.setSingleShot(true);
  refresh_timer_.setInterval(options_.refresh_interval);
  connect(&refresh_timer_, &QTimer::timeout, this, &ExperimentSession::drain);
  prepare_timer_.setSingleShot(true);
  prepare_timer_.setInterval(options_.settle_time);
  connect(&prepare_timer_, &QTimer::timeout, this, [this] {
    if (!isBusy() && problems_.empty()) {
      runner_->prepare(config_, seed());
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

void ExperimentSession::focusOn(RunSession& run, std::vector<RunSession*> experiment) {
  focus_ = &run;
  experiment_ = std::move(experiment);
}

void ExperimentSession::setFocus(RunSession& run) {
  if (&run != focus_) {
    const bool is_seed = std::ranges::find(experiment_, &run) != experiment_.end();
    focusOn(run, is_seed ? experiment_ : std::vector{&run});
    Q_EMIT focusChanged();
    Q_EMIT stateChanged(state());
    Q_EMIT refreshed();
  }
}

std::vector<const RunSeries*> ExperimentSession::seriesOfSeeds() const {
  std::vector<const RunSeries*> seeds{&focus_->series()};
  for (const RunSession* run : experiment_) {
    if (run != focus_) {
      seeds.push_back(&run->series());
    }
  }
  return seeds;
}

RunState ExperimentSession::state() const {
  std::vector<RunState> states;
  std::ranges::transform(experiment_, std::back_inserter(states), &RunSession::state);
  return stateOfAll(states);
}

RunSession::Progress ExperimentSession::progress() const {
  RunSession::Progress all = focus_->progress();
  if (experiment_.size() < 2) {
    return all;
  }
  const auto steps = static_cast<std::int64_t>(focus_->presentConfig().optimizer.steps);
  all = {.unit = QStringLiteral("steps"), .seeds = static_cast<int>(experiment_.size())};
  for (const RunSession* run : experiment_) {
    const StageSeries& student = run->series().stage(record::stage::kStudent);
    all.done += student.done;
    all.total += std::max(steps, student.total);
    if (run->isActive() && run->progress().stage == record::stage::kStudent) {
      all.per_second += run->progress().per_second;
    }
  }
  if (all.per_second > 0.0) {
    all.seconds_left = static_cast<double>(all.total - all.done) / all.per_second;
  }
  return all;
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
  setLive(live);
  setConfig(config);
}

void ExperimentSession::setLive(const std::map<record::LiveParameter, double>& values) {
  if (experiment_.size() < 2 || values.empty()) {
    focus_->setLive(values);
    return;
  }
  const auto has_student = [](const RunSession* run) {
    return run->series().stage(record::stage::kStudent).state == StageSeries::State::Finished;
  };
  if (!isBusy()) {
    return;
  }
  if (const auto done = std::ranges::find_if(experiment_, has_student); done != experiment_.end()) {
    Q_EMIT logged(LogLevel::Warning,
                  tr("The change is for the next run: the student of seed %1 is trained already, "
                     "and the seeds would be different experiments.")
                      .arg((*done)->series().seed));
    return;
  }
  // One of them posts it for all, and says so; the others hear of it when they adopt it.
  const auto active = std::ranges::find_if(experiment_, &RunSession::isActive);
  RunSession& sender = focus_->isActive() || active == experiment_.end() ? *focus_ : **active;
  sender.setLive(values);
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
  setSeeds({seed});
}

void ExperimentSession::setSeeds(const std::vector<std::int64_t>& seeds) {
  std::vector<std::int64_t> each;
  std::ranges::copy_if(seeds, std::back_inserter(each), [&each](std::int64_t seed) {
    return std::ranges::find(each, seed) == each.end();
  });
  if (!each.empty() && each != seeds_) {
    seeds_ = std::move(each);
    prepareSoon();
    Q_EMIT seedsChanged();
  }
}

void ExperimentSession::start() {
  if (isEnabled(Action::Start)) {
    launch({.seeds = seeds_});
  }
}

void ExperimentSession::pause() {
  for (RunSession* run : experiment_) {
    run->pause();
  }
}

void ExperimentSession::resume() {
  for (RunSession* run : experiment_) {
    run->resume();
  }
}

void ExperimentSession::stop(record::StopMode mode) {
  for (RunSession* run : experiment_) {
    run->stop(mode);
  }
}

void ExperimentSession::toggle() {
  if (isEnabled(Action::Start)) {
    start();
  } else if (isEnabled(Action::Resume)) {
    resume();
  } else {
    pause();
  }
}

void ExperimentSession::step(record::StepUnit unit) {
  if (!isEnabled(Action::Step)) {
    return;
  }
  if (isEnabled(Action::Start)) {
    launch({.seeds = seeds_, .paused = true, .step = unit});
  } else {
    for (RunSession* run : experiment_) {
      run->step(unit);
    }
  }
}

std::vector<std::int64_t> ExperimentSession::seedsOfExperiment() const {
  std::vector<std::int64_t> seeds;
  std::ranges::transform(experiment_, std::back_inserter(seeds),
                         [](const RunSession* run) { return run->series().seed; });
  return seeds;
}

void ExperimentSession::rewind() {
  if (isEnabled(Action::Rewind)) {
    relaunch({.seeds = seedsOfExperiment(), .paused = state() == RunState::Paused});
  }
}

void ExperimentSession::trainAnew() {
  if (isEnabled(Action::Rewind)) {
    relaunch({.seeds = seedsOfExperiment(), .fresh = true});
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
  const std::vector<std::int64_t> known = seedsOfExperiment();
  const Launch launch{.seeds = following(known, static_cast<std::size_t>(std::max(0, count)))};
  startAll(launch, focus_->config(), focus_->series().interventions, experiment_);
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
  pass(&RunSession::prepared, &ExperimentSession::runPrepared);
  pass(&RunSession::changed, &ExperimentSession::runChanged);
  pass(&RunSession::logAmended, &ExperimentSession::logAmended);
  pass(&RunSession::failed, &ExperimentSession::failed);
  connect(&session, &RunSession::stateChanged, this, [this, &session] {
    if (std::ranges::find(experiment_, &session) != experiment_.end()) {
      Q_EMIT stateChanged(state());
    }
  });
  // It needs an answer, whichever seed it is.
  connect(&session, &RunSession::diverged, this,
          [this, &session](const record::Diverged& divergence) {
            setFocus(session);
            Q_EMIT diverged(divergence);
          });
  connect(
      &session, &RunSession::logged, this, [this, &session](LogLevel level, const QString& text) {
        const bool other = &session != focus_;
        Q_EMIT logged(level, other ? tr("Seed %1: %2").arg(session.series().seed).arg(text) : text);
      });
  connect(&session, &RunSession::prepared, this, [this, &session] {
    if (auto adoption = std::exchange(entryOf(session).adoption, std::nullopt)) {
      before_ = nullptr;
      experiment_before_.clear();
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
        std::ranges::find(experiment_, session) == experiment_.end() &&
        std::ranges::find(experiment_before_, session) == experiment_before_.end() &&
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
  const bool in_sight = std::ranges::any_of(changed, [this](RunSession* session) {
    return std::ranges::find(experiment_, session) != experiment_.end();
  });
  if (in_sight) {
    Q_EMIT refreshed();
  }
  if (next_launch_ && !isBusy()) {
    launch(*std::exchange(next_launch_, std::nullopt));
  }
}

}  // namespace w2s::ui
