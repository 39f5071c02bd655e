// Paired comparisons against closed forms and full enumerations, and their intervals against what
// they promise: to cover the true difference.
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include <QtTest/QtTest>

#include "core/base/seed.h"
#include "core/metrics/paired.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::metrics;

namespace {

bool near(double a, double b, double tolerance = 1e-9) {
  return std::abs(a - b) < tolerance;
}

// Share of all 2^n exchanges whose |statistic| is at least the first one's, by recursion.
double enumerated(const std::vector<SeedPair>& pairs,
                  const std::function<double(const std::vector<SeedPair>&)>& statistic) {
  const double measured = std::abs(statistic(pairs));
  int as_large = 0;
  std::vector<SeedPair> now = pairs;
  const std::function<void(std::size_t)> visit = [&](std::size_t i) {
    if (i == pairs.size()) {
      as_large += std::abs(statistic(now)) >= measured - 1e-9 ? 1 : 0;
      return;
    }
    for (int way = 0; way < 2; ++way) {
      visit(i + 1);
      std::swap(now[i].first, now[i].second);
    }
  };
  visit(0);
  return as_large / std::pow(2.0, static_cast<double>(pairs.size()));
}

double meanDifference(const std::vector<SeedPair>& pairs) {
  double sum = 0.0;
  for (const SeedPair& pair : pairs) {
    sum += pair.first.student - pair.second.student;
  }
  return sum / static_cast<double>(pairs.size());
}

double ratioOf(const std::vector<SeedPair>& pairs, SeedAccuracies SeedPair::*which) {
  double gain = 0.0;
  double gap = 0.0;
  for (const SeedPair& pair : pairs) {
    gain += (pair.*which).student - (pair.*which).weak;
    gap += (pair.*which).ceiling - (pair.*which).weak;
  }
  return gain / gap;
}

double ratioDifference(const std::vector<SeedPair>& pairs) {
  return ratioOf(pairs, &SeedPair::first) - ratioOf(pairs, &SeedPair::second);
}

std::vector<double> differencesOf(const std::vector<SeedPair>& pairs) {
  std::vector<double> differences;
  for (const SeedPair& pair : pairs) {
    differences.push_back(pair.first.student - pair.second.student);
  }
  return differences;
}

// Two experiments over the same seeds: PGR .65 and .50. With `shared`, weak supervisor and ceiling
// are the same, else each has its own. Students of one seed have a part in common.
struct Pairs {
  bool shared = true;
  bool exponential = false;
  double gap = 0.19;
  double sd = 0.01;

  static constexpr double kFirst = 0.65;
  static constexpr double kSecond = 0.50;

  [[nodiscard]] std::vector<SeedPair> draw(std::size_t n, SplitMix64& random) const {
    const auto noise = [&](double scale) {
      return sd * scale * (exponential ? -std::log(1.0 - random.uniform()) - 1.0 : random.normal());
    };
    std::vector<SeedPair> pairs(n);
    for (SeedPair& pair : pairs) {
      const double luck = noise(0.5);
      const auto fill = [&](SeedAccuracies& run, double ratio) {
        run.student = 0.67 + ratio * gap + 0.5 * (run.weak - 0.67) + luck + noise(0.7);
      };
      pair.first.weak = 0.67 + noise(1.0);
      pair.first.ceiling = 0.67 + gap + noise(0.5);
      pair.second = pair.first;
      if (!shared) {
        pair.second.weak = 0.67 + noise(1.0);
        pair.second.ceiling = 0.67 + gap + noise(0.5);
      }
      fill(pair.first, kFirst);
      fill(pair.second, kSecond);
    }
    return pairs;
  }
};

bool covers(const std::optional<Interval>& interval, double truth) {
  return interval && interval->low <= truth && truth <= interval->high;
}

}  // namespace

class TstPaired : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // mean .02, sd sqrt(.0002 / 2) = .01, t(.975, 2) = 4.302653; of the 8 ways two are as far from 0.
  void aDifferenceOverSeedsIsItsClosedForm() {
    const std::vector<double> d{.01, .02, .03};
    const PairedDifference difference = differenceOverSeeds(d);
    const double half = 4.302653 * .01 / std::sqrt(3.0);
    QVERIFY(near(difference.value, .02) && difference.n == 3);
    QVERIFY(near(difference.ci95->low, .02 - half, 1e-7));
    QVERIFY(near(difference.ci95->high, .02 + half, 1e-7));
    QVERIFY(near(difference.p, 2.0 / 8.0));
    const PairedDifference mixed = differenceOverSeeds(std::vector<double>{-.01, .02, .03});
    QVERIFY(near(mixed.p, 4.0 / 8.0));  // 4, and 6 without the first one's sign
  }

  // A sort of NaN is undefined, and what comes out of it is any number.
  void whatIsNoNumberIsLeftOut() {
    const double no_number = std::nan("");
    const double infinite = std::numeric_limits<double>::infinity();
    const PairedDifference sound = differenceOverSeeds(std::vector<double>{.01, .02, .03});
    const PairedDifference damaged =
        differenceOverSeeds(std::vector<double>{.03, no_number, .01, infinite, .02, no_number});
    QCOMPARE(damaged.n, sound.n);
    QVERIFY(damaged.value == sound.value && damaged.p == sound.p);
    QVERIFY(damaged.ci95->low == sound.ci95->low && damaged.ci95->high == sound.ci95->high);
    const PairedDifference none = differenceOverSeeds(std::vector<double>{no_number});
    QVERIFY(none.n == 0 && std::isnan(none.value) && std::isnan(none.p) && !none.ci95);

    std::vector<SeedPair> pairs{{{.60, .70, .80}, {.60, .72, .80}},
                                {{.61, .72, .80}, {.61, .70, .80}}};
    const PgrDifference of_sound = pgrDifference(pairs);
    pairs.insert(pairs.begin(), SeedPair{{.60, no_number, .80}, {.60, .70, .80}});
    pairs.push_back({{.60, .70, .80}, {.60, .70, infinite}});
    const PgrDifference of_damaged = pgrDifference(pairs);
    QCOMPARE(of_damaged.removed, 2);
    QCOMPARE(of_damaged.difference.value, of_sound.difference.value);
    QCOMPARE(pgrDifference(std::span(pairs).first(1)).status, PgrStatus::Unknown);
  }

  void oneSeedHasNoIntervalAndNoTest() {
    const PairedDifference one = differenceOverSeeds(std::vector<double>{.02});
    QVERIFY(near(one.value, .02) && !one.ci95 && std::isnan(one.p));
  }

  // Equal differences say nothing about their spread; none at all is no evidence.
  void equalDifferencesHaveNoInterval() {
    const PairedDifference same = differenceOverSeeds(std::vector<double>(4, .01));
    QVERIFY(!same.ci95 && near(same.p, 2.0 / 16.0));
    QVERIFY(near(differenceOverSeeds(std::vector<double>(4, 0.0)).p, 1.0));
  }

  void testsAreTheShareOfAllExchanges_data() {
    QTest::addColumn<int>("n");
    QTest::addColumn<bool>("shared");
    for (const int n : {2, 3, 5, 8}) {
      QTest::addRow("%d seeds, one ceiling", n) << n << true;
      QTest::addRow("%d seeds, two ceilings", n) << n << false;
    }
  }
  void testsAreTheShareOfAllExchanges() {
    QFETCH(int, n);
    QFETCH(bool, shared);
    SplitMix64 random(Seed(7).child(static_cast<std::uint64_t>(n)));
    for (int round = 0; round < 20; ++round) {
      const auto pairs =
          Pairs{.shared = shared, .sd = 0.04}.draw(static_cast<std::size_t>(n), random);
      QVERIFY(near(differenceOverSeeds(differencesOf(pairs)).p, enumerated(pairs, meanDifference)));
      const PgrDifference pgr = pgrDifference(pairs);
      if (pgr.status == PgrStatus::Ok) {
        QVERIFY(near(pgr.difference.p, enumerated(pairs, ratioDifference)));
        QVERIFY(near(pgr.difference.value, ratioDifference(pairs)));
      }
    }
  }

  // Beyond 16 seeds the exchanges are drawn: near the tail of the normal law that they tend to.
  void manySeedsAreTestedByRandomExchanges() {
    std::vector<double> d;
    for (int i = 0; i < 400; ++i) {
      d.push_back(i % 20 == 0 ? 2.0 : i % 2 == 0 ? 1.0 : -1.0);
    }
    double squares = 0.0;
    for (const double value : d) {
      squares += value * value;
    }
    // Their sum is 20 (20 of 2, 180 of 1, 200 of -1); sums lie 2 apart: half of that is 1.
    const double z = 19.0 / std::sqrt(squares);
    const double expected = std::erfc(z / std::sqrt(2.0));
    QVERIFY(std::abs(differenceOverSeeds(d).p - expected) < .02);
    QVERIFY(differenceOverSeeds(std::vector<double>(40, .01)).p < 1e-4);
  }

  // By hand for two seeds: u_i is what the seed's two ratios leave, in units of PGR.
  void thePgrIntervalIsTheLinearisedOne() {
    const std::vector<SeedPair> pairs{{{.60, .72, .80}, {.60, .70, .80}},
                                      {{.62, .74, .80}, {.62, .73, .82}}};
    const double first = .24 / .38;
    const double second = .21 / .40;
    const double u0 = (.12 - first * .20) / .19 - (.10 - second * .20) / .20;
    const double u1 = (.12 - first * .18) / .19 - (.11 - second * .20) / .20;
    const double sd = std::abs(u0 - u1) / std::sqrt(2.0);
    const double half = 12.706205 * sd / std::sqrt(2.0);
    const PgrDifference pgr = pgrDifference(pairs);
    QVERIFY(pgr.status == PgrStatus::Ok && pgr.difference.n == 2);
    QVERIFY(near(pgr.difference.value, first - second));
    QVERIFY(near(pgr.difference.ci95->low, first - second - half, 1e-6));
    QVERIFY(near(pgr.difference.ci95->high, first - second + half, 1e-6));
  }

  void theOtherWayRoundAndInAnyOrderItIsTheSame() {
    SplitMix64 random(Seed{3});
    std::vector<SeedPair> pairs = Pairs{.shared = false}.draw(6, random);
    const PgrDifference there = pgrDifference(pairs);
    std::ranges::reverse(pairs);
    const PgrDifference again = pgrDifference(pairs);
    QVERIFY(there.difference.value == again.difference.value &&
            there.difference.p == again.difference.p &&
            there.difference.ci95->low == again.difference.ci95->low);
    for (SeedPair& pair : pairs) {
      std::swap(pair.first, pair.second);
    }
    const PgrDifference back = pgrDifference(pairs);
    QVERIFY(near(there.difference.value, -back.difference.value));
    QVERIFY(near(there.difference.ci95->low, -back.difference.ci95->high));
    QVERIFY(near(there.difference.p, back.difference.p));
  }

  void guardsRemovePairsAndRefuseRatios() {
    std::vector<SeedPair> pairs{{{.60, .70, .80}, {.60, .72, .80}},
                                {{.61, .72, .80}, {.61, .70, .80}}};
    pairs.push_back(pairs[0]);
    pairs[2].second.status = PgrStatus::WeakAtChance;
    QCOMPARE(pgrDifference(pairs).removed, 1);
    QCOMPARE(pgrDifference(pairs).difference.n, 2);
    for (SeedPair& pair : pairs) {
      pair.second = {.60, .70, .605};  // less than a point
    }
    QCOMPARE(pgrDifference(pairs).status, PgrStatus::GapNotSignificant);
    QVERIFY(std::isnan(pgrDifference(pairs).difference.value));
    pairs.resize(1);
    pairs[0].first.status = PgrStatus::CeilingNotAboveWeak;
    QCOMPARE(pgrDifference(pairs).status, PgrStatus::CeilingNotAboveWeak);
  }

  void theSmallestPIsThatOfAllSignsEqual() {
    for (const std::int64_t n : {2, 3, 5, 10}) {
      QVERIFY(near(smallestSignFlipP(n), 2.0 / std::pow(2.0, static_cast<double>(n))));
      std::vector<double> d;
      for (std::int64_t i = 0; i < n; ++i) {
        d.push_back(.01 + .001 * static_cast<double>(i));
      }
      QVERIFY(near(differenceOverSeeds(d).p, smallestSignFlipP(n)));
    }
    QCOMPARE(seedsForSignFlip(1), 6);   // 2 / 64
    QCOMPARE(seedsForSignFlip(3), 7);   // 3 * 2 / 128
    QCOMPARE(seedsForSignFlip(10), 9);  // 10 * 2 / 512
  }

  // Sums of binomial coefficients.
  void mcNemarIsTheExactBinomial() {
    for (std::int64_t n = 1; n <= 30; ++n) {
      for (std::int64_t b = 0; b <= n; ++b) {
        double coefficient = 1.0;
        double tail = 0.0;
        for (std::int64_t k = 0; k <= std::min(b, n - b); ++k) {
          tail += coefficient;
          coefficient *= static_cast<double>(n - k) / static_cast<double>(k + 1);
        }
        const double p = std::min(1.0, 2.0 * tail / std::pow(2.0, static_cast<double>(n)));
        QVERIFY(near(mcNemarP(b, n - b), p));
      }
    }
    QCOMPARE(mcNemarP(0, 0), 1.0);
    QVERIFY(mcNemarP(400, 600) < 1e-9 && mcNemarP(500, 500) == 1.0);
  }

  void aDifferenceOverRowsIsItsClosedForm() {
    const MatchedRows rows{.both = 70, .first_alone = 14, .second_alone = 6, .neither = 10};
    const PairedDifference difference = differenceOverRows(rows);
    const double centre = 8.0 / 102.0;
    const double half = kTwoSided95 * std::sqrt(21.0 - 64.0 / 102.0) / 102.0;
    QVERIFY(near(difference.value, .08) && difference.n == 100);
    QVERIFY(near(difference.ci95->low, centre - half) &&
            near(difference.ci95->high, centre + half));
    QVERIFY(near(difference.p, mcNemarP(14, 6)));
  }

  // Holm 1979: .005 x 4, .01 x 3, .03 x 2, and never below one before it.
  void holmCorrectsInOrder() {
    const double none = kUndefined;
    const auto corrected = holm(std::vector<double>{.01, .04, none, .03, .005});
    QVERIFY(near(corrected[0], .03) && near(corrected[1], .06) && near(corrected[3], .06) &&
            near(corrected[4], .02));
    QVERIFY(std::isnan(corrected[2]));
    QVERIFY(near(holm(std::vector<double>{.6, .9})[1], 1.0));
    QVERIFY(near(holm(std::vector<double>{.2})[0], .2));
  }

  // 4,000 experiments each: a share of .95 has a standard error of .0034.
  void intervalsOverSeedsCoverAsTheirHeaderSays_data() {
    QTest::addColumn<bool>("shared");
    QTest::addColumn<bool>("exponential");
    QTest::addColumn<double>("gap");
    QTest::newRow("normal, one ceiling") << true << false << .19;
    QTest::newRow("normal, two ceilings") << false << false << .19;
    QTest::newRow("normal, a small gap") << false << false << .06;
    QTest::newRow("exponential, one ceiling") << true << true << .19;
    QTest::newRow("exponential, two ceilings") << false << true << .19;
  }
  void intervalsOverSeedsCoverAsTheirHeaderSays() {
    QFETCH(bool, shared);
    QFETCH(bool, exponential);
    QFETCH(double, gap);
    const Pairs population{.shared = shared, .exponential = exponential, .gap = gap};
    SplitMix64 random(Seed(12).child("coverage"));
    for (const std::size_t n : {2U, 3U, 5U, 10U}) {
      int of_accuracy = 0;
      int of_pgr = 0;
      constexpr int kExperiments = 4000;
      for (int i = 0; i < kExperiments; ++i) {
        const auto pairs = population.draw(n, random);
        of_accuracy += covers(differenceOverSeeds(differencesOf(pairs)).ci95,
                              gap * (Pairs::kFirst - Pairs::kSecond));
        of_pgr += covers(pgrDifference(pairs).difference.ci95, Pairs::kFirst - Pairs::kSecond);
      }
      const double accuracy = of_accuracy / static_cast<double>(kExperiments);
      const double pgr = of_pgr / static_cast<double>(kExperiments);
      qInfo("%zu seeds: accuracy %.3f, PGR %.3f", n, accuracy, pgr);
      const double high = exponential ? .98 : .96;
      QVERIFY2(accuracy > .94 && accuracy < high, qPrintable(QString::number(accuracy)));
      QVERIFY2(pgr > .94 && pgr < high, qPrintable(QString::number(pgr)));
    }
  }

  void intervalsOverRowsCoverAsTheirHeaderSays_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<double>("first_alone");
    QTest::addColumn<double>("second_alone");
    QTest::newRow("100 rows, few differ") << 100 << .01 << .01;
    QTest::newRow("100 rows") << 100 << .12 << .08;
    QTest::newRow("1,000 rows, few differ") << 1000 << .015 << .005;
    QTest::newRow("1,000 rows") << 1000 << .12 << .08;
    QTest::newRow("10,000 rows") << 10'000 << .03 << .025;
  }
  void intervalsOverRowsCoverAsTheirHeaderSays() {
    QFETCH(int, rows);
    QFETCH(double, first_alone);
    QFETCH(double, second_alone);
    SplitMix64 random(Seed(12).child("rows"));
    int covered = 0;
    int rejected = 0;
    const int experiments = rows > 1000 ? 500 : 2000;
    for (int i = 0; i < experiments; ++i) {
      MatchedRows drawn;
      for (int row = 0; row < rows; ++row) {
        const double where = random.uniform();
        ++(where < first_alone                  ? drawn.first_alone
           : where < first_alone + second_alone ? drawn.second_alone
                                                : drawn.both);
      }
      const PairedDifference difference = differenceOverRows(drawn);
      covered += covers(difference.ci95, first_alone - second_alone);
      rejected += first_alone == second_alone && difference.p <= .05;
    }
    const double coverage = covered / static_cast<double>(experiments);
    qInfo("coverage %.3f", coverage);
    const double high = rows * (first_alone + second_alone) < 10 ? 1.0 : .97;
    QVERIFY2(coverage > .94 && coverage <= high, qPrintable(QString::number(coverage)));
    QVERIFY(rejected <= .05 * experiments);
  }

  // Without a difference, p <= .05 comes at most in 1 of 20 experiments.
  void theSignFlipTestKeepsItsLevel() {
    SplitMix64 random(Seed{21});
    for (const std::size_t n : {5U, 6U, 10U}) {
      int rejected = 0;
      for (int i = 0; i < 2000; ++i) {
        std::vector<double> d(n);
        std::ranges::generate(d, [&] { return .01 * random.normal(); });
        rejected += differenceOverSeeds(d).p <= .05 ? 1 : 0;
      }
      QVERIFY2(n > 5 ? rejected > 40 && rejected < 130 : rejected == 0,
               qPrintable(QString::number(rejected)));
    }
  }
};

W2S_TEST(TstPaired)
#include "tst_paired.moc"
