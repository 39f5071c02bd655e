// A figure as one page: it is well formed, complete, needs nothing from elsewhere, and shows names as
// they are.
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include "core/config/toml.h"
#include "tests/support/test_main.h"
#include "tests/ui/figure_runs.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_render.h"

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
                          const std::vector<OwnedFigureRun>& runs) {
  std::vector<FigureRun> views;
  for (const OwnedFigureRun& run : runs) {
    views.push_back(run.view());
  }
  FigureRequest request{.charts = charts, .format = Format::Html, .out = "page.html"};
  W2S_TRY(const Figure figure, makeFigure(request, views));
  return renderFigure(figure, request);
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
};

W2S_WINDOW_TEST(TestHtmlPage)
#include "tst_html_page.moc"
