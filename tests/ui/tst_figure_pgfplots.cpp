// Figures as LaTeX: what stands in the file, and, where pdflatex with pgfplots is installed, that
// it compiles to a page of the figure's size.
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/test_main.h"
#include "tests/ui/figure_runs.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_render.h"
#include "ui/figures/pgfplots_writer.h"
#include "ui/figures/tex_text.h"

using namespace w2s;
using namespace w2s::ui::figures;

namespace {

QString render(const FigureRequest& request, const std::vector<FigureRun>& runs) {
  return QString::fromUtf8(test::render(request, runs));
}

FigureRequest requestFor(std::vector<std::string> charts) {
  return {.charts = std::move(charts), .format = Format::Pgfplots, .options = {}, .out = "f.tex"};
}

struct Table {
  QString name;
  QList<QPointF> rows;
  int breaks = 0;
};

QList<Table> tablesIn(const QString& tex) {
  static const QRegularExpression kPlot(QStringLiteral(
      "% ([^\\n]*)\\n\\\\addplot\\[[^\\]]*\\]\\s*table\\[row sep=\\\\\\\\\\]\\{([^}]*)\\}"));
  QList<Table> tables;
  for (auto it = kPlot.globalMatch(tex); it.hasNext();) {
    const auto match = it.next();
    Table table{.name = match.captured(1), .rows = {}, .breaks = 0};
    for (const QString& line :
         match.captured(2).split(QStringLiteral("\\\\"), Qt::SkipEmptyParts)) {
      const QStringList cells = line.simplified().split(QLatin1Char(' '));
      if (cells.size() == 2 && cells[0] == QLatin1String("nan")) {
        ++table.breaks;
      } else if (cells.size() == 2 && cells[0] != QLatin1String("x")) {
        table.rows += QPointF(cells[0].toDouble(), cells[1].toDouble());
      }
    }
    tables += table;
  }
  return tables;
}

double axisValue(const QString& tex, const char* key) {
  const QRegularExpression pattern(QStringLiteral("%1=([-0-9.e+]+)").arg(QLatin1String(key)));
  return pattern.match(tex).captured(1).toDouble();
}

}  // namespace

class TestFigurePgfplots : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void textIsEscaped() {
    QCOMPARE(texOf("a_b & 50 % #1 {x} $y$"), std::string("a\\_b \\& 50 \\% \\#1 \\{x\\} \\$y\\$"));
    QCOMPARE(texOf("\\today^2~"), std::string("\\textbackslash{}today\\textasciicircum{}2"
                                              "\\textasciitilde{}"));
    QCOMPARE(texOf("\u22120.5 \u2191 \u00b7"), std::string("$-$0.5 $\\uparrow$ $\\cdot$"));
    QCOMPARE(texOf("two\nlines"), std::string("two lines"));
    QCOMPARE(texOf("\u03bb = 0.5, \u0394 \u2248 \u221e, \u221a"),
             std::string("$\\lambda$ = 0.5, $\\Delta$ $\\approx$ $\\infty$, $\\surd$"));
  }

  // What pdfLaTeX would stop at is named, what it knows and what stands in comments is not.
  void unknownSignsAreNamed() {
    const OwnedFigureRun first = test::figureRun("first");
    OwnedFigureRun other = test::figureRun("other", 8);
    const auto unknown = [&](const std::string& label) {
      other.label = label;
      const auto found = unknownToTex(
          render(requestFor({"accuracy"}), {first.view(), other.view()}).toStdString());
      return found ? found->text : std::string();
    };
    QCOMPARE(unknown("\u03b1 \u03b2 \u2248 \u221e \u221a \u0394 na\u00efve"), std::string());
    const std::string found = unknown("\u6f22 a \u6f22 \U0001F600");
    QVERIFY2(found.find("\u6f22 \U0001F600:") != std::string::npos, found.c_str());
  }

  // In Computer Modern, whose bold letters are wider than those of the screen.
  void labelsHaveTheRoomThatTheirFontNeeds() {
    QVERIFY(std::abs(texWidth("0.803", 10.0, true) - (4 * 0.575 + 0.319) * 10.0) < 1e-9);
    QVERIFY(texWidth("student", 8.0, true) > texWidth("student", 8.0, false));
    const OwnedFigureRun run = test::figureRun("panels");
    FigureRequest request = requestFor({"agreement", "pgr"});
    applySize(SizePreset::TwoColumns, request.options);
    const auto figure = makeFigure(request, std::vector{run.view()});
    const Scene scene = sceneOf(*figure, request.options, Format::Pgfplots);
    const Panel& left = scene.panels.front();
    const double next = scene.panels.back().plot.left;
    int labels = 0;
    for (const SceneShape& shape : left.shapes) {
      const auto* text = std::get_if<TextShape>(&shape);
      if (text != nullptr && text->role == Role::Label) {
        ++labels;
        // Ticks and the title of the next axis lie between.
        QVERIFY(text->at.x + texWidth(text->text, text->size, true) < next - 3.0 * text->size);
      }
    }
    QVERIFY(labels > 1);
  }

  void aCurveOfOnePointHasAMark() {
    const OwnedFigureRun run = test::figureRun("short", 7, 10, 20);
    for (const LegendPlace place : {LegendPlace::Inside, LegendPlace::Outside, LegendPlace::None}) {
      FigureRequest request = requestFor({"accuracy"});
      request.options.legend = place;
      // Student and ceiling, marked as closed shapes of their colour.
      QVERIFY(render(request, {run.view()}).count(QLatin1String("cycle;")) >= 2);
    }
  }

  // What stands behind a new line in a name would be set, or be a command.
  void aNameOfTwoLinesStaysInItsComment() {
    QCOMPARE(texComment("two\nlines\r\n"), std::string("% two lines  \n"));
    const OwnedFigureRun first = test::figureRun("first");
    OwnedFigureRun other = test::figureRun("other", 8);
    other.series.name = "other\nSPILT";
    for (const char* chart : {"accuracy", "table"}) {
      const QString tex = render(requestFor({chart}), {first.view(), other.view()});
      QVERIFY(tex.contains(QLatin1String("SPILT")));
      QVERIFY2(!tex.contains(QLatin1String("\nSPILT")), chart);
    }
    Scene scene{.width = 10.0, .height = 10.0};
    scene.panels.push_back({.id = "accuracy",
                            .title = "title\nSPILT",
                            .plot = {0.0, 0.0, 10.0, 10.0},
                            .x = {},
                            .y = {},
                            .shapes = {PathShape{.name = "curve\nSPILT"}}});
    const QString tex = QString::fromStdString(writePgfplots(scene, {}, {}));
    QVERIFY(tex.contains(QLatin1String("% title SPILT\n")));
    QVERIFY(tex.contains(QLatin1String("% curve SPILT\n")));
  }

  void onePlotASeriesInTheUnitsOfTheAxes() {
    const OwnedFigureRun run = test::figureRun("tex");
    const QString tex = render(requestFor({"accuracy"}), {run.view()});
    QVERIFY(tex.contains(QLatin1String("% run: tex (seed 7")));
    QVERIFY(tex.contains(QLatin1String("--chart accuracy --format pgfplots --out f.tex")));
    QVERIFY(tex.contains(QLatin1String("xlabel={step}")));
    QVERIFY(tex.contains(QLatin1String("ylabel={test accuracy}")));
    QCOMPARE(tex.count(QLatin1String("\\begin{axis}")), 1);
    QCOMPARE(tex.count(QLatin1String("\\end{axis}")), 1);
    QStringList names;
    const Table* student = nullptr;
    const QList<Table> tables = tablesIn(tex);
    for (const Table& table : tables) {
      names += table.name;
      if (table.name == QLatin1String("student")) {
        student = &table;
      }
    }
    QCOMPARE(names.size(), QSet<QString>(names.begin(), names.end()).size());
    QVERIFY(names.contains(QLatin1String("ceiling")));
    QVERIFY(student != nullptr);
    // The evaluations themselves, not positions on paper.
    const auto& evaluations = run.series.stage(record::stage::kStudent).evaluations;
    QCOMPARE(student->rows.size(), static_cast<qsizetype>(evaluations.size()));
    const double low = axisValue(tex, "ymin");
    for (std::size_t i = 0; i < evaluations.size(); ++i) {
      const QPointF row = student->rows[static_cast<qsizetype>(i)];
      if (evaluations[i].test.accuracy > low) {
        QVERIFY(std::abs(row.x() - static_cast<double>(evaluations[i].step)) < 1e-6);
        QVERIFY(std::abs(row.y() - evaluations[i].test.accuracy) < 1e-5);
      }
    }
  }

  void aGapIsARowThatIsNoNumber() {
    const OwnedFigureRun run = test::figureRun("gap");
    FigureRequest request = requestFor({"objective"});
    request.options.traces = Traces::Raw;
    int breaks = 0;
    for (const Table& table : tablesIn(render(request, {run.view()}))) {
      breaks += table.breaks;
    }
    QVERIFY(breaks > 0);
  }

  void zoomedCurvesStayInside() {
    const OwnedFigureRun run = test::figureRun("zoom");
    FigureRequest request = requestFor({"accuracy"});
    request.options.x_range = Span{.low = 100.0, .high = 200.0};
    request.options.y_range = Span{.low = 0.7, .high = 0.82};
    const QString tex = render(request, {run.view()});
    QCOMPARE(axisValue(tex, "xmin"), 100.0);
    QCOMPARE(axisValue(tex, "xmax"), 200.0);
    int rows = 0;
    for (const Table& table : tablesIn(tex)) {
      for (const QPointF& row : table.rows) {
        ++rows;
        QVERIFY(row.x() >= 100.0 - 1e-6 && row.x() <= 200.0 + 1e-6);
        QVERIFY(row.y() >= 0.7 - 1e-6 && row.y() <= 0.82 + 1e-6);
      }
    }
    QVERIFY(rows > 10);
  }

  void legendsAreThoseOfPgfplots() {
    const OwnedFigureRun run = test::figureRun("legend");
    FigureRequest request = requestFor({"accuracy"});
    QVERIFY(!render(request, {run.view()}).contains(QLatin1String("\\addlegendentry")));
    for (const LegendPlace place : {LegendPlace::Inside, LegendPlace::Outside}) {
      request.options.legend = place;
      const QString tex = render(request, {run.view()});
      QVERIFY(tex.contains(QLatin1String("\\addlegendentry{student}")));
      const auto figure = makeFigure(request, std::vector{run.view()});
      const Scene scene = sceneOf(*figure, request.options, Format::Pgfplots);
      const Panel& panel = scene.panels.front();
      QVERIFY(panel.legend.has_value());
      const PanelLegend& legend = *panel.legend;
      QCOMPARE(legend.inside, place == LegendPlace::Inside);
      QCOMPARE(legend.at.y < panel.plot.bottom(), legend.inside);
      QVERIFY(legend.at.y < scene.height);
      QVERIFY(tex.contains(QStringLiteral("legend columns=%1,").arg(legend.columns)));
      const QString share =
          QString::number((panel.plot.bottom() - legend.at.y) / panel.plot.height, 'g', 4);
      QVERIFY2(tex.contains(QStringLiteral(",%1)},anchor=north west").arg(share)),
               qPrintable(share));
    }
  }

  void pdflatexCompiles_data() {
    QTest::addColumn<QString>("charts");
    QTest::addColumn<int>("legend");
    QTest::addColumn<bool>("log_y");
    QTest::newRow("accuracy") << "accuracy" << int(LegendPlace::EndLabels) << false;
    QTest::newRow("panels") << "accuracy,pgr,objective,calibration" << int(LegendPlace::Inside)
                            << false;
    QTest::newRow("schedules") << "schedules,agreement" << int(LegendPlace::Outside) << false;
    QTest::newRow("logarithmic") << "objective" << int(LegendPlace::EndLabels) << true;
  }
  void pdflatexCompiles() {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pdflatex"));
    const QString finder = QStandardPaths::findExecutable(QStringLiteral("kpsewhich"));
    if (program.isEmpty() || finder.isEmpty()) {
      QSKIP("pdflatex is not installed (texlive-latex-base)");
    }
    QProcess find;
    find.start(finder, {QStringLiteral("pgfplots.sty")});
    QVERIFY(find.waitForFinished());
    if (find.exitCode() != 0) {
      QSKIP("pgfplots is not installed (texlive-pictures)");
    }
    QFETCH(QString, charts);
    QFETCH(int, legend);
    QFETCH(bool, log_y);
    std::vector<std::string> names;
    for (const QString& name : charts.split(QLatin1Char(','))) {
      names.push_back(name.toStdString());
    }
    const OwnedFigureRun run = test::figureRun("latex_run");
    const OwnedFigureRun other = test::figureRun("other_run", 8);
    FigureRequest request = requestFor(names);
    applySize(SizePreset::TwoColumns, request.options);
    request.options.legend = static_cast<LegendPlace>(legend);
    request.options.view.log_y = log_y;
    request.options.title = true;

    const QTemporaryDir folder;
    const auto write = [&](const char* name, const QString& text) {
      QFile file(folder.filePath(QLatin1String(name)));
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write(text.toUtf8());
    };
    write("figure.tex", render(request, {run.view(), other.view()}));
    write("paper.tex",
          QStringLiteral("\\documentclass{article}\n\\usepackage[T1]{fontenc}\n"
                         "\\usepackage{pgfplots}\\pgfplotsset{compat=1.18}\n"
                         "\\begin{document}\n\\setbox0=\\hbox{\\input{figure.tex}}"
                         "\\typeout{SIZE \\the\\wd0\\space \\the\\ht0}"
                         "\\noindent\\resizebox{\\textwidth}{!}{\\box0}\n\\end{document}\n"));
    QProcess latex;
    latex.setWorkingDirectory(folder.path());
    latex.setProcessChannelMode(QProcess::MergedChannels);
    latex.start(program, {QStringLiteral("-interaction=nonstopmode"),
                          QStringLiteral("-halt-on-error"), QStringLiteral("paper.tex")});
    QVERIFY(latex.waitForFinished(120'000));
    const QString said = QString::fromUtf8(latex.readAll());
    QVERIFY2(latex.exitCode() == 0, qPrintable(said.right(3000)));
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("paper.pdf"))));
    QVERIFY2(!said.contains(QLatin1String("Package pgfplots Warning")), qPrintable(said));
    // 174 mm are 495.09 of TeX's points.
    const double width =
        QRegularExpression(QStringLiteral("SIZE ([0-9.]+)pt")).match(said).captured(1).toDouble();
    QVERIFY2(std::abs(width - 174.0 / 25.4 * 72.27) < 0.2, qPrintable(QString::number(width)));
  }
};

W2S_WINDOW_TEST(TestFigurePgfplots)
#include "tst_figure_pgfplots.moc"
