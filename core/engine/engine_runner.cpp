// The engine behind runner.h: a pool of single-threaded workers on which the stages of all runs are
// scheduled.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <new>
#include <optional>
#include <stop_token>
#include <system_error>
#include <thread>

#include <fmt/format.h>

#include <ATen/Parallel.h>

#include "core/base/log.h"
#include "core/base/thread_priority.h"
#include "core/data/registry.h"
#include "core/engine/devices.h"
#include "core/engine/engine_run.h"
#include "core/engine/guarded.h"
#include "core/engine/prepare_run.h"
#include "core/engine/runner.h"
#include "core/engine/scheduler.h"
#include "core/pipeline/memory_failure.h"
#include "core/pipeline/run_context.h"
#include "core/pipeline/run_stage.h"
#include "core/pipeline/run_summary.h"
#include "core/pipeline/stages/stage_parts.h"
#include "core/store/workspace.h"

namespace w2s::engine {
namespace {

// Tasks must not throw: where even the error does not find its memory, the run learns that alone.
template <class Work>
void orFailForMemory(pipeline::RunContext& context, const Work& work) {
  try {
    work();
  } catch (const std::exception&) {
    context.failForMemory();
  }
}

void work(pipeline::RunContext& context, const record::StageId& stage) {
  if (context.hasFailed() || context.control.stopRequested() || !context.hasInputsOf(stage)) {
    return;
  }
  const record::WorkShift shift(context.clock);
  const Status status = guarded(
      [&]() -> Status {
        W2S_TRY(const pipeline::StageEnd end, runStage(context, stage));
        if (end == pipeline::StageEnd::Done) {
          context.noteDone(stage);
        }
        return {};
      },
      sentence("The stage {}", stage));
  if (!status && status.error().code != ErrorCode::Interrupted) {
    logger("w2s.run")->error("run={} stage={} {} {}", context.id(), stage, status.error().message,
                             status.error().detail);
    context.fail(status.error(), stage);
  }
}

using Help = Status (*)(pipeline::RunContext& context);

// An idle worker's share in a stage of a run.
void help(pipeline::RunContext& context, Help work) {
  const record::WorkShift shift(context.clock);
  const Status helped = guarded([&] { return work(context); }, {.text = "Helping with a stage"});
  if (!helped && helped.error().code != ErrorCode::Interrupted) {
    logger("w2s.run")->warn("{}", helped.error().message);
  }
}

// A run must end with its terminal event even if its summary cannot be made.
void conclude(pipeline::RunContext& context) {
  const record::WorkShift shift(context.clock);
  std::optional<record::RunSummary> summary;
  orFailForMemory(context, [&] {
    if (context.hasFailed() || !context.allDone()) {
      return;
    }
    const Status made = guarded(
        [&]() -> Status {
          W2S_CHECK(pipeline::matchStepsOfStudent(context));
          W2S_TRY(summary, pipeline::summarise(context));
          return {};
        },
        sentence("The summary"));
    if (!made && made.error().code != ErrorCode::Interrupted) {
      context.fail(made.error(), std::nullopt);
    }
  });
  context.conclude(summary);
}

class EngineRunner final : public Runner {
 public:
  explicit EngineRunner(RunnerOptions options)
      : options_(std::move(options)),
        shared_{.open_data = [this](const std::string& name) { return open(name); },
                .feature_bank = std::make_shared<pipeline::FeatureBank>()},
        workers_(options_.workers > 0 ? options_.workers : defaultWorkers()),
        scheduler_(workers_, [priority = options_.worker_priority] { prepareWorker(priority); }) {
    (void)pipeline::memoryFailure();
  }

  ~EngineRunner() override {
    preparation_.request_stop();
    // Without a lock: nobody may start a run any more.
    for (const auto& weak : runs_) {
      if (const auto run = weak.lock()) {
        run->stop(record::StopMode::Keep);
      }
    }
    for (const auto& weak : runs_) {
      if (const auto run = weak.lock()) {
        run->wait();  // it still writes its end
      }
    }
  }

  Result<std::shared_ptr<RunHandle>> start(const record::RunRequest& request,
                                           record::EventSink& sink) override {
    {
      const std::lock_guard lock(mutex_);
      preparation_.request_stop();  // its workers are wanted; what it has made is kept
    }
    W2S_TRY(std::string id, idFor(options_, request));
    auto run = std::make_shared<EngineRun>(std::move(id), request.is_replay, sink);
    run->control.setSpeed(request.steps_per_second);
    run->control.share(request.common_changes);
    if (request.start_paused) {
      run->control.pause();
    }
    {
      const std::lock_guard lock(mutex_);
      std::erase_if(runs_, [](const auto& weak) { return weak.expired(); });
      runs_.push_back(run);
    }
    scheduler_.add([this, run, request] { prepareAndQueue(run, request); }, {}, kStartPriority);
    return run;
  }

  void prepare(const config::ExperimentConfig& config, std::int64_t seed) override {
    const std::lock_guard lock(mutex_);
    preparation_.request_stop();
    preparation_ = std::stop_source();
    shared_.feature_bank->dropAbandoned();
    scheduler_.add([this, config, seed,
                    stop = preparation_.get_token()] { makeFeaturesAhead(config, seed, stop); },
                   {}, kPreparePriority);
  }

  void wait(const std::vector<std::shared_ptr<RunHandle>>& runs) override {
    for (const auto& handle : runs) {
      if (auto* run = dynamic_cast<EngineRun*>(handle.get())) {
        run->wait();
      }
    }
  }

 private:
  static constexpr int kStartPriority = 200;  // short, and a person waits for it
  static constexpr int kConclusionPriority = 100;
  static constexpr int kHelpPriority = -1;     // after every stage that is ready
  static constexpr int kPreparePriority = -2;  // after everything that a run needs
  static constexpr auto kUntilMemoryIsFree = std::chrono::milliseconds(50);

  static void prepareWorker(WorkerPriority priority) {
    at::set_num_threads(1);
    if (priority == WorkerPriority::BelowWindow) {
      lowerThreadPriority();
    }
  }

  // On a worker: everything a run needs before its first stage, then its stages.
  void prepareAndQueue(const std::shared_ptr<EngineRun>& run, const record::RunRequest& request) {
    if (run->control.stopRequested()) {
      run->endUnprepared(record::RunStopped{.kept = false});
      return;
    }
    try {
      const Status prepared = guarded([&] { return prepareAndReport(run, request); },
                                      sentence("The preparation of the run"));
      if (!prepared) {
        run->endUnprepared(record::RunFailed{.error = prepared.error(), .stage = {}, .step = 0});
        return;
      }
    } catch (const std::exception&) {
      run->endUnprepared(pipeline::memoryFailure());
      return;
    }
    queueStages(run);
  }

  Status prepareAndReport(const std::shared_ptr<EngineRun>& run,
                          const record::RunRequest& request) {
    W2S_TRY(auto context,
            prepareRun(options_, request, run->id(), shared_, run->sink(), run->control,
                       {.release = [this] { scheduler_.release(); },
                        .acquire = [this] { scheduler_.acquire(); },
                        .slow_down = [this] { scheduler_.letAlikeBegin(); }}));
    const pipeline::RunSetup& setup = context->setup;
    const Status begun = guarded(
        [&] {
          return context->emit(record::RunStarted{.name = setup.config.name,
                                                  .seed = setup.seed,
                                                  .device = setup.device.str(),
                                                  .stages = setup.stages});
        },
        sentence("The preparation of the run"));
    if (!begun) {
      abandonIfNew(request, *context);
      return begun;
    }
    run->take(std::move(context));
    return {};
  }

  void queueStages(const std::shared_ptr<EngineRun>& run) {
    const std::shared_ptr<pipeline::RunContext> context =
        run->context();  // the run may end meanwhile
    std::vector<Scheduler::TaskId> all;
    ++open_runs_;
    orFailForMemory(*context, [&] { addStages(run, all); });
    // After a failure too the run ends behind those of its stages that are queued. They stop now,
    // and what they give back is enough for this.
    while (!addConclusion(run, all)) {
      std::this_thread::sleep_for(kUntilMemoryIsFree);
    }
    for (const record::PlannedStage& stage : context->setup.stages) {
      const pipeline::StageType* const type = pipeline::findStageType(stage.kind);
      if (type == nullptr || type->help == nullptr || stage.cached) {
        continue;
      }
      // Nobody waits for these: they end with the stage, or find its work done.
      orFailForMemory(*context, [&] {
        addHelpers([weak = std::weak_ptr(run), work = type->help] {
          const auto run_there = weak.lock();
          if (const auto open = run_there ? run_there->context() : nullptr) {
            orFailForMemory(*open, [&] { help(*open, work); });
          }
        });
      });
    }
  }

  // The tasks so far are in `all`, when it throws too.
  void addStages(const std::shared_ptr<EngineRun>& run, std::vector<Scheduler::TaskId>& all) {
    const std::shared_ptr<pipeline::RunContext> context = run->context();
    const std::vector<record::PlannedStage>& stages = context->setup.stages;
    all.reserve(stages.size());
    std::map<record::StageId, Scheduler::TaskId> tasks;
    for (const record::PlannedStage& stage : stages) {
      std::vector<Scheduler::TaskId> needs;
      for (const record::StageId& need : stage.needs()) {
        needs.push_back(tasks.at(need));
      }
      // Nearly finished runs first, so that runs of many seeds end one after the other and give
      // their memory back.
      const int priority = static_cast<int>(all.size());
      all.push_back(scheduler_.add(
          [run, context, id = stage.id] { orFailForMemory(*context, [&] { work(*context, id); }); },
          needs, priority, [context] { return context->holdsStages(); },
          pipeline::isSharedThroughCache(context->setup, stage) ? stage.fingerprint
                                                                : std::string()));
      tasks[stage.id] = all.back();
    }
  }

  bool addConclusion(const std::shared_ptr<EngineRun>& run,
                     const std::vector<Scheduler::TaskId>& all) {
    try {
      scheduler_.add(
          [this, run] {
            if (const auto context = run->context()) {
              conclude(*context);
            }
            if (--open_runs_ == 0) {  // what they shared is not kept for a run that may never come
              shared_.feature_bank->dropScaled();
            }
            run->noteEnd();
          },
          all, kConclusionPriority);
      return true;
    } catch (const std::bad_alloc&) {
      return false;
    }
  }

  void addHelpers(const std::function<void()>& work) {
    for (int i = 1; i < workers_; ++i) {
      scheduler_.add(work, {}, kHelpPriority);
    }
  }

  // One job looks; the other workers join it where there is something to make.
  void makeFeaturesAhead(const config::ExperimentConfig& config, std::int64_t seed,
                         const std::stop_token& stop) {
    const auto before_chunk = [stop]() -> Status {
      return stop.stop_requested() ? fail(ErrorCode::Interrupted, "stopped") : Status{};
    };
    const Status made = guarded(
        [&]() -> Status {
          W2S_CHECK(before_chunk());
          W2S_TRY(pipeline::RunSetup made_setup, makeSetup(options_, config, seed, shared_));
          const auto setup = std::make_shared<const pipeline::RunSetup>(std::move(made_setup));
          if (!isCheapAhead(setup->config.strong.backbone) ||
              pipeline::strongFeaturesAreCached(*setup)) {
            return {};
          }
          addHelpers([setup, before_chunk] {
            const Status helped = guarded([&] { return helpWithFeatures(*setup, before_chunk); },
                                          {.text = "Making features ahead"});
            (void)helped;  // the first job reports a failure, and so does the run that needs them
          });
          return helpWithFeatures(*setup, before_chunk);
        },
        {.text = "Making features ahead"});
    if (!made && made.error().code != ErrorCode::Interrupted) {
      // A run of these settings fails in the same way, and reports it.
      logger("w2s.run")->info("features ahead of a run: {}", made.error().message);
    }
  }

  Result<std::shared_ptr<data::Dataset>> open(const std::string& name) {
    const std::lock_guard lock(sources_mutex_);
    if (const auto found = sources_.find(name);
        found != sources_.end() && found->second->isCurrent()) {
      return found->second;
    }
    if (options_.before_data) {
      options_.before_data(name);
    }
    W2S_TRY(auto source, data::openDataSet(name, options_.data_folder));
    sources_.insert_or_assign(name, source);
    return source;
  }

  const RunnerOptions options_;
  const SharedParts shared_;
  const int workers_;
  std::atomic<int> open_runs_{0};  // whose stages are queued
  std::mutex mutex_;
  std::stop_source preparation_;
  std::mutex sources_mutex_;  // of its own, so that prepare() never waits for a file
  std::map<std::string, std::shared_ptr<data::Dataset>> sources_;
  std::vector<std::weak_ptr<EngineRun>> runs_;
  Scheduler scheduler_;  // last: its threads end before anything they use
};

}  // namespace

Result<std::unique_ptr<Runner>> makeRunner(const RunnerOptions& options) {
  RunnerOptions resolved = options;
  if (resolved.workspace.empty()) {
    resolved.workspace = store::defaultWorkspace();
  }
  try {
    return std::make_unique<EngineRunner>(std::move(resolved));
  } catch (const std::system_error& error) {
    return fail(ErrorCode::Internal,
                sentence("The system gives the engine no threads: {}. Close other programs, or ask "
                         "for fewer workers.",
                         error.code().message()));
  }
}

}  // namespace w2s::engine
