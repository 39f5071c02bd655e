// How ExperimentSession is set and steered: settings, seeds, speed, live changes, pause and stop.
#include <algorithm>
#include <iterator>
#include <utility>

#include "ui/bridge/experiment_session.h"

namespace w2s::ui {

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

}  // namespace w2s::ui
