// A run as the engine holds it. Engine-internal.
#pragma once

#include <atomic>
#include <cmath>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "core/engine/runner.h"
#include "core/pipeline/memory_failure.h"
#include "core/pipeline/run_context.h"

namespace w2s::engine {

// A run from its request to its end. Before it is prepared it has an id, controls, and nothing else;
// after its end, how it was, so that a handle that is kept costs no memory to speak of.
class EngineRun final : public RunHandle {
 public:
  EngineRun(std::string id, bool is_replay, record::EventSink& sink)
      : id_(std::move(id)), is_replay_(is_replay), sink_(sink) {}

  [[nodiscard]] const std::string& id() const override {
    return id_;
  }
  void pause() override {
    control.pause();
  }
  void resume() override {
    control.resume();
  }
  void step(record::StepUnit unit) override {
    control.step(unit);
  }
  void stop(record::StopMode mode) override {
    control.stop(mode);
  }
  void setSpeed(double steps_per_second) override {
    control.setSpeed(steps_per_second);
  }
  void set(record::LiveParameter parameter, double value) override {
    if (std::isfinite(value) && !is_replay_) {
      control.set(parameter, value);
    }
  }
  void decide(record::DivergenceDecision decision) override {
    control.decide(decision);
  }
  [[nodiscard]] bool isPaused() const override {
    return control.isPaused();
  }
  [[nodiscard]] bool isOver() const override {
    const std::lock_guard lock(mutex_);
    return has_ended_ || ended_unprepared_ || (context_ != nullptr && context_->isOver());
  }
  [[nodiscard]] double seconds() const override {
    const std::lock_guard lock(mutex_);
    return context_ != nullptr ? context_->clock.seconds() : seconds_;
  }

  // --- the engine's side ---

  record::RunControl control;

  [[nodiscard]] record::EventSink& sink() {
    return sink_;
  }
  // From then on the stages may run.
  void take(std::unique_ptr<pipeline::RunContext> context) {
    const std::lock_guard lock(mutex_);
    is_replay_ = context->setup.is_replay;
    context_ = std::move(context);
  }
  // For the tasks before the run's end, and for those that it does not wait for; null behind it.
  [[nodiscard]] std::shared_ptr<pipeline::RunContext> context() {
    const std::lock_guard lock(mutex_);
    return context_;
  }
  // Ends a run that could not be prepared, or was stopped before.
  void endUnprepared(const record::Event& terminal) {
    {
      const std::lock_guard lock(mutex_);
      ended_unprepared_ = true;
    }
    pipeline::reportEnd(sink_, id_, terminal);
    noteEnd();
  }
  // The sink is not called any more.
  void noteEnd() {
    std::shared_ptr<pipeline::RunContext> over;  // goes without the lock
    {
      const std::lock_guard lock(mutex_);
      has_ended_ = true;
      seconds_ = context_ != nullptr ? context_->clock.seconds() : 0.0;
      over = std::move(context_);
    }
    over.reset();
    ended_.notify_all();
  }
  void wait() {
    std::unique_lock lock(mutex_);
    ended_.wait(lock, [this] { return has_ended_; });
  }

 private:
  const std::string id_;
  std::atomic<bool> is_replay_;
  record::EventSink& sink_;
  mutable std::mutex mutex_;
  std::condition_variable ended_;
  std::shared_ptr<pipeline::RunContext> context_;
  double seconds_ = 0.0;  // behind the end
  bool ended_unprepared_ = false;
  bool has_ended_ = false;
};

}  // namespace w2s::engine
