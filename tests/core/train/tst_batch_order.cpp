// Every epoch shows each row at most once, every batch is whole, and a position is enough to go on from.
#include <set>

#include <QtTest/QtTest>

#include "core/train/batch_order.h"
#include "tests/support/test_main.h"

using w2s::Seed;
using w2s::train::BatchOrder;

class TstBatchOrder : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anEpochIsAPermutationCutIntoWholeBatches_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("batch");
    QTest::newRow("even") << 12 << 4;
    QTest::newRow("rest of two") << 14 << 4;
    QTest::newRow("one batch") << 4 << 4;
    QTest::newRow("fewer rows than a batch") << 3 << 128;
    QTest::newRow("one row") << 1 << 1;
  }
  void anEpochIsAPermutationCutIntoWholeBatches() {
    QFETCH(int, rows);
    QFETCH(int, batch);
    BatchOrder order(rows, batch, Seed(5));
    const int size = std::min(rows, batch);
    const int batches = rows / size;
    for (int epoch = 0; epoch < 3; ++epoch) {
      std::set<std::int64_t> seen;
      for (int b = 0; b < batches; ++b) {
        const auto rows_of_batch = order.next();
        QCOMPARE(rows_of_batch.size(), static_cast<std::size_t>(size));
        QCOMPARE(order.position().epoch, std::int64_t{epoch});
        QCOMPARE(order.epochEnded(), b + 1 == batches);
        for (const std::int64_t row : rows_of_batch) {
          QVERIFY(row >= 0 && row < rows);
          QVERIFY2(seen.insert(row).second, "a row came twice in an epoch");
        }
      }
    }
  }

  void epochsAndSeedsDiffer() {
    BatchOrder a(100, 100, Seed(1));
    BatchOrder b(100, 100, Seed(2));
    const auto first = a.next();
    const std::vector<std::int64_t> one(first.begin(), first.end());
    const auto second = a.next();
    QVERIFY(one != std::vector<std::int64_t>(second.begin(), second.end()));
    const auto other = b.next();
    QVERIFY(one != std::vector<std::int64_t>(other.begin(), other.end()));
  }

  void aPositionIsEnoughToGoOn() {
    BatchOrder straight(50, 8, Seed(9));
    for (int i = 0; i < 17; ++i) {
      straight.next();
    }
    BatchOrder resumed(50, 8, Seed(9));
    resumed.moveTo(straight.position());
    for (int i = 0; i < 20; ++i) {
      const auto a = straight.next();
      const auto b = resumed.next();
      QVERIFY(std::equal(a.begin(), a.end(), b.begin(), b.end()));
    }
  }
};

W2S_TEST(TstBatchOrder)
#include "tst_batch_order.moc"
