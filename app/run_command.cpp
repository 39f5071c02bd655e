// w2s run: an experiment from the command line, a run repeated, a run continued.
#include <algorithm>
#include <limits>
#include <memory>

#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "app/run_all.h"
#include "app/run_progress.h"
#include "app/run_report.h"
#include "app/standard_streams.h"
#include "app/stop_on_signal.h"
#include "core/base/file_io.h"
#include "core/config/planned_steps.h"
#include "core/config/presets.h"
#include "core/config/settings.h"
#include "core/data/first_experiment.h"
#include "core/engine/runner.h"
#include "core/record/live_parameters.h"
#include "core/store/recorded_run.h"
#include "core/store/run_list.h"
#include "core/store/same_series.h"
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
  std::string fork;
  std::int64_t at = 0;
  bool fresh = false;
  int workers = 0;
  bool json = false;
  bool quiet = false;
};

Result<std::vector<RunRequest>> requestsOf(const RunOptions& options,
                                           const std::filesystem::path& workspace) {
  RunRequest request;
  request.on_divergence = OnDivergence::Fail;
  if (!options.resume.empty()) {
    W2S_TRY(request.resume_id, store::findRun(workspace, options.resume));
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
    request.replay_of = id;
    return std::vector{request};
  }
  if (!options.fork.empty()) {
    W2S_TRY(request.resume_id, store::findRun(workspace, options.fork));
    W2S_TRY(const auto recorded, store::loadRun(store::runsFolder(workspace) / request.resume_id));
    W2S_CHECK(store::checkRepeatable(recorded.manifest));
    request.config = record::configAfter(recorded.manifest.config, recorded.interventions,
                                         static_cast<double>(options.at));
    W2S_CHECK(config::applySettings(request.config, options.settings));
    request.fork_at = options.at;
    return std::vector{request};
  }
  W2S_TRY(request.config, data::loadExperimentOrCard(options.experiment));
  W2S_CHECK(config::applySettings(request.config, options.settings));
  data::makeDatasetAbsolute(request.config);
  if (!options.seeds.empty()) {
    W2S_TRY(request.config.seeds, config::parseSeeds(options.seeds));
  }
  request.fresh = options.fresh;
  std::vector<RunRequest> requests;
  for (const std::int64_t seed : request.config.seeds) {
    requests.push_back(request);
    requests.back().seed = seed;
  }
  return requests;
}

// Why the numbers of a run that was trained on are not those of a longer one; on standard error, so
// that the output stays what it is.
void explainExtension(const RunOptions& options, const std::filesystem::path& workspace) {
  const auto source = store::findRun(workspace, options.resume);
  const auto recorded = source ? store::loadRun(store::runsFolder(workspace) / *source)
                               : Result<store::RecordedRun>(tl::unexpected(source.error()));
  if (!recorded) {
    return;
  }
  const config::ExperimentConfig config =
      record::configAfter(recorded->manifest.config, recorded->interventions);
  const auto student = recorded->stages.find(record::stage::kStudent);
  const std::int64_t taken =
      student == recorded->stages.end() ? 0 : student->second.series.lastStep();
  if (const Sentence note = config::whatMoreStepsMean(config, taken, options.extend);
      !note.text.empty()) {
    sayText(note.text + '\n');
  }
}

// Whether a run has the numbers of the one that it was made from; on standard error too.
void compareWithSource(const RunOptions& options, const std::filesystem::path& workspace,
                       const std::string& id) {
  const auto say = [](const Sentence& sentence) { sayText(sentence.text + '\n'); };
  if (!options.fork.empty()) {
    if (const auto outcome = store::outcomeOfFork(workspace, id)) {
      say(outcome->came_about);
      say(outcome->compared);
    } else {
      say(saidBy(outcome.error()));
    }
    return;
  }
  const auto source = store::findRun(workspace, options.replay);
  if (!source) {
    return;
  }
  const auto runs = store::runsFolder(workspace);
  if (const auto same = store::compareSeries(runs / id, runs / *source, record::stage::kStudent)) {
    say(store::saidOf(*same, *source, std::numeric_limits<std::int64_t>::max()));
  }
}

Result<int> run(const RunOptions& options) {
  const std::filesystem::path workspace = options.workspace.empty()
                                              ? store::defaultWorkspace()
                                              : std::filesystem::path(options.workspace);
  W2S_TRY(const auto requests, requestsOf(options, workspace));
  outliveReaders();
  // Before the runner, whose workers call `progress` until they are joined, whatever ends this function.
  RunProgress progress(options.quiet);
  StartedRuns started;
  const StopOnSignal on_signal([&started] { started.stop(); });
  W2S_TRY(const auto runner,
          makeRunner(
              {.workspace = workspace, .data_folder = options.data, .workers = options.workers}));
  const Status all_started = runAll(*runner, requests, progress, started, options.workers);
  const auto handles = started.handles();
  progress.finish();
  // What keeps a run from being prepared (data, workspace, settings) keeps all of them: it is said
  // once.
  if (const auto refusal = progress.refusal()) {
    return tl::unexpected(*refusal);
  }
  if (!all_started && handles.empty()) {
    return tl::unexpected(all_started.error());
  }
  std::vector<RunRecord> records;
  int exit_code = all_started ? 0 : report(all_started.error());
  for (const auto& handle : handles) {
    records.push_back(progress.record(handle->id()));
    const RunRecord& record = records.back();
    exit_code = record.state == "finished" ? exit_code : std::max(exit_code, 1);
    if (record.error) {
      (void)report(*record.error);
    }
  }
  std::string name = requests.front().config.name;
  if ((!options.resume.empty() || !options.fork.empty()) && !handles.empty()) {
    if (const auto recorded =
            store::loadRun(store::runsFolder(workspace) / handles.front()->id())) {
      name = recorded->manifest.name;
    }
  }
  if (options.extend > 0 && !options.quiet && !handles.empty()) {
    explainExtension(options, workspace);
  }
  if ((!options.fork.empty() || !options.replay.empty()) && !options.quiet && !records.empty() &&
      records.front().began) {
    compareWithSource(options, workspace, records.front().id);
  }
  const std::string table = textReport(name, records);
  putData((options.json ? jsonReport(name, records) : table) + '\n');
  const std::filesystem::path runs_folder = store::runsFolder(workspace);
  for (const RunRecord& record : records) {
    // Writing would make the folder of a run anew that somebody has removed.
    std::error_code ignored;
    if (!record.began || !std::filesystem::is_directory(runs_folder / record.id, ignored)) {
      continue;
    }
    if (const Status saved = writeFileAtomically(runs_folder / record.id / "report.txt", table);
        !saved) {
      (void)report(saved.error());
      exit_code = std::max(exit_code, 1);
    }
  }
  if (!options.json && !records.empty()) {
    put("Report and data: {}\n", (runs_folder / records.front().id).string());
  }
  return exit_code;
}

}  // namespace

void addRunCommand(CLI::App& parent, int& exit_code) {
  auto options = std::make_shared<RunOptions>();
  auto* command = parent.add_subcommand(
      "run", "Run an experiment: weak supervisor, weak labels, ceiling, student");
  auto* experiment = command
                         ->add_option("experiment", options->experiment,
                                      "A preset (w2s presets), a TOML file, or a card of your own "
                                      "data (w2s data card)")
                         ->check(notEmpty());
  auto* set = command
                  ->add_option("--set", options->settings,
                               "Change settings, e.g. --set objective.temperature=2")
                  ->type_name("KEY=VALUE...")
                  ->take_all();
  auto* seeds =
      command->add_option("--seeds", options->seeds, "Seeds, e.g. 0-4 or 0,3,7; one run each")
          ->check(notEmpty());
  command->add_option("--data", options->data, "Folder that holds the data set")
      ->type_name("DIR")
      ->check(notEmpty());
  command->add_option("--workspace", options->workspace, "Folder for runs and cache")
      ->type_name("DIR")
      ->check(notEmpty());
  command->add_option("--workers", options->workers, "Worker threads (default: one a core)")
      ->check(wholeNumber(1, 256));
  auto* resume =
      command->add_option("--resume", options->resume, "Continue an interrupted or stopped run")
          ->type_name("ID")
          ->check(notEmpty());
  command
      ->add_option("--extend", options->extend,
                   "With --resume of a finished run: train on to this many steps")
      ->type_name("STEPS")
      ->check(wholeNumber(1))
      ->needs(resume);
  auto* replay =
      command->add_option("--replay", options->replay, "Repeat a run with its interventions")
          ->type_name("ID")
          ->check(notEmpty());
  auto* fork = command
                   ->add_option("--fork", options->fork,
                                "Branch off from a run: a new one with its student's first steps "
                                "(--at), then with what --set changes")
                   ->type_name("ID")
                   ->check(notEmpty());
  auto* at =
      command->add_option("--at", options->at, "With --fork: after so many steps of the student")
          ->type_name("STEP")
          ->check(wholeNumber(0));
  fork->needs(at);
  at->needs(fork);
  command->add_flag("--fresh", options->fresh,
                    "Train the student anew, even where the cache has it from an equal run");
  resume->excludes(replay)->excludes(experiment)->excludes(set)->excludes(seeds);
  replay->excludes(experiment)->excludes(set)->excludes(seeds);
  fork->excludes(resume)->excludes(replay)->excludes(seeds);
  command->add_flag("--json", options->json, "Print one JSON object on standard output");
  command->add_flag("--quiet", options->quiet, "No progress on standard error");
  command->footer(
      "The 95 % interval of one run's PGR is a bootstrap over its test rows: it holds for this "
      "run's\n"
      "models only. The interval of the mean row is over seeds (Student's t on the ratio of "
      "means)\n"
      "and needs two. Runs whose weak supervisor is at chance, whose ceiling is not above the "
      "floor,\n"
      "or whose student starts above the floor are left out of the mean PGR and counted.");
  command->callback([options, &exit_code] {
    takeNameFromSettings(options->settings, options->experiment);
    if (!options->fork.empty() && !options->experiment.empty()) {
      throw CLI::ValidationError(
          "--fork", "the run names the experiment; leave out \"" + options->experiment + "\"");
    }
    if (options->experiment.empty() && options->resume.empty() && options->replay.empty() &&
        options->fork.empty()) {
      throw CLI::RequiredError(
          "experiment (a preset, see `w2s presets`, or a TOML file), --resume ID, --replay ID or "
          "--fork ID");
    }
    const auto result = run(*options);
    exit_code = result ? *result : report(result.error());
  });
}

}  // namespace w2s::app
