// Round ranges and ticks.
#include <cmath>
#include <limits>

#include <QTest>

#include "tests/support/test_main.h"
#include "ui/charts/ticks.h"

using namespace w2s::ui::charts;

class TstTicks : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void coverTheRangeAtRoundNumbers_data() {
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("accuracies") << 0.31 << 0.861;
    QTest::newRow("PGR") << -0.5 << 1.0;
    QTest::newRow("loss") << 0.0 << 2.304;
    QTest::newRow("tiny") << 1e-7 << 3e-7;
    QTest::newRow("huge") << -4e9 << 7e12;
    QTest::newRow("flat") << 0.5 << 0.5;
    QTest::newRow("flat at zero") << 0.0 << 0.0;
    QTest::newRow("upside down") << 2.0 << 1.0;
    QTest::newRow("not a number") << std::nan("") << 1.0;
  }
  void coverTheRangeAtRoundNumbers() {
    QFETCH(double, low);
    QFETCH(double, high);
    for (int target = 1; target <= 8; ++target) {
      const Ticks ticks = niceTicks(low, high, target);
      if (low <= high) {
        QVERIFY(ticks.low <= low + 1e-9 * ticks.interval);
        QVERIFY(ticks.high >= high - 1e-9 * ticks.interval);
      }
      QVERIFY(ticks.high > ticks.low);
      const double leading =
          ticks.interval / std::pow(10.0, std::floor(std::log10(ticks.interval) + 1e-9));
      QVERIFY2(std::abs(leading - 1) < 1e-6 || std::abs(leading - 2) < 1e-6 ||
                   std::abs(leading - 5) < 1e-6,
               qPrintable(QString::number(leading)));
      QVERIFY(ticks.values.size() >= 1);
      QVERIFY(static_cast<int>(ticks.values.size()) <= target + 3);
      for (const double value : ticks.values) {
        QVERIFY(value >= ticks.low - 1e-9 * ticks.interval &&
                value <= ticks.high + 1e-9 * ticks.interval);
        const double multiple = value / ticks.interval;
        QVERIFY(std::abs(multiple - std::round(multiple)) < 1e-6);
      }
    }
  }

  void showEnoughDecimals_data() {
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("decimals");
    QTest::newRow("tenths") << 0.9 << 1;
    QTest::newRow("hundredths") << 0.09 << 2;
    QTest::newRow("ones") << 4.0 << 0;
    QTest::newRow("thousands") << 4000.0 << 0;
  }
  void showEnoughDecimals() {
    QFETCH(double, high);
    QFETCH(int, decimals);
    QCOMPARE(niceTicks(0.0, high, 4).decimals, decimals);
  }

  void insideARangeLeaveItAsItIs() {
    const Ticks ticks = ticksInside(0.0, 437.0, 5);
    QCOMPARE(ticks.low, 0.0);
    QCOMPARE(ticks.high, 437.0);
    QCOMPARE(ticks.values, (std::vector<double>{0, 100, 200, 300, 400}));
  }

  // An empty chart, then the weak floor alone, then curves: what the eye gets is the curves' range.
  void aStickyRangeForgetsItsMakeshifts() {
    StickyRange range;
    const double none = std::numeric_limits<double>::infinity();
    QCOMPARE(range.cover(none, -none, 4).high, 1.0);
    (void)range.cover(0.683, 0.683, 4);
    const Ticks curves = range.cover(0.683, 0.86, 4);
    QVERIFY(curves.low >= 0.6 && curves.high <= 0.95);
  }

  void aStickyRangeOnlyWidens() {
    StickyRange range;
    const Ticks first = range.cover(0.31, 0.62, 4);
    const Ticks narrower = range.cover(0.4, 0.5, 4);
    QCOMPARE(narrower.low, first.low);
    QCOMPARE(narrower.high, first.high);
    const Ticks wider = range.cover(0.2, 0.95, 4);
    QVERIFY(wider.low <= 0.2 && wider.high >= 0.95);
    const Ticks later = range.cover(0.5, 0.6, 4);
    QVERIFY(later.low == wider.low && later.high == wider.high);
    range.reset();
    QVERIFY(range.cover(0.5, 0.6, 4).low > wider.low);
  }
};

W2S_TEST(TstTicks)
#include "tst_ticks.moc"
