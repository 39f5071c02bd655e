// The hand-off between workers and window: bounded, in order, and nothing that matters is lost.
#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

#include <QTest>

#include "tests/support/step_rows.h"
#include "tests/support/test_main.h"
#include "ui/bridge/event_queue.h"

using namespace w2s::record;
using w2s::ui::EventQueue;
using w2s::ui::QueuedEvent;

namespace {

StepsMeasured steps(const StageId& stage, std::int64_t first, std::int64_t count = 1) {
  StepsMeasured event{.stage = stage, .rows = {}};
  for (std::int64_t i = 0; i < count; ++i) {
    event.rows.append(w2s::test::blockOf({.step = first + i}));
  }
  return event;
}

Evaluated evaluated(const StageId& stage, std::int64_t step) {
  Evaluated event{.stage = stage, .evaluation = {}};
  event.evaluation.step = step;
  return event;
}

std::vector<std::int64_t> stepsOf(const std::vector<QueuedEvent>& events, const StageId& stage) {
  std::vector<std::int64_t> all;
  for (const QueuedEvent& queued : events) {
    if (const auto* measured = std::get_if<StepsMeasured>(&queued.event);
        measured && measured->stage == stage) {
      all.insert(all.end(), measured->rows.steps.begin(), measured->rows.steps.end());
    }
  }
  return all;
}

template <class T>
int count(const std::vector<QueuedEvent>& events) {
  return static_cast<int>(std::count_if(
      events.begin(), events.end(),
      [](const QueuedEvent& queued) { return std::holds_alternative<T>(queued.event); }));
}

}  // namespace

class TstEventQueue : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void mergesStepsOfStagesThatTakeTurns() {
    EventQueue queue;
    for (std::int64_t step = 1; step <= 100; ++step) {
      queue.push("a", steps(stage::kStudent, step));
      queue.push("a", steps(stage::kCeiling, step));
    }
    const auto events = queue.takeAll();
    QCOMPARE(events.size(), std::size_t{2});
    QCOMPARE(stepsOf(events, stage::kStudent).size(), std::size_t{100});
    QCOMPARE(stepsOf(events, stage::kCeiling).back(), std::int64_t{100});
    QVERIFY(queue.takeAll().empty());
  }

  void doesNotMergeAcrossARewindOrAnotherRun() {
    EventQueue queue;
    queue.push("a", steps(stage::kStudent, 1, 20));
    queue.push("a", Rewound{.stage = stage::kStudent, .step = 10});
    queue.push("a", steps(stage::kStudent, 11, 5));
    queue.push("b", steps(stage::kStudent, 1, 3));
    const auto events = queue.takeAll();
    QCOMPARE(events.size(), std::size_t{4});
    QVERIFY(std::holds_alternative<Rewound>(events[1].event));
    QCOMPARE(std::get<StepsMeasured>(events[2].event).rows.steps.front(), 11.0);
    QCOMPARE(events[3].run_id, std::string("b"));
  }

  void replacesProgressByTheLatest() {
    EventQueue queue;
    for (std::int64_t done = 1; done <= 50; ++done) {
      queue.push("a", StageProgressed{
                          .stage = stage::kFeatures, .done = done, .total = 50, .unit = "rows"});
    }
    const auto events = queue.takeAll();
    QCOMPARE(events.size(), std::size_t{1});
    QCOMPARE(std::get<StageProgressed>(events[0].event).done, std::int64_t{50});
  }

  void staysBoundedAndKeepsEverythingThatMatters() {
    EventQueue queue({.max_rows = 1000});
    for (std::int64_t step = 1; step <= 100'000; ++step) {
      queue.push("a", steps(stage::kStudent, step));
      if (step % 1000 == 0) {
        queue.push("a", evaluated(stage::kStudent, step));
      }
      QVERIFY(queue.waitingRows() <= 1000);
    }
    queue.push("a", RunFinished{});
    const std::int64_t dropped = queue.droppedRows();
    const auto events = queue.takeAll();
    const auto kept = stepsOf(events, stage::kStudent);
    QCOMPARE(kept.front(), std::int64_t{1});
    QCOMPARE(kept.back(), std::int64_t{100'000});
    QVERIFY(std::is_sorted(kept.begin(), kept.end()));
    QCOMPARE(static_cast<std::int64_t>(kept.size()) + dropped, std::int64_t{100'000});
    QCOMPARE(count<Evaluated>(events), 100);
    QVERIFY(std::holds_alternative<RunFinished>(events.back().event));
  }

  void wakesOnceUntilItIsEmptied() {
    EventQueue queue;
    int woken = 0;
    queue.onFirst([&] { ++woken; });
    queue.push("a", RunPaused{});
    queue.push("a", RunContinued{});
    QCOMPARE(woken, 1);
    QCOMPARE(queue.takeAll().size(), std::size_t{2});
    queue.push("a", RunPaused{});
    QCOMPARE(woken, 2);
    queue.onFirst({});
    QCOMPARE(queue.takeAll().size(), std::size_t{1});
    queue.push("a", RunPaused{});
    QCOMPARE(woken, 2);
  }

  void losesNothingBetweenManyProducersAndOneConsumer() {
    EventQueue queue;
    constexpr std::int64_t kSteps = 20'000;
    constexpr std::array kStages{stage::kWeak, stage::kCeiling, stage::kStudent};
    std::atomic<int> running{static_cast<int>(kStages.size())};
    std::vector<QueuedEvent> received;
    {
      std::vector<std::jthread> producers;
      for (const StageId stage : kStages) {
        producers.emplace_back([&queue, &running, stage] {
          for (std::int64_t step = 1; step <= kSteps; ++step) {
            queue.push("a", steps(stage, step));
            if (step % 500 == 0) {
              queue.push("a", evaluated(stage, step));
            }
          }
          queue.push("a", StageFinished{.stage = stage, .test = {}});
          --running;
        });
      }
      while (running > 0) {
        for (QueuedEvent& event : queue.takeAll()) {
          received.push_back(std::move(event));
        }
        std::this_thread::yield();
      }
    }
    for (QueuedEvent& event : queue.takeAll()) {
      received.push_back(std::move(event));
    }
    QCOMPARE(queue.droppedRows(), std::int64_t{0});
    for (const StageId stage : kStages) {
      const auto all = stepsOf(received, stage);
      QCOMPARE(all.size(), static_cast<std::size_t>(kSteps));
      for (std::size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(all[i], static_cast<std::int64_t>(i) + 1);
      }
    }
    QCOMPARE(count<Evaluated>(received), 3 * 40);
    QCOMPARE(count<StageFinished>(received), 3);
  }
};

W2S_TEST(TstEventQueue)
#include "tst_event_queue.moc"
