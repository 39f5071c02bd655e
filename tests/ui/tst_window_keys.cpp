// What keys and clicks do while a field is typed in, and what the seed field answers.
#include <algorithm>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "ui/bridge/experiment_session.h"
#include "ui/pages/run_toolbar.h"

using namespace w2s;
using namespace w2s::ui;
using test::WindowBench;

class TstWindowKeys : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void escapeLeavesAField_data() {
    QTest::addColumn<QString>("field");
    QTest::newRow("search") << QStringLiteral("settings.search");
    QTest::newRow("filter") << QStringLiteral("runs.filter");
  }
  void escapeLeavesAField() {
    QFETCH(const QString, field);
    const WindowBench bench;
    auto* line = bench.find<QLineEdit>(field.toLatin1().constData());
    line->setFocus();
    QCOMPARE(QApplication::focusWidget(), line);
    QTest::keyClicks(line, QStringLiteral("ab"));
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(QApplication::focusWidget() != line);
    // The next key is the window's.
    const double before = bench.session->speed();
    QTest::keyClick(bench.window.get(), Qt::Key_M);
    QVERIFY(bench.session->speed() != before);
    QVERIFY(!line->text().contains(QLatin1Char('m')));
  }

  void aClickOnAnEmptyAreaLeavesAField() {
    const WindowBench bench;
    auto* line = bench.find<QLineEdit>("runs.filter");
    line->setFocus();
    QTest::mouseClick(bench.find<QWidget>("run.numbers"), Qt::LeftButton);
    QVERIFY(QApplication::focusWidget() != line);
  }

  void escapeBringsTheSeedBack() {
    const WindowBench bench;
    auto* seed = bench.find<QLineEdit>("run.seeds");
    seed->setFocus();
    seed->selectAll();
    QTest::keyClicks(seed, QStringLiteral("12"));
    QTest::keyClick(seed, Qt::Key_Escape);
    QVERIFY(QApplication::focusWidget() != seed);
    QCOMPARE(bench.session->seed(), std::int64_t{0});
    QCOMPARE(seed->text(), QStringLiteral("0"));
  }

  void theSeedFieldAnswersWhatIsNoSeed_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("answer");
    QTest::newRow("letters") << QStringLiteral("abc") << QStringLiteral("whole numbers from 0");
    QTest::newRow("fraction") << QStringLiteral("0.5") << QStringLiteral("whole numbers from 0");
    QTest::newRow("too large") << QStringLiteral("99999999999999999")
                               << QStringLiteral("whole numbers from 0");
    QTest::newRow("backwards") << QStringLiteral("4-0") << QStringLiteral("ends before it begins");
    QTest::newRow("too many") << QStringLiteral("0-100") << QStringLiteral("w2s run --seeds");
  }
  void theSeedFieldAnswersWhatIsNoSeed() {
    QFETCH(const QString, typed);
    QFETCH(const QString, answer);
    const WindowBench bench;
    bench.session->setSeed(3);
    QSignalSpy refused(bench.find<RunToolbar>("toolbar"), &RunToolbar::refused);
    auto* seed = bench.find<QLineEdit>("run.seeds");
    seed->setFocus();
    seed->selectAll();
    QTest::keyClicks(seed, typed);
    QTest::keyClick(seed, Qt::Key_Return);
    QVERIFY(!refused.isEmpty());
    QVERIFY2(refused.last()[0].toString().contains(answer),
             qPrintable(refused.last()[0].toString()));
    QCOMPARE(bench.session->seed(), std::int64_t{3});
    QCOMPARE(seed->text(), QStringLiteral("3"));
  }

  void seedsAreTaken_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QList<qint64>>("seeds");
    QTest::addColumn<QString>("shown");
    QTest::newRow("range") << QStringLiteral("0-4") << QList<qint64>{0, 1, 2, 3, 4}
                           << QStringLiteral("0-4");
    QTest::newRow("list") << QStringLiteral(" 0,3, 7") << QList<qint64>{0, 3, 7}
                          << QStringLiteral("0, 3, 7");
    QTest::newRow("twice") << QStringLiteral("2,2,5") << QList<qint64>{2, 5}
                           << QStringLiteral("2, 5");
  }
  void seedsAreTaken() {
    QFETCH(const QString, typed);
    QFETCH(const QList<qint64>, seeds);
    QFETCH(const QString, shown);
    const WindowBench bench;
    auto* field = bench.find<QLineEdit>("run.seeds");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, typed);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(std::ranges::equal(bench.session->seeds(), seeds));
    QCOMPARE(field->text(), shown);
  }

  void aSeedIsTaken() {
    const WindowBench bench;
    QSignalSpy refused(bench.find<RunToolbar>("toolbar"), &RunToolbar::refused);
    auto* seed = bench.find<QLineEdit>("run.seeds");
    seed->setFocus();
    seed->selectAll();
    QTest::keyClicks(seed, QStringLiteral("17"));
    QTest::keyClick(seed, Qt::Key_Return);
    QCOMPARE(bench.session->seed(), std::int64_t{17});
    QVERIFY(refused.isEmpty());
  }
};

W2S_WINDOW_TEST(TstWindowKeys)
#include "tst_window_keys.moc"
