// Intervals against published values and against their own promise: to cover 95 of 100 times.
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include <QtTest/QtTest>

#include "core/metrics/intervals.h"

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
    // t(.975, 7) = 2.364624
    const double half = 2.364624 * std::sqrt(32.0 / 7.0) / std::sqrt(8.0);
    QVERIFY(near(meanInterval(values)->low, 5.0 - half) &&
            near(meanInterval(values)->high, 5.0 + half));
  }

  void tooFewValuesHaveNoSpread() {
    QVERIFY(std::isnan(meanAndSd({}).mean));
    const std::vector<double> one = {0.7};
    QCOMPARE(meanAndSd(one).mean, 0.7);
    QVERIFY(std::isnan(meanAndSd(one).sd));
    QVERIFY(!meanInterval(one).has_value());
    QVERIFY(!wilsonInterval(0.5, 0).has_value());
    QVERIFY(std::isnan(accuracyStandardError(0.5, 0)));
    const auto statistic = [](std::span<const std::int64_t>) { return 1.0; };
    QVERIFY(!bootstrapInterval(1, 100, Seed{0}, statistic).has_value());
    QVERIFY(!bootstrapInterval(5, 0, Seed{0}, statistic).has_value());
  }

  void intervalsCoverTheTruthAsOftenAsTheySay() {
    SplitMix64 random(Seed{1});
    const int rounds = 1000;
    int wilson = 0;
    int student = 0;
    int bootstrap = 0;
    for (int round = 0; round < rounds; ++round) {
      int right = 0;
      for (int i = 0; i < 100; ++i) {
        right += random.uniform() < 0.85;
      }
      wilson += covers(wilsonInterval(right / 100.0, 100), 0.85);
      std::vector<double> values(8);
      for (double& value : values) {
        value = 0.7 + 0.02 * random.normal();
      }
      student += covers(meanInterval(values), 0.7);
      std::vector<double> many(40);
      for (double& value : many) {
        value = 0.7 + 0.02 * random.normal();
      }
      const auto mean = [&](std::span<const std::int64_t> indices) {
        double sum = 0.0;
        for (const std::int64_t i : indices) {
          sum += many[static_cast<std::size_t>(i)];
        }
        return sum / static_cast<double>(indices.size());
      };
      bootstrap += covers(
          bootstrapInterval(40, 300, Seed{7}.child(static_cast<std::uint64_t>(round)), mean), 0.7);
    }
    // 950 expected, sd 7. The bootstrap of 40 values is known to be a little narrow.
    QVERIFY2(wilson > 915 && wilson < 985, qPrintable(QString::number(wilson)));
    QVERIFY2(student > 915 && student < 985, qPrintable(QString::number(student)));
    QVERIFY2(bootstrap > 900 && bootstrap < 980, qPrintable(QString::number(bootstrap)));
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

QTEST_APPLESS_MAIN(TstIntervals)
#include "tst_intervals.moc"
