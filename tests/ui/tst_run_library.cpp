// The library of recorded runs over real run folders: lists, loads, follows the folder, keeps
// labels, deletes and restores; and the overlays it feeds.
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <span>

#include <fmt/format.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/store/bundle.h"
#include "core/store/run_labels.h"
#include "core/store/run_list.h"
#include "tests/support/step_rows.h"
#include "tests/support/test_main.h"
#include "tests/ui/stored_runs.h"
#include "ui/bridge/overlay_set.h"
#include "ui/bridge/run_library.h"
#include "ui/figures/figure_run.h"

using namespace w2s;
using namespace w2s::ui;
using record::StageId;
namespace stage = record::stage;
using test::recordRun;
using test::TemporaryWorkspace;

namespace {

QStringList idsOf(const RunLibrary& library) {
  QStringList ids;
  for (const RunRecord& run : library.runs()) {
    ids += run.id;
  }
  return ids;
}

// Waits for the library to have read the run.
std::shared_ptr<const LoadedRun> loaded(RunLibrary& library, const QString& id) {
  QObject context;
  std::shared_ptr<const LoadedRun> run;
  bool answered = false;
  library.load(id, &context, [&](const RunLibrary::Loaded& result) {
    answered = true;
    run = result.value_or(nullptr);
  });
  static_cast<void>(QTest::qWaitFor([&] { return answered; }, 30'000));
  return run;
}

}  // namespace

class TstRunLibrary : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void listsRunsNewestFirst() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "old", .created = "2024-11-20T12:00:00Z"});
    recordRun(workspace.path(),
              {.id = "new", .name = "second", .seed = 3, .created = "2024-11-22T12:00:00Z"});
    recordRun(workspace.path(), {.id = "cut",
                                 .created = "2024-11-21T12:00:00Z",
                                 .steps = 400,
                                 .done = 212,
                                 .finished = false});
    RunLibrary library(workspace.path());
    QVERIFY(!library.isListed());  // nothing is read on this thread
    QTRY_VERIFY(library.isListed());
    QCOMPARE(idsOf(library), (QStringList{"new", "cut", "old"}));
    const RunRecord& done = library.runs()[0];
    QCOMPARE(done.title(), QStringLiteral("second"));
    QCOMPARE(done.seed, std::int64_t{3});
    QVERIFY(done.stored == store::RunState::Finished);
    QCOMPARE(done.readings.student.accuracy, 0.75);
    QVERIFY(done.method.startsWith(QStringLiteral("Forward KL")));
    QCOMPARE(done.seconds, 1.5);
    const RunRecord& cut = library.runs()[1];
    QVERIFY(cut.isInterrupted());
    QCOMPARE(cut.done, std::int64_t{212});
    QCOMPARE(cut.steps, std::int64_t{400});
    QCOMPARE(cut.readings.weak.accuracy, 0.6);
    // Neighbours have different colours.
    QVERIFY(library.runs()[0].color != cut.color);
    QVERIFY(library.runs()[2].color != cut.color);
  }

  // Seeds of one experiment have one colour, and a colour stays when others come and go.
  void coloursAreThoseOfExperimentsAndStay() {
    const TemporaryWorkspace workspace;
    const auto add = [&](const std::string& id, const std::string& experiment) {
      recordRun(workspace.path(), {.id = id, .experiment = experiment});
    };
    add("20240101-a-s0", "a-1");
    add("20240102-b-s0", "b-2");
    add("20240103-a-s1", "a-1");
    const auto colors = [](const RunLibrary& library) {
      std::map<QString, int> found;
      for (const RunRecord& run : library.runs()) {
        found[run.id] = run.color;
      }
      return found;
    };
    std::map<QString, int> first;
    {
      RunLibrary library(workspace.path());
      QTRY_VERIFY(library.isListed());
      first = colors(library);
      QCOMPARE(first["20240101-a-s0"], first["20240103-a-s1"]);
      QVERIFY(first["20240102-b-s0"] != first["20240101-a-s0"]);
      // One that a person has chosen goes before, and is taken back.
      library.changeLabels({"20240102-b-s0"}, [](store::RunLabels& labels) { labels.color = 9; });
      QCOMPARE(colors(library)["20240102-b-s0"], 9);
      library.changeLabels({"20240102-b-s0"},
                           [](store::RunLabels& labels) { labels.color.reset(); });
      QCOMPARE(colors(library), first);
    }
    QVERIFY(store::deleteRun(workspace.path(), "20240103-a-s1"));
    QVERIFY(store::deleteRun(workspace.path(), "20240101-a-s0"));
    add("20230101-c-s0", "c-3");
    {
      RunLibrary library(workspace.path());
      QTRY_VERIFY(library.isListed());
      const auto second = colors(library);
      QCOMPARE(second.at("20240102-b-s0"), first["20240102-b-s0"]);
      QVERIFY(second.at("20230101-c-s0") != first["20240102-b-s0"]);
      QVERIFY(second.at("20230101-c-s0") != first["20240101-a-s0"]);
    }
    // A figure made without the window has the same colours.
    const auto figure = figures::loadFigureRun(workspace.run("20240102-b-s0"));
    QVERIFY(figure.has_value());
    QCOMPARE(figure->color, std::optional(first["20240102-b-s0"]));
    // Without the file they are given anew.
    QVERIFY(std::filesystem::remove(workspace.path() / "colors.json"));
    QVERIFY(!figures::loadFigureRun(workspace.run("20240102-b-s0"))->color);
  }

  // A long list does not wait for its end, and a piece of it is a few ms for the window.
  void manyRunsArriveInPieces() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "20240101-000000-run-s0-0000"});
    constexpr int kRuns = 450;
    for (int i = 1; i < kRuns; ++i) {
      std::filesystem::copy(workspace.run("20240101-000000-run-s0-0000"),
                            workspace.run(fmt::format("20240102-{:06}-run-s0-{:04x}", i, i)),
                            std::filesystem::copy_options::recursive);
    }
    RunLibrary library(workspace.path());
    QStringList in_pieces;
    QMap<QString, int> colors;
    connect(&library, &RunLibrary::found, this, [&](std::size_t count) {
      QVERIFY(!library.isListed());
      QVERIFY(count <= 200);
      for (const RunRecord& run : std::span(library.runs()).last(count)) {
        in_pieces += run.id;
        colors[run.id] = run.color;
        QCOMPARE(library.find(run.id)->id, run.id);
      }
    });
    QTRY_VERIFY(library.isListed());
    QCOMPARE(library.runs().size(), std::size_t{kRuns});
    QCOMPARE(in_pieces.size(), 400);  // whole pieces; the rest comes with the whole list
    QCOMPARE(in_pieces, idsOf(library).first(400));
    QVERIFY(in_pieces.front().endsWith(QStringLiteral("-01c1")));  // the newest
    for (const RunRecord& run : library.runs()) {
      QCOMPARE(run.color, colors.value(run.id, run.color));
    }
    QVERIFY(library.runs()[0].color != library.runs()[1].color);
    // Once listed, the list is replaced as a whole.
    QSignalSpy changed(&library, &RunLibrary::changed);
    library.refresh();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(in_pieces.size(), 400);
  }

  void anEmptyOrMissingWorkspaceHasNoRuns() {
    const TemporaryWorkspace workspace;
    RunLibrary library(workspace.path() / "nowhere");
    QTRY_VERIFY(library.isListed());
    QVERIFY(library.runs().empty());
  }

  void aDamagedFolderIsListedWithItsProblem() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "sound"});
    recordRun(workspace.path(), {.id = "broken"});
    std::ofstream(workspace.run("broken") / "manifest.json") << "{";
    RunLibrary library(workspace.path());
    QTRY_VERIFY(library.isListed());
    QCOMPARE(library.runs().size(), std::size_t{2});
    QVERIFY(library.find("broken")->problem.contains(QStringLiteral("manifest.json")));
    QVERIFY(library.find("sound")->problem.isEmpty());
  }

  void loadsWhatWasRecorded() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(),
              {.id = "run", .seed = 5, .steps = 1000, .done = 1000, .every = 100});
    RunLibrary library(workspace.path());
    const auto run = loaded(library, "run");
    QVERIFY(run);
    QCOMPARE(run->series.id, std::string("run"));
    QCOMPARE(run->seed, std::int64_t{5});
    const StageSeries& student = run->series.stage(stage::kStudent);
    QCOMPARE(student.rows.size(), std::size_t{1000});
    QCOMPARE(student.evaluations.size(), std::size_t{10});
    QCOMPARE(student.rows.column("total")[500], static_cast<float>(test::sampleRow(501).total));
    QCOMPARE(student.state, StageSeries::State::Finished);
    QVERIFY(run->series.summary.has_value());
    QCOMPARE(run->seconds, 1.5);
  }

  // tests/data/runs holds a run that version 0.1.0 recorded.
  void aRunOfAnOlderVersionIsReadWhole() {
    const TemporaryWorkspace workspace;
    const std::string id = "20261129-233123-fashion-demo-s0-ab32";
    std::filesystem::create_directories(workspace.run(id).parent_path());
    std::filesystem::copy(W2S_SOURCE_DIR "/tests/data/runs/" + id, workspace.run(id),
                          std::filesystem::copy_options::recursive);
    RunLibrary library(workspace.path());
    const auto run = loaded(library, QString::fromStdString(id));
    QVERIFY(run);
    const StageSeries& student = run->series.stage(stage::kStudent);
    QCOMPARE(student.state, StageSeries::State::Finished);
    QCOMPARE(student.rows.size(), std::size_t{75});
    QCOMPARE(student.rows.column("total").front(), 1.2560358634218574F);
    QCOMPARE(student.rows.column("kd_weight").back(), 0.75F);
    QCOMPARE(student.evaluations.size(), std::size_t{8});
    QCOMPARE(run->series.stage(stage::kCeiling).evaluations.size(), std::size_t{6});
    QCOMPARE(run->series.interventions.size(), std::size_t{3});
    QCOMPARE(run->series.summary->student.accuracy, 113.0 / 150.0);
    QCOMPARE(run->series.plan.size(), std::size_t{5});
  }

  // And one that a later version recorded, with a stage, columns, events and settings of its own.
  void aRunOfALaterVersionIsReadWhole() {
    const TemporaryWorkspace workspace;
    const std::string id = "20270401-120000-fashion-demo-s0-9d01";
    std::filesystem::create_directories(workspace.run(id).parent_path());
    std::filesystem::copy(W2S_SOURCE_DIR "/tests/data/runs/" + id, workspace.run(id),
                          std::filesystem::copy_options::recursive);
    RunLibrary library(workspace.path());
    QTRY_VERIFY(library.isListed());
    QCOMPARE(library.runs().front().problem, QString());
    QVERIFY(library.runs().front().stored == store::RunState::Finished);
    const auto run = loaded(library, QString::fromStdString(id));
    QVERIFY(run);
    QCOMPARE(run->unknown_settings,
             (std::vector<std::string>{"judge", "objective.divergence", "objective.sharpness"}));
    QCOMPARE(run->series.plan.size(), std::size_t{6});
    QCOMPARE(run->series.stage("judge").rows.column("doubt"), (std::vector<float>{0.5F, 0.25F}));
    const StageSeries& student = run->series.stage(stage::kStudent);
    QCOMPARE(student.rows.size(), std::size_t{75});
    QCOMPARE(student.rows.column("loss_weight").front(), 0.25F);
    QCOMPARE(run->series.summary->pgr.status, metrics::PgrStatus::Unknown);
  }

  void aLongRunIsReadBesideTheWindow() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "long", .steps = 100'000, .done = 100'000, .every = 1000});
    RunLibrary library(workspace.path());
    QTRY_VERIFY(library.isListed());
    QObject context;
    std::shared_ptr<const LoadedRun> run;
    // The window goes on in the meantime: its events are handled before the answer comes.
    int turns_before = 0;
    library.load("long", &context,
                 [&](const RunLibrary::Loaded& result) { run = result.value_or(nullptr); });
    QVERIFY(!run);
    while (!run && turns_before < 1'000'000) {
      QMetaObject::invokeMethod(
          &context, [&] { turns_before += run ? 0 : 1; }, Qt::QueuedConnection);
      QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    QVERIFY(run);
    QVERIFY(turns_before > 1);
    QCOMPARE(run->series.stage(stage::kStudent).rows.size(), std::size_t{100'000});
    qInfo("100,000 steps were read in %.3f s, during which the window had %d turns",
          run->load_seconds, turns_before);
  }

  void aRunThatIsGoneIsAnError() {
    const TemporaryWorkspace workspace;
    RunLibrary library(workspace.path());
    QObject context;
    QString message;
    library.load("nothing", &context, [&](const RunLibrary::Loaded& result) {
      message = result ? QStringLiteral("loaded") : QString::fromStdString(result.error().message);
    });
    QTRY_VERIFY(message.contains(QStringLiteral("nothing")));
  }

  void nobodyIsToldWhoIsGone() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "run"});
    RunLibrary library(workspace.path());
    auto context = std::make_unique<QObject>();
    bool told = false;
    library.load("run", context.get(), [&](const RunLibrary::Loaded&) { told = true; });
    context.reset();
    QVERIFY(loaded(library, "run"));  // answered after the first one would have been
    QVERIFY(!told);
  }

  void mayDieWithMuchToDo() {
    const TemporaryWorkspace workspace;
    for (int i = 0; i < 20; ++i) {
      recordRun(workspace.path(), {.id = "run" + std::to_string(i)});
    }
    for (int trial = 0; trial < 10; ++trial) {
      RunLibrary library(workspace.path());
      QObject context;
      for (int i = 0; i < 20; ++i) {
        library.load(QStringLiteral("run%1").arg(i), &context, [](const RunLibrary::Loaded&) {});
      }
      if (trial % 2 == 0) {
        QTRY_VERIFY(library.isListed());
      }
    }
  }

  void labelsAreShownAtOnceAndKept() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "run"});
    RunLibrary library(workspace.path());
    QTRY_VERIFY(library.isListed());
    QSignalSpy changed(&library, &RunLibrary::changed);
    library.changeLabels({"run"}, [](store::RunLabels& labels) {
      labels = {.name = "mine", .note = "a note", .color = 2, .pinned = true};
    });
    QCOMPARE(changed.size(), 1);
    QCOMPARE(library.runs()[0].title(), QStringLiteral("mine"));
    QCOMPARE(library.runs()[0].color, 2);
    QTRY_VERIFY(store::readLabels(workspace.run("run"))->pinned);
    library.refresh();
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(library.runs()[0].title(), QStringLiteral("mine"));
    // And by another window.
    RunLibrary other(workspace.path());
    QTRY_VERIFY(other.isListed());
    QCOMPARE(other.runs()[0].labels.note, std::string("a note"));
  }

  void labelsAreWrittenEvenWhenTheWindowClosesAtOnce() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "run"});
    {
      RunLibrary library(workspace.path());
      QTRY_VERIFY(library.isListed());
      library.changeLabels({"run"}, [](store::RunLabels& labels) { labels.name = "last word"; });
    }
    QCOMPARE(store::readLabels(workspace.run("run"))->name, std::string("last word"));
  }

  void deletesAndRestores() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "a"});
    recordRun(workspace.path(), {.id = "b"});
    recordRun(workspace.path(), {.id = "c"});
    RunLibrary library(workspace.path());
    QTRY_VERIFY(library.isListed());
    QSignalSpy removed(&library, &RunLibrary::removed);
    library.remove({"a", "c"});
    QCOMPARE(idsOf(library), QStringList{"b"});  // at once
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(removed[0][0].toStringList(), (QStringList{"a", "c"}));
    QVERIFY(!std::filesystem::exists(workspace.run("a")));
    library.restore({"a", "c"});
    QTRY_COMPARE(library.runs().size(), std::size_t{3});
    QVERIFY(std::filesystem::exists(workspace.run("a") / "events.jsonl"));
  }

  void aRefusedDeletionPutsTheRunBack() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "a"});
    RunLibrary library(workspace.path());
    QTRY_VERIFY(library.isListed());
    // Somebody continues it in the meantime.
    auto writer = store::RunWriter::create(workspace.path(), {.id = "busy", .name = "busy"});
    QVERIFY(writer.has_value());
    library.refresh();
    QTRY_COMPARE(library.runs().size(), std::size_t{2});
    QSignalSpy failed(&library, &RunLibrary::failed);
    library.remove({"busy"});
    QCOMPARE(library.runs().size(), std::size_t{1});
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("running")));
    QTRY_COMPARE(library.runs().size(), std::size_t{2});
  }

  void runsAreSavedAsABundle() {
    const TemporaryWorkspace workspace;
    for (const char* id : {"a", "b", "c"}) {
      recordRun(workspace.path(), {.id = id});
    }
    RunLibrary library(workspace.path());
    QTRY_VERIFY(library.isListed());
    QSignalSpy bundled(&library, &RunLibrary::bundled);
    QSignalSpy failed(&library, &RunLibrary::failed);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("two.w2s"));
    library.writeBundle({"a"}, file);
    library.writeBundle({"a", "c"}, file);  // in place of the one that is there
    QTRY_COMPARE(bundled.size(), 2);
    QCOMPARE(bundled[1][1].toInt(), 2);
    QCOMPARE(bundled[1][2].toLongLong(), QFileInfo(file).size());
    const auto contents = store::readBundle(file.toStdString());
    QVERIFY(contents.has_value());
    QCOMPARE(contents->runs, (std::vector<std::string>{"a", "c"}));
    // What cannot be written is said, and leaves nothing; the bundle that is there stays.
    const QString missing = folder.filePath(QStringLiteral("missing/two.w2s"));
    library.writeBundle({"a"}, missing);
    library.writeBundle({"gone"}, file);
    QTRY_COMPARE(failed.size(), 2);
    const QString refused = failed[0][0].toString();
    QVERIFY2(refused.contains(missing) && !refused.contains(QStringLiteral(".w2s.")),
             qPrintable(refused));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("two.w2s")});
    QCOMPARE(store::readBundle(file.toStdString())->runs, (std::vector<std::string>{"a", "c"}));
  }

  // A large one takes minutes: what the window asks for meanwhile does not wait, nor a file of that name
  // with another ending.
  void aBundleIsWrittenBesideTheOtherWork() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "a"});
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("one.w2s"));
    QFile other(file + QStringLiteral(".part"));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("mine") == 4);
    other.close();
    RunLibrary library(workspace.path());
    QTRY_VERIFY(library.isListed());
    QSignalSpy bundling(&library, &RunLibrary::bundling);
    QSignalSpy bundled(&library, &RunLibrary::bundled);
    QSemaphore begun;
    QSemaphore released;
    library.work(&library, [&begun, &released] {
      begun.release();
      released.acquire();
      return [] {};
    });
    begun.acquire();  // the thread of the library is at work
    library.writeBundle({"a"}, file);
    QCOMPARE(bundling.size(), 1);
    QCOMPARE(bundling[0][0].toString(), file);
    const bool is_written = QTest::qWaitFor([&bundled] { return bundled.size() == 1; }, 10'000);
    released.release();
    QVERIFY(is_written);
    QVERIFY(other.open(QIODevice::ReadOnly));
    QCOMPARE(other.readAll(), QByteArray("mine"));
  }

  // Of a later version: the colours of this window are not kept, and nothing is lost.
  void coloursOfALaterVersionAreLeft() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "a"});
    const QString file = QString::fromStdString((workspace.path() / "colors.json").string());
    const QByteArray later = R"({"schema": 2, "order": []})";
    QFile colors(file);
    QVERIFY(colors.open(QIODevice::WriteOnly) && colors.write(later) == later.size());
    colors.close();
    RunLibrary library(workspace.path());
    QTRY_VERIFY(library.isListed());
    QCOMPARE(library.runs().front().color, 0);
    recordRun(workspace.path(), {.id = "b"});
    library.refresh();
    QTRY_COMPARE(library.runs().size(), std::size_t{2});
    QVERIFY(library.find(QStringLiteral("a"))->color == 0);
    QVERIFY(library.find(QStringLiteral("b"))->color == 1);
    QVERIFY(colors.open(QIODevice::ReadOnly));
    QCOMPARE(colors.readAll(), later);
  }

  void theRunsOfABundleCome() {
    const TemporaryWorkspace from;
    recordRun(from.path(), {.id = "a"});
    recordRun(from.path(), {.id = "b"});
    const std::filesystem::path file = from.path() / "two.w2s";
    QVERIFY(store::writeBundle({from.run("a"), from.run("b")}, {}, file).has_value());
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "b"});
    RunLibrary library(workspace.path());
    QTRY_VERIFY(library.isListed());
    QSignalSpy imported(&library, &RunLibrary::imported);
    QSignalSpy failed(&library, &RunLibrary::failed);
    library.importBundle(QString::fromStdString(file.string()));
    QTRY_COMPARE(imported.size(), 1);
    QCOMPARE(imported[0][0].toStringList(), (QStringList{"a", "b"}));
    QCOMPARE(imported[0][1].toInt(), 1);
    QVERIFY(imported[0][2].toStringList().isEmpty());
    QTRY_COMPARE(library.runs().size(), std::size_t{2});
    // One that is cut changes nothing.
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 100);
    library.importBundle(QString::fromStdString(file.string()));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("two.w2s")));
    QCOMPARE(imported.size(), 1);
  }

  void runsOfOtherProcessesAppearChangeAndGo() {
    const TemporaryWorkspace workspace;
    RunLibrary library(workspace.path());
    QTRY_VERIFY(library.isListed());
    auto writer = store::RunWriter::create(workspace.path(), {.id = "cli", .name = "cli"});
    QVERIFY(writer.has_value());
    QTRY_COMPARE(library.runs().size(), std::size_t{1});
    QVERIFY(library.runs()[0].stored == store::RunState::Running);
    QVERIFY(writer->write(record::RunStarted{.name = "cli", .device = "cpu", .stages = {}}));
    QVERIFY(writer->write(record::RunFinished{}));
    QVERIFY(writer->finish());
    QTRY_VERIFY(library.runs()[0].stored == store::RunState::Finished);
    QVERIFY(store::deleteRun(workspace.path(), "cli"));
    QTRY_VERIFY(library.runs().empty());
  }

  void overlaysFollowTheLibrary() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "a", .name = "first"});
    recordRun(workspace.path(), {.id = "b"});
    QVERIFY(store::writeLabels(workspace.run("b"), {.color = 4, .pinned = true}));
    RunLibrary library(workspace.path());
    OverlaySet overlays(library);
    // Pinned runs come by themselves.
    QTRY_COMPARE(overlays.items().size(), std::size_t{1});
    QCOMPARE(overlays.items()[0].id, QStringLiteral("b"));
    QVERIFY(overlays.items()[0].pinned);
    QCOMPARE(overlays.items()[0].color, 4);
    QVERIFY(!overlays.isShown("a"));
    overlays.setShown("a", true);
    QVERIFY(overlays.isShown("a"));
    QTRY_COMPARE(overlays.items().size(), std::size_t{2});
    const OverlaySet::Item item = overlays.items()[1];
    QCOMPARE(item.label, QStringLiteral("first"));
    QCOMPARE(item.run->series.stage(stage::kStudent).evaluations.size(), std::size_t{4});
    library.changeLabels({"a"}, [](store::RunLabels& labels) { labels.name = "renamed"; });
    QCOMPARE(overlays.items()[1].label, QStringLiteral("renamed"));
    // The page's own run is not laid over itself.
    overlays.setPresent("b");
    QCOMPARE(overlays.items().size(), std::size_t{1});
    overlays.setPresent("a");
    QCOMPARE(overlays.items()[0].id, QStringLiteral("b"));
    overlays.setPresent({});
    library.remove({"a"});
    QVERIFY(!overlays.isShown("a"));
    overlays.setShown("b", false);
    QVERIFY(overlays.items().empty());
    // The series live as long as somebody draws them.
    QCOMPARE(item.run->series.stage(stage::kStudent).rows.size(), std::size_t{40});
  }

  void overlaysOfOneNameAreToldApart() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "day-a1", .name = "demo"});
    recordRun(workspace.path(), {.id = "day-a2", .name = "demo", .temperature = 2.0});
    recordRun(workspace.path(), {.id = "day-a3", .name = "demo", .seed = 7});
    recordRun(workspace.path(), {.id = "day-a4", .name = "demo", .seed = 7});
    recordRun(workspace.path(), {.id = "day-b1", .name = "other"});
    RunLibrary library(workspace.path());
    QTRY_VERIFY(library.isListed());
    QVERIFY(!library.find("day-a1")->method.contains(QStringLiteral("T ")));
    QVERIFY(library.find("day-a2")->method.contains(QStringLiteral(", T 2")));
    OverlaySet overlays(library);
    const auto labels = [&] {
      QStringList all;
      for (const OverlaySet::Item& item : overlays.items()) {
        all += item.label;
      }
      all.sort();  // they come in the order in which they were read
      return all;
    };
    const auto show = [&](const QStringList& ids) {
      const std::size_t before = overlays.items().size();
      for (const QString& id : ids) {
        overlays.setShown(id, true);
      }
      QTRY_COMPARE(overlays.items().size(), before + static_cast<std::size_t>(ids.size()));
    };
    show({"day-a1", "day-b1"});
    QCOMPARE(labels(), (QStringList{"demo", "other"}));
    show({"day-a2"});
    QCOMPARE(labels(), (QStringList{"demo, T = 1", "demo, T = 2", "other"}));
    show({"day-a3"});
    QCOMPARE(labels(), (QStringList{"demo, T = 1, seed 0", "demo, T = 1, seed 7",
                                    "demo, T = 2, seed 0", "other"}));
    show({"day-a4"});
    QCOMPARE(labels(), (QStringList{"demo, T = 1, seed 0", "demo, T = 1, seed 7, a3",
                                    "demo, T = 1, seed 7, a4", "demo, T = 2, seed 0", "other"}));
    // From the charts' own run, which is one of them.
    for (const char* id : {"day-a3", "day-a4", "day-b1"}) {
      overlays.setShown(QLatin1String(id), false);
    }
    overlays.setPresent("day-a1");
    QCOMPARE(labels(), (QStringList{"T = 2"}));
    overlays.setPresent({});
    QCOMPARE(labels(), (QStringList{"T = 1", "T = 2"}));
    overlays.setShown("day-b1", true);
    QTRY_COMPARE(overlays.items().size(), 3U);
    overlays.setShown("day-a2", false);
    QCOMPARE(labels(), (QStringList{"demo", "other"}));
  }

  void anOverlayOfAGrowingRunGrows() {
    const TemporaryWorkspace workspace;
    auto writer = store::RunWriter::create(workspace.path(), {.id = "cli", .name = "cli"});
    QVERIFY(writer.has_value());
    using namespace record;
    QVERIFY(writer->write(StageStarted{.stage = stage::kStudent, .steps = 100}));
    QVERIFY(writer->write(
        StepsMeasured{.stage = stage::kStudent, .rows = test::blockOf(test::sampleRow(1))}));
    RunLibrary library(workspace.path());
    OverlaySet overlays(library);
    QTRY_VERIFY(library.isListed());
    overlays.setShown("cli", true);
    QTRY_COMPARE(overlays.items().size(), std::size_t{1});
    QVERIFY(writer->write(
        StepsMeasured{.stage = stage::kStudent, .rows = test::blockOf(test::sampleRow(2))}));
    library.refresh();
    QTRY_COMPARE(overlays.items()[0].run->series.stage(stage::kStudent).rows.size(),
                 std::size_t{2});
  }
};

W2S_TEST(TstRunLibrary)
#include "tst_run_library.moc"
