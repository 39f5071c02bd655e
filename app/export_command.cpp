#include <algorithm>
#include <clocale>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
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
#include "core/store/saved_figures.h"
#include "core/store/workspace.h"
#include "core/study/comparison.h"
#include "core/study/reference_results.h"
#include "core/study/study_folder.h"
#include "ui/figures/compare_figure.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_call.h"
#include "ui/figures/figure_render.h"
#include "ui/figures/study_figure.h"
#include "ui/figures/tex_text.h"
#include "ui/shell/language.h"

namespace w2s::app {
namespace {

using namespace ui::figures;

std::filesystem::path folderOf(const FigureCall& call) {
  return call.workspace.empty() ? store::defaultWorkspace() : std::filesystem::path(call.workspace);
}

// What the file holds, drawn with the fonts of the platform, which needs no display.
Result<int> makeFile(const FigureCall& call, const std::function<Result<Figure>()>& make) {
  const FigureRequest& request = call.request;
  // The workspace is there. A log that cannot be written is no trouble to a figure.
  static_cast<void>(setUpLogging(folderOf(call) / "w2slab.log"));
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
    if (call.caption) {
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

Result<int> exportStudy(FigureCall call) {
  FigureRequest& request = call.request;
  W2S_TRY(const study::Study study, study::findStudy(folderOf(call), request.study->name));
  if (request.charts.empty()) {
    request.charts = studyReportCharts(study);
  }
  W2S_CHECK(validate(request));
  W2S_TRY(const auto state, study::stateOf(study, folderOf(call)));
  return makeFile(call, [&] { return makeStudyFigure(request, study, state); });
}

Result<int> exportComparison(FigureCall call) {
  FigureRequest& request = call.request;
  W2S_TRY(auto sets, study::findSets(folderOf(call), request.compared));
  return makeFile(call, [&]() -> Result<Figure> {
    const std::size_t fewest = request.references.empty() ? 2 : 1;
    W2S_TRY(const auto shown, compareForWindow(std::move(sets), fewest));
    return makeCompareFigure(request, shown);
  });
}

Result<int> exportRuns(const FigureCall& call) {
  const auto id_of = [&call](const std::string& run) {
    return store::findRun(folderOf(call), run);
  };
  std::vector<OwnedFigureRun> loaded;
  for (const std::string& run : call.runs) {
    W2S_TRY(const std::string id, id_of(run));
    W2S_TRY(OwnedFigureRun one, loadFigureRun(store::runsFolder(folderOf(call)) / id));
    loaded.push_back(std::move(one));
  }
  W2S_CHECK(applyLooks(call.looks, id_of, loaded));
  std::vector<FigureRun> runs;
  for (const OwnedFigureRun& run : loaded) {
    runs.push_back(run.view());
  }
  return makeFile(call, [&] { return makeFigure(call.request, runs); });
}

// The folder that keeps the figures of what the call names.
Result<std::filesystem::path> keepsFigures(const FigureCall& call) {
  const std::filesystem::path workspace = folderOf(call);
  if (call.request.study) {
    W2S_TRY(const study::Study study, study::findStudy(workspace, call.request.study->name));
    return study::studyFile(workspace, study.name).parent_path();
  }
  if (!call.runs.empty()) {
    W2S_TRY(const std::string id, store::findRun(workspace, call.runs.front()));
    return store::runsFolder(workspace) / id;
  }
  return fail(ErrorCode::InvalidArgument,
              "--figure is of a run or of a study. A figure of a comparison is kept with the first "
              "run of its first set: name that run.");
}

// The call as it was kept; where it goes and what the file is, is this call's.
Result<FigureCall> keptCall(const FigureCall& call) {
  W2S_TRY(const std::filesystem::path folder, keepsFigures(call));
  W2S_TRY(const std::vector<store::SavedFigure> figures, store::readFigures(folder));
  const auto found = std::ranges::find(figures, call.figure, &store::SavedFigure::name);
  if (found == figures.end()) {
    std::vector<std::string> names;
    for (const store::SavedFigure& figure : figures) {
      names.push_back('"' + figure.name + '"');
    }
    return fail(ErrorCode::NotFound,
                names.empty() ? fmt::format("No figure is kept in {}.", folder.string())
                              : fmt::format("No figure \"{}\" is kept in {}; there are {}.",
                                            call.figure, folder.string(), fmt::join(names, ", ")));
  }
  auto kept = parseCommand(found->command);
  if (!kept) {
    return fail(ErrorCode::BadFormat,
                fmt::format("The figure \"{}\" of {} cannot be made again: {}", call.figure,
                            folder.string(), kept.error().message));
  }
  kept->workspace = call.workspace;
  kept->caption = call.caption;
  kept->request.out = call.request.out;
  kept->request.format = call.request.format;
  return std::move(*kept);
}

Result<int> exportFigure(FigureCall call) {
  if (!call.figure.empty()) {
    W2S_TRY(call, keptCall(call));
  }
  W2S_TRY(call.request.references, study::findReferences(folderOf(call), call.references));
  if (!call.request.references.empty() && call.request.isOfRuns()) {
    return fail(ErrorCode::InvalidArgument,
                "--reference adds lines to charts of a study or of a comparison.");
  }
  if (call.request.study) {
    return exportStudy(std::move(call));
  }
  if (call.request.charts.empty()) {
    call.request.charts = reportCharts(call.request);
  }
  W2S_CHECK(validate(call.request));
  return call.request.compared.empty() ? exportRuns(call) : exportComparison(std::move(call));
}

}  // namespace

void addExportCommand(CLI::App& parent, int& exit_code) {
  CLI::App* command = parent.add_subcommand(
      "export", "Writes charts of recorded runs, or a report on them, as a file, without a window");
  const auto options = std::make_shared<FigureCallOptions>(*command);
  command->callback([options, &exit_code] {
    auto call = options->call();
    const Result<int> code =
        call ? exportFigure(std::move(*call)) : Result<int>(tl::unexpect, call.error());
    exit_code = code ? *code : report(code.error());
  });
}

}  // namespace w2s::app
