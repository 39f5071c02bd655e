// From a request ("accuracy and pgr of these runs, as SVG, 84 mm wide") to what is drawn or
// written. The export dialog and `w2slab export` make the same request, so they give the same
// bytes.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/study/reference_results.h"
#include "ui/charts/run_charts.h"
#include "ui/charts/study_charts.h"
#include "ui/figures/figure_options.h"
#include "ui/figures/figure_run.h"
#include "ui/figures/printed_table.h"
#include "ui/figures/provenance.h"
#include "ui/figures/runs_table.h"

namespace w2s::ui::figures {

inline constexpr std::string_view kTable = "table";  // beside the charts' names

// What of a study is drawn.
struct StudyPart {
  std::string name;  // of the study, in its workspace
  charts::StudyMeasure measure = charts::StudyMeasure::Pgr;
  std::string over;  // the setting along x; empty: the first that differs
  std::string by;    // of the map's rows, of the line's curves; empty: the second; one curve
  friend bool operator==(const StudyPart&, const StudyPart&) = default;
};
inline constexpr std::array<Named<charts::StudyMeasure>, 2> kStudyMeasures = {
    {{charts::StudyMeasure::Pgr, "pgr"}, {charts::StudyMeasure::Accuracy, "accuracy"}}};

struct FigureRequest {
  std::vector<std::string> charts = {"accuracy"};  // as panels, in this order; or only kTable
  Format format = Format::Svg;
  FigureOptions options;
  std::optional<StudyPart> study = {};  // its charts instead of those of runs
  // Or those of a comparison of these sets, as study::findSets() takes them.
  std::vector<std::string> compared = {};
  // Results of others that charts of a study or comparison have lines of.
  std::vector<study::ReferenceResult> references = {};
  std::string language = "en";  // of titles and labels
  std::string out;              // file, for the command; its name alone is written into the figure

  // Of runs, with charts over their course.
  [[nodiscard]] bool isOfRuns() const {
    return !study && compared.empty();
  }
  [[nodiscard]] bool isTable() const {
    return charts.size() == 1 && charts.front() == kTable;
  }
  friend bool operator==(const FigureRequest&, const FigureRequest&) = default;
};

// All charts, in page order.
struct ChartName {
  std::string id;
  std::string title;
};
[[nodiscard]] std::vector<ChartName> chartNames();

// The ids of all charts that the request may name, and kTable.
[[nodiscard]] std::vector<std::string> exportNames(const FigureRequest& request = {});

// Charts that exist, a format that can hold them, options in range; a sentence otherwise.
[[nodiscard]] Status validate(const FigureRequest& request);

// The command that gives the same file; options that are as the size sets them are left out. Labels
// and colours of the runs laid over the first are said: the window may have chosen them.
// `workspace` may be empty: the default one.
[[nodiscard]] std::string commandOf(const FigureRequest& request, std::span<const FigureRun> runs,
                                    const std::string& workspace = {});

// The runs after the first, as charts lay them over it. With `mean` without those that differ from
// it in their seed alone.
[[nodiscard]] std::vector<charts::Overlay> overlaysOf(std::span<const FigureRun> runs,
                                                      bool mean = false);
// The first, and those that differ from it in their seed alone: ChartInput::seeds.
[[nodiscard]] std::vector<const RunSeries*> seedsOf(std::span<const FigureRun> runs);

// A table of a page. Without a head it is its notes alone.
struct PageTable {
  std::string heading;
  PrintedTable table;
};

// The charts of a report on runs or on a comparison where nobody has chosen any; of a study:
// studyReportCharts().
[[nodiscard]] std::vector<std::string> reportCharts(const FigureRequest& request);

class Figure {
 public:
  std::vector<charts::ChartData> panels;
  RunsTable table;             // of a table: all of it
  PrintedTable printed_table;  // and as it stands in a paper
  Provenance provenance;
  // Of a page (isPage()): what it is about, its tables, and of settings a heading and a TOML text each.
  std::string title;
  std::vector<PageTable> tables;
  std::vector<std::pair<std::string, std::string>> settings;

 private:
  friend Result<Figure> makeFigure(const FigureRequest& request, std::span<const FigureRun> runs);
  std::vector<std::unique_ptr<charts::RunChart>> charts_;  // the panels borrow from them
};

// The first run is drawn; the others are laid over it, or are further rows of the table. With
// options.mean those that differ from it in their seed alone are drawn with it as one, each seed
// once. The figure borrows from the runs. At least one run.
[[nodiscard]] Result<Figure> makeFigure(const FigureRequest& request,
                                        std::span<const FigureRun> runs);

}  // namespace w2s::ui::figures
