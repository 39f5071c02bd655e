#include "ui/figures/study_figure.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/plain_text.h"
#include "core/config/toml.h"
#include "core/store/manifest.h"
#include "core/study/effects.h"
#include "core/study/plan.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"
#include "ui/charts/reference_lines.h"
#include "ui/charts/study_charts.h"
#include "ui/draw/number_text.h"
#include "ui/figures/paper_caption.h"

namespace w2s::ui::figures {
namespace {

using study::CellRun;
using study::CellState;
using study::Study;

std::string valueText(double value) {
  return std::isfinite(value) ? fmt::format("{}", value) : std::string();
}

// "0.797 ± 0.004": mean and sample standard deviation over seeds.
std::string spreadText(const metrics::MeanAndSd& over) {
  return over.n == 0 ? "\u2013"
         : over.n > 1
             ? fmt::format("{} \u00b1 {}", numberText(over.mean, 3), numberText(over.sd, 3))
             : numberText(over.mean, 3);
}

std::string pgrText(const CellState& cell) {
  if (!cell.pgr || !metrics::isMeaningful(cell.pgr->pgr)) {
    return "\u2013";
  }
  const metrics::Pgr& pgr = cell.pgr->pgr;
  const std::string value = numberText(*pgr.signed_value, 2);
  return pgr.ci95 ? inWords(words("figures", "{} ({} to {})"), value, numberText(pgr.ci95->low, 2),
                            numberText(pgr.ci95->high, 2))
                  : value;
}

std::string settingOf(const Study& study, std::size_t cell, const study::Axis& axis) {
  return study::valueOf(study.cells[cell], axis.key).value_or(std::string());
}

PrintedTable printedTableOf(const Study& study, const std::vector<CellState>& state) {
  const std::vector<study::Axis> axes = study::axesOf(study);
  PrintedTable table;
  for (const study::Axis& axis : axes) {
    table.head.push_back(charts::settingName(study, axis.key));
  }
  if (axes.empty()) {
    table.head.push_back(words("figures", "Experiment"));
  }
  for (std::string title :
       {words("figures", "n"), words("figures", "Weak"), words("figures", "Student"),
        words("figures", "Ceiling"), words("figures", "PGR (95 %)")}) {
    table.head.push_back(std::move(title));
  }
  for (std::size_t i = 0; i < state.size(); ++i) {
    std::vector<std::string>& row = table.rows.emplace_back();
    for (const study::Axis& axis : axes) {
      row.push_back(charts::settingValue(settingOf(study, i, axis)));
    }
    if (axes.empty()) {
      row.push_back(study.name);
    }
    const CellState& cell = state[i];
    row.push_back(std::to_string(cell.finished()));
    row.push_back(spreadText(cell.weak));
    row.push_back(spreadText(cell.student));
    row.push_back(spreadText(cell.ceiling));
    row.push_back(pgrText(cell));
    table.marks.emplace_back();
  }
  return table;
}

struct Measured {
  std::string_view stage;
  std::string_view measure;
  double value = metrics::kUndefined;
};

std::vector<Measured> measuresOf(const record::RunSummary& run) {
  return {{"weak", "accuracy", run.weak.accuracy},
          {"student", "accuracy", run.student.accuracy},
          {"ceiling", "accuracy", run.ceiling.accuracy},
          {"student", "initial_accuracy", run.initial.accuracy},
          {"student", "pgr", run.pgr.signed_value.value_or(metrics::kUndefined)},
          {"student", "agreement", run.agreement.overall},
          {"student", "agreement_weak_wrong", run.agreement.weak_wrong},
          {"student", "best_agreement_accuracy", run.best_agreement.accuracy}};
}

RunsTable runsTableOf(const Study& study, const std::vector<CellState>& state, CsvLayout layout) {
  const std::vector<study::Axis> axes = study::axesOf(study);
  const bool tidy = layout == CsvLayout::Tidy;
  RunsTable table;
  table.is_complete = true;
  table.columns = {"run", "experiment", "seed"};
  for (const study::Axis& axis : axes) {
    table.columns.push_back(axis.key);
  }
  if (tidy) {
    table.columns.insert(table.columns.end(), {"stage", "measure", "value"});
  } else {
    table.columns.emplace_back("state");
    for (const Measured& one : measuresOf({})) {
      table.columns.push_back(fmt::format("{}_{}", one.stage, one.measure));
    }
  }
  for (std::size_t i = 0; i < state.size(); ++i) {
    for (const CellRun& run : state[i].runs) {
      std::vector<std::string> begin{run.id, study::cellName(study.cells[i]),
                                     std::to_string(run.seed)};
      for (const study::Axis& axis : axes) {
        begin.push_back(settingOf(study, i, axis));
      }
      const std::vector<Measured> measures = measuresOf(run.summary.value_or(record::RunSummary{}));
      if (!tidy) {
        begin.emplace_back(study::nameOf(run.status));
        for (const Measured& one : measures) {
          begin.push_back(run.summary ? valueText(one.value) : std::string());
        }
        table.rows.push_back(std::move(begin));
        continue;
      }
      for (const Measured& one : measures) {
        if (run.summary && std::isfinite(one.value)) {
          std::vector<std::string>& row = table.rows.emplace_back(begin);
          row.insert(row.end(),
                     {std::string(one.stage), std::string(one.measure), valueText(one.value)});
        }
      }
    }
  }
  return table;
}

// The setting that was asked for, by its whole key or its last part; the `usual` one where none was.
Result<std::string> axisNamed(const Study& study, const std::string& asked, std::size_t usual) {
  const std::vector<study::Axis> axes = study::axesOf(study);
  if (asked.empty()) {
    return usual < axes.size() ? axes[usual].key : std::string();
  }
  std::vector<std::string> keys;
  for (const study::Axis& axis : axes) {
    keys.push_back(axis.key);
    if (axis.key == asked || study::shortKey(axis.key) == asked) {
      return axis.key;
    }
  }
  return fail(ErrorCode::InvalidArgument,
              sentence("{} does not differ among the cells of the study {}; what differs: {}.",
                       asked, study.name, fmt::join(keys, ", ")));
}

Provenance provenanceOf(const FigureRequest& request, const Study& study,
                        const std::vector<CellState>& state) {
  Provenance provenance;
  const store::Versions versions = store::currentVersions();
  provenance.program = versions.program;
  provenance.libtorch = versions.libtorch;
  std::int64_t finished = 0;
  for (const CellState& cell : state) {
    finished += cell.finished();
  }
  provenance.study = fmt::format("{}: {} cells, {} seeds, {} of {} runs finished", study.name,
                                 study.cells.size(), study.seeds.size(), finished, study.runs());
  FigureRequest portable = request;
  portable.out = std::filesystem::path(request.out).filename().string();
  provenance.command = commandOf(portable, {});
  provenance.caption = paperCaption(request, study, state);
  return provenance;
}

}  // namespace

std::vector<ChartName> studyChartNames() {
  return {{"study-map", words("figures", "Map of two settings")},
          {"study-line", words("figures", "Line over one setting")},
          {"study-runs", words("figures", "Every run")}};
}

std::vector<std::string> studyReportCharts(const Study& study) {
  std::vector<std::string> charts{"study-line", "study-runs"};
  if (study::axesOf(study).size() > 1) {
    charts.insert(charts.begin(), "study-map");
  }
  return charts;
}

Result<Figure> makeStudyFigure(const FigureRequest& request, const Study& study,
                               const std::vector<CellState>& state) {
  W2S_CHECK(validate(request));
  Figure figure;
  figure.provenance = provenanceOf(request, study, state);
  if (request.isTable() || isPage(request.format)) {
    figure.table = runsTableOf(study, state, request.options.csv);
    figure.printed_table = printedTableOf(study, state);
  }
  if (isPage(request.format)) {
    figure.title = inWords(words("figures", "Study {}"), plainText(study.name));
    figure.tables.push_back({words("figures", "Cells"), figure.printed_table});
    figure.settings.emplace_back(words("figures", "Study"), study::planText(study.plan));
    figure.settings.emplace_back(words("figures", "Settings that it is based on"),
                                 config::toToml(study.base));
  }
  if (request.isTable()) {
    return figure;
  }
  const StudyPart& part = *request.study;
  W2S_TRY(const std::string x, axisNamed(study, part.over, 0));
  const bool wants_second = std::ranges::find(request.charts, "study-map") != request.charts.end();
  std::string by;
  if (!part.by.empty()) {
    W2S_TRY(by, axisNamed(study, part.by, 1));
  } else if (wants_second) {
    W2S_TRY(by, axisNamed(study, {}, x == axisNamed(study, {}, 0).value() ? 1 : 0));
  }
  const charts::StudyView view{.study = &study,
                               .state = &state,
                               .measure = part.measure,
                               .reference = study::bestCell(state, part.measure).value_or(0)};
  for (const std::string& name : request.charts) {
    figure.panels.push_back(
        name == "study-map"    ? charts::studyMap(view, x, by == x ? std::string() : by).chart
        : name == "study-line" ? charts::studyLine(view, x, part.by.empty() ? std::string() : by)
                               : charts::studyRunsChart(charts::studyRuns(view), {}));
    if (name == "study-line" && part.measure == study::Measure::Pgr) {
      charts::addReferenceLines(figure.panels.back(), request.references);
    }
  }
  return figure;
}

}  // namespace w2s::ui::figures
