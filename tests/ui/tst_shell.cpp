// The window's frame: pages, panels, and a layout that is kept and can be reset.
#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollArea>
#include <QSettings>
#include <QStatusTipEvent>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>

#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "ui/shell/config_files.h"
#include "ui/shell/docks.h"
#include "ui/shell/menus.h"
#include "ui/shell/page_host.h"
#include "ui/shell/status_line.h"

using namespace w2s::ui;
using w2s::test::WindowBench;

namespace {

void send(QWidget& widget, QEvent::Type type, QPoint at, Qt::MouseButton button) {
  const Qt::MouseButtons held =
      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::MouseButtons(Qt::LeftButton);
  QMouseEvent event(type, at, widget.mapToGlobal(at), button, held, Qt::NoModifier);
  QCoreApplication::sendEvent(&widget, &event);
  QCoreApplication::processEvents();  // the window moves its lines in the event loop
}

// Draws the line between panels that is at `from`.
void drawLine(QMainWindow& window, QPoint from, QPoint by) {
  QVERIFY(window.isSeparator(from));
  send(window, QEvent::MouseButtonPress, from, Qt::LeftButton);
  send(window, QEvent::MouseMove, from + by, Qt::NoButton);
  send(window, QEvent::MouseButtonRelease, from + by, Qt::LeftButton);
}

// On the line at the right of, or above, a panel.
QPoint lineRightOf(const QDockWidget& dock) {
  return {dock.geometry().right() + 2, dock.geometry().center().y()};
}
QPoint lineAbove(const QDockWidget& dock) {
  return {dock.geometry().center().x(), dock.geometry().top() - 2};
}

}  // namespace

class TstShell : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void opensOnTheRunPageWithBothPanels() {
    WindowBench bench;
    QCOMPARE(bench.window->pages().current(), QStringLiteral("run"));
    QVERIFY(bench.find<QDockWidget>("dock.settings")->isVisible());
    QVERIFY(bench.find<QDockWidget>("dock.runs")->isVisible());
    QVERIFY(bench.find<QWidget>("run_page")->isVisible());
  }

  void aPageBringsItsPanelsAndTakesThemAway() {
    WindowBench bench;
    bench.window->pages().show(QStringLiteral("log"));
    QVERIFY(bench.find<QPlainTextEdit>("log")->isVisible());
    QVERIFY(!bench.find<QDockWidget>("dock.settings")->isVisible());
    QVERIFY(!bench.find<QDockWidget>("dock.runs")->isVisible());
    bench.window->pages().show(QStringLiteral("run"));
    QVERIFY(bench.find<QDockWidget>("dock.settings")->isVisible());
    QVERIFY(bench.find<QDockWidget>("dock.runs")->isVisible());
  }

  void aNewPageStandsBeforeTheLogAndHasAKey() {
    WindowBench bench;
    auto* page = new QLabel(QStringLiteral("new"), bench.window.get());
    bench.window->addPage(QStringLiteral("new"), QStringLiteral("New"), page, {});
    const auto& pages = bench.window->pages().pages();
    QCOMPARE(pages.back().id, QStringLiteral("log"));
    QCOMPARE(pages[pages.size() - 2].id, QStringLiteral("new"));
    QCOMPARE(bench.window->pages().current(), QStringLiteral("run"));
    const QKeySequence key(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + pages.size() - 1));
    QCOMPARE(bench.window->findChild<QAction*>(QStringLiteral("act.page.new"))->shortcut(), key);
    QTest::keyClick(bench.window.get(), static_cast<Qt::Key>(Qt::Key_0 + pages.size() - 1),
                    Qt::ControlModifier);
    QCOMPARE(bench.window->pages().current(), QStringLiteral("new"));
    QVERIFY(page->isVisible());
  }

  // Laying a page out takes its time: one that nobody has seen is none of the window's layout.
  void aPageIsLaidOutWhenItIsShown() {
    WindowBench bench;
    const auto* scroll = bench.find<QScrollArea>("page.examples");
    QVERIFY(scroll->widget() == nullptr);
    QVERIFY(!bench.window->pages().page(QStringLiteral("examples"))->isVisible());
    bench.window->pages().show(QStringLiteral("examples"));
    QVERIFY(scroll->widget() == bench.window->pages().page(QStringLiteral("examples")));
    QVERIFY(scroll->widget()->isVisible());
  }

  void aPageThatIsNeverShownGoesWithTheWindow() {
    QPointer<QWidget> page;
    {
      WindowBench bench;
      page = new QWidget;
      bench.window->pages().add({.id = QStringLiteral("unseen"),
                                 .title = QStringLiteral("Unseen"),
                                 .widget = page,
                                 .docks = {}});
      QVERIFY(!page->isVisible());
    }
    QVERIFY(page.isNull());
  }

  void theLogTellsOfTheRun() {
    WindowBench bench;
    bench.finishARun();
    QVERIFY(
        bench.find<QPlainTextEdit>("log")->toPlainText().contains(QStringLiteral("Run finished")));
  }

  void aPanelThatTheUserClosesStaysClosedOnOtherPages() {
    WindowBench bench;
    bench.find<QToolButton>("dock.settings.close")->click();
    QVERIFY(!bench.find<QDockWidget>("dock.settings")->isVisible());
    QVERIFY(!bench.window->docks().toggleAction(QStringLiteral("settings"))->isChecked());
    bench.window->pages().show(QStringLiteral("log"));
    bench.window->pages().show(QStringLiteral("run"));
    QVERIFY(!bench.find<QDockWidget>("dock.settings")->isVisible());
    bench.window->docks().toggleAction(QStringLiteral("settings"))->trigger();
    QVERIFY(bench.find<QDockWidget>("dock.settings")->isVisible());
  }

  void theLayoutIsKept() {
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    int width = 0;
    {
      WindowBench bench({.settings = std::make_unique<QSettings>(file, QSettings::IniFormat)});
      bench.window->resize(1200, 800);
      auto* settings = bench.find<QDockWidget>("dock.settings");
      drawLine(*bench.window, lineRightOf(*settings), {400 - settings->width(), 0});
      QTRY_COMPARE(settings->width(), 400);
      width = settings->width();
      bench.find<QToolButton>("dock.runs.close")->click();
      bench.window->pages().show(QStringLiteral("log"));
      bench.window->close();
    }
    WindowBench again(
        {.settings = std::make_unique<QSettings>(file, QSettings::IniFormat), .size = {}});
    QCOMPARE(again.window->size(), QSize(1200, 800));
    QCOMPARE(again.window->pages().current(), QStringLiteral("log"));
    again.window->pages().show(QStringLiteral("run"));
    QTRY_COMPARE(again.find<QDockWidget>("dock.settings")->width(), width);
    QVERIFY(!again.find<QDockWidget>("dock.runs")->isVisible());
  }

  void resetLayoutBringsEverythingBack() {
    WindowBench bench;
    auto* settings = bench.find<QDockWidget>("dock.settings");
    auto* runs = bench.find<QDockWidget>("dock.runs");
    bench.window->addDockWidget(Qt::RightDockWidgetArea, settings);
    runs->setFloating(true);
    runs->close();
    QVERIFY(!runs->isVisible());
    bench.window->findChild<QAction*>(QStringLiteral("act.reset_layout"))->trigger();
    QVERIFY(runs->isVisible() && !runs->isFloating() && settings->isVisible());
    QCOMPARE(bench.window->dockWidgetArea(settings), Qt::LeftDockWidgetArea);
    QCOMPARE(bench.window->dockWidgetArea(runs), Qt::BottomDockWidgetArea);
    // About its first width: the page may ask for some of it.
    QTRY_VERIFY(settings->width() >= bench.theme.px(270) &&
                settings->width() <= bench.theme.px(330));
  }

  void largeTextAndBackLeavesThePanelsAsTheyWere() {
    WindowBench bench;
    bench.window->resize(1024, 700);
    auto* settings = bench.find<QDockWidget>("dock.settings");
    auto* runs = bench.find<QDockWidget>("dock.runs");
    QTRY_VERIFY(settings->width() < bench.theme.px(308));
    const QSize before(settings->width(), runs->height());
    for (const double scale : {2.0, 1.0, 1.5, 2.5, 1.0}) {
      bench.theme.setFontScale(scale);
      QCoreApplication::processEvents();
    }
    QTRY_COMPARE(QSize(settings->width(), runs->height()), before);
    // And in a large window they are as large as at first.
    bench.window->resize(1440, 900);
    QTRY_COMPARE(settings->width(), bench.theme.px(308));
  }

  void aPanelDrawnWiderStaysSo() {
    WindowBench bench;
    auto* settings = bench.find<QDockWidget>("dock.settings");
    drawLine(*bench.window, lineRightOf(*settings), {400 - settings->width(), 0});
    QTRY_COMPARE(settings->width(), 400);
    bench.theme.setFontScale(1.25);
    QTRY_COMPARE(settings->width(), 500);
    bench.window->resize(1300, 900);
    QTRY_COMPARE(settings->width(), 500);
  }

  // What the layout has squeezed is not what the user has drawn.
  void aClickBesideTheLinesIsNoWish() {
    WindowBench bench;
    auto* settings = bench.find<QDockWidget>("dock.settings");
    QTRY_COMPARE(settings->width(), bench.theme.px(308));
    bench.window->resizeDocks({settings}, {400}, Qt::Horizontal);
    QTRY_COMPARE(settings->width(), 400);
    const QPoint inside = settings->geometry().center();
    QVERIFY(!bench.window->isSeparator(inside));
    QTest::mouseClick(bench.window.get(), Qt::LeftButton, {}, inside);
    bench.window->resize(1400, 900);
    QTRY_COMPARE(settings->width(), bench.theme.px(308));
  }

  void aMovedPanelHasItsOwnSizeThereAndBackHere() {
    WindowBench bench;
    auto* settings = bench.find<QDockWidget>("dock.settings");
    auto* runs = bench.find<QDockWidget>("dock.runs");
    drawLine(*bench.window, lineRightOf(*settings), {360 - settings->width(), 0});
    QTRY_COMPARE(settings->width(), 360);
    bench.window->docks().toggleAction(QStringLiteral("runs"))->trigger();
    QTRY_VERIFY(!runs->isVisible());
    bench.window->addDockWidget(Qt::BottomDockWidgetArea, settings);
    QTRY_COMPARE(settings->width(), bench.window->width());
    QTRY_COMPARE(settings->height(), bench.window->height() / 5);  // what nobody has drawn
    drawLine(*bench.window, lineAbove(*settings), {0, settings->height() - 380});
    QTRY_COMPARE(settings->height(), 380);
    bench.window->addDockWidget(Qt::LeftDockWidgetArea, settings);
    QTRY_COMPARE(settings->width(), 360);
    bench.window->addDockWidget(Qt::BottomDockWidgetArea, settings);
    QTRY_COMPARE(settings->height(), 380);
  }

  void aMovedPanelFoldsAwayWhereItStands() {
    WindowBench bench;
    auto* settings = bench.find<QDockWidget>("dock.settings");
    auto* runs = bench.find<QDockWidget>("dock.runs");
    bench.window->addDockWidget(Qt::RightDockWidgetArea, runs);
    bench.window->addDockWidget(Qt::BottomDockWidgetArea, settings);
    bench.theme.setFontScale(2.0);
    bench.window->resize(1440, 900);  // low, not narrow
    QTRY_VERIFY(!settings->isVisible());
    QVERIFY(runs->isVisible());
  }

  void inALowWindowThePanelBelowFoldsAway() {
    WindowBench bench;
    bench.theme.setFontScale(2.0);
    bench.window->resize(1440, 900);
    auto* runs = bench.find<QDockWidget>("dock.runs");
    QTRY_VERIFY(!runs->isVisible());
    QAction* action = bench.window->docks().toggleAction(QStringLiteral("runs"));
    QVERIFY(!action->isChecked());  // the menu tells what is seen
    action->trigger();
    QVERIFY(runs->isVisible() && runs->isFloating());
    QVERIFY(action->isChecked());
    action->trigger();
    QVERIFY(!runs->isVisible() && !action->isChecked());
    action->trigger();
    runs->setFloating(false);
    bench.window->resize(1440, 899);
    QTRY_VERIFY(!action->isChecked());
    bench.theme.setFontScale(1.0);
    QTRY_VERIFY(runs->isVisible());
    QVERIFY(action->isChecked());
    // A panel that gives way to a message is not ticked either, and comes when it is asked for.
    bench.window->docks().giveWay(QStringLiteral("runs"), true);
    QVERIFY(!runs->isVisible() && !action->isChecked());
    action->trigger();
    QVERIFY(runs->isVisible() && action->isChecked());
  }

  void tabsStandBesideTheMenusWhereThereIsRoom() {
    WindowBench bench;
    const auto* tabs = bench.find<QTabBar>("pages");
    const auto* menus = bench.window->menuBar();
    const auto below = [&] {
      return tabs->mapTo(bench.window.get(), QPoint()).y() >=
             menus->mapTo(bench.window.get(), QPoint(0, menus->height())).y();
    };
    QVERIFY(!below());
    QVERIFY(menus->geometry().right() < tabs->geometry().left());
    bench.theme.setFontScale(2.5);
    bench.window->resize(960, 700);
    QTRY_VERIFY(below());
    bench.theme.setFontScale(1.0);
    QTRY_VERIFY(!below());
  }

  void inANarrowWindowASidePanelOpensOnItsOwn() {
    WindowBench bench;
    bench.theme.setFontScale(2.0);
    bench.window->resize(1024, 700);
    auto* settings = bench.find<QDockWidget>("dock.settings");
    QTRY_VERIFY(!settings->isVisible());
    bench.window->docks().toggleAction(QStringLiteral("settings"))->trigger();
    QVERIFY(settings->isVisible() && settings->isFloating());
    settings->setFloating(false);
    bench.theme.setFontScale(1.0);
    bench.window->resize(1440, 900);
    QTRY_VERIFY(settings->isVisible());
  }

  // Where there is no room for it, a panel is a drawer over the edge: it takes the focus, and Esc gives it back.
  void panelsWithoutRoomAreDrawersForTheKeyboard() {
    WindowBench bench;
    bench.theme.setFontScale(1.5);
    bench.window->resize(1024, 700);
    auto* settings = bench.find<QDockWidget>("dock.settings");
    auto* runs = bench.find<QDockWidget>("dock.runs");
    QTRY_VERIFY(!settings->isVisible() && !runs->isVisible());
    QWidget* start = bench.find<QAbstractButton>("run.start");
    start->setFocus();
    const QRect page(bench.window->centralWidget()->mapToGlobal(QPoint()),
                     bench.window->centralWidget()->size());

    // Ctrl+F opens what it searches.
    bench.find<QAction>("act.edit.find")->trigger();
    QTRY_VERIFY(settings->isVisible() && settings->isFloating());
    QVERIFY(page.contains(settings->geometry().topLeft()));
    QVERIFY(settings->geometry().right() < page.right());
    auto* search = bench.find<QLineEdit>("settings.search");
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(search));
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_VERIFY(!settings->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), start);
    QVERIFY(!bench.window->docks().toggleAction(QStringLiteral("settings"))->isChecked());

    // One at a time, and each takes the focus.
    bench.window->docks().toggleAction(QStringLiteral("runs"))->trigger();
    QTRY_VERIFY(runs->isVisible());
    QTRY_VERIFY(QApplication::focusWidget() != nullptr &&
                runs->isAncestorOf(QApplication::focusWidget()));
    bench.find<QAction>("act.edit.find")->trigger();
    QTRY_VERIFY(settings->isVisible() && !runs->isVisible());
    // Its own button puts it away too, and it comes again.
    QTest::mouseClick(bench.find<QToolButton>("dock.settings.close"), Qt::LeftButton);
    QTRY_VERIFY(!settings->isVisible());
    bench.window->docks().toggleAction(QStringLiteral("settings"))->trigger();
    QTRY_VERIFY(settings->isVisible());
    // With room again both stand where they stood.
    bench.theme.setFontScale(1.0);
    bench.window->resize(1440, 900);
    QTRY_VERIFY(settings->isVisible() && !settings->isFloating());
    QTRY_VERIFY(runs->isVisible() && !runs->isFloating());
  }

  // A page without settings: they are searched where they are.
  void findGoesToThePageOfTheSettings() {
    WindowBench bench;
    bench.window->pages().show(QStringLiteral("log"));
    bench.find<QAction>("act.edit.find")->trigger();
    QTRY_COMPARE(QApplication::focusWidget(),
                 static_cast<QWidget*>(bench.find<QLineEdit>("settings.search")));
    QVERIFY(bench.find<QDockWidget>("dock.settings")->isVisible());
  }

  // What menus and buttons explain, and the readings of a run, come and go in the same place.
  void whatWasSavedStaysInSight() {
    WindowBench bench;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a<b.toml"));
    bench.window->files().save(path);
    const auto* numbers = bench.find<QLabel>("status.numbers");
    const QString saved = QDir::toNativeSeparators(path).toHtmlEscaped();
    QVERIFY2(numbers->text().contains(saved), qPrintable(numbers->text()));
    QStatusTipEvent tip(QStringLiteral("Explains"));
    QCoreApplication::sendEvent(bench.window.get(), &tip);
    QVERIFY(!numbers->isVisible());
    QStatusTipEvent none{QString()};
    QCoreApplication::sendEvent(bench.window.get(), &none);
    QVERIFY(numbers->isVisible());
    bench.window->statusLine().showCrosshair(QStringLiteral("step 300"));
    QVERIFY(numbers->text().contains(saved));
    QTRY_COMPARE_WITH_TIMEOUT(numbers->text(), QStringLiteral("step 300"), 10000);
  }

  void theStatusLineShowsTheCrosshairAndGoesBack() {
    WindowBench bench;
    bench.finishARun();
    auto* numbers = bench.find<QLabel>("status.numbers");
    const QString latest = numbers->text();
    QVERIFY(latest.contains(QStringLiteral("student")));
    bench.window->statusLine().showCrosshair(QStringLiteral("step 300"));
    QCOMPARE(numbers->text(), QStringLiteral("step 300"));
    bench.window->statusLine().showCrosshair({});
    QCOMPARE(numbers->text(), latest);

    // As many whole parts as there is room for, and the first in any case.
    const QString gap = QStringLiteral("&nbsp;&nbsp;&nbsp;");
    const QString part = QStringLiteral("<b>student 0.812</b>");
    QStringList parts(200, part);
    bench.window->statusLine().showCrosshair(parts.join(gap));
    const qsizetype shown = numbers->text().count(part);
    QVERIFY(shown > 1 && shown < parts.size());
    QCOMPARE(numbers->text(), parts.first(shown).join(gap));
    const QString long_one(2000, QLatin1Char('x'));
    bench.window->statusLine().showCrosshair(long_one + gap + part);
    QCOMPARE(numbers->text(), long_one);
  }

  void theEditMenuAppearsWithItsFirstAction() {
    WindowBench bench;
    QMenu* edit = bench.window->menus().edit;
    edit->addAction(QStringLiteral("Undo"));
    QVERIFY(edit->menuAction()->isVisible());
  }
};

W2S_WINDOW_TEST(TstShell)
#include "tst_shell.moc"
