// The table of runs as it stands in a paper.
#include <map>

#include <QGuiApplication>
#include <QTest>

#include "tests/support/test_main.h"
#include "tests/ui/figure_runs.h"
#include "ui/bridge/run_readings.h"
#include "ui/draw/scene_painter.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_render.h"
#include "ui/figures/printed_table.h"

using namespace w2s;
using w2s::ui::readingsOf;
using namespace w2s::ui::figures;

namespace {

// A run that ended as it was started, with these accuracies.
OwnedFigureRun finished(std::int64_t seed, double weak, double student, double ceiling) {
  OwnedFigureRun run = test::figureRun("run-" + std::to_string(seed), seed);
  run.series.interventions.clear();
  record::RunSummary summary{.weak = test::performance(weak),
                             .ceiling = test::performance(ceiling),
                             .student = test::performance(student)};
  summary.pgr =
      metrics::pgrOfAccuracies(Weak(weak), Student(student), Ceiling(ceiling), 10'000, 0.1);
  run.series.apply(record::RunFinished{summary});
  return run;
}

std::vector<OwnedFigureRun> seeds(int count) {
  std::vector<OwnedFigureRun> runs;
  for (int seed = 0; seed < count; ++seed) {
    runs.push_back(finished(seed, 0.668, 0.803, 0.861));
  }
  return runs;
}

std::vector<FigureRun> viewsOf(const std::vector<OwnedFigureRun>& runs) {
  std::vector<FigureRun> views;
  for (const OwnedFigureRun& run : runs) {
    views.push_back(run.view());
  }
  return views;
}

}  // namespace

class TestFigureTable : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void oneRowARunAndTheirMeanBelow() {
    const auto runs = seeds(3);
    const PrintedTable table = printedTableOf(viewsOf(runs));
    QCOMPARE(table.rows.size(), 3U);
    for (const auto& row : table.rows) {
      QCOMPARE(row.size(), table.head.size());
      QCOMPARE(row[2], std::string("0.668"));
      QCOMPARE(row[4], std::string("0.861"));
    }
    QCOMPARE(table.rows[2][1], std::string("2"));
    QCOMPARE(table.summary.size(), 2U);
    QCOMPARE(table.summary[0][1], std::string("n = 3"));
    QCOMPARE(table.summary[0][2], std::string("0.668"));
    QCOMPARE(table.summary[1][2], std::string("0.000"));
    // (0.803 - 0.668) / (0.861 - 0.668)
    QCOMPARE(table.summary[0][5], std::string("0.70"));
    // Equal runs say nothing about the spread over seeds.
    QCOMPARE(table.summary[0][6], std::string("\u2013"));
  }

  // Weak labels of another program, not for every test row: the other means are known.
  void withoutAWeakFloorTheOtherMeansStand() {
    std::vector<OwnedFigureRun> runs = seeds(5);
    for (OwnedFigureRun& run : runs) {
      run.series.summary->weak = {};
      run.series.summary->pgr = {.status = metrics::PgrStatus::FloorUnknown};
    }
    const PrintedTable table = printedTableOf(viewsOf(runs));
    QCOMPARE(table.summary.size(), 2U);
    const std::string none = "\u2013";
    QCOMPARE(table.summary[0],
             (std::vector<std::string>{"Mean", "n = 5", none, "0.803", "0.861", none, none}));
    QCOMPARE(table.summary[1],
             (std::vector<std::string>{"SD", "", none, "0.000", "0.000", "", ""}));
  }

  void theSpreadIsThatOfTheSample() {
    const std::vector<OwnedFigureRun> runs{finished(0, 0.60, 0.70, 0.80),
                                           finished(1, 0.62, 0.72, 0.84)};
    const PrintedTable table = printedTableOf(viewsOf(runs));
    QCOMPARE(table.summary[0][2], std::string("0.610"));
    QCOMPARE(table.summary[1][2], std::string("0.014"));  // 0.02 / sqrt(2)
    QCOMPARE(table.summary[1][4], std::string("0.028"));
    // 0.10 / 0.21 -+ t(.975, 1) times its standard error, 12.706 times 0.0227.
    QCOMPARE(table.summary[0][5], std::string("0.48"));
    QCOMPARE(table.summary[0][6], std::string("[0.19, 0.76]"));
  }

  void aSeedThatRanTwiceCountsOnce() {
    std::vector<OwnedFigureRun> runs{finished(0, 0.60, 0.70, 0.80), finished(0, 0.60, 0.70, 0.80)};
    QVERIFY(printedTableOf(viewsOf(runs)).summary.empty());
    runs.push_back(finished(1, 0.62, 0.72, 0.84));
    const PrintedTable table = printedTableOf(viewsOf(runs));
    QCOMPARE(table.rows.size(), 3U);
    QCOMPARE(table.summary[0][1], std::string("n = 2 of 3"));
    QCOMPARE(table.summary[0][2], std::string("0.610"));
  }

  void whatDidNotEndOrWasChangedIsNoSample() {
    std::vector<OwnedFigureRun> runs{finished(0, 0.60, 0.70, 0.80), finished(1, 0.62, 0.72, 0.84)};
    OwnedFigureRun stopped = finished(2, 0.1, 0.2, 0.9);
    stopped.series.summary.reset();
    stopped.state = "stopped";
    QVERIFY(readingsOf(stopped.series).ceiling.n > 0);  // it would have numbers to average
    runs.push_back(stopped);
    OwnedFigureRun changed = finished(3, 0.1, 0.2, 0.9);
    changed.series.interventions.push_back({.step = 5, .old_value = 0.5, .new_value = 0.7});
    runs.push_back(changed);
    const PrintedTable table = printedTableOf(viewsOf(runs));
    QCOMPARE(table.rows.size(), 4U);
    QCOMPARE(table.summary[0][1], std::string("n = 2 of 4"));
    QCOMPARE(table.summary[0][2], std::string("0.610"));
    QCOMPARE(table.summary[1][2], std::string("0.014"));
    // They are told from the others, in LaTeX too.
    QVERIFY(table.marks == std::vector<std::string>({"", "", "\u2020", "\u2021"}));
    QCOMPARE(table.notes.size(), 2U);
    QCOMPARE(table.notes[0].second, std::string("stopped before its end: its latest numbers"));
    QCOMPARE(table.notes[1].second, std::string("settings changed while it trained"));
    const std::string tex = writeTexTable(table, {});
    QVERIFY(tex.find("$^{\\dagger}$ &") != std::string::npos);
    QVERIFY(tex.find("{\\footnotesize $^{\\ddagger}$ settings") != std::string::npos);
    runs.erase(runs.begin());
    QVERIFY(printedTableOf(viewsOf(runs)).summary.empty());
  }

  void aRatioOverATinyGapIsADash() {
    const std::vector<OwnedFigureRun> runs{finished(0, 0.700, 0.730, 0.704),
                                           finished(1, 0.700, 0.734, 0.706)};
    const PrintedTable table = printedTableOf(viewsOf(runs));
    QCOMPARE(table.summary.size(), 2U);
    QCOMPARE(table.summary[0][3], std::string("0.732"));
    for (const auto* row : {&table.rows[0], &table.rows[1], &table.summary[0]}) {
      QCOMPARE((*row)[5], std::string("\u2013"));
      QCOMPARE((*row)[6], std::string("\u2013"));
    }
  }

  void aMeanOfDifferentExperimentsIsNotShown() {
    auto runs = seeds(2);
    QVERIFY(!printedTableOf(viewsOf(runs)).summary.empty());
    // The same settings on other data are another experiment too.
    runs[0].data = "one";
    QVERIFY(!printedTableOf(viewsOf(runs)).summary.empty());  // of the other it is not known
    runs[1].data = "another";
    QVERIFY(printedTableOf(viewsOf(runs)).summary.empty());
    QCOMPARE(seedsOf(viewsOf(runs)).size(), std::size_t{1});
    runs[1].data = "one";
    QCOMPARE(seedsOf(viewsOf(runs)).size(), std::size_t{2});
    runs[1].config.optimizer.steps = 77;
    QVERIFY(printedTableOf(viewsOf(runs)).summary.empty());
    runs.pop_back();
    QVERIFY(printedTableOf(viewsOf(runs)).summary.empty());
  }

  void everythingFitsIntoTheWidth_data() {
    QTest::addColumn<double>("width_mm");
    for (const double width : {40.0, 84.0, 174.0}) {
      QTest::addRow("%g mm", width) << width;
    }
  }
  void everythingFitsIntoTheWidth() {
    QFETCH(double, width_mm);
    const auto runs = seeds(3);
    const auto views = viewsOf(runs);
    FigureRequest request{.charts = {"table"}};
    request.options.width_mm = width_mm;
    const auto figure = makeFigure(request, views);
    QVERIFY(figure.has_value());
    const Scene scene = sceneOf(*figure, request.options);
    const TextWidth width = figureTextWidth();
    // Right end of the last cell in each row, to see that cells stand apart.
    std::map<double, double> ends;
    int texts = 0;
    for (const SceneShape& shape : scene.panels[0].shapes) {
      const auto* text = std::get_if<TextShape>(&shape);
      if (text == nullptr || text->text.empty()) {
        continue;
      }
      ++texts;
      const double wide = width(text->text, text->size, text->bold);
      const double left = text->anchor == Anchor::Start ? text->at.x : text->at.x - wide;
      QVERIFY2(left >= 0.0 && left + wide <= scene.width + 0.01, text->text.c_str());
      QVERIFY(text->at.y < scene.height);
      if (const auto end = ends.find(text->at.y); end != ends.end()) {
        QVERIFY2(left > end->second, text->text.c_str());
      }
      ends[text->at.y] = left + wide;
    }
    QVERIFY(texts >= 4 * 6);
    QCOMPARE(ends.size(), 6U);  // head, three runs, mean, deviation
  }

  void latexHasTheRulesOfBooktabs() {
    const auto runs = seeds(2);
    const auto views = viewsOf(runs);
    FigureRequest request{.charts = {"table"}, .format = Format::Pgfplots};
    const auto figure = makeFigure(request, views);
    const QString tex = QString::fromUtf8(*renderFigure(*figure, request));
    QVERIFY(tex.startsWith(QLatin1String("% program: W2S Lab")));
    for (const char* part : {"\\begin{tabular}{lrrrrrr}", "\\toprule", "\\midrule", "\\bottomrule",
                             "figure \\textless{}run\\textgreater{} \\& ", "\\end{tabular}"}) {
      QVERIFY2(tex.contains(QLatin1String(part)), part);
    }
    QCOMPARE(tex.count(QLatin1String(" \\\\\n")), 1 + 2 + 2);
  }

  void aFontThatIsNotThereIsRefused() {
    const auto runs = seeds(1);
    const auto views = viewsOf(runs);
    FigureRequest request{.charts = {"table"}};
    request.options.font = "Intr";
    const auto figure = makeFigure(request, views);
    const auto bytes = renderFigure(*figure, request);
    QVERIFY(!bytes.has_value());
    QVERIFY2(bytes.error().message.find("\"Intr\"") != std::string::npos,
             bytes.error().message.c_str());
    request.options.font = figureFamily().toStdString();
    const auto set = renderFigure(*figure, request);
    QVERIFY(set.has_value());
    QVERIFY(set->contains("font-family=\"'" + figureFamily().toUtf8() + "'"));
  }
};

W2S_WINDOW_TEST(TestFigureTable)
#include "tst_figure_table.moc"
