// The one object of the window that talks to the engine. It keeps the settings and the seeds of the
// next runs, starts runs, holds the sessions in progress and says which one is in focus: the one that
// the window shows. Runs of one start differ in their seed alone and are one experiment: they are
// steered together, and adopt a live change before the same step. Signals about a run are those of
// the run in focus; its state is that of the experiment.
//
// Events arrive on worker threads in a bounded queue; the window's thread takes them at most once a
// refresh interval (100 ms) and at least once after each change; with nothing to do no timer runs.
// No method waits for a worker.
#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include <QObject>
#include <QString>
#include <QTimer>

#include "core/engine/runner.h"
#include "ui/bridge/event_queue.h"
#include "ui/bridge/run_session.h"
#include "ui/bridge/setting_problems.h"

namespace w2s::ui {

struct LoadedRun;

class ExperimentSession : public QObject {
  Q_OBJECT

 public:
  struct Options {
    std::chrono::milliseconds refresh_interval{100};
    // How long settings stay as they are before the engine prepares for them.
    std::chrono::milliseconds settle_time{500};
  };

  explicit ExperimentSession(std::unique_ptr<engine::Runner> runner, QObject* parent = nullptr);
  ExperimentSession(std::unique_ptr<engine::Runner> runner, Options options,
                    QObject* parent = nullptr);
  // Destroys the runner, which ends its runs. Events that still come in are dropped.
  ~ExperimentSession() override;

  // The run that the window shows; Idle before the first one.
  [[nodiscard]] RunSession& focus() const {
    return *focus_;
  }
  // In order of their start: those in progress, and those of the last start that are over.
  [[nodiscard]] std::vector<RunSession*> runs() const;
  // One of runs().
  void setFocus(RunSession& run);
  // The experiment in focus: runs that differ in their seed alone, in the order of their seeds'
  // start; with the one in focus among them.
  [[nodiscard]] const std::vector<RunSession*>& experiment() const {
    return experiment_;
  }
  // Of it, the one in focus first; a chart's ChartInput::seeds.
  [[nodiscard]] std::vector<const RunSeries*> seriesOfSeeds() const;
  // Of the experiment in focus (run_state.h).
  [[nodiscard]] RunState state() const;
  // Of all its seeds together: steps of their students.
  [[nodiscard]] RunSession::Progress progress() const;
  // Whether any run is in progress.
  [[nodiscard]] bool isBusy() const;

  [[nodiscard]] bool isEnabled(Action action) const {
    const RunState now = state();
    return ui::isEnabled(action, now) && (isFree() || !beginsRun(action, now));
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
  // Settings of the next run; a run in progress has its own copy, of which only live parameters
  // change.
  [[nodiscard]] const config::ExperimentConfig& config() const {
    return config_;
  }
  // Of the next runs; at least one, each once.
  [[nodiscard]] const std::vector<std::int64_t>& seeds() const {
    return seeds_;
  }
  [[nodiscard]] std::int64_t seed() const {
    return seeds_.front();
  }
  // Of the run in progress; without one, of the next.
  [[nodiscard]] double speed() const {
    return speed_;
  }
  [[nodiscard]] double speedOfNextRun() const {
    return next_speed_.value_or(speed_);
  }

  // Whether the experiment in focus is over and can be given further seeds.
  [[nodiscard]] bool canAddSeeds() const;

  // Recorded runs; none of these while a run is in progress.
  // A run that is over comes into focus, as if it had just ended here; its configuration and seed
  // become those of the next run.
  void show(const LoadedRun& run);
  // The same for several seeds of one experiment; at least one, the first comes into focus.
  void show(std::span<const std::shared_ptr<const LoadedRun>> seeds);
  // The recorded runs in focus as they stood at that step of their students (RunSession::showUpTo).
  void showUpTo(std::int64_t step);
  // Continues an interrupted, stopped or failed run: what it has recorded is shown at once, what it
  // does from its last checkpoint on is appended. With `extend_to_steps` a new run that begins as a
  // copy of a finished or stopped one and trains on to that many steps. The answer is adopted() or
  // refused(); after a refusal everything is as before.
  void continueRun(const LoadedRun& run, std::int64_t extend_to_steps = 0);
  // A new run with the same configuration, seed and live changes. Answered alike.
  void replayRun(const LoadedRun& run);
  // A new run that branches off from a recorded one after `step` steps of its student: with the live
  // changes made until then, and with what differs in the present settings from those that the run
  // began with. Answered alike.
  void forkRun(const LoadedRun& run, std::int64_t step);

 public Q_SLOTS:
  // Other settings, for the next run.
  void setConfig(const w2s::config::ExperimentConfig& config);
  // An edit of the settings: what differs in a live parameter also changes the experiment in focus
  // (at most one change of a parameter a refresh interval), the rest waits for the next run. It
  // waits too where a seed has its student already: the seeds would be different experiments.
  void editConfig(const w2s::config::ExperimentConfig& config);
  void setSeed(qint64 seed);
  // None: as before. A seed that comes twice counts once.
  void setSeeds(const std::vector<std::int64_t>& seeds);
  // A run for each seed with the present settings, side by side; the first one comes into focus.
  void start();
  void pause();
  void resume();
  void stop(w2s::record::StopMode mode);
  // Start, pause or resume: whichever the state offers.
  void toggle();
  // One batch, evaluation or epoch further, then paused. Starts a paused run when there is none.
  void step(w2s::record::StepUnit unit);
  // From the beginning with the same seeds and the present settings; runs in progress are stopped
  // and kept first.
  void rewind();
  // As many new seeds for the experiment in focus, with its settings and its live changes; what is
  // there stays.
  void addSeeds(int count);
  // As rewind(), and the student is trained even where the cache has its curves.
  void trainAnew();
  // From the beginning with the seeds that follow.
  void newSeed();
  // 0 = as fast as possible. Never changes a number. At once, and for the next run.
  void setSpeed(double steps_per_second);
  // A run in progress keeps its pace; speed() is this one when it is over.
  void setSpeedOfNextRun(double steps_per_second);
  // editConfig() of one parameter.
  void setLive(w2s::record::LiveParameter parameter, double value);

 Q_SIGNALS:
  // focus() is another run.
  void focusChanged();
  // A run began and is in focus; the engine prepares it.
  void runBegan();
  // The engine has named it and begins to work on it.
  void runPrepared();
  // As in RunSession.
  void stateChanged(w2s::ui::RunState state);
  void refreshed();
  void runEnded();
  void runChanged(w2s::record::LiveParameter parameter, double value);
  void logged(w2s::ui::LogLevel level, const QString& text);
  void logAmended(const QString& before, const QString& text);
  void failed(const w2s::Error& error);
  void diverged(const w2s::record::Diverged& divergence);

  void configChanged();
  // blockReason() has another answer.
  void blockReasonChanged();
  void seedsChanged();
  void speedChanged(double steps_per_second);

  // Around the change of settings and seed that a recorded run in focus brings along.
  void adopting();
  void adopted();
  // The engine did not take the recorded run.
  void refused(const w2s::Error& error);

 private:
  // Receives on worker threads. All live as long as the session, which destroys the runner first.
  struct Sink final : public record::EventSink {
    Sink(EventQueue& queue_of_all, RunKey key_of_run) : queue(queue_of_all), key(key_of_run) {}
    void onEvent(const std::string& run_id, const record::Event& event) override {
      queue.push(key, run_id, event);
    }
    EventQueue& queue;
    const RunKey key;
  };

  struct Launch {
    std::vector<std::int64_t> seeds;
    bool paused = false;
    bool fresh = false;
    std::optional<record::StepUnit> step = {};
    std::map<std::int64_t, std::string> repeats = {};  // by seed: the run that it is to be equal to
  };

  // What a recorded run in focus brings along as soon as the engine has taken it.
  struct Adoption {
    config::ExperimentConfig config;
    std::int64_t seed = 0;
  };

  // The session of one run. `sink` is none for a recorded run that is shown.
  struct Entry {
    std::unique_ptr<RunSession> session;
    const Sink* sink = nullptr;
    std::optional<Adoption> adoption;  // waits for the engine
  };

  void focusOn(RunSession& run, std::vector<RunSession*> experiment);
  RunSession& add(std::unique_ptr<RunSession> session, std::optional<Adoption> adoption = {});
  [[nodiscard]] Entry* find(RunKey key);
  [[nodiscard]] Entry& entryOf(const RunSession& session);
  void relaySignals(RunSession& session);
  [[nodiscard]] record::RunRequest requestOf(const config::ExperimentConfig& config,
                                             std::int64_t seed) const;
  [[nodiscard]] Status startRun(RunSession& session, const record::RunRequest& request);
  [[nodiscard]] std::vector<std::int64_t> seedsOfExperiment() const;
  // The runs in focus that equal ones with the present settings would repeat, by their seeds.
  [[nodiscard]] std::map<std::int64_t, std::string> runsToRepeat() const;
  void launch(const Launch& launch);
  // Runs of `config` for the seeds; the first one comes into focus unless `kept` has others.
  void startAll(const Launch& launch, const config::ExperimentConfig& config,
                const std::vector<record::Intervention>& replay, std::vector<RunSession*> kept);
  void setLive(const std::map<record::LiveParameter, double>& values);
  void launchRecorded(std::unique_ptr<RunSession> session, const record::RunRequest& request,
                      const Adoption& adoption);
  // Now, or after the run in focus has stopped.
  void relaunch(const Launch& launch);
  void adopt(const Adoption& adoption);
  void refuse(RunSession& session, const Error& error);
  void removeEnded(std::span<RunSession* const> kept);
  void wakeUp();
  void drain();
  void finish(RunSession& session);
  void checkSettings();
  [[nodiscard]] bool isFree() const {
    return problems_.empty() && refusals_.empty();
  }
  // Settings or seed are others: once they have settled, the engine may make what they need.
  void prepareSoon();

  Options options_;
  EventQueue queue_;
  std::deque<Sink> sinks_;
  std::unique_ptr<engine::Runner> runner_;  // after what its threads write to: destroyed first
  std::vector<Entry> runs_;
  std::vector<std::unique_ptr<RunSession>> removed_;  // the last ones that left runs_
  RunSession* focus_ = nullptr;
  std::vector<RunSession*> experiment_;  // with focus_
  // In focus before a recorded run that the engine may refuse.
  RunSession* before_ = nullptr;
  std::vector<RunSession*> experiment_before_;

  config::ExperimentConfig config_;
  std::vector<SettingProblem> problems_;
  std::vector<SettingProblem> refusals_;
  std::vector<std::int64_t> seeds_{0};
  double speed_ = 0.0;
  std::optional<double> next_speed_;  // waits for the end of the run in progress
  std::optional<Launch> next_launch_;

  QTimer refresh_timer_;
  QTimer prepare_timer_;
};

}  // namespace w2s::ui
