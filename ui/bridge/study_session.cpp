#include "ui/bridge/study_session.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <QThread>

#include "core/store/workspace.h"
#include "core/study/study_folder.h"
#include "ui/bridge/background.h"

namespace w2s::ui {
namespace {

using study::CellRun;
using study::CellState;
using study::RunStatus;

constexpr std::chrono::milliseconds kRefreshInterval{100};
constexpr std::chrono::seconds kAskQueueAgain{15};

std::size_t countOf(const std::vector<CellState>& state, RunStatus status) {
  std::size_t count = 0;
  for (const CellState& cell : state) {
    count += static_cast<std::size_t>(std::ranges::count(cell.runs, status, &CellRun::status));
  }
  return count;
}

}  // namespace

// Called on workers; lives as long as the session, which destroys the runner first.
struct StudySession::Sink final : public record::EventSink {
  Sink(StudySession& owner, std::size_t of_cell, std::int64_t of_seed)
      : session(owner), cell(of_cell), seed(of_seed) {}

  void onEvent(const std::string& run_id, const record::Event& event) override {
    CellRun run{.seed = seed, .status = RunStatus::Running, .id = run_id};
    if (const auto* finished = std::get_if<record::RunFinished>(&event)) {
      run.status = RunStatus::Finished;
      run.summary = finished->summary;
    } else if (const auto* failed = std::get_if<record::RunFailed>(&event)) {
      run.status = RunStatus::Failed;
      run.reason = failed->error.message;
    } else if (const auto* stopped = std::get_if<record::RunStopped>(&event)) {
      run.status = stopped->kept ? RunStatus::Interrupted : RunStatus::Missing;
    } else if (!std::holds_alternative<record::RunStarted>(event)) {
      return;
    }
    session.push({cell, std::move(run)});
  }

  StudySession& session;
  const std::size_t cell;
  const std::int64_t seed;
};

StudySession::StudySession(Options options, QObject* parent)
    : QObject(parent), options_(std::move(options)) {
  qRegisterMetaType<w2s::Error>();
  if (options_.at_once <= 0) {
    options_.at_once = QThread::idealThreadCount();
  }
  reader_.setMaxThreadCount(1);
  drain_timer_.setSingleShot(true);
  drain_timer_.setInterval(kRefreshInterval);
  connect(&drain_timer_, &QTimer::timeout, this, &StudySession::drain);
  queue_timer_.setSingleShot(true);
  queue_timer_.setInterval(kAskQueueAgain);
  connect(&queue_timer_, &QTimer::timeout, this, [this] {
    if (queued_ > 0) {
      refresh();
    }
  });
}

StudySession::~StudySession() {
  runner_.reset();
  reader_.clear();
  reader_.waitForDone();
}

std::string StudySession::workspaceInCommands() const {
  return options_.workspace == store::defaultWorkspace() ? std::string()
                                                         : options_.workspace.string();
}

StudySession::Progress StudySession::progress() const {
  Progress progress{.finished = countOf(state_, RunStatus::Finished),
                    .failed = countOf(state_, RunStatus::Failed),
                    .in_progress = handles_.size()};
  const std::size_t running = countOf(state_, RunStatus::Running);
  progress.elsewhere = isBusy() ? 0 : running;
  progress.queued = isBusy() ? 0 : queued_;
  for (const CellState& cell : state_) {
    progress.runs += cell.runs.size();
  }
  const auto left = static_cast<double>(wanted_.size() + handles_.size() + (asking_ ? 1 : 0));
  if (phase_ == Phase::Running && ended_since_start_ > 0) {
    progress.seconds_left = static_cast<double>(since_start_.elapsed()) / 1000.0 /
                            static_cast<double>(ended_since_start_) * left;
  } else if (const double each = study::secondsOfRun(state_); each >= 0.0) {
    progress.seconds_left =
        each * static_cast<double>(progress.runs - progress.finished) / options_.at_once;
  }
  return progress;
}

void StudySession::refresh() {
  if (!isBusy() && !opening_) {
    read(Wanted::Present);
  }
}

void StudySession::open(const std::filesystem::path& file) {
  if (!isBusy()) {
    read(Wanted::File, file);
  }
}

void StudySession::openLatest() {
  if (!isBusy()) {
    read(Wanted::Latest);
  }
}

void StudySession::open(study::Study study) {
  if (isBusy()) {
    return;
  }
  study_ = std::move(study);
  state_.assign(study_->cells.size(), {});
  for (CellState& cell : state_) {
    for (const std::int64_t seed : study_->seeds) {
      cell.runs.push_back({.seed = seed});
    }
  }
  phase_ = Phase::Waiting;
  Q_EMIT studyOpened();
  Q_EMIT changed();
  read(Wanted::Present);
}

void StudySession::read(Wanted wanted, const std::filesystem::path& file) {
  const int number = ++readings_;
  opening_ = wanted != Wanted::Present;
  reader_.clear();
  const bool asks_queue = !starting_ && (wanted != Wanted::Present || !queue_timer_.isActive());
  if (asks_queue) {
    queue_timer_.start();
  }
  using Answer = Result<std::shared_ptr<StudyAnswer>>;
  const auto work = [question = StudyQuestion{.workspace = options_.workspace,
                                              .wanted = wanted,
                                              .file = file,
                                              .present = study_,
                                              .starts = starting_,
                                              .asks_queue = asks_queue,
                                              .queued = queued_}]() -> Answer {
    return std::make_shared<StudyAnswer>(readStudies(question));
  };
  post(reader_, this, work, [this, number, wanted](const Answer& read) {
    if (read) {
      take(number, wanted, std::move(**read));
      return;
    }
    StudyAnswer lost{.kept = kept_};  // the study stays what it was
    if (wanted == Wanted::Present && study_) {
      lost.study = *study_;
    } else {
      lost.study = tl::unexpected(read.error());
    }
    lost.state = tl::unexpected(read.error());
    take(number, wanted, std::move(lost));
  });
}

void StudySession::take(int number, Wanted wanted, StudyAnswer read) {
  if (number != readings_ || (isBusy() && !starting_)) {
    return;
  }
  opening_ = false;
  kept_ = std::move(read.kept);
  if (read.unreadable && wanted == Wanted::Latest) {  // once, when the page opens
    Q_EMIT failed(*read.unreadable);
  }
  const bool is_other = wanted != Wanted::Present;
  if (is_other && !read.study) {
    if (read.is_none) {
      Q_EMIT nothingKept();
    } else {
      Q_EMIT failed(read.study.error());
    }
    Q_EMIT changed();
    if (wanted == Wanted::File && !study_) {
      openLatest();  // the file may have come before it
    }
    return;
  }
  if (read.study && !read.state) {
    Q_EMIT failed(read.state.error());
  }
  if (read.study && read.state) {
    study_ = std::move(*read.study);
    state_ = std::move(*read.state);
    queued_ = read.queued;
  }
  if (std::exchange(starting_, false) && isBusy()) {
    if (read.study && read.state) {
      newcomers_ = std::move(read.newcomers);
      begin();
    } else {
      phase_ = Phase::Waiting;
    }
  } else if (read.study && read.state) {
    phase_ = countOf(state_, RunStatus::Finished) == study_->runs() ? Phase::Done : Phase::Waiting;
    if (is_other) {
      Q_EMIT studyOpened();
    }
  }
  Q_EMIT changed();
}

bool StudySession::isKept(const std::string& name) const {
  std::error_code error;
  return std::filesystem::is_regular_file(study::studyFile(options_.workspace, name), error);
}

void StudySession::start(study::Left left) {
  if (!study_ || isBusy()) {
    return;
  }
  left_ = left;
  if (const auto kept = study::keepStudy(options_.workspace, *study_); !kept) {
    Q_EMIT failed(kept.error());
    return;
  }
  if (runner_ == nullptr) {
    auto made = options_.make_runner();
    if (!made) {
      Q_EMIT failed(made.error());
      return;
    }
    runner_ = std::move(*made);
  }
  phase_ = Phase::Running;
  starting_ = true;  // what is known may be older than the workspace
  has_left_some_ = false;
  read(Wanted::Present);
  Q_EMIT changed();
}

void StudySession::begin() {
  wanted_ = study::requestsOf(*study_, state_, left_);
  std::ranges::reverse(wanted_);
  since_start_.start();
  ended_since_start_ = 0;
  startMore();
  settle();
}

// One after the other: what other programs have begun is read from the workspace first, not on the
// window's thread.
void StudySession::startMore() {
  if (phase_ != Phase::Running || asking_ || wanted_.empty() ||
      handles_.size() >= static_cast<std::size_t>(options_.at_once)) {
    return;
  }
  asking_ = true;
  const auto next = std::make_shared<study::CellRequest>(std::move(wanted_.back()));
  wanted_.pop_back();
  post(
      reader_, this,
      [newcomers = newcomers_, next] { return Result<bool>(newcomers->have(next->request)); },
      [this, next](const Result<bool>& is_taken) { startUnlessTaken(std::move(*next), is_taken); });
}

void StudySession::startUnlessTaken(study::CellRequest next, const Result<bool>& is_taken) {
  asking_ = false;
  if (phase_ == Phase::Paused) {
    wanted_.push_back(std::move(next));
  } else if (phase_ == Phase::Running && !is_taken) {
    state_[next.cell].set({.seed = next.request.seed,
                           .status = RunStatus::Failed,
                           .reason = is_taken.error().message});
    Q_EMIT failed(is_taken.error());
  } else if (phase_ == Phase::Running && *is_taken) {
    has_left_some_ = true;
  } else if (phase_ == Phase::Running) {
    sinks_.push_back(std::make_unique<Sink>(*this, next.cell, next.request.seed));
    auto handle = runner_->start(next.request, *sinks_.back());
    CellRun run{.seed = next.request.seed, .status = RunStatus::Running};
    if (handle) {
      run.id = (*handle)->id();
      handles_.push_back(std::move(*handle));
    } else {
      run.status = RunStatus::Failed;
      run.reason = handle.error().message;
    }
    state_[next.cell].set(std::move(run));
  }
  startMore();
  settle();
  Q_EMIT changed();
}

void StudySession::pause() {
  if (phase_ == Phase::Running) {
    phase_ = Phase::Paused;
    for (const auto& handle : handles_) {
      handle->pause();
    }
    Q_EMIT changed();
  }
}

void StudySession::resume() {
  if (phase_ == Phase::Paused) {
    phase_ = Phase::Running;
    for (const auto& handle : handles_) {
      handle->resume();
    }
    if (!starting_) {
      startMore();
      settle();
    }
    Q_EMIT changed();
  }
}

void StudySession::stop() {
  if (phase_ == Phase::Running || phase_ == Phase::Paused) {
    phase_ = Phase::Stopping;
    wanted_.clear();
    for (const auto& handle : handles_) {
      handle->stop(record::StopMode::Keep);
    }
    settle();
    Q_EMIT changed();
  }
}

void StudySession::push(News news) {
  const std::lock_guard lock(mutex_);
  news_.push_back(std::move(news));
  if (!std::exchange(is_told_, true)) {
    QMetaObject::invokeMethod(
        this,
        [this] {
          if (!drain_timer_.isActive()) {
            drain_timer_.start();
          }
        },
        Qt::QueuedConnection);
  }
}

void StudySession::drain() {
  std::vector<News> news;
  {
    const std::lock_guard lock(mutex_);
    news.swap(news_);
    is_told_ = false;
  }
  for (News& one : news) {
    const bool is_over = one.run.status != RunStatus::Running;
    if (is_over) {
      ++ended_since_start_;
      std::erase_if(handles_, [&one](const auto& handle) { return handle->id() == one.run.id; });
    }
    state_[one.cell].set(std::move(one.run));
  }
  startMore();
  settle();
  Q_EMIT changed();
}

// After the last run.
void StudySession::settle() {
  if (isBusy() && handles_.empty() && !asking_ && (!starting_ || phase_ == Phase::Stopping) &&
      (wanted_.empty() || phase_ == Phase::Stopping)) {
    starting_ = false;
    phase_ = countOf(state_, RunStatus::Finished) == study_->runs() ? Phase::Done : Phase::Waiting;
    if (std::exchange(has_left_some_, false)) {
      refresh();  // what the other programs have made of them
    }
  }
}

}  // namespace w2s::ui
