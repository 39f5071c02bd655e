#include "ui/bridge/event_queue.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace w2s::ui {
namespace {

using record::StepsMeasured;

// The stage whose later steps must not be merged across this event; none for events that steps may
// pass.
std::optional<record::StageId> closedBy(const record::Event& event) {
  if (const auto* started = std::get_if<record::StageStarted>(&event)) {
    return started->stage;
  }
  if (const auto* finished = std::get_if<record::StageFinished>(&event)) {
    return finished->stage;
  }
  if (const auto* diverged = std::get_if<record::Diverged>(&event)) {
    return diverged->stage;
  }
  if (const auto* rewound = std::get_if<record::Rewound>(&event)) {
    return rewound->stage;
  }
  return std::nullopt;
}

}  // namespace

void EventQueue::push(RunKey run, const std::string& run_id, const record::Event& event) {
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    first = events_.empty();
    append(run, run_id, event);
  }
  if (first) {
    const std::lock_guard lock(wake_mutex_);
    if (wake_) {
      wake_();
    }
  }
}

std::vector<QueuedEvent> EventQueue::takeAll() {
  const std::lock_guard lock(mutex_);
  open_.clear();
  waiting_rows_ = 0;
  dropped_rows_ = 0;
  thin_events_at_ = options_.max_events;
  return std::exchange(events_, {});
}

EventQueue::Waiting EventQueue::waiting() const {
  const std::lock_guard lock(mutex_);
  return {.rows = waiting_rows_, .events = events_.size(), .dropped_rows = dropped_rows_};
}

void EventQueue::onFirst(std::function<void()> wake) {
  const std::lock_guard lock(wake_mutex_);
  wake_ = std::move(wake);
}

void EventQueue::append(RunKey run, const std::string& run_id, const record::Event& event) {
  if (const auto* steps = std::get_if<StepsMeasured>(&event)) {
    if (mergeSteps(run, *steps)) {
      return;
    }
    open_[{run, steps->stage}].steps = events_.size();
    waiting_rows_ += steps->rows.size();
  } else if (const auto* progress = std::get_if<record::StageProgressed>(&event)) {
    if (replaceProgress(run, *progress)) {
      return;
    }
    open_[{run, progress->stage}].progress = events_.size();
  } else if (const auto stage = closedBy(event)) {
    open_.erase({run, *stage});
  } else if (std::holds_alternative<record::RunStarted>(event) || record::isTerminal(event)) {
    closeStagesOf(run);
  }
  events_.push_back({run, run_id, event});
  thinToLimit();
}

void EventQueue::closeStagesOf(RunKey run) {
  std::erase_if(open_, [run](const auto& entry) { return entry.first.first == run; });
}

bool EventQueue::mergeSteps(RunKey run, const StepsMeasured& event) {
  const auto open = open_.find({run, event.stage});
  if (open == open_.end() || open->second.steps == kNone) {
    return false;
  }
  auto& rows = std::get<StepsMeasured>(events_[open->second.steps].event).rows;
  rows.append(event.rows);
  waiting_rows_ += event.rows.size();
  thinToLimit();
  return true;
}

bool EventQueue::replaceProgress(RunKey run, const record::StageProgressed& event) {
  const auto open = open_.find({run, event.stage});
  if (open == open_.end() || open->second.progress == kNone) {
    return false;
  }
  std::get<record::StageProgressed>(events_[open->second.progress].event) = event;
  return true;
}

void EventQueue::thinToLimit() {
  while (waiting_rows_ > options_.max_rows && thinLongestBlock()) {
  }
  if (events_.size() > thin_events_at_) {
    thinEvaluations();
    // Where little could go, not again at each further event.
    thin_events_at_ = std::max(options_.max_events, 2 * events_.size());
  }
}

// Of each stage every second one, counted from its last.
void EventQueue::thinEvaluations() {
  std::map<StageKey, std::size_t> later;  // evaluations behind the present one
  std::vector<bool> drops(events_.size(), false);
  for (std::size_t i = events_.size(); i-- > 0;) {
    if (const auto* evaluated = std::get_if<record::Evaluated>(&events_[i].event)) {
      drops[i] = later[{events_[i].run, evaluated->stage}]++ % 2 == 1;
    }
  }
  std::vector<std::size_t> places(events_.size(), kNone);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < events_.size(); ++i) {
    if (drops[i]) {
      continue;
    }
    places[i] = kept;
    if (i != kept) {
      events_[kept] = std::move(events_[i]);
    }
    ++kept;
  }
  events_.resize(kept);
  const auto move = [&](std::size_t& place) { place = place == kNone ? kNone : places[place]; };
  for (auto& [key, open] : open_) {
    move(open.steps);
    move(open.progress);
  }
}

// Keeps the first, the last and every second row between them; false when no block has a row to
// spare.
bool EventQueue::thinLongestBlock() {
  record::StepBlock* longest = nullptr;
  for (QueuedEvent& queued : events_) {
    if (auto* steps = std::get_if<StepsMeasured>(&queued.event)) {
      if (longest == nullptr || steps->rows.size() > longest->size()) {
        longest = &steps->rows;
      }
    }
  }
  if (longest == nullptr || longest->size() < 3) {
    return false;
  }
  const std::size_t dropped = longest->thin();
  waiting_rows_ -= dropped;
  dropped_rows_ += dropped;
  return true;
}

}  // namespace w2s::ui
