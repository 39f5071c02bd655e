// The engine as the window and the command line see it: start runs, steer them, receive their
// events. Torch-free. The engine library provides the implementation (makeRunner); tests of the
// window provide a fake.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/sentence.h"
#include "core/config/experiment_config.h"
#include "core/record/event.h"
#include "core/record/live_parameters.h"
#include "core/record/run_control.h"
#include "core/record/run_request.h"
#include "core/record/stage.h"

namespace w2s::engine {

// BelowWindow: the workers have a lower priority than the thread that draws
// (core/base/thread_priority.h).
enum class WorkerPriority { Normal, BelowWindow };

struct RunnerOptions {
  std::filesystem::path workspace;    // holds runs/ and cache/
  std::filesystem::path data_folder;  // empty: the data set's usual places
  int workers = 0;                    // 0: one a core on CPU, one on a GPU
  WorkerPriority worker_priority = WorkerPriority::Normal;
  // Called on a worker before a data set is opened; may block. Tests hold a run there.
  std::function<void(const std::string& data_set)> before_data = {};
};

// Handle of one run. All methods are callable from any thread and do not block.
class RunHandle {
 public:
  virtual ~RunHandle() = default;
  [[nodiscard]] virtual const std::string& id() const = 0;
  virtual void pause() = 0;
  virtual void resume() = 0;
  virtual void step(record::StepUnit unit) = 0;
  virtual void stop(record::StopMode mode) = 0;
  virtual void setSpeed(double steps_per_second) = 0;
  virtual void set(record::LiveParameter parameter, double value) = 0;
  virtual void decide(record::DivergenceDecision decision) = 0;
  [[nodiscard]] virtual bool isPaused() const = 0;
  [[nodiscard]] virtual bool isOver() const = 0;
  // Of working on the run so far, earlier sittings included (core/record/work_clock.h).
  [[nodiscard]] virtual double seconds() const = 0;
};

class Runner {
 public:
  // Requests stop of every run and joins the workers.
  virtual ~Runner() = default;

  // Returns at once. A worker checks configuration, data and workspace, makes the run folder and
  // queues the stages: RunStarted says that the run is prepared; RunFailed, as its only event, why
  // it cannot be, and then nothing is left behind. Errors here: the request names no recorded run.
  // `sink` outlives the run and gets its events on worker threads, one call at a time a run. A run
  // that is paused leaves its workers to other runs.
  [[nodiscard]] virtual Result<std::shared_ptr<RunHandle>> start(const record::RunRequest& request,
                                                                 record::EventSink& sink) = 0;
  // A hint that this run may be wanted soon: what it needs and does not depend on anything that is
  // still to be trained (the frozen backbone's features) is made by idle workers and kept in the
  // cache. Does not block and reports nothing. A start ends it and goes on with what is made; another
  // call drops what is half made. Failures show when the run is started.
  virtual void prepare(const config::ExperimentConfig& config, std::int64_t seed) {
    (void)config;
    (void)seed;
  }
  // Blocks until the given runs are over. Not for the GUI thread.
  virtual void wait(const std::vector<std::shared_ptr<RunHandle>>& runs) = 0;
};

// Engine implementation (core/engine/engine_runner.cpp). Errors: the system has no threads for it.
[[nodiscard]] Result<std::unique_ptr<Runner>> makeRunner(const RunnerOptions& options);

struct WantedRun {
  config::ExperimentConfig config;
  std::int64_t seed = 0;
};

// What runs would do: the stages of each with their fingerprints, `cached` where the cache has the
// result. Makes and trains nothing. Blocks (reads labels, hashes files; some milliseconds a run): not
// for the GUI thread. `is_unwanted` is asked before each run. Errors: a run cannot be had; Interrupted.
[[nodiscard]] Result<std::vector<std::vector<record::PlannedStage>>> planRuns(
    const RunnerOptions& options, std::span<const WantedRun> runs,
    const std::function<bool()>& is_unwanted = {});

// A device as a chooser shows it; `why_not` is empty for a usable one.
struct DeviceInfo {
  std::string name;  // "cpu", "cuda:0"
  Sentence title;    // "CPU, 2 cores", "NVIDIA H200"
  Sentence why_not;
};
[[nodiscard]] std::vector<DeviceInfo> listDevices();

}  // namespace w2s::engine
