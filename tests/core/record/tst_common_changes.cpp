// Runs of one experiment adopt a live change before the same step, however far apart they are.
#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <thread>
#include <vector>

#include <QtTest/QtTest>

#include "core/record/common_changes.h"
#include "tests/support/test_main.h"

using namespace w2s::record;

class TstCommonChanges : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aChangeIsDueAfterTheFurthestStep() {
    CommonChanges changes;
    CommonChanges::Place fast;
    CommonChanges::Place slow;
    QVERIFY(changes.begin(0, fast).empty());
    QVERIFY(changes.begin(7, fast).empty());
    QVERIFY(changes.isEmpty());
    QCOMPARE(changes.set(LiveParameter::KdWeight, 0.5), std::optional<std::int64_t>(8));
    QVERIFY(!changes.isEmpty());
    QVERIFY(changes.begin(0, slow).empty());
    QVERIFY(changes.begin(7, slow).empty());
    QCOMPARE(changes.begin(8, slow).size(), std::size_t{1});
    QVERIFY(changes.begin(9, slow).empty());
    const auto due = changes.begin(8, fast);
    QCOMPARE(due.size(), std::size_t{1});
    QVERIFY(due.front().first == LiveParameter::KdWeight);
    QCOMPARE(due.front().second, 0.5);
  }

  void beforeAnyRunHasBegunItIsDueAtOnce() {
    CommonChanges changes;
    CommonChanges::Place place;
    QCOMPARE(changes.set(LiveParameter::KdWeight, 0.5), std::optional<std::int64_t>(0));
    QCOMPARE(changes.begin(0, place).size(), std::size_t{1});
  }

  void aRunThatGoesBackGetsTheChangesAgain() {
    CommonChanges changes;
    CommonChanges::Place place;
    (void)changes.begin(3, place);
    changes.set(LiveParameter::KdWeight, 0.5);  // due at 4
    QCOMPARE(changes.begin(4, place).size(), std::size_t{1});
    changes.goBack(2, place);
    QVERIFY(changes.begin(2, place).empty());
    QCOMPARE(changes.begin(4, place).size(), std::size_t{1});
    changes.goBack(5, place);
    QVERIFY(changes.begin(5, place).empty());
  }

  void aRunFromTheCacheEndsTheChanges() {
    CommonChanges changes;
    QVERIFY(changes.close());
    QVERIFY(!changes.set(LiveParameter::KdWeight, 0.5));
    QVERIFY(changes.isEmpty());
    CommonChanges steered;
    steered.set(LiveParameter::KdWeight, 0.5);
    QVERIFY(!steered.close());
    QVERIFY(steered.set(LiveParameter::KdWeight, 0.6));
  }

  // Four workers run 20,000 steps as fast as they can while changes pour in.
  void workersOfAnyPaceAdoptEachChangeAtTheSameStep() {
    constexpr std::int64_t kSteps = 20000;
    CommonChanges changes;
    std::array<std::map<double, std::int64_t>, 4> adopted;  // value -> step
    std::atomic<int> at_work{0};
    changes.set(LiveParameter::KdWeight, -1.0);  // however late the others come
    {
      std::vector<std::jthread> workers;
      for (auto& own : adopted) {
        ++at_work;
        workers.emplace_back([&own, &changes, &at_work] {
          CommonChanges::Place place;
          for (std::int64_t step = 0; step < kSteps; ++step) {
            for (const auto& [parameter, value] : changes.begin(step, place)) {
              own[value] = step;
            }
          }
          --at_work;
        });
      }
      for (int i = 0; i < 500 && at_work > 0; ++i) {
        changes.set(LiveParameter::KdWeight, static_cast<double>(i));
        std::this_thread::yield();
      }
    }
    for (const auto& own : adopted) {
      QVERIFY(own == adopted.front());
    }
    QVERIFY(!adopted.front().empty());
  }
};

W2S_TEST(TstCommonChanges)
#include "tst_common_changes.moc"
