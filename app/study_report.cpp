// How a study is shown: tables for people, JSON for scripts.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/number_text.h"
#include "app/run_report.h"
#include "app/study_options.h"
#include "core/base/plain_text.h"
#include "core/store/metrics_json.h"
#include "core/study/effects.h"

namespace w2s::app {
namespace {

using study::CellRun;
using study::CellState;
using study::RunStatus;
using study::Study;

}  // namespace

std::string studyJson(const Study& study, const std::vector<CellState>& state, const Queue& queue) {
  Json cells = Json::array();
  for (std::size_t i = 0; i < state.size(); ++i) {
    const CellState& cell = state[i];
    Json settings = Json::object();
    for (const auto& [key, value] : study.cells[i].settings) {
      settings[key] = value;
    }
    Json runs = Json::array();
    for (const CellRun& run : cell.runs) {
      Json one{{"seed", run.seed},
               {"id", run.id},
               {"key", study::keyOf(study.cells[i].config, run.seed)},
               {"state", study::nameOf(run.status)},
               {"finished", run.status == RunStatus::Finished}};
      if (!run.reason.empty()) {
        one["error"] = run.reason;
      }
      runs.push_back(std::move(one));
    }
    cells.push_back({{"settings", std::move(settings)},
                     {"n", cell.finished()},
                     {"weak", meanAndSdJson(cell.weak)},
                     {"student", meanAndSdJson(cell.student)},
                     {"ceiling", meanAndSdJson(cell.ceiling)},
                     {"pgr_of_means", pgrOfMeansJson(cell.pgr)},
                     {"state", study::nameOf(cell)},
                     {"runs", std::move(runs)}});
  }
  Json object{{"study", study.name}, {"seeds", study.seeds}, {"cells", std::move(cells)}};
  if (!queue.submissions.empty() || !queue.unreadable.empty()) {
    object["slurm"] = queueJson(queue);
  }
  return store::jsonText(object, 2);
}

std::string cellsTable(const Study& study, const std::vector<CellState>& state) {
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
  std::string text = alignedColumns(rows);
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

std::string runsTable(const Study& study, const std::vector<CellState>& state, const Queue& queue) {
  std::vector<std::vector<std::string>> rows{
      {"cell", "seed", "weak %", "student %", "ceiling %", "PGR", "state", "run"}};
  const auto tasks = study::tasksOfRuns(queue.submissions);
  if (!tasks.empty()) {
    rows[0].insert(rows[0].end() - 1, "queue");
  }
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
      if (!tasks.empty()) {
        const auto task = tasks.find(study::keyOf(study.cells[i].config, run.seed));
        const bool is_known = task != tasks.end() && !task->second->state.empty();
        rows.back().insert(rows.back().end() - 1, is_known ? task->second->state : "-");
      }
    }
  }
  std::string text = alignedColumns(rows);
  if (const auto best = study::bestCell(state, study::Measure::Pgr)) {
    text += fmt::format("Highest: {}\n", study::cellName(study.cells[*best]));
  }
  return text;
}

}  // namespace w2s::app
