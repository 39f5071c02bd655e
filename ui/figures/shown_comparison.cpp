#include "ui/figures/shown_comparison.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include "core/store/experiment_colors.h"
#include "core/store/manifest.h"
#include "ui/bridge/loaded_run.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_parts.h"
#include "ui/charts/compare_charts.h"
#include "ui/charts/pgr_curves.h"
#include "ui/charts/seed_curves.h"

namespace w2s::ui::figures {
namespace {

namespace stage = record::stage;
using charts::ChartData;
using charts::ChartInput;
using charts::ChartView;
using charts::Curve;
using charts::Ink;

ChartData emptyCourse(const char* id, std::string title) {
  ChartData chart;
  chart.id = id;
  chart.title = std::move(title);
  chart.help =
      words("charts",
            "A curve for each of what is compared, over its steps: of several seeds the "
            "mean with its 95 % interval. Where bands overlap, the table of pairs says more: "
            "it takes the seeds' common luck out.");
  chart.x_title = charts::titleOf(ChartView::X::Step);
  chart.x_high = 0.0;
  chart.empty_text = words("charts", "The course of these runs is not recorded.");
  return chart;
}

ChartData accuracyCourse() {
  ChartData chart = emptyCourse("compare-course", words("charts", "Test accuracy of the student"));
  chart.subtitle = words("charts", "share of test rows");
  chart.y_title = words("charts", "test accuracy");
  chart.y_bound_low = 0.0;
  chart.y_bound_high = 1.0;
  return chart;
}

ChartData pgrCourse() {
  ChartData chart = emptyCourse("compare-course-pgr", words("charts", "Performance gap recovered"));
  charts::drawAsPgr(chart);
  return chart;
}

// A figure stands without the page's list of names; long ones would take the plot's room.
constexpr std::size_t kLongestLabel = 16;

// Of each set that of its first run in the table of runs, if the window has given it one.
std::vector<int> looksOf(const study::Comparison& comparison) {
  std::optional<store::ExperimentColors> colors;  // all runs are of one workspace
  std::vector<int> wanted;
  for (const study::ComparedSet& set : comparison.sets) {
    if (set.state.runs.empty()) {
      wanted.push_back(-1);
      continue;
    }
    const study::CellRun& run = set.state.runs.front();
    if (!colors) {
      const auto workspace =
          std::filesystem::absolute(set.folders.at(run.id)).parent_path().parent_path();
      colors = store::ExperimentColors::read(workspace).value_or(store::ExperimentColors());
    }
    wanted.push_back(run.color.value_or(colors->of(store::coloredBy(run.experiment, run.id))));
  }
  return charts::looksApart(wanted);
}

Curve courseOf(std::size_t set, const std::string& name, int color) {
  const std::string whole = charts::lettered(set, name);
  return {.label = name.size() <= kLongestLabel ? whole : study::letterOf(set),
          .name = whole,
          .ink = charts::overlayInk(color),
          .shape = charts::overlayShape(color),
          .dash = charts::overlayDash(color)};
}

// Of one set, all of whose runs were read.
void addSet(ShownComparison& shown, const ChartInput& input, const Curve& curve) {
  const RunSeries& run = *input.run;
  ChartData& accuracy = shown.course_accuracy;
  ChartData& pgr = shown.course_pgr;
  for (const RunSeries* seed : input.seeds) {
    accuracy.x_high = std::max(accuracy.x_high, charts::courseEnd(*seed, ChartView::X::Step));
  }
  pgr.x_high = accuracy.x_high;
  const auto value = [](const metrics::Evaluation& evaluation) { return evaluation.test.accuracy; };
  if (charts::hasSeveralSeeds(input)) {
    charts::addMeanOfSeeds(accuracy, input, stage::kStudent, curve, value);
    charts::addPgrOfMeans(pgr, input, curve, charts::gapsOf(input.seeds));
    return;
  }
  charts::addEvaluations(accuracy, run, run.stage(stage::kStudent), ChartView::X::Step, curve,
                         value);
  // One that means nothing is not drawn.
  if (PgrCurve values = pgrOverTime(run); values.known && values.status == metrics::PgrStatus::Ok) {
    charts::addPgr(pgr, run, ChartView::X::Step, curve, std::move(values));
  }
}

void addCourse(ShownComparison& shown, std::size_t set, const std::string& name, int look) {
  const study::ComparedSet& compared = shown.comparison.sets[set];
  std::vector<std::shared_ptr<const LoadedRun>> runs;
  std::vector<const RunSeries*> series;
  for (const study::CellRun& run : compared.state.runs) {
    auto loaded = loadForWindow(compared.folders.at(run.id));
    if (!loaded) {
      shown.comparison.notes.push_back(
          sentence("The course of {} is not drawn: {}", run.id, saidBy(loaded.error())));
      continue;
    }
    runs.push_back(std::move(*loaded));
    series.push_back(&runs.back()->series);
  }
  if (!series.empty()) {
    addSet(shown, {.run = series.front(), .seeds = series}, courseOf(set, name, look));
  }
}

// Floor and ceiling, where all sets have the same.
void addCommonLines(ChartData& chart, const study::Comparison& comparison) {
  double weak = std::numeric_limits<double>::infinity();
  double best = 0.0;
  for (const study::ComparedSet& set : comparison.sets) {
    weak = std::fmin(weak, set.state.weak.mean);  // fmin, fmax: of what is known
    best = std::fmax(best, std::fmax(set.state.student.mean, set.state.ceiling.mean));
  }
  if (std::isfinite(weak)) {
    chart.y_bound_low = charts::lowestOfInterest(weak, best);
  }
  const auto add = [&](metrics::MeanAndSd study::CellState::*model, std::string label, Ink ink) {
    const double first = (comparison.sets.front().state.*model).mean;
    if (std::ranges::all_of(comparison.sets, [&](const study::ComparedSet& set) {
          return std::abs((set.state.*model).mean - first) < 0.0005;
        })) {
      chart.references.push_back({.label = std::move(label), .ink = ink, .y = first});
    }
  };
  add(&study::CellState::weak, words("charts", "weak"), Ink::Weak);
  add(&study::CellState::ceiling, words("charts", "ceiling"), Ink::Ceiling);
}

}  // namespace

Result<ShownComparison> compareForWindow(std::vector<study::ComparedSet> sets, std::size_t fewest) {
  W2S_TRY(study::Comparison comparison, study::compare(std::move(sets), fewest));
  ShownComparison shown{.comparison = std::move(comparison),
                        .course_accuracy = accuracyCourse(),
                        .course_pgr = pgrCourse()};
  const std::vector<std::string> names = charts::setNames(shown.comparison);
  const std::vector<int> looks = looksOf(shown.comparison);
  for (std::size_t set = 0; set < names.size(); ++set) {
    addCourse(shown, set, names[set], looks[set]);
  }
  addCommonLines(shown.course_accuracy, shown.comparison);
  for (ChartData* chart : {&shown.course_accuracy, &shown.course_pgr}) {
    chart->x_high = chart->x_high > 0.0 ? chart->x_high : 1.0;
  }
  return shown;
}

}  // namespace w2s::ui::figures
