// Bands around a mean over seeds against closed forms, and the two intervals among them against what
// they promise: to cover the true mean.
#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include <QtTest/QtTest>

#include "core/base/seed.h"
#include "core/metrics/spread.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::metrics;

namespace {

const std::vector<double> kValues = {.70, .76, .73, .81};  // mean .75, sd sqrt(.0022)

// Share of 4,000 experiments of n normal values whose band covers their true mean.
double coverage(Spread spread, std::size_t n, int experiments) {
  SplitMix64 random(Seed(5).child("coverage").child(n));
  int covered = 0;
  for (int i = 0; i < experiments; ++i) {
    std::vector<double> values(n);
    std::ranges::generate(values, [&] { return 0.8 + 0.01 * random.normal(); });
    const auto band = spreadOf(values, spread);
    covered += band && band->low <= 0.8 && 0.8 <= band->high ? 1 : 0;
  }
  return static_cast<double>(covered) / experiments;
}

}  // namespace

class TstSpread : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void bandsAreTheirClosedForms_data() {
    const double sd = std::sqrt(.0022);
    QTest::addColumn<int>("spread");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    // t(.975, 3) = 3.182446
    QTest::newRow("t interval") << static_cast<int>(Spread::TInterval) << .75 - 3.182446 * sd / 2.0
                                << .75 + 3.182446 * sd / 2.0;
    QTest::newRow("standard deviation")
        << static_cast<int>(Spread::StandardDeviation) << .75 - sd << .75 + sd;
    QTest::newRow("standard error")
        << static_cast<int>(Spread::StandardError) << .75 - sd / 2.0 << .75 + sd / 2.0;
    QTest::newRow("range") << static_cast<int>(Spread::Range) << .70 << .81;
  }
  void bandsAreTheirClosedForms() {
    QFETCH(int, spread);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto band = spreadOf(kValues, static_cast<Spread>(spread));
    QVERIFY(band);
    QVERIFY(std::abs(band->low - low) < 1e-7 && std::abs(band->high - high) < 1e-7);
  }

  // Of two values, the resampled means are three: their band is the t interval.
  void theBootstrapOfTwoValuesIsTheTInterval() {
    const std::vector<double> two = {.6, .8};
    const auto band = spreadOf(two, Spread::Bootstrap);
    const auto of_t = spreadOf(two, Spread::TInterval);
    QVERIFY(band && band->low == of_t->low && band->high == of_t->high);
  }

  // It follows the skew of the values: further where they reach further.
  void theBootstrapOfSkewedValuesIsSkewed() {
    const std::vector<double> skewed = {.70, .71, .71, .72, .72, .90};
    const auto band = spreadOf(skewed, Spread::Bootstrap);
    const double mean = meanAndSd(skewed).mean;
    QVERIFY(band && band->high - mean > 1.3 * (mean - band->low));
  }

  void bandsDoNotDependOnTheOrderOfTheSeeds() {
    std::vector<double> values = kValues;
    for (const auto& [spread, name] : kSpreads) {
      const auto band = spreadOf(values, spread);
      std::ranges::reverse(values);
      const auto again = spreadOf(values, spread);
      QVERIFY2(band->low == again->low && band->high == again->high, name.data());
    }
  }

  void aValueThatIsNoNumberIsLeftOut() {
    std::vector<double> values = kValues;
    values.insert(values.begin() + 1, std::nan(""));
    values.push_back(std::numeric_limits<double>::infinity());
    for (const auto& [spread, name] : kSpreads) {
      const auto band = spreadOf(values, spread);
      const auto sound = spreadOf(kValues, spread);
      QVERIFY2(band && band->low == sound->low && band->high == sound->high, name.data());
      QVERIFY2(!spreadOf(std::span(values).first(2), spread), name.data());  // one is left
    }
    QCOMPARE(meanAndSd(values).n, 4);
    QCOMPARE(meanAndSd(values).mean, meanAndSd(kValues).mean);
  }

  void oneRunHasNoBand() {
    const std::vector<double> one = {.7};
    for (const auto& [spread, name] : kSpreads) {
      QVERIFY2(!spreadOf(one, spread) && !spreadOf({}, spread), name.data());
    }
  }

  // A share p of 4,000 has a standard error of .0034 at .95 and .008 at .5.
  void intervalsCoverAsTheirHeaderSays_data() {
    QTest::addColumn<int>("n");
    for (const int n : {2, 3, 5, 10}) {
      QTest::addRow("%d", n) << n;
    }
  }
  void intervalsCoverAsTheirHeaderSays() {
    QFETCH(int, n);
    const auto size = static_cast<std::size_t>(n);
    const double of_t = coverage(Spread::TInterval, size, 4000);
    QVERIFY2(std::abs(of_t - .95) < .01, qPrintable(QString::number(of_t)));
    const double of_bootstrap = coverage(Spread::Bootstrap, size, 1000);
    QVERIFY2(std::abs(of_bootstrap - .95) < .02, qPrintable(QString::number(of_bootstrap)));
  }
};

W2S_TEST(TstSpread)
#include "tst_spread.moc"
