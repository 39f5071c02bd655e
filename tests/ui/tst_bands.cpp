// Bands around curves as arithmetic: what is drawn of them, what the axis covers, what is read out.
#include <algorithm>
#include <cmath>
#include <limits>

#include <QTest>

#include "core/base/seed.h"
#include "tests/support/test_main.h"
#include "ui/charts/bands.h"
#include "ui/charts/curve_end.h"
#include "ui/charts/mark_legend.h"
#include "ui/charts/reading.h"
#include "ui/draw/chart_axes.h"
#include "ui/draw/clip.h"
#include "ui/draw/panel.h"

using namespace w2s;
using namespace w2s::ui;
using namespace w2s::ui::charts;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr float kInf = std::numeric_limits<float>::infinity();

const Curve& addBand(ChartData& data, Curve curve, Column column) {
  data.addOwned(std::move(curve), std::move(column));
  data.x_high = std::max(data.x_high, data.curves.back().x.back());
  return data.curves.back();
}

Column walk(int n) {
  SplitMix64 random{Seed{7}};
  Column column;
  double value = 0.0;
  for (int i = 0; i < n; ++i) {
    value += random.normal();
    const double half = std::abs(random.normal());
    column.x.push_back(i);
    column.y.push_back(static_cast<float>(value));
    column.low.push_back(static_cast<float>(value - half));
    column.high.push_back(static_cast<float>(value + 2.0 * half));
  }
  return column;
}

draw::Panel panelOf(const ChartData& chart, const draw::PanelStyle& style = {}) {
  const draw::Palette palette{.ground = {255, 255, 255},
                              .text = {0, 0, 0},
                              .muted = {100, 100, 100},
                              .grid = {230, 230, 230},
                              .disabled = {180, 180, 180},
                              .line =
                                  [](Ink) {
                                    return draw::Color{0, 100, 200};
                                  },
                              .letters =
                                  [](Ink) {
                                    return draw::Color{0, 50, 100};
                                  }};
  return draw::layOutPanel(chart, {0.0, 0.0, 300.0, 200.0}, style, palette,
                           [](std::string_view text, double size, bool) {
                             return 0.5 * size * static_cast<double>(text.size());
                           });
}

template <class Shape>
std::vector<Shape> shapesOf(const draw::Panel& panel, draw::Role role) {
  std::vector<Shape> found;
  for (const draw::SceneShape& any : panel.shapes) {
    if (const auto* shape = std::get_if<Shape>(&any); shape != nullptr && shape->role == role) {
      found.push_back(*shape);
    }
  }
  return found;
}

std::vector<draw::PolygonShape> bandsOf(const draw::Panel& panel) {
  return shapesOf<draw::PolygonShape>(panel, draw::Role::Band);
}

// Where two edges meet in x, from the low to the high one.
Range extentAt(const draw::PolygonShape& band, double x) {
  Range range{1e9, -1e9};
  for (const Point& corner : band.corners) {
    if (std::abs(corner.x - x) < 1e-6) {
      range = {std::min(range.low, corner.y), std::max(range.high, corner.y)};
    }
  }
  return range;
}

}  // namespace

class TstBands : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aShortBandIsDrawnAsItIs() {
    ChartData data;
    const Curve& curve = addBand(data, {}, {{0, 1, 3}, {1, 2, 3}, {0.5F, 1, 2.5F}, {2, 4, 3.5F}});
    const auto pieces = decimatedBand(curve, {.x_low = 0, .x_high = 3, .columns = 100});
    QCOMPARE(pieces.size(), std::size_t{1});
    QCOMPARE(pieces[0], (BandPiece{{0.0, {0.5, 2.0}}, {1.0, {1.0, 4.0}}, {3.0, {2.5, 3.5}}}));
  }

  void aLongBandIsItsLowestAndHighestEdgesColumnByColumn() {
    constexpr int kPoints = 8192;
    constexpr int kColumns = 128;
    ChartData data;
    const Curve& curve = addBand(data, {}, walk(kPoints));
    const auto pieces = decimatedBand(curve, {.x_low = 0, .x_high = kPoints, .columns = kColumns});
    QCOMPARE(pieces.size(), std::size_t{1});
    const BandPiece& piece = pieces[0];
    QCOMPARE(piece.size(), std::size_t{kColumns + 1});
    QCOMPARE(piece.back().x, kPoints - 1.0);
    for (std::size_t column = 0; column < kColumns; ++column) {
      const std::size_t first = column * kPoints / kColumns;
      const std::size_t count = kPoints / kColumns;
      QCOMPARE(piece[column].x, static_cast<double>(first));
      QCOMPARE(piece[column].y.low,
               static_cast<double>(std::ranges::min(curve.low.subspan(first, count))));
      QCOMPARE(piece[column].y.high,
               static_cast<double>(std::ranges::max(curve.high.subspan(first, count))));
    }
  }

  void onlyNeighboursLieOutsideTheWindow() {
    ChartData data;
    const Curve& curve = addBand(data, {}, walk(100));
    const auto pieces = decimatedBand(curve, {.x_low = 40.5, .x_high = 42.5, .columns = 50});
    QCOMPARE(pieces.size(), std::size_t{1});
    QCOMPARE(pieces[0].size(), std::size_t{4});
    QCOMPARE(pieces[0].front().x, 40.0);
    QCOMPARE(pieces[0].back().x, 43.0);
    QVERIFY(decimatedBand(curve, {.x_low = 1.0, .x_high = 1.0, .columns = 50}).empty());
  }

  void aMissingEdgeDividesTheBand() {
    ChartData data;
    const Curve& curve = addBand(
        data, {},
        {{0, 1, 2, 3, 4, 5}, {1, 1, 1, 1, 1, 1}, {0, 0, kNaN, 0, 0, 0}, {2, 2, 2, 2, kInf, 2}});
    const auto pieces = decimatedBand(curve, {.x_low = 0, .x_high = 5, .columns = 100});
    QCOMPARE(pieces.size(), std::size_t{3});
    QCOMPARE(pieces[0].size(), std::size_t{2});
    QCOMPARE(pieces[1], (BandPiece{{3.0, {0.0, 2.0}}}));
    QCOMPARE(pieces[2], (BandPiece{{5.0, {0.0, 2.0}}}));
    QCOMPARE(bandsOf(panelOf(data)).size(), std::size_t{3});
    QVERIFY(!bandAt(curve, 2) && !bandAt(curve, 4) && !bandAt(curve, 6));
    QCOMPARE(bandAt(curve, 5), (Range{0.0, 2.0}));
  }

  void oneRunHasNoBand() {
    ChartData data;
    addBand(data, {.label = "student", .band = "one run"}, {{0, 1, 2}, {1, 2, 3}});
    QVERIFY(decimatedBand(data.curves[0], {.x_low = 0, .x_high = 2}).empty());
    const draw::Panel panel = panelOf(data);
    QVERIFY(bandsOf(panel).empty());
    QVERIFY(shapesOf<draw::TextShape>(panel, draw::Role::MarkLegend).empty());
  }

  void theAxisCoversBands() {
    ChartData data;
    addBand(data, {.label = "a", .scale = 10.0},
            {{0, 1, 2}, {1, 2, 3}, {-1, 1, kNaN}, {2, 4, 100}});
    const draw::YExtent extent = draw::extentOf(data);
    QCOMPARE(extent.y, (Range{-10.0, 40.0}));
    QCOMPARE(extent.smallest_positive, 10.0);
    data.y_bound_low = 0.0;
    data.y_bound_high = 35.0;
    QCOMPARE(draw::extentOf(data).y, (Range{0.0, 35.0}));
  }

  void anAreaIsCutAtTheEdges() {
    const draw::Rect box{0.0, 0.0, 10.0, 10.0};
    const Polyline inside{{1.0, 1.0}, {9.0, 1.0}, {5.0, 9.0}};
    QCOMPARE(draw::clippedArea(inside, box), inside);
    QVERIFY(draw::clippedArea({{11.0, 1.0}, {19.0, 1.0}, {15.0, 9.0}}, box).empty());
    // Larger than the box on all sides: the box itself.
    Polyline whole =
        draw::clippedArea({{-5.0, -5.0}, {15.0, -5.0}, {15.0, 15.0}, {-5.0, 15.0}}, box);
    QCOMPARE(whole.size(), std::size_t{4});
    for (const Point& corner : {Point{0, 0}, Point{10, 0}, Point{10, 10}, Point{0, 10}}) {
      QVERIFY(std::ranges::find(whole, corner) != whole.end());
    }
    // Corners along an edge stay, also where rounding has carried them over it.
    const Polyline along = draw::clippedArea(
        {{1.0, -1e-14}, {2.0, -1e-14}, {3.0, -1e-14}, {3.0, 5.0}, {1.0, 5.0}}, box);
    QCOMPARE(along.size(), std::size_t{5});
    QVERIFY(std::ranges::find(along, Point{2.0, 0.0}) != along.end());
    // A slope through the right edge ends on it, half way down.
    const Polyline cut = draw::clippedArea({{5.0, 0.0}, {15.0, 10.0}, {5.0, 10.0}}, box);
    QVERIFY(std::ranges::find(cut, Point{10.0, 5.0}) != cut.end());
    QVERIFY(std::ranges::none_of(cut, [](const Point& corner) { return corner.x > 10.0; }));
  }

  void itLiesUnderAllCurvesAtItsValues() {
    ChartData data;
    addBand(data, {.label = "a"}, {{0, 1, 2}, {1, 2, 1}, {0.5F, 1, 0.5F}, {1.5F, 3, 1.5F}});
    addBand(data, {.label = "b", .scale = 2.0}, {{0, 2}, {1, 1}, {0.5F, 0.5F}, {1.5F, 1.5F}});
    for (const bool own_curves : {true, false}) {
      const draw::Panel panel = panelOf(data, {.own_curves = own_curves});
      const auto bands = bandsOf(panel);
      QCOMPARE(bands.size(), std::size_t{2});
      const auto indexOf = [&](draw::Role role) {
        return std::ranges::find_if(
                   panel.shapes,
                   [role](const draw::SceneShape& shape) {
                     return std::visit([role](const auto& any) { return any.role == role; }, shape);
                   }) -
               panel.shapes.begin();
      };
      QVERIFY(indexOf(draw::Role::Band) > indexOf(draw::Role::Grid));
      QVERIFY(indexOf(draw::Role::Band) < indexOf(draw::Role::Series));
      QVERIFY(indexOf(draw::Role::Band) < static_cast<std::ptrdiff_t>(panel.behind));
      const auto place = [&](double x, double y) {
        return Point{panel.plot.left + panel.x.scale.share(x) * panel.plot.width,
                     panel.plot.bottom() - panel.y.scale.share(y) * panel.plot.height};
      };
      QCOMPARE(extentAt(bands[0], place(1, 1).x), (Range{place(1, 3).y, place(1, 1).y}));
      QCOMPARE(extentAt(bands[1], place(2, 1).x), (Range{place(2, 3).y, place(2, 1).y}));
      QVERIFY(bands[0].fill.opacity > 0.1 && bands[0].fill.opacity < 0.4);
      QCOMPARE(bands[0].fill.blue, std::uint8_t{200});
    }
  }

  void aZoomedBandStaysInsideThePlot() {
    ChartData data;
    addBand(data, {.label = "a"}, walk(500));
    const draw::Panel panel =
        panelOf(data, {.x_range = Range{100.2, 200.7}, .y_range = Range{-1.0, 1.0}});
    const draw::Rect& plot = panel.plot;
    for (const draw::PolygonShape& band : bandsOf(panel)) {
      for (const Point& corner : band.corners) {
        QVERIFY(corner.x >= plot.left && corner.x <= plot.right());
        QVERIFY(corner.y >= plot.top && corner.y <= plot.bottom());
      }
    }
  }

  void aLongBandHasFewCorners() {
    ChartData data;
    addBand(data, {.label = "a"}, walk(100'000));
    const auto bands = bandsOf(panelOf(data));
    QCOMPARE(bands.size(), std::size_t{1});
    QVERIFY(bands[0].corners.size() <= 510);
  }

  // A logarithmic axis has no place for a lower edge <= 0: the band goes down to the axis.
  void onALogarithmicAxisItMayReachTheFloor() {
    ChartData data;
    data.log_y = true;
    addBand(data, {.label = "a"}, {{0, 1, 2}, {1, 1, 1}, {1, -0.5F, 1}, {10, 10, 10}});
    data.y_include = {0.1};
    const draw::Panel panel = panelOf(data);
    const auto bands = bandsOf(panel);
    QCOMPARE(bands.size(), std::size_t{1});
    const draw::Rect& plot = panel.plot;
    double lowest = 0.0;
    for (const Point& corner : bands[0].corners) {
      QVERIFY(std::isfinite(corner.x) && std::isfinite(corner.y));
      QVERIFY(corner.y >= plot.top && corner.y <= plot.bottom());
      lowest = std::max(lowest, corner.y);
    }
    QCOMPARE(lowest, plot.bottom());
    QVERIFY(std::abs(extentAt(bands[0], plot.left).high -
                     (plot.bottom() - panel.y.scale.share(1.0) * plot.height)) < 1e-6);
  }

  void allOfOneKindAreNamedOnce() {
    const std::string kind = "mean, 95 % t-interval, n = 5";
    ChartData data;
    addBand(data, {.label = "student", .band = kind}, {{0, 1}, {1, 2}, {0, 1}, {2, 3}});
    QCOMPARE(bandNotes(data, kAll).size(), std::size_t{1});
    QCOMPARE(bandNotes(data, kAll)[0].text, kind);
    QCOMPARE(bandNotes(data, kAll)[0].curve, data.curves.data());
    addBand(data, {.label = "ceiling", .band = kind}, {{0, 1}, {1, 2}, {0, 1}, {2, 3}});
    addBand(data, {.label = "plain"}, {{0, 1}, {1, 2}});
    QCOMPARE(bandNotes(data, kAll).size(), std::size_t{1});
    QCOMPARE(bandNotes(data, kAll)[0].text, kind);
    QVERIFY(bandNotes(data, kAll)[0].curve == nullptr);
    QCOMPARE(bandNotes(data, {0.2, 0.3}).size(), std::size_t{1});  // between two points
    QVERIFY(bandNotes(data, {5.0, 6.0}).empty());
    data.curves[0].band = "mean, 95 % t-interval, n = 3";
    const auto notes = bandNotes(data, kAll);
    QCOMPARE(notes.size(), std::size_t{2});
    QCOMPARE(notes[0].text, std::string("student: mean, 95 % t-interval, n = 3"));
    QCOMPARE(notes[1].text, "ceiling: " + kind);
  }

  void theRowOfMarksSaysWhatTheBandIs() {
    ChartData data;
    addBand(data, {.label = "student", .band = "min-max, n = 3"}, {{0, 1}, {1, 2}, {0, 1}, {2, 3}});
    data.markers = {{.x = 0.5, .text = "a"}};
    const MarkRows rows = markRowsOf(
        data, {0.0, 1.0}, {0.0, 1.0},
        {.room = 100.0, .symbol = 2.0, .gap = 3.0, .width_of = [](std::string_view text) {
           return static_cast<double>(text.size());
         }});
    QCOMPARE(rows.size(), std::size_t{1});
    QCOMPARE(rows[0].size(), std::size_t{2});
    QVERIFY(rows[0][0].band.has_value());
    QCOMPARE(rows[0][0].text, std::string("min-max, n = 3"));
    QVERIFY(!rows[0][1].band.has_value());
    QCOMPARE(rows[0][1].text, std::string("live change"));
    for (const draw::LegendPlace place :
         {draw::LegendPlace::EndLabels, draw::LegendPlace::Inside, draw::LegendPlace::Outside}) {
      const auto texts =
          shapesOf<draw::TextShape>(panelOf(data, {.legend = place}), draw::Role::MarkLegend);
      QVERIFY(!texts.empty());
      QCOMPARE(texts[0].text, std::string("min-max, n = 3"));
    }
  }

  void aLegendShowsTheLineOnItsBand() {
    ChartData data;
    addBand(data, {.label = "with", .band = "min-max, n = 3"}, {{0, 1}, {1, 2}, {0, 1}, {2, 3}});
    addBand(data, {.label = "without"}, {{0, 1}, {1, 2}});
    for (const draw::LegendPlace place : {draw::LegendPlace::Inside, draw::LegendPlace::Outside}) {
      const draw::Panel panel = panelOf(data, {.legend = place});
      QVERIFY(panel.legend.has_value());
      for (const draw::LegendEntry& entry : panel.legend->entries) {
        QCOMPARE(entry.band.has_value(), entry.text == "with");
      }
      // One swatch, and the ground of a legend in the plot.
      QCOMPARE(shapesOf<draw::BoxShape>(panel, draw::Role::Legend).size(),
               place == draw::LegendPlace::Inside ? std::size_t{2} : std::size_t{1});
    }
  }

  void theCrosshairAndTheTableReadTheEdges() {
    ChartData data;
    data.x_title = "step";
    addBand(data, {.label = "student", .name = "the student", .decimals = 2},
            {{0, 10, 20}, {1, 2, 3}, {0, 1, kNaN}, {2, 3, 4}});
    addBand(data, {.label = "plain"}, {{10}, {7}});
    const auto at = readingsAt(data, 11.0);
    QCOMPARE(at[0].band, (Range{1.0, 3.0}));
    QVERIFY(!at[1].band);
    QVERIFY(!readingsAt(data, 20.0)[0].band);
    QVERIFY(!endOf(data.curves[0], kAll, false)->band);
    QCOMPARE(endOf(data.curves[0], {0.0, 10.0}, false)->band, (Range{1.0, 3.0}));
    const Table table = tableOf(data);
    QCOMPARE(table.header, (std::vector<std::string>{"step", "the student", "the student, low",
                                                     "the student, high", "plain"}));
    QCOMPARE(table.columns.size(), std::size_t{4});
    QCOMPARE(table.columns[1][1], 1.0F);
    QCOMPARE(table.columns[2][1], 3.0F);
    QVERIFY(std::isnan(table.columns[1][2]));
    QCOMPARE(table.columns[2][2], 4.0F);
    QCOMPARE(table.columns[3][1], 7.0F);
    QCOMPARE(table.decimals, (std::vector<int>{2, 2, 2, 3}));
  }
};

W2S_TEST(TstBands)
#include "tst_bands.moc"
