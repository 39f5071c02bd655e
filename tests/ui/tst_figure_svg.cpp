// Figures as SVG: what a journal and a text editor find in the file.
#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <QGuiApplication>
#include <QRectF>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include "tests/support/test_main.h"
#include "tests/ui/figure_runs.h"
#include "ui/draw/clip.h"
#include "ui/draw/number_text.h"
#include "ui/draw/scene_painter.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_render.h"

using namespace w2s;
using namespace w2s::ui::figures;
using test::render;

namespace {

struct SvgPath {
  QString role;
  QString title;
  QRectF plot;
  QList<QPointF> points;
  bool dashed = false;
};

struct Svg {
  bool well_formed = false;
  QString error;
  QString width;
  QString height;
  QString family;
  QString desc;
  QStringList metadata;
  QList<SvgPath> paths;
  QList<QPair<QString, QString>> texts;  // role, words
  [[nodiscard]] QStringList wordsOf(const QString& role) const {
    QStringList words;
    for (const auto& [known, text] : texts) {
      if (known == role) {
        words += text;
      }
    }
    return words;
  }
  [[nodiscard]] QList<SvgPath> of(const QString& role) const {
    QList<SvgPath> found;
    for (const SvgPath& path : paths) {
      if (path.role == role) {
        found += path;
      }
    }
    return found;
  }
};

Svg parse(const QByteArray& bytes) {
  Svg svg;
  QXmlStreamReader xml(bytes);
  QRectF plot;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) {
      continue;
    }
    const auto attributes = xml.attributes();
    const auto at = [&](const char* name) {
      return attributes.value(QLatin1String(name)).toString();
    };
    const auto tag = xml.name();
    if (tag == QLatin1String("svg")) {
      svg.width = at("width");
      svg.height = at("height");
      svg.family = at("font-family");
    } else if (tag == QLatin1String("desc")) {
      svg.desc = xml.readElementText();
    } else if (xml.namespaceUri() == QLatin1String("urn:w2s-lab:provenance")) {
      svg.metadata += xml.readElementText();
    } else if (tag == QLatin1String("g")) {
      const QStringList box = at("data-plot").split(QLatin1Char(' '));
      plot = QRectF(box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble());
    } else if (tag == QLatin1String("path")) {
      SvgPath path{.role = at("class"), .title = at("id"), .plot = plot, .points = {}};
      path.dashed = attributes.hasAttribute(QLatin1String("stroke-dasharray"));
      static const QRegularExpression kPair(QStringLiteral("(-?[0-9.]+),(-?[0-9.]+)"));
      for (auto it = kPair.globalMatch(at("d")); it.hasNext();) {
        const auto match = it.next();
        path.points += QPointF(match.captured(1).toDouble(), match.captured(2).toDouble());
      }
      svg.paths += path;
    } else if (tag == QLatin1String("text")) {
      const QString role = at("class");
      svg.texts += {role, xml.readElementText()};
    }
  }
  svg.well_formed = !xml.hasError();
  svg.error = xml.errorString();
  return svg;
}

}  // namespace

Q_DECLARE_METATYPE(w2s::ui::draw::LegendPlace)
Q_DECLARE_METATYPE(w2s::ui::figures::Zoom)

class TestFigureSvg : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void clipCutsLinesAtTheEdges() {
    const Rect box{0.0, 0.0, 10.0, 10.0};
    const auto cut = clipped({{-5.0, 5.0}, {5.0, 5.0}, {5.0, 15.0}, {8.0, 15.0}, {8.0, 5.0}}, box);
    QCOMPARE(cut.size(), 2U);
    QCOMPARE(cut[0], (ui::charts::Polyline{{0.0, 5.0}, {5.0, 5.0}, {5.0, 10.0}}));
    QCOMPARE(cut[1], (ui::charts::Polyline{{8.0, 10.0}, {8.0, 5.0}}));
    QVERIFY(clipped({{-1.0, -1.0}, {-1.0, 20.0}}, box).empty());
    QCOMPARE(clipped({{3.0, 3.0}}, box).size(), 1U);
    QVERIFY(clipped({{30.0, 3.0}}, box).empty());
    // Through the whole box, both ends outside.
    QCOMPARE(clipped({{-10.0, -10.0}, {20.0, 20.0}}, box)[0],
             (ui::charts::Polyline{{0.0, 0.0}, {10.0, 10.0}}));
  }

  void numbersAreWrittenAsInPrint() {
    QCOMPARE(numberText(1234567.0, 0), std::string("1,234,567"));
    QCOMPARE(numberText(4.456e36, 2), std::string("4.46e+36"));
    QCOMPARE(numberText(-0.5, 2), std::string("\u22120.50"));
    QCOMPARE(numberText(-0.001, 2), std::string("0.00"));
    QCOMPARE(numberText(999.0, 0), std::string("999"));
    QCOMPARE(numberText(-12345.678, 1), std::string("\u221212,345.7"));
  }

  void aFigureHasOnePathASeriesAxisTitlesLabelsAndProvenance() {
    const OwnedFigureRun run = test::figureRun("20261123-143012-figure-s7-ab12");
    const FigureRequest request{.charts = {"accuracy"}, .out = "/some/where/accuracy.svg"};
    const Svg svg = parse(render(request, {run.view()}));
    QVERIFY2(svg.well_formed, qPrintable(svg.error));
    QCOMPARE(svg.width, QStringLiteral("84mm"));
    QVERIFY(svg.height.startsWith(QLatin1String("54")));
    QVERIFY(svg.family.startsWith(QLatin1String("Inter")));

    QStringList series;
    for (const SvgPath& path : svg.of(QStringLiteral("series"))) {
      series += path.title;
    }
    QVERIFY(series.contains(QStringLiteral("accuracy-student")));
    QVERIFY(series.contains(QStringLiteral("accuracy-ceiling")));
    QCOMPARE(QSet<QString>(series.begin(), series.end()).size(), series.size());
    QCOMPARE(svg.of(QStringLiteral("reference")).size(), 1);
    QVERIFY(svg.of(QStringLiteral("reference"))[0].dashed);

    const QStringList titles = svg.wordsOf(QStringLiteral("axis-title"));
    QCOMPARE(titles.size(), 2);
    QVERIFY(titles.contains(QStringLiteral("step")));
    const QStringList labels = svg.wordsOf(QStringLiteral("label"));
    QVERIFY(labels.contains(QStringLiteral("weak 0.668")));
    QVERIFY(!labels.filter(QStringLiteral("student 0.8")).isEmpty());
    QVERIFY(svg.wordsOf(QStringLiteral("tick")).contains(QStringLiteral("400")));
    // No title: the caption of a paper says it.
    QVERIFY(svg.wordsOf(QStringLiteral("title")).isEmpty());

    for (const char* part : {"W2S Lab", "LibTorch", "20261123-143012-figure-s7-ab12", "seed 7",
                             "w2slab export", "--out accuracy.svg"}) {
      QVERIFY2(svg.desc.contains(QLatin1String(part)), part);
    }
    QVERIFY(!svg.desc.contains(QLatin1String("/some/where")));
    QVERIFY(svg.desc.contains(QString::fromStdString(fingerprintOf(run.config))));
    QVERIFY(svg.metadata.size() >= 4);
  }

  void noCoordinateOfAZoomedChartLiesOutsideItsPlot_data() {
    QTest::addColumn<QString>("chart");
    QTest::addColumn<Zoom>("zoom");
    QTest::addColumn<bool>("log_y");
    QTest::addColumn<bool>("overlays");
    constexpr double kOpen = std::numeric_limits<double>::infinity();
    for (const std::string& name : exportNames()) {
      if (name == kTable) {
        continue;
      }
      // Confidences end at 1, steps at 400.
      const double end = name == "calibration" ? 0.87 : 150.5;
      const double whole = name == "calibration" ? 1.0 : 400.0;
      const auto row = [&](const char* what, Zoom zoom, bool log_y, bool overlays) {
        QTest::addRow("%s %s", name.c_str(), what)
            << QString::fromStdString(name) << zoom << log_y << overlays;
      };
      row("whole", {}, false, false);
      row("x", {.x = Span{0.21, end}, .y = {}}, false, false);
      row("x from", {.x = Span{0.3 * whole, kOpen}, .y = {}}, false, true);
      row("y", {.x = {}, .y = Span{0.35, 0.62}}, false, true);
      row("both", {.x = Span{0.21, end}, .y = Span{0.35, 0.62}}, false, true);
      row("logarithmic", {.x = Span{0.21, end}, .y = Span{0.01, 0.62}}, true, true);
      row("a sliver", {.x = Span{0.5 * whole, 0.5001 * whole}, .y = {}}, false, false);
    }
  }
  void noCoordinateOfAZoomedChartLiesOutsideItsPlot() {
    QFETCH(QString, chart);
    QFETCH(Zoom, zoom);
    QFETCH(bool, log_y);
    QFETCH(bool, overlays);
    const OwnedFigureRun run = test::figureRun("zoomed");
    const OwnedFigureRun other = test::figureRun("other", 8, 700);
    std::vector<FigureRun> runs{run.view()};
    if (overlays) {
      runs.push_back(other.view());
    }
    FigureRequest request{.charts = {chart.toStdString()}};
    request.options.zooms[chart.toStdString()] = zoom;
    request.options.view.log_y = log_y;
    const Svg svg = parse(render(request, runs));
    QVERIFY2(svg.well_formed, qPrintable(svg.error));
    int seen = 0;
    for (const SvgPath& path : svg.paths) {
      // Coordinates are rounded to hundredths.
      const bool is_tick = path.role == QLatin1String("axis");
      const QRectF room = path.plot.adjusted(-0.011, -0.011, 0.011, is_tick ? 10.0 : 0.011);
      for (const QPointF& point : path.points) {
        QVERIFY2(room.contains(point), qPrintable(QStringLiteral("%1 %2: %3, %4")
                                                      .arg(path.role, path.title)
                                                      .arg(point.x())
                                                      .arg(point.y())));
        ++seen;
      }
    }
    QVERIFY(seen > 10);
  }

  void zoomKeepsTheLinesThatCrossTheWindow() {
    const OwnedFigureRun run = test::figureRun("zoomed");
    FigureRequest request{.charts = {"accuracy"}};
    request.options.x_range = Span{.low = 100.0, .high = 200.0};
    const Svg svg = parse(render(request, {run.view()}));
    for (const SvgPath& path : svg.of(QStringLiteral("series"))) {
      QVERIFY(path.points.size() >= 2);
      QVERIFY(std::abs(path.points.first().x() - path.plot.left()) < 0.02);
      QVERIFY(std::abs(path.points.last().x() - path.plot.right()) < 0.02);
    }
  }

  // As in the window: the value on the edge, without the dot of a point.
  void anEndLabelSaysWhereTheCurveLeavesTheFigure() {
    const OwnedFigureRun run = test::figureRun("zoomed");
    const auto& evaluations = run.series.stage(record::stage::kStudent).evaluations;
    QVERIFY(evaluations.size() > 3);
    const metrics::Evaluation& a = evaluations[2];
    const metrics::Evaluation& b = evaluations[3];
    const auto labelled = [](double accuracy) {
      return QStringLiteral("student %1").arg(accuracy, 0, 'f', 3);
    };
    const auto drawn = [&run](double high) {
      FigureRequest request{.charts = {"accuracy"}};
      request.options.x_range = Span{.low = 1.0, .high = high};
      return render(request, {run.view()});
    };
    const auto labels = [](const QByteArray& svg) {
      return parse(svg).wordsOf(QStringLiteral("label"));
    };
    const auto at = static_cast<double>(a.step);
    const auto step = static_cast<double>(b.step - a.step);
    const QByteArray on_a_point = drawn(at);
    QVERIFY(labels(on_a_point).contains(labelled(a.test.accuracy)));
    QVERIFY(on_a_point.contains("\"end-dot\""));
    const QByteArray between = drawn(at + 0.75 * step);
    const QString expected = labelled(a.test.accuracy + 0.75 * (b.test.accuracy - a.test.accuracy));
    QVERIFY(expected != labelled(a.test.accuracy));
    const QStringList said = labels(between);
    QVERIFY2(said.contains(expected), qPrintable(said.join(QLatin1Char('|'))));
    QVERIFY(!between.contains("\"end-dot\""));
  }

  void longRunsStayUnderTwoHundredKilobytes() {
    std::vector<OwnedFigureRun> loaded;
    std::vector<FigureRun> runs;
    for (int seed = 0; seed < 5; ++seed) {
      loaded.push_back(test::figureRun("long-" + std::to_string(seed), seed, 100'000, 100));
    }
    for (const OwnedFigureRun& run : loaded) {
      runs.push_back(run.view());
    }
    for (const std::string& chart : exportNames()) {
      if (chart == kTable) {
        continue;
      }
      for (const SizePreset size :
           {SizePreset::Column, SizePreset::TwoColumns, SizePreset::Slide}) {
        FigureRequest request{.charts = {chart}};
        applySize(size, request.options);
        const QByteArray bytes = render(request, runs);
        QVERIFY2(bytes.size() < 200'000, qPrintable(QStringLiteral("%1: %2 bytes")
                                                        .arg(QString::fromStdString(chart))
                                                        .arg(bytes.size())));
        QVERIFY(parse(bytes).well_formed);
      }
    }
  }

  void aGapBreaksTheLineWithinOnePath() {
    const OwnedFigureRun run = test::figureRun("gap");
    FigureRequest request{.charts = {"objective"}};
    request.options.traces = Traces::Raw;
    const QByteArray bytes = render(request, {run.view()});
    const qsizetype at = bytes.indexOf("id=\"objective-total\"");
    QVERIFY(at > 0);
    const QByteArray path = bytes.mid(at, bytes.indexOf("/path", at) - at);
    QCOMPARE(path.count('M'), 2);
    // Raw only: nothing pale behind.
    QVERIFY(parse(bytes).of(QStringLiteral("ghost")).isEmpty());
  }

  void aLongLabelIsShortenedAndNeverItsValue() {
    const OwnedFigureRun run = test::figureRun("first");
    OwnedFigureRun other = test::figureRun("other", 8);
    other.label = "an \u00fcberlong name of a run that nobody would print beside a curve";
    const FigureRequest request{.charts = {"accuracy"}};
    const Figure figure = *makeFigure(request, std::vector{run.view(), other.view()});
    const Scene scene = sceneOf(figure, request.options);
    int shortened = 0;
    for (const Panel& panel : scene.panels) {
      for (const SceneShape& shape : panel.shapes) {
        const auto* label = std::get_if<TextShape>(&shape);
        if (label == nullptr || label->role != Role::Label) {
          continue;
        }
        QVERIFY2(label->at.x > panel.plot.right(), label->text.c_str());
        QVERIFY(label->at.x < scene.width);
        if (label->text.starts_with("an \u00fcber")) {
          ++shortened;
          QVERIFY2(label->text.find("\u2026 0.") != std::string::npos, label->text.c_str());
        }
      }
    }
    QCOMPARE(shortened, 1);
    // Of German letters none is cut in two.
    const Svg svg = parse(render(request, {run.view(), other.view()}));
    QVERIFY2(svg.well_formed, qPrintable(svg.error));
  }

  void legendStandsWhereItIsAskedFor() {
    const OwnedFigureRun run = test::figureRun("legend");
    FigureRequest request{.charts = {"accuracy"}};
    for (const LegendPlace place : {LegendPlace::Inside, LegendPlace::Outside}) {
      request.options.legend = place;
      const Svg svg = parse(render(request, {run.view()}));
      const QStringList legend = svg.wordsOf(QStringLiteral("legend"));
      QVERIFY(legend.contains(QStringLiteral("student")));
      QVERIFY(legend.contains(QStringLiteral("ceiling")));
      QVERIFY(svg.wordsOf(QStringLiteral("label")).isEmpty());
    }
    request.options.legend = LegendPlace::None;
    const Svg svg = parse(render(request, {run.view()}));
    QVERIFY(svg.wordsOf(QStringLiteral("legend")).isEmpty());
    QVERIFY(svg.wordsOf(QStringLiteral("label")).isEmpty());
  }

  // Six runs, long names, the size of a column: entries are shortened, stand in columns, and the
  // figure grows.
  void legendsOfManyRunsStayInTheFigure_data() {
    QTest::addColumn<LegendPlace>("place");
    QTest::newRow("inside") << LegendPlace::Inside;
    QTest::newRow("outside") << LegendPlace::Outside;
    QTest::newRow("end") << LegendPlace::EndLabels;
  }
  void legendsOfManyRunsStayInTheFigure() {
    QFETCH(LegendPlace, place);
    std::vector<OwnedFigureRun> runs;
    for (int i = 0; i < 6; ++i) {
      runs.push_back(test::figureRun("run-" + std::to_string(i), i));
      runs.back().label = "a label of forty-five and more characters, no. " + std::to_string(i);
    }
    std::vector<FigureRun> views;
    for (const OwnedFigureRun& run : runs) {
      views.push_back(run.view());
    }
    FigureRequest request{.charts = {"accuracy"}};
    const auto usual = makeFigure(request, std::vector{views.front()});
    const double plot = sceneOf(*usual, request.options).panels[0].plot.height;
    request.options.legend = place;
    const auto figure = makeFigure(request, views);
    const Scene scene = sceneOf(*figure, request.options);
    const TextWidth width = figureTextWidth();
    int entries = 0;
    for (const SceneShape& shape : scene.panels[0].shapes) {
      if (const auto* text = std::get_if<TextShape>(&shape)) {
        entries += text->role == Role::Legend || text->role == Role::Label ? 1 : 0;
        const double wide = text->upright ? 0.0 : width(text->text, text->size, text->bold);
        const double left = text->anchor == Anchor::Start    ? text->at.x
                            : text->anchor == Anchor::Middle ? text->at.x - wide / 2.0
                                                             : text->at.x - wide;
        QVERIFY2(left > -0.1 && left + wide < scene.width + 0.1, text->text.c_str());
        QVERIFY2(text->at.y > 0.0 && text->at.y < scene.height, text->text.c_str());
      }
    }
    QVERIFY(entries >= 7);
    QVERIFY(scene.panels[0].plot.height > 0.8 * plot);
    // One floor, though each run has its own line of it.
    QCOMPARE(std::ranges::count_if(figure->panels[0].references,
                                   [](const auto& line) { return line.label == "weak"; }),
             1);
  }

  // 18 runs, by the panel's width and height: all names are there, whole or without what they share, no two
  // alike, and nothing leaves the canvas. A figure whose height is given keeps it.
  void legendsOf18RunsTellThemApart_data() {
    QTest::addColumn<LegendPlace>("place");
    QTest::addColumn<double>("height_mm");
    QTest::addColumn<bool>("in_colour");
    for (const double height : {0.0, 60.0}) {
      for (const auto& [place, name] : kLegends) {
        if (place != LegendPlace::None) {
          QTest::addRow("%s, %g mm", name.data(), height) << place << height << (height == 0.0);
        }
      }
    }
  }
  void legendsOf18RunsTellThemApart() {
    QFETCH(LegendPlace, place);
    QFETCH(double, height_mm);
    QFETCH(bool, in_colour);
    std::vector<OwnedFigureRun> runs;
    for (int i = 0; i < 19; ++i) {
      runs.push_back(test::figureRun("run-" + std::to_string(i), i, 40, 10));
      runs.back().label = fmt::format("confidence study, temperature = {}, weight {}, seed {}",
                                      1 + i / 6, i / 3 % 2 == 0 ? "0.5" : "0.75", i % 3);
    }
    std::vector<FigureRun> views;
    for (const OwnedFigureRun& run : runs) {
      views.push_back(run.view());
    }
    FigureRequest request{.charts = {"accuracy"}};
    request.options.legend = place;
    request.options.height_mm = height_mm;
    request.options.palette = in_colour ? PaletteKind::Colour : PaletteKind::Grey;
    const auto figure = makeFigure(request, views);
    const Scene scene = sceneOf(*figure, request.options);
    const TextWidth width = figureTextWidth();
    std::set<std::string> names;
    std::set<std::pair<std::string, std::vector<double>>> looks;
    const Panel& panel = scene.panels[0];
    for (const SceneShape& shape : panel.shapes) {
      if (const auto* text = std::get_if<TextShape>(&shape)) {
        const double wide = text->upright ? 0.0 : width(text->text, text->size, text->bold);
        const double left = text->anchor == Anchor::Start    ? text->at.x
                            : text->anchor == Anchor::Middle ? text->at.x - wide / 2.0
                                                             : text->at.x - wide;
        QVERIFY2(left > -0.1 && left + wide < scene.width + 0.1, text->text.c_str());
        QVERIFY2(text->at.y > 0.0 && text->at.y < scene.height, text->text.c_str());
        if (text->role == Role::Legend || text->role == Role::Label) {
          QVERIFY2(names.insert(text->text).second, text->text.c_str());
        }
      } else if (const auto* path = std::get_if<PathShape>(&shape);
                 path != nullptr && path->role == Role::Series) {
        looks.insert({fmt::format("{} {} {}", path->color.red, path->color.green, path->color.blue),
                      path->dashes});
      }
    }
    QVERIFY2(names.size() >= 18 + 2,
             qPrintable(QString::number(names.size())));  // student, ceiling
    QCOMPARE(looks.size(), std::size_t{18 + 2});
    // A low figure leaves the plot less, but some.
    const double least = height_mm > 0.0 ? 0.1 : 0.3;
    QVERIFY2(panel.plot.height >= least * scene.height,
             qPrintable(QString::number(panel.plot.height / scene.height)));
    if (height_mm > 0.0) {
      QCOMPARE(scene.height, height_mm * kPointsPerMm);
    } else {  // what differs is whole: it is seen that no seed is cut
      for (const char* end : {"seed 0", "seed 1", "seed 2"}) {
        QCOMPARE(std::ranges::count_if(
                     names, [end](const std::string& name) { return name.ends_with(end); }),
                 6);
      }
    }
  }

  // In several columns too no name is cut that has room.
  void namesInsideThePlotStayWhole() {
    std::vector<OwnedFigureRun> runs;
    std::vector<FigureRun> views;
    for (int i = 0; i < 4; ++i) {
      runs.push_back(test::figureRun("run-" + std::to_string(i), i));
      runs.back().label = "naive hard labels " + std::to_string(i);
    }
    for (const OwnedFigureRun& run : runs) {
      views.push_back(run.view());
    }
    FigureRequest request{.charts = {"accuracy"}};
    request.options.legend = LegendPlace::Inside;
    request.options.width_mm = 160.0;
    request.options.height_mm = 45.0;
    const Scene scene = sceneOf(*makeFigure(request, views), request.options);
    const auto& legend = scene.panels[0].legend;
    QVERIFY(legend && legend->inside);
    QVERIFY(legend->columns > 1);
    for (const std::size_t i : {1, 2, 3}) {
      QVERIFY2(std::ranges::any_of(
                   legend->entries,
                   [&](const auto& entry) { return entry.text.starts_with(runs[i].label); }),
               runs[i].label.c_str());
    }
  }

  // The order of the entries is that of the scene, in every format.
  void legendsHaveOneOrder() {
    const OwnedFigureRun first = test::figureRun("first");
    OwnedFigureRun other = test::figureRun("other", 8);
    other.label = "other";
    FigureRequest request{.charts = {"accuracy"}};
    request.options.legend = LegendPlace::Inside;
    const QStringList svg = parse(render(request, {first.view(), other.view()})).wordsOf("legend");
    request.format = Format::Pgfplots;
    QStringList tex;
    static const QRegularExpression kEntry(QStringLiteral("addlegendentry\\{([^}]*)\\}"));
    const QString file = QString::fromUtf8(render(request, {first.view(), other.view()}));
    for (auto it = kEntry.globalMatch(file); it.hasNext();) {
      tex += it.next().captured(1);
    }
    QCOMPARE(tex, svg);
    QVERIFY(svg.size() >= 4);
  }

  void labelsCannotBreakTheFileOrTurnANumber() {
    const OwnedFigureRun first = test::figureRun("first");
    OwnedFigureRun other = test::figureRun("other", 8);
    other.label =
        "a\xff\xef\xbf\xbe\xe2\x80\xae"
        "b";
    const Svg svg = parse(render({.charts = {"accuracy"}}, {first.view(), other.view()}));
    QVERIFY2(svg.well_formed, qPrintable(svg.error));
    const QStringList labels = svg.wordsOf(QStringLiteral("label"));
    QVERIFY(std::ranges::any_of(labels, [](const QString& label) {
      return label.startsWith(QStringLiteral("a\uFFFD\uFFFDb 0."));
    }));
  }

  void marksAreNamedUnlessThereIsNoLegend() {
    const OwnedFigureRun run = test::figureRun("marks");
    FigureRequest request{.charts = {"accuracy"}};
    for (const LegendPlace place :
         {LegendPlace::EndLabels, LegendPlace::Inside, LegendPlace::Outside, LegendPlace::None}) {
      request.options.legend = place;
      const Svg svg = parse(render(request, {run.view()}));
      const QStringList names = svg.wordsOf(QStringLiteral("mark-legend"));
      QCOMPARE(names.contains(QStringLiteral("live change")), place != LegendPlace::None);
      QCOMPARE(names.isEmpty(), place == LegendPlace::None);
    }
  }

  void greysNeedDashesToTellCurvesApart() {
    const OwnedFigureRun run = test::figureRun("grey");
    FigureRequest request{.charts = {"accuracy"}};
    request.options.palette = PaletteKind::Grey;
    const QByteArray bytes = render(request, {run.view()});
    static const QRegularExpression kColor(
        QStringLiteral("#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})"));
    int colors = 0;
    for (auto it = kColor.globalMatch(QString::fromUtf8(bytes)); it.hasNext(); ++colors) {
      const auto match = it.next();
      QCOMPARE(match.captured(1), match.captured(2));
      QCOMPARE(match.captured(2), match.captured(3));
    }
    QVERIFY(colors > 5);
    QList<bool> dashed;
    for (const SvgPath& path : parse(bytes).of(QStringLiteral("series"))) {
      if (path.title == QLatin1String("accuracy-student") ||
          path.title == QLatin1String("accuracy-ceiling")) {
        dashed += path.dashed;
      }
    }
    QCOMPARE(dashed.size(), 2);
    QVERIFY(dashed[0] != dashed[1]);
  }

  void panelsCarryLettersAndTheirOwnPlots() {
    const OwnedFigureRun run = test::figureRun("panels");
    FigureRequest request{.charts = {"accuracy", "pgr", "objective"}};
    applySize(SizePreset::TwoColumns, request.options);
    request.options.title = true;
    const Svg svg = parse(render(request, {run.view()}));
    const QStringList titles = svg.wordsOf(QStringLiteral("title"));
    for (const char* words : {"a", "b", "c", "Test accuracy", "Performance gap recovered"}) {
      QVERIFY2(titles.contains(QLatin1String(words)), words);
    }
    QList<QRectF> plots;
    for (const SvgPath& path : svg.paths) {
      if (!plots.contains(path.plot)) {
        plots += path.plot;
      }
    }
    QCOMPARE(plots.size(), 3);
    for (int i = 0; i < 3; ++i) {
      for (int k = 0; k < i; ++k) {
        QVERIFY(!plots[i].intersects(plots[k]));
      }
    }
  }

  void wrongRequestsAreRefusedWithASentence() {
    const auto messageOf = [](const FigureRequest& request) {
      const Status status = validate(request);
      return status ? std::string() : status.error().message;
    };
    QVERIFY(messageOf({.charts = {"acuracy"}}).find("accuracy") != std::string::npos);
    QVERIFY(messageOf({.charts = {"table", "pgr"}}).find("table") != std::string::npos);
    FigureRequest wide;
    wide.options.width_mm = 5000.0;
    QVERIFY(messageOf(wide).find("--width-mm 5000") != std::string::npos);
    FigureRequest turned;
    turned.options.x_range = Span{.low = 3.0, .high = 1.0};
    QVERIFY(messageOf(turned).find("--from") != std::string::npos);
    QVERIFY(messageOf({}).empty());
  }

  void aRememberedWidthIsTheWidth() {
    const TextWidth width = figureTextWidth();
    const TextWidth remembered = w2s::ui::draw::rememberedTextWidth({});
    for (int round = 0; round < 2; ++round) {
      for (int i = 0; i < 700; ++i) {  // more texts than are remembered
        const std::string text = "student " + std::to_string(i);
        for (const double size : {8.0, 11.5}) {
          for (const bool bold : {false, true}) {
            QVERIFY(std::abs(remembered(text, size, bold) - width(text, size, bold)) < 1e-9);
          }
        }
      }
    }
  }
};

W2S_WINDOW_TEST(TestFigureSvg)
#include "tst_figure_svg.moc"
