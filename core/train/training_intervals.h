// What is due after a training step: rows to report, an evaluation, a checkpoint.
//
// Evaluations follow the step alone, so that they fall on the same steps however fast the machine
// is. Reports and checkpoints follow the time, which the caller passes in: equal arguments give
// equal answers. Thread: the training's.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace w2s::train {

class TrainingIntervals {
 public:
  using Clock = std::chrono::steady_clock;

  // How long rows may wait before they are reported; a window redraws at 10 Hz.
  static constexpr Clock::duration kReport = std::chrono::milliseconds(50);
  static constexpr Clock::duration kCheckpoint = std::chrono::seconds(1);
  // Writing checkpoints takes at most one part of the time in so many.
  static constexpr int kCheckpointShare = 20;

  // `evaluate_every` steps, > 0. `reports_by_time`: off on a device whose values cost a wait to read.
  TrainingIntervals(std::int64_t evaluate_every, bool reports_by_time)
      : evaluate_every_(evaluate_every), reports_by_time_(reports_by_time) {}

  void start(Clock::time_point now) {
    last_report_ = last_checkpoint_ = now;
  }
  void noteReport(Clock::time_point now) {
    last_report_ = now;
  }
  void noteCheckpoint(Clock::time_point begin, Clock::time_point end) {
    last_checkpoint_ = end;
    checkpoint_duration_ = end - begin;
  }

  struct Due {
    bool report = false;
    bool evaluation = false;
    bool checkpoint = false;
    friend bool operator==(const Due&, const Due&) = default;
  };
  // `step` completed steps of `steps`.
  [[nodiscard]] Due after(std::int64_t step, std::int64_t steps, Clock::time_point now) const {
    return {.report = reports_by_time_ && now - last_report_ >= kReport,
            .evaluation = step >= steps || step % evaluate_every_ == 0,
            .checkpoint = now - last_checkpoint_ >=
                          std::max(kCheckpoint, kCheckpointShare * checkpoint_duration_)};
  }

 private:
  std::int64_t evaluate_every_;
  bool reports_by_time_;
  Clock::time_point last_report_;
  Clock::time_point last_checkpoint_;
  Clock::duration checkpoint_duration_{};
};

}  // namespace w2s::train
