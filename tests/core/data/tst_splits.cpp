// Splits: disjoint, stratified, seeded, and independent of each other's sizes.
#include <algorithm>
#include <numeric>

#include <QtTest/QtTest>

#include "core/data/splits.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::data;
using Rows = std::vector<std::int64_t>;

namespace {

constexpr std::int64_t kClasses = 4;

// Classes of unequal size (about 10, 20, 30 and 40 %) in random order.
Rows unequalLabels(std::int64_t n, Seed seed) {
  SplitMix64 random(seed);
  Rows labels(static_cast<std::size_t>(n));
  for (auto& label : labels) {
    const auto tenth = random.below(10);
    label = tenth < 1 ? 0 : tenth < 3 ? 1 : tenth < 6 ? 2 : 3;
  }
  return labels;
}

const Rows kTrain = unequalLabels(12000, Seed{1});
const Rows kTest = unequalLabels(2000, Seed{2});
const config::TaskConfig kTask{
    .weak_rows = 300, .transfer_rows = 1500, .validation_rows = 400, .test_rows = 700};

Splits split(const config::TaskConfig& task, std::uint64_t seed) {
  return makeSplits(kTrain, kTest, kClasses, true, task, Seed{seed}).value();
}

bool ascendingWithin(const Rows& rows, std::int64_t first, std::int64_t end) {
  return std::adjacent_find(rows.begin(), rows.end(), std::greater_equal<>()) == rows.end() &&
         rows.front() >= first && rows.back() < end;
}

Rows common(const Rows& a, const Rows& b) {
  Rows both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

}  // namespace

class TstSplits : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void splitsAreDisjointAndComeFromTheirPools_data() {
    QTest::addColumn<qint64>("weak");
    QTest::addColumn<qint64>("transfer");
    QTest::newRow("usual sizes") << qint64{300} << qint64{1500};
    QTest::newRow("one row each") << qint64{1} << qint64{1};
    QTest::newRow("the whole pool, halves") << qint64{5500} << qint64{5500};
    QTest::newRow("the whole pool, odd parts") << qint64{3677} << qint64{7323};
    QTest::newRow("the whole pool, one row left") << qint64{10998} << qint64{1};
  }
  void splitsAreDisjointAndComeFromTheirPools() {
    QFETCH(qint64, weak);
    QFETCH(qint64, transfer);
    config::TaskConfig task = kTask;
    task.weak_rows = weak;
    task.transfer_rows = transfer;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const Splits splits = split(task, seed);
      QCOMPARE(static_cast<qint64>(splits.weak.size()), weak);
      QCOMPARE(static_cast<qint64>(splits.transfer.size()), transfer);
      QCOMPARE(splits.validation.size(), std::size_t{400});
      QCOMPARE(splits.test.size(), std::size_t{700});
      QVERIFY(ascendingWithin(splits.weak, 0, 11000));
      QVERIFY(ascendingWithin(splits.transfer, 0, 11000));
      QVERIFY(ascendingWithin(splits.validation, 11000, 12000));
      QVERIFY(ascendingWithin(splits.test, 0, 2000));
      QVERIFY(common(splits.weak, splits.transfer).empty());
    }
  }

  void theOfficialFilesGiveTheDocumentedPools() {
    const Pools pools = poolsOf(60000, 10000);
    QCOMPARE(pools.training, std::int64_t{55000});
    QCOMPARE(pools.validation, std::int64_t{5000});
    QCOMPARE(pools.test, std::int64_t{10000});
  }

  void everyClassGetsItsShare() {
    const Splits splits = split(kTask, 3);
    const std::span<const std::int64_t> pool(kTrain.data(), 11000);
    const auto check = [](std::span<const std::int64_t> from, const Rows& labels) {
      const Rows there = countsOfClasses(from, kClasses);
      const Rows drawn = countsOfClasses(labels, kClasses);
      for (std::size_t c = 0; c < kClasses; ++c) {
        const double exact = static_cast<double>(there[c]) * static_cast<double>(labels.size()) /
                             static_cast<double>(from.size());
        QVERIFY(std::abs(static_cast<double>(drawn[c]) - exact) < 1.0);
      }
    };
    check(pool, labelsAt(kTrain, splits.weak));
    check(pool, labelsAt(kTrain, splits.transfer));
    check(std::span(kTrain).subspan(11000), labelsAt(kTrain, splits.validation));
    check(kTest, labelsAt(kTest, splits.test));
  }

  void largestRemaindersGetTheRowsThatAreLeft_data() {
    QTest::addColumn<Rows>("counts");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<Rows>("expected");
    QTest::newRow("exact shares") << Rows{10, 20, 30} << qint64{6} << Rows{1, 2, 3};
    QTest::newRow("remainders .6 .3 .1") << Rows{6, 13, 21} << qint64{4} << Rows{1, 1, 2};
    QTest::newRow("equal remainders go to the lower class")
        << Rows{5, 5, 5} << qint64{4} << Rows{2, 1, 1};
    QTest::newRow("an empty class gets nothing") << Rows{0, 3} << qint64{2} << Rows{0, 2};
    QTest::newRow("everything") << Rows{7, 1, 4} << qint64{12} << Rows{7, 1, 4};
    QTest::newRow("nothing") << Rows{7, 1, 4} << qint64{0} << Rows{0, 0, 0};
  }
  void largestRemaindersGetTheRowsThatAreLeft() {
    QFETCH(Rows, counts);
    QFETCH(qint64, total);
    QFETCH(Rows, expected);
    QCOMPARE(apportion(counts, total), expected);
  }

  void everySplitOfAnotherFileIsStratified_data() {
    QTest::addColumn<bool>("sorted");
    QTest::newRow("in random order") << false;
    QTest::newRow("sorted by class") << true;
  }
  void everySplitOfAnotherFileIsStratified() {
    QFETCH(bool, sorted);
    std::vector<std::int64_t> labels = kTrain;
    if (sorted) {
      std::sort(labels.begin(), labels.end());
    }
    const auto there = countsOfClasses(labels, kClasses);
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
      const Splits splits = makeSplits(labels, kTest, kClasses, false, kTask, Seed{seed}).value();
      std::vector<std::int64_t> all;
      for (const auto* rows : {&splits.weak, &splits.transfer, &splits.validation}) {
        all.insert(all.end(), rows->begin(), rows->end());
        const auto counts = countsOfClasses(labelsAt(labels, *rows), kClasses);
        for (std::size_t c = 0; c < kClasses; ++c) {
          const double exact = static_cast<double>(there[c]) * static_cast<double>(rows->size()) /
                               static_cast<double>(labels.size());
          QVERIFY(std::abs(static_cast<double>(counts[c]) - exact) < 2.0);
        }
      }
      std::sort(all.begin(), all.end());
      QVERIFY(std::adjacent_find(all.begin(), all.end()) == all.end());
      QVERIFY(!splits.fixed_validation);
    }
  }

  void theSeedMovesTheValidationRowsOfAnotherFile() {
    const Splits one = makeSplits(kTrain, kTest, kClasses, false, kTask, Seed{1}).value();
    const Splits two = makeSplits(kTrain, kTest, kClasses, false, kTask, Seed{2}).value();
    QVERIFY(one.validation != two.validation);
    QCOMPARE(one.test, two.test);
  }

  void equalSeedsGiveEqualSplits() {
    QCOMPARE(split(kTask, 5), split(kTask, 5));
  }

  void theSeedMovesWeakAndTransferRowsAlone() {
    const Splits one = split(kTask, 1);
    const Splits two = split(kTask, 2);
    QVERIFY(one.weak != two.weak);
    QVERIFY(one.transfer != two.transfer);
    QCOMPARE(one.validation, two.validation);
    QCOMPARE(one.test, two.test);
    // Independent draws of 300 of 11,000 rows share 300 * 300 / 11000 = 8 rows on average, sd
    // below 3.
    QVERIFY(common(one.weak, two.weak).size() < 25);
  }

  void aSizeMovesItsOwnSplitAlone_data() {
    QTest::addColumn<int>("field");
    QTest::newRow("weak_rows") << 0;
    QTest::newRow("transfer_rows") << 1;
    QTest::newRow("validation_rows") << 2;
    QTest::newRow("test_rows") << 3;
  }
  void aSizeMovesItsOwnSplitAlone() {
    QFETCH(int, field);
    config::TaskConfig larger = kTask;
    std::array{&larger.weak_rows, &larger.transfer_rows, &larger.validation_rows,
               &larger.test_rows}[static_cast<std::size_t>(field)][0] += 100;
    const Splits before = split(kTask, 7);
    const Splits after = split(larger, 7);
    const std::array<Rows Splits::*, 4> members = {&Splits::weak, &Splits::transfer,
                                                   &Splits::validation, &Splits::test};
    for (std::size_t i = 0; i < members.size(); ++i) {
      QCOMPARE(before.*members[i] == after.*members[i], static_cast<int>(i) != field);
    }
  }

  void everyRowIsDrawnEquallyOften() {
    // 400 seeds x 1,800 rows of 11,000: each row is expected 65 times, sd 7.4; six sd either side.
    std::vector<int> drawn(11000, 0);
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
      const Splits splits = split(kTask, seed);
      for (const Rows* rows : {&splits.weak, &splits.transfer}) {
        for (const std::int64_t row : *rows) {
          ++drawn[static_cast<std::size_t>(row)];
        }
      }
    }
    const auto [fewest, most] = std::minmax_element(drawn.begin(), drawn.end());
    QVERIFY2(*fewest > 20 && *most < 110, qPrintable(QString("%1 %2").arg(*fewest).arg(*most)));
  }

  void requestsBeyondTheDataAreNamed_data() {
    QTest::addColumn<qint64>("weak");
    QTest::addColumn<qint64>("transfer");
    QTest::addColumn<qint64>("validation");
    QTest::addColumn<qint64>("test");
    QTest::addColumn<QStringList>("causes");
    const auto row = [](const char* name, qint64 weak, qint64 transfer, qint64 validation,
                        qint64 test, const QStringList& causes) {
      QTest::newRow(name) << weak << transfer << validation << test << causes;
    };
    row("weak", 11001, 1, 1, 1, {"task.weak_rows = 11001, but", "has 11000 rows"});
    row("transfer", 1, 11001, 1, 1, {"task.transfer_rows = 11001, but"});
    row("weak and transfer together", 6000, 5001, 1, 1,
        {"task.weak_rows + task.transfer_rows = 6000 + 5001 = 11001, but"});
    row("validation", 1, 1, 1001, 1, {"task.validation_rows = 1001, but", "has 1000 rows"});
    row("test", 1, 1, 1, 2001, {"task.test_rows = 2001, but the test file has 2000 rows"});
    row("no weak rows", 0, 1, 1, 1, {"task.weak_rows = 0: at least one row"});
    row("numbers that overflow when added", std::numeric_limits<qint64>::max(),
        std::numeric_limits<qint64>::max(), 1, 1, {"task.weak_rows = ", "task.transfer_rows = "});
    row("several at once", 11001, 1, 1001, 1, {"task.weak_rows", "task.validation_rows"});
  }
  void requestsBeyondTheDataAreNamed() {
    QFETCH(qint64, weak);
    QFETCH(qint64, transfer);
    QFETCH(qint64, validation);
    QFETCH(qint64, test);
    QFETCH(QStringList, causes);
    const config::TaskConfig task{.weak_rows = weak,
                                  .transfer_rows = transfer,
                                  .validation_rows = validation,
                                  .test_rows = test};
    const auto splits = makeSplits(kTrain, kTest, kClasses, true, task, Seed{0});
    QVERIFY(!splits.has_value());
    QCOMPARE(splits.error().code, ErrorCode::InvalidArgument);
    const auto message = QString::fromStdString(splits.error().message);
    for (const QString& cause : causes) {
      QVERIFY2(message.contains(cause), qPrintable(message));
    }
  }

  void theHashFollowsTheRows() {
    QCOMPARE(hashOfRows(Rows{1, 2, 3}), hashOfRows(Rows{1, 2, 3}));
    QVERIFY(hashOfRows(Rows{1, 2, 3}) != hashOfRows(Rows{1, 2, 4}));
    QVERIFY(hashOfRows(Rows{1, 2, 3}) != hashOfRows(Rows{1, 2}));
  }
};

W2S_TEST(TstSplits)
#include "tst_splits.moc"
