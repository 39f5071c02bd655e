#include "ui/bridge/run_player.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "ui/bridge/experiment_session.h"

namespace w2s::ui {
namespace {

// As often as a live run is drawn.
constexpr int kTickMs = 100;

const StageSeries& studentOf(const ExperimentSession& session) {
  return session.focus().wholeSeries().stage(record::stage::kStudent);
}

}  // namespace

RunPlayer::RunPlayer(ExperimentSession& session, QObject* parent)
    : QObject(parent), session_(session) {
  timer_.setInterval(kTickMs);
  connect(&timer_, &QTimer::timeout, this,
          [this] { advance(1e-9 * static_cast<double>(clock_.nsecsElapsed())); });
  connect(&session_, &ExperimentSession::focusChanged, this, &RunPlayer::takeRun);
  takeRun();
}

void RunPlayer::takeRun() {
  timer_.stop();
  course_.reset();
  if (canPlay()) {
    course_.emplace(session_.focus().wholeSeries(), studentOf(session_), CourseUnit::Seconds);
    if (!course_->knowsPace() || course_->at(static_cast<double>(steps())) <= 0.0) {
      course_.reset();
    }
  }
  seconds_ = secondsAt(position());
  Q_EMIT changed();
}

std::int64_t RunPlayer::steps() const {
  return session_.focus().recordedSteps();
}

std::int64_t RunPlayer::position() const {
  return session_.focus().shownStep();
}

double RunPlayer::seconds() const {
  return secondsAt(position());
}

double RunPlayer::secondsAt(std::int64_t step) const {
  const auto steps_done = static_cast<double>(step);
  return course_ ? course_->at(steps_done)
                 : kSecondsWithoutPace * steps_done /
                       static_cast<double>(std::max<std::int64_t>(1, steps()));
}

double RunPlayer::stepAt(double seconds) const {
  return course_ ? course_->stepAt(seconds)
                 : seconds / kSecondsWithoutPace * static_cast<double>(steps());
}

void RunPlayer::advance(double seconds) {
  if (!isPlaying()) {
    return;
  }
  clock_.restart();
  seconds_ += speed_ * seconds;
  const auto last = static_cast<double>(steps());
  // Half a step in a thousand: what rounding takes from the time of a whole step.
  const double reached = std::clamp(std::floor(stepAt(seconds_) + 5e-4), 0.0, last);
  const auto step = std::max(position(), static_cast<std::int64_t>(reached));
  if (step >= steps()) {
    timer_.stop();
  }
  show(step);
}

void RunPlayer::show(std::int64_t step) {
  session_.showUpTo(step);
  Q_EMIT changed();
}

void RunPlayer::play() {
  if (!canPlay() || isPlaying()) {
    return;
  }
  if (position() >= steps()) {
    session_.showUpTo(0);
  }
  seconds_ = secondsAt(position());
  clock_.start();
  timer_.start();
  Q_EMIT changed();
}

void RunPlayer::pause() {
  if (isPlaying()) {
    timer_.stop();
    Q_EMIT changed();
  }
}

void RunPlayer::toggle() {
  if (isPlaying()) {
    pause();
  } else {
    play();
  }
}

void RunPlayer::moveTo(std::int64_t step) {
  if (!canPlay()) {
    return;
  }
  step = std::clamp<std::int64_t>(step, 0, steps());
  seconds_ = secondsAt(step);
  if (step >= steps()) {
    timer_.stop();
  }
  show(step);
}

void RunPlayer::step(record::StepUnit unit) {
  timer_.stop();
  std::int64_t to = position() + 1;
  if (unit == record::StepUnit::Epoch) {
    const auto epoch = std::llround(session_.focus().wholeSeries().steps_per_epoch);
    to = position() + std::max<std::int64_t>(1, epoch);
  } else if (unit == record::StepUnit::Evaluation) {
    const auto& evaluations = studentOf(session_).evaluations;
    const auto next = std::ranges::find_if(
        evaluations, [this](const auto& evaluation) { return evaluation.step > position(); });
    to = next == evaluations.end() ? steps() : next->step;
  }
  moveTo(to);
}

void RunPlayer::stepBack() {
  timer_.stop();
  const auto& evaluations = studentOf(session_).evaluations;
  const auto before =
      std::find_if(evaluations.rbegin(), evaluations.rend(),
                   [this](const auto& evaluation) { return evaluation.step < position(); });
  moveTo(before == evaluations.rend() ? 0 : before->step);
}

void RunPlayer::setSpeed(double speed) {
  const auto nearest = std::ranges::min_element(
      kSpeeds, {}, [speed](double offered) { return std::abs(std::log2(offered / speed)); });
  speed_ = speed > 0.0 ? *nearest : kSpeeds.front();
  Q_EMIT changed();
}

void RunPlayer::slower() {
  setSpeed(speed_ / 2.0);
}

void RunPlayer::faster() {
  setSpeed(speed_ * 2.0);
}

}  // namespace w2s::ui
