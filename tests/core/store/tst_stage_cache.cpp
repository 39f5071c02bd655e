#include <fstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <QtTest>

#include "core/base/file_io.h"
#include "core/store/stage_cache.h"
#include "tests/core/store/sample_run.h"
#include "tests/support/step_rows.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;
using record::StageId;
namespace stage = record::stage;

namespace {

namespace fs = std::filesystem;

const std::string kFingerprint = "00112233445566778899aabbccddeeff";
const std::string kWeights(5000, 'w');

Result<StageEntry> put(const StageCache& cache, const std::string& fingerprint = kFingerprint) {
  W2S_TRY(StageWriter writer, cache.begin(fingerprint));
  std::string text = seriesHeader(*test::stepSchema());
  formatRows(test::blockOf(sample::rows(1, 20)), *test::stepSchema(), text);
  W2S_CHECK(writeFileAtomically(writer.folder() / "series.csv", text));
  W2S_CHECK(writer.writeEvaluations(stage::kCeiling, {{.step = 10}, {.step = 20, .seconds = 0.5}}));
  W2S_CHECK(writeFileAtomically(writer.folder() / "model.safetensors", kWeights));
  return writer.commit({.stage = stage::kCeiling,
                        .seconds = 1.5,
                        .test = {.accuracy = 0.1 + 0.2, .loss = 0.5, .n = 100},
                        .numbers = {{"selected_step", 10.0}, {"undefined", std::nan("")}}});
}

std::ptrdiff_t foldersIn(const fs::path& parent) {
  return std::distance(fs::directory_iterator(parent), fs::directory_iterator());
}

}  // namespace

class TstStageCache : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
  }

  void whatIsPutInIsFound() {
    const StageCache cache(path());
    QVERIFY(!cache.find(kFingerprint).has_value());
    VERIFY_OK(put(cache));
    const auto entry = cache.find(kFingerprint);
    QVERIFY(entry.has_value());
    QCOMPARE(entry->result.stage, stage::kCeiling);
    QCOMPARE(entry->result.seconds, 1.5);
    QCOMPARE(entry->result.test.accuracy, 0.1 + 0.2);
    QCOMPARE(entry->result.test.n, std::int64_t(100));
    QCOMPARE(entry->result.numbers.at("selected_step"), 10.0);
    QVERIFY(std::isnan(entry->result.numbers.at("undefined")));
    QCOMPARE(test::rowsOf(*entry->readSeries()), sample::rows(1, 20));
    const auto evaluations = entry->readEvaluations();
    VERIFY_OK(evaluations);
    QCOMPARE(evaluations->size(), std::size_t(2));
    QCOMPARE(evaluations->back().seconds, 0.5);
    QCOMPARE(*readFile(entry->folder / "model.safetensors", kMostArrayBytes), kWeights);
    QVERIFY(entry->has("model.safetensors"));
    QVERIFY(!entry->has("predictions.safetensors"));
    QVERIFY(!fs::exists(entry->folder / "owner.json"));
  }

  void anEntryWithoutSeriesHasEmptyOnes() {
    const StageCache cache(path());
    auto writer = cache.begin(kFingerprint);
    const auto entry = writer->commit({.stage = stage::kFeatures});
    VERIFY_OK(entry);
    QVERIFY(entry->readSeries()->empty());
    QVERIFY(entry->readEvaluations()->empty());
  }

  void theSeriesOfARunIsTakenOverAsItIs() {
    const QTemporaryDir run;
    const fs::path file = run.filePath("ceiling.csv").toStdString();
    const std::string text = "step,kd [nats],odd\n1,0.5,7\n";
    VERIFY_OK(writeFileAtomically(file, text));
    auto writer = StageCache(path()).begin(kFingerprint);
    VERIFY_OK(writer->copySeries(file));
    const auto entry = writer->commit({.stage = stage::kCeiling});
    VERIFY_OK(entry);
    QCOMPARE(*readFile(entry->folder / "series.csv", kMostArrayBytes), text);
    QCOMPARE(entry->readSeries()->column("odd"), std::vector<double>{7.0});
  }

  void anUncommittedEntryLeavesNothing() {
    const StageCache cache(path());
    {
      auto writer = cache.begin(kFingerprint);
      VERIFY_OK(writer);
      VERIFY_OK(writeFileAtomically(writer->folder() / "model.safetensors", kWeights));
      auto moved = std::move(*writer);
      QCOMPARE(foldersIn(path()), std::ptrdiff_t(1));
    }
    QCOMPARE(foldersIn(path()), std::ptrdiff_t(0));
    QVERIFY(!cache.find(kFingerprint).has_value());
  }

  void damagedEntriesCountAsAbsentAndAreReplaced_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("length");  // -1: the file is removed
    QTest::newRow("weights one byte short") << "model.safetensors" << int(kWeights.size()) - 1;
    QTest::newRow("weights one byte long") << "model.safetensors" << int(kWeights.size()) + 1;
    QTest::newRow("weights missing") << "model.safetensors" << -1;
    QTest::newRow("series emptied") << "series.csv" << 0;
    QTest::newRow("result missing") << "result.json" << -1;
    QTest::newRow("result torn") << "result.json" << 40;
    QTest::newRow("result empty") << "result.json" << 0;
  }
  void damagedEntriesCountAsAbsentAndAreReplaced() {
    QFETCH(QString, file);
    QFETCH(int, length);
    const StageCache cache(path());
    VERIFY_OK(put(cache));
    const fs::path victim = path() / kFingerprint / file.toStdString();
    length < 0 ? static_cast<void>(fs::remove(victim))
               : fs::resize_file(victim, static_cast<std::uintmax_t>(length));
    QVERIFY(!cache.find(kFingerprint).has_value());
    VERIFY_OK(put(cache));
    const auto entry = cache.find(kFingerprint);
    QVERIFY(entry.has_value());
    QCOMPARE(*readFile(entry->folder / "model.safetensors", kMostArrayBytes), kWeights);
    QCOMPARE(foldersIn(path()), std::ptrdiff_t(1));  // the damaged one is gone
  }

  // Two bytes of any file, its length unchanged.
  void changedBytesAreNoticedWhenTheyAreRead_data() {
    QTest::addColumn<QString>("file");
    for (const char* file : {"series.csv", "evaluations.jsonl", "model.safetensors"}) {
      QTest::newRow(file) << file;
    }
  }
  void changedBytesAreNoticedWhenTheyAreRead() {
    QFETCH(QString, file);
    const StageCache cache(path());
    VERIFY_OK(put(cache));
    const fs::path victim = path() / kFingerprint / file.toStdString();
    std::string bytes = *readFile(victim, kMostArrayBytes);
    const std::size_t digit = bytes.find_last_of("0123456789w");
    bytes[digit] = bytes[digit] == '7' ? '8' : '7';
    bytes[digit - 1] = bytes[digit - 1] == '7' ? '8' : '7';
    VERIFY_OK(writeFileAtomically(victim, bytes));
    const auto entry = cache.find(kFingerprint);
    QVERIFY(entry.has_value());  // its files have their sizes
    const auto read = entry->read(file.toStdString());
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().message.find(file.toStdString()) != std::string::npos,
             read.error().message.c_str());
    QVERIFY(!cache.find(kFingerprint).has_value());
    QCOMPARE(foldersIn(path()), std::ptrdiff_t(0));
    VERIFY_OK(put(cache));
    QCOMPARE(cache.find(kFingerprint)->read("model.safetensors").value_or(""), kWeights);
  }

  void aChangedResultCountsAsAbsent() {
    const StageCache cache(path());
    VERIFY_OK(put(cache));
    const fs::path victim = path() / kFingerprint / "result.json";
    std::string text = *readFile(victim, kMostArrayBytes);
    const std::size_t at = text.find("\"seconds\": 1.5");
    QVERIFY(at != std::string::npos);
    text.replace(at, 14, "\"seconds\": 2.5");
    VERIFY_OK(writeFileAtomically(victim, text));
    QVERIFY(!cache.find(kFingerprint).has_value());
  }

  void anEntryOfVersion010HasNoChecksumsAndIsRead() {
    const StageCache cache(path());
    fs::create_directories(path() / kFingerprint);
    VERIFY_OK(writeFileAtomically(path() / kFingerprint / "weights", kWeights));
    VERIFY_OK(writeFileAtomically(
        path() / kFingerprint / "result.json",
        R"({"schema": 1, "stage": "ceiling", "seconds": 1.0, "test": {"accuracy": 0.5, "loss": 0.5, "n": 9},
            "numbers": {}, "files": {"weights": 5000}})"));
    const auto entry = cache.find(kFingerprint);
    QVERIFY(entry.has_value());
    QCOMPARE(entry->read("weights").value_or(""), kWeights);
  }

  void writersOfOneFingerprintAllEndWithASoundEntry() {
    const StageCache cache(path());
    constexpr int kThreads = 4;
    std::atomic<int> failures{0};
    {
      std::vector<std::jthread> writers;
      for (int i = 0; i < kThreads; ++i) {
        writers.emplace_back([&] {
          for (int round = 0; round < 10; ++round) {
            const auto entry = put(cache);
            if (!entry ||
                readFile(entry->folder / "model.safetensors", kMostArrayBytes).value_or("") !=
                    kWeights ||
                !cache.find(kFingerprint)) {
              ++failures;
            }
          }
        });
      }
    }
    QCOMPARE(failures.load(), 0);
    QCOMPARE(foldersIn(path()), std::ptrdiff_t(1));
  }

  void whatAKilledProcessLeftIsNoEntryAndIsRemovedOnceOld() {
    const StageCache cache(path());
    const pid_t child = ::fork();
    if (child == 0) {
      const auto writer = cache.begin(kFingerprint);
      ::_exit(writer.has_value() ? 0 : 1);  // no destructor runs
    }
    int status = 1;
    ::waitpid(child, &status, 0);
    QCOMPARE(status, 0);
    QCOMPARE(foldersIn(path()), std::ptrdiff_t(1));
    QVERIFY(!cache.find(kFingerprint).has_value());
    const fs::path left = fs::directory_iterator(path())->path();
    fs::last_write_time(left, fs::file_time_type::clock::now() - std::chrono::hours(2));
    VERIFY_OK(put(cache, "another"));
    QVERIFY(!fs::exists(left));
  }

  void fingerprintsThatLeadElsewhereAreRefused_data() {
    QTest::addColumn<QByteArray>("fingerprint");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("parent") << QByteArray("..");
    QTest::newRow("nested") << QByteArray("a/b");
  }
  void fingerprintsThatLeadElsewhereAreRefused() {
    QFETCH(QByteArray, fingerprint);
    const StageCache cache(path());
    QVERIFY(!cache.begin(fingerprint.toStdString()).has_value());
    QVERIFY(!cache.find(fingerprint.toStdString()).has_value());
  }

  void aFileInPlaceOfTheCacheIsAnErrorThatNamesIt() {
    VERIFY_OK(writeFileAtomically(path() / "file", "x"));
    const auto writer = StageCache(path() / "file").begin(kFingerprint);
    QVERIFY(!writer.has_value());
    QVERIFY(writer.error().message.find((path() / "file").string()) != std::string::npos);
  }

 private:
  [[nodiscard]] fs::path path() const {
    return folder_->path().toStdString();
  }

  std::unique_ptr<QTemporaryDir> folder_;
};

W2S_TEST(TstStageCache)
#include "tst_stage_cache.moc"
