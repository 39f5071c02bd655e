// w2s study: experiments that differ in chosen settings, run, continued and tabled.
#include <algorithm>
#include <cmath>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "app/run_all.h"
#include "app/run_progress.h"
#include "app/standard_streams.h"
#include "app/stop_on_signal.h"
#include "app/study_forecast.h"
#include "app/study_options.h"
#include "core/config/assign.h"
#include "core/engine/runner.h"
#include "core/store/run_index.h"
#include "core/store/workspace.h"
#include "core/study/newcomers.h"
#include "core/study/study.h"
#include "core/study/study_folder.h"
#include "core/study/study_state.h"

namespace w2s::app {
namespace {

using study::CellRun;
using study::CellState;
using study::RunStatus;
using study::Study;

Result<int> printState(const Study& study, const StudyOptions& options) {
  W2S_TRY(const auto state, study::stateOf(study, options.folder()));
  if (options.json) {
    putData(studyJson(study, state) + '\n');
  } else {
    putText(cellsTable(study, state));
  }
  const bool is_done = std::ranges::all_of(state, [](const CellState& cell) {
    return cell.finished() == static_cast<std::int64_t>(cell.runs.size());
  });
  return is_done ? 0 : 1;
}

Result<int> showRuns(const StudyOptions& options) {
  W2S_TRY(const Study study, loadStudy(options));
  const Queue queue = queueOf(study, options);
  W2S_TRY(const auto state, study::stateOf(study, options.folder()));
  if (options.json) {
    putData(studyJson(study, state, queue) + '\n');
  } else {
    putText(runsTable(study, state, queue));
  }
  return 0;
}

Result<int> status(const StudyOptions& options) {
  W2S_TRY(const Study study, loadStudy(options));
  const Queue queue = queueOf(study, options);
  W2S_TRY(const auto state, study::stateOf(study, options.folder()));
  if (options.json) {
    putData(studyJson(study, state, queue) + '\n');
  } else {
    putText(cellsTable(study, state) + queueText(queue, study, state));
  }
  return 0;  // an unfinished study is no failure of this verb
}

// The runs that --only names, one a line. 0: each is finished, or trained by another program.
Result<int> printOnly(const Study& study, const StudyOptions& options) {
  W2S_TRY(const auto state, study::stateOf(study, options.folder()));
  int exit_code = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    for (const CellRun& run : state[i].runs) {
      if (std::ranges::find(options.only, study::keyOf(study.cells[i].config, run.seed)) ==
          options.only.end()) {
        continue;
      }
      if (!options.json) {
        put("{}, seed {}: {}{}{}\n", study::cellName(study.cells[i]), run.seed,
            study::nameOf(run.status), run.reason.empty() ? "" : ": ", run.reason);
      }
      if (run.status != RunStatus::Finished && run.status != RunStatus::Running) {
        exit_code = 1;
      }
    }
  }
  if (options.json) {
    putData(studyJson(study, state) + '\n');
  }
  return exit_code;
}

// Of what is left to do, the runs that --only names or --failed means; all without them.
Result<std::vector<record::RunRequest>> requestsFor(const Study& study,
                                                    const std::vector<CellState>& state,
                                                    const StudyOptions& options) {
  const std::vector<std::string>& only = options.only;
  const study::Left left = options.failed ? study::Left::FailedAlone : study::Left::All;
  std::set<std::string> unknown(only.begin(), only.end());
  for (const study::Cell& cell : study.cells) {
    for (const std::int64_t seed : study.seeds) {
      unknown.erase(only.empty() ? std::string() : study::keyOf(cell.config, seed));
    }
  }
  if (!unknown.empty()) {
    return fail(
        ErrorCode::InvalidArgument,
        sentence("The study {} has no run {}: `w2s study show --json` says the key of each.",
                 study.name, *unknown.begin()));
  }
  std::vector<record::RunRequest> requests;
  for (study::CellRequest& wanted : study::requestsOf(study, state, left)) {
    if (only.empty() || std::ranges::find(only, study::keyOf(wanted.request.config,
                                                             wanted.request.seed)) != only.end()) {
      requests.push_back(std::move(wanted.request));
    }
  }
  return requests;
}

// What would be trained, how much of it is there, and about how long it takes.
Result<int> tellForecast(const Study& study, const StudyOptions& options) {
  store::leaveIndexesAsTheyAre();
  W2S_TRY(const auto state, study::stateOf(study, options.folder()));
  W2S_TRY(const auto requests, requestsFor(study, state, options));
  W2S_TRY(const study::Forecast forecast,
          forecastFor({.workspace = options.folder(), .data_folder = options.data}, requests));
  const std::size_t all = study.cells.size() * study.seeds.size();
  if (options.json) {
    nlohmann::json object{{"study", study.name},
                          {"runs", all},
                          {"runs_to_train", forecast.runs},
                          {"stages", forecast.stages},
                          {"stages_cached", forecast.cached},
                          {"stages_shared", forecast.shared()},
                          {"stages_to_make", forecast.to_make},
                          {"stages_of_unknown_length", forecast.unknown},
                          {"core_seconds", nullptr},
                          {"bytes", nullptr}};
    if (std::isfinite(forecast.seconds)) {
      object["core_seconds"] = forecast.seconds;
    }
    if (std::isfinite(forecast.bytes)) {
      object["bytes"] = forecast.bytes;
    }
    putData(object.dump(2) + '\n');
    return 0;
  }
  put("{}: {} cells, {} seeds, {} runs; {} to train.\n", study.name, study.cells.size(),
      study.seeds.size(), all, forecast.runs);
  if (forecast.runs > 0) {
    put("{} stages: {} to make, {} shared with other runs, {} in the cache.\n", forecast.stages,
        forecast.to_make, forecast.shared(), forecast.cached);
    put("{}, {}.\n",
        std::isfinite(forecast.seconds)
            ? fmt::format("{} {:.3g} s of work on one core{}",
                          forecast.unknown > 0 ? "More than" : "About", forecast.seconds,
                          forecast.unknown > 0
                              ? fmt::format(" ({} stages are of unknown length)", forecast.unknown)
                              : std::string())
            : std::string(
                  "The time is not known: no run on these data with this strong model is on "
                  "record"),
        std::isfinite(forecast.bytes)
            ? fmt::format("about {:.3g} MB of runs", forecast.bytes * 1e-6)
            : std::string("nor is the disk space"));
  }
  return 0;
}

Result<int> trainStudy(const Study& study, const StudyOptions& options) {
  if (options.dry_run) {
    return tellForecast(study, options);
  }
  outliveReaders();
  W2S_TRY(const auto kept, study::keepStudy(options.folder(), study));
  (void)kept;  // the window lists it from now on
  study::Newcomers newcomers(options.folder(), study.name);
  W2S_TRY(const auto before, study::stateOf(study, options.folder()));
  W2S_TRY(const auto requests, requestsFor(study, before, options));
  const std::size_t all = study.cells.size() * study.seeds.size();
  if (!options.quiet) {
    say("{}: {} cells, {} seeds, {} runs; {} to train here.\n", study.name, study.cells.size(),
        study.seeds.size(), all, requests.size());
  }
  const auto tell_end = [&] {
    return options.only.empty() ? printState(study, options) : printOnly(study, options);
  };
  if (requests.empty()) {
    return tell_end();
  }
  RunProgress progress(options.quiet);
  StartedRuns started;
  const StopOnSignal on_signal([&started] { started.stop(); });
  W2S_TRY(const auto runner, engine::makeRunner({.workspace = options.folder(),
                                                 .data_folder = options.data,
                                                 .workers = options.workers}));
  const Status all_started =
      runAll(*runner, requests, progress, started, options.workers,
             [&newcomers](const record::RunRequest& request) { return newcomers.have(request); });
  progress.finish();
  if (const auto refusal = progress.refusal()) {
    return tl::unexpected(*refusal);
  }
  const int exit_code = all_started ? 0 : report(all_started.error());
  W2S_TRY(const int done, tell_end());
  return std::max(exit_code, done);
}

Result<int> runStudy(const StudyOptions& options) {
  W2S_TRY(const Study study, loadStudy(options));
  return trainStudy(study, options);
}

// More values or seeds for the study that the workspace keeps; a file of a person's own stays as it
// is.
Result<int> extendStudy(const StudyOptions& options) {
  W2S_TRY(const Study named, loadStudy(options));
  std::error_code error;
  const std::filesystem::path kept = study::studyFile(options.folder(), named.name);
  W2S_TRY(const Study before, std::filesystem::is_regular_file(kept, error)
                                  ? study::loadStudy(kept)  // with what was added to it before
                                  : Result<Study>(named));
  study::Plan plan = before.plan;
  plan.seeds = before.seeds;
  for (const std::string& assignment : options.more) {
    const auto equals = assignment.find('=');
    if (equals == std::string::npos || equals == 0) {
      return fail(
          ErrorCode::InvalidArgument,
          sentence("\"{}\": write KEY=VALUES, such as objective.temperature=8,16.", assignment));
    }
    const std::string key = assignment.substr(0, equals);
    W2S_TRY(const study::Varied more, study::readVaried(key, assignment.substr(equals + 1)));
    W2S_CHECK(study::extend(plan, more));
  }
  if (!options.seeds.empty()) {
    W2S_TRY(const auto seeds, config::parseSeeds(options.seeds));
    for (const std::int64_t seed : seeds) {
      if (std::ranges::find(plan.seeds, seed) == plan.seeds.end()) {
        plan.seeds.push_back(seed);
      }
    }
  }
  W2S_TRY(const Study after, study::makeStudy(std::move(plan), before.base, options.file));
  return trainStudy(after, options);
}

void addQueueOptions(CLI::App& submit_verb, StudyOptions& options) {
  submit_verb.add_option("--engine", options.engine, "The cluster's queue: slurm (the only one)")
      ->check(CLI::IsMember({"slurm"}));
  submit_verb.add_option("--partition", options.partition, "Slurm's partition")->check(notEmpty());
  submit_verb.add_option("--account", options.account, "Slurm's account")->check(notEmpty());
  submit_verb
      .add_option("--time", options.time, "Time limit of a task, as sbatch takes it: 2:00:00")
      ->check(notEmpty());
  submit_verb.add_option("--cpus", options.cpus, "Cores of a task, which are its workers")
      ->check(wholeNumber(1, 256));
  submit_verb
      .add_option("--group", options.group,
                  "Runs a task (default: one, and more where that would be over 1000 tasks)")
      ->check(wholeNumber(1, 100'000));
  submit_verb.add_flag("--dry-run", options.dry_run, "Shows the job, writes and submits nothing");
  submit_verb.footer(
      "A job array over the shared workspace: each task runs `w2s study run --only` for its runs, "
      "with this\nprogram, so workspace and program have to be on a disk that the nodes share. "
      "Script, tasks and logs\nare in studies/<name>/slurm/. What else sbatch takes, it takes from "
      "its variables (SBATCH_QOS, ...).\nSubmit again after failures: only what is missing, failed "
      "or interrupted and not in the queue is sent.");
}

}  // namespace

std::filesystem::path StudyOptions::folder() const {
  return workspace.empty() ? store::defaultWorkspace() : std::filesystem::path(workspace);
}

Result<Study> loadStudy(const StudyOptions& options) {
  return study::findStudy(options.folder(), options.file);
}

void addStudyCommand(CLI::App& parent, int& exit_code) {
  auto options = std::make_shared<StudyOptions>();
  auto* command = parent.add_subcommand(
      "study", "Experiments that differ in chosen settings: grid, random, list");
  command->require_subcommand(1);
  const auto verb = [&](const char* name, const char* help, auto action) {
    auto* added = command->add_subcommand(name, help);
    added
        ->add_option(
            "STUDY", options->file,
            "The study as TOML (see w2s study --help), or the name of one that was run here")
        ->required()
        ->check(notEmpty());
    added->add_option("--workspace", options->workspace, "Folder for runs and cache")
        ->type_name("DIR")
        ->check(notEmpty());
    added->add_flag("--json", options->json, "Print one JSON object on standard output");
    added->callback([options, &exit_code, action] {
      const auto code = action(*options);
      exit_code = code ? *code : report(code.error());
    });
    return added;
  };
  auto* extend_verb = verb(
      "extend", "Adds values or seeds to a study that was run here, and trains them", extendStudy);
  extend_verb->add_option("SETTINGS", options->more,
                          "KEY=VALUES, such as objective.temperature=8,16");
  extend_verb->add_option("--seeds", options->seeds, "Further seeds, such as 5-9")
      ->check(notEmpty());
  auto* run_verb =
      verb("run", "Trains what is missing, failed or interrupted; what is there stays", runStudy);
  run_verb
      ->add_option("--only", options->only,
                   "These runs alone, by their keys (w2s study show --json), with commas between")
      ->delimiter(',')
      ->check(notEmpty());
  run_verb->add_flag("--failed", options->failed,
                     "Trains the runs that failed again, and no others");
  auto* submit_verb =
      verb("submit", "Hands what is missing, failed or interrupted to the queue of a cluster",
           submitStudy);
  for (CLI::App* trains : {run_verb, extend_verb, submit_verb}) {
    trains->add_option("--data", options->data, "Folder that holds the data set")
        ->type_name("DIR")
        ->check(notEmpty());
  }
  for (CLI::App* trains : {run_verb, extend_verb}) {
    trains->add_option("--workers", options->workers, "Worker threads (default: one a core)")
        ->check(wholeNumber(1, 256));
    trains->add_flag("--quiet", options->quiet, "No progress on standard error");
    trains->add_flag(
        "--dry-run", options->dry_run,
        "Tells what would be trained, shared and taken from the cache, and about how long "
        "it takes; trains and writes nothing");
  }
  addQueueOptions(*submit_verb, *options);
  verb("cancel", "Ends its tasks in the queue; runs in progress stop with a checkpoint",
       cancelStudy);
  verb("status", "What the cells give so far, and what is queued; trains nothing", status);
  verb("show", "The runs of every cell, one a line; trains nothing", showRuns);
  command->footer(
      "A study file:\n"
      "  schema = 1\n"
      "  name = \"temperature\"\n"
      "  base = \"fashion-demo\"             a preset, or a configuration file beside it\n"
      "  seeds = \"0-4\"\n"
      "  [grid]                            every combination\n"
      "  objective.temperature = [1, 2, 4]\n"
      "  objective.confidence_weight = [0.0, 0.5]\n"
      "  optimizer.learning_rate = { low = 1e-4, high = 1e-1, log = true, count = 4 }\n"
      "or [random] with count, seed and lists or { low = a, high = b, log = true }, or [[cell]] "
      "with\n"
      "settings. Run it again after an interruption, or with more cells or seeds: only what is "
      "missing\n"
      "is trained, and equal stages are shared.");
}

}  // namespace w2s::app
