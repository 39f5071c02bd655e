// Text from 80 to 250 per cent at run time: everything follows, nothing is cut off.
#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>

#include "tests/support/clipped_texts.h"
#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "ui/charts/plot_widget.h"
#include "ui/shell/appearance.h"
#include "ui/shell/page_host.h"
#include "ui/widgets/state_chip.h"

using namespace w2s::ui;
using w2s::test::clippedTexts;
using w2s::test::WindowBench;

class TstFontScale : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void keysMakeTextLargerAndSmaller() {
    WindowBench bench;
    QTest::keyClick(bench.window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(bench.theme.fontScale(), 1.1);
    QTest::keyClick(bench.window.get(), Qt::Key_Equal, Qt::ControlModifier);
    QCOMPARE(bench.theme.fontScale(), 1.25);
    QTest::keyClick(bench.window.get(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(bench.theme.fontScale(), 1.1);
    QTest::keyClick(bench.window.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(bench.theme.fontScale(), 1.0);
    // A chart that has the focus has + - 0 for itself, but not with Ctrl.
    bench.finishARun();
    auto* plot = bench.window->findChild<PlotWidget*>();
    QVERIFY(plot != nullptr);
    QTest::keyClick(plot, Qt::Key_Plus);
    const auto zoom = plot->xZoom();
    QVERIFY(zoom.has_value());
    QCOMPARE(bench.theme.fontScale(), 1.0);
    QTest::keyClick(plot, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(bench.theme.fontScale(), 1.1);
    QTest::keyClick(plot, Qt::Key_Equal, Qt::ControlModifier);
    QCOMPARE(bench.theme.fontScale(), 1.25);
    QTest::keyClick(plot, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(bench.theme.fontScale(), 1.1);
    QTest::keyClick(plot, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(bench.theme.fontScale(), 1.0);
    QVERIFY(plot->xZoom().has_value());
    QCOMPARE(plot->xZoom()->low, zoom->low);
    QCOMPARE(plot->xZoom()->high, zoom->high);
    for (int i = 0; i < 20; ++i) {
      bench.window->appearance().larger();
    }
    QCOMPARE(bench.theme.fontScale(), Theme::kLargestScale);
    for (int i = 0; i < 20; ++i) {
      bench.window->appearance().smaller();
    }
    QCOMPARE(bench.theme.fontScale(), Theme::kSmallestScale);
  }

  void controlsGrowWithTheText() {
    WindowBench bench;
    const auto height = [&](const char* name) { return bench.find<QWidget>(name)->height(); };
    const int start = height("run.start");
    const int chip = height("run.state");
    const int card = height("card.weak");
    bench.theme.setFontScale(2.0);
    QTRY_VERIFY(height("run.start") >= 3 * start / 2);
    QTRY_VERIFY(height("run.state") >= 3 * chip / 2);
    QTRY_VERIFY(height("card.weak") >= 3 * card / 2);
    QCOMPARE(QApplication::font().pixelSize(), 26);
  }

  void nothingIsCutOff_data() {
    QTest::addColumn<double>("scale");
    QTest::addColumn<QSize>("size");
    for (const double scale : {0.8, 1.0, 1.5, 2.0, 2.5}) {
      for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
        QTest::addRow("%d %% at %dx%d", qRound(100 * scale), size.width(), size.height())
            << scale << size;
      }
    }
  }
  void nothingIsCutOff() {
    QFETCH(double, scale);
    QFETCH(QSize, size);
    WindowBench bench;
    bench.theme.setFontScale(scale);
    bench.window->resize(size);
    QCOMPARE(bench.window->size(), size);
    bench.finishARun();
    for (const PageHost::Page& page : bench.window->pages().pages()) {
      bench.window->pages().show(page.id);
      QCoreApplication::processEvents();
      const QStringList faults = clippedTexts(*bench.window);
      QVERIFY2(faults.isEmpty(),
               qPrintable(page.id + QStringLiteral(": ") + faults.join(QLatin1Char('\n'))));
    }
  }

  void theToolBarFoldsIntoAMenu() {
    WindowBench bench;
    auto* more = bench.find<QToolButton>("run.more");
    QVERIFY(!more->isVisible());
    bench.theme.setFontScale(2.0);
    bench.window->resize(1024, 700);
    QTRY_VERIFY(more->isVisible());
    QVERIFY(bench.find<QWidget>("run.start")->isVisible());
    QStringList folded;
    for (const QAction* action : more->menu()->actions()) {
      folded += action->objectName();
    }
    QVERIFY(folded.contains(QStringLiteral("act.export")));
    QVERIFY(folded.contains(QStringLiteral("act.present")));
    bench.theme.setFontScale(1.0);
    bench.window->resize(1440, 900);
    QTRY_VERIFY(!more->isVisible());
  }

  void theChosenSizeIsKept() {
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    {
      WindowBench bench({.settings = std::make_unique<QSettings>(file, QSettings::IniFormat)});
      bench.window->findChild<QAction*>(QStringLiteral("act.text.150"))->trigger();
      bench.window->findChild<QAction*>(QStringLiteral("act.theme.3"))->trigger();
    }
    Theme theme;
    Appearance::restore(theme, QSettings(file, QSettings::IniFormat));
    QCOMPARE(theme.fontScale(), 1.5);
    QCOMPARE(theme.look(), Look::HighContrast);
  }
};

W2S_WINDOW_TEST(TstFontScale)
#include "tst_font_scale.moc"
