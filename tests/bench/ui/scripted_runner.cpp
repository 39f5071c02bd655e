#include "tests/bench/ui/scripted_runner.h"

#include <chrono>

#include "core/base/thread_priority.h"
#include "tests/bench/ui/synthetic_run.h"

namespace w2s::bench {
namespace {

using namespace record;
using namespace engine;

struct Handle final : RunHandle {
  std::string name = "scripted";
  std::atomic<bool> stopping{false};
  std::atomic<bool> over{false};

  [[nodiscard]] const std::string& id() const override {
    return name;
  }
  void pause() override {}
  void resume() override {}
  void step(StepUnit) override {}
  void stop(StopMode) override {
    stopping = true;
  }
  void setSpeed(double) override {}
  void set(LiveParameter, double) override {}
  void decide(DivergenceDecision) override {}
  [[nodiscard]] bool isPaused() const override {
    return false;
  }
  [[nodiscard]] bool isOver() const override {
    return over;
  }
  [[nodiscard]] double seconds() const override {
    return 0.0;
  }
};

constexpr auto kTick = std::chrono::milliseconds(50);
constexpr std::int64_t kEvaluations = 200;

void play(std::int64_t steps, int seconds, Handle& handle, EventSink& sink,
          const std::stop_token& stop) {
  lowerThreadPriority();  // as the engine's workers in the window
  const auto tell = [&](const Event& event) { sink.onEvent(handle.id(), event); };
  tell(RunStarted{.name = "scripted",
                  .seed = 0,
                  .device = "cpu",
                  .stages = {{.id = stage::kWeak},
                             {.id = stage::kWeakLabels},
                             {.id = stage::kCeiling, .steps = steps},
                             {.id = stage::kStudent, .steps = steps}}});
  tell(StageFinished{.stage = stage::kWeak, .test = {.accuracy = 0.68, .loss = 1.0, .n = 10'000}});
  tell(StageFinished{.stage = stage::kWeakLabels});
  for (const StageId stage : {stage::kCeiling, stage::kStudent}) {
    tell(StageStarted{.stage = stage, .steps = steps});
  }
  const std::int64_t interval = std::max<std::int64_t>(1, steps / kEvaluations);
  const std::int64_t ticks = seconds > 0 ? seconds * 1000 / kTick.count() : 0;
  const std::int64_t block = ticks > 0 ? std::max<std::int64_t>(1, steps / ticks) : interval;
  std::int64_t evaluated = 0;
  for (std::int64_t step = 0; step < steps && !stop.stop_requested() && !handle.stopping;) {
    const std::int64_t last = std::min(step + block, steps);
    for (const StageId stage : {stage::kCeiling, stage::kStudent}) {
      tell(syntheticSteps(stage, step + 1, last, 9));
    }
    step = last;
    for (; evaluated + interval <= step; evaluated += interval) {
      for (const StageId stage : {stage::kCeiling, stage::kStudent}) {
        tell(syntheticEvaluation(stage, evaluated + interval, steps, 9));
      }
    }
    if (ticks > 0) {
      std::this_thread::sleep_for(kTick);
    }
  }
  handle.over = true;
  if (stop.stop_requested() || handle.stopping) {
    tell(RunStopped{.kept = false});
    return;
  }
  for (const StageId stage : {stage::kCeiling, stage::kStudent}) {
    tell(StageFinished{.stage = stage, .test = {.accuracy = 0.8, .loss = 0.6, .n = 10'000}});
  }
  tell(RunFinished{});
}

}  // namespace

ScriptedRunner::~ScriptedRunner() = default;

Result<std::shared_ptr<RunHandle>> ScriptedRunner::start(const RunRequest&, EventSink& sink) {
  auto handle = std::make_shared<Handle>();
  player_ = std::jthread([this, handle, &sink](const std::stop_token& stop) {
    play(steps_, seconds_, *handle, sink, stop);
  });
  return handle;
}

void ScriptedRunner::wait(const std::vector<std::shared_ptr<RunHandle>>&) {
  if (player_.joinable()) {
    player_.join();
  }
}

}  // namespace w2s::bench
