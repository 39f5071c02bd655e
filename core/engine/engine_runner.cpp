// The engine behind runner.h: a pool of single-threaded workers on which the stages of all runs are
// scheduled.
#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include <fmt/format.h>

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <c10/util/Exception.h>

#include "core/base/log.h"
#include "core/base/thread_priority.h"
#include "core/data/registry.h"
#include "core/engine/prepare_run.h"
#include "core/engine/runner.h"
#include "core/engine/scheduler.h"
#include "core/pipeline/run_context.h"
#include "core/pipeline/stages/stage_parts.h"
#include "core/store/workspace.h"

namespace w2s::engine {
namespace {

tl::unexpected<Error> outOfMemory(std::string detail) {
  return fail(ErrorCode::OutOfMemory,
              "There is not enough memory for this stage. Use a smaller batch, fewer rows or a "
              "smaller model, "
              "or close other programs.",
              std::move(detail));
}

// The one place where exceptions of LibTorch become errors.
template <class Work>
Status guarded(const Work& work, const Sentence& what) {
  try {
    return work();
  } catch (const c10::OutOfMemoryError& error) {
    return outOfMemory(error.what());
  } catch (const c10::Error& error) {
    const std::string short_text = error.what_without_backtrace();
    // The CPU allocator reports exhaustion as a plain error with this text.
    if (short_text.find("DefaultCPUAllocator") != std::string::npos) {
      return outOfMemory(error.what());
    }
    return fail(ErrorCode::Internal, sentence("{} failed: {}", what, short_text), error.what());
  } catch (const std::bad_alloc&) {
    return outOfMemory("std::bad_alloc");
  } catch (const std::exception& error) {
    return fail(ErrorCode::Internal, sentence("{} failed: {}", what, error.what()));
  }
}

void work(pipeline::RunContext& context, const record::StageId& stage) {
  if (context.hasFailed() || context.control.stopRequested()) {
    return;
  }
  const record::WorkShift shift(context.clock);
  const Status status =
      guarded([&] { return runStage(context, stage); }, sentence("The stage {}", stage));
  if (!status && status.error().code == ErrorCode::Interrupted) {
    return;  // stopped on request: an outcome, not an error
  }
  if (!status) {
    logger("w2s.run")->error("run={} stage={} {} {}", context.id(), stage, status.error().message,
                             status.error().detail);
    context.fail(status.error(), stage);
  }
}

// An idle worker's share in the features of a run.
void help(pipeline::RunContext& context) {
  const record::WorkShift shift(context.clock);
  const Status helped =
      guarded([&] { return helpRun(context); }, {.text = "Helping with features"});
  if (!helped && helped.error().code != ErrorCode::Interrupted) {
    logger("w2s.run")->warn("run={} {}", context.id(), helped.error().message);
  }
}

// Tasks must not throw, and a run must end with its terminal event even if its summary cannot be made.
void conclude(pipeline::RunContext& context) {
  const record::WorkShift shift(context.clock);
  std::optional<record::RunSummary> summary;
  if (!context.hasFailed() && !context.control.stopRequested()) {
    const Status made = guarded(
        [&]() -> Status {
          W2S_TRY(summary, context.summarise());
          return {};
        },
        sentence("The summary"));
    if (!made) {
      context.fail(made.error(), std::nullopt);
    }
  }
  context.conclude(summary);
}

class EngineRun final : public RunHandle {
 public:
  explicit EngineRun(std::unique_ptr<pipeline::RunContext> context)
      : context_(std::move(context)), id_(context_->id()) {}

  [[nodiscard]] const std::string& id() const override {
    return id_;
  }
  void pause() override {
    context_->control.pause();
  }
  void resume() override {
    context_->control.resume();
  }
  void step(record::StepUnit unit) override {
    context_->control.step(unit);
  }
  void stop(record::StopMode mode) override {
    context_->control.stop(mode);
  }
  void setSpeed(double steps_per_second) override {
    context_->control.setSpeed(steps_per_second);
  }
  void set(record::LiveParameter parameter, double value) override {
    if (std::isfinite(value) && !context_->setup.is_replay) {
      context_->control.set(parameter, value);
    }
  }
  void decide(record::DivergenceDecision decision) override {
    context_->control.decide(decision);
  }
  [[nodiscard]] bool isPaused() const override {
    return context_->control.isPaused();
  }
  [[nodiscard]] bool isOver() const override {
    return context_->isOver();
  }
  [[nodiscard]] double seconds() const override {
    return context_->clock.seconds();
  }

  [[nodiscard]] pipeline::RunContext& context() {
    return *context_;
  }
  std::vector<Scheduler::TaskId> tasks;

 private:
  std::unique_ptr<pipeline::RunContext> context_;
  std::string id_;
};

class EngineRunner final : public Runner {
 public:
  explicit EngineRunner(RunnerOptions options)
      : options_(std::move(options)),
        shared_{.open_data = [this](const std::string& name) { return open(name); },
                .feature_bank = std::make_shared<pipeline::FeatureBank>()},
        workers_(workerCount(options_)),
        scheduler_(workers_, [priority = options_.worker_priority] { prepareWorker(priority); }) {}

  ~EngineRunner() override {
    preparation_.request_stop();
    std::vector<std::shared_ptr<EngineRun>> open;
    {
      const std::lock_guard lock(mutex_);
      for (const auto& weak : runs_) {
        if (auto run = weak.lock(); run && !run->isOver()) {
          open.push_back(run);
        }
      }
    }
    for (const auto& run : open) {
      run->stop(record::StopMode::Keep);
    }
    for (const auto& run : open) {
      scheduler_.wait(run->tasks);  // each run still writes its end
    }
  }

  Result<std::shared_ptr<RunHandle>> start(const record::RunRequest& request,
                                           record::EventSink& sink) override {
    {
      const std::lock_guard lock(mutex_);
      preparation_.request_stop();  // its workers are wanted; what it has made is kept
    }
    W2S_TRY(auto context, prepareRun(options_, request, shared_, sink));
    auto run = std::make_shared<EngineRun>(std::move(context));
    pipeline::RunContext& prepared = run->context();
    if (const Status told = prepared.emit(record::RunStarted{.name = prepared.setup.config.name,
                                                             .seed = prepared.setup.seed,
                                                             .device = prepared.setup.device.str(),
                                                             .stages = prepared.setup.stages});
        !told) {
      if (request.resume_id.empty() || request.extend_to_steps > 0) {
        prepared.abandon();
      }
      return tl::unexpected(told.error());
    }
    std::map<record::StageId, Scheduler::TaskId> tasks;
    for (const record::PlannedStage& stage : prepared.setup.stages) {
      std::vector<Scheduler::TaskId> needs;
      for (const record::StageId& need : stage.needs()) {
        needs.push_back(tasks.at(need));
      }
      // Nearly finished runs first, so that runs of many seeds end one after the other and give
      // their memory back.
      const int priority = static_cast<int>(run->tasks.size());
      tasks[stage.id] =
          scheduler_.add([run, id = stage.id] { work(run->context(), id); }, needs, priority);
      run->tasks.push_back(tasks[stage.id]);
    }
    run->tasks.push_back(
        scheduler_.add([run] { conclude(run->context()); }, run->tasks, kConclusionPriority));
    if (tasks.contains(record::stage::kFeatures)) {
      // Nobody waits for these: they end with the features, or find them made.
      for (int i = 1; i < workers_; ++i) {
        scheduler_.add(
            [weak = std::weak_ptr(run)] {
              if (const auto open = weak.lock()) {
                help(open->context());
              }
            },
            {}, kHelpPriority);
      }
    }
    const std::lock_guard lock(mutex_);
    std::erase_if(runs_, [](const auto& weak) { return weak.expired(); });
    runs_.push_back(run);
    return run;
  }

  void prepare(const config::ExperimentConfig& config, std::int64_t seed) override {
    const std::lock_guard lock(mutex_);
    preparation_.request_stop();
    preparation_ = std::stop_source();
    shared_.feature_bank->dropAbandoned();
    for (int i = 0; i < workers_; ++i) {
      scheduler_.add([this, config, seed,
                      stop = preparation_.get_token()] { makeFeaturesAhead(config, seed, stop); },
                     {}, kPreparePriority);
    }
  }

  void wait(const std::vector<std::shared_ptr<RunHandle>>& runs) override {
    for (const auto& run : runs) {
      scheduler_.wait(static_cast<EngineRun&>(*run).tasks);
    }
  }

 private:
  static constexpr int kConclusionPriority = 100;
  static constexpr int kHelpPriority = -1;     // after every stage that is ready
  static constexpr int kPreparePriority = -2;  // after everything that a run needs

  static void prepareWorker(WorkerPriority priority) {
    at::set_num_threads(1);
    if (priority == WorkerPriority::BelowWindow) {
      lowerThreadPriority();
    }
  }

  static int workerCount(const RunnerOptions& options) {
    if (options.workers > 0) {
      return options.workers;
    }
    return at::hasCUDA() ? 1 : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  }

  void makeFeaturesAhead(const config::ExperimentConfig& config, std::int64_t seed,
                         const std::stop_token& stop) const {
    const auto before_chunk = [&]() -> Status {
      return stop.stop_requested() ? fail(ErrorCode::Interrupted, "stopped") : Status{};
    };
    const Status made = guarded(
        [&]() -> Status {
          W2S_CHECK(before_chunk());
          W2S_TRY(const pipeline::RunSetup setup, makeSetup(options_, config, seed, shared_));
          return helpWithFeatures(setup, before_chunk);
        },
        {.text = "Making features ahead"});
    if (!made && made.error().code != ErrorCode::Interrupted) {
      // Whoever starts the run meets the same trouble, and is told.
      logger("w2s.run")->info("features ahead of a run: {}", made.error().message);
    }
  }

  Result<std::shared_ptr<data::DataSource>> open(const std::string& name) {
    const std::lock_guard lock(sources_mutex_);
    if (const auto found = sources_.find(name); found != sources_.end()) {
      return found->second;
    }
    W2S_TRY(auto source, data::openDataSet(name, options_.data_folder));
    sources_.emplace(name, source);
    return source;
  }

  const RunnerOptions options_;
  const SharedParts shared_;
  const int workers_;
  std::mutex mutex_;
  std::stop_source preparation_;
  std::mutex sources_mutex_;  // of its own, so that prepare() never waits for a file
  std::map<std::string, std::shared_ptr<data::DataSource>> sources_;
  std::vector<std::weak_ptr<EngineRun>> runs_;
  Scheduler scheduler_;  // last: its threads end before anything they use
};

}  // namespace

Result<std::unique_ptr<Runner>> makeRunner(const RunnerOptions& options) {
  RunnerOptions resolved = options;
  if (resolved.workspace.empty()) {
    resolved.workspace = store::defaultWorkspace();
  }
  return std::make_unique<EngineRunner>(std::move(resolved));
}

}  // namespace w2s::engine
