#include "core/record/common_changes.h"

#include <algorithm>

namespace w2s::record {

std::optional<std::int64_t> CommonChanges::set(LiveParameter parameter, double value) {
  const std::lock_guard lock(mutex_);
  if (is_closed_) {
    return std::nullopt;
  }
  const std::int64_t step = furthest_.load(std::memory_order_relaxed) + 1;
  changes_.push_back({.step = step, .parameter = std::move(parameter), .value = value});
  count_.store(changes_.size(), std::memory_order_release);
  return step;
}

bool CommonChanges::close() {
  const std::lock_guard lock(mutex_);
  is_closed_ = is_closed_ || changes_.empty();
  return changes_.empty();
}

std::vector<std::pair<LiveParameter, double>> CommonChanges::begin(std::int64_t step,
                                                                   Place& place) {
  if (step > furthest_.load(std::memory_order_acquire)) {
    const std::lock_guard lock(mutex_);
    furthest_.store(std::max(step, furthest_.load(std::memory_order_relaxed)),
                    std::memory_order_release);
  }
  if (place.next == count_.load(std::memory_order_acquire)) {
    return {};
  }
  const std::lock_guard lock(mutex_);
  std::vector<std::pair<LiveParameter, double>> due;
  while (place.next < changes_.size() && changes_[place.next].step <= step) {
    const Change& change = changes_[place.next++];
    due.emplace_back(change.parameter, change.value);
  }
  return due;
}

void CommonChanges::goBack(std::int64_t step, Place& place) const {
  const std::lock_guard lock(mutex_);
  place.next = static_cast<std::size_t>(
      std::ranges::lower_bound(changes_, step, {}, &Change::step) - changes_.begin());
}

}  // namespace w2s::record
