#include <bit>
#include <cmath>
#include <limits>

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/file_io.h"
#include "core/store/series.h"
#include "tests/core/store/sample_run.h"
#include "tests/support/step_rows.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;
using test::blockOf;
using test::StepRow;

namespace {

std::string fileText(const std::vector<StepRow>& rows) {
  std::string text = seriesHeader(*test::stepSchema());
  formatRows(blockOf(rows), *test::stepSchema(), text);
  return text;
}

// Those of every file of version 0.1.0, then the gradient norms.
constexpr std::string_view kHeader =
    "step,total [nats],kd [nats],confidence [nats],ground_truth [nats],entropy [nats],kd_weight,"
    "confidence_weight,ground_truth_weight,entropy_weight,learning_rate,temperature,"
    "kd_gradient_norm,confidence_gradient_norm,ground_truth_gradient_norm,entropy_gradient_norm\n";
constexpr int kColumns = 16;

}  // namespace

class TstSeries : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Neither a device, which may never end, nor a line of any length is taken into memory.
  void aHeaderIsOneShortLineOfAFile() {
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("x.csv").toStdString();
    VERIFY_OK(writeFileAtomically(file, std::string(200'000, '0')));
    const auto endless = readSchema(file);
    QVERIFY(!endless.has_value());
    QVERIFY2(endless.error().message.find("longer than 65536 bytes") != std::string::npos,
             endless.error().message.c_str());
    const auto device = readSchema("/dev/zero");
    VERIFY_OK(device);
    QVERIFY(*device == nullptr);
  }

  void rowsComeBackToTheBit() {
    auto rows = sample::rows(1, 2000);
    rows[3].total = -std::numeric_limits<double>::infinity();
    rows[4].kd = 5e-324;
    rows[5].kd = std::numeric_limits<double>::max();
    rows[6].entropy = 0.1 + 0.2;
    const auto series = parseSeries(fileText(rows), "a.csv");
    VERIFY_OK(series);
    QCOMPARE(series->size(), rows.size());
    QVERIFY(blockOf(rows) == *series);
    rows[9].entropy_weight = 0.0;  // -0.0 before
    QVERIFY(!(blockOf(rows) == *series));
  }

  void undefinedNumbersComeBackUndefined() {
    const double negative_nan = std::copysign(std::numeric_limits<double>::quiet_NaN(), -1.0);
    const std::string text = fileText({{.step = 1, .total = negative_nan}});
    QVERIFY(text.find(",nan,") == std::string::npos || text.find("-nan") == std::string::npos);
    QVERIFY(text.find("1,nan,") != std::string::npos);
    QVERIFY(std::isnan(parseSeries(text, "a.csv")->column("total")[0]));
  }

  void theHeaderBeginsAsInEveryFileSoFar() {
    QCOMPARE(seriesHeader(*test::stepSchema()), std::string(kHeader));
    QCOMPARE(std::ranges::count(fileText({{.step = 1}}), ','), 2 * std::ptrdiff_t(kColumns - 1));
  }

  void columnsHoldWhatTheirNamesSay() {
    const StepRow row{.step = 1,
                      .total = 2,
                      .kd = 3,
                      .confidence = 4,
                      .ground_truth = 5,
                      .entropy = 6,
                      .kd_weight = 7,
                      .confidence_weight = 8,
                      .ground_truth_weight = 9,
                      .entropy_weight = 10,
                      .learning_rate = 11,
                      .temperature = 12,
                      .kd_gradient_norm = 13,
                      .confidence_gradient_norm = 14,
                      .ground_truth_gradient_norm = 15,
                      .entropy_gradient_norm = 16};
    const auto series =
        parseSeries(std::string(kHeader) + "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16\n", "a.csv");
    VERIFY_OK(series);
    QVERIFY(*series == blockOf(row));
    QVERIFY(*series->schema == *test::stepSchema());
    using enum record::Quantity;
    const record::Quantity expected[] = {Total,        TermValue,    TermValue,   TermValue,
                                         TermValue,    TermWeight,   TermWeight,  TermWeight,
                                         TermWeight,   LearningRate, Other,       GradientNorm,
                                         GradientNorm, GradientNorm, GradientNorm};
    for (std::size_t i = 0; i < std::size(expected); ++i) {
      QVERIFY(series->schema->columns[i].quantity == expected[i]);
    }
    std::string text;
    formatRows(blockOf(row), *test::stepSchema(), text);
    QCOMPARE(text, std::string("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16\n"));
  }

  // As a newer version may write it: other columns, in another order.
  void unknownColumnsAreKeptAndMissingOnesAreEmpty() {
    const std::string text =
        "step,kd [nats],feature_match [nats],feature_match_weight,feature_match_gradient_norm,"
        "memory [MiB]\n1,0.5,2,0.25,3,70\n2,0.25,1,0.25,nan,71\n";
    const auto series = parseSeries(text, "a.csv");
    VERIFY_OK(series);
    QCOMPARE(series->column("feature_match"), (std::vector<double>{2.0, 1.0}));
    QVERIFY(series->column("total").empty());
    const auto& columns = series->schema->columns;
    QVERIFY(columns[1].quantity == record::Quantity::TermValue);
    QVERIFY(columns[2].quantity == record::Quantity::TermWeight);
    QVERIFY(columns[3].quantity == record::Quantity::GradientNorm);
    QVERIFY(columns[4].quantity == record::Quantity::Other);
    QCOMPARE(columns[4].unit, std::string("MiB"));
    std::string again = seriesHeader(*series->schema);
    formatRows(*series, *series->schema, again);
    QCOMPARE(again, text);
  }

  void columnsMeetByName() {
    record::StepBlock rows = blockOf(std::vector<StepRow>{{.step = 1, .kd = 3.0}});
    const auto other = parseSeries("step,memory [MiB],kd [nats]\n2,70,4\n3,71,5\n", "a.csv");
    VERIFY_OK(other);
    rows.append(*other, 1);
    QCOMPARE(rows.steps, (std::vector<double>{1.0, 3.0}));
    QCOMPARE(rows.column("kd"), (std::vector<double>{3.0, 5.0}));
    QVERIFY(std::isnan(rows.column("memory")[0]));
    QCOMPARE(rows.column("memory")[1], 71.0);
    QVERIFY(std::isnan(rows.column("temperature")[1]));
  }

  void thinningKeepsTheEnds_data() {
    QTest::addColumn<int>("rows");
    for (const int rows : {0, 1, 2, 3, 4, 5, 6, 101}) {
      QTest::addRow("%d", rows) << rows;
    }
  }
  void thinningKeepsTheEnds() {
    QFETCH(int, rows);
    record::StepBlock thin = blockOf(sample::rows(1, rows));
    std::vector<StepRow> expected;
    for (const StepRow& row : sample::rows(1, rows)) {
      if (row.step % 2 == 1 || row.step == rows || rows < 3) {
        expected.push_back(row);
      }
    }
    QCOMPARE(thin.thin(), static_cast<std::size_t>(rows) - expected.size());
    QVERIFY(thin == blockOf(expected));
  }

  void aFileGetsTheColumnsThatItLacks() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("a.csv").toStdString();
    const std::string before = "step,kd [nats],odd\n1,0.5,7\n2,0.25,8\n";
    VERIFY_OK(writeFileAtomically(file, before + "3,torn"));
    QVERIFY((*readSchema(file))->find("odd").has_value());
    const auto schema = widenSeries(file, *test::stepSchema());
    VERIFY_OK(schema);
    const auto series = readSeries(file);
    VERIFY_OK(series);
    QVERIFY(*series->schema == **schema);
    QCOMPARE(series->column("odd"), (std::vector<double>{7.0, 8.0}));
    QCOMPARE(series->column("kd"), (std::vector<double>{0.5, 0.25}));
    QVERIFY(std::isnan(series->column("total")[1]));
  }

  // Lines lie across the pieces in which a file is read.
  void aFileIsReadInPieces() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("a.csv").toStdString();
    const std::string text = fileText(sample::rows(1, 20'000));
    QVERIFY(text.size() > (3U << 20U));
    VERIFY_OK(writeFileAtomically(file, text + "20001,torn"));
    const auto series = readSeries(file);
    VERIFY_OK(series);
    QCOMPARE(test::rowsOf(*series), sample::rows(1, 20'000));
    const auto last = readSeries(file, Rows::Last);
    VERIFY_OK(last);
    QCOMPARE(test::rowsOf(*last), sample::rows(20'000, 20'000));
    for (const std::int64_t step : {std::int64_t{1}, std::int64_t{9'999}, std::int64_t{20'000}}) {
      const auto part = partOfFileUpTo(file, step);
      VERIFY_OK(part);
      QCOMPARE(part->bytes, fileText(sample::rows(1, step)).size());
      QCOMPARE(test::rowsOf(*readSeries(file, Rows::All, part->bytes)), sample::rows(1, step));
    }
    VERIFY_OK(writeFileAtomically(file, text + "20001,damaged\n"));
    for (const Rows kept : {Rows::All, Rows::Last}) {
      QVERIFY(readSeries(file, kept).error().message.find("line 20002") != std::string::npos);
    }
  }

  void aLineTornAtAnyByteIsDropped() {
    const std::string two = fileText(sample::rows(1, 2));
    const std::string three = fileText(sample::rows(1, 3));
    for (std::size_t length = two.size(); length < three.size(); ++length) {
      const auto series = parseSeries(std::string_view(three).substr(0, length), "a.csv");
      VERIFY_OK(series);
      QCOMPARE(series->size(), std::size_t(2));
    }
    QCOMPARE(parseSeries(three, "a.csv")->size(), std::size_t(3));
  }

  void aHeaderTornAtAnyByteIsAnEmptySeries() {
    for (std::size_t length = 0; length <= kHeader.size(); ++length) {
      const auto series = parseSeries(kHeader.substr(0, length), "a.csv");
      VERIFY_OK(series);
      QVERIFY(series->empty());
    }
  }

  void damageInTheMiddleNamesFileAndLine_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("cause");
    QTest::newRow("too few") << QByteArray("2,1,2,3") << QByteArray("16 numbers");
    QTest::newRow("too many") << QByteArray("2,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16")
                              << QByteArray("16 numbers");
    QTest::newRow("a word") << QByteArray("2,1,2,x,4,5,6,7,8,9,10,11,12,13,14,15")
                            << QByteArray("16 numbers");
    QTest::newRow("an empty cell")
        << QByteArray("2,1,2,,4,5,6,7,8,9,10,11,12,13,14,15") << QByteArray("16 numbers");
    QTest::newRow("an empty line") << QByteArray("") << QByteArray("16 numbers");
    QTest::newRow("a fractional step")
        << QByteArray("2.5,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15") << QByteArray("16 numbers");
    QTest::newRow("a step below 0")
        << QByteArray("-2,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15") << QByteArray("16 numbers");
    QTest::newRow("a step beyond 2^53")
        << QByteArray("9007199254740994,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15")
        << QByteArray("16 numbers");
    QTest::newRow("a step again") << QByteArray("1,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15")
                                  << QByteArray("ascend");
    QTest::newRow("zeros of a power cut") << QByteArray(40, '\0') << QByteArray("16 numbers");
  }
  void damageInTheMiddleNamesFileAndLine() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, cause);
    std::string text = fileText({sample::row(1)});
    text += line.toStdString() + "\n";
    formatRows(blockOf(sample::rows(3, 4)), *test::stepSchema(), text);
    const auto series = parseSeries(text, "series/student.csv");
    QVERIFY(!series.has_value());
    QCOMPARE(series.error().code, ErrorCode::BadFormat);
    for (const std::string& part :
         {std::string("series/student.csv"), std::string("line 3"), cause.toStdString()}) {
      QVERIFY2(series.error().message.find(part) != std::string::npos,
               series.error().message.c_str());
    }
  }

  void anotherFileIsRefused() {
    const auto series = parseSeries("a,b\n1,2\n", "x.csv");
    QVERIFY(!series.has_value());
    QVERIFY(series.error().message.find("line 1") != std::string::npos);
  }

  // As many columns as fit one line, and lines without cells for them: what they promise together
  // is no reason to allocate it.
  void aHeaderAndLinesThatPromiseTooMuchAreRefused() {
    std::string header = "step";
    for (int i = 0; i < 4096; ++i) {
      header += ",c" + std::to_string(i);
    }
    const auto lines = parseSeries(header + "\n" + std::string(10'000'000, '\n'), "x.csv");
    QVERIFY(!lines.has_value());
    QVERIFY(lines.error().message.find("line 2 is damaged") != std::string::npos);
    const auto columns = parseSeries(header + ",one_more\n", "x.csv");
    QVERIFY(!columns.has_value());
    QVERIFY(columns.error().message.find("line 1 has more than 4096 columns") != std::string::npos);
  }

  void partUpToEndsWithTheRowOfThatStep() {
    const std::string text = fileText(sample::rows(1, 50));
    for (const std::int64_t step : {0, 1, 17, 50, 60}) {
      const auto part = partUpTo(text + "51,torn", step, "a.csv");
      VERIFY_OK(part);
      const std::int64_t kept = std::min<std::int64_t>(step, 50);
      QCOMPARE(part->bytes, fileText(sample::rows(1, kept)).size());
      QCOMPARE(part->last_step, kept);
    }
  }

  void cutAfterEqualsNeverHavingAppended() {
    record::StepBlock cut = blockOf(sample::rows(1, 50));
    cut.cutAfter(17);
    QVERIFY(cut == blockOf(sample::rows(1, 17)));
    QCOMPARE(cut.lastStep(), std::int64_t(17));
    cut.cutAfter(0);
    QVERIFY(cut.empty());
    QCOMPARE(cut.lastStep(), std::int64_t(0));
  }
};

W2S_TEST(TstSeries)
#include "tst_series.moc"
