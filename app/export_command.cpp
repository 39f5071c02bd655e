#include <algorithm>
#include <cctype>
#include <clocale>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <QGuiApplication>

#include "app/command.h"
#include "app/output.h"
#include "app/qt_messages.h"
#include "core/base/log.h"
#include "core/store/run_list.h"
#include "core/store/workspace.h"
#include "core/study/comparison.h"
#include "core/study/reference_results.h"
#include "core/study/study_folder.h"
#include "ui/figures/axis_ranges.h"
#include "ui/figures/compare_figure.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_render.h"
#include "ui/figures/overlay_looks.h"
#include "ui/figures/study_figure.h"
#include "ui/figures/tex_text.h"
#include "ui/shell/language.h"

namespace w2s::app {
namespace {

using namespace ui::figures;

struct Options {
  std::vector<std::string> runs;
  std::string workspace;
  TypedRanges ranges;
  TypedLooks looks;
  FigureRequest request;
  CLI::Option* mean = nullptr;
  CLI::Option* charts = nullptr;
  CLI::Option* size = nullptr;
  bool caption = false;
  StudyPart study;
  std::vector<std::string> references;

  [[nodiscard]] std::filesystem::path folder() const {
    return workspace.empty() ? store::defaultWorkspace() : std::filesystem::path(workspace);
  }
};

template <class Choice, std::size_t N>
CLI::CheckedTransformer choiceOf(const std::array<Named<Choice>, N>& all) {
  std::vector<std::pair<std::string, Choice>> choices;
  for (const auto& [value, name] : all) {
    choices.emplace_back(std::string(name), value);
  }
  CLI::CheckedTransformer transformer(choices);
  transformer.description("");
  return transformer;
}

template <class Choice, std::size_t N>
std::string namesOf(const std::array<Named<Choice>, N>& all) {
  std::vector<std::string_view> names;
  for (const auto& one : all) {
    names.push_back(one.name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

// The format that the file's ending names, where none was given.
Status completeFormat(FigureRequest& request, bool given) {
  std::string ending = std::filesystem::path(request.out).extension().string();
  std::ranges::transform(ending, ending.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (given) {
    return {};
  }
  const auto format =
      formatOfEnding(ending.empty() ? std::string_view() : std::string_view(ending).substr(1));
  if (!format) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("{} does not say which format it is to have: give --format {}.",
                            request.out, namesOf(kFormats)));
  }
  request.format = *format;
  return {};
}

// What the file holds, drawn with the fonts of the platform, which needs no display.
Result<int> makeFile(const Options& options, const std::function<Result<Figure>()>& make) {
  const FigureRequest& request = options.request;
  // The workspace is there. A log that cannot be written is no trouble to a figure.
  static_cast<void>(setUpLogging(options.folder() / "w2slab.log"));
  const QtMessagesToLog qt_messages;
  setenv("QT_QPA_PLATFORM", "offscreen", 1);
  int argc = 1;
  char name[] = "w2slab";
  char* argv[] = {name, nullptr};
  QGuiApplication application(argc, argv);
  // Qt has set the user's locale, whose decimal mark the libraries below would read and write.
  std::setlocale(LC_NUMERIC, "C");
  if (request.language != "en") {
    ui::installLanguage(application, QString::fromStdString(request.language));
  }
  W2S_TRY(const Figure figure, make());
  W2S_TRY(const QByteArray bytes, writeFigure(figure, request));
  if (request.out != "-") {
    put("{} ({:.0f} kB)\n", request.out, std::ceil(static_cast<double>(bytes.size()) / 1e3));
    if (options.caption) {
      put("{}\n", figure.provenance.caption);
    }
  }
  if (request.format == Format::Pgfplots) {
    if (const auto unknown = unknownToTex(bytes.toStdString())) {
      say("{}\n", unknown->text);
    }
  }
  return 0;
}

// A report has charts of its own where none are named; whatever is said of its size holds.
Status completeCharts(Options& options,
                      const std::function<std::vector<std::string>()>& of_report) {
  FigureRequest& request = options.request;
  if (options.charts->count() > 0) {
    return {};
  }
  if (!isPage(request.format)) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("Say with --chart what to draw: {}. Only a report (HTML, Markdown) has "
                            "charts of its own.",
                            fmt::join(exportNames(request), ", ")));
  }
  request.charts = of_report();
  if (options.size->count() == 0 && request.options.width_mm == FigureOptions().width_mm) {
    FigureOptions wide;
    applySize(SizePreset::TwoColumns, wide);
    request.options.size = wide.size;
    request.options.width_mm = wide.width_mm;
  }
  return {};
}

Result<int> exportStudy(Options options) {
  W2S_TRY(const study::Study study,
          study::findStudy(options.folder(), options.request.study->name));
  W2S_CHECK(completeCharts(options, [&study] { return studyReportCharts(study); }));
  W2S_CHECK(validate(options.request));
  W2S_TRY(const auto state, study::stateOf(study, options.folder()));
  return makeFile(options, [&] { return makeStudyFigure(options.request, study, state); });
}

Result<int> exportFigure(Options options, bool format_given) {
  FigureRequest& request = options.request;
  const int subjects = (options.runs.empty() ? 0 : 1) + (options.study.name.empty() ? 0 : 1) +
                       (request.compared.empty() ? 0 : 1);
  if (subjects != 1) {
    return fail(ErrorCode::InvalidArgument,
                "Name the runs to draw, or a study with --study, or what to compare with "
                "--compare.");
  }
  if (!options.study.name.empty()) {
    request.study = options.study;
  }
  request.options.mean = options.mean->count() > 0;
  W2S_CHECK(applyRanges(options.ranges, request.options));
  W2S_CHECK(completeFormat(request, format_given));
  W2S_TRY(request.references, study::findReferences(options.folder(), options.references));
  if (!request.references.empty() && request.isOfRuns()) {
    return fail(ErrorCode::InvalidArgument,
                "--reference adds lines to charts of a study or of a comparison.");
  }
  if (request.study) {
    return exportStudy(std::move(options));
  }
  W2S_CHECK(completeCharts(options, [&request] { return reportCharts(request); }));
  W2S_CHECK(validate(request));
  if (!request.compared.empty()) {
    W2S_TRY(auto sets, study::findSets(options.folder(), request.compared));
    return makeFile(options, [&]() -> Result<Figure> {
      const std::size_t fewest = request.references.empty() ? 2 : 1;
      W2S_TRY(const auto shown, compareForWindow(std::move(sets), fewest));
      return makeCompareFigure(request, shown);
    });
  }
  std::vector<OwnedFigureRun> loaded;
  for (const std::string& run : options.runs) {
    W2S_TRY(const std::string id, store::findRun(options.folder(), run));
    W2S_TRY(OwnedFigureRun one, loadFigureRun(store::runsFolder(options.folder()) / id));
    loaded.push_back(std::move(one));
  }
  W2S_CHECK(applyLooks(
      options.looks,
      [&options](const std::string& run) { return store::findRun(options.folder(), run); },
      loaded));
  std::vector<FigureRun> runs;
  for (const OwnedFigureRun& run : loaded) {
    runs.push_back(run.view());
  }
  return makeFile(options, [&] { return makeFigure(request, runs); });
}

// What is drawn.
void addSubjects(CLI::App* command, Options& options) {
  FigureRequest& request = options.request;
  command->add_option("RUN", options.runs,
                      "Runs: id, its beginning, or its last part. The first is drawn, others are "
                      "laid over it");
  command->add_option("--study", options.study.name,
                      "Instead of runs a study, by its name or file: its charts are " +
                          fmt::format("{}", fmt::join(exportNames({.study = StudyPart{}}), ", ")));
  command->add_option("--measure", options.study.measure, "Of a study: " + namesOf(kStudyMeasures))
      ->transform(choiceOf(kStudyMeasures));
  command
      ->add_option("--compare", request.compared,
                   "Instead of runs a comparison, given once for each of its sets (see w2s compare "
                   "--help): its charts are " +
                       fmt::format("{}", fmt::join(exportNames({.compared = {"A"}}), ", ")))
      ->allow_extra_args(false);
  command
      ->add_option("--reference", options.references,
                   "Of a study or a comparison: a result of others (see w2s references) as a line "
                   "on charts of the PGR, once for each")
      ->allow_extra_args(false);
  command->add_option("--over", options.study.over,
                      "Of a study: the setting along the x axis (default: the first that differs)");
  command->add_option("--by", options.study.by,
                      "Of a study: the setting of the map's rows, or of the line's curves");
  options.charts = command
                       ->add_option("--chart", request.charts,
                                    fmt::format("One or more, as panels: {}. A report (HTML, "
                                                "Markdown) has some where none is named",
                                                fmt::join(exportNames(), ", ")))
                       ->delimiter(',')
                       ->allow_extra_args(false);
}

// How it looks.
void addLook(CLI::App* command, Options& options) {
  FigureOptions& look = options.request.options;
  // At once, so that the options that say something else win wherever they stand.
  options.size =
      command
          ->add_option_function<std::string>(
              "--size",
              [&look](const std::string& name) { applySize(*valueIn(kSizes, name), look); },
              "Presets of size, font and line: " + namesOf(kSizes))
          ->check(CLI::Validator(
              [](const std::string& name) {
                return valueIn(kSizes, name) ? std::string()
                                             : fmt::format("there are {}", namesOf(kSizes));
              },
              std::string()))
          ->trigger_on_parse();
  command->add_option("--width-mm", look.width_mm, "Width");
  command->add_option("--height-mm", look.height_mm, "Height (0: from the width)");
  command->add_option("--columns", look.columns, "Columns of panels (0: as many as fit)");
  command->add_option("--font", look.font, "Font family (default: Inter)");
  command->add_option("--font-pt", look.font_pt, "Font size");
  command->add_option("--line-pt", look.line_pt, "Width of curves");
  command->add_option("--dpi", look.dpi, "Dots per inch of a PNG");
  command->add_option("--legend", look.legend, namesOf(kLegends))->transform(choiceOf(kLegends));
  command->add_option("--palette", look.palette, namesOf(kPalettes))
      ->transform(choiceOf(kPalettes));
  command->add_option("--background", look.background, namesOf(kBackgrounds))
      ->transform(choiceOf(kBackgrounds));
  command->add_option("--traces", look.traces, "Of smoothed curves: " + namesOf(kTraces))
      ->transform(choiceOf(kTraces));
  command->add_option("--x-axis", look.view.x, namesOf(kXAxes))->transform(choiceOf(kXAxes));
  command->add_option("--smoothing", look.view.smoothing, "Of objective terms: 0 (raw) to 0.99");
  options.mean = command
                     ->add_option("--mean", look.view.spread,
                                  "Runs that differ from the first in their seed alone as one: "
                                  "their mean with this band, " +
                                      namesOf(kBands))
                     ->transform(choiceOf(kBands));
  command
      ->add_flag("--no-seeds{false}", look.view.each_seed,
                 "With --mean: without a curve for each seed")
      ->needs(options.mean);
  command->add_flag("--log-y{all}", options.ranges.log_y,
                    "Logarithmic y axis; --log-y=accuracy,pgr: of these charts");
  command->add_option("--layout", look.csv, "Of a CSV: " + namesOf(kCsvLayouts))
      ->transform(choiceOf(kCsvLayouts));
  command->add_flag("--title", look.title, "Prints the chart's title");
  command->add_option("--from", options.ranges.from,
                      "Where the charts over the run's course begin, in units of the x axis");
  command->add_option("--to", options.ranges.to, "Where they end");
  command->add_option("--x", options.ranges.x, "x axis of one chart: calibration=0.5:1")
      ->allow_extra_args(false);
  command->add_option("--y", options.ranges.y, "y axis of all charts, 0.5:0.9, or of one: pgr=0:1")
      ->allow_extra_args(false);
  command->add_option("--at", look.at_step,
                      "Step whose evaluation calibration shows (default: the last)");
}

// What tells the runs apart that are laid over the first.
void addRunLooks(CLI::App* command, Options& options) {
  command
      ->add_option("--label", options.looks.labels,
                   "What stands at the curves of a run laid over the first: RUN=text (default: the "
                   "name it was given)")
      ->allow_extra_args(false);
  command
      ->add_option(
          "--color", options.looks.colors,
          fmt::format("Colour of a run laid over the first, RUN=olive: {}; dashed with -2 to -{}, "
                      "RUN=olive-2 (default: that of its experiment in the window)",
                      namesOf(kRunColors), ui::charts::kDashes))
      ->allow_extra_args(false);
  command
      ->add_option("--pinned", options.looks.pinned,
                   "A run laid over the first whose curves are paler")
      ->allow_extra_args(false);
}

}  // namespace

void addExportCommand(CLI::App& parent, int& exit_code) {
  auto options = std::make_shared<Options>();
  FigureRequest& request = options->request;
  CLI::App* command = parent.add_subcommand(
      "export", "Writes charts of recorded runs, or a report on them, as a file, without a window");
  addSubjects(command, *options);
  CLI::Option* format = command
                            ->add_option("--format", request.format,
                                         namesOf(kFormats) + " (default: as the file's name ends)")
                            ->transform(choiceOf(kFormats));
  command->add_option("--out,-o", request.out, "The file to write; -: standard output")->required();
  command->add_flag("--caption", options->caption,
                    "Prints a text for below the figure too; the file holds it in its metadata");
  addLook(command, *options);
  addRunLooks(command, *options);
  command->add_option("--language", request.language, "Of titles and labels: en or de")
      ->check(CLI::IsMember({"en", "de"}));
  command->add_option("--workspace", options->workspace,
                      "Folder of runs and cache; else $W2S_WORKSPACE, else ~/.local/share/w2s-lab");
  command->callback([options, format, &exit_code] {
    const Result<int> code = exportFigure(*options, format->count() > 0);
    exit_code = code ? *code : report(code.error());
  });
}

}  // namespace w2s::app
