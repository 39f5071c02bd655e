// The study that the window shows: which runs it has, what its cells give, and the training of what
// is missing.
//
// Its runs have a runner of their own, made with the first start: a study of many runs does not stand
// in the queue before a run that a person starts beside it, and each stage that runs share is still
// trained once, since both use the workspace's cache. Events of steps stay on the workers; the window's
// thread takes the beginnings and ends of runs, at most once a refresh interval (100 ms). Reading the
// workspace happens on a thread of its own. No method waits for a worker, but the destructor, which
// stops the runs.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include "core/engine/runner.h"
#include "core/study/study.h"
#include "core/study/study_state.h"
#include "ui/bridge/study_reading.h"

namespace w2s::ui {

class StudySession : public QObject {
  Q_OBJECT

 public:
  using MakeRunner = std::function<Result<std::unique_ptr<engine::Runner>>()>;
  struct Options {
    std::filesystem::path workspace;
    MakeRunner make_runner;
    int at_once = 0;  // runs in progress; 0: one a core, as many as the runner has workers
  };
  enum class Phase {
    None,     // no study is open
    Waiting,  // it is open; start() trains what is missing
    Running,
    Paused,
    Stopping,  // its runs save their checkpoints
    Done,      // every run is finished
  };
  struct Progress {
    std::size_t runs = 0;
    std::size_t finished = 0;
    std::size_t failed = 0;
    std::size_t in_progress = 0;  // here
    std::size_t elsewhere = 0;    // by another program on this workspace
    std::size_t queued = 0;       // in the queue of a cluster (w2s study submit)
    double seconds_left = -1.0;   // < 0: not known
  };

  explicit StudySession(Options options, QObject* parent = nullptr);
  ~StudySession() override;

  // Null: none is open.
  [[nodiscard]] const study::Study* study() const {
    return study_ ? &*study_ : nullptr;
  }
  // One a cell.
  [[nodiscard]] const std::vector<study::CellState>& state() const {
    return state_;
  }
  [[nodiscard]] const std::filesystem::path& workspace() const {
    return options_.workspace;
  }
  // As commands name it; empty: the default one.
  [[nodiscard]] std::string workspaceInCommands() const;
  [[nodiscard]] Phase phase() const {
    return phase_;
  }
  [[nodiscard]] Progress progress() const;
  // Of the last reading of the workspace.
  [[nodiscard]] const std::vector<KeptStudy>& kept() const {
    return kept_;
  }
  [[nodiscard]] bool isBusy() const {
    return phase_ == Phase::Running || phase_ == Phase::Paused || phase_ == Phase::Stopping;
  }

 public Q_SLOTS:
  // Reads the workspace again: its studies, and how far the open one is. changed() follows. Does
  // nothing while runs are in progress here.
  void refresh();

 public:
  // Opens a study in place of the present one; not while runs are in progress. It is written into the
  // workspace when it is started.
  void open(study::Study study);
  // The same from its file, on another thread; failed() where it cannot be read.
  void open(const std::filesystem::path& file);
  // The study that was last written, on another thread; nothingKept() where there is none.
  void openLatest();
  // Whether the workspace keeps a study of this name.
  [[nodiscard]] bool isKept(const std::string& name) const;
  // Reads how far the study is and trains what is missing, failed or interrupted, or what failed alone.
  // failed() where it cannot be kept under its name.
  void start(study::Left left = study::Left::All);
  void pause();
  void resume();
  // The runs in progress stop with a checkpoint; start() continues them.
  void stop();

 Q_SIGNALS:
  // Another study, another phase, or runs that began or ended.
  void changed();
  void studyOpened();
  void nothingKept();
  void failed(const w2s::Error& error);

 private:
  // What a worker tells: a run began or is over.
  struct News {
    std::size_t cell = 0;
    study::CellRun run;
  };
  struct Sink;

  using Wanted = StudyQuestion::Wanted;
  void read(Wanted wanted, const std::filesystem::path& file = {});
  void take(int number, Wanted wanted, StudyAnswer read);
  void begin();
  void startMore();
  void startUnlessTaken(study::CellRequest next, const Result<bool>& is_taken);
  void push(News news);
  void drain();
  void settle();

  Options options_;
  std::optional<study::Study> study_;
  std::vector<study::CellState> state_;
  std::vector<KeptStudy> kept_;
  Phase phase_ = Phase::None;
  study::Left left_ = study::Left::All;  // what was started
  bool starting_ = false;                // the workspace is read before the first run begins
  bool opening_ = false;                 // another study is being read
  int readings_ = 0;                     // a reading that a later one follows counts for nothing

  std::shared_ptr<study::Newcomers> newcomers_;  // since the last start(); used by the reader alone
  bool asking_ = false;         // whether another program has begun the next run is being read
  bool has_left_some_ = false;  // to other programs, since then
  std::vector<study::CellRequest> wanted_;                   // not started yet, the next one last
  std::vector<std::shared_ptr<engine::RunHandle>> handles_;  // in progress
  QElapsedTimer since_start_;
  std::size_t ended_since_start_ = 0;

  std::mutex mutex_;
  std::vector<News> news_;  // under the mutex
  bool is_told_ = false;    // under it: drain() is on its way

  QTimer drain_timer_;
  std::size_t queued_ = 0;
  QTimer queue_timer_;  // until the queue of a cluster is asked again
  std::vector<std::unique_ptr<Sink>> sinks_;
  std::unique_ptr<engine::Runner> runner_;  // after what its threads use: destroyed first
  QThreadPool reader_;                      // last: waited for before anything it uses goes
};

}  // namespace w2s::ui
