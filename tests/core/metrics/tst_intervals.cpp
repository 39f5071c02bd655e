// Intervals against published values and against their own promise: to cover 95 of 100 times.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include <QtTest/QtTest>

#include "core/base/seed.h"
#include "core/metrics/intervals.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::metrics;

namespace {

bool near(double a, double b, double tolerance = 1e-4) {
  return std::abs(a - b) < tolerance;
}

bool covers(const std::optional<Interval>& interval, double value) {
  return interval && interval->low <= value && value <= interval->high;
}

}  // namespace

class TstIntervals : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void wilsonIntervalsMatchPublishedValues_data() {
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
    QTest::newRow("81 of 263") << 81 << 263 << 0.2553 << 0.3662;
    QTest::newRow("15 of 148") << 15 << 148 << 0.0624 << 0.1605;
    QTest::newRow("0 of 20") << 0 << 20 << 0.0 << 0.1611;
    QTest::newRow("1 of 29") << 1 << 29 << 0.0061 << 0.1718;
  }
  void wilsonIntervalsMatchPublishedValues() {
    QFETCH(int, right);
    QFETCH(int, n);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto interval = wilsonInterval(static_cast<double>(right) / n, n);
    QVERIFY(near(interval->low, low) && near(interval->high, high));
    const auto mirrored = wilsonInterval(1.0 - static_cast<double>(right) / n, n);
    QVERIFY(near(mirrored->low, 1.0 - high) && near(mirrored->high, 1.0 - low));
  }

  void meansAndDeviationsAreThoseOfASample() {
    const std::vector<double> values = {2, 4, 4, 4, 5, 5, 7, 9};
    const MeanAndSd summary = meanAndSd(values);
    QCOMPARE(summary.mean, 5.0);
    QCOMPARE(summary.sd, std::sqrt(32.0 / 7.0));
    QCOMPARE(summary.n, std::int64_t{8});
  }

  void meansDoNotDependOnTheOrderOfTheValues() {
    std::vector<double> values = {0.1, 0.7, 0.3, 1e-17, 0.2};
    const MeanAndSd first = meanAndSd(values);
    std::reverse(values.begin(), values.end());
    QVERIFY(first.mean == meanAndSd(values).mean && first.sd == meanAndSd(values).sd);
  }

  void quantilesOfStudentsTAreThoseOfTheTables() {
    QVERIFY(near(tQuantile975(1), 12.7062));
    QVERIFY(near(tQuantile975(2), 4.3027));
    QVERIFY(near(tQuantile975(7), 2.3646));
    QVERIFY(near(tQuantile975(1000000), 1.95996));
  }

  void tooFewValuesHaveNoSpread() {
    QVERIFY(std::isnan(meanAndSd({}).mean));
    const std::vector<double> one = {0.7};
    QCOMPARE(meanAndSd(one).mean, 0.7);
    QVERIFY(std::isnan(meanAndSd(one).sd));
    QVERIFY(!wilsonInterval(0.5, 0).has_value());
    QVERIFY(std::isnan(accuracyStandardError(0.5, 0)));
  }

  void wilsonIntervalsCoverTheTruthAsOftenAsTheySay_data() {
    QTest::addColumn<double>("accuracy");
    QTest::addColumn<int>("n");
    QTest::newRow("hundred rows") << 0.85 << 100;
    QTest::newRow("near one") << 0.99 << 300;
    QTest::newRow("near zero, few rows") << 0.05 << 40;
    QTest::newRow("ten rows") << 0.5 << 10;
  }
  // 4,000 rounds: .95 has a sd of .0034; shares of few rows take few values, so that coverage jumps between .91 and .98.
  void wilsonIntervalsCoverTheTruthAsOftenAsTheySay() {
    QFETCH(double, accuracy);
    QFETCH(int, n);
    SplitMix64 random(Seed{1});
    int covered = 0;
    for (int round = 0; round < 4000; ++round) {
      int right = 0;
      for (int i = 0; i < n; ++i) {
        right += random.uniform() < accuracy;
      }
      covered += covers(wilsonInterval(static_cast<double>(right) / n, n), accuracy);
    }
    QVERIFY2(covered > 3640 && covered < 3940, qPrintable(QString::number(covered)));
  }

  void percentilesInterpolateBetweenValues() {
    std::vector<double> values(101);
    std::iota(values.rbegin(), values.rend(), 0.0);
    const auto interval = percentileInterval(values);
    QVERIFY(near(interval->low, 2.5) && near(interval->high, 97.5));
  }

  void aFewInfiniteValuesLeaveTheIntervalFinite() {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    std::vector<double> values(1000, 0.5);
    std::fill_n(values.begin(), 20, kInfinity);
    QVERIFY(covers(percentileInterval(values), 0.5));
    std::fill_n(values.begin(), 30, kInfinity);
    QVERIFY(!percentileInterval(values).has_value());
    QVERIFY(!percentileInterval({}).has_value());
  }

  void theMajorityShareIsThatOfTheCommonestClass() {
    QCOMPARE(majorityShare(std::vector<std::int64_t>{0, 2, 2, 1, 2}, 3), 0.6);
    QVERIFY(std::isnan(majorityShare({}, 3)));
  }
};

W2S_TEST(TstIntervals)
#include "tst_intervals.moc"
