// The debiased moving average against its closed form.
#include <cmath>
#include <limits>

#include <QTest>

#include "core/base/seed.h"
#include "tests/support/test_main.h"
#include "ui/charts/ema.h"

using namespace w2s;
using namespace w2s::ui::charts;

class TstEma : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // s_t = sum_i beta^(t-i) v_i / sum_i beta^(t-i): a weighted mean, written without recursion.
  void equalsTheWeightedMean_data() {
    QTest::addColumn<double>("beta");
    QTest::newRow("none") << 0.0;
    QTest::newRow("light") << 0.5;
    QTest::newRow("usual") << 0.9;
    QTest::newRow("heavy") << 0.999;
  }
  void equalsTheWeightedMean() {
    QFETCH(double, beta);
    SplitMix64 random{Seed{3}};
    std::vector<double> values;
    Ema ema(beta);
    for (int t = 0; t < 300; ++t) {
      values.push_back(1.0 + random.normal());
      const double smoothed = ema.push(values.back());
      double sum = 0.0;
      double weights = 0.0;
      for (int i = 0; i <= t; ++i) {
        const double weight = std::pow(beta, t - i);
        sum += weight * values[static_cast<std::size_t>(i)];
        weights += weight;
      }
      QVERIFY2(std::abs(smoothed - sum / weights) < 1e-9,
               qPrintable(QStringLiteral("step %1").arg(t)));
    }
  }

  void leavesAConstantAlone() {
    Ema ema(0.95);
    for (int t = 0; t < 50; ++t) {
      QVERIFY(std::abs(ema.push(0.25) - 0.25) < 1e-12);
    }
  }

  void skipsValuesThatAreNotFinite() {
    Ema with_gap(0.8);
    Ema without(0.8);
    with_gap.push(1.0);
    without.push(1.0);
    QVERIFY(std::isnan(with_gap.push(std::numeric_limits<double>::infinity())));
    QVERIFY(std::isnan(with_gap.push(std::numeric_limits<double>::quiet_NaN())));
    QCOMPARE(with_gap.push(2.0), without.push(2.0));
  }

  void followsAGrowingColumnAndStartsOverAfterAChange() {
    SplitMix64 random{Seed{5}};
    std::vector<float> values;
    SmoothedColumn column(0.9);
    const auto whole = [&] {
      Ema ema(0.9);
      std::vector<float> expected;
      for (const float value : values) {
        expected.push_back(static_cast<float>(ema.push(value)));
      }
      return expected;
    };
    for (int block = 0; block < 5; ++block) {
      for (int i = 0; i < 20; ++i) {
        values.push_back(static_cast<float>(random.uniform()));
      }
      const auto followed = column.follow(values, 1);
      QCOMPARE(std::vector<float>(followed.begin(), followed.end()), whole());
    }
    values.resize(30);
    values[10] = 9.0F;
    values.resize(120, 0.5F);  // longer than before: only the generation tells
    const auto followed = column.follow(values, 2);
    QCOMPARE(std::vector<float>(followed.begin(), followed.end()), whole());
  }
};

W2S_TEST(TstEma)
#include "tst_ema.moc"
