// One run as the window sees it, live or recorded: its series, its state and its controls. It knows
// nothing of the settings of the next run (experiment_session.h).
//
// A live run is steered through its handle and followed through its events, which the owner takes
// from the queue and passes on. No method waits: stopping is a request, its answer an event. Until
// the engine has prepared the run, its state is Preparing and its series is empty.
#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include "core/engine/runner.h"
#include "ui/bridge/event_text.h"
#include "ui/bridge/run_recording.h"
#include "ui/bridge/run_series.h"
#include "ui/bridge/run_state.h"

namespace w2s::ui {

struct LoadedRun;

class RunSession : public QObject {
  Q_OBJECT

 public:
  // Where the student (or the stage before it) is, and how fast.
  struct Progress {
    record::StageId stage = record::stage::kStudent;
    std::int64_t done = 0;
    std::int64_t total = 0;  // 0 = unknown
    QString unit;
    int seeds = 1;               // whose steps these are together
    double per_second = 0.0;     // 0 = not known yet
    double seconds_left = -1.0;  // < 0 = not known
  };
  // Of a recorded run.
  enum class Use {
    Show,      // it is over
    Continue,  // the engine trains on from its last checkpoint
  };

  // No run: Idle.
  RunSession();
  // A new run, not started yet: `attach` or `refuse` says how that went.
  RunSession(const config::ExperimentConfig& config, std::int64_t seed, bool paused);
  RunSession(const LoadedRun& run, Use use);

  [[nodiscard]] RunState state() const {
    return state_;
  }
  [[nodiscard]] bool isActive() const {
    return ui::isActive(state_);
  }
  [[nodiscard]] const RunSeries& series() const {
    return series_;
  }
  // Settings with which the run started.
  [[nodiscard]] const config::ExperimentConfig& config() const {
    return config_;
  }
  // Those with the live changes that were sent to it since, and with those it made itself.
  [[nodiscard]] const config::ExperimentConfig& presentConfig() const {
    return present_config_;
  }
  // Whether the engine has begun to work on it; false for a recorded run.
  [[nodiscard]] bool isPrepared() const {
    return prepared_;
  }
  [[nodiscard]] Progress progress() const;
  // Of working on the run (core/record/work_clock.h).
  [[nodiscard]] double seconds() const;

  // A recorded run that is over can be shown as it stood at any step of its student: series() is then
  // what it was at that step. Its steps; 0: it is none, or has no step to show.
  [[nodiscard]] std::int64_t recordedSteps() const;
  [[nodiscard]] std::int64_t shownStep() const {
    return shown_step_.value_or(recordedSteps());
  }
  [[nodiscard]] bool isShownInPart() const {
    return shown_step_.has_value();
  }
  // series() of the run at its end, whatever is shown of it.
  [[nodiscard]] const RunSeries& wholeSeries() const {
    return recording_ ? recording_->whole() : series_;
  }

  // The recorded run that this one repeats, whole or up to where it branches off; empty: none.
  [[nodiscard]] const std::string& repeats() const {
    return repeats_;
  }

  // What follows is for the owner.
  void setRepeats(std::string run_id) {
    repeats_ = std::move(run_id);
  }
  // With `common` live changes go to all runs of its experiment.
  void attach(std::shared_ptr<engine::RunHandle> handle,
              std::shared_ptr<record::CommonChanges> common = {});
  // The engine did not start it.
  void refuse(const Error& error);
  void apply(const std::string& run_id, const record::Event& event);
  // A step outside the recorded ones counts as the nearest of them.
  void showUpTo(std::int64_t step);
  // The events of one refresh interval were applied.
  void finishRefresh();
  // Live changes of one edit; of each parameter at most one value an interval is sent.
  void setLive(const std::map<record::LiveParameter, double>& values);
  void setLiveInterval(std::chrono::milliseconds interval);

 public Q_SLOTS:
  void pause();
  void resume();
  // One batch, evaluation or epoch further, then paused.
  void step(w2s::record::StepUnit unit);
  void stop(w2s::record::StopMode mode);
  // 0 = as fast as possible. Never changes a number.
  void setSpeed(double steps_per_second);
  void decide(w2s::record::DivergenceDecision decision);

 Q_SIGNALS:
  void stateChanged(w2s::ui::RunState state);
  // The engine has named the run and begins to work on it.
  void prepared();
  // Series or progress changed; at most once a refresh interval.
  void refreshed();
  // The run is over; series() and state() say how.
  void ended();
  void logged(w2s::ui::LogLevel level, const QString& text);
  // The line `before` says more now: a live change that goes on.
  void logAmended(const QString& before, const QString& text);
  // The run has another value than was sent to it: the engine halved a learning rate, or a replay
  // repeats a change. presentConfig() has it; the next run's settings have not.
  void changed(w2s::record::LiveParameter parameter, double value);
  // The run could not start, or failed on its way.
  void failed(const w2s::Error& error);
  void diverged(const w2s::record::Diverged& divergence);

 private:
  void enter(RunState state);
  [[nodiscard]] bool can(Action action) const {
    return handle_ && ui::isEnabled(action, state_);
  }
  void logEvent(const record::Event& event, bool state_changes);
  void logLiveChange();
  void noteChange(const record::Intervention& change);
  void sendLiveChanges();
  void measureRate();

  std::shared_ptr<engine::RunHandle> handle_;  // none: recorded, or not started
  std::shared_ptr<record::CommonChanges> common_;
  RunState state_ = RunState::Idle;
  RunSeries series_;
  bool student_started_ = false;
  bool prepared_ = false;
  config::ExperimentConfig config_;
  config::ExperimentConfig present_config_;
  double recorded_seconds_ = 0.0;
  std::string repeats_;
  std::shared_ptr<const RunRecording::Events> recorded_events_;  // none: nothing to play
  std::optional<RunRecording> recording_;                        // once a part was asked for
  std::optional<std::int64_t> shown_step_;                       // none: all of it

  QTimer live_timer_;
  std::map<record::LiveParameter, double> waiting_changes_;
  QString live_change_line_;  // the latest one in the log

  struct Sample {
    qint64 ms = 0;
    std::int64_t done = 0;
  };
  QElapsedTimer clock_;
  std::deque<Sample> samples_;  // of the stage in progress, the last two seconds
  std::optional<record::StageId> sampled_stage_;
};

}  // namespace w2s::ui
