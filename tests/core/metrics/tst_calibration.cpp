// Reliability bins and expected calibration error, by hand and by simulation.
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <QtTest/QtTest>

#include "core/base/seed.h"
#include "core/metrics/calibration.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::metrics;

namespace {

bool near(double a, double b, double tolerance = 1e-6) {
  return std::abs(a - b) < tolerance;
}

}  // namespace

class TstCalibration : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void binsAreFilledByHand() {
    // Edges belong to the bin below them; 0 to the first.
    const std::vector<float> confidence = {0.0F, 0.26F, 0.29F, 0.5F, 0.75F, 1.0F, 0.96F};
    const std::vector<std::uint8_t> right = {0, 1, 0, 0, 1, 1, 0};
    const std::vector<ConfidenceBin> bins = confidenceBinsOf(confidence, right);
    QCOMPARE(bins.size(), static_cast<std::size_t>(kConfidenceBins));
    const Calibration c = calibrationOf(bins);
    QCOMPARE(c.bins.size(), std::size_t{5});
    const std::vector<int> places = {0, 5, 9, 14, 19};  // of 20
    const std::vector<std::int64_t> rows = {1, 2, 1, 1, 2};
    for (std::size_t b = 0; b < rows.size(); ++b) {
      QCOMPARE(c.bins[b].n, rows[b]);
      QVERIFY(near(c.bins[b].low, places[b] / 20.0) &&
              near(c.bins[b].high, (places[b] + 1) / 20.0));
    }
    QVERIFY(near(c.bins[1].confidence, 0.275) && near(c.bins[1].accuracy, 0.5));
    QVERIFY(near(c.bins[4].confidence, 0.98) && near(c.bins[4].accuracy, 0.5));
    // (1 * 0 + 2 * 0.225 + 1 * 0.5 + 1 * 0.25 + 2 * 0.48) / 7
    QVERIFY(near(c.expected_error, 2.16 / 7.0));
    QCOMPARE(c.n, std::int64_t{7});
    QVERIFY(near(c.accuracy, 3.0 / 7.0) && near(c.confidence, 3.76 / 7.0));
  }

  void rowsWithoutAConfidenceAreInNoBin() {
    const float infinite = std::numeric_limits<float>::infinity();
    const std::vector<float> confidence = {std::nanf(""), 0.52F, infinite, -infinite};
    const std::vector<ConfidenceBin> bins =
        confidenceBinsOf(confidence, std::vector<std::uint8_t>{1, 1, 1, 1});
    QCOMPARE(calibrationOf(bins).n, std::int64_t{1});
    QCOMPARE(calibrationOf(std::vector<ConfidenceBin>{}).n, std::int64_t{0});
  }

  // They are no probabilities, but have a place: the nearest.
  void confidencesBeyondTheirRangeStayInABin() {
    const std::vector<ConfidenceBin> bins = confidenceBinsOf(
        std::vector<float>{-3e38F, 3e38F, 1.5F, -0.5F}, std::vector<std::uint8_t>{1, 1, 1, 1});
    QCOMPARE(bins.front().n, std::int64_t{2});
    QCOMPARE(bins.back().n, std::int64_t{2});
  }

  void aDamagedBinIsLeftOut() {
    std::vector<ConfidenceBin> bins(kConfidenceBins);
    bins[3] = {.n = 4, .right = 2, .confidence = std::nan("")};
    bins[5] = {.n = -4, .right = 2, .confidence = 0.27};
    bins[6] = {.n = 4, .right = 5, .confidence = 0.32};
    bins[7] = bins[8] = {.n = std::numeric_limits<std::int64_t>::max(), .confidence = 0.37};
    QVERIFY(std::isnan(calibrationOf(bins).expected_error));
    bins[10] = {.n = 2, .right = 1, .confidence = 0.52};
    const Calibration c = calibrationOf(bins);
    QCOMPARE(c.n, std::int64_t{2});
    QVERIFY(near(c.expected_error, 0.02) && near(c.confidence, 0.52));
  }

  void emptyBinsAreLeftOut() {
    const Calibration c = calibrationOf(
        confidenceBinsOf(std::vector<float>{0.96F, 0.99F}, std::vector<std::uint8_t>{1, 1}));
    QCOMPARE(c.bins.size(), std::size_t{1});
    QCOMPARE(c.bins[0].n, std::int64_t{2});
  }

  void theOrderOfRowsDoesNotMatter() {
    std::vector<float> confidence;
    std::vector<std::uint8_t> right;
    SplitMix64 random(Seed{1});
    for (int i = 0; i < 500; ++i) {
      confidence.push_back(static_cast<float>(random.below(20)) / 19.0F);
      right.push_back(static_cast<std::uint8_t>(random.below(2)));
    }
    const double before = calibrationOf(confidenceBinsOf(confidence, right)).expected_error;
    std::reverse(confidence.begin(), confidence.end());
    std::reverse(right.begin(), right.end());
    QVERIFY(near(calibrationOf(confidenceBinsOf(confidence, right)).expected_error, before, 1e-12));
  }

  void aCalibratedModelHasNearlyNoErrorAndAnOverconfidentOneHasItsOwn() {
    SplitMix64 random(Seed{2});
    std::vector<float> confidence(100000);
    std::vector<std::uint8_t> calibrated(confidence.size());
    std::vector<std::uint8_t> overconfident(confidence.size());
    for (std::size_t i = 0; i < confidence.size(); ++i) {
      confidence[i] = static_cast<float>(0.5 + 0.5 * random.uniform());
      calibrated[i] = random.uniform() < confidence[i];
      overconfident[i] = random.uniform() < confidence[i] - 0.2;
    }
    QVERIFY(calibrationOf(confidenceBinsOf(confidence, calibrated)).expected_error < 0.01);
    const Calibration c = calibrationOf(confidenceBinsOf(confidence, overconfident));
    QVERIFY(near(c.expected_error, 0.2, 0.01));
    QVERIFY(c.confidence > c.accuracy);
  }

  void withoutRowsNothingIsDefined() {
    const Calibration c = calibrationOf(confidenceBinsOf({}, {}));
    QVERIFY(c.bins.empty() && std::isnan(c.expected_error) && std::isnan(c.accuracy));
  }
};

W2S_TEST(TstCalibration)
#include "tst_calibration.moc"
