// Reading folders in every state of repair; listing, finding, deleting and restoring runs.
#include <fstream>
#include <map>

#include <QtTest>

#include "core/base/file_io.h"
#include "core/store/event_json.h"
#include "core/store/run_list.h"
#include "core/store/run_overview.h"
#include "core/store/workspace.h"
#include "tests/core/store/sample_run.h"
#include "tests/support/checkpoint_file.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;
using namespace w2s::record;

namespace {

namespace fs = std::filesystem;

Status makeRun(const sample::Workspace& workspace, const std::string& id,
               const std::vector<Event>& events, const std::string& created = "") {
  Manifest manifest = sample::manifest(id);
  manifest.created = created;
  W2S_TRY(RunWriter writer, RunWriter::create(workspace.path(), manifest));
  return sample::writeAll(writer, events);
}

std::vector<std::string> idsOf(const Result<std::vector<RunListing>>& runs) {
  std::vector<std::string> ids;
  for (const RunListing& run : *runs) {
    ids.push_back(run.id);
  }
  return ids;
}

const std::vector<Event> kFinished{sample::measured(stage::kStudent, 1, 3),
                                   sample::evaluated(stage::kStudent, 3),
                                   RunFinished{sample::summary()}};

}  // namespace

class TstRunList : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void partialFoldersLoad_data() {
    QTest::addColumn<QString>("missing");
    QTest::addColumn<QString>("emptied");
    QTest::addColumn<QString>("state");
    const QString none;
    QTest::newRow("whole") << none << none << "finished";
    QTest::newRow("no summary") << "summary.json" << none << "finished";
    QTest::newRow("empty summary") << none << "summary.json"
                                   << "finished";
    QTest::newRow("no log") << "events.jsonl" << none << "interrupted";
    QTest::newRow("empty log") << none << "events.jsonl"
                               << "interrupted";
    QTest::newRow("no series folder") << "series" << none << "finished";
    QTest::newRow("empty series") << none << "series/student.csv"
                                  << "finished";
    QTest::newRow("an owner that wrote nothing") << none << "owner.json"
                                                 << "finished";
    QTest::newRow("no checkpoints") << "checkpoint" << none << "finished";
  }
  void partialFoldersLoad() {
    QFETCH(QString, missing);
    QFETCH(QString, emptied);
    QFETCH(QString, state);
    const sample::Workspace workspace;
    VERIFY_OK(makeRun(workspace, "run", kFinished));
    VERIFY_OK(writeFileAtomically(workspace.run("run") / "summary.json",
                                  summaryToJson(sample::summary())));
    if (!missing.isEmpty()) {
      fs::remove_all(workspace.run("run") / missing.toStdString());
    }
    if (!emptied.isEmpty()) {
      std::ofstream(workspace.run("run") / emptied.toStdString(), std::ios::trunc);
    }
    const auto run = loadRun(workspace.run("run"));
    VERIFY_OK(run);
    QCOMPARE(std::string(nameOf(run->state)), state.toStdString());
    QCOMPARE(run->summary.has_value(), state == "finished");
    if (run->summary) {
      QCOMPARE(run->summary->student.accuracy, 0.8);
    }
    const auto listed = listRuns(workspace.path());
    VERIFY_OK(listed);
    QCOMPARE(listed->front().problem, std::string());
    QCOMPARE(listed->front().state, run->state);
  }

  // An unknown last event leaves the state to the last one that is known.
  void theLastKnownEventDecides() {
    const sample::Workspace workspace;
    VERIFY_OK(makeRun(workspace, "run", kFinished));
    std::ofstream(workspace.run("run") / "events.jsonl", std::ios::app)
        << "{\"event\":\"published\"}\n";
    const RunListing listed = listingOf(workspace.run("run"));
    QCOMPARE(listed.problem, std::string());
    QCOMPARE(listed.state, RunState::Finished);
    QVERIFY(listed.summary.has_value());
    const auto run = loadRun(workspace.run("run"));
    VERIFY_OK(run);
    QCOMPARE(run->state, RunState::Finished);
    QVERIFY(run->summary.has_value());
  }

  void damagedFoldersAreListedWithTheirProblemBesideSoundOnes() {
    const sample::Workspace workspace;
    VERIFY_OK(makeRun(workspace, "sound", kFinished));
    VERIFY_OK(makeRun(workspace, "damaged-manifest", kFinished));
    VERIFY_OK(makeRun(workspace, "damaged-log", {RunStarted{}}));
    fs::create_directories(workspace.run("empty"));
    fs::create_directories(workspace.run(".new-half-made"));
    std::ofstream(workspace.path() / "runs" / "stray.txt") << "x";
    std::ofstream(workspace.run("damaged-manifest") / "manifest.json") << "{\"schema\": 1,";
    std::ofstream(workspace.run("damaged-log") / "events.jsonl", std::ios::app) << "nonsense\n";

    const auto runs = listRuns(workspace.path());
    VERIFY_OK(runs);
    QCOMPARE(runs->size(), std::size_t(4));
    for (const RunListing& run : *runs) {
      QCOMPARE(run.problem.empty(), run.id == "sound");
      if (!run.problem.empty()) {
        QVERIFY2(run.problem.find(run.id) != std::string::npos,
                 run.problem.c_str());  // names the file
        QVERIFY(!loadRun(run.folder).has_value());
      }
    }
  }

  void aRunSaysHowLongItWasWorkedOn() {
    const sample::Workspace workspace;
    RunSummary summary = sample::summary();
    summary.seconds = 7.5;
    VERIFY_OK(makeRun(workspace, "finished", {RunFinished{summary}}));
    VERIFY_OK(makeRun(workspace, "without-times", {RunStarted{}}));
    {
      auto writer = RunWriter::create(workspace.path(), sample::manifest("cut"));
      VERIFY_OK(writer);
      VERIFY_OK(writer->write(RunStarted{}, 0.5));
      VERIFY_OK(writer->write(RunStopped{}, 3.25));
    }
    std::map<std::string, double> seconds;
    const auto runs = listRuns(workspace.path());
    VERIFY_OK(runs);
    for (const RunListing& run : *runs) {
      seconds[run.id] = run.seconds;
      QCOMPARE(run.seconds, loadRun(run.folder)->seconds);
      QCOMPARE(run.seconds, overviewOf(run.folder).listing.seconds);
    }
    QCOMPARE(seconds, (std::map<std::string, double>{
                          {"cut", 3.25}, {"finished", 7.5}, {"without-times", 0.0}}));
  }

  void anUnfinishedRunSaysWhereItGoesOn_data() {
    QTest::addColumn<qint64>("checkpoint");
    QTest::addColumn<QString>("fingerprint");
    QTest::addColumn<qint64>("goes_on_at");
    const QString own = QStringLiteral("bb");
    QTest::newRow("before the last row") << qint64{80} << own << qint64{80};
    QTest::newRow("at the last row") << qint64{97} << own << qint64{97};
    QTest::newRow("beyond the rows: they were lost") << qint64{98} << own << qint64{0};
    QTest::newRow("of another configuration") << qint64{80} << QStringLiteral("cc") << qint64{0};
    QTest::newRow("none") << qint64{-1} << own << qint64{0};
  }
  void anUnfinishedRunSaysWhereItGoesOn() {
    QFETCH(qint64, checkpoint);
    QFETCH(QString, fingerprint);
    QFETCH(qint64, goes_on_at);
    const sample::Workspace workspace;
    VERIFY_OK(makeRun(workspace, "run", {sample::measured(stage::kStudent, 1, 97)}));
    const fs::path file = workspace.run("run") / "checkpoint" / "student.safetensors";
    if (checkpoint >= 0) {
      test::writeCheckpoint(file, fingerprint.toStdString(), checkpoint);
    }
    const RunOverview overview = overviewOf(workspace.run("run"));
    QCOMPARE(overview.student_steps_done, std::int64_t{97});
    QCOMPARE(overview.student_resumes_at, std::int64_t{goes_on_at});
    // Cut off anywhere it is no checkpoint, and no trouble.
    for (std::uintmax_t size = checkpoint >= 0 ? fs::file_size(file) - 33 : 0; size > 0; --size) {
      fs::resize_file(file, size);
      QCOMPARE(overviewOf(workspace.run("run")).student_resumes_at, std::int64_t{0});
    }
  }

  void newestComesFirst() {
    const sample::Workspace workspace;
    VERIFY_OK(makeRun(workspace, "c-oldest", {}, "2026-01-01T00:00:00Z"));
    VERIFY_OK(makeRun(workspace, "a-newest", {}, "2026-03-01T00:00:00Z"));
    VERIFY_OK(makeRun(workspace, "b-middle", {}, "2026-02-01T00:00:00Z"));
    QCOMPARE(idsOf(listRuns(workspace.path())),
             (std::vector<std::string>{"a-newest", "b-middle", "c-oldest"}));
  }

  void aWorkspaceThatDoesNotExistHasNoRuns() {
    const auto runs = listRuns("/nonexistent/w2s");
    VERIFY_OK(runs);
    QVERIFY(runs->empty());
  }

  void longLogsAreListedFromTheirEnd() {
    const sample::Workspace workspace;
    std::vector<Event> events;
    for (std::int64_t step = 0; step < 1000; ++step) {
      events.push_back(sample::evaluated(stage::kStudent, step));
    }
    events.emplace_back(RunFinished{sample::summary()});
    VERIFY_OK(makeRun(workspace, "run", events));
    QVERIFY(fs::file_size(workspace.run("run") / "events.jsonl") > (1U << 17U));
    const auto runs = listRuns(workspace.path());
    QCOMPARE(runs->front().state, RunState::Finished);
    QCOMPARE(runs->front().summary->student.accuracy, 0.8);
  }

  void aRunIsFoundByTheBeginningOrTheLastPartOfItsId() {
    const sample::Workspace workspace;
    for (const char* id :
         {"20260101-a-s0-ab12", "20260101-a-s1-cd34", "20260202-b-s0-ef56", "20260202-b"}) {
      VERIFY_OK(makeRun(workspace, id, {}));
    }
    QCOMPARE(findRun(workspace.path(), "cd34").value_or(""), std::string("20260101-a-s1-cd34"));
    QCOMPARE(findRun(workspace.path(), "20260101-a-s0").value_or(""),
             std::string("20260101-a-s0-ab12"));
    QCOMPARE(findRun(workspace.path(), "20260202-b").value_or(""), std::string("20260202-b"));
    const auto several = findRun(workspace.path(), "20260101");
    QVERIFY(!several.has_value());
    QCOMPARE(several.error().code, ErrorCode::InvalidArgument);
    QVERIFY(several.error().message.find("20260101-a-s1-cd34") != std::string::npos);
    for (const char* nobody : {"", "2027", "../runs/20260202-b"}) {
      const auto none = findRun(workspace.path(), nobody);
      QVERIFY(!none.has_value());
      QCOMPARE(none.error().code, ErrorCode::NotFound);
    }
    const auto typo = findRun(workspace.path(), "20260202-c");
    QVERIFY(typo.error().message.find("The nearest: 20260202-b, ") != std::string::npos);
    const sample::Workspace empty;
    QVERIFY(findRun(empty.path(), "x").error().message.find("nearest") == std::string::npos);
  }

  void deletedRunsComeBackWhole() {
    const sample::Workspace workspace;
    VERIFY_OK(makeRun(workspace, "run", kFinished));
    VERIFY_OK(deleteRun(workspace.path(), "run"));
    QVERIFY(listRuns(workspace.path())->empty());
    QCOMPARE(idsOf(listRuns(workspace.path(), RunPlace::Trash)), std::vector<std::string>{"run"});
    VERIFY_OK(restoreRun(workspace.path(), "run"));
    QCOMPARE(test::rowsOf(loadRun(workspace.run("run"))->stages.at(stage::kStudent).series),
             sample::rows(1, 3));
  }

  void whatCannotBeMovedStaysWhereItIs() {
    const sample::Workspace workspace;
    for (const char* id : {"absent", "", "../runs", "."}) {
      QVERIFY(!deleteRun(workspace.path(), id).has_value());
      QVERIFY(!restoreRun(workspace.path(), id).has_value());
    }
    VERIFY_OK(makeRun(workspace, "run", kFinished));
    VERIFY_OK(deleteRun(workspace.path(), "run"));
    VERIFY_OK(makeRun(workspace, "run", {RunStopped{}}));
    QVERIFY(!restoreRun(workspace.path(), "run").has_value());
    QVERIFY(!deleteRun(workspace.path(), "run").has_value());
    QCOMPARE(loadRun(workspace.run("run"))->state, RunState::Stopped);
    QCOMPARE(loadRun(workspace.path() / "trash" / "run")->state, RunState::Finished);
  }

  void aRunUnderWayIsNotDeleted() {
    const sample::Workspace workspace;
    const auto writer = RunWriter::create(workspace.path(), sample::manifest());
    const auto deleted = deleteRun(workspace.path(), "run");
    QVERIFY(!deleted.has_value());
    QVERIFY(deleted.error().message.find("is running") != std::string::npos);
    QVERIFY(fs::exists(workspace.run("run")));
  }

  void aDiscardedRunLeavesTheListAndCanBeRestored() {
    const sample::Workspace workspace;
    auto writer = RunWriter::create(workspace.path(), sample::manifest());
    VERIFY_OK(writer->write(RunStopped{.kept = false}));
    VERIFY_OK(discardRun(std::move(*writer)));
    QVERIFY(listRuns(workspace.path())->empty());
    VERIFY_OK(restoreRun(workspace.path(), "run"));
    QCOMPARE(listRuns(workspace.path())->front().state, RunState::Stopped);
  }
};

W2S_TEST(TstRunList)
#include "tst_run_list.moc"
