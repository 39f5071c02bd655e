#include "ui/bridge/experiment_session.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace w2s::ui {

ExperimentSession::ExperimentSession(std::unique_ptr<engine::Runner> runner, QObject* parent)
    : ExperimentSession(std::move(runner), Options{}, parent) {}

ExperimentSession::ExperimentSession(std::unique_ptr<engine::Runner> runner, Options options,
                                     QObject* parent)
    : QObject(parent), options_(options), runner_(std::move(runner)) {
  RunSession& none = add(std::make_unique<RunSession>());
  focusOn(none, {&none});
  if (!config_.seeds.empty()) {
    seeds_ = {config_.seeds.front()};
  }
  refresh_timer_.setSingleShot(true);
  refresh_timer_.setInterval(options_.refresh_interval);
  connect(&refresh_timer_, &QTimer::timeout, this, &ExperimentSession::drain);
  prepare_timer_.setSingleShot(true);
  prepare_timer_.setInterval(options_.settle_time);
  connect(&prepare_timer_, &QTimer::timeout, this, [this] {
    if (!isBusy() && problems_.empty()) {
      runner_->prepare(config_, seed());
    }
  });
  queue_.onFirst([this] {
    QMetaObject::invokeMethod(this, &ExperimentSession::wakeUp, Qt::QueuedConnection);
  });
}

ExperimentSession::~ExperimentSession() {
  // From here on nothing is posted to this object; the runner's last events end in the queue.
  queue_.onFirst({});
  runs_.clear();
  removed_.clear();
  runner_.reset();
}

std::vector<RunSession*> ExperimentSession::runs() const {
  std::vector<RunSession*> runs;
  for (const Entry& entry : runs_) {
    runs.push_back(entry.session.get());
  }
  return runs;
}

void ExperimentSession::focusOn(RunSession& run, std::vector<RunSession*> experiment) {
  focus_ = &run;
  experiment_ = std::move(experiment);
}

void ExperimentSession::setFocus(RunSession& run) {
  if (&run != focus_) {
    const bool is_seed = std::ranges::find(experiment_, &run) != experiment_.end();
    focusOn(run, is_seed ? experiment_ : std::vector{&run});
    Q_EMIT focusChanged();
    Q_EMIT stateChanged(state());
    Q_EMIT refreshed();
  }
}

std::vector<const RunSeries*> ExperimentSession::seriesOfSeeds() const {
  std::vector<const RunSeries*> seeds{&focus_->series()};
  for (const RunSession* run : experiment_) {
    if (run != focus_) {
      seeds.push_back(&run->series());
    }
  }
  return seeds;
}

RunState ExperimentSession::state() const {
  std::vector<RunState> states;
  std::ranges::transform(experiment_, std::back_inserter(states), &RunSession::state);
  return stateOfAll(states);
}

RunSession::Progress ExperimentSession::progress() const {
  RunSession::Progress all = focus_->progress();
  if (experiment_.size() < 2) {
    return all;
  }
  const auto steps = static_cast<std::int64_t>(focus_->presentConfig().optimizer.steps);
  all = {.unit = QStringLiteral("steps"), .seeds = static_cast<int>(experiment_.size())};
  for (const RunSession* run : experiment_) {
    const StageSeries& student = run->series().stage(record::stage::kStudent);
    all.done += student.done;
    all.total += std::max(steps, student.total);
    if (run->isActive() && run->progress().stage == record::stage::kStudent) {
      all.per_second += run->progress().per_second;
    }
  }
  if (all.per_second > 0.0) {
    all.seconds_left = static_cast<double>(all.total - all.done) / all.per_second;
  }
  return all;
}

bool ExperimentSession::isBusy() const {
  return std::ranges::any_of(runs_, [](const Entry& entry) { return entry.session->isActive(); });
}

ExperimentSession::Entry* ExperimentSession::find(RunKey key) {
  const auto found = std::ranges::find_if(
      runs_, [key](const Entry& entry) { return entry.sink != nullptr && entry.sink->key == key; });
  return found == runs_.end() ? nullptr : &*found;
}

ExperimentSession::Entry& ExperimentSession::entryOf(const RunSession& session) {
  return *std::ranges::find_if(runs_,
                               [&](const Entry& entry) { return entry.session.get() == &session; });
}

RunSession& ExperimentSession::add(std::unique_ptr<RunSession> session,
                                   std::optional<Adoption> adoption) {
  session->setLiveInterval(options_.refresh_interval);
  relaySignals(*session);
  runs_.push_back({std::move(session), nullptr, std::move(adoption)});
  return *runs_.back().session;
}

void ExperimentSession::relaySignals(RunSession& session) {
  // Passes a signal on while the session is in focus.
  const auto pass = [this, &session](auto from, auto to) {
    connect(&session, from, this, [this, &session, to](const auto&... values) {
      if (&session == focus_) {
        Q_EMIT(this->*to)(values...);
      }
    });
  };
  pass(&RunSession::prepared, &ExperimentSession::runPrepared);
  pass(&RunSession::changed, &ExperimentSession::runChanged);
  pass(&RunSession::logAmended, &ExperimentSession::logAmended);
  pass(&RunSession::failed, &ExperimentSession::failed);
  connect(&session, &RunSession::stateChanged, this, [this, &session] {
    if (std::ranges::find(experiment_, &session) != experiment_.end()) {
      Q_EMIT stateChanged(state());
    }
  });
  // It needs an answer, whichever seed it is.
  connect(&session, &RunSession::diverged, this,
          [this, &session](const record::Diverged& divergence) {
            setFocus(session);
            Q_EMIT diverged(divergence);
          });
  connect(
      &session, &RunSession::logged, this, [this, &session](LogLevel level, const QString& text) {
        const bool other = &session != focus_;
        Q_EMIT logged(level, other ? tr("Seed %1: %2").arg(session.series().seed).arg(text) : text);
      });
  connect(&session, &RunSession::prepared, this, [this, &session] {
    if (auto adoption = std::exchange(entryOf(session).adoption, std::nullopt)) {
      before_ = nullptr;
      experiment_before_.clear();
      removeEnded({});
      adopt(*adoption);
    }
  });
  connect(&session, &RunSession::ended, this, [this, &session] { finish(session); });
}

void ExperimentSession::finish(RunSession& session) {
  if (!isBusy() && next_speed_) {
    setSpeed(*next_speed_);
  }
  prepareSoon();
  if (&session == focus_) {
    Q_EMIT runEnded();
  }
}

// Sessions that are over and out of focus. They live until the next ones follow them, since one may be
// the sender of the present signal, and a chart may be drawn once more before it is given another.
void ExperimentSession::removeEnded(std::span<RunSession* const> kept) {
  std::vector<std::unique_ptr<RunSession>> removed;
  for (Entry& entry : runs_) {
    const RunSession* session = entry.session.get();
    if (!session->isActive() && session != focus_ && session != before_ &&
        std::ranges::find(experiment_, session) == experiment_.end() &&
        std::ranges::find(experiment_before_, session) == experiment_before_.end() &&
        std::ranges::find(kept, session) == kept.end()) {
      removed.push_back(std::move(entry.session));
    }
  }
  std::erase_if(runs_, [](const Entry& entry) { return entry.session == nullptr; });
  if (!removed.empty()) {
    removed_ = std::move(removed);
  }
}

void ExperimentSession::wakeUp() {
  if (!refresh_timer_.isActive()) {
    drain();
  }
}

void ExperimentSession::drain() {
  const std::vector<QueuedEvent> events = queue_.takeAll();
  if (events.empty()) {
    return;  // idle until the queue wakes us
  }
  refresh_timer_.start();
  std::vector<RunSession*>
      changed;  // a session that is removed meanwhile lives until the next turn
  for (const QueuedEvent& queued : events) {
    Entry* entry = find(queued.run);
    if (entry == nullptr) {
      continue;
    }
    RunSession& session = *entry->session;
    const auto* failure = std::get_if<record::RunFailed>(&queued.event);
    if (entry->adoption && failure != nullptr) {
      refuse(session, failure->error);
      continue;
    }
    session.apply(queued.run_id, queued.event);
    if (std::ranges::find(changed, &session) == changed.end()) {
      changed.push_back(&session);
    }
  }
  for (RunSession* session : changed) {
    session->finishRefresh();
  }
  const bool in_sight = std::ranges::any_of(changed, [this](RunSession* session) {
    return std::ranges::find(experiment_, session) != experiment_.end();
  });
  if (in_sight) {
    Q_EMIT refreshed();
  }
  if (next_launch_ && !isBusy()) {
    launch(*std::exchange(next_launch_, std::nullopt));
  }
}

}  // namespace w2s::ui
