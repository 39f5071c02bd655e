// index.sqlite: overviews come from it while the folders are what they were, and from the folders
// whatever has become of it.
#include <chrono>
#include <cstdint>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <QtTest>

#include "core/base/file_io.h"
#include "core/config/json.h"
#include "core/store/check_workspace.h"
#include "core/store/event_json.h"
#include "core/store/index_file.h"
#include "core/store/run_index.h"
#include "core/store/run_index_json.h"
#include "core/store/run_labels.h"
#include "tests/core/store/sample_run.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;
using namespace w2s::record;
namespace fs = std::filesystem;

namespace {

const std::vector<Event> kDone{sample::measured(stage::kStudent, 1, 3),
                               sample::evaluated(stage::kStudent, 3),
                               RunFinished{sample::summary()}};

// Runs of the last seconds are not indexed.
void age(const fs::path& run) {
  const auto then = fs::file_time_type::clock::now() - std::chrono::hours(1);
  for (const char* name : {"manifest.json", "events.jsonl", "labels.json"}) {
    if (fs::exists(run / name)) {
      fs::last_write_time(run / name, then);
    }
  }
}

Status makeRun(const sample::Workspace& workspace, const std::string& id,
               const std::vector<Event>& events, double temperature = 1.5) {
  Manifest manifest = sample::manifest(id);
  manifest.config.objective.temperature = temperature;
  manifest.config.seeds = {3, 4};
  manifest.experiment = "e";
  {
    W2S_TRY(RunWriter writer, RunWriter::create(workspace.path(), manifest));
    W2S_CHECK(sample::writeAll(writer, events));
  }
  age(workspace.run(id));
  return {};
}

// All that a list shows of a run.
std::string told(const RunOverview& run) {
  std::string text = fmt::format(
      "{} {} {} {} {} {} {} {} {} {} {} {} {}\n", run.listing.id, run.listing.folder.string(),
      run.listing.name, run.listing.seed, run.listing.created, nameOf(run.listing.state),
      run.listing.seconds, run.listing.problem, run.experiment, run.study, run.live_changes,
      run.student_steps_done, run.student_resumes_at);
  text += config::toJson(*run.config, -1);
  text += run.listing.summary ? summaryToJson(*run.listing.summary) : "no summary";
  text += run.labels.name + run.labels.note + (run.labels.pinned ? "pinned" : "");
  for (const Event& event : run.events) {
    text += eventToJson(event) + '\n';
  }
  return text;
}

std::string toldIn(const fs::path& workspace) {
  const auto runs = overviewsIn(workspace);
  std::string text;
  for (const RunOverview& run : runs.value_or(std::vector<RunOverview>())) {
    text += told(run);
  }
  return runs ? text : runs.error().message;
}

std::string toldByFolders(const fs::path& workspace) {
  const auto folders = runFolders(workspace).value_or(std::vector<fs::path>());
  std::vector<RunOverview> runs;
  for (const fs::path& folder : folders) {
    runs.push_back(overviewOf(folder));
  }
  std::ranges::sort(runs, [](const RunOverview& a, const RunOverview& b) {
    return std::tie(a.listing.created, a.listing.id) > std::tie(b.listing.created, b.listing.id);
  });
  std::string text;
  for (const RunOverview& run : runs) {
    text += told(run);
  }
  return text;
}

std::vector<std::string> idsIn(const fs::path& workspace) {
  std::vector<std::string> ids;
  for (const IndexRow& row : IndexFile(workspace).rows(0)) {
    ids.push_back(row.id);
  }
  std::ranges::sort(ids);
  return ids;
}

// In place, and as long as before.
void overwrite(const fs::path& file, const std::string& bytes) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream << bytes;
}

std::string bytesOf(const fs::path& file) {
  return readFile(file, std::uint64_t{1} << 30U).value_or("");
}

void put(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

void execute(const fs::path& file, const std::string& sql) {
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

// Two finished runs, one with live changes and labels, a stopped one and a damaged one.
void fill(const sample::Workspace& workspace) {
  VERIFY_OK(makeRun(workspace, "a", kDone));
  VERIFY_OK(makeRun(workspace, "b",
                    {sample::measured(stage::kStudent, 1, 3), sample::intervened(2, 0.25),
                     RunFinished{sample::summary(0.7)}},
                    2.5));
  VERIFY_OK(writeLabels(workspace.run("b"), {.name = "named", .note = "a\nnote", .pinned = true}));
  age(workspace.run("b"));
  VERIFY_OK(makeRun(workspace, "stopped", {RunStarted{}, RunStopped{}}));
  VERIFY_OK(makeRun(workspace, "damaged", kDone));
  put(workspace.run("damaged") / "manifest.json", "{");
}

const std::vector<std::string> kIndexed{"a", "b"};

}  // namespace

class TstRunIndex : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theIndexSaysWhatTheFoldersSay() {
    const sample::Workspace workspace;
    fill(workspace);
    const std::string folders = toldByFolders(workspace.path());
    QVERIFY(folders.find("named") != std::string::npos);
    QVERIFY(folders.find("intervened") != std::string::npos);
    QCOMPARE(toldIn(workspace.path()), folders);
    QCOMPARE(idsIn(workspace.path()), kIndexed);
    QCOMPARE(toldIn(workspace.path()), folders);
    // What is read from the index is not read from the folder.
    const fs::path log = workspace.run("a") / "events.jsonl";
    const auto time = fs::last_write_time(log);
    overwrite(log, "nonsense");
    fs::last_write_time(log, time);
    QCOMPARE(toldIn(workspace.path()), folders);
    // Runs of one configuration share it.
    RunIndex index(workspace.path());
    const RunOverview a = index.overviewOf(workspace.run("a"));
    QCOMPARE(index.overviewOf(workspace.run("a")).config, a.config);
    QVERIFY(index.overviewOf(workspace.run("b")).config != a.config);
  }

  void aChangedRunIsReadAgain_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("change");
    for (const char* file : {"manifest.json", "events.jsonl", "labels.json"}) {
      for (const char* change : {"time", "size", "inode", "gone"}) {
        QTest::addRow("%s: %s", file, change) << file << change;
      }
    }
  }
  void aChangedRunIsReadAgain() {
    QFETCH(QString, file);
    QFETCH(QString, change);
    const sample::Workspace workspace;
    fill(workspace);
    const std::string before = toldIn(workspace.path());
    const fs::path path = workspace.run("b") / file.toStdString();
    const auto time = fs::last_write_time(path);
    const std::string bytes = bytesOf(path);
    if (change == "time") {
      overwrite(path, "?");
      fs::last_write_time(path, time + std::chrono::nanoseconds(1));
    } else if (change == "size") {
      put(path, bytes + "?\n");
      fs::last_write_time(path, time);
    } else if (change == "inode") {
      put(path.string() + "~", "?" + bytes.substr(1));
      fs::rename(path.string() + "~", path);
      fs::last_write_time(path, time);
    } else {
      fs::remove(path);
    }
    const std::string folders = toldByFolders(workspace.path());
    QVERIFY(folders != before);
    QCOMPARE(toldIn(workspace.path()), folders);
    QCOMPARE(toldIn(workspace.path()), folders);
  }

  // A second change in the same tick of the clock would not show.
  void runsOfTheLastSecondsAreNotIndexed() {
    const sample::Workspace workspace;
    fill(workspace);
    const auto now = fs::file_time_type::clock::now();
    fs::last_write_time(workspace.run("a") / "events.jsonl", now);
    fs::last_write_time(workspace.run("b") / "manifest.json", now + std::chrono::hours(2));
    QCOMPARE(toldIn(workspace.path()), toldByFolders(workspace.path()));
    QVERIFY(idsIn(workspace.path()).empty());
    age(workspace.run("a"));
    QCOMPARE(toldIn(workspace.path()), toldByFolders(workspace.path()));
    QCOMPARE(idsIn(workspace.path()), std::vector<std::string>{"a"});
  }

  void runsComeAndGo() {
    const sample::Workspace workspace;
    fill(workspace);
    static_cast<void>(toldIn(workspace.path()));
    VERIFY_OK(deleteRun(workspace.path(), "a"));
    fs::rename(workspace.run("b"), workspace.run("c"));
    VERIFY_OK(makeRun(workspace, "d", kDone));
    QCOMPARE(toldIn(workspace.path()), toldByFolders(workspace.path()));
    QCOMPARE(idsIn(workspace.path()), (std::vector<std::string>{"c", "d"}));
    // The deleted ones have rows of their own.
    const auto deleted = overviewsIn(workspace.path(), RunPlace::Trash);
    VERIFY_OK(deleted);
    QCOMPARE(deleted->size(), std::size_t{1});
    QCOMPARE(IndexFile(workspace.path()).rows(1).size(), std::size_t{1});
    VERIFY_OK(restoreRun(workspace.path(), "a"));
    QCOMPARE(toldIn(workspace.path()), toldByFolders(workspace.path()));
    QCOMPARE(idsIn(workspace.path()), (std::vector<std::string>{"a", "c", "d"}));
    // No configuration outlives its last run.
    for (const char* id : {"a", "c", "d"}) {
      fs::remove_all(workspace.run(id));
    }
    fs::remove_all(workspace.path() / "trash");
    static_cast<void>(toldIn(workspace.path()));
    static_cast<void>(overviewsIn(workspace.path(), RunPlace::Trash));
    QVERIFY(idsIn(workspace.path()).empty());
  }

  void whatIsNoSoundIndexIsMadeAnew_data() {
    QTest::addColumn<std::function<void(fs::path)>>("damage");
    using Damage = std::function<void(fs::path)>;
    QTest::newRow("emptied") << Damage([](const fs::path& file) { put(file, ""); });
    QTest::newRow("removed") << Damage([](const fs::path& file) { fs::remove(file); });
    QTest::newRow("a text") << Damage([](const fs::path& file) { put(file, "not a database\n"); });
    QTest::newRow("cut in its header") << Damage([](const fs::path& f) { fs::resize_file(f, 60); });
    QTest::newRow("cut in a page") << Damage([](const fs::path& f) { fs::resize_file(f, 5000); });
    QTest::newRow("cut behind a page")
        << Damage([](const fs::path& f) { fs::resize_file(f, 4096); });
    QTest::newRow("random bytes") << Damage([](const fs::path& file) {
      std::mt19937 random(7);
      std::string bytes(20'000, '\0');
      std::ranges::generate(bytes, [&] { return static_cast<char>(random()); });
      put(file, bytes);
    });
    QTest::newRow("random bytes behind its header") << Damage([](const fs::path& file) {
      std::mt19937 random(8);
      std::string bytes = bytesOf(file);
      std::generate(bytes.begin() + 100, bytes.end(), [&] { return static_cast<char>(random()); });
      put(file, bytes);
    });
    QTest::newRow("an earlier version")
        << Damage([](const fs::path& file) { execute(file, "PRAGMA user_version=0"); });
    QTest::newRow("another table")
        << Damage([](const fs::path& file) { execute(file, "CREATE TABLE more(a)"); });
    QTest::newRow("a table less") << Damage(
        [](const fs::path& file) { execute(file, "DROP TABLE configs"); });
    QTest::newRow("a trigger") << Damage([](const fs::path& file) {
      execute(file, "CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM runs; END");
    });
    QTest::newRow("rows of another hash")
        << Damage([](const fs::path& file) { execute(file, "UPDATE runs SET checksum='x'"); });
    QTest::newRow("other overviews") << Damage([](const fs::path& file) {
      execute(file, "UPDATE runs SET overview=replace(overview, '0.8', '0.1')");
    });
    QTest::newRow("other types") << Damage(
        [](const fs::path& file) { execute(file, "UPDATE runs SET overview=x'00ff'"); });
    QTest::newRow("other configurations") << Damage([](const fs::path& file) {
      execute(file, "UPDATE configs SET text=replace(text, '1.5', '7.5')");
    });
    QTest::newRow("no configurations")
        << Damage([](const fs::path& file) { execute(file, "DELETE FROM configs"); });
  }
  void whatIsNoSoundIndexIsMadeAnew() {
    QFETCH(std::function<void(fs::path)>, damage);
    const sample::Workspace workspace;
    fill(workspace);
    const std::string folders = toldIn(workspace.path());
    const fs::path file = workspace.path() / kIndexFile;
    damage(file);
    QCOMPARE(toldIn(workspace.path()), folders);
    // What was read before the damage was met is remembered by the next list.
    QCOMPARE(toldIn(workspace.path()), folders);
    QCOMPARE(idsIn(workspace.path()), kIndexed);
    QVERIFY(!fs::exists(file.string() + "-journal"));
    const auto checked = checkWorkspace(workspace.path(), Repair::Nothing);
    VERIFY_OK(checked);
    QCOMPARE(checked->indexed, std::int64_t{2});
  }

  // Whatever the byte, the answer is that of the folders.
  void anyByteMayBeWrong() {
    const sample::Workspace workspace;
    fill(workspace);
    const std::string folders = toldIn(workspace.path());
    const fs::path file = workspace.path() / kIndexFile;
    const std::string sound = bytesOf(file);
    QVERIFY(sound.size() > 8000);
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
      std::string bytes = sound;
      for (int changed = 0; changed <= round % 4; ++changed) {
        bytes[random() % bytes.size()] = static_cast<char>(random());
      }
      if (round % 10 == 9) {
        bytes.resize(random() % bytes.size());
      }
      put(file, bytes);
      QCOMPARE(toldIn(workspace.path()), folders);
      QCOMPARE(toldIn(workspace.path()), folders);
    }
  }

  void whatMayBeSomebodysIsLeftAlone_data() {
    QTest::addColumn<std::function<void(fs::path)>>("lay");
    using Lay = std::function<void(fs::path)>;
    QTest::newRow("a folder") << Lay([](const fs::path& file) {
      fs::remove(file);
      fs::create_directories(file / "mine");
    });
    QTest::newRow("a link") << Lay([](const fs::path& file) {
      fs::remove(file);
      put(file.string() + ".other", "mine");
      fs::create_symlink(file.string() + ".other", file);
    });
    QTest::newRow("another program's database") << Lay([](const fs::path& file) {
      fs::remove(file);
      execute(file, "CREATE TABLE mine(a); INSERT INTO mine VALUES(1)");
    });
    QTest::newRow("a later version")
        << Lay([](const fs::path& file) { execute(file, "PRAGMA user_version=99"); });
  }
  void whatMayBeSomebodysIsLeftAlone() {
    QFETCH(std::function<void(fs::path)>, lay);
    const sample::Workspace workspace;
    fill(workspace);
    const std::string folders = toldIn(workspace.path());
    const fs::path file = workspace.path() / kIndexFile;
    lay(file);
    const std::string before = fs::is_directory(file) ? std::string() : bytesOf(file);
    QCOMPARE(toldIn(workspace.path()), folders);
    VERIFY_OK(makeRun(workspace, "new", kDone));
    QCOMPARE(toldIn(workspace.path()), toldByFolders(workspace.path()));
    QVERIFY(fs::is_directory(file) ? fs::exists(file / "mine") : bytesOf(file) == before);
    const auto checked = checkWorkspace(workspace.path(), Repair::RemoveWhatCanBeMadeAgain);
    VERIFY_OK(checked);
    QVERIFY(std::ranges::any_of(checked->notes, [&](const Finding& note) {
      return note.path == file && note.what.text.find("not used") != std::string::npos;
    }));
    QVERIFY(fs::exists(fs::symlink_status(file)));
  }

  void anIndexThatIsLockedIsNotWaitedForLong() {
    const sample::Workspace workspace;
    fill(workspace);
    const std::string folders = toldIn(workspace.path());
    {
      SQLite::Database other((workspace.path() / kIndexFile).string(), SQLite::OPEN_READWRITE);
      other.exec("BEGIN EXCLUSIVE");
      VERIFY_OK(makeRun(workspace, "new", kDone));
      QCOMPARE(toldIn(workspace.path()), toldByFolders(workspace.path()));
      other.exec("ROLLBACK");
    }
    QCOMPARE(toldIn(workspace.path()), toldByFolders(workspace.path()));
    QCOMPARE(idsIn(workspace.path()), (std::vector<std::string>{"a", "b", "new"}));
  }

  void anIndexThatGoesMeanwhileIsMadeAgain() {
    const sample::Workspace workspace;
    fill(workspace);
    const std::string folders = toldIn(workspace.path());
    const fs::path file = workspace.path() / kIndexFile;
    VERIFY_OK(makeRun(workspace, "new", kDone));
    {
      RunIndex index(workspace.path());
      QVERIFY(index.overviewOf(workspace.run("a")).listing.problem.empty());
      QVERIFY(index.overviewOf(workspace.run("new")).listing.problem.empty());
      fs::remove(file);
      index.keepOnly(*runFolders(workspace.path()));
    }
    QCOMPARE(idsIn(workspace.path()), std::vector<std::string>{"new"});
    {
      RunIndex index(workspace.path());
      QVERIFY(index.overviewOf(workspace.run("a")).listing.problem.empty());
      fs::remove(file);
      fs::create_directory(file);
    }
    QVERIFY(fs::is_directory(file));
    QCOMPARE(toldIn(workspace.path()), toldByFolders(workspace.path()));
  }

  void aWorkspaceThatCannotBeWrittenHasNoIndexOfItsOwn() {
    if (::geteuid() == 0) {
      QSKIP("root writes everywhere");
    }
    const sample::Workspace workspace;
    fill(workspace);
    fs::permissions(workspace.path(), fs::perms::owner_read | fs::perms::owner_exec);
    QCOMPARE(toldIn(workspace.path()), toldByFolders(workspace.path()));
    QVERIFY(!fs::exists(workspace.path() / kIndexFile));
    fs::permissions(workspace.path(), fs::perms::owner_all);
    static_cast<void>(toldIn(workspace.path()));
    // One that is there is read.
    fs::permissions(workspace.path() / kIndexFile, fs::perms::owner_read);
    fs::permissions(workspace.path(), fs::perms::owner_read | fs::perms::owner_exec);
    QCOMPARE(toldIn(workspace.path()), toldByFolders(workspace.path()));
    VERIFY_OK(makeRun(workspace, "new", kDone));
    QCOMPARE(toldIn(workspace.path()), toldByFolders(workspace.path()));
    QCOMPARE(idsIn(workspace.path()), kIndexed);
    fs::permissions(workspace.path(), fs::perms::owner_all);
  }

  void listingAWorkspaceWithoutRunsLeavesNothingBehind() {
    const sample::Workspace workspace;
    QVERIFY(toldIn(workspace.path()).empty());
    QVERIFY(!fs::exists(workspace.path() / kIndexFile));
    VERIFY_OK(makeRun(workspace, "stopped", {RunStarted{}, RunStopped{}}));
    QVERIFY(!toldIn(workspace.path()).empty());
    QVERIFY(!fs::exists(workspace.path() / kIndexFile));
  }

  void severalProgramsShareIt() {
    const sample::Workspace workspace;
    fill(workspace);
    for (int i = 0; i < 30; ++i) {
      VERIFY_OK(makeRun(workspace, fmt::format("run-{}", i), kDone, 1.0 + 0.1 * (i % 4)));
    }
    const std::string folders = toldByFolders(workspace.path());
    std::vector<std::string> wrong(4);
    {
      std::vector<std::jthread> programs;
      for (std::string& answer : wrong) {
        programs.emplace_back([&] {
          for (int round = 0; round < 10 && answer.empty(); ++round) {
            if (const std::string text = toldIn(workspace.path()); text != folders) {
              answer = text;
            }
          }
        });
      }
    }
    QCOMPARE(wrong, std::vector<std::string>(4));
    QCOMPARE(idsIn(workspace.path()).size(), std::size_t{32});
  }

  void whatTheIndexSaysWronglyIsFoundByTheCheck() {
    const sample::Workspace workspace;
    fill(workspace);
    fs::remove_all(workspace.run("damaged"));
    static_cast<void>(toldIn(workspace.path()));
    const auto sound = checkWorkspace(workspace.path(), Repair::Nothing);
    VERIFY_OK(sound);
    QVERIFY2(sound->faults.empty(),
             sound->faults.empty() ? "" : sound->faults.front().what.text.c_str());
    // A row with a right hash and another summary: laid in by hand.
    IndexFile index(workspace.path());
    IndexRow row = *index.row(0, "a");
    const auto at = row.overview.find("0.8");
    QVERIFY(at != std::string::npos);
    row.overview.replace(at, 3, "0.2");
    index.write(0, {.rows = {row}, .configs = {}, .present = {}});
    auto checked = checkWorkspace(workspace.path(), Repair::Nothing);
    VERIFY_OK(checked);
    QCOMPARE(checked->faultsLeft(), std::int64_t{1});
    QVERIFY(checked->faults.front().what.text.find("the run a") != std::string::npos);
    checked = checkWorkspace(workspace.path(), Repair::RemoveWhatCanBeMadeAgain);
    QCOMPARE(checked->faultsLeft(), std::int64_t{0});
    QVERIFY(!fs::exists(workspace.path() / kIndexFile));
    put(workspace.path() / kIndexFile, "nonsense");
    checked = checkWorkspace(workspace.path(), Repair::Nothing);
    QCOMPARE(checked->faultsLeft(), std::int64_t{1});
    QVERIFY(checked->faults.front().what.text.find("made anew") != std::string::npos);
  }

  void networkFileSystemsAreKnown() {
    for (const std::uint32_t kind : {0x6969U, 0xfe534d42U, 0x0bd00bd0U, 0x65735546U}) {
      QVERIFY(isSharedFileSystem(kind));
    }
    for (const std::uint32_t kind : {0xef53U, 0x9123683eU, 0x58465342U, 0x01021994U, 0x794c7630U}) {
      QVERIFY(!isSharedFileSystem(kind));
    }
  }
};

W2S_TEST(TstRunIndex)
#include "tst_run_index.moc"
