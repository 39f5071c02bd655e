// w2s study: experiments that differ in chosen settings, run, continued and tabled.
#include <algorithm>
#include <map>
#include <memory>
#include <set>
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
#include "core/engine/runner.h"
#include "core/store/metrics_json.h"
#include "core/store/workspace.h"
#include "core/study/study.h"
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
  bool json = false;
  bool quiet = false;

  [[nodiscard]] std::filesystem::path folder() const {
    return workspace.empty() ? store::defaultWorkspace() : std::filesystem::path(workspace);
  }
};

// Of a cell: what still has to be done for it, if anything.
std::string stateOfCell(const CellState& cell) {
  const auto has = [&cell](RunStatus status) {
    return std::ranges::find(cell.runs, status, &CellRun::status) != cell.runs.end();
  };
  return has(RunStatus::Running)       ? "running"
         : has(RunStatus::Failed)      ? "failed"
         : has(RunStatus::Interrupted) ? "interrupted"
         : has(RunStatus::Missing)     ? (cell.finished() > 0 ? "partial" : "missing")
                                       : "finished";
}

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
                     {"state", stateOfCell(cell)},
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
    row.push_back(stateOfCell(cell));
  }
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

Result<int> status(const StudyOptions& options) {
  W2S_TRY(const Study study, study::loadStudy(options.file));
  W2S_TRY(const int done, tell(study, options));
  (void)done;  // an unfinished study is no failure of this verb
  return 0;
}

Result<int> run(const StudyOptions& options) {
  outliveReaders();
  W2S_TRY(const Study study, study::loadStudy(options.file));
  W2S_TRY(const auto before, study::stateOf(study, options.folder()));
  const std::vector<record::RunRequest> requests = study::requestsOf(study, before);
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

}  // namespace

void addStudyCommand(CLI::App& parent, int& exit_code) {
  auto options = std::make_shared<StudyOptions>();
  auto* command = parent.add_subcommand(
      "study", "Experiments that differ in chosen settings: grid, random, list");
  command->require_subcommand(1);
  const auto verb = [&](const char* name, const char* help, auto action) {
    auto* added = command->add_subcommand(name, help);
    added->add_option("FILE", options->file, "The study as TOML; see w2s study --help")
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
  auto* run_verb =
      verb("run", "Trains what is missing, failed or interrupted; what is there stays", run);
  run_verb->add_option("--data", options->data, "Folder that holds the data set")
      ->type_name("DIR")
      ->check(notEmpty());
  run_verb->add_option("--workers", options->workers, "Worker threads (default: one a core)")
      ->check(wholeNumber(1, 256));
  run_verb->add_flag("--quiet", options->quiet, "No progress on standard error");
  verb("status", "What the cells give so far; trains nothing", status);
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
