// The numbers behind figures as CSV: read back, they are the numbers.
#include <map>
#include <tuple>

#include <QGuiApplication>
#include <QTest>

#include "tests/support/test_main.h"
#include "tests/ui/figure_runs.h"
#include "ui/figures/csv_writer.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_render.h"

using namespace w2s;
using namespace w2s::ui::figures;
using test::render;

namespace {

struct Csv {
  QStringList comments;
  QStringList header;
  QList<QStringList> rows;
};

QStringList cellsOf(const QString& line) {
  QStringList cells(QString{});
  bool quoted = false;
  for (qsizetype i = 0; i < line.size(); ++i) {
    if (line[i] == QLatin1Char('"')) {
      if (quoted && i + 1 < line.size() && line[i + 1] == QLatin1Char('"')) {
        cells.last() += line[i++];
      } else {
        quoted = !quoted;
      }
    } else if (line[i] == QLatin1Char(',') && !quoted) {
      cells += QString();
    } else {
      cells.last() += line[i];
    }
  }
  return cells;
}

Csv parse(const QByteArray& bytes) {
  Csv csv;
  const QStringList lines = QString::fromUtf8(bytes).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
  for (const QString& line : lines) {
    if (line.startsWith(QLatin1Char('#'))) {
      csv.comments += line;
    } else if (csv.header.isEmpty()) {
      csv.header = cellsOf(line);
    } else {
      csv.rows += cellsOf(line);
    }
  }
  return csv;
}

FigureRequest request(std::vector<std::string> charts, CsvLayout layout) {
  FigureRequest made{.charts = std::move(charts), .format = Format::Csv, .options = {}, .out = {}};
  made.options.csv = layout;
  return made;
}

}  // namespace

class TestFigureCsv : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void wideReadsBackToTheSameNumbers() {
    const OwnedFigureRun run = test::figureRun("wide");
    const Csv csv = parse(render(request({"accuracy"}, CsvLayout::Wide), {run.view()}));
    QCOMPARE(csv.header.first(), QStringLiteral("step"));
    const auto& evaluations = run.series.stage(record::stage::kStudent).evaluations;
    qsizetype column = -1;
    for (qsizetype i = 0; i < csv.header.size(); ++i) {
      if (csv.header[i].startsWith(QLatin1String("student"))) {
        column = i;
      }
    }
    QVERIFY(column > 0);
    QVERIFY(csv.header[column].contains(QLatin1Char('[')));
    QCOMPARE(static_cast<std::size_t>(csv.rows.size()), evaluations.size());
    for (qsizetype i = 0; i < csv.rows.size(); ++i) {
      const auto& evaluation = evaluations[static_cast<std::size_t>(i)];
      QCOMPARE(csv.rows[i].size(), csv.header.size());
      QCOMPARE(csv.rows[i][0].toDouble(), static_cast<double>(evaluation.step));
      QCOMPARE(csv.rows[i][column].toFloat(), static_cast<float>(evaluation.test.accuracy));
    }
    QVERIFY(!csv.comments.filter(QStringLiteral("# run: wide (seed 7")).isEmpty());
    QVERIFY(!csv.comments.filter(QStringLiteral("reference: accuracy weak = 0.668")).isEmpty());
    QVERIFY(!csv.comments.filter(QStringLiteral("marker: accuracy")).isEmpty());
  }

  // As the window counts them, and as they are recorded.
  void theTableCountsLiveChangesAndInterventions() {
    OwnedFigureRun run = test::figureRun("changed");
    const std::size_t before = run.series.interventions.size();
    for (const auto& [step, from, to] :
         {std::tuple{300, 1.0, 0.9}, std::tuple{301, 0.9, 0.8}, std::tuple{302, 0.8, 0.7}}) {
      run.series.apply(record::Intervened{{.step = step,
                                           .parameter = record::LiveParameter::KdWeight,
                                           .old_value = from,
                                           .new_value = to}});
    }
    const Csv csv = parse(render(request({"table"}, CsvLayout::Wide), {run.view()}));
    QCOMPARE(csv.rows.size(), 1);
    const auto cell = [&csv](const char* column) {
      return csv.rows[0].value(csv.header.indexOf(QLatin1String(column)));
    };
    QCOMPARE(cell("interventions"), QString::number(before + 3));
    QCOMPARE(cell("live_changes"), QString::number(before + 1));
  }

  // Neither a cell nor a comment is a formula to a spreadsheet, whatever a run or a curve is called.
  void namesAreNoFormulas() {
    const std::string name = "=HYPERLINK(\"a\"),@b;-c\n+d";
    OwnedFigureRun run = test::figureRun(name);
    for (const char* chart : {"table", "accuracy"}) {
      for (const CsvLayout layout : {CsvLayout::Wide, CsvLayout::Tidy}) {
        const QByteArray bytes = render(request({chart}, layout), {run.view(), run.view()});
        QVERIFY(bytes.contains("HYPERLINK"));
        for (const QByteArray& line : bytes.split('\n')) {
          for (const QByteArray& part : QByteArray(line).replace(';', ',').split(',')) {
            const QByteArray cell = QByteArray(part).replace('"', ' ').trimmed();
            QVERIFY2(cell.isEmpty() || !QByteArray("=@").contains(cell.front()), line.constData());
            QVERIFY2(!cell.startsWith("-c") && !cell.startsWith("+d"), line.constData());
          }
        }
      }
    }
  }

  void undefinedValuesAreEmptyCells() {
    const OwnedFigureRun run = test::figureRun("gaps");
    FigureRequest wanted = request({"objective"}, CsvLayout::Wide);
    wanted.options.traces = Traces::Raw;
    const Csv csv = parse(render(wanted, {run.view()}));
    QCOMPARE(csv.rows.size(), 400);
    qsizetype column = -1;
    for (qsizetype i = 0; i < csv.header.size(); ++i) {
      column = csv.header[i].startsWith(QLatin1String("total")) ? i : column;
    }
    QVERIFY(column > 0);
    int empty = 0;
    for (qsizetype i = 0; i < csv.rows.size(); ++i) {
      QVERIFY(!csv.rows[i][column].contains(QLatin1String("nan")));
      const float value = run.series.stage(record::stage::kStudent)
                              .rows.column("total")[static_cast<std::size_t>(i)];
      if (csv.rows[i][column].isEmpty()) {
        QVERIFY(!std::isfinite(value));
        ++empty;
      } else {
        QCOMPARE(csv.rows[i][column].toFloat(), value);
      }
    }
    QCOMPARE(empty, 3);
  }

  // The chart's terms carry their weights, those of series/ do not: they do not share a name.
  void aWeightedTermSaysSo() {
    const OwnedFigureRun run = test::figureRun("weighted");
    const QByteArray csv = render({.charts = {"objective"}, .format = Format::Csv}, {run.view()});
    QVERIFY(csv.contains(",\"confidence, weighted [nats]\""));
    QVERIFY(csv.contains(",total [nats]"));
    QVERIFY(!csv.contains(",confidence [nats]"));
  }

  // A bin of fewer than ten rows is no part of the line, but it is not left out.
  void binsOfFewRowsAreShownAsUncertain() {
    OwnedFigureRun run = test::figureRun("few");
    metrics::Evaluation last = run.series.stage(record::stage::kStudent).evaluations.back();
    last.step += 10;
    last.confidence.front().n = 4;
    last.confidence.front().right = 1;
    run.series.apply(record::Evaluated{.stage = record::stage::kStudent, .evaluation = last});
    const FigureRequest request{
        .charts = {"calibration"}, .format = Format::Csv, .options = {.csv = CsvLayout::Tidy}};
    const QByteArray csv = render(request, {run.view()});
    QCOMPARE(csv.count("\ncalibration,\"accuracy, fewer than 10 rows\",curve,"), 1);
    QVERIFY(csv.contains(",0.25,\n"));
    const auto figure = makeFigure(request, std::vector{run.view()});
    QVERIFY(figure->panels[0].subtitle.find("hollow: bins of fewer than 10 rows") !=
            std::string::npos);
    const Scene scene = sceneOf(*figure, request.options);
    QCOMPARE(std::ranges::count_if(scene.panels[0].shapes,
                                   [](const SceneShape& shape) {
                                     const auto* mark = std::get_if<PolygonShape>(&shape);
                                     return mark != nullptr && mark->outline > 0.0;
                                   }),
             1);
  }

  void tidyHoldsWhatWideHolds() {
    const OwnedFigureRun run = test::figureRun("tidy");
    const Csv wide = parse(render(request({"accuracy", "pgr"}, CsvLayout::Wide), {run.view()}));
    const Csv tidy = parse(render(request({"accuracy", "pgr"}, CsvLayout::Tidy), {run.view()}));
    QCOMPARE(tidy.header,
             (QStringList{QStringLiteral("chart"), QStringLiteral("series"), QStringLiteral("kind"),
                          QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("note")}));
    std::map<QString, QString> values;  // "chart.series@x" -> y
    int references = 0;
    for (const QStringList& row : tidy.rows) {
      QCOMPARE(row.size(), 6);
      if (row[2] == QLatin1String("reference")) {
        ++references;
      } else if (row[2] == QLatin1String("curve")) {
        values[row[0] + QLatin1Char('.') + row[1] + QLatin1Char('@') + row[3]] = row[4];
      }
    }
    QVERIFY(references >= 3);
    std::size_t compared = 0;
    for (const QStringList& row : wide.rows) {
      for (qsizetype i = 1; i < row.size(); ++i) {
        const QString name = wide.header[i].section(QStringLiteral(" ["), 0, 0);
        if (row[i].isEmpty()) {
          continue;
        }
        QCOMPARE(values.at(name + QLatin1Char('@') + row[0]), row[i]);
        ++compared;
      }
    }
    QCOMPARE(compared, values.size());
  }

  void theTableHasARowARun() {
    const OwnedFigureRun first = test::figureRun("first", 1);
    const OwnedFigureRun second = test::figureRun("second", 2);
    const Csv wide =
        parse(render(request({"table"}, CsvLayout::Wide), {first.view(), second.view()}));
    QCOMPARE(wide.rows.size(), 2);
    const auto cell = [&](qsizetype row, const char* column) {
      return wide.rows[row][wide.header.indexOf(QLatin1String(column))];
    };
    QCOMPARE(cell(0, "run"), QStringLiteral("first"));
    QCOMPARE(cell(1, "seed"), QStringLiteral("2"));
    QCOMPARE(cell(0, "name"), QStringLiteral("figure <run> & \"test\""));
    QCOMPARE(cell(0, "weak_accuracy").toDouble(), 0.668);
    QCOMPARE(cell(0, "ceiling_accuracy").toDouble(), 0.861);
    QCOMPARE(cell(0, "state"), QStringLiteral("finished"));
    QVERIFY(std::abs(cell(0, "pgr_signed").toDouble() - (0.803 - 0.668) / (0.861 - 0.668)) < 1e-12);
    const Csv tidy =
        parse(render(request({"table"}, CsvLayout::Tidy), {first.view(), second.view()}));
    QCOMPARE(tidy.header.size(), 3);
    QVERIFY(tidy.rows.contains(
        QStringList{QStringLiteral("second"), QStringLiteral("seed"), QStringLiteral("2")}));
  }
};

W2S_WINDOW_TEST(TestFigureCsv)
#include "tst_figure_csv.moc"
