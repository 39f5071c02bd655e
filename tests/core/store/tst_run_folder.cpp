// Writing a run: nothing that was written may be lost, whatever becomes of the process or the disk.
#include <atomic>
#include <fstream>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <QtTest>

#include "core/base/file_io.h"
#include "core/store/event_json.h"
#include "core/store/recorded_run.h"
#include "core/store/run_list.h"
#include "tests/core/store/sample_run.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;
using namespace w2s::record;

namespace {

// While it lives, no file of this process can grow beyond `bytes`: a disk that is full after that
// many.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    ::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{.rlim_cur = bytes, .rlim_max = before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
  }

 private:
  rlimit before_{};
};

// Endlessly writes one row and one event a step and says so on `pipe` after each step.
[[noreturn]] void writeUntilKilled(const std::filesystem::path& workspace, int pipe) {
  auto writer = RunWriter::create(workspace, sample::manifest("victim"));
  if (!writer || !writer->write(RunStarted{})) {
    ::_exit(1);
  }
  for (std::int64_t step = 1;; ++step) {
    if (!writer->write(sample::measured(stage::kStudent, step, step)) ||
        !writer->write(sample::evaluated(stage::kStudent, step)) ||
        ::write(pipe, &step, sizeof step) != sizeof step) {
      ::_exit(2);
    }
  }
}

}  // namespace

class TstRunFolder : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatIsWrittenIsRead() {
    const sample::Workspace workspace;
    auto writer = RunWriter::create(workspace.path(), sample::manifest());
    VERIFY_OK(writer);
    VERIFY_OK(sample::writeAll(
        *writer, {RunStarted{}, StageStarted{.stage = stage::kStudent, .steps = 3},
                  sample::measured(stage::kStudent, 1, 2), sample::evaluated(stage::kStudent, 2),
                  sample::intervened(2, 0.5), sample::measured(stage::kStudent, 3, 3),
                  sample::evaluated(stage::kStudent, 3, 0.8),
                  StageFinished{.stage = stage::kStudent, .seconds = 1.0}}));
    VERIFY_OK(writer->writeSummary(sample::summary()));
    VERIFY_OK(writer->write(RunFinished{sample::summary()}));
    VERIFY_OK(writer->finish());

    const auto run = loadRun(workspace.run("run"));
    VERIFY_OK(run);
    QCOMPARE(run->state, RunState::Finished);
    QCOMPARE(run->manifest.name, sample::manifest().name);
    QCOMPARE(run->events.size(), std::size_t(7));
    const RecordedStage& student = run->stages.at(stage::kStudent);
    QCOMPARE(test::rowsOf(student.series), sample::rows(1, 3));
    QCOMPARE(student.evaluations.size(), std::size_t(2));
    QCOMPARE(student.evaluations.back().test.accuracy, 0.8);
    QVERIFY(student.finished.has_value());
    QCOMPARE(run->interventions.size(), std::size_t(1));
    QCOMPARE(run->summary->student.accuracy, 0.8);
  }

  void aRunWithoutAnIdGetsOneOfItsOwn() {
    const sample::Workspace workspace;
    const auto first = RunWriter::create(workspace.path(), sample::manifest(""));
    const auto second = RunWriter::create(workspace.path(), sample::manifest(""));
    VERIFY_OK(first);
    VERIFY_OK(second);
    QVERIFY(first->id() != second->id());
    QVERIFY(QString::fromStdString(first->manifest().created).endsWith('Z'));
    QCOMPARE(loadRun(first->folder())->manifest.id, first->id());
  }

  void aTakenIdIsRefusedAndTheRunThereUntouched() {
    const sample::Workspace workspace;
    auto first = RunWriter::create(workspace.path(), sample::manifest());
    VERIFY_OK(first->write(RunStarted{}));
    const auto second = RunWriter::create(workspace.path(), sample::manifest());
    QVERIFY(!second.has_value());
    QVERIFY(second.error().message.find("exists already") != std::string::npos);
    QCOMPARE(loadRun(first->folder())->events.size(), std::size_t(1));
    const auto entries = std::filesystem::directory_iterator(workspace.path() / "runs");
    QCOMPARE(std::distance(begin(entries), end(entries)),
             std::ptrdiff_t(1));  // nothing left behind
  }

  void idsThatLeadElsewhereAreRefused_data() {
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("parent") << QByteArray("../x");
    QTest::newRow("hidden") << QByteArray(".x");
    QTest::newRow("nested") << QByteArray("a/b");
  }
  void idsThatLeadElsewhereAreRefused() {
    QFETCH(QByteArray, id);
    const sample::Workspace workspace;
    QVERIFY(!RunWriter::create(workspace.path(), sample::manifest(id.toStdString())).has_value());
    QVERIFY(!RunWriter::reopen(workspace.path(), id.toStdString(), {}).has_value());
  }

  void aFileInPlaceOfTheRunsFolderIsAClearError() {
    const sample::Workspace workspace;
    VERIFY_OK(writeFileAtomically(workspace.path() / "runs", "not a folder"));
    const auto writer = RunWriter::create(workspace.path(), sample::manifest());
    QVERIFY(!writer.has_value());
    QVERIFY(writer.error().message.find((workspace.path() / "runs").string()) != std::string::npos);
  }

  void nothingFollowsATerminalEvent() {
    const sample::Workspace workspace;
    auto writer = RunWriter::create(workspace.path(), sample::manifest());
    VERIFY_OK(writer->write(RunStopped{}));
    QVERIFY(!writer->write(RunPaused{}).has_value());
    QVERIFY(!writer->write(sample::measured(stage::kStudent, 1, 1)).has_value());
    QCOMPARE(loadRun(writer->folder())->state, RunState::Stopped);
  }

  void twoStagesWriteAtOnce() {
    const sample::Workspace workspace;
    auto writer = RunWriter::create(workspace.path(), sample::manifest());
    constexpr std::int64_t kSteps = 1500;
    std::atomic<int> failures{0};
    const auto train = [&](const StageId& stage) {
      for (std::int64_t step = 1; step <= kSteps; ++step) {
        failures += writer->write(sample::measured(stage, step, step)).has_value() ? 0 : 1;
        failures += writer->write(sample::evaluated(stage, step)).has_value() ? 0 : 1;
      }
    };
    {
      const std::jthread ceiling(train, stage::kCeiling);
      const std::jthread student(train, stage::kStudent);
    }
    QCOMPARE(failures.load(), 0);
    const auto run = loadRun(writer->folder());
    VERIFY_OK(run);
    for (const StageId stage : {stage::kCeiling, stage::kStudent}) {
      QCOMPARE(test::rowsOf(run->stages.at(stage).series), sample::rows(1, kSteps));
      QCOMPARE(run->stages.at(stage).evaluations.size(), std::size_t(kSteps));
    }
  }

  // The child says on a pipe what it has written; the parent kills it at that moment.
  void aKilledProcessLosesNothingItHadWritten_data() {
    QTest::addColumn<int>("steps");
    for (const int steps : {1, 2, 7, 50, 400}) {
      QTest::addRow("after %d steps", steps) << steps;
    }
  }
  void aKilledProcessLosesNothingItHadWritten() {
    QFETCH(int, steps);
    const sample::Workspace workspace;
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      ::close(ends[0]);
      writeUntilKilled(workspace.path(), ends[1]);
    }
    ::close(ends[1]);
    std::int64_t told = 0;
    while (told < steps && ::read(ends[0], &told, sizeof told) == sizeof told) {
    }
    const auto while_alive = loadRun(workspace.run("victim"));
    const auto listed_alive = listRuns(workspace.path());
    const auto deleted = deleteRun(workspace.path(), "victim");
    const auto reopened = RunWriter::reopen(workspace.path(), "victim", {});
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    while (::read(ends[0], &told, sizeof told) == sizeof told) {
    }
    ::close(ends[0]);
    QVERIFY(WIFSIGNALED(status));

    VERIFY_OK(while_alive);
    QCOMPARE(while_alive->state, RunState::Running);
    QCOMPARE(listed_alive->front().state, RunState::Running);
    QVERIFY(!deleted.has_value());
    QVERIFY(!reopened.has_value());
    QVERIFY(reopened.error().message.find("is running") != std::string::npos);

    const auto run = loadRun(workspace.run("victim"));
    VERIFY_OK(run);
    QCOMPARE(run->state, RunState::Interrupted);
    QCOMPARE(listRuns(workspace.path())->front().state, RunState::Interrupted);
    const RecordedStage& student = run->stages.at(stage::kStudent);
    QVERIFY(student.series.lastStep() >= told);
    QVERIFY(student.series.lastStep() <= told + 1);  // the step it was at when it died
    QCOMPARE(test::rowsOf(student.series), sample::rows(1, student.series.lastStep()));
    QVERIFY(std::int64_t(student.evaluations.size()) >= told);
    VERIFY_OK(RunWriter::reopen(workspace.path(), "victim", {}));
  }

  void aRemovedFolderIsSaidAndNotMadeAnew() {
    const sample::Workspace workspace;
    auto writer = RunWriter::create(workspace.path(), sample::manifest());
    VERIFY_OK(writer->write(RunStarted{}));
    const auto folder = writer->folder();
    std::filesystem::remove_all(folder);
    const Status written = writer->write(sample::measured(stage::kStudent, 1, 2));
    QVERIFY(!written);
    QVERIFY2(written.error().message.find(folder.string()) != std::string::npos,
             written.error().message.c_str());
    QVERIFY(!writer->writeSummary(sample::summary()));
    QVERIFY(!writer->sync());
    QVERIFY(!std::filesystem::exists(folder));
  }

  // Three stages write, evaluate, rewind and sync at once (the thread sanitizer looks on).
  void stagesDoNotDisturbEachOther() {
    const sample::Workspace workspace;
    auto writer = RunWriter::create(workspace.path(), sample::manifest());
    VERIFY_OK(writer->write(RunStarted{}));
    const PredictedRows about{.rows = {1, 2, 3}, .classes = 3};
    std::atomic<int> failures = 0;
    {
      std::vector<std::jthread> stages;
      for (const StageId stage : {stage::kWeak, stage::kCeiling, stage::kStudent}) {
        stages.emplace_back([&, stage] {
          const auto check = [&](const Status& status) { failures += status ? 0 : 1; };
          for (std::int64_t step = 0; step < 300; step += 3) {
            check(writer->write(sample::measured(stage, step + 1, step + 3)));
            check(writer->writePredictions(
                stage, about,
                {.step = step, .classes = {0, 1, 2}, .confidences = {0.5F, 0.6F, 1.0F}}));
            check(writer->write(sample::evaluated(stage, step + 3)));
            if (step % 30 == 0) {
              check(writer->sync());
            }
          }
          check(writer->write(Rewound{.stage = stage, .step = 150}));
        });
      }
    }
    QCOMPARE(failures.load(), 0);
    VERIFY_OK(writer->finish());
    const auto run = loadRun(workspace.run("run"));
    VERIFY_OK(run);
    for (const StageId stage : {stage::kWeak, stage::kCeiling, stage::kStudent}) {
      QCOMPARE(test::rowsOf(run->stages.at(stage).series), sample::rows(1, 150));
      QCOMPARE(run->stages.at(stage).evaluations.size(), std::size_t{50});
    }
  }

  // 0 ... 400 bytes fit: every way of cutting a row, a header or an event in two.
  void aFullDiskTearsNoLineAndTheCallCanBeRepeated() {
    const sample::Workspace workspace;
    auto writer = RunWriter::create(workspace.path(), sample::manifest());
    VERIFY_OK(writer->write(RunStarted{}));
    const auto event = sample::evaluated(stage::kStudent, 2);
    const auto rows = sample::measured(stage::kStudent, 1, 2);
    const auto before = std::filesystem::file_size(writer->folder() / "events.jsonl");
    for (rlim_t extra = 0; extra < eventToJson(event).size() + 1; extra += 13) {
      const FileSizeLimit limit(before + extra);
      const auto written = writer->write(event);
      QVERIFY(!written.has_value());
      QVERIFY(written.error().message.find("events.jsonl") != std::string::npos);
      QCOMPARE(std::filesystem::file_size(writer->folder() / "events.jsonl"), before);
    }
    for (rlim_t extra = 0; extra < 400; extra += 13) {
      const FileSizeLimit limit(extra);
      QVERIFY(!writer->write(rows).has_value());
      QCOMPARE(std::filesystem::file_size(writer->folder() / "series" / "student.csv"),
               std::uintmax_t(0));
    }
    VERIFY_OK(writer->write(rows));
    VERIFY_OK(writer->write(event));
    const auto run = loadRun(writer->folder());
    VERIFY_OK(run);
    QCOMPARE(test::rowsOf(run->stages.at(stage::kStudent).series), sample::rows(1, 2));
    QCOMPARE(run->events.size(), std::size_t(2));
  }

  void aFullDiskIsToldInASentenceWithAWayOut() {
    if (!std::filesystem::exists("/dev/full")) {
      QSKIP("no /dev/full here");
    }
    const sample::Workspace workspace;
    auto writer = RunWriter::create(workspace.path(), sample::manifest());
    std::filesystem::create_symlink("/dev/full", writer->folder() / "series" / "student.csv");
    const auto written = writer->write(sample::measured(stage::kStudent, 1, 1));
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, ErrorCode::Io);
    for (const char* part : {"student.csv", "No space left", "Free some space"}) {
      QVERIFY2(written.error().message.find(part) != std::string::npos,
               written.error().message.c_str());
    }
  }

  void aFullDiskKeepsTheOldSummary() {
    const sample::Workspace workspace;
    auto writer = RunWriter::create(workspace.path(), sample::manifest());
    VERIFY_OK(writer->writeSummary(sample::summary(0.7)));
    {
      const FileSizeLimit limit(100);
      QVERIFY(!writer->writeSummary(sample::summary(0.8)).has_value());
    }
    const auto text = readFile(writer->folder() / "summary.json", kMostArrayBytes);
    VERIFY_OK(text);
    QCOMPARE(summaryFromJson(*text)->student.accuracy, 0.7);
    for (const auto& entry : std::filesystem::directory_iterator(writer->folder())) {
      QVERIFY(entry.path().string().find(".tmp") == std::string::npos);
    }
  }

  void aFullDiskLeavesNoHalfMadeRun() {
    const sample::Workspace workspace;
    {
      const FileSizeLimit limit(100);
      QVERIFY(!RunWriter::create(workspace.path(), sample::manifest()).has_value());
    }
    QVERIFY(std::filesystem::is_empty(workspace.path() / "runs"));
  }
};

W2S_TEST(TstRunFolder)
#include "tst_run_folder.moc"
