// How long a run has been worked on: the time during which at least one thread works on it.
// Counted are its stages and its conclusion, also where they go slowly on request (a speed in steps
// a second). Not counted are pauses, waiting for a decision after a divergence, and waiting for a
// worker that is busy with other runs. Two stages side by side count once. A run that goes on after
// an interruption starts with what its record says of the time before (core/store/event_log.h).
// Seconds, wall clock, not reproducible. Any thread.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>

namespace w2s::record {

class WorkClock {
 public:
  using Clock = std::chrono::steady_clock;
  using Now = std::function<Clock::time_point()>;

  explicit WorkClock(double seconds_before = 0.0, Now now = Clock::now);

  // One more thread works on the run; one less. Calls come in pairs.
  void begin();
  void end();
  [[nodiscard]] double seconds() const;

 private:
  const Now now_;
  mutable std::mutex mutex_;
  int at_work_ = 0;
  Clock::time_point since_;  // while somebody is at work
  double counted_;           // up to then
};

// The calling thread works on the run in this scope.
class WorkShift {
 public:
  explicit WorkShift(WorkClock& clock) : clock_(clock) {
    clock_.begin();
  }
  ~WorkShift() {
    clock_.end();
  }
  WorkShift(const WorkShift&) = delete;
  WorkShift& operator=(const WorkShift&) = delete;

 private:
  WorkClock& clock_;
};

// Within a shift: the calling thread waits in this scope.
class WorkBreak {
 public:
  explicit WorkBreak(WorkClock& clock) : clock_(clock) {
    clock_.end();
  }
  ~WorkBreak() {
    clock_.begin();
  }
  WorkBreak(const WorkBreak&) = delete;
  WorkBreak& operator=(const WorkBreak&) = delete;

 private:
  WorkClock& clock_;
};

}  // namespace w2s::record
