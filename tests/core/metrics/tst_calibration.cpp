// Reliability bins and expected calibration error, by hand and by simulation.
#include <algorithm>
#include <cmath>
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
  void binsOfEqualWidthAreFilledByHand() {
    const std::vector<float> confidence = {0.0F, 0.3F, 0.5F, 0.75F, 1.0F, 0.9F};
    const std::vector<std::uint8_t> right = {0, 1, 0, 1, 1, 0};
    const Calibration c = calibrationOf(confidence, right, {.bins = 4});
    QCOMPARE(c.bins.size(), std::size_t{4});
    const std::vector<std::int64_t> rows = {1, 2, 1, 2};  // edges belong to the bin below them
    for (std::size_t b = 0; b < 4; ++b) {
      QCOMPARE(c.bins[b].n, rows[b]);
      QCOMPARE(c.bins[b].low, 0.25 * static_cast<double>(b));
      QCOMPARE(c.bins[b].high, 0.25 * static_cast<double>(b + 1));
    }
    QVERIFY(near(c.bins[1].confidence, 0.4) && near(c.bins[1].accuracy, 0.5));
    // (1 * 0 + 2 * 0.1 + 1 * 0.25 + 2 * 0.45) / 6
    QVERIFY(near(c.expected_error, 1.35 / 6.0));
    QVERIFY(near(c.accuracy, 0.5) && near(c.confidence, 3.45 / 6.0));
  }

  void theBinsOfAnEvaluationSayTheSameAsItsRows() {
    const std::vector<float> confidence = {0.0F, 0.31F, 0.5F, 0.75F, 1.0F, 0.91F, 0.95F};
    const std::vector<std::uint8_t> right = {0, 1, 0, 1, 1, 0, 1};
    const std::vector<ConfidenceBin> bins = confidenceBinsOf(confidence, right);
    QCOMPARE(bins.size(), static_cast<std::size_t>(kConfidenceBins));
    const Calibration of_bins = calibrationOf(bins);
    const Calibration of_rows = calibrationOf(confidence, right, {.bins = kConfidenceBins});
    QCOMPARE(of_bins.n, of_rows.n);
    QVERIFY(near(of_bins.expected_error, of_rows.expected_error));
    QVERIFY(near(of_bins.accuracy, of_rows.accuracy));
    QVERIFY(near(of_bins.confidence, of_rows.confidence));
    QCOMPARE(of_bins.bins.size(), of_rows.bins.size());
    for (std::size_t b = 0; b < of_rows.bins.size(); ++b) {
      QCOMPARE(of_bins.bins[b].n, of_rows.bins[b].n);
      QCOMPARE(of_bins.bins[b].low, of_rows.bins[b].low);
      QVERIFY(near(of_bins.bins[b].accuracy, of_rows.bins[b].accuracy));
    }
  }

  void rowsWithoutAConfidenceAreInNoBin() {
    const std::vector<ConfidenceBin> bins =
        confidenceBinsOf(std::vector<float>{std::nanf(""), 0.52F}, std::vector<std::uint8_t>{1, 1});
    QCOMPARE(calibrationOf(bins).n, std::int64_t{1});
    QCOMPARE(calibrationOf(std::vector<ConfidenceBin>{}).n, std::int64_t{0});
  }

  void emptyBinsAreLeftOut() {
    const Calibration c =
        calibrationOf(std::vector<float>{0.95F, 0.99F}, std::vector<std::uint8_t>{1, 1});
    QCOMPARE(c.bins.size(), std::size_t{1});
    QCOMPARE(c.bins[0].n, std::int64_t{2});
  }

  void binsOfEqualMassKeepEqualConfidencesTogether() {
    const std::vector<float> confidence = {0.9F, 0.6F, 0.7F, 0.7F, 0.7F, 0.8F};
    const std::vector<std::uint8_t> right = {1, 0, 1, 0, 1, 1};
    const Calibration c =
        calibrationOf(confidence, right, {.bins = 3, .binning = Binning::EqualMass});
    QCOMPARE(c.bins.size(), std::size_t{2});
    QCOMPARE(c.bins[0].n, std::int64_t{4});  // 0.6 and all of 0.7
    QCOMPARE(c.bins[1].n, std::int64_t{2});
    QVERIFY(near(c.bins[0].accuracy, 0.5) && near(c.bins[0].confidence, 2.7 / 4.0));
  }

  void theOrderOfRowsDoesNotMatter() {
    std::vector<float> confidence;
    std::vector<std::uint8_t> right;
    SplitMix64 random(Seed{1});
    for (int i = 0; i < 500; ++i) {
      confidence.push_back(static_cast<float>(random.below(20)) / 19.0F);
      right.push_back(static_cast<std::uint8_t>(random.below(2)));
    }
    for (const Binning binning : {Binning::EqualWidth, Binning::EqualMass}) {
      const double before = calibrationOf(confidence, right, {.binning = binning}).expected_error;
      std::reverse(confidence.begin(), confidence.end());
      std::reverse(right.begin(), right.end());
      QVERIFY(near(calibrationOf(confidence, right, {.binning = binning}).expected_error, before,
                   1e-12));
    }
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
    for (const Binning binning : {Binning::EqualWidth, Binning::EqualMass}) {
      QVERIFY(calibrationOf(confidence, calibrated, {.binning = binning}).expected_error < 0.01);
      const Calibration c = calibrationOf(confidence, overconfident, {.binning = binning});
      QVERIFY(near(c.expected_error, 0.2, 0.01));
      QVERIFY(c.confidence > c.accuracy);
    }
  }

  void withoutRowsNothingIsDefined() {
    const Calibration c = calibrationOf({}, {});
    QVERIFY(c.bins.empty() && std::isnan(c.expected_error) && std::isnan(c.accuracy));
  }
};

W2S_TEST(TstCalibration)
#include "tst_calibration.moc"
