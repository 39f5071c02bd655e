// The hand-off between workers and window: bounded, in order, and nothing that matters is lost.
#include <algorithm>
#include <array>
#include <atomic>
#include <string>
#include <thread>

#include <QTest>

#include "tests/support/step_rows.h"
#include "tests/support/test_main.h"
#include "ui/bridge/event_queue.h"

using namespace w2s::record;
using w2s::ui::EventQueue;
using w2s::ui::QueuedEvent;

namespace {

constexpr w2s::ui::RunKey kA = 0;
constexpr w2s::ui::RunKey kB = 1;

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
      queue.push(kA, "a", steps(stage::kStudent, step));
      queue.push(kA, "a", steps(stage::kCeiling, step));
    }
    const auto events = queue.takeAll();
    QCOMPARE(events.size(), std::size_t{2});
    QCOMPARE(stepsOf(events, stage::kStudent).size(), std::size_t{100});
    QCOMPARE(stepsOf(events, stage::kCeiling).back(), std::int64_t{100});
    QVERIFY(queue.takeAll().empty());
  }

  void doesNotMergeAcrossARewindOrAnotherRun() {
    EventQueue queue;
    queue.push(kA, "a", steps(stage::kStudent, 1, 20));
    queue.push(kA, "a", Rewound{.stage = stage::kStudent, .step = 10});
    queue.push(kA, "a", steps(stage::kStudent, 11, 5));
    queue.push(kB, "b", steps(stage::kStudent, 1, 3));
    const auto events = queue.takeAll();
    QCOMPARE(events.size(), std::size_t{4});
    QVERIFY(std::holds_alternative<Rewound>(events[1].event));
    QCOMPARE(std::get<StepsMeasured>(events[2].event).rows.steps.front(), 11.0);
    QCOMPARE(events[3].run_id, std::string("b"));
    QCOMPARE(events[3].run, kB);
  }

  void mergesStepsOfRunsThatTakeTurns() {
    EventQueue queue;
    constexpr w2s::ui::RunKey kRuns = 8;
    for (std::int64_t step = 1; step <= 100; ++step) {
      for (w2s::ui::RunKey run = 0; run < kRuns; ++run) {
        queue.push(run, std::to_string(run), steps(stage::kStudent, step));
        queue.push(run, std::to_string(run), steps(stage::kCeiling, step));
      }
    }
    // The end of one run does not close the others' blocks.
    queue.push(3, "3", RunFinished{});
    queue.push(4, "4", steps(stage::kStudent, 101));
    const auto events = queue.takeAll();
    QCOMPARE(events.size(), std::size_t{2 * kRuns + 1});
    for (const QueuedEvent& queued : events) {
      if (const auto* measured = std::get_if<StepsMeasured>(&queued.event)) {
        const bool has_last = queued.run == 4 && measured->stage == stage::kStudent;
        QCOMPARE(measured->rows.size(), has_last ? std::size_t{101} : std::size_t{100});
        QCOMPARE(queued.run_id, std::to_string(queued.run));
      }
    }
  }

  void theNumberOfEventsIsBoundedWhateverTheNumberOfRuns() {
    EventQueue queue({.max_events = 1000});
    constexpr w2s::ui::RunKey kRuns = 10;
    for (std::int64_t step = 1; step <= 2000; ++step) {
      for (w2s::ui::RunKey run = 0; run < kRuns; ++run) {
        queue.push(run, "r", steps(stage::kStudent, step));
        queue.push(run, "r", evaluated(stage::kStudent, step));
      }
    }
    queue.push(0, "r", RunFinished{});
    const auto events = queue.takeAll();
    // Thinning halves: never more than twice the limit.
    QVERIFY2(events.size() <= 2000, qPrintable(QString::number(events.size())));
    QVERIFY(count<Evaluated>(events) >= 500);
    QCOMPARE(stepsOf(events, stage::kStudent).size(), std::size_t{2000 * kRuns});
    for (w2s::ui::RunKey run = 0; run < kRuns; ++run) {
      const auto last =
          std::find_if(events.rbegin(), events.rend(), [run](const QueuedEvent& each) {
            return each.run == run && std::holds_alternative<Evaluated>(each.event);
          });
      QVERIFY(last != events.rend());
      QCOMPARE(std::get<Evaluated>(last->event).evaluation.step, std::int64_t{2000});
    }
    QVERIFY(std::holds_alternative<RunFinished>(events.back().event));
  }

  void replacesProgressByTheLatest() {
    EventQueue queue;
    for (std::int64_t done = 1; done <= 50; ++done) {
      queue.push(
          kA, "a",
          StageProgressed{.stage = stage::kFeatures, .done = done, .total = 50, .unit = "rows"});
    }
    const auto events = queue.takeAll();
    QCOMPARE(events.size(), std::size_t{1});
    QCOMPARE(std::get<StageProgressed>(events[0].event).done, std::int64_t{50});
  }

  void staysBoundedAndKeepsEverythingThatMatters() {
    EventQueue queue({.max_rows = 1000});
    for (std::int64_t step = 1; step <= 100'000; ++step) {
      queue.push(kA, "a", steps(stage::kStudent, step));
      if (step % 1000 == 0) {
        queue.push(kA, "a", evaluated(stage::kStudent, step));
      }
      const EventQueue::Waiting waiting = queue.waiting();  // nobody takes anything
      QVERIFY(waiting.rows <= 1000);
      QVERIFY(waiting.events <= 101);
      QCOMPARE(waiting.rows + waiting.dropped_rows, static_cast<std::size_t>(step));
    }
    queue.push(kA, "a", RunFinished{});
    const EventQueue::Waiting waiting = queue.waiting();
    const auto events = queue.takeAll();
    QCOMPARE(stepsOf(events, stage::kStudent).size(), waiting.rows);
    QCOMPARE(queue.waiting().dropped_rows, std::size_t{0});
    const auto kept = stepsOf(events, stage::kStudent);
    QCOMPARE(kept.front(), std::int64_t{1});
    QCOMPARE(kept.back(), std::int64_t{100'000});
    QVERIFY(std::is_sorted(kept.begin(), kept.end()));
    QVERIFY(kept.size() >= 500 && kept.size() <= 1000);
    QCOMPARE(count<Evaluated>(events), 100);
    QVERIFY(std::holds_alternative<RunFinished>(events.back().event));
  }

  void wakesOnceUntilItIsEmptied() {
    EventQueue queue;
    int woken = 0;
    queue.onFirst([&] { ++woken; });
    queue.push(kA, "a", RunPaused{});
    queue.push(kA, "a", RunContinued{});
    QCOMPARE(woken, 1);
    QCOMPARE(queue.takeAll().size(), std::size_t{2});
    queue.push(kA, "a", RunPaused{});
    QCOMPARE(woken, 2);
    queue.onFirst({});
    QCOMPARE(queue.takeAll().size(), std::size_t{1});
    queue.push(kA, "a", RunPaused{});
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
            queue.push(kA, "a", steps(stage, step));
            if (step % 500 == 0) {
              queue.push(kA, "a", evaluated(stage, step));
            }
          }
          queue.push(kA, "a", StageFinished{.stage = stage, .test = {}});
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
