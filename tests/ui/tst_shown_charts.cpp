// From what the window's charts show to the options of a figure, and what those options do to its
// curves, axes and numbers.
#include <algorithm>
#include <limits>

#include <QTest>
#include <QTranslator>

#include "tests/support/test_main.h"
#include "tests/ui/figure_runs.h"
#include "ui/draw/chart_axes.h"
#include "ui/figures/axis_ranges.h"
#include "ui/figures/csv_writer.h"
#include "ui/figures/figure.h"
#include "ui/figures/shown_charts.h"

using namespace w2s;
using namespace w2s::ui::figures;
using ui::charts::Range;
using ui::draw::axesOf;

namespace {

constexpr double kOpen = std::numeric_limits<double>::infinity();

ShownCharts shownCharts() {
  ShownCharts shown;
  for (const char* id : {"accuracy", "pgr", "objective", "agreement", "schedules"}) {
    shown.charts[id] = {};
  }
  shown.charts["calibration"] = {.over_course = false, .log_y = false, .x = {}, .y = {}};
  return shown;
}

std::string commandWith(const ShownCharts& shown, std::vector<std::string> charts,
                        Extent extent = Extent::AsShown, Format format = Format::Svg) {
  FigureRequest request{.charts = std::move(charts), .format = format, .options = {}, .out = "f"};
  adopt(shown, extent, request);
  const Status valid = validate(request);
  const ui::RunSeries series("run");
  const FigureRun run{.series = &series, .versions = {}, .state = {}};
  return valid ? commandOf(request, {&run, 1}) : valid.error().message;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

class TestShownCharts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void wholeChartsNeedNoOptions() {
    QCOMPARE(commandWith(shownCharts(), {"accuracy", "calibration"}),
             std::string("w2slab export run --chart accuracy,calibration --format svg --out f"));
  }

  void printedRangesReadBackAsTheyWere() {
    for (const Span& span :
         {Span{100.0, 300.0}, Span{-kOpen, 0.1 + 0.2}, Span{1e-7, kOpen}, Span{-2.5, 1.0 / 3.0}}) {
      for (const std::string chart : {"", "accuracy"}) {
        const std::string text = (chart.empty() ? "" : chart + "=") + textOf(span);
        const auto read = parseSpan("--y", text);
        QVERIFY2(read.has_value(), text.c_str());
        QCOMPARE(read->chart, chart);
        QCOMPARE(read->span.low, span.low);
        QCOMPARE(read->span.high, span.high);
      }
    }
    for (const char* text : {"", ":", "5", "a:b", "1:2x", "accuracy=", "accuracy=:"}) {
      const auto read = parseSpan("--y", text);
      QVERIFY2(!read.has_value(), text);
      QVERIFY(has(read.error().message, "--y 0.5:0.9"));
    }
  }

  void typedRangesAreOfAllChartsOrOfOne() {
    FigureOptions options;
    QVERIFY(applyRanges(
                {.from = 10.0, .to = {}, .x = {"pgr=1:2"}, .y = {":0.9"}, .log_y = "objective,pgr"},
                options)
                .has_value());
    QCOMPARE(options.x_range->low, 10.0);
    QCOMPARE(options.x_range->high, kOpen);
    QCOMPARE(options.zooms.at("pgr").x->high, 2.0);
    QCOMPARE(options.y_range->high, 0.9);
    QVERIFY(!options.view.log_y);
    QCOMPARE(options.log_y.size(), 2U);
    QVERIFY(!applyRanges({.from = {}, .to = {}, .x = {"nonsense"}, .y = {}, .log_y = {}}, options)
                 .has_value());
  }

  void seedsNameOverlaysInTheFiguresLanguage() {
    const OwnedFigureRun first = test::figureRun("first", 7);
    const OwnedFigureRun second = test::figureRun("second", 8);
    const std::vector<FigureRun> runs{first.view(), second.view()};
    QCOMPARE(overlaysOf(runs).front().label, std::string("seed 8"));
    class German : public QTranslator {
     public:
      [[nodiscard]] QString translate(const char* /*context*/, const char* english,
                                      const char* /*note*/, int /*n*/) const override {
        return qstrcmp(english, "seed {}") == 0 ? QStringLiteral("Startwert {}") : QString();
      }
      [[nodiscard]] bool isEmpty() const override {
        return false;
      }
    };
    German german;
    QVERIFY(QCoreApplication::installTranslator(&german));
    const std::string label = overlaysOf(runs).front().label;
    QCoreApplication::removeTranslator(&german);
    QCOMPARE(label, std::string("Startwert 8"));
  }

  // Another seed with the same settings belongs to the first; other settings, or a seed that is there
  // already, do not.
  void seedsOfTheFirstRunAreOneOnRequest() {
    const OwnedFigureRun first = test::figureRun("first", 7);
    const OwnedFigureRun second = test::figureRun("second", 8);
    OwnedFigureRun other = test::figureRun("other", 9);
    other.config.objective.temperature = 3.0;
    const OwnedFigureRun again = test::figureRun("again", 8);
    const std::vector<FigureRun> runs{first.view(), second.view(), other.view(), again.view()};
    QCOMPARE(seedsOf(runs), (std::vector<const ui::RunSeries*>{&first.series, &second.series}));
    const auto overlays = overlaysOf(runs, /*mean=*/true);
    QCOMPARE(overlays.size(), std::size_t{1});
    QCOMPARE(overlays.front().run, &other.series);
    QCOMPARE(overlaysOf(runs).size(), std::size_t{3});
    FigureRequest request;
    request.options.mean = true;
    const auto figure = makeFigure(request, runs);
    QVERIFY(figure.has_value());
    QVERIFY(std::ranges::any_of(figure->panels.front().curves, &ui::charts::Curve::hasBand));
    QVERIFY(commandOf(request, runs).find("--mean t") != std::string::npos);
    const std::vector<FigureRun> alone{first.view(), other.view()};
    const auto refused = makeFigure(request, alone);
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().message.find("seed alone") != std::string::npos);
  }

  void aLinkedZoomIsOneRange() {
    ShownCharts shown = shownCharts();
    for (auto& [id, chart] : shown.charts) {
      if (chart.over_course) {
        chart.x = Range{101.23456, 298.7654};
      }
    }
    const std::string command = commandWith(shown, {"accuracy", "pgr", "calibration"});
    QVERIFY2(has(command, " --from 101.2 --to 298.8 "), command.c_str());
    QVERIFY2(!has(command, "--x"), command.c_str());
    QVERIFY(!has(commandWith(shown, {"calibration"}), "--from"));
  }

  void separateZoomsStaySeparate() {
    ShownCharts shown = shownCharts();
    shown.charts["accuracy"].x = Range{100.0, 300.0};
    shown.charts["accuracy"].y = Range{0.61234, 0.87654};
    shown.charts["calibration"].x = Range{0.5, 1.0};
    const std::string command = commandWith(shown, {"accuracy", "pgr", "calibration"});
    for (const char* part :
         {" --x accuracy=100:300 ", " --x calibration=0.5:1 ", " --y accuracy=0.6123:0.8765 "}) {
      QVERIFY2(has(command, part), command.c_str());
    }
    // Zooms of charts that are not asked for say nothing.
    QVERIFY(!has(commandWith(shown, {"pgr"}), "accuracy"));
  }

  void theWholeRunKeepsTheLookOfTheAxes() {
    ShownCharts shown = shownCharts();
    shown.x = ui::charts::ChartView::X::Epoch;
    shown.smoothing = 0.5;
    shown.charts["objective"].log_y = true;
    shown.charts["objective"].x = Range{1.0, 2.0};
    shown.charts["objective"].y = Range{0.1, 1.0};
    for (const Extent extent : {Extent::AsShown, Extent::WholeRun}) {
      const std::string command = commandWith(shown, {"objective", "accuracy"}, extent);
      for (const char* part : {"--x-axis epoch", "--smoothing 0.5", "--log-y=objective"}) {
        QVERIFY2(has(command, part), command.c_str());
      }
      QCOMPARE(has(command, "0.1:1"), extent == Extent::AsShown);
    }
  }

  void theCrosshairsMomentIsTheFigures() {
    ShownCharts shown = shownCharts();
    shown.at_step = 120.4;
    QVERIFY(has(commandWith(shown, {"calibration"}), "--at 120 "));
    QVERIFY(!has(commandWith(shown, {"accuracy"}), "--at"));
    QVERIFY(!has(commandWith(shown, {"calibration"}, Extent::WholeRun), "--at"));

    const OwnedFigureRun run = test::figureRun("moment");
    FigureRequest request{.charts = {"calibration"}};
    request.options.at_step = 120.0;
    const FigureRun view = run.view();
    const auto figure = makeFigure(request, {&view, 1});
    QVERIFY(figure.has_value());
    QVERIFY(has(figure->panels[0].subtitle, "step 120"));
  }

  void openEndsAreThoseOfTheChart() {
    const OwnedFigureRun run = test::figureRun("open");
    const FigureRun view = run.view();
    const auto figure = makeFigure({.charts = {"accuracy"}}, {&view, 1});
    QVERIFY(figure.has_value());
    const ui::charts::ChartData& chart = figure->panels[0];
    QCOMPARE(axesOf(chart, Span{100.0, kOpen}, {}, 5).x.range, (Range{100.0, 400.0}));
    QCOMPARE(axesOf(chart, Span{-kOpen, 100.0}, {}, 5).x.range, (Range{0.0, 100.0}));
    // Zooming in x alone moves nothing up or down.
    QCOMPARE(axesOf(chart, Span{300.0, 400.0}, {}, 5).y.range, axesOf(chart, {}, {}, 5).y.range);
    QCOMPARE(axesOf(chart, {}, Span{0.5, kOpen}, 5).y.range.low, 0.5);
  }

  void theNumbersOfAPartAreThoseOfThePart() {
    const OwnedFigureRun run = test::figureRun("part");
    const FigureRun view = run.view();
    FigureRequest request{.charts = {"accuracy"}, .format = Format::Csv, .options = {}, .out = "f"};
    request.options.x_range = Span{100.0, 200.0};
    const auto figure = makeFigure(request, {&view, 1});
    QVERIFY(figure.has_value());
    for (const CsvLayout layout : {CsvLayout::Wide, CsvLayout::Tidy}) {
      const auto csv = writeCsv(figure->panels, layout, figure->provenance);
      QVERIFY(csv.has_value());
      const QStringList lines = QString::fromStdString(*csv).split(QLatin1Char('\n'));
      int rows = 0;
      for (const QString& line : lines) {
        const QStringList cells = line.split(QLatin1Char(','));
        if (line.startsWith(QLatin1Char('#')) || cells.size() < 3) {
          continue;
        }
        bool number = false;
        const double x = cells[layout == CsvLayout::Wide ? 0 : 3].toDouble(&number);
        if (number) {
          ++rows;
          QVERIFY2(x >= 100.0 && x <= 200.0, qPrintable(line));
        }
      }
      QCOMPARE(rows, layout == CsvLayout::Wide ? 11 : 23);  // two curves and a marker at step 100
      QVERIFY(csv->find("--from 100 --to 200") != std::string::npos);
    }
  }

  void aPartWithoutTheRunIsRefused() {
    const OwnedFigureRun run = test::figureRun("beyond");
    const FigureRun view = run.view();
    FigureRequest request{.charts = {"accuracy"}};
    request.options.x_range = Span{500.0, 600.0};
    const auto figure = makeFigure(request, {&view, 1});
    QVERIFY(!figure.has_value());
    for (const char* part : {"500", "600", "400", "step"}) {
      QVERIFY2(has(figure.error().message, part), figure.error().message.c_str());
    }
  }

  void zoomsOfOtherChartsAreRefused() {
    FigureRequest request{.charts = {"accuracy"}};
    request.options.zooms["pgr"].y = Span{0.0, 1.0};
    const Status status = validate(request);
    QVERIFY(!status.has_value());
    QVERIFY(has(status.error().message, "pgr"));
  }
};

W2S_TEST(TestShownCharts)
#include "tst_shown_charts.moc"
