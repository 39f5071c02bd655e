#include "ui/figures/figure.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/plain_text.h"
#include "core/config/suggest.h"
#include "core/config/toml.h"
#include "ui/bridge/name_words.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"
#include "ui/figures/compare_figure.h"
#include "ui/figures/cut.h"
#include "ui/figures/paper_caption.h"
#include "ui/figures/study_figure.h"
#include "ui/figures/traces.h"

namespace w2s::ui::figures {
namespace {

// Of everything but the ends of the file name; a file of that name may be made anywhere.
Provenance provenanceOf(const FigureRequest& request, std::span<const FigureRun> runs) {
  Provenance provenance;
  provenance.program = runs.front().versions.program;
  provenance.libtorch = runs.front().versions.libtorch;
  for (const FigureRun& run : runs) {
    provenance.runs.push_back({.id = run.series->id,
                               .name = run.series->name,
                               .seed = run.series->seed,
                               .config = fingerprintOf(*run.config)});
  }
  FigureRequest portable = request;
  portable.out = std::filesystem::path(request.out).filename().string();
  provenance.command = commandOf(portable, runs);
  provenance.caption = paperCaption(request, runs);
  return provenance;
}

// A range beyond the run would be an empty plot.
Status checkOverlap(const charts::ChartData& chart, const std::optional<Span>& x) {
  double end = chart.x_high;
  for (const charts::Curve& curve : chart.curves) {
    end = curve.x.empty() ? end : std::max(end, curve.x.back());
  }
  if (!x || (x->low < end && x->high > chart.x_low)) {
    return {};
  }
  return fail(ErrorCode::InvalidArgument,
              sentence("Nothing of {} lies between {} and {}: its x axis ({}) goes from {} to "
                       "{}.",
                       chart.id, x->low, x->high, chart.x_title, chart.x_low, end));
}

// Whether runs differ in their seed alone: the same settings, and the same live changes.
bool isSeedOf(const FigureRun& first, const FigureRun& run) {
  return &run == &first || (areOfOneExperiment(first, run) &&
                            first.series->interventions == run.series->interventions);
}

// A row a run, a column a setting.
PrintedTable differencesOf(std::span<const FigureRun> runs) {
  const DifferingSettings differing = differingOf(runs);
  PrintedTable table;
  if (differing.settings.empty()) {
    return table;
  }
  table.head = {words("figures", "Run")};
  for (const study::Setting& setting : differing.settings) {
    table.head.push_back(study::titleOf(setting, nameWords()));
  }
  const std::vector<std::string> names = namesOf(runs);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    std::vector<std::string>& row = table.rows.emplace_back(1, plainText(names[i]));
    table.marks.emplace_back();
    for (std::size_t k = 0; k < differing.settings.size(); ++k) {
      const std::string& value = differing.values[i][k];
      row.push_back(value.empty() ? "\u2013"
                                  : study::valueWordsOf(differing.settings[k], value, nameWords()));
    }
  }
  return table;
}

void addToPage(Figure& figure, std::span<const FigureRun> runs) {
  const std::string name = plainText(runs.front().series->name);
  figure.title = runs.size() == 1
                     ? inWords(words("figures", "{}, seed {}"), name, runs.front().series->seed)
                     : inWords(words("figures", "{}, {} runs"), name, runs.size());
  figure.tables.push_back({words("figures", "Runs"), figure.printed_table});
  if (PrintedTable differences = differencesOf(runs); !differences.rows.empty()) {
    figure.tables.push_back({words("figures", "Settings that differ"), std::move(differences)});
  }
  figure.settings.emplace_back(words("figures", "Settings of the first run"),
                               config::toToml(*runs.front().config));
}

}  // namespace

std::vector<std::string> reportCharts(const FigureRequest& request) {
  return request.compared.empty()
             ? std::vector<std::string>{"accuracy", "pgr", "objective", "agreement"}
             : std::vector<std::string>{"compare-course", "compare-accuracy", "compare-pgr",
                                        "compare-agreement"};
}

std::vector<const RunSeries*> seedsOf(std::span<const FigureRun> runs) {
  std::vector<const RunSeries*> seeds;
  for (const FigureRun& run : runs) {
    const bool is_known = std::ranges::any_of(
        seeds, [&run](const RunSeries* seed) { return seed->seed == run.series->seed; });
    if (!is_known && isSeedOf(runs.front(), run)) {
      seeds.push_back(run.series);
    }
  }
  return seeds;
}

std::vector<charts::Overlay> overlaysOf(std::span<const FigureRun> runs, bool mean) {
  const std::vector<std::string> names = namesOf(runs);
  std::vector<charts::Overlay> overlays;
  for (std::size_t i = 1; i < runs.size(); ++i) {
    const FigureRun& run = runs[i];
    if (mean && isSeedOf(runs.front(), run)) {
      continue;
    }
    overlays.push_back({.run = run.series,
                        .label = run.label.empty() ? names[i] : run.label,
                        .color = run.color.value_or(-1),
                        .pinned = run.pinned});
  }
  charts::setApart(overlays);
  return overlays;
}

std::vector<ChartName> chartNames() {
  std::vector<ChartName> names;
  for (const auto& chart : charts::makeRunCharts()) {
    names.push_back({std::string(chart->id()), chart->title()});
  }
  return names;
}

std::vector<std::string> exportNames(const FigureRequest& request) {
  std::vector<std::string> names;
  for (ChartName& chart : request.study               ? studyChartNames()
                          : !request.compared.empty() ? compareChartNames()
                                                      : chartNames()) {
    names.push_back(std::move(chart.id));
  }
  names.emplace_back(kTable);
  return names;
}

Status validate(const FigureRequest& request) {
  const std::vector<std::string> names = exportNames(request);
  if (request.charts.empty()) {
    return fail(ErrorCode::InvalidArgument,
                sentence("No chart is chosen. There are {}.", fmt::join(names, ", ")));
  }
  for (const std::string& name : request.charts) {
    if (std::ranges::find(names, name) == names.end()) {
      const Sentence meant = config::didYouMean(name, names);
      return fail(ErrorCode::NotFound, sentence("There is no chart \"{}\"{} There are {}.", name,
                                                meant.text.empty() ? Sentence{.text = "."} : meant,
                                                fmt::join(names, ", ")));
    }
    if (name == kTable && request.charts.size() > 1) {
      return fail(ErrorCode::InvalidArgument,
                  "The table cannot be a panel beside charts; export it to a file of its own.");
    }
  }
  std::vector<std::string> meant(request.options.log_y.begin(), request.options.log_y.end());
  for (const auto& [chart, zoom] : request.options.zooms) {
    meant.push_back(chart);
  }
  for (const std::string& chart : meant) {
    if (std::ranges::find(request.charts, chart) == request.charts.end()) {
      return fail(ErrorCode::InvalidArgument,
                  sentence("--x, --y and --log-y speak of the chart \"{}\", which is not among "
                           "those of --chart: {}.",
                           chart, fmt::join(request.charts, ", ")));
    }
  }
  return validate(request.options);
}

Result<Figure> makeFigure(const FigureRequest& request, std::span<const FigureRun> runs) {
  W2S_CHECK(validate(request));
  Figure figure;
  figure.provenance = provenanceOf(request, runs);
  if (request.isTable() || isPage(request.format)) {
    figure.table = runsTableOf(runs);
    figure.printed_table = printedTableOf(runs);
  }
  if (isPage(request.format)) {
    addToPage(figure, runs);
  }
  if (request.isTable()) {
    return figure;
  }
  figure.charts_ = charts::makeRunCharts();
  const FigureOptions& options = request.options;
  const std::vector<charts::Overlay> overlays = overlaysOf(runs, options.mean);
  const auto seeds = options.mean ? seedsOf(runs) : std::vector<const RunSeries*>();
  if (options.mean && seeds.size() < 2) {
    return fail(ErrorCode::InvalidArgument,
                sentence("--mean: none of the other runs differs from {} in its seed alone, with "
                         "the same settings and live changes.",
                         runs.front().series->id));
  }
  for (const std::string& name : request.charts) {
    const auto chart = std::ranges::find_if(
        figure.charts_, [&name](const auto& known) { return known->id() == name; });
    charts::ChartInput input{.run = runs.front().series,
                             .seeds = seeds,
                             .overlays = overlays,
                             .view = options.view,
                             .at_step = options.at_step};
    input.view.log_y = options.view.log_y || options.log_y.contains(name);
    charts::ChartData panel = withTraces((*chart)->build(input), options.traces);
    const std::optional<Span> x = zoomOf(options, panel).x;
    W2S_CHECK(checkOverlap(panel, x));
    figure.panels.push_back(x && request.format == Format::Csv ? cut(std::move(panel), *x)
                                                               : std::move(panel));
  }
  return figure;
}

}  // namespace w2s::ui::figures
