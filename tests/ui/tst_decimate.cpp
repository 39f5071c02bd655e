// Decimation keeps what can be seen: extremes, ends, order and gaps.
#include <cmath>
#include <limits>

#include <QTest>

#include "core/base/seed.h"
#include "tests/support/test_main.h"
#include "ui/charts/decimate.h"
#include "ui/charts/pyramid.h"

using namespace w2s;
using namespace w2s::ui::charts;

namespace {

struct Data {
  std::vector<double> x;
  std::vector<float> y;
};

Data randomWalk(int n, std::uint64_t seed) {
  SplitMix64 random{Seed{seed}};
  Data data;
  double value = 0.0;
  for (int i = 0; i < n; ++i) {
    value += random.normal();
    data.x.push_back(i);
    data.y.push_back(static_cast<float>(value));
  }
  return data;
}

}  // namespace

class TstDecimate : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void keepsExtremesOfEachColumnInOrder_data() {
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("columns");
    QTest::newRow("one point") << 1 << 100;
    QTest::newRow("fewer points than columns") << 50 << 300;
    QTest::newRow("as many points as columns") << 300 << 300;
    QTest::newRow("a long run") << 100'000 << 250;
    QTest::newRow("a single column") << 1000 << 1;
  }
  void keepsExtremesOfEachColumnInOrder() {
    QFETCH(int, n);
    QFETCH(int, columns);
    const Data data = randomWalk(n, 7);
    const Window window{.x_low = 0.0, .x_high = static_cast<double>(n), .columns = columns};
    const auto pieces = decimate(data.x, data.y, window);
    QCOMPARE(pieces.size(), std::size_t{1});
    const Polyline& line = pieces.front();
    QVERIFY(static_cast<int>(line.size()) <= 2 * columns + 4);
    QCOMPARE(line.front(), (Point{data.x.front(), data.y.front()}));
    QCOMPARE(line.back(), (Point{data.x.back(), data.y.back()}));
    for (std::size_t i = 1; i < line.size(); ++i) {
      QVERIFY(line[i].x > line[i - 1].x);  // each is one of the data's points, in its order
    }
    // Every column's highest and lowest value is still there.
    std::vector<float> low(static_cast<std::size_t>(columns),
                           std::numeric_limits<float>::infinity());
    std::vector<float> high(static_cast<std::size_t>(columns),
                            -std::numeric_limits<float>::infinity());
    auto kept_low = low;
    auto kept_high = high;
    const auto add = [&](double x, float y, std::vector<float>& lows, std::vector<float>& highs) {
      const auto c = static_cast<std::size_t>(x / n * columns);
      lows[c] = std::min(lows[c], y);
      highs[c] = std::max(highs[c], y);
    };
    for (std::size_t i = 0; i < data.x.size(); ++i) {
      add(data.x[i], data.y[i], low, high);
    }
    for (const Point& point : line) {
      add(point.x, static_cast<float>(point.y), kept_low, kept_high);
    }
    QCOMPARE(kept_low, low);
    QCOMPARE(kept_high, high);
  }

  void aPyramidChangesNothingButTheTime_data() {
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("columns");
    QTest::addColumn<bool>("gaps");
    for (const bool gaps : {false, true}) {
      for (const int columns : {1, 7, 150, 5000}) {
        const char* name = gaps ? "with gaps" : "whole";
        QTest::addRow("%s, all, %d", name, columns) << 0.0 << 20'000.0 << columns << gaps;
        QTest::addRow("%s, zoomed, %d", name, columns) << 3'333.3 << 4'100.0 << columns << gaps;
        QTest::addRow("%s, beyond, %d", name, columns) << 19'990.0 << 30'000.0 << columns << gaps;
      }
    }
  }
  void aPyramidChangesNothingButTheTime() {
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, columns);
    QFETCH(bool, gaps);
    Data data = randomWalk(20'000, 5);
    if (gaps) {
      for (const std::size_t i : {0U, 777U, 3'500U, 3'501U, 9'999U, 19'999U}) {
        data.y[i] = std::numeric_limits<float>::quiet_NaN();
      }
    }
    // It grows as a run does, in blocks of any length.
    Pyramid pyramid;
    for (std::size_t n = 0; n < data.y.size(); n += 1 + n / 3) {
      pyramid.follow(std::span(data.y).first(n), 1);
    }
    pyramid.follow(data.y, 1);
    const Window window{.x_low = low, .x_high = high, .columns = columns};
    QVERIFY(decimate(data.x, data.y, window, &pyramid) == decimate(data.x, data.y, window));
  }

  void aPyramidForgetsWhatWasRewound() {
    Data data = randomWalk(1'000, 5);
    Pyramid pyramid;
    pyramid.follow(data.y, 1);
    const std::size_t version = pyramid.version();
    pyramid.follow(data.y, 1);
    QCOMPARE(pyramid.version(), version);
    data.y.resize(500);
    data.y[100] = 1e6F;
    pyramid.follow(data.y, 2);
    QVERIFY(pyramid.version() != version);
    QVERIFY(Pyramid().version() != pyramid.version());
    const Pyramid::Extremes all = pyramid.over(data.y, 0, data.y.size());
    QVERIFY(all.finite);
    QCOMPARE(all.high, std::size_t{100});
    QVERIFY(!pyramid.over(data.y, 3, 3).finite);
  }

  void whatIsKeptIsWhatWouldBeMadeNow() {
    Data data = randomWalk(5000, 3);
    Pyramid pyramid;
    Decimations kept;
    Window window{.x_low = 100, .x_high = 4000, .columns = 80};
    const auto agrees = [&] {
      return kept.of(2, data.x, data.y, window, &pyramid) ==
             decimate(data.x, data.y, window, &pyramid);
    };
    pyramid.follow(data.y, 1);
    QVERIFY(agrees());
    const Polyline* before = kept.of(2, data.x, data.y, window, &pyramid).data();
    QCOMPARE(kept.of(2, data.x, data.y, window, &pyramid).data(), before);  // nothing was made anew
    window.x_high = 300;
    QVERIFY(agrees());
    data.y[200] = 1e6F;  // an earlier value changed
    pyramid.follow(data.y, 2);
    QVERIFY(agrees());
    window.x_high = 6000;
    QVERIFY(agrees());
    data.x.push_back(data.x.back() + 1);
    data.y.push_back(-1e6F);
    pyramid.follow(data.y, 2);
    QVERIFY(agrees());
    data.y[300] = 2e6F;  // without a pyramid nothing tells of it: made each time
    QCOMPARE(kept.of(2, data.x, data.y, window, nullptr), decimate(data.x, data.y, window));
    data.y[400] = 3e6F;
    QCOMPARE(kept.of(2, data.x, data.y, window, nullptr), decimate(data.x, data.y, window));
  }

  void breaksAtValuesThatAreNotFinite() {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float inf = std::numeric_limits<float>::infinity();
    const std::vector<double> x{0, 1, 2, 3, 4, 5, 6};
    const std::vector<float> y{nan, 1, 2, inf, nan, 3, -inf};
    const auto pieces = decimate(x, y, {.x_low = 0, .x_high = 6, .columns = 100});
    QCOMPARE(pieces.size(), std::size_t{2});
    QCOMPARE(pieces[0], (Polyline{{1, 1}, {2, 2}}));
    QCOMPARE(pieces[1], (Polyline{{5, 3}}));
  }

  void leavesOneNeighbourOutsideTheWindow() {
    const Data data = randomWalk(100, 1);
    const auto pieces = decimate(data.x, data.y, {.x_low = 40.5, .x_high = 60.5, .columns = 1000});
    QCOMPARE(pieces.size(), std::size_t{1});
    QCOMPARE(pieces[0].front().x, 40.0);
    QCOMPARE(pieces[0].back().x, 61.0);
  }

  void hasNothingToDrawWithoutDataOrWindow() {
    const std::vector<double> x{1, 2};
    const std::vector<float> y{1, 2};
    QVERIFY(decimate({}, {}, {}).empty());
    QVERIFY(decimate(x, y, {.x_low = 1, .x_high = 1, .columns = 10}).empty());
    QVERIFY(decimate(x, y, {.x_low = 0, .x_high = 1, .columns = 0}).empty());
  }
};

W2S_TEST(TstDecimate)
#include "tst_decimate.moc"
