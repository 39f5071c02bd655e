// The log of predictions: what is written is read, a torn end goes, a rewind cuts, a long run stays
// bounded.
#include <cstring>
#include <fstream>

#include <QtTest>

#include "core/base/file_io.h"
#include "core/store/prediction_log.h"
#include "core/store/recorded_run.h"
#include "tests/core/store/sample_run.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;
using record::StageId;
namespace stage = record::stage;

namespace {

PredictedRows about(std::uint32_t rows = 5, std::uint32_t classes = 10) {
  PredictedRows made{.rows = {}, .classes = classes};
  for (std::uint32_t i = 0; i < rows; ++i) {
    made.rows.push_back(3 * i + 1);
  }
  return made;
}

// Different for every step and row.
Predictions predictions(std::int64_t step, const PredictedRows& of = about()) {
  Predictions made{.step = step, .classes = {}, .confidences = {}};
  for (std::size_t i = 0; i < of.rows.size(); ++i) {
    const auto mixed = static_cast<std::uint64_t>(step) * 31 + i * 7;
    made.classes.push_back(static_cast<std::uint16_t>(mixed % of.classes));
    made.confidences.push_back(static_cast<float>(mixed % 101) / 100.0F);
  }
  return made;
}

std::vector<std::int64_t> steps(std::int64_t first, std::int64_t last, std::int64_t every) {
  std::vector<std::int64_t> made;
  for (std::int64_t step = first; step <= last; step += every) {
    made.push_back(step);
  }
  return made;
}

class File {
 public:
  [[nodiscard]] std::filesystem::path path() const {
    return folder_.filePath("student.predictions.bin").toStdString();
  }
  [[nodiscard]] std::string bytes() const {
    return readFile(path(), kMostArrayBytes).value();
  }
  void write(const std::string& bytes) const {
    std::ofstream(path(), std::ios::binary) << bytes;
  }
  void record(const std::vector<std::int64_t>& at, const PredictedRows& of = about()) const {
    auto writer = PredictionWriter::open(path(), of);
    VERIFY_OK(writer);
    for (const std::int64_t step : at) {
      VERIFY_OK(writer->append(predictions(step, of)));
    }
  }
  [[nodiscard]] std::vector<std::int64_t> stepsThere() const {
    const auto log = PredictionLog::open(path());
    return log ? log->steps() : std::vector<std::int64_t>{-1};
  }

 private:
  QTemporaryDir folder_;
};

bool matches(PredictionLog& log, std::size_t index) {
  const auto read = log.read(index);
  const Predictions expected = predictions(log.steps()[index], log.about());
  if (!read || read->step != expected.step || read->classes != expected.classes ||
      read->confidences.size() != expected.confidences.size()) {
    return false;
  }
  for (std::size_t i = 0; i < expected.confidences.size(); ++i) {
    if (std::abs(read->confidences[i] - expected.confidences[i]) > 0.5F / 65535.0F) {
      return false;
    }
  }
  return true;
}

}  // namespace

class TstPredictionLog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatIsWrittenIsRead_data() {
    QTest::addColumn<quint32>("classes");
    QTest::newRow("one byte a class") << 256U;
    QTest::newRow("two bytes a class") << 257U;
    QTest::newRow("many classes") << 60000U;
  }
  void whatIsWrittenIsRead() {
    QFETCH(quint32, classes);
    const File file;
    const PredictedRows rows = about(700, classes);
    file.record({10, 20, 27}, rows);
    auto log = PredictionLog::open(file.path());
    VERIFY_OK(log);
    QVERIFY(log->about() == rows);
    QCOMPARE(log->steps(), (std::vector<std::int64_t>{10, 20, 27}));
    for (std::size_t i = 0; i < 3; ++i) {
      QVERIFY(matches(*log, i));
    }
  }

  void confidencesBeyondTheirRangeAreHeldInIt() {
    const File file;
    auto writer = PredictionWriter::open(file.path(), about(3));
    VERIFY_OK(writer->append(
        {.step = 1, .classes = {0, 1, 2}, .confidences = {1.0000001F, -0.1F, std::nanf("")}}));
    auto log = PredictionLog::open(file.path());
    QCOMPARE(log->read(0)->confidences, (std::vector<float>{1.0F, 0.0F, 0.0F}));
  }

  void theNearestEvaluationIsFound() {
    const File file;
    file.record({10, 20, 40});
    const auto log = PredictionLog::open(file.path());
    QCOMPARE(log->nearest(-5.0), std::size_t(0));
    QCOMPARE(log->nearest(14.9), std::size_t(0));
    QCOMPARE(log->nearest(15.0), std::size_t(0));  // the earlier of two
    QCOMPARE(log->nearest(15.1), std::size_t(1));
    QCOMPARE(log->nearest(1e9), std::size_t(2));
  }

  void aTornRecordGoesWhereverItIsTorn() {
    const File file;
    file.record({10});
    const std::size_t one = file.bytes().size();
    file.record({20});
    const std::string two = file.bytes();
    for (std::size_t size = one; size < two.size(); ++size) {
      file.write(two.substr(0, size));
      QCOMPARE(file.stepsThere(), std::vector<std::int64_t>{10});
      file.record({30});  // goes on behind the last whole record
      QCOMPARE(file.stepsThere(), (std::vector<std::int64_t>{10, 30}));
      auto log = PredictionLog::open(file.path());
      QVERIFY(matches(*log, 0) && matches(*log, 1));
    }
  }

  void aRecordOfWrongBytesIsNeverGiven() {
    const File file;
    file.record({10});
    const std::size_t one = file.bytes().size();
    file.record({20});
    const std::string sound = file.bytes();
    for (std::size_t at = one + 8; at < sound.size(); ++at) {  // behind the step
      std::string bad = sound;
      bad[at] = static_cast<char>(bad[at] ^ 0x10);
      file.write(bad);
      auto log = PredictionLog::open(file.path());
      QVERIFY(matches(*log, 0));
      // Four bytes of padding mean nothing, but count: every byte is checked.
      QVERIFY(!log->read(1).has_value());
    }
    file.record({30});
    QCOMPARE(file.stepsThere(), (std::vector<std::int64_t>{10, 30}));
  }

  void aStepThatNoRunReachesEndsTheLog() {
    const File file;
    file.record({10, 20});
    std::string bytes = file.bytes();
    const std::size_t record = (bytes.size() - 32 - 4 * about().rows.size()) / 2;
    const std::int64_t far = std::int64_t{1} << 62;
    std::memcpy(bytes.data() + bytes.size() - record, &far, sizeof far);
    file.write(bytes);
    QCOMPARE(file.stepsThere(), std::vector<std::int64_t>{10});
    auto writer = PredictionWriter::open(file.path(), about());
    QVERIFY(!writer->append(predictions(far)).has_value());
    VERIFY_OK(writer->append(predictions(30)));
    QCOMPARE(file.stepsThere(), (std::vector<std::int64_t>{10, 30}));
  }

  void aDamagedHeaderIsAnErrorForReadersAndANewBeginningForTheWriter() {
    const File file;
    file.record({10});
    const std::string sound = file.bytes();
    for (const std::size_t at : {0, 9, 13, 17, 25, 33}) {
      std::string bad = sound;
      bad[at] = static_cast<char>(bad[at] ^ 0x40);
      file.write(bad);
      const auto log = PredictionLog::open(file.path());
      QVERIFY(!log.has_value());
      QVERIFY(log.error().message.find(file.path().string()) != std::string::npos);
    }
    file.record({20});
    QCOMPARE(file.stepsThere(), std::vector<std::int64_t>{20});
    file.record({30}, about(6));  // other rows
    QCOMPARE(file.stepsThere(), std::vector<std::int64_t>{30});
    QVERIFY(!PredictionLog::open(file.path() / "none").has_value());
  }

  void whatDoesNotFitIsRefusedAndChangesNothing() {
    const File file;
    auto writer = PredictionWriter::open(file.path(), about());
    VERIFY_OK(writer->append(predictions(10)));
    const std::string before = file.bytes();
    QVERIFY(!writer->append(predictions(10)).has_value());
    QVERIFY(!writer->append(predictions(20, about(4))).has_value());
    Predictions unknown = predictions(20);
    unknown.classes[2] = 10;
    QVERIFY(!writer->append(unknown).has_value());
    QCOMPARE(file.bytes(), before);
    QVERIFY(!PredictionWriter::open(file.path(), about(0)).has_value());
  }

  void aRewindCutsAndTheWriterGoesOn() {
    const File file;
    auto writer = PredictionWriter::open(file.path(), about());
    for (const std::int64_t step : {10, 20, 30, 40}) {
      VERIFY_OK(writer->append(predictions(step)));
    }
    VERIFY_OK(writer->cutAfter(25));
    QCOMPARE(file.stepsThere(), (std::vector<std::int64_t>{10, 20}));
    VERIFY_OK(writer->append(predictions(30)));
    VERIFY_OK(writer->cutAfter(30));
    QCOMPARE(file.stepsThere(), (std::vector<std::int64_t>{10, 20, 30}));
    VERIFY_OK(cutPredictionLog(file.path(), 15));
    QCOMPARE(file.stepsThere(), std::vector<std::int64_t>{10});
    VERIFY_OK(cutPredictionLog(file.path(), -1));
    QVERIFY(file.stepsThere().empty());
    file.write("rubbish");
    VERIFY_OK(cutPredictionLog(file.path(), 15));
    QVERIFY(!std::filesystem::exists(file.path()));
    VERIFY_OK(cutPredictionLog(file.path(), 15));
  }

  void aLongRunStaysBoundedAndKeepsItsLatest() {
    const File file;
    auto writer = PredictionWriter::open(file.path(), about());
    VERIFY_OK(writer);
    std::size_t most = 0;
    for (std::int64_t step = 10; step <= 30000; step += 10) {
      VERIFY_OK(writer->append(predictions(step)));
      const auto there = file.stepsThere();
      most = std::max(most, there.size());
      QCOMPARE(there.front(), std::int64_t(10));
      QCOMPARE(there.back(), step);
    }
    QCOMPARE(most, PredictionWriter::kMaxKept);
    auto log = PredictionLog::open(file.path());
    QVERIFY(log->steps().size() > PredictionWriter::kMaxKept / 3);
    for (std::size_t i = 0; i < log->steps().size(); ++i) {
      QVERIFY(matches(*log, i));
    }
    // Evenly spread over the whole run; only the latest stands closer.
    QVERIFY(log->spacing() > 0);
    for (std::size_t i = 1; i + 1 < log->steps().size(); ++i) {
      QCOMPARE(log->steps()[i] - log->steps()[i - 1], log->spacing());
    }
  }

  void aReopenedLongRunKeepsItsSpacing() {
    const File straight;
    straight.record(steps(10, 9000, 10));
    const File resumed;
    for (std::int64_t first = 10; first <= 9000; first += 450) {
      resumed.record(steps(first, first + 440, 10));
    }
    QCOMPARE(resumed.stepsThere(), straight.stepsThere());
    QCOMPARE(resumed.bytes(), straight.bytes());
  }

  void aReaderOutlivesThinning() {
    const File file;
    file.record(steps(10, 2000, 10));
    auto log = PredictionLog::open(file.path());
    QCOMPARE(log->steps().size(), std::size_t(200));
    file.record({2010});  // thins the file under the reader
    QVERIFY(file.stepsThere().size() < 200);
    QVERIFY(matches(*log, 0) && matches(*log, 199));
  }

  void theRunFolderCutsItWithTheSeries() {
    const sample::Workspace workspace;
    const auto stepsOf = [&](const StageId& stage) {
      const auto log =
          PredictionLog::open(workspace.run("run") / "series" / (stage + ".predictions.bin"));
      return log ? log->steps() : std::vector<std::int64_t>{-1};
    };
    {
      auto writer = RunWriter::create(workspace.path(), sample::manifest());
      VERIFY_OK(writer);
      for (std::int64_t step = 10; step <= 50; step += 10) {
        VERIFY_OK(writer->write(sample::measured(stage::kStudent, step - 9, step)));
        VERIFY_OK(writer->writePredictions(stage::kStudent, about(), predictions(step)));
        VERIFY_OK(writer->write(sample::evaluated(stage::kStudent, step)));
      }
      VERIFY_OK(writer->writePredictions(stage::kWeakLabels, about(), predictions(0)));
      VERIFY_OK(writer->writePredictions(stage::kCeiling, about(), predictions(10)));
      VERIFY_OK(writer->write(record::Rewound{.stage = stage::kStudent, .step = 40}));
      QCOMPARE(stepsOf(stage::kStudent), (std::vector<std::int64_t>{10, 20, 30, 40}));
    }
    const std::vector<StagePosition> positions{
        {.stage = stage::kWeakLabels, .completed_steps = StagePosition::kWholeStage},
        {.stage = stage::kStudent, .completed_steps = 20}};
    auto reopened = RunWriter::reopen(workspace.path(), "run", positions);
    VERIFY_OK(reopened);
    QCOMPARE(stepsOf(stage::kStudent), (std::vector<std::int64_t>{10, 20}));
    QCOMPARE(stepsOf(stage::kWeakLabels), std::vector<std::int64_t>{0});
    QVERIFY(stepsOf(stage::kCeiling).empty());  // it starts anew
    // A rewind before the writer has written any.
    VERIFY_OK(reopened->writer.write(record::Rewound{.stage = stage::kStudent, .step = 10}));
    QCOMPARE(stepsOf(stage::kStudent), std::vector<std::int64_t>{10});
    VERIFY_OK(reopened->writer.writePredictions(stage::kStudent, about(), predictions(20)));
    QCOMPARE(stepsOf(stage::kStudent), (std::vector<std::int64_t>{10, 20}));
  }
};

W2S_TEST(TstPredictionLog)
#include "tst_prediction_log.moc"
