// Figures as PDF and PNG: size, resolution, fonts, provenance; and equal requests give equal bytes.
#include <QGuiApplication>
#include <QImage>
#include <QRegularExpression>
#include <QTest>

#include "tests/support/test_main.h"
#include "tests/ui/figure_runs.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_render.h"

using namespace w2s;
using namespace w2s::ui::figures;

namespace {

QByteArray render(const FigureRequest& request, const OwnedFigureRun& run) {
  const FigureRun view = run.view();
  const auto figure = makeFigure(request, {&view, 1});
  if (!figure) {
    qFatal("%s", figure.error().message.c_str());
  }
  const auto bytes = renderFigure(*figure, request);
  if (!bytes) {
    qFatal("%s", bytes.error().message.c_str());
  }
  return *bytes;
}

FigureRequest request(Format format) {
  FigureRequest made{.charts = {"accuracy"}, .format = format, .options = {}, .out = "figure"};
  made.options.width_mm = 100.0;
  made.options.height_mm = 60.0;
  return made;
}

// A literal string of the PDF's information dictionary, which Qt writes as UTF-16.
QString infoOf(const QByteArray& pdf, const char* key) {
  const qsizetype at = pdf.indexOf(key);
  const qsizetype begin = at < 0 ? -1 : pdf.indexOf('(', at);
  QByteArray raw;
  for (qsizetype i = begin + 1; begin >= 0 && i < pdf.size() && pdf[i] != ')'; ++i) {
    if (pdf[i] == '\\') {
      ++i;
      if (pdf[i] >= '0' && pdf[i] <= '7') {
        raw += static_cast<char>(pdf.mid(i, 3).toInt(nullptr, 8));
        i += 2;
        continue;
      }
    }
    raw += pdf[i];
  }
  QString text;
  for (qsizetype i = 2; i + 1 < raw.size(); i += 2) {  // after the byte order mark
    text += QChar(
        static_cast<ushort>(static_cast<uchar>(raw[i]) << 8 | static_cast<uchar>(raw[i + 1])));
  }
  return text;
}

}  // namespace

class TestFigurePdfPng : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void pdfHasItsSizeEmbeddedFontsAndProvenance() {
    const OwnedFigureRun run = test::figureRun("pdf-run");
    const QByteArray pdf = render(request(Format::Pdf), run);
    QVERIFY(pdf.startsWith("%PDF-"));
    static const QRegularExpression kBox(QStringLiteral("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]"));
    const auto box = kBox.match(QString::fromLatin1(pdf));
    QVERIFY(box.hasMatch());
    QVERIFY(std::abs(box.captured(1).toDouble() - 100.0 * kPointsPerMm) < 0.6);
    QVERIFY(std::abs(box.captured(2).toDouble() - 60.0 * kPointsPerMm) < 0.6);
    QVERIFY(pdf.contains("/FontFile"));
    QCOMPARE(infoOf(pdf, "/Title"), QStringLiteral("Test accuracy"));
    const QString creator = infoOf(pdf, "/Creator");
    for (const char* part : {"W2S Lab", "pdf-run", "seed 7", "w2slab export", "LibTorch"}) {
      QVERIFY2(creator.contains(QLatin1String(part)), qPrintable(creator));
    }
  }

  void pngHasItsPixelsResolutionAndProvenance() {
    const OwnedFigureRun run = test::figureRun("png-run");
    FigureRequest wanted = request(Format::Png);
    for (const int dpi : {150, 300}) {
      wanted.options.dpi = dpi;
      const QImage image = QImage::fromData(render(wanted, run), "PNG");
      QCOMPARE(image.width(), qRound(100.0 / 25.4 * dpi));
      QCOMPARE(image.height(), qRound(60.0 / 25.4 * dpi));
      QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), dpi);
      QCOMPARE(qRound(image.dotsPerMeterY() * 0.0254), dpi);
      QVERIFY(image.text(QStringLiteral("w2s:run")).contains(QLatin1String("png-run")));
      QVERIFY(image.text(QStringLiteral("w2s:command")).contains(QLatin1String("--dpi")) ==
              (dpi != 300));
      QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
    }
  }

  void aTransparentBackgroundIsTransparent() {
    const OwnedFigureRun run = test::figureRun("clear");
    FigureRequest wanted = request(Format::Png);
    wanted.options.background = Background::Transparent;
    const QImage image = QImage::fromData(render(wanted, run), "PNG");
    QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    int opaque = 0;
    for (int y = 0; y < image.height(); ++y) {
      for (int x = 0; x < image.width(); ++x) {
        opaque += image.pixelColor(x, y).alpha() == 255 ? 1 : 0;
      }
    }
    QVERIFY(opaque > 1000);
  }

  // The student's line must be seen inside the plot, and nowhere else but in its label.
  void linesStayInsideThePlotWhenZoomed() {
    const OwnedFigureRun run = test::figureRun("zoomed");
    FigureRequest wanted = request(Format::Png);
    wanted.options.legend = LegendPlace::None;
    wanted.options.x_range = Span{.low = 10.0, .high = 100.0};
    wanted.options.y_range = Span{.low = 0.5, .high = 0.6};
    const FigureRun view = run.view();
    const auto figure = makeFigure(wanted, {&view, 1});
    QVERIFY(figure.has_value());
    const Scene scene = sceneOf(*figure, wanted.options);
    const QImage image = imageOf(scene, 300.0);
    const double scale = 300.0 / 72.0;
    const Rect& plot = scene.panels[0].plot;
    const double half_line = wanted.options.line_pt / 2.0 * scale + 1.5;
    const QRectF room =
        QRectF(plot.left * scale, plot.top * scale, plot.width * scale, plot.height * scale)
            .adjusted(-half_line, -half_line, half_line, half_line);
    int inside = 0;
    for (int y = 0; y < image.height(); ++y) {
      for (int x = 0; x < image.width(); ++x) {
        const QColor color = image.pixelColor(x, y);
        // Blue and green lines are the only saturated colours.
        if (color.alpha() > 0 && color.saturation() > 120) {
          QVERIFY2(room.contains(x, y), qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
          ++inside;
        }
      }
    }
    QVERIFY(inside > 100);
  }

  void equalRequestsGiveEqualBytes() {
    const OwnedFigureRun run = test::figureRun("twice");
    for (const Format format : {Format::Svg, Format::Png, Format::Csv}) {
      const QByteArray first = render(request(format), run);
      QCOMPARE(render(request(format), run), first);
    }
    // A PDF says when it was made, and its fonts stand in any order.
    const QByteArray one = render(request(Format::Pdf), run);
    const QByteArray other = render(request(Format::Pdf), run);
    QVERIFY(std::abs(one.size() - other.size()) < one.size() / 50);
    for (const char* part : {"/Type /Page\n", "/FontFile", "endobj"}) {
      QCOMPARE(one.count(part), other.count(part));
    }
    for (const char* part : {"/Title", "/Creator"}) {
      QCOMPARE(infoOf(one, part), infoOf(other, part));
    }
  }
};

W2S_WINDOW_TEST(TestFigurePdfPng)
#include "tst_figure_pdf_png.moc"
