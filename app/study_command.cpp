// w2s study: experiments that differ in chosen settings, run, continued and tabled.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/command.h"
#include "app/number_text.h"
#include "app/options.h"
#include "app/output.h"
#include "app/run_all.h"
#include "app/run_progress.h"
#include "app/run_report.h"
#include "app/standard_streams.h"
#include "app/stop_on_signal.h"
#include "core/config/assign.h"
#include "core/engine/runner.h"
#include "core/store/metrics_json.h"
#include "core/store/workspace.h"
#include "core/study/effects.h"
#include "core/study/study.h"
#include "core/study/study_folder.h"
#include "core/study/study_state.h"

namespace w2s::app {
namespace {

using store::jsonNumber;
using study::CellRun;
using study::CellState;
using study::RunStatus;
using study::Study;

struct StudyOptions {
  std::string file;
  std::string data;
  std::string workspace;
  int workers = 0;
  std::vector<std::string> more;  // of extend: KEY=VALUES
  std::string seeds;              // of extend
  bool json = false;
  bool quiet = false;

  [[nodiscard]] std::filesystem::path folder() const {
    return workspace.empty() ? store::defaultWorkspace() : std::filesystem::path(workspace);
  }
};

Json meanAndSd(const metrics::MeanAndSd& value) {
  return {{"mean", jsonNumber(value.mean)}, {"sd", jsonNumber(value.sd)}};
}

std::string jsonOf(const Study& study, const std::vector<CellState>& state) {
  Json cells = Json::array();
  for (std::size_t i = 0; i < state.size(); ++i) {
    const CellState& cell = state[i];
    Json settings = Json::object();
    for (const auto& [key, value] : study.cells[i].settings) {
      settings[key] = value;
    }
    Json runs = Json::array();
    for (const CellRun& run : cell.runs) {
      Json one{{"seed", run.seed}, {"id", run.id}, {"finished", run.status == RunStatus::Finished}};
      if (!run.reason.empty()) {
        one["error"] = run.reason;
      }
      runs.push_back(std::move(one));
    }
    cells.push_back({{"settings", std::move(settings)},
                     {"n", cell.finished()},
                     {"weak", meanAndSd(cell.weak)},
                     {"student", meanAndSd(cell.student)},
                     {"ceiling", meanAndSd(cell.ceiling)},
                     {"pgr_of_means", pgrOfMeansJson(cell.pgr)},
                     {"state", study::nameOf(cell)},
                     {"runs", std::move(runs)}});
  }
  const Json object{{"study", study.name}, {"seeds", study.seeds}, {"cells", std::move(cells)}};
  return store::jsonText(object, 2);
}

std::string spreadText(const metrics::MeanAndSd& value) {
  return value.n == 0  ? "-"
         : value.n > 1 ? fmt::format("{} +- {}", percentText(value.mean), percentText(value.sd))
                       : percentText(value.mean);
}

std::string plainTable(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(rows[0].size(), 0);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], row[i].size());
    }
  }
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += i + 1 < row.size() ? fmt::format("{:<{}}  ", row[i], widths[i]) : row[i] + '\n';
    }
  }
  return text;
}

// One row a cell: its settings in columns of their own, so that it can be seen what was varied.
std::string tableOf(const Study& study, const std::vector<CellState>& state) {
  std::vector<std::vector<std::string>> rows(1);
  for (const std::string& key : study.keys) {
    rows[0].push_back(key);
  }
  for (const char* title : {"n", "weak %", "student %", "ceiling %", "PGR of means", "state"}) {
    rows[0].emplace_back(title);
  }
  for (std::size_t i = 0; i < state.size(); ++i) {
    const CellState& cell = state[i];
    std::vector<std::string>& row = rows.emplace_back();
    for (const std::string& key : study.keys) {
      const auto& settings = study.cells[i].settings;
      const auto found =
          std::ranges::find(settings, key, &std::pair<std::string, std::string>::first);
      row.push_back(found != settings.end() ? found->second : "-");
    }
    row.push_back(fmt::format("{}", cell.finished()));
    row.push_back(spreadText(cell.weak));
    row.push_back(spreadText(cell.student));
    row.push_back(spreadText(cell.ceiling));
    row.push_back(cell.pgr ? pgrText(cell.pgr->pgr) : "-");
    row.emplace_back(study::nameOf(cell));
  }
  std::string text = plainTable(rows);
  for (std::size_t i = 0; i < state.size(); ++i) {
    for (const CellRun& run : state[i].runs) {
      if (run.status == RunStatus::Failed && !run.reason.empty()) {
        text += fmt::format("Failed: {}, seed {}: {}\n", study::cellName(study.cells[i]), run.seed,
                            run.reason);
      }
    }
  }
  return text;
}

Result<int> tell(const Study& study, const StudyOptions& options) {
  W2S_TRY(const auto state, study::stateOf(study, options.folder()));
  if (options.json) {
    putData(jsonOf(study, state) + '\n');
  } else {
    putText(tableOf(study, state));
  }
  const bool is_done = std::ranges::all_of(state, [](const CellState& cell) {
    return cell.finished() == static_cast<std::int64_t>(cell.runs.size());
  });
  return is_done ? 0 : 1;
}

// The study of a file, or the one that the workspace keeps under that name.
Result<Study> loadStudy(const StudyOptions& options) {
  return study::findStudy(options.folder(), options.file);
}

// One row a run: which settings and seed, and what it gave.
std::string runsOf(const Study& study, const std::vector<CellState>& state) {
  std::vector<std::vector<std::string>> rows{
      {"cell", "seed", "weak %", "student %", "ceiling %", "PGR", "state", "run"}};
  for (std::size_t i = 0; i < state.size(); ++i) {
    for (const CellRun& run : state[i].runs) {
      const auto percent = [&run](const metrics::Performance record::RunSummary::*model) {
        return run.summary ? percentText(((*run.summary).*model).accuracy) : "-";
      };
      rows.push_back({study::cellName(study.cells[i]), std::to_string(run.seed),
                      percent(&record::RunSummary::weak), percent(&record::RunSummary::student),
                      percent(&record::RunSummary::ceiling),
                      run.summary ? pgrText(run.summary->pgr) : "-",
                      std::string(study::nameOf(run.status)), run.id.empty() ? "-" : run.id});
    }
  }
  std::string text = plainTable(rows);
  if (const auto best = study::bestCell(state, study::Measure::Pgr)) {
    text += fmt::format("Highest: {}\n", study::cellName(study.cells[*best]));
  }
  return text;
}

Result<int> showRuns(const StudyOptions& options) {
  W2S_TRY(const Study study, loadStudy(options));
  W2S_TRY(const auto state, study::stateOf(study, options.folder()));
  if (options.json) {
    putData(jsonOf(study, state) + '\n');
  } else {
    putText(runsOf(study, state));
  }
  return 0;
}

Result<int> status(const StudyOptions& options) {
  W2S_TRY(const Study study, loadStudy(options));
  W2S_TRY(const int done, tell(study, options));
  (void)done;  // an unfinished study is no failure of this verb
  return 0;
}

Result<int> trainStudy(const Study& study, const StudyOptions& options) {
  outliveReaders();
  W2S_TRY(const auto kept, study::keepStudy(options.folder(), study));
  (void)kept;  // the window lists it from now on
  W2S_TRY(const auto before, study::stateOf(study, options.folder()));
  std::vector<record::RunRequest> requests;
  for (study::CellRequest& wanted : study::requestsOf(study, before)) {
    requests.push_back(std::move(wanted.request));
  }
  const std::size_t all = study.cells.size() * study.seeds.size();
  if (!options.quiet) {
    say("{}: {} cells, {} seeds, {} runs; {} of them are there.\n", study.name, study.cells.size(),
        study.seeds.size(), all, all - requests.size());
  }
  if (requests.empty()) {
    return tell(study, options);
  }
  RunProgress progress(options.quiet);
  StartedRuns started;
  const StopOnSignal on_signal([&started] { started.stop(); });
  W2S_TRY(const auto runner, engine::makeRunner({.workspace = options.folder(),
                                                 .data_folder = options.data,
                                                 .workers = options.workers}));
  const Status all_started = runAll(*runner, requests, progress, started, options.workers);
  progress.finish();
  if (const auto refusal = progress.refusal()) {
    return tl::unexpected(*refusal);
  }
  const int exit_code = all_started ? 0 : report(all_started.error());
  W2S_TRY(const int done, tell(study, options));
  return std::max(exit_code, done);
}

Result<int> run(const StudyOptions& options) {
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

}  // namespace

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
  for (CLI::App* trains :
       {verb("run", "Trains what is missing, failed or interrupted; what is there stays", run),
        extend_verb}) {
    trains->add_option("--data", options->data, "Folder that holds the data set")
        ->type_name("DIR")
        ->check(notEmpty());
    trains->add_option("--workers", options->workers, "Worker threads (default: one a core)")
        ->check(wholeNumber(1, 256));
    trains->add_flag("--quiet", options->quiet, "No progress on standard error");
  }
  verb("status", "What the cells give so far; trains nothing", status);
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
      "or [random] with count, seed and lists or { low = a, high = b, log = true }, or [[cell]] "
      "with\n"
      "settings. Run it again after an interruption, or with more cells or seeds: only what is "
      "missing\n"
      "is trained, and equal stages are shared.");
}

}  // namespace w2s::app
