// PGR: the book's numbers, the guards, and intervals against brute force and the delta method.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <QtTest/QtTest>

#include "core/metrics/pgr.h"
#include "tests/support/test_main.h"

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
    for (const PgrStatus status : kPgrStatuses) {
      QCOMPARE(isMeaningful({.signed_value = 0.5, .book_value = 0.5, .status = status}),
               status == PgrStatus::Ok);
    }
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
      // All resamples are alike: these rows tell nothing about the spread.
      QVERIFY(!pgr.ci95.has_value());
    }
  }

  // In how many of the rounds whose gap is significant the interval holds the true ratio. 1,000 rounds: .95 has a sd of
  // .007. Normal intervals
  // from the plain shares cover .92 and .88 in the last two rows.
  void intervalsOfOneRunCoverTheTruthAsOftenAsTheySay_data() {
    QTest::addColumn<double>("weak");
    QTest::addColumn<double>("student");
    QTest::addColumn<double>("ceiling");
    QTest::addColumn<int>("n");
    QTest::newRow("the demo") << 0.68 << 0.80 << 0.86 << 10000;
    QTest::newRow("few rows") << 0.50 << 0.62 << 0.75 << 300;
    QTest::newRow("a gap of four standard errors") << 0.60 << 0.65 << 0.70 << 600;
    QTest::newRow("student below the floor") << 0.60 << 0.50 << 0.70 << 1000;
    QTest::newRow("near one, few rows") << 0.85 << 0.95 << 0.99 << 100;
    QTest::newRow("at one, very few rows") << 0.50 << 0.90 << 1.00 << 30;
  }
  void intervalsOfOneRunCoverTheTruthAsOftenAsTheySay() {
    QFETCH(double, weak);
    QFETCH(double, student);
    QFETCH(double, ceiling);
    QFETCH(int, n);
    // Independent models, so that the true accuracies are those of the row and both functions can be judged on one draw.
    const double truth = (student - weak) / (ceiling - weak);
    const auto rows = static_cast<std::size_t>(n);
    const int rounds = n > 1000 ? 300 : 1000;  // 300 rounds: a sd of .013
    SplitMix64 random(Seed{21});
    int judged = 0;
    int from_shares = 0;
    int from_rows = 0;
    for (int round = 0; round < rounds; ++round) {
      Rights rights{Bits(rows), Bits(rows), Bits(rows)};
      for (std::size_t i = 0; i < rows; ++i) {
        rights.weak[i] = random.uniform() < weak;
        rights.student[i] = random.uniform() < student;
        rights.ceiling[i] = random.uniform() < ceiling;
      }
      const auto shares =
          pgrOfAccuracies(Weak(accuracyOf(rights.weak)), Student(accuracyOf(rights.student)),
                          Ceiling(accuracyOf(rights.ceiling)), n, 0.0)
              .ci95;
      const auto bootstrap =
          pgrOfRows(rights.rows(0.0), 400, Seed{22}.child(static_cast<std::uint64_t>(round))).ci95;
      if (shares && bootstrap) {
        ++judged;
        from_shares += shares->low <= truth && truth <= shares->high;
        from_rows += bootstrap->low <= truth && truth <= bootstrap->high;
      }
    }
    const double of_shares = static_cast<double>(from_shares) / judged;
    const double of_rows = static_cast<double>(from_rows) / judged;
    const QString said =
        QString("%1 judged, shares %2, rows %3").arg(judged).arg(of_shares).arg(of_rows);
    QVERIFY2(judged > rounds / 2, qPrintable(said));
    QVERIFY2(of_shares > 0.925 && of_shares < 0.997, qPrintable(said));
    QVERIFY2(of_rows > 0.905 && of_rows < 0.985, qPrintable(said));
  }

  // 0.57 - 0.56 is below 0.01 as a binary fraction, 0.61 - 0.60 above it.
  void aGapOfExactlyOnePointIsOne() {
    for (int point = 1; point < 100; ++point) {
      const double weak = (point - 1) / 100.0;
      const double ceiling = point / 100.0;
      QCOMPARE(pgrOfAccuracies(Weak(weak), Student(weak), Ceiling(ceiling), 0, 0.0).status,
               PgrStatus::Ok);
      QCOMPARE(pgrOfAccuracies(Weak(weak), Student(weak), Ceiling(ceiling - 1e-4), 0, 0.0).status,
               PgrStatus::GapNotSignificant);
    }
    // The same accuracy computed in two ways.
    QCOMPARE(pgrOfAccuracies(Weak(0.1 + 0.2), Student(0.5), Ceiling(0.8), 0, 0.3).status,
             PgrStatus::WeakAtChance);
    QCOMPARE(pgrOfAccuracies(Weak(0.3), Student(0.5), Ceiling(0.1 + 0.2), 0, 0.0).status,
             PgrStatus::CeilingNotAboveWeak);
  }

  void withoutASignificantGapThereIsNoInterval() {
    const Pgr tiny = pgrOfAccuracies(Weak(0.1), Student(0.1004), Ceiling(0.1005), 100, 0.1);
    QCOMPARE(tiny.status, PgrStatus::WeakAtChance);
    QVERIFY(!tiny.ci95.has_value());
    // One row each: 0 against 1 is no evidence of a gap.
    const Pgr one_row = pgrOfAccuracies(Weak(0.0), Student(1.0), Ceiling(1.0), 1, 0.0);
    QCOMPARE(one_row.status, PgrStatus::GapNotSignificant);
    QVERIFY(!one_row.ci95.has_value());
    const Rights row{Bits{0}, Bits{1}, Bits{1}};
    QCOMPARE(pgrOfRows(row.rows(0.0), 100, Seed{1}).status, PgrStatus::GapNotSignificant);
    QVERIFY(!pgrOfRows(row.rows(0.0), 100, Seed{1}).ci95.has_value());
  }

  void aStudentThatStartsAboveTheFloorIsFlagged_data() {
    QTest::addColumn<double>("initial");
    QTest::addColumn<int>("n");
    QTest::addColumn<QString>("status");
    QTest::newRow("far above") << 0.72 << 10000 << "student_starts_above_weak";
    QTest::newRow("one point above") << 0.67 << 1000000 << "student_starts_above_weak";
    QTest::newRow("one point above, rows unknown") << 0.67 << 0 << "student_starts_above_weak";
    QTest::newRow("less than a point above") << 0.665 << 1000000 << "ok";
    QTest::newRow("above within noise") << 0.68 << 1000 << "ok";
    QTest::newRow("at the floor") << 0.66 << 10000 << "ok";
    QTest::newRow("at chance") << 0.10 << 10000 << "ok";
  }
  void aStudentThatStartsAboveTheFloorIsFlagged() {
    QFETCH(double, initial);
    QFETCH(int, n);
    QFETCH(QString, status);
    const Pgr pgr = pgrOfAccuracies(Weak(0.66), Student(0.75), Ceiling(0.86), n, 0.1, initial);
    QCOMPARE(QString::fromUtf8(nameOf(pgr.status).data()), status);
    QVERIFY(near(*pgr.signed_value, 0.45));
    // It comes after the other guards.
    QCOMPARE(pgrOfAccuracies(Weak(0.66), Student(0.75), Ceiling(0.86), n, 0.66, initial).status,
             PgrStatus::WeakAtChance);
    QCOMPARE(pgrOfAccuracies(Weak(0.66), Student(0.75), Ceiling(0.665), n, 0.1, initial).status,
             PgrStatus::GapNotSignificant);
  }

  void rowsTakeTheInitialStudentToo() {
    const Rights rights = correlated(4000, 0.5, 0.6, 0.7, Seed{2});
    PgrRows rows = rights.rows();
    rows.initial_student = accuracyOf(rights.weak) + 0.05;
    QCOMPARE(pgrOfRows(rows, 0, Seed{0}).status, PgrStatus::StudentStartsAboveWeak);
    rows.initial_student = 0.1;
    QCOMPARE(pgrOfRows(rows, 0, Seed{0}).status, PgrStatus::Ok);
  }
};

W2S_TEST(TstPgr)
#include "tst_pgr.moc"
