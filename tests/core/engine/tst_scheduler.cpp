// The pool runs each task once, after its needs, and leaves nothing running behind.
#include <algorithm>
#include <atomic>
#include <latch>
#include <mutex>
#include <set>

#include <QtTest/QtTest>

#include "core/engine/scheduler.h"
#include "tests/support/test_main.h"

using w2s::engine::Scheduler;

class TstScheduler : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void eachTaskRunsOnceAfterItsNeeds_data() {
    QTest::addColumn<int>("workers");
    QTest::newRow("one worker") << 1;
    QTest::newRow("two workers") << 2;
    QTest::newRow("eight workers") << 8;
  }

  void eachTaskRunsOnceAfterItsNeeds() {
    QFETCH(int, workers);
    std::mutex mutex;
    std::vector<int> order;
    auto note = [&](int name) {
      return [&, name] {
        const std::lock_guard lock(mutex);
        order.push_back(name);
      };
    };
    Scheduler scheduler(workers);
    std::vector<Scheduler::TaskId> all;
    // Many diamonds: 4k -> {4k+1, 4k+2} -> 4k+3.
    for (int k = 0; k < 200; ++k) {
      const auto top = scheduler.add(note(4 * k));
      const auto left = scheduler.add(note(4 * k + 1), {top});
      const auto right = scheduler.add(note(4 * k + 2), {top});
      all.push_back(scheduler.add(note(4 * k + 3), {left, right}));
    }
    scheduler.wait(all);
    QCOMPARE(order.size(), std::size_t{800});
    std::vector<int> position(800, -1);
    for (int i = 0; i < 800; ++i) {
      QCOMPARE(position[order[i]], -1);
      position[order[i]] = i;
    }
    for (int k = 0; k < 200; ++k) {
      QVERIFY(position[4 * k] < position[4 * k + 1]);
      QVERIFY(position[4 * k] < position[4 * k + 2]);
      QVERIFY(position[4 * k + 3] > position[4 * k + 1]);
      QVERIFY(position[4 * k + 3] > position[4 * k + 2]);
    }
  }

  void needsDoneEarlierCountAsMet() {
    Scheduler scheduler(1);
    const auto first = scheduler.add([] {});
    scheduler.wait({first});
    bool ran = false;
    scheduler.wait({scheduler.add([&] { ran = true; }, {first})});
    QVERIFY(ran);
  }

  void higherPriorityStartsFirst() {
    Scheduler scheduler(1);
    std::latch hold(1);
    std::vector<int> order;
    scheduler.add([&] { hold.wait(); });
    const auto low = scheduler.add([&] { order.push_back(1); }, {}, 0);
    const auto high = scheduler.add([&] { order.push_back(2); }, {}, 5);
    hold.count_down();
    scheduler.wait({low, high});
    QCOMPARE(order, (std::vector<int>{2, 1}));
  }

  void independentTasksRunSideBySide() {
    Scheduler scheduler(2);
    std::latch both(2);  // each waits for the other: a single thread would hang
    const auto a = scheduler.add([&] { both.arrive_and_wait(); });
    const auto b = scheduler.add([&] { both.arrive_and_wait(); });
    scheduler.wait({a, b});
  }

  void destructionDropsWhatHasNotStartedAndJoinsTheRest() {
    std::atomic<int> ran{0};
    std::latch started(1);
    std::atomic<bool> release{false};
    {
      Scheduler scheduler(1);
      scheduler.add([&] {
        started.count_down();
        release.wait(false);
        ++ran;
      });
      for (int i = 0; i < 10; ++i) {
        scheduler.add([&] { ++ran; });
      }
      started.wait();
      // The destructor asks the worker to stop while its first task still runs.
      std::jthread later([&] {
        release = true;
        release.notify_all();
      });
    }
    QVERIFY(ran >= 1);
    const int after = ran;
    QCOMPARE(ran.load(), after);
  }

  // A pause ends at once, though another task took the place and may go on for hours.
  void whoWasReleasedGoesOnBesideThoseWhoTookItsPlace() {
    Scheduler scheduler(1);
    std::latch is_taken(1);
    std::latch is_back(1);
    const auto paused = scheduler.add([&] {
      scheduler.release();
      is_taken.wait();
      scheduler.acquire();
      is_back.count_down();
    });
    const auto other = scheduler.add([&] {
      is_taken.count_down();
      is_back.wait();
    });
    scheduler.wait({paused, other});
  }

  void aHeldTaskIsPassedOverUntilTheReleasedOneIsBack() {
    Scheduler scheduler(1);
    std::latch has_begun(1);
    std::latch is_queued(1);
    std::latch is_taken(1);
    std::atomic<bool> is_paused{false};
    std::mutex mutex;
    std::vector<int> order;
    const auto note = [&](int name) {
      const std::lock_guard lock(mutex);
      order.push_back(name);
    };
    const auto paused = scheduler.add([&] {
      has_begun.count_down();
      is_queued.wait();
      is_paused = true;
      scheduler.release();
      is_taken.wait();
      is_paused = false;
      scheduler.acquire();
      note(2);
    });
    has_begun.wait();
    const auto held = scheduler.add([&] { note(3); }, {}, 5, [&] { return is_paused.load(); });
    const auto free = scheduler.add([&] {
      note(1);
      is_taken.count_down();
    });
    is_queued.count_down();
    scheduler.wait({paused, held, free});
    QCOMPARE(order.size(), std::size_t(3));
    QCOMPARE(order.front(), 1);
  }

  void oneOfTasksAlikeAtATime() {
    Scheduler scheduler(4);
    std::atomic<int> computing{0};
    std::atomic<int> most{0};
    std::atomic<int> others{0};
    std::vector<Scheduler::TaskId> tasks;
    for (int i = 0; i < 200; ++i) {
      tasks.push_back(scheduler.add(
          [&] {
            most = std::max<int>(most, ++computing);
            std::this_thread::yield();
            --computing;
          },
          {}, 0, {}, "ceiling"));
      tasks.push_back(scheduler.add([&] { ++others; }, {}, 0, {}, "other " + std::to_string(i)));
    }
    scheduler.wait(tasks);
    QCOMPARE(most.load(), 1);
    QCOMPARE(others.load(), 200);
  }

  // A task that waits is no reason for those alike to wait with it.
  void whoIsReleasedLetsTheNextOfTasksAlikeBegin() {
    Scheduler scheduler(1);
    std::latch has_begun(1);
    const auto waiting = scheduler.add(
        [&] {
          scheduler.release();
          has_begun.wait();
          scheduler.acquire();
        },
        {}, 0, {}, "ceiling");
    const auto next = scheduler.add([&] { has_begun.count_down(); }, {}, 0, {}, "ceiling");
    scheduler.wait({waiting, next});
    // And both have given their place back.
    scheduler.wait({scheduler.add([] {}, {}, 0, {}, "ceiling")});
  }

  void aSlowTaskLetsTheNextOfTasksAlikeBegin() {
    Scheduler scheduler(2);
    std::latch has_begun(1);
    const auto slow = scheduler.add(
        [&] {
          scheduler.letAlikeBegin();
          has_begun.wait();
          scheduler.letAlikeBegin();  // nothing is left to give up
        },
        {}, 0, {}, "ceiling");
    const auto next = scheduler.add([&] { has_begun.count_down(); }, {}, 0, {}, "ceiling");
    scheduler.wait({slow, next});
    scheduler.wait({scheduler.add([] {}, {}, 0, {}, "ceiling")});
  }

  void eachWorkerIsPreparedOnce() {
    std::mutex mutex;
    std::set<std::thread::id> prepared;
    int calls = 0;
    {
      Scheduler scheduler(3, [&] {
        const std::lock_guard lock(mutex);
        prepared.insert(std::this_thread::get_id());
        ++calls;
      });
      std::vector<Scheduler::TaskId> tasks;
      bool all_prepared = true;
      for (int i = 0; i < 50; ++i) {
        tasks.push_back(scheduler.add([&] {
          const std::lock_guard lock(mutex);
          all_prepared = all_prepared && prepared.contains(std::this_thread::get_id());
        }));
      }
      scheduler.wait(tasks);
      QVERIFY(all_prepared);
    }
    QCOMPARE(calls, static_cast<int>(prepared.size()));
  }
};

W2S_TEST(TstScheduler)
#include "tst_scheduler.moc"
