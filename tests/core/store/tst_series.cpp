#include <bit>
#include <cmath>
#include <limits>

#include <QtTest>

#include "core/store/series.h"
#include "tests/core/store/sample_run.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;
using record::StepRow;

namespace {

std::string fileText(const std::vector<StepRow>& rows) {
  std::string text(kSeriesHeader);
  formatRows(rows, text);
  return text;
}

}  // namespace

class TstSeries : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void rowsComeBackToTheBit() {
    auto rows = sample::rows(1, 2000);
    rows[3].total = -std::numeric_limits<double>::infinity();
    rows[4].kd = 5e-324;
    rows[5].kd = std::numeric_limits<double>::max();
    rows[6].entropy = 0.1 + 0.2;
    const auto series = parseSeries(fileText(rows), "a.csv");
    VERIFY_OK(series);
    QCOMPARE(series->size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      QCOMPARE(series->row(i), rows[i]);
      QCOMPARE(std::signbit(series->row(i).entropy_weight),
               true);  // == does not tell -0.0 from 0.0
    }
    Series direct;
    direct.append(rows);
    QVERIFY(direct == *series);
  }

  void undefinedNumbersComeBackUndefined() {
    const double negative_nan = std::copysign(std::numeric_limits<double>::quiet_NaN(), -1.0);
    const std::string text = fileText({{.step = 1, .total = negative_nan}});
    QVERIFY(text.find(",nan,") == std::string::npos || text.find("-nan") == std::string::npos);
    QVERIFY(text.find("1,nan,") != std::string::npos);
    QVERIFY(std::isnan(parseSeries(text, "a.csv")->row(0).total));
  }

  void headerNamesEveryColumn() {
    QCOMPARE(std::ranges::count(kSeriesHeader, ','), std::ptrdiff_t(kSeriesColumns - 1));
    QCOMPARE(std::ranges::count(fileText({{.step = 1}}), ','),
             2 * std::ptrdiff_t(kSeriesColumns - 1));
  }

  void columnsHoldWhatTheirNamesSay() {
    Series series;
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
                      .temperature = 12};
    series.append(std::span(&row, 1));
    QCOMPARE(series.column(SeriesColumn::Step).front(), 1.0);
    QCOMPARE(series.column(SeriesColumn::Total).front(), 2.0);
    QCOMPARE(series.column(SeriesColumn::Kd).front(), 3.0);
    QCOMPARE(series.column(SeriesColumn::Confidence).front(), 4.0);
    QCOMPARE(series.column(SeriesColumn::GroundTruth).front(), 5.0);
    QCOMPARE(series.column(SeriesColumn::Entropy).front(), 6.0);
    QCOMPARE(series.column(SeriesColumn::KdWeight).front(), 7.0);
    QCOMPARE(series.column(SeriesColumn::ConfidenceWeight).front(), 8.0);
    QCOMPARE(series.column(SeriesColumn::GroundTruthWeight).front(), 9.0);
    QCOMPARE(series.column(SeriesColumn::EntropyWeight).front(), 10.0);
    QCOMPARE(series.column(SeriesColumn::LearningRate).front(), 11.0);
    QCOMPARE(series.column(SeriesColumn::Temperature).front(), 12.0);
    std::string text;
    formatRows(std::span(&row, 1), text);
    QCOMPARE(text, std::string("1,2,3,4,5,6,7,8,9,10,11,12\n"));
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
    for (std::size_t length = 0; length <= kSeriesHeader.size(); ++length) {
      const auto series = parseSeries(kSeriesHeader.substr(0, length), "a.csv");
      VERIFY_OK(series);
      QVERIFY(series->empty());
    }
  }

  void damageInTheMiddleNamesFileAndLine_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("cause");
    QTest::newRow("too few") << QByteArray("2,1,2,3") << QByteArray("12 numbers");
    QTest::newRow("too many") << QByteArray("2,1,2,3,4,5,6,7,8,9,10,11,12")
                              << QByteArray("12 numbers");
    QTest::newRow("a word") << QByteArray("2,1,2,x,4,5,6,7,8,9,10,11") << QByteArray("12 numbers");
    QTest::newRow("an empty cell")
        << QByteArray("2,1,2,,4,5,6,7,8,9,10,11") << QByteArray("12 numbers");
    QTest::newRow("an empty line") << QByteArray("") << QByteArray("12 numbers");
    QTest::newRow("a fractional step")
        << QByteArray("2.5,1,2,3,4,5,6,7,8,9,10,11") << QByteArray("12 numbers");
    QTest::newRow("a step again") << QByteArray("1,1,2,3,4,5,6,7,8,9,10,11")
                                  << QByteArray("ascend");
    QTest::newRow("zeros of a power cut") << QByteArray(40, '\0') << QByteArray("12 numbers");
  }
  void damageInTheMiddleNamesFileAndLine() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, cause);
    std::string text = fileText({sample::row(1)});
    text += line.toStdString() + "\n";
    formatRows(sample::rows(3, 4), text);
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
    Series cut;
    cut.append(sample::rows(1, 50));
    cut.cutAfter(17);
    Series straight;
    straight.append(sample::rows(1, 17));
    QVERIFY(cut == straight);
    QCOMPARE(cut.lastStep(), std::int64_t(17));
    cut.cutAfter(0);
    QVERIFY(cut.empty());
    QCOMPARE(cut.lastStep(), std::int64_t(0));
  }
};

W2S_TEST(TstSeries)
#include "tst_series.moc"
