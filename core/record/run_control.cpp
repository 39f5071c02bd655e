#include "core/record/run_control.h"

#include <algorithm>
#include <ranges>
#include <set>
#include <string_view>

namespace w2s::record {

void RunControl::updateAttention() {
  attention_.store(paused_ || stop_ || steps_per_second_ > 0.0, std::memory_order_release);
}

void RunControl::pause() {
  const std::lock_guard lock(mutex_);
  paused_ = true;
  updateAttention();
  changed_.notify_all();
}

void RunControl::resume() {
  const std::lock_guard lock(mutex_);
  paused_ = false;
  updateAttention();
  changed_.notify_all();
}

void RunControl::step(StepUnit unit) {
  const std::lock_guard lock(mutex_);
  paused_ = true;
  ++grant_;
  grant_unit_ = unit;
  updateAttention();
  changed_.notify_all();
}

void RunControl::stop(StopMode mode) {
  const std::lock_guard lock(mutex_);
  stop_ = true;
  stop_mode_ = mode;
  updateAttention();
  changed_.notify_all();
}

void RunControl::setSpeed(double steps_per_second) {
  const std::lock_guard lock(mutex_);
  steps_per_second_ = steps_per_second > 0.0 ? steps_per_second : 0.0;
  updateAttention();
  changed_.notify_all();
}

void RunControl::set(LiveParameter parameter, double value) {
  const std::lock_guard lock(mutex_);
  if (changes_.size() >= kMostWaitingChanges) {
    keepNewestChanges();
  }
  changes_.emplace_back(std::move(parameter), value);
  has_changes_.store(true, std::memory_order_release);
}

void RunControl::keepNewestChanges() {
  std::set<std::string_view> seen;
  std::vector<std::pair<LiveParameter, double>> newest;
  for (const auto& change : changes_ | std::views::reverse) {
    if (seen.insert(change.first.key()).second) {
      newest.push_back(change);
    }
  }
  std::ranges::reverse(newest);
  changes_ = std::move(newest);
}

void RunControl::decide(DivergenceDecision decision) {
  const std::lock_guard lock(mutex_);
  if (!awaits_decision_ || decision_) {
    return;  // a second click must not answer the next divergence
  }
  decision_ = decision;
  // Going back leaves the run standing at the good step, so that its owner can look; a retry goes
  // on at once.
  paused_ = decision == DivergenceDecision::RewindToLastGood;
  updateAttention();
  changed_.notify_all();
}

bool RunControl::isPaused() const {
  const std::lock_guard lock(mutex_);
  return paused_;
}

bool RunControl::stopRequested() const {
  const std::lock_guard lock(mutex_);
  return stop_;
}

StopMode RunControl::stopMode() const {
  const std::lock_guard lock(mutex_);
  return stop_mode_;
}

RunControl::Hold RunControl::holdOf(Gate& gate, Clock::time_point now) {
  if (paused_) {
    if (!gate.permit && gate.grant_seen != grant_) {
      gate.permit = grant_unit_;
    }
    gate.grant_seen = grant_;
    gate.next_due.reset();
    return gate.permit ? Hold::None : Hold::Paused;
  }
  gate.permit.reset();
  gate.grant_seen = grant_;
  if (steps_per_second_ <= 0.0) {
    gate.next_due.reset();
    return Hold::None;
  }
  const auto interval = std::chrono::duration_cast<Clock::duration>(
      std::chrono::duration<double>(1.0 / steps_per_second_));
  if (!gate.next_due || *gate.next_due > now + interval) {
    gate.next_due = now + interval;  // first paced batch, or the speed was just raised
  }
  if (now < *gate.next_due) {
    return Hold::Pacing;
  }
  // Keep the rhythm, but do not try to make up for a long delay with a burst.
  gate.next_due = std::max(*gate.next_due + interval, now);
  return Hold::None;
}

RunControl::Turn RunControl::waitForTurn(Gate& gate, const std::function<void(bool)>& before_wait) {
  if (!attention_.load(std::memory_order_acquire)) {
    gate.evaluated = false;
    gate.epoch_ended = false;
    return Turn::Proceed;
  }
  std::unique_lock lock(mutex_);
  if (gate.permit == StepUnit::Batch || (gate.permit == StepUnit::Evaluation && gate.evaluated) ||
      (gate.permit == StepUnit::Epoch && gate.epoch_ended)) {
    gate.permit.reset();
  }
  gate.evaluated = false;
  gate.epoch_ended = false;
  std::optional<Hold> announced;
  while (true) {
    if (stop_) {
      return Turn::Stop;
    }
    const Hold hold = holdOf(gate, Clock::now());
    if (hold == Hold::None) {
      return Turn::Proceed;
    }
    if (announced != hold) {
      announced = hold;
      lock.unlock();
      before_wait(hold == Hold::Paused);
      lock.lock();
      continue;  // the controls may have moved meanwhile
    }
    if (hold == Hold::Pacing) {
      changed_.wait_until(lock, *gate.next_due);
    } else {
      changed_.wait(lock);
    }
  }
}

std::vector<std::pair<LiveParameter, double>> RunControl::takeChanges() {
  if (!has_changes_.load(std::memory_order_acquire)) {
    return {};
  }
  const std::lock_guard lock(mutex_);
  has_changes_.store(false, std::memory_order_release);
  return std::exchange(changes_, {});
}

void RunControl::share(std::shared_ptr<CommonChanges> changes) {
  common_ = std::move(changes);
}

std::vector<std::pair<LiveParameter, double>> RunControl::takeCommonChanges(std::int64_t step) {
  return common_ == nullptr ? std::vector<std::pair<LiveParameter, double>>()
                            : common_->begin(step, place_);
}

void RunControl::goBack(std::int64_t step) {
  if (common_ != nullptr) {
    common_->goBack(step, place_);
  }
}

bool RunControl::closeToChanges() {
  return !has_changes_.load(std::memory_order_acquire) && (common_ == nullptr || common_->close());
}

void RunControl::expectDecision() {
  const std::lock_guard lock(mutex_);
  awaits_decision_ = true;
  decision_.reset();
}

std::optional<DivergenceDecision> RunControl::waitForDecision() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return stop_ || decision_.has_value(); });
  awaits_decision_ = false;
  if (stop_) {
    return std::nullopt;
  }
  return std::exchange(decision_, std::nullopt);
}

}  // namespace w2s::record
