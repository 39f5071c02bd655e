// A comparison in the window and in files: the charts have the numbers of the comparison, the page
// shows them as tables, what only one has right leads to its rows, and every format can hold it.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "core/store/experiment_colors.h"
#include "core/store/run_labels.h"
#include "core/study/comparison.h"
#include "tests/support/compared_runs.h"
#include "tests/support/stored_fake_runner.h"
#include "tests/support/test_main.h"
#include "tests/ui/stored_runs.h"
#include "ui/bridge/experiment_session.h"
#include "ui/charts/chart_picture.h"
#include "ui/charts/compare_charts.h"
#include "ui/figures/compare_figure.h"
#include "ui/figures/compared_pairs.h"
#include "ui/figures/export_dialog.h"
#include "ui/figures/figure_render.h"
#include "ui/figures/shown_comparison.h"
#include "ui/main_window.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/reference_picker.h"
#include "ui/pages/run_actions.h"
#include "ui/pages/run_commands.h"
#include "ui/shell/outputs.h"
#include "ui/shell/page_host.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_field.h"

using namespace w2s;
using namespace w2s::ui;
using test::ComparedSample;

namespace {

constexpr int kLongestMs = 20'000;

// Seeds 0 to 2 of three experiments: temperatures 1, 2 and 4; the third on other test rows.
void recordAll(const std::filesystem::path& workspace) {
  for (std::int64_t seed = 0; seed < 3; ++seed) {
    for (int experiment = 0; experiment < 3; ++experiment) {
      ComparedSample sample{.id = QStringLiteral("r%1-%2").arg(experiment).arg(seed).toStdString(),
                            .experiment = "e" + std::to_string(experiment),
                            .seed = seed,
                            .temperature = std::pow(2.0, experiment),
                            .test_rows = experiment == 2 ? "other" : "t",
                            .labels = {},
                            .student = {}};
      const std::size_t right =
          60 + 5 * static_cast<std::size_t>(seed) -
          static_cast<std::size_t>(experiment) * (3 + static_cast<std::size_t>(seed));
      for (std::size_t row = 0; row < 100; ++row) {
        sample.labels.push_back(static_cast<std::int64_t>(row % 3));
        sample.student.push_back(static_cast<std::int64_t>((row + (row < right ? 0 : 1)) % 3));
      }
      sample.weak = 0.4;
      test::recordComparedRun(workspace, sample);
    }
  }
}

figures::ShownComparison shownOf(const std::filesystem::path& workspace,
                                 const std::vector<std::string>& names = {"e0", "e1", "e2"}) {
  auto sets = study::findSets(workspace, names);
  if (!sets) {
    qFatal("%s", sets.error().message.c_str());
  }
  auto shown = figures::compareForWindow(std::move(*sets));
  if (!shown) {
    qFatal("%s", shown.error().message.c_str());
  }
  return std::move(*shown);
}

struct Bench {
  explicit Bench(const std::filesystem::path& workspace) {
    theme.choose(ThemeChoice::Light);
    session = std::make_unique<ExperimentSession>(
        std::make_unique<test::StoredFakeRunner>(workspace, test::FakeRunnerOptions{}),
        ExperimentSession::Options{.refresh_interval = std::chrono::milliseconds(10)});
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("demo"),
                        .title = QStringLiteral("Demo"),
                        .sentence = QStringLiteral("Watch."),
                        .config = {}}};
    options.workspace = workspace;
    window = std::make_unique<MainWindow>(theme, *session, std::move(options));
    window->resize(1400, 900);
    window->show();
    page = window->findChild<ComparePage*>();
  }
  void compare(const QStringList& runs) const {
    QSignalSpy changed(page, &ComparePage::changed);
    Q_EMIT window->findChild<RunCommands*>()->compared(runs);
    QVERIFY(!changed.isEmpty() || changed.wait(kLongestMs));
  }
  template <class Widget>
  [[nodiscard]] Widget* part(const char* name) const {
    return page->findChild<Widget*>(QLatin1String(name));
  }
  [[nodiscard]] QString cell(const char* table, int row, int column) const {
    return part<QTableView>(table)->model()->index(row, column).data().toString();
  }

  Theme theme;
  std::unique_ptr<ExperimentSession> session;
  std::unique_ptr<MainWindow> window;
  ComparePage* page = nullptr;
};

QByteArray rendered(const figures::ShownComparison& shown, const figures::FigureRequest& request) {
  const auto figure = figures::makeCompareFigure(request, shown);
  if (!figure) {
    qFatal("%s", figure.error().message.c_str());
  }
  const auto bytes = figures::renderFigure(*figure, request);
  if (!bytes) {
    qFatal("%s", bytes.error().message.c_str());
  }
  return *bytes;
}

}  // namespace

class TstComparePage : public QObject {
  Q_OBJECT

 private:
  test::TemporaryWorkspace workspace_;

 private Q_SLOTS:
  void initTestCase() {
    recordAll(workspace_.path());
  }

  void pointsAreTheDifferencesWithTheirIntervals() {
    const study::Comparison all = shownOf(workspace_.path()).comparison;
    for (const study::Measure measure : {study::Measure::Accuracy, study::Measure::Pgr}) {
      const charts::ChartData chart = charts::differenceChart(all, measure);
      QCOMPARE(chart.x_places.size(), std::size_t{3});
      QCOMPARE(chart.curves.size(), std::size_t{1});
      QCOMPARE(chart.references.front().y, 0.0);
      const charts::Curve& curve = chart.curves.front();
      const bool is_pgr = measure == study::Measure::Pgr;
      const auto& first = is_pgr ? all.pairs[0].pgr.difference : all.pairs[0].accuracy;
      const double scale = is_pgr ? 1.0 : 100.0;
      QVERIFY(curve.hasBand() && curve.error_bars);
      QVERIFY(std::abs(static_cast<double>(curve.y[0]) - scale * first.value) < 1e-4);
      QVERIFY(std::abs(static_cast<double>(curve.low[0]) - scale * first.ci95->low) < 1e-4);
      QVERIFY(std::abs(static_cast<double>(curve.high[0]) - scale * first.ci95->high) < 1e-4);
      QVERIFY(std::isnan(curve.y[1]) && std::isnan(curve.y[2]));  // other test rows
    }
    QVERIFY(std::abs(100.0 * all.pairs[0].accuracy.value - 4.0) < 1e-9);
  }

  void tilesAreTheAgreements() {
    const study::Comparison all = shownOf(workspace_.path()).comparison;
    const charts::AgreementMap map = charts::agreementMap(all);
    QCOMPARE(map.chart.tiles.size(), std::size_t{9});
    for (std::size_t i = 0; i < map.sets.size(); ++i) {
      const double value = all.agreement(map.sets[i].first, map.sets[i].second);
      const charts::Tile& tile = map.chart.tiles[i];
      QVERIFY(std::isnan(value) ? std::isnan(tile.value) && tile.text.empty()
                                : tile.value == value && !tile.text.empty());
    }
    QCOMPARE(map.chart.tiles[1].text, std::string("96.0"));  // rows 3, 4 and 5 of 100 differ
  }

  void curvesAreTheMeansWithTheirBands() {
    const figures::ShownComparison all = shownOf(workspace_.path());
    const charts::ChartData& chart = all.course_accuracy;
    QCOMPARE(chart.curves.size(), std::size_t{3});
    QCOMPARE(chart.x_high, 40.0);
    for (std::size_t i = 0; i < 3; ++i) {
      const charts::Curve& curve = chart.curves[i];
      const metrics::MeanAndSd& student = all.comparison.sets[i].state.student;
      QCOMPARE(curve.x.back(), 40.0);
      QVERIFY(std::abs(static_cast<double>(curve.y.back()) - student.mean) < 1e-6);
      // Student's t of two degrees of freedom.
      const double half = 4.302653 * student.sd / std::sqrt(3.0);
      QVERIFY(std::abs(static_cast<double>(curve.high.back()) - student.mean - half) < 1e-5);
      QVERIFY(curve.band.find("3 seeds") != std::string::npos);
    }
    QCOMPARE(chart.curves[1].label, std::string("B: T = 2"));
    QCOMPARE(chart.curves[1].name, std::string("B: T = 2"));
    QCOMPARE(chart.references.size(), std::size_t{2});  // one floor and ceiling for all
    const charts::Curve& pgr = all.course_pgr.curves.front();
    QVERIFY(std::abs(static_cast<double>(pgr.y.back()) -
                     *all.comparison.sets[0].pgr().signed_value) < 1e-6);
    // Of one run its own curve, without a band.
    const figures::ShownComparison two = shownOf(workspace_.path(), {"r0-1", "r1-1"});
    QCOMPARE(two.course_accuracy.curves.size(), std::size_t{2});
    QVERIFY(!two.course_accuracy.curves.front().hasBand());
  }

  // Weak labels of another program, not for every test row: students and ceiling are known all the same.
  void withoutAWeakFloorTheCourseIsSeen() {
    const test::TemporaryWorkspace workspace;
    for (const std::string id : {"u0", "u1"}) {
      ComparedSample sample{.id = id, .experiment = id, .labels = {0, 1, 2, 0}, .student = {}};
      sample.student = id == "u0" ? std::vector<std::int64_t>{0, 1, 2, 1} : sample.labels;
      sample.weak = metrics::kUndefined;
      test::recordComparedRun(workspace.path(), sample);
    }
    const figures::ShownComparison all = shownOf(workspace.path(), {"u0", "u1"});
    const charts::ChartData& chart = all.course_accuracy;
    QCOMPARE(chart.curves.size(), std::size_t{2});
    QCOMPARE(chart.y_bound_low, 0.0);
    for (const charts::Curve& curve : chart.curves) {
      QVERIFY(std::ranges::all_of(
          curve.y, [&](float y) { return static_cast<double>(y) >= chart.y_bound_low; }));
    }
    QCOMPARE(chart.references.size(), std::size_t{1});
    QCOMPARE(chart.references.front().label, std::string("ceiling"));
  }

  // Each set looks as its first run in the table of runs: as its experiment, as the run itself where it is
  // of an earlier version, or as a person chose.
  void setsLookAsTheirRuns() {
    const test::TemporaryWorkspace workspace;
    for (const std::string id : {"x0", "x1", "x2"}) {
      ComparedSample sample{
          .id = id, .experiment = id + "-e", .labels = {0, 1, 2, 0}, .student = {}};
      sample.student = {0, 1, 2, 1};
      sample.temperature = 1.0 + (id.back() - '0');
      if (id == "x1") {
        sample.experiment.clear();
      }
      test::recordComparedRun(workspace.path(), sample);
    }
    QVERIFY(store::changeColors(workspace.path(), [](store::ExperimentColors& colors) {
      for (const char* name : {"other", "x0-e", "x2-e", "another", "x1"}) {
        colors.give(name);
      }
    }));
    store::RunLabels labels;
    labels.color = 7;
    QVERIFY(store::writeLabels(workspace.run("x2"), labels));
    const figures::ShownComparison all = shownOf(workspace.path(), {"x0", "x1", "x2"});
    std::vector<charts::Ink> inks;
    for (const charts::Curve& curve : all.course_accuracy.curves) {
      inks.push_back(curve.ink);
    }
    QVERIFY(
        (inks == std::vector{charts::overlayInk(1), charts::overlayInk(4), charts::overlayInk(7)}));
  }

  void ofManyPairsThoseWithTheFirstAreDrawn() {
    const figures::ShownComparison all =
        shownOf(workspace_.path(), {"r0-0", "r0-1", "r0-2", "r1-0", "r1-1", "r1-2", "e0"});
    QCOMPARE(all.comparison.pairs.size(), std::size_t{21});
    const charts::ChartData chart =
        charts::differenceChart(all.comparison, study::Measure::Accuracy);
    QCOMPARE(chart.x_places.size(), std::size_t{6});
    QVERIFY(chart.subtitle.find("6 of 21") != std::string::npos);
  }

  void everyFormatHasTheNumbers() {
    const figures::ShownComparison all = shownOf(workspace_.path());
    figures::FigureRequest request{
        .charts = {"compare-course", "compare-accuracy", "compare-pgr", "compare-agreement"}};
    request.compared = study::namesInCommand(all.comparison);
    const QByteArray svg = rendered(all, request);
    QVERIFY(svg.contains("class=\"error-bar\"") && svg.contains(">96.0<"));
    QVERIFY(svg.contains("--compare e0 --compare e1 --compare e2"));
    QVERIFY(svg.contains("A: T = 1"));
    request.format = figures::Format::Pgfplots;
    QVERIFY(rendered(all, request).contains("xticklabels={{A $-$ B}"));
    request.charts = {"compare-accuracy"};
    request.format = figures::Format::Csv;
    const QByteArray csv = rendered(all, request);
    QVERIFY2(csv.contains("_low") && csv.contains(",4"), csv);
    request.charts = {"table"};
    QVERIFY(rendered(all, request).contains("e0,e1,student_accuracy,0.04"));
    request.format = figures::Format::Pgfplots;
    const QByteArray tex = rendered(all, request);
    QVERIFY2(tex.contains("\\toprule") && tex.contains("Holm"), tex);
    for (const figures::Format format : {figures::Format::Pdf, figures::Format::Png}) {
      request.charts = {"compare-accuracy", "compare-agreement"};
      request.format = format;
      QVERIFY(rendered(all, request).size() > 1000);
    }
    request.charts = {"accuracy"};
    QVERIFY(!figures::makeCompareFigure(request, all));
  }

  void aReportHasTheTablesOfPairedDifferences_data() {
    QTest::addColumn<figures::Format>("format");
    QTest::newRow("html") << figures::Format::Html;
    QTest::newRow("markdown") << figures::Format::Markdown;
  }
  void aReportHasTheTablesOfPairedDifferences() {
    QFETCH(const figures::Format, format);
    const figures::ShownComparison all = shownOf(workspace_.path());
    figures::FigureRequest request{.format = format, .out = "report"};
    request.compared = study::namesInCommand(all.comparison);
    request.charts = figures::reportCharts(request);
    const QString page = QString::fromUtf8(rendered(all, request)).remove(QLatin1Char('\\'));
    for (const char* part :
         {"Comparison of 3 sets of runs", "Sets", "Paired differences", "A \u2212 B", "4.00 (",
          "0.2500", "sign-flip over seeds, n = 3", "not paired", "on different test rows",
          "Agreement of the students", "96.0", "With 3 seeds", "Settings of A: T = 1",
          "Settings of B: T = 2 that are not those of A", "objective.temperature = 2",
          "--compare e0 --compare e1 --compare e2"}) {
      QVERIFY2(page.contains(QString::fromUtf8(part)), part);
    }
    // What a row has, the window's table has as well.
    const figures::PrintedTable pairs = figures::pairsTableOf(all.comparison);
    QCOMPARE(pairs.rows.size(), std::size_t{3});
    QCOMPARE(pairs.rows[0][figures::kFirstAlone], std::string("12"));
    for (const std::vector<std::string>& row : pairs.rows) {
      QCOMPARE(row.size(), pairs.head.size());
    }
  }

  void theReportOfThePageIsOnItsComparison() {
    const Bench bench(workspace_.path());
    bench.compare({"r0-0", "r1-0"});
    bench.window->actions().report.trigger();
    auto* dialog = bench.window->findChild<ExportDialog*>(QStringLiteral("compare_report"));
    QVERIFY(dialog != nullptr && dialog->isVisible());
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("report.html"));
    dialog->saveTo(file);
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const QByteArray page = saved.readAll();
    QVERIFY(page.startsWith("<!DOCTYPE html>") && page.contains("Paired differences"));
    QVERIFY(page.contains("McNemar over test rows"));
    dialog->close();
  }

  void thePageShowsWhatWasSelected() {
    const Bench bench(workspace_.path());
    QVERIFY(bench.page->shown() == nullptr);
    bench.compare({"r0-0", "r1-0", "r0-1", "r1-1", "r0-2", "r1-2"});
    QCOMPARE(bench.window->pages().current(), QStringLiteral("compare"));
    QCOMPARE(bench.part<QTableView>("compare.sets")->model()->rowCount(), 2);
    QCOMPARE(bench.cell("compare.sets", 1, 1), QStringLiteral("2"));  // temperature
    QCOMPARE(bench.cell("compare.sets", 0, 2), QStringLiteral("3"));  // seeds
    QVERIFY2(bench.cell("compare.pairs", 0, 1).startsWith(QStringLiteral("4.00 (")),
             qPrintable(bench.cell("compare.pairs", 0, 1)));
    QCOMPARE(bench.cell("compare.pairs", 0, 2), QStringLiteral("0.2500"));
    QCOMPARE(bench.cell("compare.pairs", 0, 9), QStringLiteral("12"));
    QVERIFY(bench.part<QLabel>("compare.notes")->text().contains(QStringLiteral("3 seeds")));
    auto* chart = bench.part<ChartPicture>("chart.compare-differences");
    QCOMPARE(chart->chart().id, std::string("compare-accuracy"));
    QCOMPARE(bench.part<ChartPicture>("chart.compare-agreement")->chart().tiles.size(),
             std::size_t{4});
  }

  void rowsThatOneAloneHasRightAreAskedFor() {
    const Bench bench(workspace_.path());
    bench.compare({"r0-2", "r1-2"});
    QSignalSpy wanted(bench.page, &ComparePage::rowsWanted);
    auto* pairs = bench.part<QTableView>("compare.pairs");
    Q_EMIT pairs->activated(pairs->model()->index(0, 1));  // no count
    Q_EMIT pairs->activated(pairs->model()->index(0, 9));
    QVERIFY(wanted.wait(kLongestMs));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("r0-2"));
    const auto rows = wanted[0][1].value<std::shared_ptr<const ChosenRows>>();
    QCOMPARE(rows->rows, (std::vector<std::uint32_t>{75, 76, 77, 78, 79}));  // 65 to 69, from 10 on
    QCOMPARE(rows->title, std::string("A right, B wrong, seed 2"));
  }

  void aTileLeadsToTheRowOfItsPair() {
    const Bench bench(workspace_.path());
    bench.compare({"r0-0", "r0-1", "r0-2"});  // of one experiment: its seeds beside each other
    QCOMPARE(bench.cell("compare.sets", 1, 0), QStringLiteral("B: seed 1"));
    auto* pairs = bench.part<QTableView>("compare.pairs");
    Q_EMIT bench.part<ChartPicture>("chart.compare-agreement")->tileChosen(7);  // C, B
    const QModelIndexList rows = pairs->selectionModel()->selectedRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.front().data().toString(), QStringLiteral("B \u2212 C"));
    Q_EMIT bench.part<ChartPicture>("chart.compare-agreement")->tileChosen(4);  // B, B: no pair
    QCOMPARE(pairs->selectionModel()->selectedRows(), rows);
  }

  void whatCannotBeComparedIsSaid() {
    const Bench bench(workspace_.path());
    bench.compare({"r0-0", "r1-0"});
    QVERIFY(bench.page->shown() != nullptr && bench.part<QTableView>("compare.sets")->isVisible());
    Q_EMIT bench.window->findChild<RunCommands*>()->compared({"gone"});
    QTRY_VERIFY_WITH_TIMEOUT(bench.page->shown() == nullptr, kLongestMs);
    QVERIFY(bench.part<QLabel>("compare.title")->text().contains(QStringLiteral("gone")));
    QVERIFY(!bench.part<QTableView>("compare.sets")->isVisible());
    bench.compare({"r0-0", "r2-0"});
    QVERIFY(bench.part<QLabel>("compare.notes")->text().contains(QStringLiteral("test rows")));
    QCOMPARE(bench.cell("compare.pairs", 0, 1), QStringLiteral("not paired"));
  }

  // One run is enough: results of others stand beside it, and in no test.
  void resultsOfOthersStandBeside() {
    const Bench bench(workspace_.path());
    bench.compare({"r0-0"});
    QVERIFY(bench.part<QLabel>("compare.notes")->text().contains(QStringLiteral("One alone")));
    auto* picker = bench.part<ReferencePicker>("compare.references");
    Q_EMIT picker->menu()->aboutToShow();
    auto* action = picker->findChild<QAction*>(QStringLiteral("reference.burns-imagenet-vitb8"));
    QVERIFY(action != nullptr && action->toolTip().contains(QStringLiteral("2312.09390")));
    action->trigger();
    QCOMPARE(bench.page->references().size(), std::size_t{1});
    QCOMPARE(bench.part<QTableView>("compare.sets")->model()->rowCount(), 2);
    QVERIFY(bench.cell("compare.sets", 1, 0).contains(QStringLiteral("Burns 2023")));
    QCOMPARE(bench.part<QTableView>("compare.pairs")->model()->rowCount(), 0);
    // A line on the chart of the PGR, and on no other.
    const auto lines = [&bench] {
      return bench.part<ChartPicture>("chart.compare-course")->chart().references;
    };
    const std::size_t before = lines().size();
    bench.part<ChoiceField>("field.compare.measure.editor")->setCurrent(1);
    Q_EMIT bench.part<ChoiceField>("field.compare.measure.editor")->edited(1);
    const charts::ChartData course = bench.page->shown()->course_pgr;
    QCOMPARE(lines().size(), course.references.size() + 1);
    QCOMPARE(lines().back().y, 0.415);
    QVERIFY(before == bench.page->shown()->course_accuracy.references.size());
    // It goes into the figure, its caption and its command.
    figures::FigureRequest request{.charts = {"compare-course-pgr"}};
    request.compared = {"r0-0"};
    request.references = bench.page->references();
    const QByteArray svg = rendered(*bench.page->shown(), request);
    QVERIFY(svg.contains("--reference burns-imagenet-vitb8"));
    QVERIFY(svg.contains("table 3"));
    request.charts = {"table"};
    request.format = figures::Format::Pgfplots;
    QVERIFY(rendered(*bench.page->shown(), request).contains("Burns 2023"));
    // And away again.
    Q_EMIT picker->menu()->aboutToShow();
    picker->findChild<QAction*>(QStringLiteral("reference.none"))->trigger();
    QCOMPARE(bench.part<QTableView>("compare.sets")->model()->rowCount(), 1);
  }

  void theChartsAreExportedFromThePage() {
    const Bench bench(workspace_.path());
    bench.compare({"r0-0", "r1-0"});
    bench.window->outputs().openCompareExport(QStringLiteral("compare-pgr"));
    auto* dialog = bench.window->findChild<ExportDialog*>(QStringLiteral("compare_export"));
    QVERIFY(dialog != nullptr && dialog->isVisible());
    dialog->close();
  }
};

W2S_WINDOW_TEST(TstComparePage)
#include "tst_compare_page.moc"
