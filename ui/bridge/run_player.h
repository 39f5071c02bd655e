// Plays the recorded run in focus on the page where it was watched: its series as they stood at one
// step after the other (RunSession::showUpTo), at the pace at which its student trained, or slower or
// faster. All seeds of an experiment that is shown play together. Nothing trains, no file is read, no
// number changes.
//
// The pace is the one recorded: seconds of the student's training, without its pauses. Where none is
// known, the whole takes kSecondsWithoutPace. While nothing plays, no timer runs.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "core/record/run_control.h"
#include "ui/bridge/stage_course.h"

namespace w2s::ui {

class ExperimentSession;

class RunPlayer : public QObject {
  Q_OBJECT

 public:
  static constexpr std::array kSpeeds{0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0};
  static constexpr double kSecondsWithoutPace = 10.0;

  explicit RunPlayer(ExperimentSession& session, QObject* parent = nullptr);

  // A recorded run is in focus, and its student has steps.
  [[nodiscard]] bool canPlay() const {
    return steps() > 0;
  }
  [[nodiscard]] bool isPlaying() const {
    return timer_.isActive();
  }
  // Of the student: how many there are, and up to which the run is shown.
  [[nodiscard]] std::int64_t steps() const;
  [[nodiscard]] std::int64_t position() const;
  // Of its training until there; the recorded time.
  [[nodiscard]] double seconds() const;
  // A multiple of the recorded pace, one of kSpeeds.
  [[nodiscard]] double speed() const {
    return speed_;
  }
  // As if so much time had gone by while it plays.
  void advance(double seconds);

 public Q_SLOTS:
  // From the beginning where the run is shown whole.
  void play();
  void pause();
  void toggle();
  // Playing goes on from there.
  void moveTo(std::int64_t step);
  // One batch, to the next evaluation or one epoch forwards; pauses.
  void step(w2s::record::StepUnit unit);
  // To the evaluation before, or to the beginning; pauses.
  void stepBack();
  // The nearest of kSpeeds.
  void setSpeed(double speed);
  void slower();
  void faster();

 Q_SIGNALS:
  // Another run, position or speed; playing began or ended.
  void changed();

 private:
  void takeRun();
  void show(std::int64_t step);
  [[nodiscard]] double secondsAt(std::int64_t step) const;
  [[nodiscard]] double stepAt(double seconds) const;

  ExperimentSession& session_;
  std::optional<StageCourse> course_;  // none: no pace is known
  double speed_ = 1.0;
  double seconds_ = 0.0;  // of the student's training
  QElapsedTimer clock_;
  QTimer timer_;
};

}  // namespace w2s::ui
