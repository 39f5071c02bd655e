// The one object of the window that talks to the engine. Everything else asks it and listens to it.
//
// It owns the runner, keeps the settings of the next run, starts and steers the present run, and
// turns the engine's events into series and a state. Events arrive on worker threads in a bounded
// queue; the window's thread takes them at most once a refresh interval (100 ms) and at least once
// after each change; with nothing to do no timer runs. No method waits for a worker: stopping is a
// request, and its answer an event.
#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <optional>

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include "core/engine/runner.h"
#include "ui/bridge/event_queue.h"
#include "ui/bridge/event_text.h"
#include "ui/bridge/run_series.h"
#include "ui/bridge/run_state.h"
#include "ui/bridge/setting_problems.h"

namespace w2s::ui {

struct LoadedRun;

class RunController : public QObject {
  Q_OBJECT

 public:
  struct Options {
    std::chrono::milliseconds refresh_interval{100};
    // How long settings stay as they are before the engine prepares for them.
    std::chrono::milliseconds settle_time{500};
  };

  // Where the student (or the stage before it) is, and how fast.
  struct Progress {
    record::StageId stage = record::stage::kStudent;
    std::int64_t done = 0;
    std::int64_t total = 0;  // 0 = unknown
    QString unit;
    double per_second = 0.0;     // 0 = not known yet
    double seconds_left = -1.0;  // < 0 = not known
  };

  explicit RunController(std::unique_ptr<engine::Runner> runner, QObject* parent = nullptr);
  RunController(std::unique_ptr<engine::Runner> runner, Options options, QObject* parent = nullptr);
  // Destroys the runner, which ends its runs. Events that still come in are dropped.
  ~RunController() override;

  [[nodiscard]] RunState state() const {
    return state_;
  }
  [[nodiscard]] bool isEnabled(Action action) const {
    return ui::isEnabled(action, state_) && (isFree() || !beginsRun(action, state_));
  }
  // What is wrong with the settings of the next run, with changes that mend it. While there is
  // anything, nothing that begins a run is enabled.
  [[nodiscard]] const std::vector<SettingProblem>& problems() const {
    return problems_;
  }
  // The same as a line for people; empty when a run can start.
  [[nodiscard]] QString blockReason() const;
  // What somebody typed and no setting took: until it is mended or taken back no run begins, since
  // it would begin with other values than those in sight.
  void setRefusals(const std::vector<SettingProblem>& refusals);
  // Of the present run, or of the last one; empty before the first.
  [[nodiscard]] const RunSeries& series() const {
    return series_;
  }
  [[nodiscard]] Progress progress() const;
  // Settings of the next run; a run in progress has its own copy, of which only live parameters
  // change.
  [[nodiscard]] const config::ExperimentConfig& config() const {
    return config_;
  }
  // Settings with which the present run started.
  [[nodiscard]] const config::ExperimentConfig& runConfig() const {
    return run_config_;
  }
  // Those with the live changes that were sent to it since, and with those it made itself.
  [[nodiscard]] const config::ExperimentConfig& presentRunConfig() const {
    return present_run_config_;
  }
  [[nodiscard]] std::int64_t seed() const {
    return seed_;
  }
  // Of the run in progress; without one, of the next.
  [[nodiscard]] double speed() const {
    return speed_;
  }
  [[nodiscard]] double speedOfNextRun() const {
    return next_speed_.value_or(speed_);
  }
  // Of working on the present run (core/record/work_clock.h).
  [[nodiscard]] double seconds() const;

  // Recorded runs; none of these while a run is in progress (run_controller_recorded.cpp).
  // A run that is over becomes the present one, as if it had just ended here; its configuration and
  // seed become those of the next run.
  void show(const LoadedRun& run);
  // Goes on with an interrupted, stopped or failed run: what it has recorded is there at once, what
  // it does from its last checkpoint on comes behind. On a refusal nothing changes.
  [[nodiscard]] Status resumeRun(const LoadedRun& run);
  // A new run that begins as a copy of a finished or stopped one and trains on to `steps`.
  [[nodiscard]] Status extendRun(const LoadedRun& run, std::int64_t steps);
  // A new run with the same configuration, seed and live changes. On a refusal nothing changes.
  [[nodiscard]] Status replayRun(const LoadedRun& run);

 public Q_SLOTS:
  // Other settings, for the next run.
  void setConfig(const w2s::config::ExperimentConfig& config);
  // An edit of the settings: what differs in a live parameter also changes the run in progress (at
  // most one change of a parameter a refresh interval), the rest waits for the next run.
  void editConfig(const w2s::config::ExperimentConfig& config);
  void setSeed(qint64 seed);
  void start();
  void pause();
  void resume();
  // Start, pause or resume: whichever the state offers.
  void toggle();
  // One batch, evaluation or epoch further, then paused. Starts a paused run when there is none.
  void step(w2s::record::StepUnit unit);
  void stop(w2s::record::StopMode mode);
  // From the beginning with the same seed and the present settings; a run in progress is stopped
  // and kept first.
  void rewind();
  void newSeed();
  // 0 = as fast as possible. Never changes a number. At once, and for the next run.
  void setSpeed(double steps_per_second);
  // A run in progress keeps its pace; speed() is this one when it is over.
  void setSpeedOfNextRun(double steps_per_second);
  // editConfig() of one parameter.
  void setLive(w2s::record::LiveParameter parameter, double value);
  void decide(w2s::record::DivergenceDecision decision);

 Q_SIGNALS:
  void stateChanged(w2s::ui::RunState state);
  // Series or progress changed; at most once a refresh interval.
  void refreshed();
  // A run with a new, empty series began.
  void runBegan();
  // The run is over; series() and state() say how.
  void runEnded();
  void configChanged();
  // blockReason() has another answer.
  void blockReasonChanged();
  void seedChanged(qint64 seed);
  void speedChanged(double steps_per_second);
  void logged(w2s::ui::LogLevel level, const QString& text);
  // The line `before` says more now: a live change that goes on.
  void logAmended(const QString& before, const QString& text);
  // The run in progress has another value than was sent to it: the engine halved a learning rate,
  // or a replay repeats a change. presentRunConfig() has it; the next run's settings have not.
  void runChanged(w2s::record::LiveParameter parameter, double value);
  // A run could not start, or failed on its way.
  void failed(const w2s::Error& error);
  void diverged(const w2s::record::Diverged& divergence);

 private:
  // Receives on worker threads; outlives every run, because it is destroyed after the runner.
  class Sink final : public record::EventSink {
   public:
    void onEvent(const std::string& run_id, const record::Event& event) override {
      queue.push(run_id, event);
    }
    EventQueue queue;
  };

  struct Launch {
    std::int64_t seed = 0;
    bool paused = false;
    std::optional<record::StepUnit> step = {};
    std::vector<record::Intervention> replay = {};
  };

  [[nodiscard]] Result<std::shared_ptr<engine::RunHandle>> startOf(
      const config::ExperimentConfig& config, const Launch& launch);
  void launch(const Launch& launch);
  // With config_ and seed_, which it was started with.
  void begin(std::shared_ptr<engine::RunHandle> handle, const Launch& launch);
  // Now, or after the present run has stopped.
  void relaunch(const Launch& launch);
  void takeUp(const LoadedRun& run);
  Status goOn(const LoadedRun& run, std::int64_t extend_to_steps);
  void wakeUp();
  void drain();
  void apply(const record::Event& event);
  void logLiveChange();
  void follow(const record::Intervention& change);
  void enter(RunState state);
  void sendLiveChanges();
  void checkSettings();
  [[nodiscard]] bool isFree() const {
    return problems_.empty() && refusals_.empty();
  }
  // Settings or seed are others: once they have settled, the engine may make what they need.
  void prepareSoon();
  void measureRate();

  Options options_;
  std::unique_ptr<Sink> sink_;
  std::unique_ptr<engine::Runner> runner_;  // after sink_: destroyed first
  std::shared_ptr<engine::RunHandle> handle_;

  RunState state_ = RunState::Idle;
  RunSeries series_;
  bool student_started_ = false;
  config::ExperimentConfig config_;
  config::ExperimentConfig run_config_;
  config::ExperimentConfig present_run_config_;
  std::vector<SettingProblem> problems_;
  std::vector<SettingProblem> refusals_;
  std::int64_t seed_ = 0;
  double speed_ = 0.0;
  std::optional<double> next_speed_;  // waits for the end of the run in progress
  std::optional<Launch> next_launch_;

  QTimer refresh_timer_;
  QTimer live_timer_;
  QTimer prepare_timer_;
  std::map<record::LiveParameter, double> waiting_changes_;
  QString live_change_line_;  // the latest of this run in the log

  struct Sample {
    qint64 ms = 0;
    std::int64_t done = 0;
  };
  QElapsedTimer clock_;
  std::deque<Sample> samples_;  // of the stage in progress, the last two seconds
  std::optional<record::StageId> sampled_stage_;
  double shown_seconds_ = 0.0;  // of a recorded run that is shown
};

}  // namespace w2s::ui
