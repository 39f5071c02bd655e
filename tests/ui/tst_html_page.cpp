// A report as one page, HTML or Markdown: it is well formed, complete, needs nothing from elsewhere
// (Markdown its picture), and shows names as they are.
#include <filesystem>

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "core/config/toml.h"
#include "tests/support/test_main.h"
#include "tests/ui/figure_runs.h"
#include "ui/bridge/words.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_render.h"
#include "ui/figures/markdown_page.h"

using namespace w2s;
using namespace w2s::ui::figures;

namespace {

struct Page {
  QStringList elements;
  QString text;
  QString error;
};

Page read(const QByteArray& bytes) {
  Page page;
  QXmlStreamReader reader(bytes);
  while (!reader.atEnd()) {
    reader.readNext();
    if (reader.isStartElement()) {
      page.elements += reader.name().toString();
    } else if (reader.isCharacters()) {
      page.text += reader.text();
    }
  }
  page.error = reader.errorString();
  return page;
}

Result<QByteArray> pageOf(const std::vector<std::string>& charts,
                          const std::vector<OwnedFigureRun>& runs, Format format = Format::Html) {
  std::vector<FigureRun> views;
  for (const OwnedFigureRun& run : runs) {
    views.push_back(run.view());
  }
  FigureRequest request{
      .charts = charts, .format = format, .out = "page." + std::string(endingOf(format))};
  W2S_TRY(const Figure figure, makeFigure(request, views));
  return renderFigure(figure, request);
}

// Of each line that is a row of a table, its cells.
QList<QStringList> rowsOf(const QString& markdown) {
  static const QRegularExpression between(QStringLiteral(R"((?<!\\)\|)"));
  QList<QStringList> rows;
  for (const QString& line : markdown.split(QLatin1Char('\n'))) {
    if (line.startsWith(QLatin1Char('|'))) {
      QStringList cells = line.split(between);
      cells.removeFirst();
      cells.removeLast();
      rows += cells;
    }
  }
  return rows;
}

}  // namespace

class TestHtmlPage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aPageHasEverything() {
    const auto bytes =
        pageOf({"accuracy", "pgr"}, {test::figureRun("run-0", 0), test::figureRun("run-1", 1)});
    QVERIFY(bytes.has_value());
    const Page page = read(*bytes);
    QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
    for (const char* element : {"svg", "figcaption", "table", "pre"}) {
      QVERIFY2(page.elements.contains(QLatin1String(element)), element);
    }
    QVERIFY(
        page.text.contains(QStringLiteral("(a) Test accuracy; (b) Performance gap recovered.")));
    QVERIFY(page.text.contains(
        QString::fromStdString(config::toToml(test::figureRun("run-0", 0).config))));
    QVERIFY(page.text.contains(QStringLiteral("w2slab export run-0 run-1")));
    QVERIFY(page.text.contains(QStringLiteral("LibTorch")) ||
            page.text.contains(QStringLiteral("libtorch")));
    QCOMPARE(*bytes, *pageOf({"accuracy", "pgr"},
                             {test::figureRun("run-0", 0), test::figureRun("run-1", 1)}));
  }

  void aTableHasNoPicture() {
    const auto bytes = pageOf({"table"}, {test::figureRun("run-0", 0)});
    QVERIFY(bytes.has_value());
    const Page page = read(*bytes);
    QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
    QVERIFY(!page.elements.contains(QStringLiteral("svg")));
    QVERIFY(page.elements.contains(QStringLiteral("table")));
  }

  void namesAreShownAsTheyAre() {
    std::vector<OwnedFigureRun> runs{test::figureRun("run-0", 0), test::figureRun("run-1", 1)};
    const QString name = QStringLiteral("<script>alert(1)</script> & \"x\" ]]>");
    runs[0].series.name = name.toStdString();
    runs[0].config.description = "<img src=x onerror=y>";
    runs[1].label = name.toStdString();
    const auto bytes = pageOf({"accuracy"}, runs);
    QVERIFY(bytes.has_value());
    const Page page = read(*bytes);
    QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
    QVERIFY(!page.elements.contains(QStringLiteral("script")));
    QVERIFY(!page.elements.contains(QStringLiteral("img")));
    QVERIFY(page.text.contains(name));
  }

  void itTakesNothingFromElsewhere() {
    const auto bytes = pageOf({"accuracy"}, {test::figureRun("run-0", 0)});
    QVERIFY(bytes.has_value());
    static const QRegularExpression outside(QStringLiteral("(src|href)=|url\\(|@import"));
    const auto found = outside.match(QString::fromUtf8(*bytes));
    // Clip paths of the picture are in the picture.
    QVERIFY2(!found.hasMatch() || found.captured().startsWith(QStringLiteral("url(")),
             qPrintable(found.captured()));
    QVERIFY(!bytes->contains("src="));
  }

  void whatTellsRunsApartIsATable_data() {
    QTest::addColumn<Format>("format");
    QTest::newRow("html") << Format::Html;
    QTest::newRow("markdown") << Format::Markdown;
  }
  void whatTellsRunsApartIsATable() {
    QFETCH(const Format, format);
    std::vector<OwnedFigureRun> runs{test::figureRun("run-0", 0), test::figureRun("run-1", 1)};
    auto bytes = pageOf({"accuracy"}, runs, format);
    QVERIFY(bytes.has_value());
    QVERIFY(!bytes->contains("Settings that differ"));
    runs[1].config.objective.temperature = 2.5;
    bytes = pageOf({"accuracy"}, runs, format);
    QVERIFY(bytes.has_value());
    QVERIFY(bytes->contains("Settings that differ"));
    QVERIFY2(bytes->contains("Temperature T") && bytes->contains("2.5"), bytes->constData());
  }

  void aPageOfMarkdownHasEverything() {
    const std::vector<OwnedFigureRun> runs{test::figureRun("run-0", 0),
                                           test::figureRun("run-1", 1)};
    const auto bytes = pageOf({"accuracy", "pgr"}, runs, Format::Markdown);
    QVERIFY(bytes.has_value());
    const QString page = QString::fromUtf8(*bytes);
    QVERIFY2(page.startsWith(QStringLiteral("# figure \\<run\\> \\& \"test\", 2 runs\n")),
             qPrintable(page));
    QVERIFY(page.contains(QStringLiteral("](page-figure.svg)\n")));
    QVERIFY(page.contains(QStringLiteral("(a) Test accuracy; (b) Performance gap recovered.")));
    QVERIFY(page.contains(QStringLiteral("```toml\n%1```\n")
                              .arg(QString::fromStdString(config::toToml(runs[0].config)))));
    QVERIFY(page.contains(QStringLiteral("```sh\nw2slab export run-0 run-1")));
    QVERIFY(page.contains(QStringLiteral("- libtorch: ")));
    // Head, rule, a row a run, mean and standard deviation.
    const QList<QStringList> rows = rowsOf(page);
    QCOMPARE(rows.size(), 4);
    for (const QStringList& row : rows) {
      QCOMPARE(row.size(), rows.front().size());
    }
    QCOMPARE(*bytes, *pageOf({"accuracy", "pgr"}, runs, Format::Markdown));
  }

  void inMarkdownNamesAreNoMarkup() {
    std::vector<OwnedFigureRun> runs{test::figureRun("run-0", 0), test::figureRun("run-1", 1)};
    runs[1].label = "a|b *c* `d` <b>e</b> [f](g)\n# h";
    runs[0].config.description = "``` fence ````";
    const auto bytes = pageOf({"accuracy"}, runs, Format::Markdown);
    QVERIFY(bytes.has_value());
    const QString page = QString::fromUtf8(*bytes);
    QVERIFY2(page.contains(QStringLiteral(R"(| a\|b \*c\* \`d\` \<b\>e\</b\> \[f\](g) \# h)")),
             qPrintable(page));
    for (const QStringList& row : rowsOf(page)) {
      QCOMPARE(row.size(), rowsOf(page).front().size());
    }
    // The fence of the settings is longer than any row of backticks in them.
    QVERIFY(page.contains(QStringLiteral("\n`````toml\n")));
  }

  void theLinkOfThePictureHoldsAnyName() {
    QCOMPARE(pictureNameOf("some/where/my report (2).md"), std::string("my report (2)-figure.svg"));
    Figure figure;
    const std::string page = writeMarkdown(figure, "my report (2).svg");
    QVERIFY2(page.find("](my%20report%20%282%29.svg)") != std::string::npos, page.c_str());
  }

  void thePictureOfMarkdownIsAFileBesideIt() {
    const QTemporaryDir folder;
    const auto run = test::figureRun("run-0", 0);
    const std::vector<FigureRun> runs{run.view()};
    const auto write = [&](const QString& name, std::vector<std::string> charts) {
      FigureRequest request{.charts = std::move(charts),
                            .format = Format::Markdown,
                            .out = folder.filePath(name).toStdString()};
      const auto figure = makeFigure(request, runs);
      return figure ? writeFigure(*figure, request)
                    : Result<QByteArray>(tl::unexpect, figure.error());
    };
    QVERIFY(write(QStringLiteral("page.md"), {"accuracy"}).has_value());
    QFile picture(folder.filePath(QStringLiteral("page-figure.svg")));
    QVERIFY(picture.open(QIODevice::ReadOnly));
    const QByteArray svg = picture.readAll();
    QVERIFY(svg.contains("</svg>") && svg.contains("--format markdown"));
    // A table needs none.
    QVERIFY(write(QStringLiteral("table.md"), {"table"}).has_value());
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("table-figure.svg"))));
    // What cannot be written is said, and nothing is left.
    const auto refused = write(QStringLiteral("missing/page.md"), {"accuracy"});
    QVERIFY(!refused && refused.error().message.find("There is no folder") != std::string::npos);
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("missing"))));
    FigureRequest request{.format = Format::Markdown, .out = "-"};
    const auto nowhere = writeFigure(*makeFigure(request, runs), request);
    QVERIFY(!nowhere && nowhere.error().message.find("--out") != std::string::npos);
  }
};

W2S_WINDOW_TEST(TestHtmlPage)
#include "tst_html_page.moc"
