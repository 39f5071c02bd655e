// Waits for the turns of a training: a pause is reported when it begins and when
// it ends, begins with a checkpoint, and is no part of the training's time. A pause that ends in pacing
// (a speed in steps a second) is over at once: from then on the training goes slowly, but it goes.
// Thread: the training's.
#pragma once

#include <functional>
#include <optional>

#include "core/record/run_control.h"
#include "core/train/training_time.h"

namespace w2s::train {

class TrainingPauses {
 public:
  using RunControl = record::RunControl;
  using Action = std::function<Status()>;

  TrainingPauses(RunControl& control, TrainingReport& report, TrainingTime& time)
      : control_(control), report_(report), time_(time) {}

  // Until the next step may be taken or the training is to stop. `flush` runs before any wait,
  // `checkpoint` before a pause; the first failure of them or of the report is returned.
  Result<RunControl::Turn> waitForTurn(RunControl::Gate& gate, const Action& flush,
                                       const Action& checkpoint) {
    Status status;
    std::optional<TrainingTime::Break> pause;
    const auto and_then = [&status](const Action& action) {
      if (status) {
        status = action();
      }
    };
    const auto before_wait = [&](bool paused) {
      and_then(flush);
      if (!paused) {
        pause.reset();
        and_then([this] { return reportResumed(); });
        return;
      }
      if (!is_reported_) {
        is_reported_ = true;
        and_then(checkpoint);
        and_then([this] { return report_.onPaused(); });
      }
      if (!pause) {
        pause.emplace(time_);
      }
    };
    const RunControl::Turn turn = control_.waitForTurn(gate, before_wait);
    pause.reset();
    and_then([this] { return reportResumed(); });
    W2S_CHECK(status);
    return turn;
  }

 private:
  Status reportResumed() {
    if (!is_reported_ || control_.isPaused()) {
      return {};
    }
    is_reported_ = false;
    return report_.onContinued();
  }

  RunControl& control_;
  TrainingReport& report_;
  TrainingTime& time_;
  bool is_reported_ = false;  // the pause: once, however often it is left for a step
};

}  // namespace w2s::train
