// How long a training has been going on: since it started, or started again, less the time its
// thread was idle. Wall clock; thread: the training's.
#pragma once

#include <chrono>

#include "core/train/trainer.h"

namespace w2s::train {

class TrainingTime {
 public:
  using Clock = std::chrono::steady_clock;

  explicit TrainingTime(TrainingReport& report) : report_(report) {}

  void start() {
    start_ = Clock::now();
  }
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(Clock::now() - start_ - paused_).count();
  }

  // The thread is idle in this scope, which is reported.
  class Break {
   public:
    explicit Break(TrainingTime& time) : time_(time) {
      time_.report_.onBreak();
    }
    ~Break() {
      time_.paused_ += Clock::now() - begin_;
      time_.report_.onBackAtWork();
    }
    Break(const Break&) = delete;
    Break& operator=(const Break&) = delete;

   private:
    TrainingTime& time_;
    Clock::time_point begin_ = Clock::now();
  };

 private:
  TrainingReport& report_;
  Clock::time_point start_;
  Clock::duration paused_{};
};

}  // namespace w2s::train
