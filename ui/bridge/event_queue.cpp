#include "ui/bridge/event_queue.h"

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

void EventQueue::push(const std::string& run_id, const record::Event& event) {
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    first = events_.empty();
    append(run_id, event);
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
  open_ = {};
  waiting_rows_ = 0;
  return std::exchange(events_, {});
}

void EventQueue::onFirst(std::function<void()> wake) {
  const std::lock_guard lock(wake_mutex_);
  wake_ = std::move(wake);
}

std::size_t EventQueue::waitingRows() const {
  const std::lock_guard lock(mutex_);
  return waiting_rows_;
}

std::int64_t EventQueue::droppedRows() const {
  const std::lock_guard lock(mutex_);
  return dropped_rows_;
}

void EventQueue::append(const std::string& run_id, const record::Event& event) {
  if (const auto* steps = std::get_if<StepsMeasured>(&event)) {
    if (mergeSteps(run_id, *steps)) {
      return;
    }
    open_[{run_id, steps->stage}].steps = events_.size();
    waiting_rows_ += steps->rows.size();
  } else if (const auto* progress = std::get_if<record::StageProgressed>(&event)) {
    if (replaceProgress(run_id, *progress)) {
      return;
    }
    open_[{run_id, progress->stage}].progress = events_.size();
  } else if (const auto stage = closedBy(event)) {
    open_.erase({run_id, *stage});
  } else if (std::holds_alternative<record::RunStarted>(event) || record::isTerminal(event)) {
    std::erase_if(open_, [&](const auto& open) { return open.first.first == run_id; });
  }
  events_.push_back({run_id, event});
  thinToLimit();
}

bool EventQueue::mergeSteps(const std::string& run_id, const StepsMeasured& event) {
  const std::size_t index = open_[{run_id, event.stage}].steps;
  if (index == kNone) {
    return false;
  }
  auto& rows = std::get<StepsMeasured>(events_[index].event).rows;
  rows.append(event.rows);
  waiting_rows_ += event.rows.size();
  thinToLimit();
  return true;
}

bool EventQueue::replaceProgress(const std::string& run_id, const record::StageProgressed& event) {
  const std::size_t index = open_[{run_id, event.stage}].progress;
  if (index == kNone) {
    return false;
  }
  std::get<record::StageProgressed>(events_[index].event) = event;
  return true;
}

void EventQueue::thinToLimit() {
  while (waiting_rows_ > options_.max_rows && thinLongestBlock()) {
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
  dropped_rows_ += static_cast<std::int64_t>(dropped);
  return true;
}

}  // namespace w2s::ui
