// Bands in files and on screens: each format has their values, and pictures show them.
#include <algorithm>
#include <cmath>
#include <limits>

#include <QColor>
#include <QImage>
#include <QRegularExpression>
#include <QTest>

#include "tests/support/test_main.h"
#include "tests/ui/picture.h"
#include "ui/charts/chart_table_dialog.h"
#include "ui/charts/plot_widget.h"
#include "ui/charts/plot_words.h"
#include "ui/figures/cut.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_layout.h"
#include "ui/figures/figure_palette.h"
#include "ui/figures/figure_render.h"
#include "ui/figures/traces.h"
#include "ui/theme/theme.h"

using namespace w2s;
using namespace w2s::ui;
using namespace w2s::ui::figures;

namespace {

const std::string kKind = "mean, 95 % t-interval, n = 5";
constexpr int kPoints = 21;
constexpr int kGap = 14;  // the student's band misses a value there

// Values of six digits that a float holds exactly: files can be compared digit by digit.
charts::Column columnOf(double goal, double half) {
  charts::Column column;
  for (int i = 0; i < kPoints; ++i) {
    const double y = std::round(64.0 * goal * (1.0 - std::exp(-0.3 * i))) / 64.0;
    column.x.push_back(10.0 * i);
    column.y.push_back(static_cast<float>(y));
    column.low.push_back(static_cast<float>(y - half));
    column.high.push_back(static_cast<float>(y + 1.5 * half));
  }
  return column;
}

charts::ChartData chart() {
  charts::ChartData data{.id = "accuracy", .title = "Test accuracy", .x_title = "step"};
  data.y_title = "test accuracy";
  data.subtitle = "share right";
  data.x_high = 200.0;
  data.references = {{.label = "weak", .y = 0.5}};
  charts::Column student = columnOf(0.75, 0.0625);
  student.low[kGap] = std::numeric_limits<float>::quiet_NaN();
  data.addOwned({.label = "student", .band = kKind}, std::move(student));
  data.addOwned({.label = "ceiling", .ink = charts::Ink::Ceiling, .band = kKind},
                columnOf(0.95, 0.03125));
  return data;
}

// Without its bands.
charts::ChartData plain(charts::ChartData data) {
  for (charts::Curve& curve : data.curves) {
    curve.low = {};
    curve.high = {};
    curve.band.clear();
  }
  return data;
}

QByteArray render(charts::ChartData data, Format format, FigureOptions options = {}) {
  Figure figure;
  figure.panels.push_back(std::move(data));
  const auto bytes = renderFigure(figure, {.format = format, .options = options});
  if (!bytes) {
    qFatal("%s", bytes.error().message.c_str());
  }
  return *bytes;
}

Scene sceneOf(const charts::ChartData& data, const FigureOptions& options) {
  return layOutFigure({&data, 1}, options, printPalette(options.palette), figureTextWidth({}));
}

// The greatest difference from another colour in any channel, 0 ... 255.
int apart(const QColor& a, const QColor& b) {
  return std::max({std::abs(a.red() - b.red()), std::abs(a.green() - b.green()),
                   std::abs(a.blue() - b.blue())});
}

// Of the corners of all bands in an SVG file, the nearest distance to a place, in points.
double distanceTo(const QString& svg, double x, double y) {
  static const QRegularExpression kBand(
      QStringLiteral("<polygon class=\"band\" points=\"([^\"]*)\""));
  double nearest = 1e9;
  for (auto it = kBand.globalMatch(svg); it.hasNext();) {
    for (const QString& pair : it.next().captured(1).split(QLatin1Char(' '))) {
      const QStringList at = pair.split(QLatin1Char(','));
      nearest = std::min(nearest, std::hypot(at[0].toDouble() - x, at[1].toDouble() - y));
    }
  }
  return nearest;
}

}  // namespace

Q_DECLARE_METATYPE(w2s::ui::figures::PaletteKind)
Q_DECLARE_METATYPE(w2s::ui::ThemeChoice)

class TstBandFigures : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void svgHasTheEdgesAndSaysWhatTheyAre() {
    const charts::ChartData data = chart();
    const QString svg = QString::fromUtf8(render(data, Format::Svg));
    QCOMPARE(svg.count(QLatin1String("class=\"band\"")), 3);  // the student's has a gap
    QVERIFY(svg.contains(QStringLiteral("<title>ceiling: %1</title>").arg(kKind.c_str())));
    QVERIFY(svg.contains(QStringLiteral(">%1</text>").arg(kKind.c_str())));
    const Panel panel = sceneOf(data, {}).panels.front();
    for (const charts::Curve& curve : data.curves) {
      for (std::size_t i = 0; i < curve.size(); ++i) {
        for (const float edge : {curve.low[i], curve.high[i]}) {
          if (std::isfinite(curve.low[i])) {
            const double x = panel.plot.left + panel.x.scale.share(curve.x[i]) * panel.plot.width;
            const double y = panel.plot.bottom() - panel.y.scale.share(edge) * panel.plot.height;
            QVERIFY2(distanceTo(svg, x, y) < 0.02, qPrintable(QString::number(edge)));
          }
        }
      }
    }
  }

  void pgfplotsHasTheEdgesInTheUnitsOfTheAxes() {
    const charts::ChartData data = chart();
    for (const LegendPlace place : {LegendPlace::EndLabels, LegendPlace::Inside}) {
      const QString tex = QString::fromUtf8(render(data, Format::Pgfplots, {.legend = place}));
      QCOMPARE(tex.count(QLatin1String("\\addplot[draw=none,fill=")), 3);
      QCOMPARE(tex.count(QLatin1String("} -- cycle;")), 3);
      QVERIFY(tex.contains(QLatin1String("% ceiling: mean, 95 % t-interval, n = 5\n")));
      QVERIFY(tex.contains(QLatin1String("{mean, 95 \\% t-interval, n = 5}")));
      for (const charts::Curve& curve : data.curves) {
        for (std::size_t i = 0; i < curve.size(); ++i) {
          for (const float edge : {curve.low[i], curve.high[i]}) {
            const QString row = QStringLiteral("\n  %1 %2\\\\\n")
                                    .arg(curve.x[i], 0, 'g', 9)
                                    .arg(static_cast<double>(edge), 0, 'g', 6);
            QVERIFY2(!std::isfinite(curve.low[i]) || tex.contains(row), qPrintable(row));
          }
        }
      }
      QCOMPARE(tex.count(QLatin1String("{/pgfplots/legend image code/.code={\\fill[")),
               place == LegendPlace::Inside ? 2 : 0);
      QVERIFY(!tex.contains(QLatin1String("fillbetween")));
    }
  }

  void csvHasTheEdgesAsColumns() {
    const charts::ChartData data = chart();
    const QString csv = QString::fromUtf8(render(data, Format::Csv));
    QVERIFY(csv.contains(QLatin1String("# band: accuracy student = mean, 95 % t-interval, n = 5")));
    QVERIFY(
        csv.contains(QLatin1String("\nstep,student [test accuracy],student_low [test accuracy],"
                                   "student_high [test accuracy],ceiling [test accuracy],"
                                   "ceiling_low [test accuracy],ceiling_high [test accuracy]\n")));
    for (std::size_t i = 0; i < kPoints; ++i) {
      QString row = QString::number(data.curves[0].x[i]);
      for (const charts::Curve& curve : data.curves) {
        for (const float value : {curve.y[i], curve.low[i], curve.high[i]}) {
          row += QLatin1Char(',');
          row += std::isfinite(value) ? QString::number(static_cast<double>(value), 'g', 9)
                                      : QString();
        }
      }
      QVERIFY2(csv.contains(QStringLiteral("\n%1\n").arg(row)), qPrintable(row));
    }
  }

  void tidyCsvSaysTheKindInEachRow() {
    const QString csv = QString::fromUtf8(render(chart(), Format::Csv, {.csv = CsvLayout::Tidy}));
    QVERIFY(csv.contains(QLatin1String("\nchart,series,kind,x,y,note\n")));
    QCOMPARE(csv.count(QLatin1String("accuracy,student,curve,")), kPoints);
    for (const char* kind : {"band_low", "band_high"}) {
      QCOMPARE(csv.count(QStringLiteral("accuracy,student,%1,").arg(QLatin1String(kind))), kPoints);
    }
    QVERIFY(csv.contains(QLatin1String(
        "\naccuracy,student,band_high,0,0.09375,\"mean, 95 % t-interval, n = 5\"\n")));
    QVERIFY(csv.contains(
        QLatin1String("\naccuracy,student,band_low,140,,\"mean, 95 % t-interval, n = 5\"\n")));
  }

  void withoutBandsFilesHaveNothingOfThem() {
    const charts::ChartData data = plain(chart());
    for (const Format format : {Format::Svg, Format::Pgfplots, Format::Csv}) {
      const QByteArray bytes = render(data, format);
      for (const char* trace : {"band", "_low", "draw=none,fill="}) {
        QVERIFY2(!bytes.contains(trace), trace);
      }
    }
  }

  void aCutFigureAndOneOfRawCurvesKeepTheirBands() {
    const charts::ChartData data = cut(chart(), {.low = 50.0, .high = 80.0});
    const charts::Curve& student = data.curves[0];
    QCOMPARE(student.size(), std::size_t{4});
    QVERIFY(student.hasBand());
    QCOMPARE(student.low[0], student.y[0] - 0.0625F);
    // A mean has no raw form: the ghost of its ink is one of its runs.
    charts::ChartData both = chart();
    both.addOwned({.style = charts::Curve::Style::Ghost}, {{0, 1}, {0, 1}});
    const charts::ChartData raw = withTraces(std::move(both), Traces::Raw);
    QCOMPARE(raw.curves.size(), std::size_t{2});
    QVERIFY(raw.curves[0].hasBand() && raw.curves[0].size() == std::size_t{kPoints});
  }

  void picturesAreTintedBetweenTheEdgesAlone_data() {
    QTest::addColumn<PaletteKind>("palette");
    QTest::newRow("colour") << PaletteKind::Colour;
    QTest::newRow("grey") << PaletteKind::Grey;
  }
  void picturesAreTintedBetweenTheEdgesAlone() {
    QFETCH(PaletteKind, palette);
    const FigureOptions options{.palette = palette};
    const charts::ChartData data = chart();
    const Scene scene = sceneOf(data, options);
    const QImage image = imageOf(scene, 300.0);
    const QImage bare = imageOf(sceneOf(plain(data), options), 300.0);
    const Panel& panel = scene.panels.front();
    const auto colorAt = [&](double x, double y) {
      const double scale = 300.0 / 72.0;
      return image.pixelColor(
          static_cast<int>((panel.plot.left + panel.x.scale.share(x) * panel.plot.width) * scale),
          static_cast<int>((panel.plot.bottom() - panel.y.scale.share(y) * panel.plot.height) *
                           scale));
    };
    for (const charts::Curve& curve : data.curves) {
      for (const std::size_t i : {9U, 11U}) {  // beside the grid's lines
        const double y = curve.y[i];
        const double middle = (y + curve.high[i]) / 2.0;
        const int tint = apart(colorAt(curve.x[i], middle), Qt::white);
        QVERIFY2(tint > 30 && tint < 130, qPrintable(QString::number(tint)));
        QCOMPARE(colorAt(curve.x[i], curve.high[i] + 0.01), QColor(Qt::white));
        QCOMPARE(colorAt(curve.x[i], curve.low[i] - 0.01), QColor(Qt::white));
      }
    }
    // The gap, and a picture without bands.
    const charts::Curve& student = data.curves.front();
    QCOMPARE(colorAt(student.x[kGap], student.y[kGap] + 0.05), QColor(Qt::white));
    QVERIFY(image != bare);
  }

  void theChartOfTheWindowShowsAndReadsThem_data() {
    QTest::addColumn<ThemeChoice>("choice");
    QTest::newRow("light") << ThemeChoice::Light;
    QTest::newRow("dark") << ThemeChoice::Dark;
    QTest::newRow("high contrast") << ThemeChoice::HighContrast;
  }
  void theChartOfTheWindowShowsAndReadsThem() {
    QFETCH(ThemeChoice, choice);
    Theme theme;
    theme.choose(choice);
    PlotWidget plot(theme, [] { return chart(); });
    plot.resize(560, 320);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    test::picture(&plot, QTest::currentDataTag());
    const QImage image = plot.image(1.0);
    const charts::Frame& frame = plot.frame();
    const charts::ChartData& data = plot.content();
    const auto colorAt = [&](double x, double y) {
      return image.pixelColor(static_cast<int>(frame.toX(x)), static_cast<int>(frame.toY(y)));
    };
    const QColor ground = theme.tokens().surface;
    for (const charts::Curve& curve : data.curves) {
      const std::size_t i = 9;
      const int tint = apart(colorAt(curve.x[i], (curve.y[i] + 2.0 * curve.high[i]) / 3.0), ground);
      QVERIFY2(tint > 25 && tint < 130, qPrintable(QString::number(tint)));
      QCOMPARE(colorAt(curve.x[i], curve.high[i] + 0.02), ground);
      QCOMPARE(colorAt(curve.x[i], curve.low[i] - 0.02), ground);
    }
    plot.setCrosshair(50.0);
    const QString html = plot.crosshairHtml();
    QVERIFY2(html.contains(QStringLiteral("student 0.578 [0.516, 0.672]")), qPrintable(html));
    QVERIFY(plot.accessibleDescription().contains(QStringLiteral("mean, 95 % t-interval, n = 5")));
    QVERIFY(plot.toolTip().contains(QStringLiteral("mean, 95 % t-interval, n = 5")));
  }

  void theCopyOfATableHasNoFormulas() {
    charts::ChartData data;
    data.x_title = "step";
    data.addOwned({.label = "=1+2\tb"}, {.x = {0.0, 1.0}, .y = {-0.25F, -1e-5F}});
    const QString text = ChartTableModel(charts::tableOf(data)).text(0, 1);
    QCOMPARE(text, QStringLiteral("step\t'=1+2 b\n0\t-0.25\n1\t-1e-05\n"));
  }

  void theTableOfTheChartHasTheEdges() {
    const charts::ChartData data = chart();
    const ChartTableModel model(charts::tableOf(data));
    QCOMPARE(model.columnCount(), 7);
    QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("student, low"));
    QCOMPARE(model.data(model.index(0, 3), Qt::DisplayRole).toString(), QStringLiteral("0.094"));
    QCOMPARE(model.data(model.index(kGap, 2), Qt::DisplayRole).toString(), QString());
    const QString sentence = sentenceOf(data);
    QVERIFY2(sentence.contains(QStringLiteral("student 0.750 [0.688, 0.844]")),
             qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("Band: mean, 95 % t-interval, n = 5")),
             qPrintable(sentence));
    // Said once.
    charts::ChartData spoken = data;
    spoken.spoken = "Accuracy 0.75, " + kKind;
    QCOMPARE(sentenceOf(spoken).count(QString::fromStdString(kKind)), 1);
  }
};

W2S_WINDOW_TEST(TstBandFigures)
#include "tst_band_figures.moc"
