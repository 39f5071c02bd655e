// What the cells of a study become: a map with a tile a cell, lines with the intervals that the
// formula gives, a line a run; and each file format has the numbers.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <QGuiApplication>
#include <QTest>

#include "core/metrics/intervals.h"
#include "tests/support/test_main.h"
#include "ui/charts/study_charts.h"
#include "ui/figures/figure_render.h"
#include "ui/figures/study_figure.h"

using namespace w2s;
using namespace w2s::study;
using namespace w2s::ui;
using charts::StudyMeasure;
using charts::StudyView;

namespace {

record::RunSummary summaryOf(double weak, double student, double ceiling) {
  record::RunSummary summary;
  summary.weak = {.accuracy = weak, .loss = 1.0, .n = 10'000};
  summary.student = {.accuracy = student, .loss = 1.0, .n = 10'000};
  summary.ceiling = {.accuracy = ceiling, .loss = 1.0, .n = 10'000};
  summary.pgr.signed_value = (student - weak) / (ceiling - weak);
  return summary;
}

// Two temperatures, three confidence weights, two steps; three seeds each, of which one cell has one
// failed and one has none.
struct Example {
  Study study;
  std::vector<CellState> state;

  Example() {
    auto made = parseStudy(
        "schema = 1\nname = \"example\"\nbase = \"points-moons\"\nseeds = [0, 1, 2]\n[grid]\n"
        "objective.temperature = [2, 1]\nobjective.confidence_weight = [0.0, 0.5, 0.75]\n"
        "optimizer.steps = [100, 200]\n",
        {}, "example");
    if (!made) {
      qFatal("%s", made.error().message.c_str());
    }
    study = std::move(*made);
    for (std::size_t i = 0; i < study.cells.size(); ++i) {
      CellState& cell = state.emplace_back();
      for (const std::int64_t seed : study.seeds) {
        cell.runs.push_back({.seed = seed});
      }
      for (const std::int64_t seed : study.seeds) {
        const double shift = 0.01 * static_cast<double>(seed);
        CellRun run{.seed = seed,
                    .status = RunStatus::Finished,
                    .id = "run-" + std::to_string(i) + "-" + std::to_string(seed),
                    .summary = summaryOf(0.6 + shift, 0.7 + 0.01 * static_cast<double>(i) - shift,
                                         0.9 + shift)};
        if (i == 11 || (i == 10 && seed == 2)) {
          run.summary.reset();
          run.status = i == 11 ? RunStatus::Missing : RunStatus::Failed;
        }
        cell.set(std::move(run));
      }
    }
  }
  [[nodiscard]] StudyView view(StudyMeasure measure = StudyMeasure::Pgr) const {
    return {.study = &study, .state = &state, .measure = measure, .reference = 1};
  }
};

QByteArray rendered(const Example& example, figures::FigureRequest request) {
  request.study = figures::StudyPart{.name = "example"};
  const auto figure = figures::makeStudyFigure(request, example.study, example.state);
  if (!figure) {
    return QByteArray::fromStdString(figure.error().message);
  }
  const auto bytes = figures::renderFigure(*figure, request);
  return bytes ? *bytes : QByteArray::fromStdString(bytes.error().message);
}

}  // namespace

class TstStudyCharts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aMapHasATileACell() {
    const Example example;
    const charts::StudyMap map =
        charts::studyMap(example.view(), "objective.confidence_weight", "objective.temperature");
    // Of twelve cells those with the steps of the reference, 200.
    QCOMPARE(map.chart.tiles.size(), std::size_t{6});
    QCOMPARE(map.cells, (std::vector<std::size_t>{1, 3, 5, 7, 9, 11}));
    QCOMPARE(map.chart.x_places.size(), std::size_t{3});
    QCOMPARE(map.chart.y_places[0].text, std::string("1"));  // ascending from the top
    QVERIFY(map.chart.y_places[0].at > map.chart.y_places[1].at);
    QVERIFY(map.chart.subtitle.find("Steps = 200") != std::string::npos);
    for (std::size_t i = 0; i < map.cells.size(); ++i) {
      const charts::Tile& tile = map.chart.tiles[i];
      const CellState& cell = example.state[map.cells[i]];
      if (map.cells[i] == 11) {
        QVERIFY(std::isnan(tile.share) && tile.text.empty());
        QCOMPARE(tile.note, std::string("not trained"));
        continue;
      }
      QCOMPARE(tile.value, *cell.pgr->pgr.signed_value);
      QVERIFY(tile.share >= 0.0 && tile.share <= 1.0);
    }
    // The highest of those in sight alone has the frame.
    QCOMPARE(std::ranges::count(map.chart.tiles, true, &charts::Tile::marked), 1);
    QVERIFY(map.chart.tiles[4].marked);
    QCOMPARE(map.chart.tiles[4].share, 1.0);
    QCOMPARE(map.chart.tiles[0].share, 0.0);
  }

  void aTileSaysThatTheFloorIsUnknown() {
    Example example;
    for (study::CellRun run : example.state[1].runs) {
      run.summary->weak = {};
      run.summary->pgr = {.status = metrics::PgrStatus::FloorUnknown};
      example.state[1].set(std::move(run));
    }
    const charts::StudyMap map =
        charts::studyMap(example.view(), "objective.confidence_weight", "objective.temperature");
    QCOMPARE(map.chart.tiles[0].note, std::string("floor unknown"));
  }

  void anIntervalThatCoversTheFloorIsHatched() {
    Example example;
    for (CellRun run : example.state[1].runs) {
      const double shift = run.seed == 1 ? 0.05 : run.seed == 2 ? -0.05 : 0.0;
      run.summary = summaryOf(0.6, 0.61 + shift, 0.9);
      example.state[1].set(std::move(run));
    }
    const auto map = charts::studyMap(example.view(), "objective.confidence_weight", {});
    QVERIFY(map.chart.tiles[0].hatched);
    QVERIFY(!map.chart.tiles[1].hatched);
    const auto accuracies =
        charts::studyMap(example.view(StudyMeasure::Accuracy), "objective.confidence_weight", {});
    QVERIFY(accuracies.chart.tiles[0].hatched);
  }

  void aLineHasTheIntervalsOfTheFormula() {
    const Example example;
    const charts::ChartData chart =
        charts::studyLine(example.view(StudyMeasure::Accuracy), "objective.confidence_weight");
    // Student, floor, ceiling over the cells 1, 3, 5, which differ in the weight alone.
    QCOMPARE(chart.curves.size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i) {
      const metrics::MeanAndSd& over = example.state[2 * i + 1].student;
      const double half = metrics::tQuantile975(2) * over.sd / std::sqrt(3.0);
      QVERIFY(std::abs(chart.curves[0].y[i] - over.mean) < 1e-6);
      QVERIFY(std::abs(chart.curves[0].low[i] - (over.mean - half)) < 1e-6);
      QVERIFY(std::abs(chart.curves[0].high[i] - (over.mean + half)) < 1e-6);
    }
    QVERIFY(chart.curves[0].error_bars && !chart.curves[1].error_bars);
    QVERIFY(chart.curves[0].band.find("n = 3") != std::string::npos);
    // A curve for each value of a second setting, beside each other.
    const charts::ChartData by =
        charts::studyLine(example.view(), "objective.confidence_weight", "objective.temperature");
    QCOMPARE(by.curves.size(), std::size_t{2});
    QVERIFY(by.curves[0].x[0] < 0.0 && by.curves[1].x[0] > 0.0);
    QVERIFY(std::isnan(by.curves[1].y[2]) != std::isnan(by.curves[0].y[2]));  // cell 11 has no run
  }

  void oneSeedHasNoInterval() {
    Example example;
    for (CellState& cell : example.state) {
      for (std::size_t k = 1; k < 3; ++k) {
        cell.set({.seed = static_cast<std::int64_t>(k)});
      }
    }
    for (const StudyMeasure measure : {StudyMeasure::Pgr, StudyMeasure::Accuracy}) {
      const auto chart = charts::studyLine(example.view(measure), "objective.confidence_weight");
      QVERIFY(std::ranges::none_of(chart.curves, &charts::Curve::hasBand));
      QVERIFY(chart.subtitle.find("no interval") != std::string::npos);
    }
  }

  void everyFinishedRunIsALine() {
    const Example example;
    const charts::StudyRuns runs = charts::studyRuns(example.view());
    QCOMPARE(runs.runs.size(), std::size_t{12 * 3 - 1 - 3});
    QCOMPARE(runs.axes.front().title, std::string("Temperature T"));
    for (const charts::StudyRun& run : runs.runs) {
      QCOMPARE(run.shares.size(), runs.axes.size());
      for (const double share : run.shares) {
        QVERIFY(std::isnan(share) || (share >= 0.0 && share <= 1.0));
      }
    }
    std::unique_ptr<bool[]> chosen(new bool[runs.runs.size()]());
    chosen[3] = true;
    const charts::ChartData chart =
        charts::studyRunsChart(runs, std::span<const bool>(chosen.get(), runs.runs.size()));
    // The kept one is drawn last, over the others; the axes come first.
    QCOMPARE(chart.curves.size(), runs.axes.size() + runs.runs.size());
    QVERIFY(chart.curves.back().ink == charts::Ink::Student);
    QCOMPARE(std::ranges::count(chart.curves, charts::Ink::Student, &charts::Curve::ink), 1);
  }

  void everyFormatHasTheNumbers() {
    const Example example;
    figures::FigureRequest request{.charts = {"study-map", "study-line"}};
    request.options.title = true;
    const QByteArray svg = rendered(example, request);
    QVERIFY(svg.contains("class=\"tile\"") && svg.contains("class=\"error-bar\""));
    request.study = figures::StudyPart{};
    const auto figure = figures::makeStudyFigure(request, example.study, example.state);
    for (const charts::Tile& tile : figure->panels.front().tiles) {
      const std::string& text = tile.text.empty() ? tile.note : tile.text;
      QVERIFY(svg.contains('>' + QByteArray::fromStdString(text) + '<'));
    }
    request.format = figures::Format::Pgfplots;
    const QByteArray tex = rendered(example, request);
    QVERIFY2(tex.contains("xticklabels={{1},{2}}"), tex.left(3000));
    request.format = figures::Format::Csv;
    request.charts = {"study-line"};
    const QByteArray csv = rendered(example, request);
    QVERIFY2(csv.contains("\n1,0.") && csv.contains("\n2,0.") && csv.contains("_low"), csv);
    for (const figures::Format format : {figures::Format::Pdf, figures::Format::Png}) {
      request.format = format;
      QVERIFY(rendered(example, request).size() > 1000);
    }
  }

  void aTableSaysWhatWasVaried() {
    const Example example;
    figures::FigureRequest request{.charts = {"table"}, .format = figures::Format::Csv};
    request.options.csv = figures::CsvLayout::Tidy;
    const QByteArray tidy = rendered(example, request);
    QVERIFY(
        tidy.contains("run,experiment,seed,objective.temperature,objective.confidence_weight,"
                      "optimizer.steps,stage,measure,value\n"));
    QVERIFY(
        tidy.contains("run-0-1,\"temperature = 2, confidence_weight = 0.0, steps = "
                      "100\",1,2,0.0,100,student,accuracy,0.69\n"));
    request.options.csv = figures::CsvLayout::Wide;
    const QByteArray wide = rendered(example, request);
    QCOMPARE(wide.count("\nrun-"), 36);
    QVERIFY(wide.contains(",failed,"));
    request.format = figures::Format::Pgfplots;
    const QByteArray tex = rendered(example, request);
    QVERIFY(tex.contains("\\toprule") && tex.contains("Temperature T"));
  }

  void whatDoesNotDifferIsRefusedByName() {
    const Example example;
    figures::FigureRequest request{.charts = {"study-line"}};
    request.study = figures::StudyPart{.name = "example", .over = "learning_rate"};
    const auto figure = figures::makeStudyFigure(request, example.study, example.state);
    QVERIFY(!figure.has_value());
    QVERIFY(figure.error().message.find("objective.temperature") != std::string::npos);
    request.charts = {"accuracy"};
    QVERIFY(!figures::makeStudyFigure(request, example.study, example.state).has_value());
  }
};

W2S_WINDOW_TEST(TstStudyCharts)
#include "tst_study_charts.moc"
