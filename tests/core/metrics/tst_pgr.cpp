// PGR: the book's numbers, the guards, and intervals against brute force and the delta method.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <QtTest/QtTest>

#include "core/metrics/pgr.h"

using namespace w2s;
using namespace w2s::metrics;
using Bits = std::vector<std::uint8_t>;

namespace {

bool near(double a, double b, double tolerance = 1e-12) {
  return std::abs(a - b) < tolerance;
}

struct Rights {
  Bits weak;
  Bits student;
  Bits ceiling;
  [[nodiscard]] PgrRows rows(double majority_share = 0.1) const {
    return {.weak_right = weak,
            .student_right = student,
            .ceiling_right = ceiling,
            .majority_share = majority_share};
  }
};

// Correlated models, as models on the same rows are: an easy row is right for all three.
Rights correlated(std::size_t n, double weak, double student, double ceiling, Seed seed) {
  SplitMix64 random(seed);
  Rights rights{Bits(n), Bits(n), Bits(n)};
  for (std::size_t i = 0; i < n; ++i) {
    const double ease = 0.6 * random.uniform();
    rights.weak[i] = ease + 0.4 * random.uniform() < weak;
    rights.student[i] = ease + 0.4 * random.uniform() < student;
    rights.ceiling[i] = ease + 0.4 * random.uniform() < ceiling;
  }
  return rights;
}

double accuracyOf(const Bits& right) {
  return std::accumulate(right.begin(), right.end(), 0.0) / static_cast<double>(right.size());
}

// The bootstrap as it is usually written: draw N rows, look each up.
std::vector<double> bruteForceRatios(const Rights& rights, int resamples, Seed seed) {
  SplitMix64 random(seed);
  const std::size_t n = rights.weak.size();
  std::vector<double> ratios;
  for (int r = 0; r < resamples; ++r) {
    int weak = 0;
    int student = 0;
    int ceiling = 0;
    for (std::size_t draw = 0; draw < n; ++draw) {
      const std::size_t i = random.below(n);
      weak += rights.weak[i];
      student += rights.student[i];
      ceiling += rights.ceiling[i];
    }
    ratios.push_back(static_cast<double>(student - weak) / (ceiling - weak));
  }
  return ratios;
}

QString text(const std::optional<Interval>& interval) {
  return interval ? QString("%1 %2").arg(interval->low).arg(interval->high) : QString("none");
}

}  // namespace

class TstPgr : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theRatioAndItsClampedForm_data() {
    QTest::addColumn<double>("weak");
    QTest::addColumn<double>("student");
    QTest::addColumn<double>("ceiling");
    QTest::addColumn<double>("signed_value");
    QTest::addColumn<double>("book_value");
    // Xiao & Zhu, section 4.2.5, and the worked examples that go with eq. 4.11.
    QTest::newRow("three quarters of the gap") << 0.5 << 0.8 << 0.9 << 0.75 << 0.75;
    QTest::newRow("half of the gap") << 0.5 << 0.7 << 0.9 << 0.5 << 0.5;
    QTest::newRow("most of a small gap") << 0.70 << 0.78 << 0.80 << 0.8 << 0.8;
    QTest::newRow("student at the ceiling") << 0.5 << 0.9 << 0.9 << 1.0 << 1.0;
    QTest::newRow("student at the floor") << 0.5 << 0.5 << 0.9 << 0.0 << 0.0;
    QTest::newRow("student below the floor") << 0.5 << 0.4 << 0.9 << -0.25 << 0.0;
    QTest::newRow("student above the ceiling") << 0.5 << 0.95 << 0.9 << 1.125 << 1.125;
  }
  void theRatioAndItsClampedForm() {
    QFETCH(double, weak);
    QFETCH(double, student);
    QFETCH(double, ceiling);
    QFETCH(double, signed_value);
    QFETCH(double, book_value);
    const Pgr pgr = pgrOfAccuracies(Weak(weak), Student(student), Ceiling(ceiling), 0, 0.0);
    QVERIFY(near(*pgr.signed_value, signed_value));
    QVERIFY(near(*pgr.book_value, book_value));
    QCOMPARE(pgr.status, PgrStatus::Ok);
    QVERIFY(!pgr.ci95.has_value());
  }

  // PGR_common = PGR_own (P_own - P_weak) / (P_common - P_weak), whichever ceiling is the higher.
  void againstACommonCeilingTheRatioShrinksByTheGaps_data() {
    QTest::addColumn<double>("common");
    QTest::addColumn<double>("expected");
    // Numbers of the raw-pixels control: 0.678, 0.760, 0.823.
    QTest::newRow("above the own one") << 0.858 << 0.082 / 0.180;
    QTest::newRow("the own one") << 0.823 << 0.082 / 0.145;
    QTest::newRow("below the own one") << 0.778 << 0.82;
    QTest::newRow("below the student") << 0.719 << 2.0;
  }
  void againstACommonCeilingTheRatioShrinksByTheGaps() {
    QFETCH(double, common);
    QFETCH(double, expected);
    const double own = *performanceGapRecovered(Weak(0.678), Student(0.760), Ceiling(0.823));
    const double against = *performanceGapRecovered(Weak(0.678), Student(0.760), Ceiling(common));
    QVERIFY(near(against, expected));
    QVERIFY(near(against, own * (0.823 - 0.678) / (common - 0.678)));
  }

  // On equal rows and draws the interval shrinks with the value, and each ceiling has a guard of its own.
  void eachCeilingIsGuardedByItsOwnGap() {
    const Rights own = correlated(4000, 0.66, 0.70, 0.60, Seed(5));
    Rights common = own;
    common.ceiling = correlated(4000, 0.66, 0.70, 0.86, Seed(5)).ceiling;
    QCOMPARE(pgrOfRows(own.rows(), 200, Seed(1)).status, PgrStatus::CeilingNotAboveWeak);
    const Pgr against = pgrOfRows(common.rows(), 200, Seed(1));
    QCOMPARE(against.status, PgrStatus::Ok);
    QVERIFY(against.ci95->low < *against.signed_value &&
            *against.signed_value < against.ci95->high);
    QCOMPARE(pgrOfRows(common.rows(0.9), 0, Seed(1)).status, PgrStatus::WeakAtChance);
  }

  void guardsSayWhyARatioSaysLittle_data() {
    QTest::addColumn<double>("weak");
    QTest::addColumn<double>("ceiling");
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("majority_share");
    QTest::addColumn<QString>("status");
    QTest::newRow("a clear gap") << 0.66 << 0.86 << 10000 << 0.1 << "ok";
    QTest::newRow("no gap") << 0.7 << 0.7 << 10000 << 0.1 << "ceiling_not_above_weak";
    QTest::newRow("a negative gap") << 0.7 << 0.6 << 10000 << 0.1 << "ceiling_not_above_weak";
    QTest::newRow("a negative gap at chance")
        << 0.5 << 0.4 << 100 << 0.6 << "ceiling_not_above_weak";
    QTest::newRow("a gap below one point")
        << 0.700 << 0.709 << 100000000 << 0.1 << "gap_not_significant";
    QTest::newRow("one point and a bit") << 0.700 << 0.711 << 100000000 << 0.1 << "ok";
    // SE of the difference of two accuracies near .7 over 500 rows: .029.
    QTest::newRow("a gap within two standard errors")
        << 0.70 << 0.75 << 500 << 0.1 << "gap_not_significant";
    QTest::newRow("the same gap on more rows") << 0.70 << 0.75 << 5000 << 0.1 << "ok";
    QTest::newRow("the same gap, rows unknown") << 0.70 << 0.75 << 0 << 0.1 << "ok";
    QTest::newRow("weak below the majority class")
        << 0.60 << 0.75 << 5000 << 0.62 << "weak_at_chance";
    QTest::newRow("weak at the majority class") << 0.62 << 0.75 << 5000 << 0.62 << "weak_at_chance";
    QTest::newRow("weak above the majority class") << 0.66 << 0.75 << 5000 << 0.62 << "ok";
    // The public figures of a preference data set on which every model is at chance.
    QTest::newRow("everything at chance") << 0.4924 << 0.4960 << 10000 << 0.5 << "weak_at_chance";
  }
  void guardsSayWhyARatioSaysLittle() {
    QFETCH(double, weak);
    QFETCH(double, ceiling);
    QFETCH(int, n);
    QFETCH(double, majority_share);
    QFETCH(QString, status);
    const Pgr pgr = pgrOfAccuracies(Weak(weak), Student(0.7), Ceiling(ceiling), n, majority_share);
    QCOMPARE(QString::fromUtf8(nameOf(pgr.status).data()), status);
    QVERIFY(!explain(pgr.status).empty());
    QCOMPARE(pgr.signed_value.has_value(), pgr.status != PgrStatus::CeilingNotAboveWeak);
    QCOMPARE(pgr.book_value.has_value(), pgr.signed_value.has_value());
  }

  void aValueMeansSomethingOnlyWithoutAGuard() {
    QVERIFY(isMeaningful({.signed_value = -0.2, .book_value = 0.0}));
    QVERIFY(!isMeaningful({}));
    for (const PgrStatus status :
         {PgrStatus::GapNotSignificant, PgrStatus::CeilingNotAboveWeak, PgrStatus::WeakAtChance}) {
      QVERIFY(!isMeaningful({.signed_value = 0.5, .book_value = 0.5, .status = status}));
    }
  }

  void reportsShareTheirResamples() {
    const std::vector<double> weak{0.60, 0.62, 0.61};
    const std::vector<double> student{0.70, 0.73, 0.70};
    const std::vector<double> ceiling{0.80, 0.80, 0.82};
    const Pgr pgr = pgrOfMeans(weak, student, ceiling);
    const Pgr same = pgrOfMeans(weak, student, ceiling, 2000, Seed(0).child("pgr_of_means"));
    QVERIFY(isMeaningful(pgr) && pgr.ci95 && same.ci95);
    QCOMPARE(pgr.ci95->low, same.ci95->low);
    QCOMPARE(pgr.ci95->high, same.ci95->high);
  }

  void theGuardOfPairedRowsUsesThePairedError() {
    // Ceiling right wherever the weak supervisor is, and on 15 rows more: a gap of .015 with a
    // paired SE of .0038. Its unpaired SE would be .02 and the gap would not count.
    Rights rights{Bits(1000, 0), Bits(1000, 0), Bits(1000, 0)};
    std::fill_n(rights.weak.begin(), 700, 1);
    std::fill_n(rights.student.begin(), 709, 1);
    std::fill_n(rights.ceiling.begin(), 715, 1);
    const Pgr paired = pgrOfRows(rights.rows(), 2000, Seed{1});
    QCOMPARE(paired.status, PgrStatus::Ok);
    QVERIFY(near(*paired.signed_value, 0.6));
    QVERIFY(paired.ci95->low > 0.2 && paired.ci95->high < 0.95);
    const Pgr unpaired = pgrOfAccuracies(Weak(0.7), Student(0.709), Ceiling(0.715), 1000, 0.1);
    QCOMPARE(unpaired.status, PgrStatus::GapNotSignificant);
    QVERIFY(!unpaired.ci95.has_value());
  }

  void rowsGiveTheRatioOfTheirAccuracies() {
    const Rights rights = correlated(4000, 0.5, 0.6, 0.7, Seed{2});
    const Pgr pgr = pgrOfRows(rights.rows(), 0, Seed{0});
    QVERIFY(near(*pgr.signed_value, (accuracyOf(rights.student) - accuracyOf(rights.weak)) /
                                        (accuracyOf(rights.ceiling) - accuracyOf(rights.weak))));
    QVERIFY(!pgr.ci95.has_value());
    QCOMPARE(pgrOfRows(rights.rows(0.99), 0, Seed{0}).status, PgrStatus::WeakAtChance);
  }

  void patternCountsResampleLikeRows_data() {
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("student");
    QTest::newRow("thousands of rows") << 3000 << 0.62;
    QTest::newRow("hundreds of rows") << 400 << 0.65;
    QTest::newRow("student below weak") << 2000 << 0.45;
  }
  void patternCountsResampleLikeRows() {
    QFETCH(int, n);
    QFETCH(double, student);
    const Rights rights = correlated(static_cast<std::size_t>(n), 0.5, student, 0.75, Seed{3});
    const int resamples = 20000;
    const auto fast = pgrOfRows(rights.rows(), resamples, Seed{4}).ci95;
    const std::vector<double> ratios = bruteForceRatios(rights, 4000, Seed{5});
    const MeanAndSd spread = meanAndSd(ratios);
    const auto slow = percentileInterval(ratios);
    // The Monte-Carlo error of a 2.5 % quantile from 4,000 normal values is .04 sd; four of those.
    const double tolerance = 0.17 * spread.sd;
    QVERIFY2(near(fast->low, slow->low, tolerance) && near(fast->high, slow->high, tolerance),
             qPrintable(text(fast) + " against " + text(slow)));
  }

  void theIntervalNarrowsAsTheDeltaMethodSays() {
    // Independent models: the delta method and the bootstrap must agree on many rows.
    const std::size_t n = 20000;
    SplitMix64 random(Seed{6});
    Rights rights{Bits(n), Bits(n), Bits(n)};
    for (std::size_t i = 0; i < n; ++i) {
      rights.weak[i] = random.uniform() < 0.5;
      rights.student[i] = random.uniform() < 0.65;
      rights.ceiling[i] = random.uniform() < 0.8;
    }
    const Pgr paired = pgrOfRows(rights.rows(), 20000, Seed{7});
    const Pgr delta =
        pgrOfAccuracies(Weak(accuracyOf(rights.weak)), Student(accuracyOf(rights.student)),
                        Ceiling(accuracyOf(rights.ceiling)), static_cast<std::int64_t>(n), 0.1);
    const double width = delta.ci95->high - delta.ci95->low;
    QVERIFY2(near(paired.ci95->low, delta.ci95->low, 0.05 * width) &&
                 near(paired.ci95->high, delta.ci95->high, 0.05 * width),
             qPrintable(text(paired.ci95) + " against " + text(delta.ci95)));
  }

  void theDeltaMethodMatchesItsFormula() {
    const auto error = pgrStandardError(Weak(0.66), Student(0.70), Ceiling(0.74), Weak(0.01),
                                        Student(0.01), Ceiling(0.01));
    QVERIFY(near(*error, std::sqrt(1e-4 + 0.25e-4 + 0.25e-4) / 0.08));
    QVERIFY(!pgrStandardError(Weak(0.7), Student(0.7), Ceiling(0.7), Weak(0.01), Student(0.01),
                              Ceiling(0.01))
                 .has_value());
  }

  void equalSeedsGiveEqualIntervals() {
    const Rights rights = correlated(1000, 0.5, 0.6, 0.7, Seed{8});
    const auto one = pgrOfRows(rights.rows(), 500, Seed{1}).ci95;
    const auto same = pgrOfRows(rights.rows(), 500, Seed{1}).ci95;
    const auto other = pgrOfRows(rights.rows(), 500, Seed{2}).ci95;
    QCOMPARE(one->low, same->low);
    QCOMPARE(one->high, same->high);
    QVERIFY(one->low != other->low);
  }

  void aGapThatVanishesInManyResamplesHasNoInterval() {
    const Rights rights = correlated(100, 0.50, 0.52, 0.51, Seed{9});
    Rights tiny = rights;
    tiny.ceiling = tiny.weak;
    tiny.ceiling[std::distance(tiny.weak.begin(),
                               std::find(tiny.weak.begin(), tiny.weak.end(), 0))] = 1;
    const Pgr pgr = pgrOfRows(tiny.rows(), 2000, Seed{1});
    QCOMPARE(pgr.status, PgrStatus::GapNotSignificant);
    QVERIFY(pgr.signed_value.has_value());
    QVERIFY(!pgr.ci95.has_value());
  }

  void extremePatternsAreResampledWithoutError() {
    for (const int student : {0, 1}) {
      const Rights rights{Bits(50, 0), Bits(50, static_cast<std::uint8_t>(student)), Bits(50, 1)};
      const Pgr pgr = pgrOfRows(rights.rows(0.0), 100, Seed{1});
      QCOMPARE(*pgr.signed_value, static_cast<double>(student));
      QCOMPARE(pgr.ci95->low, static_cast<double>(student));
      QCOMPARE(pgr.ci95->high, static_cast<double>(student));
    }
  }

  void meansOverSeedsAreDividedOnce() {
    // Seed 1 has a gap of .001: a mean of ratios would be (0.5 + 40.5) / 2.
    const std::vector<double> weak = {0.60, 0.70};
    const std::vector<double> student = {0.70, 0.7405};
    const std::vector<double> ceiling = {0.80, 0.701};
    const Pgr pgr = pgrOfMeans(weak, student, ceiling, 0, Seed{0});
    QVERIFY(near(*pgr.signed_value, (0.10 + 0.0405) / (0.20 + 0.001)));
  }

  void theIntervalOverSeedsCoversTheTruth() {
    // Ten seeds of weak .67, student .78, ceiling .86 with the spread of real runs; true ratio
    // .5789.
    SplitMix64 random(Seed{10});
    int covered = 0;
    for (std::uint64_t round = 0; round < 400; ++round) {
      std::vector<double> weak(10);
      std::vector<double> student(10);
      std::vector<double> ceiling(10);
      for (std::size_t i = 0; i < weak.size(); ++i) {
        weak[i] = 0.67 + 0.013 * random.normal();
        student[i] = 0.78 + 0.6 * (weak[i] - 0.67) + 0.008 * random.normal();
        ceiling[i] = 0.86 + 0.002 * random.normal();
      }
      const Pgr pgr = pgrOfMeans(weak, student, ceiling, 400, Seed{11}.child(round));
      QCOMPARE(pgr.status, PgrStatus::Ok);
      const double truth = 0.11 / 0.19;
      covered += pgr.ci95->low <= truth && truth <= pgr.ci95->high;
    }
    // A percentile bootstrap of ten values covers about 90 %, not 95 (sd of the count: 6).
    QVERIFY2(covered > 335 && covered < 395, qPrintable(QString::number(covered)));
  }

  void oneSeedHasNoIntervalOverSeeds() {
    const std::vector<double> weak = {0.6};
    const std::vector<double> student = {0.7};
    const std::vector<double> ceiling = {0.8};
    const Pgr pgr = pgrOfMeans(weak, student, ceiling, 1000, Seed{0});
    QVERIFY(near(*pgr.signed_value, 0.5));
    QCOMPARE(pgr.status, PgrStatus::Ok);
    QVERIFY(!pgr.ci95.has_value());
  }

  void aSpreadOverSeedsWiderThanTheGapIsNotSignificant() {
    const std::vector<double> weak = {0.60, 0.70, 0.65};
    const std::vector<double> student = {0.66, 0.67, 0.66};
    const std::vector<double> ceiling = {0.70, 0.66, 0.66};
    QCOMPARE(pgrOfMeans(weak, student, ceiling, 100, Seed{0}).status, PgrStatus::GapNotSignificant);
  }
};

QTEST_APPLESS_MAIN(TstPgr)
#include "tst_pgr.moc"
