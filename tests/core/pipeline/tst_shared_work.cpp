// Each part of shared work is done exactly once, by whoever is there, and nothing that was done is lost.
#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>
#include <vector>

#include <QtTest/QtTest>

#include "core/pipeline/shared_work.h"
#include "tests/support/test_main.h"

using w2s::ErrorCode;
using w2s::Status;
using w2s::pipeline::SharedWork;

namespace {

Status goOn() {
  return {};
}

}  // namespace

class TstSharedWork : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void eachPartIsDoneOnceByAnyNumberOfThreads() {
    for (const int threads : {1, 2, 8}) {
      SharedWork work(500);
      std::vector<std::atomic<int>> times(500);
      {
        std::vector<std::jthread> helpers;
        for (int i = 0; i < threads; ++i) {
          helpers.emplace_back([&] {
            const Status helped = work.help(goOn, [&](std::int64_t part) -> Status {
              ++times[static_cast<std::size_t>(part)];
              return {};
            });
            QVERIFY(helped.has_value());
            QVERIFY(work.isDone());  // the others' parts are waited for
          });
        }
      }
      QVERIFY(
          std::all_of(times.begin(), times.end(), [](const auto& count) { return count == 1; }));
    }
  }

  void nothingLeftMeansNoWait() {
    SharedWork work(0);
    QVERIFY(
        work.help([]() -> Status { return w2s::fail(ErrorCode::Internal, "asked in vain"); }, {})
            .has_value());
  }

  void aHelperThatStopsLeavesTheRest() {
    SharedWork work(10);
    int allowed = 4;
    std::vector<std::int64_t> done;
    const auto note = [&](std::int64_t part) -> Status {
      done.push_back(part);
      return {};
    };
    const Status stopped = work.help(
        [&]() -> Status {
          return allowed-- > 0 ? Status{} : w2s::fail(ErrorCode::Interrupted, "stopped");
        },
        note);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Interrupted);
    QCOMPARE(work.done(), 4);
    QVERIFY(work.help(goOn, note).has_value());
    QCOMPARE(done, (std::vector<std::int64_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
  }

  void aPartThatFailsIsDoneByAnother() {
    SharedWork work(3);
    const Status failed = work.help(goOn, [](std::int64_t part) -> Status {
      return part == 1 ? w2s::fail(ErrorCode::OutOfMemory, "full") : Status{};
    });
    QVERIFY(!failed);
    QCOMPARE(work.done(), 1);
    bool threw = false;
    try {
      (void)work.help(goOn, [](std::int64_t) -> Status { throw std::runtime_error("no"); });
    } catch (const std::runtime_error&) {
      threw = true;
    }
    QVERIFY(threw);
    std::vector<std::int64_t> done;
    QVERIFY(work.help(goOn,
                      [&](std::int64_t part) -> Status {
                        done.push_back(part);
                        return {};
                      })
                .has_value());
    std::sort(done.begin(), done.end());
    QCOMPARE(done, (std::vector<std::int64_t>{1, 2}));
  }

  void whoWaitsForTheLastPartTakesItWhenItIsGivenBack() {
    SharedWork work(1);
    std::latch taken(1);
    std::latch may_fail(1);
    std::jthread first([&] {
      const Status failed = work.help(goOn, [&](std::int64_t) -> Status {
        taken.count_down();
        may_fail.wait();
        return w2s::fail(ErrorCode::OutOfMemory, "full");
      });
      QVERIFY(!failed);
    });
    taken.wait();
    int done = 0;
    std::jthread second([&] {
      QVERIFY(work.help(goOn,
                        [&](std::int64_t) -> Status {
                          ++done;
                          return {};
                        })
                  .has_value());
    });
    may_fail.count_down();
    second.join();
    QCOMPARE(done, 1);
    QVERIFY(work.isDone());
  }
};

W2S_TEST(TstSharedWork)
#include "tst_shared_work.moc"
