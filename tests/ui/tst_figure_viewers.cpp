// Figures as other people's programs draw them: rsvg-convert (librsvg2-bin) and pdftoppm, pdftotext
// and pdffonts (poppler-utils). Where those are not installed, nothing is said about them.
//
// W2S_PICTURES names a folder for the pictures.
#include <cmath>

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/test_main.h"
#include "tests/ui/figure_runs.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_palette.h"
#include "ui/figures/figure_render.h"

using namespace w2s;
using namespace w2s::ui::figures;

namespace {

constexpr double kDpi = 200.0;

// Output of a program that must succeed; empty: it is not installed.
std::optional<QByteArray> outputOf(const QString& name, const QStringList& words,
                                   const QString& folder) {
  const QString program = QStandardPaths::findExecutable(name);
  if (program.isEmpty()) {
    return std::nullopt;
  }
  QProcess process;
  process.setWorkingDirectory(folder);
  process.start(program, words);
  if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
    qFatal("%s: %s", qPrintable(name), process.readAllStandardError().constData());
  }
  return process.readAllStandardOutput();
}

struct Drawing {
  Scene scene;
  QImage image;
};

double distance(QRgb pixel, const Color& color) {
  return std::abs(qRed(pixel) - color.red) + std::abs(qGreen(pixel) - color.green) +
         std::abs(qBlue(pixel) - color.blue);
}

// Pixels that have a colour exactly, within and outside a rectangle in points.
struct Count {
  int inside = 0;
  int outside = 0;
};
Count count(const Drawing& drawing, const Color& color, const Rect& room, double slack) {
  Count found;
  const double scale = drawing.image.width() / drawing.scene.width;
  for (int y = 0; y < drawing.image.height(); ++y) {
    for (int x = 0; x < drawing.image.width(); ++x) {
      if (distance(drawing.image.pixel(x, y), color) <= 6.0) {
        const double px = (x + 0.5) / scale;
        const double py = (y + 0.5) / scale;
        const bool in = px >= room.left - slack && px <= room.right() + slack &&
                        py >= room.top - slack && py <= room.bottom() + slack;
        ++(in ? found.inside : found.outside);
      }
    }
  }
  return found;
}

// Whether something is drawn in a rectangle in points.
bool hasInk(const Drawing& drawing, const Rect& room) {
  const double scale = drawing.image.width() / drawing.scene.width;
  const QRect pixels =
      QRectF(room.left * scale, room.top * scale, room.width * scale, room.height * scale)
          .toAlignedRect()
          .intersected(drawing.image.rect());
  for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
    for (int x = pixels.left(); x <= pixels.right(); ++x) {
      if (qGray(drawing.image.pixel(x, y)) < 160) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

class TestFigureViewers : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  const OwnedFigureRun run_ = test::figureRun("viewers-run-1");
  const OwnedFigureRun other_ = test::figureRun("viewers-run-2", 8);

  // Writes the figure, lets the program draw it; empty: the program is not installed.
  std::optional<Drawing> draw(FigureRequest request, const QString& name) {
    const FigureRun runs[] = {run_.view(), other_.view()};
    const auto figure = makeFigure(request, runs);
    if (!figure) {
      qFatal("%s", figure.error().message.c_str());
    }
    const auto bytes = renderFigure(*figure, request);
    const QString ending = QString::fromStdString(std::string(endingOf(request.format)));
    QFile file(folder_.filePath(name + QLatin1Char('.') + ending));
    if (!bytes || !file.open(QIODevice::WriteOnly)) {
      qFatal("%s", qPrintable(file.fileName()));
    }
    file.write(*bytes);
    file.close();
    const QString dpi = QString::number(kDpi);
    const auto drawn =
        request.format == Format::Svg
            ? outputOf(QStringLiteral("rsvg-convert"),
                       {QStringLiteral("-d"), dpi, QStringLiteral("-p"), dpi, QStringLiteral("-b"),
                        QStringLiteral("white"), QStringLiteral("-o"),
                        name + QStringLiteral(".png"), file.fileName()},
                       folder_.path())
            : outputOf(QStringLiteral("pdftoppm"),
                       {QStringLiteral("-png"), QStringLiteral("-r"), dpi,
                        QStringLiteral("-singlefile"), file.fileName(), name},
                       folder_.path());
    if (!drawn) {
      return std::nullopt;
    }
    const QImage image(folder_.filePath(name + QStringLiteral(".png")));
    if (const QString kept = qEnvironmentVariable("W2S_PICTURES"); !kept.isEmpty()) {
      image.save(QStringLiteral("%1/viewer-%2-%3.png").arg(kept, ending, name));
    }
    return Drawing{sceneOf(*figure, request.options), image};
  }

 private Q_SLOTS:
  void linesLabelsAndTitlesAreWhereTheyBelong_data() {
    QTest::addColumn<QString>("chart");
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("zoomed");
    for (const std::string& chart : exportNames()) {
      for (const Format format : {Format::Svg, Format::Pdf}) {
        for (const bool zoomed : {false, true}) {
          if (chart != kTable) {
            QTest::addRow("%s %s%s", chart.c_str(), nameIn(kFormats, format).data(),
                          zoomed ? " zoomed" : "")
                << QString::fromStdString(chart) << static_cast<int>(format) << zoomed;
          }
        }
      }
    }
  }
  void linesLabelsAndTitlesAreWhereTheyBelong() {
    QFETCH(QString, chart);
    QFETCH(int, format);
    QFETCH(bool, zoomed);
    FigureRequest request{.charts = {chart.toStdString()},
                          .format = static_cast<Format>(format),
                          .options = {},
                          .out = {}};
    FigureOptions& options = request.options;
    if (zoomed) {
      options.x_range = Span{.low = 101.0, .high = 203.0};
      options.zooms[request.charts[0]] = {
          .x = chart == QLatin1String("calibration") ? std::optional(Span{0.42, 0.87})
                                                     : std::nullopt,
          .y = chart == QLatin1String("schedules") ? Span{.low = 0.1, .high = 0.8}
                                                   : Span{.low = 0.35, .high = 0.79}};
    }
    const auto drawing = draw(request, chart + (zoomed ? QStringLiteral("-zoomed") : QString()));
    if (!drawing) {
      QSKIP("rsvg-convert (librsvg2-bin) or pdftoppm (poppler-utils) is not installed");
    }
    const Scene& scene = drawing->scene;
    QVERIFY(std::abs(drawing->image.width() - scene.width / 72.0 * kDpi) < 1.0);
    const Panel& panel = scene.panels[0];
    int texts = 0;
    for (const SceneShape& shape : panel.shapes) {
      const auto* text = std::get_if<TextShape>(&shape);
      if (text == nullptr) {
        continue;
      }
      ++texts;
      // Where it says to be: its first letters' height above the base line.
      const double width = 2.0 * text->size;
      const double left = text->anchor == Anchor::Start    ? text->at.x
                          : text->anchor == Anchor::Middle ? text->at.x - width / 2.0
                                                           : text->at.x - width;
      const Rect room =
          text->upright ? Rect{text->at.x - text->size, text->at.y - width / 2.0, text->size, width}
                        : Rect{left, text->at.y - text->size, width, text->size};
      QVERIFY2(hasInk(*drawing, room), text->text.c_str());
      QVERIFY2(room.left >= -1.0 && room.top >= -1.0 && room.bottom() <= scene.height + 1.0,
               text->text.c_str());
    }
    QVERIFY(texts > 6);
    // The label's letters have the curve's colour; without labels only curves have it.
    options.legend = LegendPlace::None;
    const auto bare = draw(request, chart + QStringLiteral("-bare"));
    const Panel& plot = bare->scene.panels[0];
    int lines = 0;
    for (const SceneShape& shape : plot.shapes) {
      const auto* path = std::get_if<PathShape>(&shape);
      if (path == nullptr || path->role != Role::Series) {
        continue;
      }
      const Count pixels = count(*bare, path->color, plot.plot, 0.6 * path->width + 0.4);
      QVERIFY2(pixels.outside == 0, path->name.c_str());
      lines += pixels.inside > 10 ? 1 : 0;
    }
    QVERIFY(lines > 0);
  }

  void aPdfHoldsItsWordsAndFonts() {
    FigureRequest request{.charts = {"accuracy", "objective"}, .format = Format::Pdf};
    applySize(SizePreset::TwoColumns, request.options);
    request.options.title = true;
    if (!draw(request, QStringLiteral("words"))) {
      QSKIP("pdftoppm (poppler-utils) is not installed");
    }
    const auto words = outputOf(QStringLiteral("pdftotext"),
                                {QStringLiteral("words.pdf"), QStringLiteral("-")}, folder_.path());
    QVERIFY(words.has_value());
    for (const char* part :
         {"Test accuracy", "test accuracy", "step", "student", "ceiling", "weak"}) {
      QVERIFY2(words->contains(part), part);
    }
    const auto fonts =
        outputOf(QStringLiteral("pdffonts"), {QStringLiteral("words.pdf")}, folder_.path());
    QVERIFY(fonts.has_value());
    const QStringList rows = QString::fromUtf8(*fonts).trimmed().split(QLatin1Char('\n')).mid(2);
    QVERIFY(!rows.isEmpty());
    for (const QString& row : rows) {
      QVERIFY2(row.contains(QLatin1String("Inter")), qPrintable(row));
      const QStringList cells = row.simplified().split(QLatin1Char(' '));
      QCOMPARE(cells.at(cells.size() - 5), QStringLiteral("yes"));  // embedded
    }
    const auto info =
        outputOf(QStringLiteral("pdfinfo"), {QStringLiteral("words.pdf")}, folder_.path());
    for (const char* part : {"viewers-run-1", "seed 7", "w2slab export"}) {
      QVERIFY2(info->contains(part), info->constData());
    }
  }

  void aTransparentBackgroundShowsWhatLiesBehind() {
    FigureRequest request{.charts = {"accuracy"}};
    request.options.background = Background::Transparent;
    if (!draw(request, QStringLiteral("clear"))) {
      QSKIP("rsvg-convert (librsvg2-bin) is not installed");
    }
    const auto png =
        outputOf(QStringLiteral("rsvg-convert"), {QStringLiteral("clear.svg")}, folder_.path());
    QImage image;
    QVERIFY(image.loadFromData(*png));
    QCOMPARE(qAlpha(image.pixel(1, 1)), 0);
  }
};

W2S_WINDOW_TEST(TestFigureViewers)
#include "tst_figure_viewers.moc"
