// Pictures of the window: which come of a run that ends well, and of runs that fail on the way.
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "app/capture/capture.h"
#include "app/capture/capture_faults.h"
#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"

using namespace w2s;
using namespace w2s::ui;
using test::WindowBench;

namespace {

constexpr std::int64_t kSteps = 200;

WindowBench::Options failingAt(std::int64_t step) {
  return {.runner = {.fail_at_step = step}};
}

struct Shooting {
  Shooting(WindowBench& bench, const QString& only,
           std::vector<config::ExperimentConfig> companions = {})
      : capture(bench.theme, *bench.window, *bench.session,
                {.folder = QDir(folder.path()),
                 .variants = {{}},
                 .only = only,
                 .companions = std::move(companions),
                 .seconds = 0.5}),
        done(&capture, &Capture::done) {
    config::ExperimentConfig config = bench.session->config();
    config.optimizer.steps = kSteps;
    bench.session->setConfig(config);
  }

  // What done() said.
  int exitCode() {
    capture.start();
    if (!QTest::qWaitFor([this] { return !done.isEmpty(); }, 20'000)) {
      return -1;
    }
    return done.first().first().toInt();
  }
  [[nodiscard]] QStringList pictures() const {
    QStringList names;
    for (const QString& file : QDir(folder.path()).entryList(QDir::Files, QDir::Name)) {
      names += file.section(QStringLiteral("-light-"), 0, 0);
    }
    return names;
  }

  QTemporaryDir folder;
  Capture capture;
  QSignalSpy done;
};

}  // namespace

class TstCapture : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void picturesOfARunThatEndsWell() {
    WindowBench bench;
    Shooting shooting(bench, QStringLiteral("run-mi"));  // the middle, and missing data
    QCOMPARE(shooting.exitCode(), 0);
    QCOMPARE(shooting.pictures(), QStringList({"run-middle", "run-missing"}));
    QCOMPARE(shooting.done.count(), 1);
  }

  void aRunThatDivergesIsPicturedWhileItWaits() {
    WindowBench bench;
    Shooting shooting(bench, QStringLiteral("run-di"));
    QSignalSpy diverged(bench.session.get(), &ExperimentSession::diverged);
    QCOMPARE(shooting.exitCode(), 0);
    QCOMPARE(shooting.pictures(), QStringList({"run-diverged"}));
    QCOMPARE(diverged.count(), 1);
    QVERIFY(!isActive(bench.session->focus().state()));
  }

  // The run fails while the pictures of its middle are in the making: they are given up.
  void aRunThatFailsWhileItsMiddleIsPictured() {
    WindowBench bench(failingAt(kSteps * 9 / 10));
    Shooting shooting(bench, QStringLiteral("run-"));
    connect(bench.session.get(), &ExperimentSession::refreshed, &shooting.capture, [&bench] {
      const StageSeries& student = bench.session->focus().series().stage(record::stage::kStudent);
      if (isActive(bench.session->focus().state()) && student.done >= kSteps * 4 / 10) {
        bench.session->setSpeed(0.0);
      }
    });
    QCOMPARE(shooting.exitCode(), 1);
    QCOMPARE(shooting.pictures(), QStringList({"run-failed", "run-idle", "run-missing"}));
  }

  void aCompanionThatFailsIsTheLastRun() {
    WindowBench bench(failingAt(kSteps / 2));
    config::ExperimentConfig companion = bench.session->config();
    companion.optimizer.steps = kSteps;
    Shooting shooting(bench, QStringLiteral("run-"), {companion, companion});
    QCOMPARE(shooting.exitCode(), 1);
    QCOMPARE(shooting.pictures(), QStringList({"run-failed", "run-idle", "run-missing"}));
    QCOMPARE(bench.runner->requests().size(), std::size_t{1});
    QCOMPARE(bench.session->focus().state(), RunState::Failed);
  }

  // The pictures of faults show what the engine says, in a sentence that has a translation.
  void faultsAreThoseOfTheEngine_data() {
    QTest::addColumn<CaptureFault>("fault");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("missing data") << CaptureFault::MissingData << ErrorCode::NotFound;
    QTest::newRow("out of memory") << CaptureFault::OutOfMemory << ErrorCode::OutOfMemory;
  }
  void faultsAreThoseOfTheEngine() {
    QFETCH(CaptureFault, fault);
    QFETCH(ErrorCode, code);
    const Error error = captureFault(fault);
    QCOMPARE(error.code, code);
    QFile sentences(QStringLiteral(W2S_SOURCE_DIR "/resources/translations/engine_texts.h"));
    QVERIFY(sentences.open(QIODevice::ReadOnly));
    const QByteArray line = "\"" + QByteArray::fromStdString(error.said.pattern) + "\")";
    QVERIFY2(sentences.readAll().contains(line), line.constData());
  }

  void aRunThatCannotStart() {
    WindowBench bench({.runner = {.refuse_start = Error{ErrorCode::NotFound, "No data.", {}}}});
    Shooting shooting(bench, QStringLiteral("run-"));
    QCOMPARE(shooting.exitCode(), 1);
    QCOMPARE(shooting.pictures(), QStringList({"run-failed", "run-idle", "run-missing"}));
  }
};

W2S_WINDOW_TEST(TstCapture)
#include "tst_capture.moc"
