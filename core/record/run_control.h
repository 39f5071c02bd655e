// The controls of one run: pause, continue, step, stop, speed, live parameters, the decision after a
// divergence. Shared between a controlling thread (window or command line) and the worker threads,
// which poll it between batches.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "core/record/common_changes.h"
#include "core/record/live_parameters.h"

namespace w2s::record {

enum class StepUnit { Batch, Evaluation, Epoch };
enum class StopMode { Keep, Discard };
enum class DivergenceDecision { RewindToLastGood, HalveLearningRateAndRetry };

class RunControl {
 public:
  using Clock = std::chrono::steady_clock;

  // --- Controlling side: any thread, never blocks. ---
  void pause();
  void resume();
  // Every training stage at work does one unit more; then the run is paused again.
  void step(StepUnit unit);
  void stop(StopMode mode);
  // Training steps a second and stage; 0 = as fast as possible. Never changes a number.
  void setSpeed(double steps_per_second);
  void set(LiveParameter parameter, double value);
  // Answers a divergence; does nothing while none waits for an answer.
  void decide(DivergenceDecision decision);

  [[nodiscard]] bool isPaused() const;
  [[nodiscard]] bool stopRequested() const;
  [[nodiscard]] StopMode stopMode() const;

  // --- Worker side: one Gate a stage, owned by the thread that works on it. ---
  enum class Turn { Proceed, Stop };
  struct Gate {
    bool evaluated = false;    // set by the worker: the last batch ended with an evaluation
    bool epoch_ended = false;  // set by the worker: the last batch ended an epoch

   private:
    friend class RunControl;
    std::uint64_t grant_seen = 0;
    std::optional<StepUnit> permit;
    std::optional<Clock::time_point> next_due;
  };

  // Called before each batch. Returns at once while the run goes on at full speed (one atomic
  // load). Otherwise blocks while paused or ahead of the speed. `before_wait(paused)` runs without
  // the lock before the thread first blocks in this call, to hand over buffered measurements, and
  // again when a pause turns into mere pacing or pacing into a pause; `paused` tells which it is
  // from now on.
  Turn waitForTurn(Gate& gate, const std::function<void(bool paused)>& before_wait);

  // Live changes posted since the last call, in order. One consumer: the student. Where nobody takes
  // them (the student has not begun, or is over), only the newest of each parameter are kept once
  // kMostWaitingChanges wait.
  static constexpr std::size_t kMostWaitingChanges = 65536;
  [[nodiscard]] std::vector<std::pair<LiveParameter, double>> takeChanges();
  // Before the first of the two below: the run is one of several that adopt changes together.
  void share(std::shared_ptr<CommonChanges> changes);
  // The student begins `step`: the changes of all runs of its experiment that are due.
  [[nodiscard]] std::vector<std::pair<LiveParameter, double>> takeCommonChanges(std::int64_t step);
  // It went back to `step`.
  void goBack(std::int64_t step);
  // The student's course comes from the cache: changes reach it no more. False: one waits already,
  // so the student has to be trained.
  [[nodiscard]] bool closeToChanges();

  // From now on decide() counts; called before the divergence is reported, so that no answer comes too early.
  void expectDecision();
  // Blocks until a decision is posted; empty when the run is to stop.
  [[nodiscard]] std::optional<DivergenceDecision> waitForDecision();

 private:
  // Must hold the lock. What keeps the gate from its next batch.
  enum class Hold { None, Paused, Pacing };
  Hold holdOf(Gate& gate, Clock::time_point now);
  void updateAttention();
  void keepNewestChanges();

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool paused_ = false;
  bool stop_ = false;
  StopMode stop_mode_ = StopMode::Keep;
  double steps_per_second_ = 0.0;
  std::uint64_t grant_ = 0;  // counts step() calls
  StepUnit grant_unit_ = StepUnit::Batch;
  bool awaits_decision_ = false;
  std::optional<DivergenceDecision> decision_;
  std::vector<std::pair<LiveParameter, double>> changes_;
  std::atomic<bool> attention_{false};  // paused, stopped or paced: waitForTurn must take the lock
  std::atomic<bool> has_changes_{false};
  std::shared_ptr<CommonChanges> common_;
  CommonChanges::Place place_;
};

}  // namespace w2s::record
