// Work beside the window that throws, which without care ends the program and the runs in progress: it is said, and what
// was there stays. The memory fails where the test runs with the library tests/support/fault_injection.cpp.
#include <atomic>
#include <cstdlib>
#include <dlfcn.h>
#include <filesystem>
#include <new>
#include <stdexcept>
#include <system_error>

#include <fmt/format.h>

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include "tests/support/compared_runs.h"
#include "tests/support/test_main.h"
#include "tests/ui/stored_runs.h"
#include "ui/bridge/background.h"
#include "ui/bridge/run_library.h"
#include "ui/figures/compare_source.h"

using namespace w2s;
using namespace w2s::ui;
using test::recordRun;
using test::TemporaryWorkspace;

namespace {

// From now on, allocations of that many bytes or more fail; 0: none does.
bool failMemoryFrom(int bytes) {
  auto* const read = reinterpret_cast<void (*)()>(dlsym(RTLD_DEFAULT, "w2sReadFaults"));
  if (read == nullptr) {
    return false;
  }
  setenv("W2S_FAULT_CALLS", "memory", 1);
  setenv("W2S_FAULT_LEAST", std::to_string(bytes).c_str(), 1);
  setenv("W2S_FAULT_AT", bytes > 0 ? "1" : "0", 1);
  setenv("W2S_FAULT_LAST", bytes > 0 ? "1000000" : "0", 1);
  read();
  return true;
}

}  // namespace

class TstBackground : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anAnswerComesOnTheReceiversThread() {
    QThreadPool pool;
    QObject receiver;
    int found = 0;
    QThread* worked_on = nullptr;
    post(
        pool, &receiver,
        [&worked_on]() -> Result<int> {
          worked_on = QThread::currentThread();
          return 7;
        },
        [&found](const Result<int>& answer) {
          QCOMPARE(QThread::currentThread(), QCoreApplication::instance()->thread());
          found = answer.value_or(0);
        });
    QTRY_COMPARE(found, 7);
    QVERIFY(worked_on != QCoreApplication::instance()->thread());
  }

  void whatIsThrownIsSaid_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("part");
    QTest::newRow("no memory") << 0 << "not enough memory";
    QTest::newRow("the system") << 1 << "too many open files";
    QTest::newRow("our own") << 2 << "a broken promise";
    QTest::newRow("anything") << 3 << "failed";
  }
  void whatIsThrownIsSaid() {
    QFETCH(int, kind);
    QFETCH(QString, part);
    QThreadPool pool;
    QObject receiver;
    Status answer;
    post(
        pool, &receiver,
        [kind]() -> Status {
          switch (kind) {
            case 0:
              throw std::bad_alloc();
            case 1:
              throw std::system_error(std::make_error_code(std::errc::too_many_files_open));
            case 2:
              throw std::logic_error("a broken promise");
            default:
              throw kind;
          }
        },
        [&answer](const Status& found) { answer = found; });
    QTRY_VERIFY(!answer);
    const QString message = QString::fromStdString(answer.error().message);
    QVERIFY2(message.contains(part, Qt::CaseInsensitive), qPrintable(message));
  }

  void whatHasNotBegunIsDropped() {
    std::atomic<bool> ending = true;
    std::atomic<int> done = 0;
    {
      QThreadPool pool;
      QObject receiver;
      const auto work = [&done]() -> Status {
        ++done;
        return {};
      };
      post(
          pool, &receiver, work, [](const Status&) {}, &ending);
      pool.waitForDone();
      QCOMPARE(done.load(), 0);
      post(pool, &receiver, work, [](const Status&) {});
      pool.waitForDone();
    }
    QCOMPARE(done.load(), 1);
  }

  // A list of many runs, while runs are in progress, in a machine that has no more memory.
  void aListWithoutMemoryIsSaidAndMadeLater() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "20240101-000000-run-s0-0000"});
    constexpr int kRuns = 150;
    for (int i = 1; i < kRuns; ++i) {
      std::filesystem::copy(workspace.run("20240101-000000-run-s0-0000"),
                            workspace.run(fmt::format("20240102-{:06}-run-s0-{:04x}", i, i)),
                            std::filesystem::copy_options::recursive);
    }
    RunLibrary library(workspace.path());
    QTRY_VERIFY(library.isListed());
    QCOMPARE(library.runs().size(), std::size_t{kRuns});
    recordRun(workspace.path(), {.id = "20240103-000000-run-s0-0000"});
    QTRY_COMPARE(library.runs().size(), std::size_t{kRuns + 1});
    QTest::qWait(0);

    QSignalSpy failed(&library, &RunLibrary::failed);
    QSignalSpy changed(&library, &RunLibrary::changed);
    if (!failMemoryFrom(30'000)) {
      QSKIP("needs the library of the faults");
    }
    library.refresh();
    const bool answered = QTest::qWaitFor([&] { return failed.size() == 1; }, 10'000);
    failMemoryFrom(0);
    QVERIFY(answered);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("not enough memory")));
    QCOMPARE(library.runs().size(), std::size_t{kRuns + 1});  // what was known stays
    library.refresh();
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(library.runs().size(), std::size_t{kRuns + 1});
    QCOMPARE(failed.size(), 1);
  }

  // So are a comparison, which reads what every run answered, and the rows that one has right alone.
  void aComparisonWithoutMemoryIsSaid() {
    const TemporaryWorkspace workspace;
    for (const std::string id : {"a", "b"}) {
      test::ComparedSample sample{.id = id, .experiment = id, .labels = {}, .student = {}};
      sample.labels.assign(10'000, 1);
      sample.student.assign(10'000, id == "a" ? 1 : 2);
      test::recordComparedRun(workspace.path(), sample);
    }
    CompareSource source(workspace.path());
    QSignalSpy failed(&source, &CompareSource::failed);
    QSignalSpy flips_failed(&source, &CompareSource::flipsFailed);
    QSignalSpy compared(&source, &CompareSource::compared);
    if (!failMemoryFrom(60'000)) {
      QSKIP("needs the library of the faults");
    }
    source.request({QStringLiteral("a"), QStringLiteral("b")});
    source.requestFlips(QStringLiteral("a"), QStringLiteral("b"));
    const bool answered =
        QTest::qWaitFor([&] { return failed.size() == 1 && flips_failed.size() == 1; }, 10'000);
    failMemoryFrom(0);
    QVERIFY(answered);
    for (const QSignalSpy* spy : {&failed, &flips_failed}) {
      QVERIFY(spy->first().front().toString().contains(QStringLiteral("not enough memory")));
    }
    source.request({QStringLiteral("a"), QStringLiteral("b")});
    QTRY_COMPARE(compared.size(), 1);
  }
};

W2S_TEST(TstBackground)
#include "tst_background.moc"
