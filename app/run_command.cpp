// w2s run: an experiment from the command line, a run repeated, a run continued.
#include <atomic>
#include <cstdio>
#include <memory>
#include <pthread.h>
#include <signal.h>
#include <thread>
#include <unistd.h>

#include <fmt/format.h>

#include "app/command.h"
#include "app/run_progress.h"
#include "app/run_report.h"
#include "core/base/file_io.h"
#include "core/config/presets.h"
#include "core/config/settings.h"
#include "core/engine/runner.h"
#include "core/store/recorded_run.h"
#include "core/store/run_list.h"
#include "core/store/workspace.h"

namespace w2s::app {
namespace {

using namespace record;
using namespace engine;

struct RunOptions {
  std::string experiment;
  std::vector<std::string> settings;
  std::string seeds;
  std::string data;
  std::string workspace;
  std::string resume;
  std::string replay;
  std::int64_t extend = 0;
  int workers = 0;
  bool json = false;
  bool quiet = false;
};

// Ctrl+C stops the runs in good order (checkpoint, terminal event); a second one ends the process as usual.
class StopOnSignal {
 public:
  explicit StopOnSignal(std::function<void()> stop) {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    thread_ = std::jthread([this, stop = std::move(stop)](const std::stop_token& token) {
      const timespec poll{.tv_sec = 0, .tv_nsec = 100'000'000};
      while (!token.stop_requested()) {
        if (sigtimedwait(&signals_, nullptr, &poll) > 0) {
          fmt::print(stderr, "\nstopping after this batch; press Ctrl+C again to end at once\n");
          stop();
          while (!token.stop_requested() && sigtimedwait(&signals_, nullptr, &poll) <= 0) {
          }
          if (!token.stop_requested()) {
            _exit(130);  // what is on disk is an interrupted run, which can be resumed
          }
          return;
        }
      }
    });
  }
  // Before any other thread starts, so that all inherit the mask and the signal waits for sigtimedwait.
  static void block() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  }

 private:
  sigset_t signals_{};
  std::jthread thread_;
};

Result<std::vector<RunRequest>> requestsOf(const RunOptions& options,
                                           const std::filesystem::path& workspace) {
  RunRequest request;
  request.on_divergence = OnDivergence::Fail;
  if (!options.resume.empty()) {
    request.resume_id = options.resume;
    request.extend_to_steps = options.extend;
    return std::vector{request};
  }
  if (!options.replay.empty()) {
    W2S_TRY(const std::string id, store::findRun(workspace, options.replay));
    W2S_TRY(const auto recorded, store::loadRun(store::runsFolder(workspace) / id));
    request.config = recorded.manifest.config;
    request.seed = recorded.manifest.seed;
    request.replay = recorded.interventions;
    request.is_replay = true;
    return std::vector{request};
  }
  W2S_TRY(request.config, config::loadExperimentByNameOrPath(options.experiment));
  W2S_CHECK(config::applySettings(request.config, options.settings));
  if (!options.seeds.empty()) {
    W2S_TRY(request.config.seeds, config::parseSeeds(options.seeds));
  }
  std::vector<RunRequest> requests;
  for (const std::int64_t seed : request.config.seeds) {
    requests.push_back(request);
    requests.back().seed = seed;
  }
  return requests;
}

Result<int> run(const RunOptions& options) {
  StopOnSignal::block();
  const std::filesystem::path workspace = options.workspace.empty()
                                              ? store::defaultWorkspace()
                                              : std::filesystem::path(options.workspace);
  W2S_TRY(const auto requests, requestsOf(options, workspace));
  W2S_TRY(const auto runner,
          makeRunner(
              {.workspace = workspace, .data_folder = options.data, .workers = options.workers}));
  RunProgress progress(options.quiet);
  std::mutex handles_mutex;
  std::vector<std::shared_ptr<RunHandle>> handles;
  std::atomic<bool> is_stopping{false};
  {
    const StopOnSignal on_signal([&] {
      is_stopping = true;
      const std::lock_guard lock(handles_mutex);
      for (const auto& handle : handles) {
        handle->stop(StopMode::Keep);
      }
    });
    for (const RunRequest& request : requests) {
      if (is_stopping) {
        break;
      }
      W2S_TRY(auto handle, runner->start(request, progress));
      const std::lock_guard lock(handles_mutex);
      handles.push_back(std::move(handle));
      if (is_stopping) {
        handles.back()->stop(StopMode::Keep);  // the signal came while the run was being made
      }
    }
    runner->wait(handles);
  }
  progress.finish();
  std::vector<RunRecord> records;
  bool all_finished = true;
  for (const auto& handle : handles) {
    records.push_back(progress.record(handle->id()));
    const RunRecord& record = records.back();
    all_finished = all_finished && record.state == "finished";
    if (record.error) {
      (void)report(*record.error);
    }
  }
  std::string name = requests.front().config.name;
  if (!options.resume.empty() && !handles.empty()) {
    if (const auto recorded =
            store::loadRun(store::runsFolder(workspace) / handles.front()->id())) {
      name = recorded->manifest.name;
    }
  }
  const std::string table = textReport(name, records);
  fmt::print("{}\n", options.json ? jsonReport(name, records) : table);
  const std::filesystem::path runs_folder = store::runsFolder(workspace);
  for (const RunRecord& record : records) {
    if (const Status saved = writeFileAtomically(runs_folder / record.id / "report.txt", table);
        !saved) {
      (void)report(saved.error());
      all_finished = false;
    }
  }
  if (!options.json && !records.empty()) {
    fmt::print("Report and data: {}\n", (runs_folder / records.front().id).string());
  }
  return all_finished ? 0 : 1;
}

}  // namespace

void addRunCommand(CLI::App& parent, int& exit_code) {
  auto options = std::make_shared<RunOptions>();
  auto* command = parent.add_subcommand(
      "run", "Run an experiment: weak supervisor, weak labels, ceiling, student");
  auto* experiment = command->add_option("experiment", options->experiment,
                                         "A preset (w2s presets) or a TOML file");
  auto* set = command
                  ->add_option("--set", options->settings,
                               "Change a setting, e.g. --set objective.temperature=2")
                  ->type_name("KEY=VALUE")
                  ->take_all();
  auto* seeds =
      command->add_option("--seeds", options->seeds, "Seeds, e.g. 0-4 or 0,3,7; one run each");
  command->add_option("--data", options->data, "Folder that holds the data set")->type_name("DIR");
  command->add_option("--workspace", options->workspace, "Folder for runs and cache")
      ->type_name("DIR");
  command->add_option("--workers", options->workers, "Worker threads (default: one a core)")
      ->check(CLI::Range(1, 256));
  auto* resume =
      command->add_option("--resume", options->resume, "Continue an interrupted or stopped run")
          ->type_name("ID");
  command
      ->add_option("--extend", options->extend,
                   "With --resume of a finished run: train on to this many steps")
      ->type_name("STEPS")
      ->needs(resume);
  auto* replay =
      command->add_option("--replay", options->replay, "Repeat a run with its interventions")
          ->type_name("ID");
  resume->excludes(replay)->excludes(experiment)->excludes(set)->excludes(seeds);
  replay->excludes(experiment)->excludes(set)->excludes(seeds);
  command->add_flag("--json", options->json, "Print one JSON object on standard output");
  command->add_flag("--quiet", options->quiet, "No progress on standard error");
  command->callback([options, &exit_code] {
    if (options->experiment.empty() && options->resume.empty() && options->replay.empty()) {
      throw CLI::CallForHelp();
    }
    const auto result = run(*options);
    exit_code = result ? *result : report(result.error());
  });
}

}  // namespace w2s::app
