// Label noise is exact, uniform over the other classes, seeded and nested; the control is a
// permutation.
#include <algorithm>

#include <QtTest/QtTest>

#include "core/data/label_noise.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::data;
using Labels = std::vector<std::int64_t>;

namespace {

Labels cycling(std::size_t n, std::int64_t classes) {
  Labels labels(n);
  for (std::size_t i = 0; i < n; ++i) {
    labels[i] = static_cast<std::int64_t>(i) % classes;
  }
  return labels;
}

std::int64_t differences(const Labels& a, const Labels& b) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    count += a[i] != b[i];
  }
  return count;
}

}  // namespace

class TstLabelNoise : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void exactlyTheShareIsChanged_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("changed");
    QTest::newRow("none") << 1000 << 0.0 << 0;
    QTest::newRow("a fifth") << 1000 << 0.2 << 200;
    QTest::newRow("rounded up") << 7 << 0.5 << 4;
    QTest::newRow("rounded down") << 10 << 0.04 << 0;
    QTest::newRow("all") << 1000 << 1.0 << 1000;
    QTest::newRow("no rows") << 0 << 0.5 << 0;
  }
  void exactlyTheShareIsChanged() {
    QFETCH(int, rows);
    QFETCH(double, share);
    QFETCH(int, changed);
    const Labels clean = cycling(static_cast<std::size_t>(rows), 10);
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
      const Labels noisy = noisyLabels(clean, share, 10, Seed{seed});
      QCOMPARE(differences(clean, noisy), std::int64_t{changed});
      QVERIFY(std::all_of(noisy.begin(), noisy.end(),
                          [](auto label) { return label >= 0 && label < 10; }));
    }
  }

  void everyOtherClassIsEquallyLikely() {
    const Labels clean(30000, 2);
    const Labels noisy = noisyLabels(clean, 1.0, 4, Seed{3});
    for (const std::int64_t other : {0, 1, 3}) {
      // 10,000 expected, sd 82; six sd either side.
      const auto count = std::count(noisy.begin(), noisy.end(), other);
      QVERIFY2(std::abs(count - 10000) < 500, qPrintable(QString::number(count)));
    }
  }

  void moreNoiseKeepsTheNoiseThereWas() {
    const Labels clean = cycling(1000, 10);
    const Labels little = noisyLabels(clean, 0.1, 10, Seed{4});
    const Labels much = noisyLabels(clean, 0.4, 10, Seed{4});
    for (std::size_t i = 0; i < clean.size(); ++i) {
      if (little[i] != clean[i]) {
        QCOMPARE(much[i], little[i]);
      }
    }
  }

  void theSeedDecides() {
    const Labels clean = cycling(1000, 10);
    QCOMPARE(noisyLabels(clean, 0.3, 10, Seed{1}), noisyLabels(clean, 0.3, 10, Seed{1}));
    QVERIFY(noisyLabels(clean, 0.3, 10, Seed{1}) != noisyLabels(clean, 0.3, 10, Seed{2}));
  }

  void theControlIsAPermutationThatMovesNearlyEverything() {
    Labels order = shuffledLabelOrder(1000, Seed{5});
    QVERIFY(order != shuffledLabelOrder(1000, Seed{6}));
    Labels identity = cycling(1000, 1000);
    QVERIFY(differences(order, identity) > 990);  // one fixed point is expected
    std::sort(order.begin(), order.end());
    QCOMPARE(order, identity);
  }
};

W2S_TEST(TstLabelNoise)
#include "tst_label_noise.moc"
