// A thread that gives way does so alone, once, and never the other way round.
#include <thread>

#include <QtTest/QtTest>

#include "core/base/thread_priority.h"
#include "tests/support/test_main.h"

using namespace w2s;

namespace {

// What `look` returns on a thread of its own.
template <class Look>
int onAnotherThread(Look look) {
  int seen = 0;
  std::thread([&] { seen = look(); }).join();
  return seen;
}

}  // namespace

class TstThreadPriority : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
#ifndef __linux__
    QSKIP("Threads have no niceness of their own on this system");
#endif
    if (threadNiceness() >= kYieldingNiceness) {
      QSKIP("This test runs as low as threads that give way: start it at a niceness below 10");
    }
  }

  void aThreadGivesWayAlone() {
    const int before = threadNiceness();
    const int lowered = onAnotherThread([] {
      lowerThreadPriority();
      return threadNiceness();
    });
    QCOMPARE(lowered, kYieldingNiceness);
    QCOMPARE(threadNiceness(), before);
    QCOMPARE(onAnotherThread([] { return threadNiceness(); }), before);
  }

  void onceIsEnough() {
    const int lowered = onAnotherThread([] {
      lowerThreadPriority();
      const int once = threadNiceness();
      lowerThreadPriority();
      return threadNiceness() - once;
    });
    QCOMPARE(lowered, 0);
  }

  void threadsItStartsGiveWayToo() {
    const int inner = onAnotherThread([] {
      lowerThreadPriority();
      return onAnotherThread([] { return threadNiceness(); });
    });
    QCOMPARE(inner, kYieldingNiceness);
  }
};

W2S_TEST(TstThreadPriority)
#include "tst_thread_priority.moc"
