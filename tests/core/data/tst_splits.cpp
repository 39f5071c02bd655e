// Splits: disjoint, stratified, seeded, and independent of each other's sizes.
#include <algorithm>
#include <map>
#include <numeric>

#include <QtTest/QtTest>

#include "core/data/splits.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::data;
using RowList = std::vector<std::int64_t>;

namespace {

constexpr std::int64_t kClasses = 4;

// Classes of unequal size (about 10, 20, 30 and 40 %) in random order.
RowList unequalLabels(std::int64_t n, Seed seed) {
  SplitMix64 random(seed);
  RowList labels(static_cast<std::size_t>(n));
  for (auto& label : labels) {
    const auto tenth = random.below(10);
    label = tenth < 1 ? 0 : tenth < 3 ? 1 : tenth < 6 ? 2 : 3;
  }
  return labels;
}

const RowList kTrain = unequalLabels(12000, Seed{1});
const RowList kTest = unequalLabels(2000, Seed{2});
const config::TaskConfig kTask{
    .weak_rows = 300, .transfer_rows = 1500, .validation_rows = 400, .test_rows = 700};

// Of the published file, whose validation rows are its last, or of another.
SplitSources sourcesOf(bool published) {
  return {.train_labels = kTrain,
          .test_labels = kTest,
          .train_groups = {},
          .test_groups = {},
          .classes = kClasses,
          .fixed_validation = published};
}

Splits splitsOf(const config::TaskConfig& task, std::uint64_t seed, bool published = true) {
  return drawSplits(sourcesOf(published), task, Seed{seed}).value();
}

const RowList& rows(const Splits& splits, std::string_view name) {
  return splits.of(name).rows.index;
}

RowList ofTrain(const Splits& splits) {
  RowList all;
  for (const char* name : {"weak", "transfer", "validation"}) {
    all.insert(all.end(), rows(splits, name).begin(), rows(splits, name).end());
  }
  std::ranges::sort(all);
  return all;
}

bool ascendingWithin(const RowList& rows, std::int64_t first, std::int64_t end) {
  return std::adjacent_find(rows.begin(), rows.end(), std::greater_equal<>()) == rows.end() &&
         rows.front() >= first && rows.back() < end;
}

RowList common(const RowList& a, const RowList& b) {
  RowList both;
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
      const Splits splits = splitsOf(task, seed);
      QCOMPARE(static_cast<qint64>(rows(splits, "weak").size()), weak);
      QCOMPARE(static_cast<qint64>(rows(splits, "transfer").size()), transfer);
      QCOMPARE(rows(splits, "validation").size(), std::size_t{400});
      QCOMPARE(rows(splits, "test").size(), std::size_t{700});
      QVERIFY(ascendingWithin(rows(splits, "weak"), 0, 11000));
      QVERIFY(ascendingWithin(rows(splits, "transfer"), 0, 11000));
      QVERIFY(ascendingWithin(rows(splits, "validation"), 11000, 12000));
      QVERIFY(ascendingWithin(rows(splits, "test"), 0, 2000));
      QVERIFY(common(rows(splits, "weak"), rows(splits, "transfer")).empty());
    }
  }

  void theOfficialFilesGiveTheDocumentedPools() {
    const Pools pools = poolsOf(60000, 10000);
    QCOMPARE(pools.training, std::int64_t{55000});
    QCOMPARE(pools.validation, std::int64_t{5000});
    QCOMPARE(pools.test, std::int64_t{10000});
  }

  void everyClassGetsItsShare() {
    const Splits splits = splitsOf(kTask, 3);
    const std::span<const std::int64_t> pool(kTrain.data(), 11000);
    const auto check = [](std::span<const std::int64_t> from, const RowList& labels) {
      const RowList there = countsOfClasses(from, kClasses);
      const RowList drawn = countsOfClasses(labels, kClasses);
      for (std::size_t c = 0; c < kClasses; ++c) {
        const double exact = static_cast<double>(there[c]) * static_cast<double>(labels.size()) /
                             static_cast<double>(from.size());
        QVERIFY(std::abs(static_cast<double>(drawn[c]) - exact) < 1.0);
      }
    };
    check(pool, labelsAt(kTrain, rows(splits, "weak")));
    check(pool, labelsAt(kTrain, rows(splits, "transfer")));
    check(std::span(kTrain).subspan(11000), labelsAt(kTrain, rows(splits, "validation")));
    check(kTest, labelsAt(kTest, rows(splits, "test")));
  }

  void largestRemaindersGetTheRowsThatAreLeft_data() {
    QTest::addColumn<RowList>("counts");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<RowList>("expected");
    QTest::newRow("exact shares") << RowList{10, 20, 30} << qint64{6} << RowList{1, 2, 3};
    QTest::newRow("remainders .6 .3 .1") << RowList{6, 13, 21} << qint64{4} << RowList{1, 1, 2};
    QTest::newRow("equal remainders go to the lower class")
        << RowList{5, 5, 5} << qint64{4} << RowList{2, 1, 1};
    QTest::newRow("an empty class gets nothing") << RowList{0, 3} << qint64{2} << RowList{0, 2};
    QTest::newRow("everything") << RowList{7, 1, 4} << qint64{12} << RowList{7, 1, 4};
    QTest::newRow("nothing") << RowList{7, 1, 4} << qint64{0} << RowList{0, 0, 0};
  }
  void largestRemaindersGetTheRowsThatAreLeft() {
    QFETCH(RowList, counts);
    QFETCH(qint64, total);
    QFETCH(RowList, expected);
    QCOMPARE(apportion(counts, total), expected);
  }

  void everySplitOfAnotherFileIsStratified_data() {
    QTest::addColumn<RowList>("labels");
    RowList sorted = kTrain;
    std::ranges::sort(sorted);
    RowList periodic(12000);
    for (std::size_t i = 0; i < periodic.size(); ++i) {
      periodic[i] = static_cast<std::int64_t>(i % kClasses);
    }
    QTest::newRow("in random order") << kTrain;
    QTest::newRow("sorted by class") << sorted;
    QTest::newRow("classes in turn") << periodic;
  }
  void everySplitOfAnotherFileIsStratified() {
    QFETCH(RowList, labels);
    SplitSources sources = sourcesOf(false);
    sources.train_labels = labels;
    const RowList there = countsOfClasses(labels, kClasses);
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
      const Splits splits = drawSplits(sources, kTask, Seed{seed}).value();
      for (const char* name : {"weak", "transfer", "validation"}) {
        const Split& drawn = splits.of(name);
        QCOMPARE(drawn.labels, labelsAt(labels, drawn.rows.index));
        const RowList counts = countsOfClasses(drawn.labels, kClasses);
        for (std::size_t c = 0; c < kClasses; ++c) {
          const double exact =
              static_cast<double>(there[c]) * static_cast<double>(drawn.size()) / 12000.0;
          QVERIFY(std::abs(static_cast<double>(counts[c]) - exact) < 2.0);
        }
      }
      const RowList all = ofTrain(splits);
      QCOMPARE(all.size(), std::size_t{300 + 1500 + 400});
      QVERIFY(ascendingWithin(all, 0, 12000));
    }
  }

  void theOrderOfAFileDecidesNothing() {
    // The same rows in another order give the same number of rows of each class to each split.
    RowList sorted = kTrain;
    std::ranges::sort(sorted);
    SplitSources other = sourcesOf(false);
    other.train_labels = sorted;
    const Splits a = splitsOf(kTask, 3, false);
    const Splits b = drawSplits(other, kTask, Seed{3}).value();
    for (const char* name : {"weak", "transfer", "validation", "test"}) {
      QCOMPARE(countsOfClasses(a.of(name).labels, kClasses),
               countsOfClasses(b.of(name).labels, kClasses));
    }
  }

  void theSeedMovesTheValidationRowsOfAnotherFile() {
    const Splits one = splitsOf(kTask, 1, false);
    const Splits two = splitsOf(kTask, 2, false);
    QVERIFY(rows(one, "validation") != rows(two, "validation"));
    QCOMPARE(rows(one, "test"), rows(two, "test"));
    QVERIFY(!one.fixed_validation);
    QVERIFY(splitsOf(kTask, 1).fixed_validation);
  }

  void groupsNeverMeetInTwoSplits_data() {
    QTest::addColumn<int>("longest");
    QTest::addColumn<bool>("of_one_class");
    QTest::newRow("pairs") << 2 << false;
    QTest::newRow("up to nine rows of any class") << 9 << false;
    QTest::newRow("up to nine rows of one class") << 9 << true;
  }
  void groupsNeverMeetInTwoSplits() {
    QFETCH(int, longest);
    QFETCH(bool, of_one_class);
    SplitMix64 random(Seed{4});
    SplitSources sources = sourcesOf(false);
    // Groups of neighbours; a tenth of the test rows share a group with training rows.
    std::int64_t id = 0;
    for (std::size_t row = 0; row < kTrain.size();) {
      const auto count = 1 + random.below(static_cast<std::uint64_t>(longest));
      for (std::uint64_t i = 0; i < count && row < kTrain.size(); ++i, ++row) {
        sources.train_groups.push_back(id);
        if (of_one_class) {
          sources.train_labels[row] = id % kClasses;
        }
      }
      ++id;
    }
    for (std::size_t row = 0; row < kTest.size(); ++row) {
      sources.test_groups.push_back(
          row % 10 == 0 ? static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(id)))
                        : 1'000'000 + static_cast<std::int64_t>(row));
    }
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
      const auto drawn = drawSplits(sources, kTask, Seed{seed});
      QVERIFY2(drawn.has_value(), drawn ? "" : drawn.error().message.c_str());
      std::map<std::int64_t, std::string> owner;
      for (const Split& one : drawn->all) {
        const RowList& groups =
            one.rows.source == "train" ? sources.train_groups : sources.test_groups;
        for (const std::int64_t group : labelsAt(groups, one.rows.index)) {
          QCOMPARE(owner.try_emplace(group, one.name).first->second, one.name);
        }
      }
      QCOMPARE(rows(*drawn, "weak").size(), std::size_t{300});
      QCOMPARE(rows(*drawn, "transfer").size(), std::size_t{1500});
      QCOMPARE(*drawn, *drawSplits(sources, kTask, Seed{seed}));
    }
  }

  void groupsThatLeaveTooFewRowsAreNamed() {
    SplitSources sources = sourcesOf(false);
    for (std::size_t row = 0; row < kTrain.size(); ++row) {
      sources.train_groups.push_back(
          static_cast<std::int64_t>(row / 6000));  // two groups, three splits
    }
    sources.test_groups.assign(kTest.size(), 99);
    const auto drawn = drawSplits(sources, kTask, Seed{0});
    QVERIFY(!drawn.has_value());
    QVERIFY(QString::fromStdString(drawn.error().message)
                .contains("rows of one group stay in one split"));
  }

  void equalSeedsGiveEqualSplits() {
    QCOMPARE(splitsOf(kTask, 5), splitsOf(kTask, 5));
  }

  void theSeedMovesWeakAndTransferRowsAlone() {
    const Splits one = splitsOf(kTask, 1);
    const Splits two = splitsOf(kTask, 2);
    QVERIFY(rows(one, "weak") != rows(two, "weak"));
    QVERIFY(rows(one, "transfer") != rows(two, "transfer"));
    QCOMPARE(rows(one, "validation"), rows(two, "validation"));
    QCOMPARE(rows(one, "test"), rows(two, "test"));
    // Independent draws of 300 of 11,000 rows share 300 * 300 / 11000 = 8 rows on average, sd
    // below 3.
    QVERIFY(common(rows(one, "weak"), rows(two, "weak")).size() < 25);
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
    const Splits before = splitsOf(kTask, 7);
    const Splits after = splitsOf(larger, 7);
    for (std::size_t i = 0; i < before.all.size(); ++i) {
      QCOMPARE(before.all[i] == after.all[i], static_cast<int>(i) != field);
    }
  }

  void everyRowIsDrawnEquallyOften() {
    // 400 seeds x 1,800 rows of 11,000: each row is expected 65 times, sd 7.4; six sd either side.
    std::vector<int> drawn(11000, 0);
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
      const Splits splits = splitsOf(kTask, seed);
      for (const char* name : {"weak", "transfer"}) {
        for (const std::int64_t row : rows(splits, name)) {
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
    const auto splits = drawSplits(sourcesOf(true), task, Seed{0});
    QVERIFY(!splits.has_value());
    QCOMPARE(splits.error().code, ErrorCode::InvalidArgument);
    const auto message = QString::fromStdString(splits.error().message);
    for (const QString& cause : causes) {
      QVERIFY2(message.contains(cause), qPrintable(message));
    }
  }

  void theHashFollowsTheRows() {
    QCOMPARE(hashOfRows(RowList{1, 2, 3}), hashOfRows(RowList{1, 2, 3}));
    QVERIFY(hashOfRows(RowList{1, 2, 3}) != hashOfRows(RowList{1, 2, 4}));
    QVERIFY(hashOfRows(RowList{1, 2, 3}) != hashOfRows(RowList{1, 2}));
  }
};

W2S_TEST(TstSplits)
#include "tst_splits.moc"
