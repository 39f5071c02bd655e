// PGR over seeds: the coverage of its interval for few seeds, guards of single runs, independence of the order.
#include <algorithm>
#include <cmath>
#include <vector>

#include <QtTest/QtTest>

#include "core/base/seed.h"
#include "core/metrics/pgr_of_means.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::metrics;

namespace {

bool near(double a, double b, double tolerance = 1e-12) {
  return std::abs(a - b) < tolerance;
}

// Accuracies over seeds: normal around `weak`, `weak + gap`; the student shares `shared` of the weak supervisor's deviation.
struct Population {
  double weak = 0.67;
  double gap = 0.19;
  double ratio = 0.58;
  double weak_sd = 0.013;
  double student_sd = 0.008;
  double ceiling_sd = 0.002;
  double shared = 0.6;

  [[nodiscard]] std::vector<SeedAccuracies> draw(std::size_t n, SplitMix64& random) const {
    std::vector<SeedAccuracies> runs(n);
    for (SeedAccuracies& run : runs) {
      const double deviation = weak_sd * random.normal();
      run.weak = weak + deviation;
      run.student = weak + ratio * gap + shared * deviation + student_sd * random.normal();
      run.ceiling = weak + gap + ceiling_sd * random.normal();
    }
    return runs;
  }
};

}  // namespace

class TstPgrOfMeans : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void meansOverSeedsAreDividedOnce() {
    // Seed 1 has a gap of .001: a mean of ratios would be (0.5 + 40.5) / 2.
    const std::vector<SeedAccuracies> runs{{0.60, 0.70, 0.80}, {0.70, 0.7405, 0.701}};
    QVERIFY(near(*pgrOfMeans(runs).pgr.signed_value, (0.10 + 0.0405) / (0.20 + 0.001)));
  }

  // d = student - weak - PGR (ceiling - weak); t(.975, 2) = 4.302653.
  void theIntervalIsTheLinearisedOne() {
    const std::vector<SeedAccuracies> runs{
        {0.60, 0.70, 0.80}, {0.62, 0.73, 0.80}, {0.61, 0.70, 0.82}};
    const PgrOfMeans means = pgrOfMeans(runs);
    const double ratio = 0.30 / 0.59;
    const std::vector<double> d{0.10 - ratio * 0.20, 0.11 - ratio * 0.18, 0.09 - ratio * 0.21};
    const double sd = std::sqrt((d[0] * d[0] + d[1] * d[1] + d[2] * d[2]) / 2.0);
    const double half = 4.302653 * sd / (std::sqrt(3.0) * 0.59 / 3.0);
    QVERIFY(isMeaningful(means.pgr) && means.pgr.ci95);
    QVERIFY(near(*means.pgr.signed_value, ratio));
    QVERIFY(near(means.pgr.ci95->low, ratio - half, 1e-6) &&
            near(means.pgr.ci95->high, ratio + half, 1e-6));
  }

  void theIntervalCoversTheTruthAsOftenAsItSays_data() {
    QTest::addColumn<double>("gap");
    QTest::addColumn<double>("ratio");
    QTest::addColumn<double>("weak_sd");
    QTest::addColumn<double>("student_sd");
    QTest::addColumn<double>("ceiling_sd");
    QTest::addColumn<double>("shared");
    QTest::newRow("spread of the demo") << 0.19 << 0.58 << 0.013 << 0.008 << 0.002 << 0.6;
    QTest::newRow("wide spread") << 0.19 << 0.58 << 0.03 << 0.02 << 0.02 << 0.3;
    QTest::newRow("a gap of three of its deviations") << 0.10 << 0.3 << 0.03 << 0.03 << 0.03 << 0.0;
    QTest::newRow("nothing recovered") << 0.15 << 0.0 << 0.02 << 0.02 << 0.02 << 0.8;
    QTest::newRow("student above the ceiling") << 0.15 << 1.2 << 0.02 << 0.02 << 0.02 << 0.0;
    QTest::newRow("almost all recovered") << 0.19 << 0.9 << 0.013 << 0.004 << 0.004 << 0.0;
  }
  // For 2, 3, 5 and 10 seeds, among the experiments whose mean gap is significant. 4,000 rounds: .95 has a sd of .0034.
  // A percentile bootstrap covers .50, .75, .84 and .90; normal instead of t quantiles cover .70, .82, .88 and .92.
  void theIntervalCoversTheTruthAsOftenAsItSays() {
    QFETCH(double, gap);
    QFETCH(double, ratio);
    QFETCH(double, weak_sd);
    QFETCH(double, student_sd);
    QFETCH(double, ceiling_sd);
    QFETCH(double, shared);
    const Population population{.gap = gap,
                                .ratio = ratio,
                                .weak_sd = weak_sd,
                                .student_sd = student_sd,
                                .ceiling_sd = ceiling_sd,
                                .shared = shared};
    SplitMix64 random(Seed{10});
    for (const std::size_t n : {2U, 3U, 5U, 10U}) {
      int judged = 0;
      int covered = 0;
      for (int round = 0; round < 4000; ++round) {
        const Pgr pgr = pgrOfMeans(population.draw(n, random)).pgr;
        if (isMeaningful(pgr)) {
          ++judged;
          covered += pgr.ci95 && pgr.ci95->low <= ratio && ratio <= pgr.ci95->high;
        }
      }
      const double coverage = static_cast<double>(covered) / judged;
      QVERIFY2(judged > 3000, qPrintable(QString::number(judged)));
      QVERIFY2(coverage > 0.935 && coverage < 0.97,
               qPrintable(QString("%1 seeds: %2").arg(n).arg(coverage)));
    }
  }

  void theOrderOfTheSeedsDoesNotMatter() {
    SplitMix64 random(Seed{3});
    std::vector<SeedAccuracies> runs = Population{}.draw(7, random);
    const PgrOfMeans first = pgrOfMeans(runs);
    for (int shuffle = 0; shuffle < 20; ++shuffle) {
      std::rotate(runs.begin(), runs.begin() + 1 + shuffle % 5, runs.end());
      std::swap(runs[0], runs[static_cast<std::size_t>(1 + shuffle % 6)]);
      const PgrOfMeans other = pgrOfMeans(runs);
      QVERIFY(first.pgr.signed_value == other.pgr.signed_value);
      QVERIFY(first.pgr.ci95->low == other.pgr.ci95->low &&
              first.pgr.ci95->high == other.pgr.ci95->high);
    }
  }

  void oneSeedHasNoIntervalAndItsOwnStatus() {
    const std::vector<SeedAccuracies> good{{0.6, 0.7, 0.8}};
    QVERIFY(near(*pgrOfMeans(good).pgr.signed_value, 0.5));
    QVERIFY(isMeaningful(pgrOfMeans(good).pgr));
    QVERIFY(!pgrOfMeans(good).pgr.ci95.has_value());
    const std::vector<SeedAccuracies> noisy{{0.6, 0.7, 0.8, PgrStatus::GapNotSignificant}};
    QCOMPARE(pgrOfMeans(noisy).pgr.status, PgrStatus::GapNotSignificant);
  }

  void aSpreadOverSeedsWiderThanTheGapIsNotSignificant() {
    const std::vector<SeedAccuracies> runs{
        {0.60, 0.66, 0.70}, {0.70, 0.67, 0.66}, {0.65, 0.66, 0.66}};
    const PgrOfMeans means = pgrOfMeans(runs);
    QCOMPARE(means.pgr.status, PgrStatus::GapNotSignificant);
    QVERIFY(!means.pgr.ci95.has_value());
  }

  // Three seeds with the same numbers say nothing about the spread.
  void equalSeedsHaveNoInterval() {
    const std::vector<SeedAccuracies> runs(3, {0.6, 0.7, 0.8});
    QVERIFY(isMeaningful(pgrOfMeans(runs).pgr));
    QVERIFY(!pgrOfMeans(runs).pgr.ci95.has_value());
  }

  void guardsOfSingleRunsRemoveThemFromTheMean() {
    const std::vector<SeedAccuracies> runs{{0.10, 0.15, 0.80, PgrStatus::WeakAtChance},
                                           {0.11, 0.30, 0.80, PgrStatus::WeakAtChance},
                                           {0.60, 0.70, 0.80, PgrStatus::Ok}};
    const PgrOfMeans means = pgrOfMeans(runs);
    QCOMPARE(means.used, 1);
    QCOMPARE(means.removedRuns(), 2);
    QCOMPARE(means.removed.at(PgrStatus::WeakAtChance), 2);
    QVERIFY(near(*means.pgr.signed_value, 0.5));
    QVERIFY(!means.pgr.ci95.has_value());
  }

  void aRunWithoutANumberIsRemoved() {
    const double no_number = std::nan("");
    const std::vector<SeedAccuracies> runs{
        {0.60, 0.70, 0.80}, {0.60, no_number, 0.80}, {0.61, 0.71, 0.80}, {no_number, 0.7, 0.8}};
    const PgrOfMeans means = pgrOfMeans(runs);
    QCOMPARE(means.used, 2);
    QCOMPARE(means.removed.at(PgrStatus::Unknown), 2);
    const std::vector<SeedAccuracies> sound{runs[0], runs[2]};
    QCOMPARE(*means.pgr.signed_value, *pgrOfMeans(sound).pgr.signed_value);
  }

  void withoutAnyRunLeftTheMeanNamesTheMostFrequentReason() {
    const std::vector<SeedAccuracies> runs{{0.10, 0.15, 0.80, PgrStatus::WeakAtChance},
                                           {0.50, 0.60, 0.80, PgrStatus::StudentStartsAboveWeak},
                                           {0.50, 0.61, 0.80, PgrStatus::StudentStartsAboveWeak}};
    const PgrOfMeans means = pgrOfMeans(runs);
    QCOMPARE(means.used, 0);
    QCOMPARE(means.pgr.status, PgrStatus::StudentStartsAboveWeak);
    QVERIFY(!means.pgr.signed_value && !means.pgr.ci95);
  }

  // Leaving out the seeds with a small gap would bias the mean gap upwards.
  void aRunWithoutASignificantGapStaysInTheMean() {
    const std::vector<SeedAccuracies> runs{{0.60, 0.62, 0.65, PgrStatus::Ok},
                                           {0.61, 0.62, 0.64, PgrStatus::GapNotSignificant},
                                           {0.60, 0.63, 0.66, PgrStatus::Ok}};
    QCOMPARE(pgrOfMeans(runs).used, 3);
    QVERIFY(near(*pgrOfMeans(runs).pgr.signed_value, 0.06 / 0.14));
  }
};

W2S_TEST(TstPgrOfMeans)
#include "tst_pgr_of_means.moc"
