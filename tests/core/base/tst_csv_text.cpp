// Cells of CSV that a spreadsheet would run are text; numbers stay numbers.
#include <QTest>

#include "core/base/csv_text.h"
#include "tests/support/test_main.h"

using namespace w2s;

class TstCsvText : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void formulasBecomeText_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("equals") << QByteArray("=cmd|' /C calc'!A0")
                            << QByteArray("'=cmd|' /C calc'!A0");
    QTest::newRow("at") << QByteArray("@SUM(1)") << QByteArray("'@SUM(1)");
    QTest::newRow("plus") << QByteArray("+A1") << QByteArray("'+A1");
    QTest::newRow("minus") << QByteArray("-2+3+cmd") << QByteArray("'-2+3+cmd");
    QTest::newRow("sum") << QByteArray("-1+2") << QByteArray("'-1+2");
    QTest::newRow("cell") << QByteArray("-E5") << QByteArray("'-E5");
    QTest::newRow("two signs") << QByteArray("--1") << QByteArray("'--1");
    QTest::newRow("words of numbers") << QByteArray("-inf") << QByteArray("'-inf");
    QTest::newRow("sign alone") << QByteArray("-") << QByteArray("'-");
    QTest::newRow("behind a blank") << QByteArray(" =1") << QByteArray(" '=1");
    QTest::newRow("behind a tab") << QByteArray("\t=1") << QByteArray("\t'=1");
    QTest::newRow("behind a line end") << QByteArray("a\r\n=1") << QByteArray("a\r\n'=1");
    QTest::newRow("behind a comma and a quote")
        << QByteArray("# a: b,\"=1\"") << QByteArray("# a: b,\"'=1\"");
    QTest::newRow("behind a semicolon") << QByteArray("a;=1") << QByteArray("a;'=1");
    QTest::newRow("in a word") << QByteArray("a=1, b-c @ d") << QByteArray("a=1, b-c @ d");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    for (const char* number : {"-0.25", "+3", "-1e-05", "+1.5E+10", "-12.5 %",
                               "-1\xe2\x80\xaf"
                               "234.5",
                               "-0,25 %", "0.1", "-.5"}) {
      QTest::newRow(number) << QByteArray(number) << QByteArray(number);
    }
  }
  void formulasBecomeText() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(withoutFormulas(text.toStdString())), expected);
  }

  void cellsAreQuotedWhereTheyNeedIt() {
    QCOMPARE(csvCell("student"), "student");
    QCOMPARE(csvCell("a,b"), "\"a,b\"");
    QCOMPARE(csvCell("a;=b"), "\"a;'=b\"");
    QCOMPARE(csvCell("say \"a\""), "\"say \"\"a\"\"\"");
    QCOMPARE(csvCell("=1+1"), "'=1+1");
    QCOMPARE(csvCell("# a"), "\"# a\"");
  }
};

W2S_TEST(TstCsvText)
#include "tst_csv_text.moc"
