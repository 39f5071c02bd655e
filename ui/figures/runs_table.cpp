#include "ui/figures/runs_table.h"

#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "core/base/plain_text.h"
#include "ui/bridge/live_changes.h"
#include "ui/bridge/run_readings.h"

namespace w2s::ui::figures {
namespace {

std::string text(double value) {
  return std::isfinite(value) ? fmt::format("{}", value) : std::string();
}

std::string text(const std::optional<double>& value) {
  return value ? text(*value) : std::string();
}

using Cells = std::vector<std::pair<std::string, std::string>>;

void addPerformance(Cells& cells, const std::string& who, const metrics::Performance& performance) {
  cells.emplace_back(who + "_accuracy", text(performance.accuracy));
  cells.emplace_back(who + "_loss [nats]", text(performance.loss));
}

Cells cellsOf(const FigureRun& run, const std::string& label) {
  const RunSeries& series = *run.series;
  const Readings readings = readingsOf(series);
  const auto& evaluations = series.stage(record::stage::kStudent).evaluations;
  const record::RunSummary summary = series.summary.value_or(record::RunSummary{});
  const metrics::Agreement agreement = series.summary        ? summary.agreement
                                       : evaluations.empty() ? metrics::Agreement{}
                                                             : evaluations.back().test_agreement;
  Cells cells{{"run", series.id},
              {"name", plainText(series.name)},
              {"label", plainText(label)},
              {"seed", std::to_string(series.seed)},
              {"state", run.state},
              {"test_rows", readings.student.n > 0 ? std::to_string(readings.student.n) : ""}};
  addPerformance(cells, "weak", readings.weak);
  addPerformance(cells, "student", readings.student);
  addPerformance(cells, "ceiling", readings.ceiling);
  const metrics::Pgr pgr = readings.pgr.value_or(metrics::Pgr{});
  cells.emplace_back("pgr_signed", text(pgr.signed_value));
  cells.emplace_back("pgr_book", text(pgr.book_value));
  cells.emplace_back("pgr_ci95_low", pgr.ci95 ? text(pgr.ci95->low) : "");
  cells.emplace_back("pgr_ci95_high", pgr.ci95 ? text(pgr.ci95->high) : "");
  cells.emplace_back("pgr_status",
                     readings.pgr ? std::string(metrics::nameOf(pgr.status)) : std::string());
  const metrics::Pgr common = readings.pgr_common.value_or(metrics::Pgr{});
  cells.emplace_back("common_ceiling_accuracy", text(readings.common_ceiling.accuracy));
  cells.emplace_back("pgr_common_signed", text(common.signed_value));
  cells.emplace_back("pgr_common_ci95_low", common.ci95 ? text(common.ci95->low) : "");
  cells.emplace_back("pgr_common_ci95_high", common.ci95 ? text(common.ci95->high) : "");
  cells.emplace_back("pgr_common_status", readings.pgr_common
                                              ? std::string(metrics::nameOf(common.status))
                                              : std::string());
  cells.emplace_back("agreement", text(agreement.overall));
  cells.emplace_back("agreement_weak_right", text(agreement.weak_right));
  cells.emplace_back("agreement_weak_wrong", text(agreement.weak_wrong));
  cells.emplace_back("correction", text(agreement.correction));
  cells.emplace_back("harm", text(agreement.harm));
  const bool known = series.summary.has_value();
  cells.emplace_back("best_agreement_step",
                     known ? std::to_string(summary.best_agreement.step) : "");
  cells.emplace_back("best_agreement_accuracy", text(summary.best_agreement.accuracy));
  cells.emplace_back("oracle_step", known ? std::to_string(summary.oracle.step) : "");
  cells.emplace_back("oracle_accuracy", text(summary.oracle.accuracy));
  cells.emplace_back("live_changes", std::to_string(liveChangesOf(series).size()));
  cells.emplace_back("interventions", std::to_string(series.interventions.size()));
  cells.emplace_back("seconds", known ? text(summary.seconds) : "");
  cells.emplace_back("configuration", fingerprintOf(*run.config));
  return cells;
}

}  // namespace

RunsTable runsTableOf(std::span<const FigureRun> runs) {
  const std::vector<std::string> names = namesOf(runs);
  const DifferingSettings differing = differingOf(runs);
  RunsTable table;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    Cells cells = cellsOf(runs[i], names[i]);
    for (std::size_t k = 0; k < differing.settings.size(); ++k) {
      cells.emplace_back(differing.settings[k].key, plainText(differing.values[i][k]));
    }
    std::vector<std::string> row;
    table.columns.clear();
    for (auto& [column, cell] : cells) {
      table.columns.push_back(column);
      row.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace w2s::ui::figures
