// The tour: five steps, each over a part of the window that is in sight; keys and clicks are its own, and
// the window is as before when it has ended.
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTest>

#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "ui/bridge/experiment_session.h"
#include "ui/shell/page_host.h"
#include "ui/shell/tour.h"

using namespace w2s;
using namespace w2s::ui;
using test::WindowBench;

namespace {

// By the menu, as a person starts it.
QPointer<Tour> begin(const WindowBench& bench) {
  bench.window->findChild<QAction*>(QStringLiteral("act.tour"))->trigger();
  return bench.window->findChild<Tour*>();
}

QPushButton* button(const Tour& tour, const char* name) {
  return tour.findChild<QPushButton*>(QLatin1String(name));
}

}  // namespace

class TstTour : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyStepShowsItsPart_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("large") << QSize(1440, 900);
    QTest::newRow("small") << QSize(1024, 700);
  }
  void everyStepShowsItsPart() {
    QFETCH(const QSize, size);
    const WindowBench bench;
    bench.window->resize(size);
    bench.window->pages().show(QStringLiteral("log"));
    const auto tour = begin(bench);
    QVERIFY(tour != nullptr && tour->isVisible());
    QStringList texts;
    for (int step = 0; step < Tour::steps(); ++step) {
      QCOMPARE(tour->step(), step);
      QVERIFY2(!tour->shownPart().isEmpty(), qPrintable(QString::number(step)));
      const auto* card = tour->findChild<QWidget*>(QStringLiteral("tour.card"));
      QVERIFY(tour->rect().contains(card->geometry()));
      QVERIFY(card->isAncestorOf(QApplication::focusWidget()));
      texts += tour->findChild<QLabel*>(QStringLiteral("tour.text"))->text();
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    }
    QCOMPARE(Tour::steps(), 5);
    QCOMPARE(texts.removeDuplicates(), 0);
    QTRY_VERIFY(tour == nullptr);  // after the last step
  }

  void keysLeadBackAndEnd() {
    const WindowBench bench;
    const auto tour = begin(bench);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(tour->step(), 0);  // there is none before it
    QVERIFY(!button(*tour, "tour.back")->isEnabled());
    button(*tour, "tour.next")->click();
    button(*tour, "tour.next")->click();
    QCOMPARE(tour->step(), 2);
    button(*tour, "tour.back")->click();
    QCOMPARE(tour->step(), 1);
    // Tab stays among its buttons.
    for (int i = 0; i < 4; ++i) {
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
      QVERIFY(tour->isAncestorOf(QApplication::focusWidget()));
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(tour == nullptr);
    QVERIFY(begin(bench) != nullptr);  // again
  }

  void noOtherKeyReachesTheWindow() {
    const WindowBench bench;
    const auto tour = begin(bench);
    const double speed = bench.session->speed();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_M);
    QCOMPARE(bench.session->speed(), speed);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(tour == nullptr);
    QTest::keyClick(bench.window.get(), Qt::Key_M);
    QVERIFY(bench.session->speed() != speed);
  }
};

W2S_WINDOW_TEST(TstTour)
#include "tst_tour.moc"
