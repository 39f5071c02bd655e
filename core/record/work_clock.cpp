#include "core/record/work_clock.h"

#include <utility>

namespace w2s::record {

WorkClock::WorkClock(double seconds_before, Now now)
    : now_(std::move(now)), counted_(seconds_before) {}

void WorkClock::begin() {
  const std::lock_guard lock(mutex_);
  if (at_work_++ == 0) {
    since_ = now_();
  }
}

void WorkClock::end() {
  const std::lock_guard lock(mutex_);
  if (--at_work_ == 0) {
    counted_ += std::chrono::duration<double>(now_() - since_).count();
  }
}

double WorkClock::seconds() const {
  const std::lock_guard lock(mutex_);
  return at_work_ == 0 ? counted_
                       : counted_ + std::chrono::duration<double>(now_() - since_).count();
}

}  // namespace w2s::record
