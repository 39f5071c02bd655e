// Labels of runs: kept beside the manifest, whole or not at all, and never in the way of a run.
#include <chrono>
#include <fcntl.h>
#include <fstream>
#include <future>
#include <sys/file.h>
#include <unistd.h>

#include "core/store/change_labels.h"
#include "core/store/run_folder.h"
#include "core/store/run_labels.h"
#include "core/store/run_list.h"
#include "tests/core/store/sample_run.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;

class TstRunLabels : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aRunWithoutLabelsHasNone() {
    const sample::Workspace workspace;
    VERIFY_OK(RunWriter::create(workspace.path(), sample::manifest()));
    const auto labels = readLabels(workspace.run("run"));
    VERIFY_OK(labels);
    QVERIFY(*labels == RunLabels{});
  }

  void labelsComeBackAsTheyWere() {
    const sample::Workspace workspace;
    VERIFY_OK(RunWriter::create(workspace.path(), sample::manifest()));
    const RunLabels given{.name = "Nur \"KD\" \u2013 \U0001F600",
                          .note = "zwei\nZeilen",
                          .color = 5,
                          .pinned = true,
                          .kept_as_is = true,
                          .tags = {"figure 1", "Ärger"},
                          .starred = true,
                          .archived = true};
    VERIFY_OK(writeLabels(workspace.run("run"), given));
    const auto labels = readLabels(workspace.run("run"));
    VERIFY_OK(labels);
    QVERIFY(*labels == given);
  }

  void filesOfEarlierVersionsHaveNoTags() {
    const sample::Workspace workspace;
    VERIFY_OK(RunWriter::create(workspace.path(), sample::manifest()));
    std::ofstream(workspace.run("run") / "labels.json")
        << R"({"schema":1,"name":"a","note":"","color":null,"pinned":true,"kept_as_is":false})";
    const auto labels = readLabels(workspace.run("run"));
    VERIFY_OK(labels);
    QVERIFY((*labels == RunLabels{.name = "a", .pinned = true}));
  }

  // A star that is taken off must not come back from what the file held before.
  void whatIsTakenOffIsGone() {
    const sample::Workspace workspace;
    VERIFY_OK(RunWriter::create(workspace.path(), sample::manifest()));
    const std::filesystem::path run = workspace.run("run");
    VERIFY_OK(writeLabels(run, {.name = "x", .tags = {"a"}, .starred = true, .archived = true}));
    VERIFY_OK(writeLabels(run, {.name = "x"}));
    QVERIFY((*readLabels(run) == RunLabels{.name = "x"}));
  }

  void tagsAreWrittenInOneWay() {
    QCOMPARE(normalisedTags({"  figure\t 1 ", "Paper", "paper", ",", "a,b", "\n", ""}),
             (std::vector<std::string>{"a b", "figure 1", "Paper"}));
    QCOMPARE(withoutTags({"a", "Paper"}, {" paper ", "x"}), std::vector<std::string>{"a"});
    QCOMPARE(normalisedTags(normalisedTags({"b", "B ", "Ä"})),
             (std::vector<std::string>{"b", "Ä"}));
  }

  void emptyLabelsLeaveNoFile() {
    const sample::Workspace workspace;
    VERIFY_OK(RunWriter::create(workspace.path(), sample::manifest()));
    VERIFY_OK(writeLabels(workspace.run("run"), {.name = "x"}));
    QVERIFY(std::filesystem::exists(workspace.run("run") / "labels.json"));
    VERIFY_OK(writeLabels(workspace.run("run"), {}));
    QVERIFY(!std::filesystem::exists(workspace.run("run") / "labels.json"));
  }

  void labelsMayChangeWhileTheRunIsWritten() {
    const sample::Workspace workspace;
    auto writer = RunWriter::create(workspace.path(), sample::manifest());
    VERIFY_OK(writer);
    VERIFY_OK(writeLabels(workspace.run("run"), {.name = "renamed"}));
    VERIFY_OK(writer->write(sample::measured(sample::stage::kStudent, 1, 3)));
    VERIFY_OK(writer->finish());
    const auto labels = readLabels(workspace.run("run"));
    VERIFY_OK(labels);
    QCOMPARE(labels->name, std::string("renamed"));
  }

  // Two that change at once: the second waits, and what both said is kept.
  void nobodyLosesAChange() {
    const sample::Workspace workspace;
    VERIFY_OK(RunWriter::create(workspace.path(), sample::manifest()));
    const auto run = workspace.run("run");
    std::future<Status> other;
    VERIFY_OK(changeLabels(run, [&](RunLabels& labels) {
      labels.name = "renamed";
      other = std::async(std::launch::async, [run] {
        return changeLabels(run, [](RunLabels& late) { late.note = "noted"; });
      });
      QCOMPARE(other.wait_for(std::chrono::milliseconds(200)), std::future_status::timeout);
    }));
    VERIFY_OK(other.get());
    const auto labels = readLabels(run);
    VERIFY_OK(labels);
    QCOMPARE(labels->name, std::string("renamed"));
    QCOMPARE(labels->note, std::string("noted"));
  }

  void whatDiffersFromWhatWasShownIsChanged() {
    RunLabels shown{.name = "a", .note = "b", .tags = {"x", "y"}};
    RunLabels wanted = shown;
    wanted.note = "c";
    wanted.color = 2;
    wanted.tags = {"y", "z"};
    RunLabels labels{.name = "renamed", .note = "b", .tags = {"new", "X", "y"}, .starred = true};
    applyDifference(shown, wanted, labels);
    QVERIFY(labels == (RunLabels{.name = "renamed",
                                 .note = "c",
                                 .color = 2,
                                 .tags = {"new", "y", "z"},
                                 .starred = true}));
    const RunLabels before = labels;
    applyDifference(wanted, wanted, labels);
    QVERIFY(labels == before);
  }

  void whoHoldsTheLabelsForEverIsNamed() {
    const sample::Workspace workspace;
    VERIFY_OK(RunWriter::create(workspace.path(), sample::manifest()));
    const auto run = workspace.run("run");
    const int held = ::open((run / "manifest.json").c_str(), O_RDONLY | O_CLOEXEC);
    QCOMPARE(::flock(held, LOCK_EX), 0);
    const Status refused = changeLabels(run, [](RunLabels& labels) { labels.name = "x"; });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    QVERIFY(!std::filesystem::exists(run / "labels.json"));
    ::close(held);
    VERIFY_OK(changeLabels(run, [](RunLabels& labels) { labels.name = "x"; }));
  }

  void aChangeThatChangesNothingWritesNothing() {
    const sample::Workspace workspace;
    VERIFY_OK(RunWriter::create(workspace.path(), sample::manifest()));
    const auto run = workspace.run("run");
    std::ofstream(run / "labels.json") << "{";
    const Status damaged = changeLabels(run, [](RunLabels& labels) { labels.name = "x"; });
    QVERIFY(!damaged && damaged.error().code == ErrorCode::BadFormat);
    std::filesystem::remove(run / "labels.json");
    VERIFY_OK(changeLabels(run, [](RunLabels& labels) { labels.pinned = false; }));
    QVERIFY(!std::filesystem::exists(run / "labels.json"));
    QVERIFY(!changeLabels(workspace.run("none"), [](RunLabels& labels) { labels.name = "x"; }));
  }

  void labelsGoToTheTrashAndComeBackWithTheirRun() {
    const sample::Workspace workspace;
    VERIFY_OK(RunWriter::create(workspace.path(), sample::manifest()));
    VERIFY_OK(writeLabels(workspace.run("run"), {.note = "keep me"}));
    VERIFY_OK(deleteRun(workspace.path(), "run"));
    VERIFY_OK(restoreRun(workspace.path(), "run"));
    const auto labels = readLabels(workspace.run("run"));
    VERIFY_OK(labels);
    QCOMPARE(labels->note, std::string("keep me"));
  }

  void aDeletedRunGetsNoShell() {
    const sample::Workspace workspace;
    VERIFY_OK(RunWriter::create(workspace.path(), sample::manifest()));
    VERIFY_OK(deleteRun(workspace.path(), "run"));
    const Status written = writeLabels(workspace.run("run"), {.name = "ghost"});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::NotFound);
    QVERIFY(!std::filesystem::exists(workspace.run("run")));
  }

  void damagedLabelsAreNamed_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");
    const QByteArray head = R"({"schema":1,"name":"a","note":"","pinned":)";
    QTest::newRow("no JSON") << QByteArray("{\"schema\":1,") << QByteArray("no JSON");
    QTest::newRow("missing key") << QByteArray(R"({"schema":1,"name":"a"})") << QByteArray("note");
    QTest::newRow("colour out of range")
        << head + R"(false,"color":12,"kept_as_is":false})" << QByteArray("color");
    QTest::newRow("wrong type") << head + R"("yes","color":null})" << QByteArray("pinned");
    const QByteArray all = head + R"(false,"color":null,"kept_as_is":false,)";
    QTest::newRow("tags that are no list") << all + R"("tags":"a"})" << QByteArray("tags");
    QTest::newRow("a tag that is no text") << all + R"("tags":["a",1]})" << QByteArray("tags");
    QTest::newRow("a star of another type") << all + R"("starred":1})" << QByteArray("starred");
    QTest::newRow("other schema")
        << QByteArray(
               R"({"schema":2,"name":"a","note":"","color":null,"pinned":false,"kept_as_is":false})")
        << QByteArray("schema");
  }
  void damagedLabelsAreNamed() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, says);
    const sample::Workspace workspace;
    VERIFY_OK(RunWriter::create(workspace.path(), sample::manifest()));
    std::ofstream(workspace.run("run") / "labels.json") << text.toStdString();
    const auto labels = readLabels(workspace.run("run"));
    QVERIFY(!labels);
    QCOMPARE(labels.error().code, ErrorCode::BadFormat);
    const QByteArray message = QByteArray::fromStdString(labels.error().message);
    QVERIFY2(message.contains("labels.json") && message.contains(says), message.constData());
  }
};

W2S_TEST(TstRunLabels)
#include "tst_run_labels.moc"
