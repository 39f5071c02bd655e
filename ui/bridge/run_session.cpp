#include "ui/bridge/run_session.h"

#include <algorithm>
#include <utility>

#include "ui/bridge/live_changes.h"
#include "ui/bridge/loaded_run.h"
#include "ui/bridge/words.h"

namespace w2s::ui {
namespace {

namespace stage = record::stage;

constexpr qint64 kRateWindowMs = 2000;

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

RunSession::RunSession() {
  live_timer_.setSingleShot(true);
  setLiveInterval(std::chrono::milliseconds(100));
  connect(&live_timer_, &QTimer::timeout, this, &RunSession::sendLiveChanges);
  clock_.start();
}

RunSession::RunSession(const config::ExperimentConfig& config, std::int64_t seed, bool paused)
    : RunSession() {
  config_ = present_config_ = config;
  series_ = RunSeries(std::string());
  series_.name = config.name;
  series_.seed = seed;
  series_.steps_per_epoch = stepsPerEpochOf(config);
  series_.chance = chanceOf(config);
  state_ = paused ? RunState::Paused : RunState::Preparing;
}

RunSession::RunSession(const LoadedRun& run, Use use) : RunSession() {
  config_ = run.config;
  present_config_ = configAtEnd(run);
  series_ = run.series;
  recorded_seconds_ = run.seconds;
  if (use == Use::Show) {
    recorded_events_ = run.events;
    state_ = stateOf(run.state);
    return;
  }
  series_.expectRepeats();
  series_.summary.reset();
  series_.failure.reset();
  series_.divergence.reset();
  series_.stopped = false;
  state_ = RunState::Preparing;
}

void RunSession::attach(std::shared_ptr<engine::RunHandle> handle,
                        std::shared_ptr<record::CommonChanges> common) {
  handle_ = std::move(handle);
  common_ = std::move(common);
  if (!handle_->id().empty()) {
    series_.id = handle_->id();
  }
}

void RunSession::refuse(const Error& error) {
  enter(RunState::Failed);
  Q_EMIT logged(LogLevel::Failure, QString::fromStdString(said(error)));
  Q_EMIT failed(error);
}

RunSession::Progress RunSession::progress() const {
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

double RunSession::seconds() const {
  if (series_.summary) {
    return series_.summary->seconds;
  }
  return handle_ ? handle_->seconds() : recorded_seconds_;
}

std::int64_t RunSession::recordedSteps() const {
  return recorded_events_ ? RunRecording::stepsOf(wholeSeries()) : 0;
}

void RunSession::showUpTo(std::int64_t step) {
  const std::int64_t steps = recordedSteps();
  step = std::clamp<std::int64_t>(step, 0, steps);
  if (steps == 0 || step == shownStep()) {
    return;
  }
  if (!recording_) {
    recording_.emplace(recorded_events_, std::move(series_));
  }
  if (step == steps) {
    series_ = recording_->whole();
  } else if (shown_step_ && *shown_step_ < step) {
    recording_->continueFrom(series_, *shown_step_, step);
  } else {
    series_ = recording_->at(step);
  }
  shown_step_ = step == steps ? std::nullopt : std::optional(step);
}

void RunSession::pause() {
  if (can(Action::Pause)) {
    handle_->pause();
  }
}

void RunSession::resume() {
  if (can(Action::Resume)) {
    handle_->resume();
  }
}

void RunSession::step(record::StepUnit unit) {
  if (can(Action::Step) && isActive()) {
    handle_->step(unit);
  }
}

void RunSession::stop(record::StopMode mode) {
  if (can(Action::Stop)) {
    enter(RunState::Stopping);
    handle_->stop(mode);
  }
}

void RunSession::setSpeed(double steps_per_second) {
  samples_.clear();
  if (handle_ && isActive()) {
    handle_->setSpeed(steps_per_second);
  }
}

void RunSession::decide(record::DivergenceDecision decision) {
  if (can(Action::Decide)) {
    handle_->decide(decision);
  }
}

void RunSession::setLiveInterval(std::chrono::milliseconds interval) {
  live_timer_.setInterval(interval);
}

void RunSession::setLive(const std::map<record::LiveParameter, double>& values) {
  if (!handle_ || !isActive()) {
    return;
  }
  for (const auto& [parameter, value] : values) {
    waiting_changes_[parameter] = value;
    record::setValueIn(present_config_, parameter, value);
  }
  if (!live_timer_.isActive()) {
    sendLiveChanges();
  }
}

void RunSession::sendLiveChanges() {
  if (waiting_changes_.empty()) {
    return;
  }
  for (const auto& [parameter, value] : std::exchange(waiting_changes_, {})) {
    if (!handle_ || !isActive()) {
      continue;
    }
    if (common_ == nullptr) {
      handle_->set(parameter, value);
    } else if (!common_->set(parameter, value)) {
      Q_EMIT logged(LogLevel::Warning,
                    tr("The change is for the next run: a student of this experiment comes from "
                       "the cache, and its seeds would be different experiments."));
    }
  }
  live_timer_.start();
}

void RunSession::apply(const std::string& run_id, const record::Event& event) {
  if (!prepared_ && !std::holds_alternative<record::RunFailed>(event)) {
    prepared_ = true;
    series_.id = run_id;
    Q_EMIT prepared();
  }
  const std::size_t known_changes = series_.interventions.size();
  series_.apply(event);
  const auto* stage_started = std::get_if<record::StageStarted>(&event);
  student_started_ =
      student_started_ || (stage_started != nullptr && stage_started->stage == stage::kStudent);
  const RunState next = nextState(state_, event, student_started_);
  if (std::holds_alternative<record::Rewound>(event)) {
    live_change_line_.clear();  // the changes that it names may be void
  }
  if (const auto* intervened = std::get_if<record::Intervened>(&event)) {
    // A resumed run makes the changes after its checkpoint again: they are logged and known.
    if (series_.interventions.size() > known_changes) {
      logLiveChange();
      noteChange(intervened->intervention);
    }
  } else {
    logEvent(event, next != state_);
  }
  enter(next);
  if (const auto* divergence = std::get_if<record::Diverged>(&event)) {
    Q_EMIT diverged(*divergence);
  }
  if (record::isTerminal(event)) {
    Q_EMIT ended();
    if (series_.failure) {
      Q_EMIT failed(series_.failure->error);
    }
  }
}

void RunSession::finishRefresh() {
  measureRate();
  Q_EMIT refreshed();
}

void RunSession::logEvent(const record::Event& event, bool state_changes) {
  // Each training stage reports its pause; the run pauses once.
  const bool pause_again = !state_changes && (std::holds_alternative<record::RunPaused>(event) ||
                                              std::holds_alternative<record::RunContinued>(event));
  if (const auto line = logLineOf(event); line && !pause_again) {
    Q_EMIT logged(line->level, QString::fromStdString(line->text));
  }
}

// One line for a slider that is being drawn.
void RunSession::logLiveChange() {
  const LiveChanges& live = liveChangesOf(series_);
  if (live.changes.empty()) {
    return;
  }
  const QString line = QString::fromStdString(live.texts.back()) + QLatin1Char('.');
  const QString before = std::exchange(live_change_line_, line);
  if (live.changes.back().interventions > 1 && !before.isEmpty()) {
    Q_EMIT logAmended(before, line);
  } else {
    Q_EMIT logged(LogLevel::Info, line);
  }
}

// What was sent from here is known already; while more of it is under way, it has the last word.
void RunSession::noteChange(const record::Intervention& change) {
  if (waiting_changes_.contains(change.parameter) || live_timer_.isActive() ||
      record::valueIn(present_config_, change.parameter) == change.new_value) {
    return;
  }
  record::setValueIn(present_config_, change.parameter, change.new_value);
  Q_EMIT changed(change.parameter, change.new_value);
}

void RunSession::enter(RunState state) {
  if (state == state_) {
    return;
  }
  state_ = state;
  if (state != RunState::Running) {
    samples_.clear();  // a pause is no slow training
  }
  Q_EMIT stateChanged(state);
}

void RunSession::measureRate() {
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
