// The time of working on a run, read from a clock that stands still between the lines of a test.
#include <QtTest>

#include "core/record/work_clock.h"
#include "tests/support/test_main.h"

using namespace w2s::record;

namespace {

struct FakeTime {
  WorkClock::Clock::time_point now{};

  void pass(double seconds) {
    now += std::chrono::duration_cast<WorkClock::Clock::duration>(
        std::chrono::duration<double>(seconds));
  }
  [[nodiscard]] WorkClock::Now reader() const {
    return [this] { return now; };
  }
};

}  // namespace

class TstWorkClock : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothingCountsWhileNobodyWorks() {
    FakeTime time;
    WorkClock clock(0.0, time.reader());
    time.pass(10.0);  // waiting for a worker
    {
      const WorkShift shift(clock);
      time.pass(2.0);
      QCOMPARE(clock.seconds(), 2.0);  // also within a shift
    }
    time.pass(100.0);
    QCOMPARE(clock.seconds(), 2.0);
  }

  void stagesSideBySideCountOnce() {
    FakeTime time;
    WorkClock clock(0.0, time.reader());
    clock.begin();
    time.pass(1.0);
    clock.begin();
    time.pass(2.0);
    clock.end();
    time.pass(4.0);
    clock.end();
    time.pass(8.0);
    QCOMPARE(clock.seconds(), 7.0);
  }

  void aPauseDoesNotCountButWhatWorksOnDoes() {
    FakeTime time;
    WorkClock clock(0.0, time.reader());
    const WorkShift student(clock);
    time.pass(1.0);
    {
      const WorkBreak paused(clock);
      time.pass(60.0);
      const WorkShift ceiling(clock);  // it takes a step while the student stands still
      time.pass(0.5);
    }
    time.pass(1.0);
    QCOMPARE(clock.seconds(), 2.5);
  }

  void earlierSittingsAreIncluded() {
    FakeTime time;
    WorkClock clock(12.5, time.reader());
    QCOMPARE(clock.seconds(), 12.5);
    const WorkShift shift(clock);
    time.pass(2.0);
    QCOMPARE(clock.seconds(), 14.5);
  }
};

W2S_TEST(TstWorkClock)
#include "tst_work_clock.moc"
