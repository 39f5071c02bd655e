// What is damaged is noticed, whichever byte it is; what a killed process left is swept, and nothing
// else.
#include <algorithm>
#include <csignal>
#include <fstream>
#include <stop_token>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <fmt/format.h>

#include <QtTest>

#include "core/base/file_io.h"
#include "core/base/seal.h"
#include "core/store/check_workspace.h"
#include "core/store/json_seal.h"
#include "core/store/leftovers.h"
#include "core/store/recorded_run.h"
#include "core/store/run_labels.h"
#include "core/store/run_list.h"
#include "core/store/stage_cache.h"
#include "core/store/workspace.h"
#include "tests/core/store/sample_run.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;
using namespace w2s::record;
namespace fs = std::filesystem;

namespace {

constexpr const char* kEntry = "0123456789abcdef0123456789abcdef";

// A safetensors file with one number and a hash of itself.
std::string tensors() {
  std::string header = fmt::format(
      R"({{"__metadata__":{{"fingerprint":"bb","{}":"{}","{}":"yes"}},"progress":{{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}}})",
      kSealKey, openSeal(), kSealedKey);
  header.resize((header.size() + 7) / 8 * 8, ' ');
  std::string bytes{static_cast<char>(header.size() & 0xFFU),
                    static_cast<char>(header.size() >> 8U)};
  bytes.resize(8, '\0');
  bytes += header;
  const std::size_t header_end = bytes.size();
  bytes += std::string(8, '\x3f');
  seal(bytes, header_end);
  return bytes;
}

Status put(const fs::path& file, const std::string& text) {
  return writeFileAtomically(file, text);
}

// Every kind of file that a run has, and a cache entry.
Status fill(const sample::Workspace& workspace) {
  W2S_CHECK(prepareWorkspace(workspace.path()));
  W2S_TRY(RunWriter writer, RunWriter::create(workspace.path(), sample::manifest()));
  const fs::path run = writer.folder();
  W2S_CHECK(put(run / "rows.json", "{\"schema\":1,\"splits\":{}}\n"));
  W2S_CHECK(put(run / "predictions.safetensors", tensors()));
  W2S_CHECK(put(writer.checkpointFile(stage::kStudent), tensors()));
  W2S_CHECK(writer.keepPreviousCheckpoint(stage::kStudent));
  W2S_CHECK(put(writer.checkpointFile(stage::kStudent), tensors()));
  for (std::int64_t step : {1, 2}) {
    W2S_CHECK(
        writer.writePredictions(stage::kStudent, {.rows = {3, 5}, .classes = 10},
                                {.step = step, .classes = {1, 2}, .confidences = {0.5F, 0.25F}}));
  }
  W2S_CHECK(sample::writeAll(
      writer, {RunStarted{}, StageStarted{.stage = stage::kStudent, .steps = 4},
               sample::measured(stage::kStudent, 1, 2), sample::evaluated(stage::kStudent, 2)}));
  W2S_CHECK(writer.sync());
  W2S_CHECK(sample::writeAll(
      writer, {sample::intervened(2, 0.5), sample::measured(stage::kStudent, 3, 4),
               sample::evaluated(stage::kStudent, 4), StageFinished{.stage = stage::kStudent}}));
  W2S_CHECK(writer.writeSummary(sample::summary()));
  W2S_CHECK(writer.write(RunFinished{.summary = sample::summary()}, 1.5));
  W2S_CHECK(writer.finish());
  W2S_CHECK(writeLabels(run, {.name = "mine", .note = "a note", .color = 1}));

  W2S_TRY(StageWriter entry, StageCache(cacheFolder(workspace.path())).begin(kEntry));
  W2S_CHECK(put(entry.folder() / "model.safetensors", tensors()));
  W2S_CHECK(entry.copySeries(run / "series" / "student.csv"));
  return entry.commit({.stage = stage::kStudent, .seconds = 2.0}).map([](const auto&) {});
}

WorkspaceCheck checked(const sample::Workspace& workspace, Repair repair = Repair::Nothing) {
  return checkWorkspace(workspace.path(), repair).value();
}

struct Numbers {
  std::string text;               // empty: the run cannot be read
  std::vector<std::string> rows;  // of its series
};

Numbers numbersOf(const fs::path& folder) {
  const auto run = loadRun(folder);
  if (!run || run->state != RunState::Finished) {
    return {};
  }
  Numbers numbers;
  std::string& text = numbers.text;
  text = fmt::format("{} {} {}", run->manifest.seed, run->summary->student.accuracy,
                     run->manifest.config.objective.temperature);
  for (const Intervention& change : run->interventions) {
    text += fmt::format(" {} {}", change.step, change.new_value);
  }
  for (const auto& [stage, recorded] : run->stages) {
    text += stage;
    for (const auto& evaluation : recorded.evaluations) {
      text += fmt::format(" {} {}", evaluation.step, evaluation.test.accuracy);
    }
    for (std::size_t i = 0; i < recorded.series.steps.size(); ++i) {
      std::string& row = numbers.rows.emplace_back(fmt::format("{}", recorded.series.steps[i]));
      for (const auto& column : recorded.series.columns) {
        row += fmt::format(" {}", column[i]);
      }
    }
  }
  return numbers;
}

// Those rows of a series that can be read are the sound ones.
bool areFirstOf(const std::vector<std::string>& rows, const std::vector<std::string>& all) {
  return rows.size() < all.size() && std::equal(rows.begin(), rows.end(), all.begin());
}

void makeOld(const fs::path& path) {
  fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(2));
}

// The number of a process that is no more.
pid_t deadProcess() {
  const pid_t child = ::fork();
  if (child == 0) {
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return child;
}

}  // namespace

class TstCheckWorkspace : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatWasWrittenIsSound() {
    const sample::Workspace workspace;
    VERIFY_OK(fill(workspace));
    const WorkspaceCheck check = checked(workspace);
    for (const Finding& fault : check.faults) {
      QFAIL(fault.what.text.c_str());
    }
    QCOMPARE(check.faultsLeft(), std::int64_t(0));
    QVERIFY(check.leftovers.empty());
    QVERIFY(check.notes.empty());
    QCOMPARE(check.runs, std::int64_t(1));
    QCOMPARE(check.entries, std::int64_t(1));
    QCOMPARE(check.checkpoints, std::int64_t(2));
    QCOMPARE(check.without_hash, std::int64_t(0));
  }

  void everyFlippedBitIsNoticed_data() {
    QTest::addColumn<QByteArray>("file");
    for (const char* file :
         {"runs/run/manifest.json", "runs/run/events.jsonl", "runs/run/summary.json",
          "runs/run/rows.json", "runs/run/labels.json", "runs/run/predictions.safetensors",
          "runs/run/series/student.csv", "runs/run/series/student.predictions.bin",
          "runs/run/checkpoint/student.safetensors",
          "runs/run/checkpoint/student.safetensors.previous",
          "cache/0123456789abcdef0123456789abcdef/result.json",
          "cache/0123456789abcdef0123456789abcdef/series.csv",
          "cache/0123456789abcdef0123456789abcdef/model.safetensors"}) {
      QTest::newRow(file) << QByteArray(file);
    }
  }
  void everyFlippedBitIsNoticed() {
    QFETCH(QByteArray, file);
    const sample::Workspace workspace;
    VERIFY_OK(fill(workspace));
    const fs::path path = workspace.path() / file.toStdString();
    const std::string bytes = readFile(path, kMostLogBytes).value();
    const Numbers numbers = numbersOf(workspace.run("run"));
    QVERIFY(!numbers.text.empty());
    QCOMPARE(numbers.rows.size(), std::size_t(4));
    const bool is_series = file == "runs/run/series/student.csv";
    // Every byte, and each time another of its bits.
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const auto put_byte = [&](int byte) {
        std::fstream(path, std::ios::in | std::ios::out | std::ios::binary)
            .seekp(static_cast<std::streamoff>(i))
            .put(static_cast<char>(byte));
      };
      put_byte(bytes[i] ^ (1 << (i * 5 % 8)));
      const WorkspaceCheck check = checked(workspace);
      QVERIFY2(check.faultsLeft() > 0, fmt::format("byte {}", i).c_str());
      const Numbers read = numbersOf(workspace.run("run"));
      QVERIFY2((read.text.empty() && !is_series) || read.text == numbers.text,
               fmt::format("byte {}", i).c_str());
      QVERIFY2(is_series ? areFirstOf(read.rows, numbers.rows)
                         : read.text.empty() || read.rows == numbers.rows,
               fmt::format("byte {}", i).c_str());
      put_byte(bytes[i]);
    }
  }

  void aFileThatIsCutIsNoticedAndSoIsOneThatIsGone_data() {
    everyFlippedBitIsNoticed_data();
  }
  void aFileThatIsCutIsNoticedAndSoIsOneThatIsGone() {
    QFETCH(QByteArray, file);
    const sample::Workspace workspace;
    VERIFY_OK(fill(workspace));
    const fs::path path = workspace.path() / file.toStdString();
    const auto size = fs::file_size(path);
    for (const auto kept : {size - 1, size / 2, std::uintmax_t(1)}) {
      fs::resize_file(path, kept);
      QVERIFY2(checked(workspace).faultsLeft() > 0, std::to_string(kept).c_str());
    }
    // A checkpoint, labels and a summary may be missing.
    if (file.contains("series") || file.contains("rows") || file.contains("manifest") ||
        file.contains("predictions") || file.contains("cache")) {
      fs::remove(path);
      QVERIFY(checked(workspace).faultsLeft() > 0);
    }
  }

  void aLineThatIsMissingInTheLogIsSaid() {
    const sample::Workspace workspace;
    VERIFY_OK(fill(workspace));
    const fs::path log = workspace.run("run") / "events.jsonl";
    std::string text = readFile(log, kMostLogBytes).value();
    const std::size_t at = text.find("{\"event\":\"evaluated\"");
    text.erase(at, text.find('\n', at) + 1 - at);
    VERIFY_OK(writeFileAtomically(log, text));
    QCOMPARE(loadRun(workspace.run("run"))->missing_events, std::size_t(1));
    const auto to_continue = loadRunToContinue(workspace.run("run"));
    VERIFY_OK(to_continue);
    QCOMPARE(to_continue->unsound.size(), std::size_t(1));
    QVERIFY(to_continue->stages.empty());
    const WorkspaceCheck check = checked(workspace);
    QCOMPARE(check.faults.size(), std::size_t(1));
    QVERIFY(check.faults.front().what.text.find("(1 of them)") != std::string::npos);
  }

  void ofAnUnsoundSeriesTheSoundRowsAreRead() {
    const sample::Workspace workspace;
    {
      auto writer = RunWriter::create(workspace.path(), sample::manifest());
      VERIFY_OK(writer);
      VERIFY_OK(sample::writeAll(*writer, {RunStarted{}, sample::measured(stage::kWeak, 1, 4),
                                           StageFinished{.stage = stage::kWeak},
                                           sample::measured(stage::kStudent, 1, 2)}));
      VERIFY_OK(writer->sync());
      VERIFY_OK(sample::writeAll(*writer, {sample::measured(stage::kStudent, 3, 4)}));
      VERIFY_OK(writer->sync());
      VERIFY_OK(writer->note("something"));
    }
    for (const StageId& name : std::vector<StageId>{stage::kWeak, stage::kStudent}) {
      const fs::path series = workspace.run("run") / "series" / (name + ".csv");
      std::string text = readFile(series, kMostLogBytes).value();
      text[text.size() - 3] = text[text.size() - 3] == '1' ? '2' : '1';
      VERIFY_OK(writeFileAtomically(series, text));
    }
    const auto shown = loadRun(workspace.run("run"));
    VERIFY_OK(shown);
    QCOMPARE(shown->unsound.size(), std::size_t(2));
    QCOMPARE(shown->stages.at(stage::kStudent).series.lastStep(), std::int64_t(2));
    QVERIFY(shown->stages.at(stage::kWeak).series.empty());
    QVERIFY(shown->stages.at(stage::kWeak).finished);
    // The finished stage begins anew, the other goes on from what is sound.
    const auto run = loadRunToContinue(workspace.run("run"));
    VERIFY_OK(run);
    QCOMPARE(run->unsound.size(), std::size_t(2));
    QVERIFY(run->unsound.front().text.find("student.csv") != std::string::npos);
    QVERIFY(!run->stages.contains(stage::kWeak));
    QCOMPARE(run->stages.at(stage::kStudent).series.lastStep(), std::int64_t(2));
    QVERIFY(!RunWriter::reopen(workspace.path(), "run",
                               {{.stage = stage::kStudent, .completed_steps = 3}})
                 .has_value());
    VERIFY_OK(RunWriter::reopen(workspace.path(), "run",
                                {{.stage = stage::kStudent, .completed_steps = 2}}));
    const WorkspaceCheck check = checked(workspace);
    QVERIFY(check.faults.empty());
    QCOMPARE(check.notes.size(), std::size_t(1));
    QCOMPARE(check.notes.front().what.text, std::string("something"));
  }

  void aRewindLeavesTheSealOfWhatStays() {
    const sample::Workspace workspace;
    {
      auto writer = RunWriter::create(workspace.path(), sample::manifest());
      VERIFY_OK(writer);
      VERIFY_OK(sample::writeAll(*writer, {RunStarted{}, sample::measured(stage::kStudent, 1, 9)}));
      VERIFY_OK(writer->sync());
      VERIFY_OK(sample::writeAll(*writer, {Rewound{.stage = stage::kStudent, .step = 3}}));
      QVERIFY(checked(workspace).notes.size() == 1);  // at work
    }
    QVERIFY(checked(workspace).faults.empty());
    {
      auto reopened = RunWriter::reopen(workspace.path(), "run",
                                        {{.stage = stage::kStudent, .completed_steps = 2}});
      VERIFY_OK(reopened);
      VERIFY_OK(sample::writeAll(reopened->writer,
                                 {sample::measured(stage::kStudent, 3, 5), RunStopped{}}));
    }
    QVERIFY(checked(workspace).faults.empty());
    VERIFY_OK(forkForExtension(workspace.path(), "run", 500, "longer"));
    QVERIFY(checked(workspace).faults.empty());
    QCOMPARE(checked(workspace).without_hash, std::int64_t(0));
  }

  void runsOfEarlierVersionsAreCheckedAsFarAsTheyCanBe() {
    const sample::Workspace workspace;
    VERIFY_OK(prepareWorkspace(workspace.path()));
    fs::copy(fs::path(W2S_SOURCE_TESTS) / "data" / "runs", runsFolder(workspace.path()),
             fs::copy_options::recursive);
    const WorkspaceCheck check = checked(workspace);
    for (const Finding& fault : check.faults) {
      QFAIL(fault.what.text.c_str());
    }
    QVERIFY(check.runs > 0);
    QVERIFY(check.without_hash > 0);
  }

  void repairRemovesWhatCanBeMadeAgainAndNoRun() {
    const sample::Workspace workspace;
    VERIFY_OK(fill(workspace));
    const int process = deadProcess();
    const fs::path left =
        workspace.run("run") / "checkpoint" / fmt::format("student.safetensors.tmp-{}-3", process);
    VERIFY_OK(put(left, "half"));
    makeOld(left);
    std::ofstream(workspace.path() / "cache/0123456789abcdef0123456789abcdef/series.csv",
                  std::ios::app)
        << "x";
    std::ofstream(workspace.run("run") / "series/student.csv", std::ios::app) << "x";
    std::ofstream(workspace.run("run") / "checkpoint/student.safetensors", std::ios::app) << "x";

    const WorkspaceCheck before = checked(workspace);
    QCOMPARE(before.faultsLeft(), std::int64_t(3));
    QCOMPARE(before.leftovers.size(), std::size_t(1));
    QVERIFY(fs::exists(left) &&
            fs::exists(workspace.path() / "cache/0123456789abcdef0123456789abcdef"));
    const WorkspaceCheck repaired = checked(workspace, Repair::RemoveWhatCanBeMadeAgain);
    QCOMPARE(repaired.faultsLeft(), std::int64_t(2));
    QVERIFY(repaired.leftovers.front().is_removed);
    QVERIFY(!fs::exists(left) &&
            !fs::exists(workspace.path() / "cache/0123456789abcdef0123456789abcdef"));
    QVERIFY(fs::exists(workspace.run("run") / "series/student.csv"));
    QVERIFY(fs::exists(workspace.run("run") / "checkpoint/student.safetensors"));
    QCOMPARE(checked(workspace).faultsLeft(), std::int64_t(2));
  }

  void repairLeavesWhatItDoesNotKnow() {
    const sample::Workspace workspace;
    VERIFY_OK(fill(workspace));
    const fs::path cache = cacheFolder(workspace.path());
    const fs::path mine = cache / "my-notes";
    const fs::path newer = cache / "00000000000000000000000000000001";
    const fs::path foreign = cache / "00000000000000000000000000000002";
    fs::create_directories(mine);
    VERIFY_OK(put(mine / "text.md", "mine"));
    fs::create_directories(newer);
    auto result = Json::parse(readFile(cache / kEntry / "result.json", kMostLogBytes).value());
    result["schema"] = 2;
    result.erase("stage");
    VERIFY_OK(put(newer / "result.json", sealedJson(result, "result.json")));
    fs::create_directories(foreign);
    VERIFY_OK(put(foreign / "result.json", "{\"schema\": 7}\n"));  // and nothing to check it by

    const WorkspaceCheck repaired = checked(workspace, Repair::RemoveWhatCanBeMadeAgain);
    QVERIFY(fs::exists(mine / "text.md"));
    QVERIFY(fs::exists(newer / "result.json"));
    QVERIFY(fs::exists(foreign / "result.json"));
    QCOMPARE(repaired.entries, std::int64_t(3));
    QCOMPARE(repaired.notes.size(), std::size_t(2));
    QCOMPARE(repaired.faultsLeft(), std::int64_t(1));
    QVERIFY(!repaired.faults.front().can_be_removed);
  }

  void aFolderThatIsNoWorkspaceIsSaid() {
    const sample::Workspace workspace;
    const auto check = checkWorkspace(workspace.path() / "nowhere", Repair::Nothing);
    QVERIFY(!check.has_value());
    QCOMPARE(check.error().code, ErrorCode::InvalidArgument);
  }

  // Kept: what a living process makes, what is young, what is no temporary file.
  void sweepingTakesWhatDeadProcessesLeftAlone() {
    const sample::Workspace workspace;
    VERIFY_OK(prepareWorkspace(workspace.path()));
    const int dead = deadProcess();
    const fs::path runs = runsFolder(workspace.path());
    const fs::path cache = cacheFolder(workspace.path());
    const std::vector<fs::path> gone{workspace.path() / fmt::format(".probe-{}", dead),
                                     workspace.path() / fmt::format(".probe-{0}.tmp-{0}-0", dead),
                                     runs / fmt::format(".new-run-{}-0", dead),
                                     cache / fmt::format(".new-0a1b-{}-7", dead),
                                     cache / fmt::format(".new-damaged-{}-7", dead)};
    const std::vector<fs::path> kept{workspace.path() / fmt::format(".probe-{}", ::getpid()),
                                     workspace.path() / "notes.tmp-of-mine",
                                     workspace.path() / fmt::format("x.tmp-{}-1", ::getpid()),
                                     runs / fmt::format(".new-run-{}-0", ::getpid()),
                                     runs / ".new-run-mine",
                                     cache / fmt::format(".new-0a1b-{}-7", ::getpid())};
    for (const auto& list : {gone, kept}) {
      for (const fs::path& path : list) {
        if (path.parent_path() == workspace.path()) {
          VERIFY_OK(put(path, "w2s"));
        } else {
          fs::create_directory(path);
        }
        makeOld(path);
      }
    }
    const fs::path young = workspace.path() / fmt::format("young.tmp-{}-1", dead);
    VERIFY_OK(put(young, "w2s"));
    VERIFY_OK(prepareWorkspace(workspace.path()));
    for (const fs::path& path : gone) {
      QVERIFY2(!fs::exists(path), path.c_str());
    }
    for (const fs::path& path : kept) {
      QVERIFY2(fs::exists(path) || path == kept.front(), path.c_str());  // the probe is our own
    }
    QVERIFY(fs::exists(young));
  }

  // Another run of the same process sweeps while entries are claimed, given up and renamed.
  void whatIsBeingMadeIsNeverSwept() {
    const sample::Workspace workspace;
    VERIFY_OK(prepareWorkspace(workspace.path()));
    std::jthread sweeper([&](const std::stop_token& stop) {
      while (!stop.stop_requested()) {
        sweep(leftoversOf(workspace.path()));
      }
    });
    for (int i = 0; i < 300; ++i) {
      auto entry = StageCache(cacheFolder(workspace.path())).begin(fmt::format("aa{}", i));
      VERIFY_OK(entry);
      VERIFY_OK(put(entry->folder() / "model.safetensors", tensors()));
      VERIFY_OK(entry->commit({.stage = stage::kStudent}));
    }
  }

  void aRunInTheMakingOfAKilledProcessIsSweptAtOnce() {
    const sample::Workspace workspace;
    VERIFY_OK(prepareWorkspace(workspace.path()));
    const pid_t child = ::fork();
    if (child == 0) {
      const auto writer = StageCache(cacheFolder(workspace.path())).begin("aa");
      ::raise(SIGKILL);
      ::_exit(writer.has_value() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    QVERIFY(WIFSIGNALED(status));
    QVERIFY(!fs::is_empty(cacheFolder(workspace.path())));
    VERIFY_OK(prepareWorkspace(workspace.path()));
    QVERIFY(fs::is_empty(cacheFolder(workspace.path())));
  }

  // Its target is somebody else's file: it neither grows nor is cut.
  void linksAreNotWrittenThrough() {
    const sample::Workspace workspace;
    {
      auto writer = RunWriter::create(workspace.path(), sample::manifest());
      VERIFY_OK(sample::writeAll(*writer, {RunStarted{}, sample::measured(stage::kStudent, 1, 4)}));
    }
    const fs::path target = workspace.path() / "precious.txt";
    for (const char* name : {"events.jsonl", "series/student.csv"}) {
      VERIFY_OK(put(target, "no line"));
      const fs::path file = workspace.run("run") / name;
      fs::rename(file, file.string() + ".kept");
      fs::create_symlink(target, file);
      auto reopened = RunWriter::reopen(workspace.path(), "run",
                                        {{.stage = stage::kStudent, .completed_steps = 2}});
      QCOMPARE(readFile(target, kMostLogBytes).value(), std::string("no line"));
      if (reopened) {
        QVERIFY(!reopened->writer.write(sample::evaluated(stage::kStudent, 2)).has_value());
      }
      QVERIFY(!reopened.has_value());
      QVERIFY(fs::is_symlink(file));
      fs::rename(file.string() + ".kept", file);
    }
    VERIFY_OK(RunWriter::reopen(workspace.path(), "run",
                                {{.stage = stage::kStudent, .completed_steps = 2}}));
  }
};

W2S_TEST(TstCheckWorkspace)
#include "tst_check_workspace.moc"
