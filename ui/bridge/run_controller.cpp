#include "ui/bridge/run_controller.h"

#include <algorithm>
#include <utility>

#include "ui/bridge/live_changes.h"
#include "ui/bridge/words.h"

namespace w2s::ui {
namespace {

using record::StageId;
namespace stage = record::stage;

constexpr qint64 kRateWindowMs = 2000;

}  // namespace

RunController::RunController(std::unique_ptr<engine::Runner> runner, QObject* parent)
    : RunController(std::move(runner), Options{}, parent) {}

RunController::RunController(std::unique_ptr<engine::Runner> runner, Options options,
                             QObject* parent)
    : QObject(parent),
      options_(options),
      sink_(std::make_unique<Sink>()),
      runner_(std::move(runner)) {
  seed_ = config_.seeds.empty() ? 0 : config_.seeds.front();
  refresh_timer_.setSingleShot(true);
  refresh_timer_.setInterval(options_.refresh_interval);
  connect(&refresh_timer_, &QTimer::timeout, this, &RunController::drain);
  live_timer_.setSingleShot(true);
  live_timer_.setInterval(options_.refresh_interval);
  connect(&live_timer_, &QTimer::timeout, this, &RunController::sendLiveChanges);
  prepare_timer_.setSingleShot(true);
  prepare_timer_.setInterval(options_.settle_time);
  connect(&prepare_timer_, &QTimer::timeout, this, [this] {
    if (!isActive(state_) && problems_.empty()) {
      runner_->prepare(config_, seed_);
    }
  });
  sink_->queue.onFirst(
      [this] { QMetaObject::invokeMethod(this, &RunController::wakeUp, Qt::QueuedConnection); });
}

RunController::~RunController() {
  // From here on nothing is posted to this object; the runner's last events end in the queue.
  sink_->queue.onFirst({});
  handle_.reset();
  runner_.reset();
}

void RunController::setConfig(const config::ExperimentConfig& config) {
  config_ = config;
  checkSettings();
  prepareSoon();
  Q_EMIT configChanged();
}

void RunController::editConfig(const config::ExperimentConfig& config) {
  if (config == config_) {
    return;
  }
  if (handle_ && isActive(state_)) {
    for (const auto& [parameter, value] : record::liveValuesOf(config)) {
      if (record::valueIn(config_, parameter) != value) {
        waiting_changes_[parameter] = value;
        record::setValueIn(present_run_config_, parameter, value);
      }
    }
    if (!live_timer_.isActive()) {
      sendLiveChanges();
    }
  }
  setConfig(config);
}

QString RunController::blockReason() const {
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

void RunController::setRefusals(const std::vector<SettingProblem>& refusals) {
  refusals_ = refusals;
  Q_EMIT blockReasonChanged();
}

void RunController::checkSettings() {
  std::vector<SettingProblem> problems = problemsOf(config_);
  if (problems != problems_) {
    problems_ = std::move(problems);
    Q_EMIT blockReasonChanged();
  }
}

void RunController::prepareSoon() {
  if (!isActive(state_)) {
    prepare_timer_.start();
  }
}

void RunController::setSeed(qint64 seed) {
  if (seed != seed_) {
    seed_ = seed;
    prepareSoon();
    Q_EMIT seedChanged(seed_);
  }
}

void RunController::start() {
  if (isEnabled(Action::Start)) {
    launch({.seed = seed_});
  }
}

void RunController::pause() {
  if (isEnabled(Action::Pause) && handle_) {
    handle_->pause();
  }
}

void RunController::resume() {
  if (isEnabled(Action::Resume) && handle_) {
    handle_->resume();
  }
}

void RunController::toggle() {
  if (isEnabled(Action::Start)) {
    start();
  } else if (isEnabled(Action::Resume)) {
    resume();
  } else {
    pause();
  }
}

void RunController::step(record::StepUnit unit) {
  if (!isEnabled(Action::Step)) {
    return;
  }
  if (isEnabled(Action::Start)) {
    launch({.seed = seed_, .paused = true, .step = unit});
  } else if (handle_) {
    handle_->step(unit);
  }
}

void RunController::stop(record::StopMode mode) {
  if (isEnabled(Action::Stop) && handle_) {
    enter(RunState::Stopping);
    handle_->stop(mode);
  }
}

void RunController::rewind() {
  if (isEnabled(Action::Rewind)) {
    relaunch(
        {.seed = series_.id.empty() ? seed_ : series_.seed, .paused = state_ == RunState::Paused});
  }
}

void RunController::newSeed() {
  if (isEnabled(Action::NewSeed)) {
    setSeed(seed_ + 1);
    relaunch({.seed = seed_, .paused = state_ == RunState::Paused});
  }
}

void RunController::setSpeed(double steps_per_second) {
  next_speed_.reset();
  speed_ = std::max(0.0, steps_per_second);
  Q_EMIT speedChanged(speed_);
  samples_.clear();
  if (handle_ && isActive(state_)) {
    handle_->setSpeed(speed_);
  }
}

void RunController::setSpeedOfNextRun(double steps_per_second) {
  if (isActive(state_)) {
    next_speed_ = std::max(0.0, steps_per_second);
  } else {
    setSpeed(steps_per_second);
  }
}

void RunController::setLive(record::LiveParameter parameter, double value) {
  config::ExperimentConfig changed = config_;
  record::setValueIn(changed, parameter, value);
  editConfig(changed);
}

void RunController::decide(record::DivergenceDecision decision) {
  if (isEnabled(Action::Decide) && handle_) {
    handle_->decide(decision);
  }
}

double RunController::seconds() const {
  if (series_.summary) {
    return series_.summary->seconds;
  }
  return handle_ ? handle_->seconds() : shown_seconds_;
}

RunController::Progress RunController::progress() const {
  Progress progress;
  const StageSeries& student = series_.stage(stage::kStudent);
  const bool in_student =
      student.state == StageSeries::State::Running || student.state == StageSeries::State::Finished;
  progress.stage = in_student ? stage::kStudent : series_.current_stage.value_or(stage::kWeak);
  const StageSeries& stage = series_.stage(progress.stage);
  progress.done = stage.done;
  progress.total = stage.total;
  progress.unit = QString::fromStdString(stage.unit);
  if (samples_.size() >= 2 && sampled_stage_ == progress.stage) {
    const qint64 ms = samples_.back().ms - samples_.front().ms;
    const auto count = static_cast<double>(samples_.back().done - samples_.front().done);
    if (ms > 0 && count > 0) {
      progress.per_second = 1000.0 * count / static_cast<double>(ms);
      if (progress.total > progress.done) {
        progress.seconds_left =
            static_cast<double>(progress.total - progress.done) / progress.per_second;
      }
    }
  }
  return progress;
}

Result<std::shared_ptr<engine::RunHandle>> RunController::startOf(
    const config::ExperimentConfig& config, const Launch& launch) {
  return runner_->start({.config = config,
                         .seed = launch.seed,
                         .replay = launch.replay,
                         .resume_id = {},
                         .start_paused = launch.paused,
                         .steps_per_second = speed_},
                        *sink_);
}

void RunController::launch(const Launch& launch) {
  setSeed(launch.seed);
  auto started = startOf(config_, launch);
  if (!started) {
    enter(RunState::Failed);
    Q_EMIT logged(LogLevel::Failure, QString::fromStdString(said(started.error())));
    Q_EMIT failed(started.error());
    return;
  }
  begin(std::move(*started), launch);
}

void RunController::begin(std::shared_ptr<engine::RunHandle> handle, const Launch& launch) {
  handle_ = std::move(handle);
  waiting_changes_.clear();
  live_timer_.stop();
  run_config_ = config_;
  present_run_config_ = config_;
  series_ = RunSeries(handle_->id());
  series_.name = config_.name;
  series_.seed = launch.seed;
  series_.steps_per_epoch = stepsPerEpochOf(run_config_);
  live_change_line_.clear();
  student_started_ = false;
  samples_.clear();
  clock_.start();
  Q_EMIT runBegan();
  enter(launch.paused ? RunState::Paused : RunState::Preparing);
  if (launch.step) {
    handle_->step(*launch.step);
  }
}

void RunController::relaunch(const Launch& launch_request) {
  if (!isActive(state_)) {
    launch(launch_request);
    return;
  }
  next_launch_ = launch_request;
  stop(record::StopMode::Keep);
}

void RunController::wakeUp() {
  if (!refresh_timer_.isActive()) {
    drain();
  }
}

void RunController::drain() {
  const std::vector<QueuedEvent> events = sink_->queue.takeAll();
  if (events.empty()) {
    return;  // idle until the queue wakes us
  }
  refresh_timer_.start();
  bool changed = false;
  for (const QueuedEvent& queued : events) {
    // A run that this controller gave up (its start was superseded) may still speak.
    if (handle_ && queued.run_id == handle_->id()) {
      apply(queued.event);
      changed = true;
    }
  }
  if (changed) {
    measureRate();
    Q_EMIT refreshed();
  }
  if (next_launch_ && !isActive(state_)) {
    launch(*std::exchange(next_launch_, std::nullopt));
  }
}

void RunController::apply(const record::Event& event) {
  const std::size_t known_changes = series_.interventions.size();
  series_.apply(event);
  const auto* stage_started = std::get_if<record::StageStarted>(&event);
  student_started_ =
      student_started_ || (stage_started != nullptr && stage_started->stage == stage::kStudent);
  const RunState next = nextState(state_, event, student_started_);
  // Each training stage reports its pause; the run pauses once.
  const bool pause_again = next == state_ && (std::holds_alternative<record::RunPaused>(event) ||
                                              std::holds_alternative<record::RunContinued>(event));
  const auto* intervened = std::get_if<record::Intervened>(&event);
  if (std::holds_alternative<record::Rewound>(event)) {
    live_change_line_.clear();  // what it told may be void
  }
  if (intervened != nullptr) {
    // A resumed run makes the changes after its checkpoint again: they are told and known.
    if (series_.interventions.size() > known_changes) {
      logLiveChange();
      follow(intervened->intervention);
    }
  } else if (const auto line = logLineOf(event); line && !pause_again) {
    Q_EMIT logged(line->level, QString::fromStdString(line->text));
  }
  const bool over = record::isTerminal(event);
  enter(next);
  if (const auto* divergence = std::get_if<record::Diverged>(&event)) {
    Q_EMIT diverged(*divergence);
  }
  if (over) {
    prepareSoon();
    Q_EMIT runEnded();
    if (series_.failure) {
      Q_EMIT failed(series_.failure->error);
    }
  }
}

// One line for a slider that is being drawn.
void RunController::logLiveChange() {
  const LiveChanges& told = liveChangesOf(series_);
  if (told.changes.empty()) {
    return;
  }
  const QString line = QString::fromStdString(told.texts.back()) + QLatin1Char('.');
  const QString before = std::exchange(live_change_line_, line);
  if (told.changes.back().interventions > 1 && !before.isEmpty()) {
    Q_EMIT logAmended(before, line);
  } else {
    Q_EMIT logged(LogLevel::Info, line);
  }
}

// What was sent from here is known already; while more of it is under way, it has the last word.
void RunController::follow(const record::Intervention& change) {
  if (waiting_changes_.contains(change.parameter) || live_timer_.isActive() ||
      record::valueIn(present_run_config_, change.parameter) == change.new_value) {
    return;
  }
  record::setValueIn(present_run_config_, change.parameter, change.new_value);
  Q_EMIT runChanged(change.parameter, change.new_value);
}

void RunController::enter(RunState state) {
  if (state == state_) {
    return;
  }
  state_ = state;
  if (state != RunState::Running) {
    samples_.clear();  // a pause is no slow training
  }
  if (!isActive(state) && next_speed_) {
    setSpeed(*next_speed_);
  }
  Q_EMIT stateChanged(state);
}

void RunController::sendLiveChanges() {
  if (waiting_changes_.empty()) {
    return;
  }
  for (const auto& [parameter, value] : std::exchange(waiting_changes_, {})) {
    if (handle_ && isActive(state_)) {
      handle_->set(parameter, value);
    }
  }
  live_timer_.start();
}

void RunController::measureRate() {
  const Progress now = progress();
  if (sampled_stage_ != now.stage || (!samples_.empty() && samples_.back().done > now.done)) {
    samples_.clear();
    sampled_stage_ = now.stage;
  }
  samples_.push_back({clock_.elapsed(), now.done});
  while (samples_.size() > 2 && samples_.back().ms - samples_.front().ms > kRateWindowMs) {
    samples_.pop_front();
  }
}

}  // namespace w2s::ui
