// What moves by itself, and that none of it does with reduced motion.
#include <QApplication>
#include <QSignalSpy>
#include <QStyleHints>
#include <QTest>

#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "ui/presenter/presenter_window.h"
#include "ui/shell/outputs.h"
#include "ui/widgets/gap_bar.h"
#include "ui/widgets/glide.h"

using namespace w2s;
using namespace w2s::ui;
using test::WindowBench;

namespace {

Readings readings(double pgr) {
  Readings made;
  made.weak = {.accuracy = 0.6, .loss = 1.0, .n = 1000};
  made.student = {.accuracy = 0.6 + 0.3 * pgr, .loss = 1.0, .n = 1000};
  made.ceiling = {.accuracy = 0.9, .loss = 1.0, .n = 1000};
  made.pgr = metrics::Pgr{.signed_value = pgr, .status = metrics::PgrStatus::Ok};
  return made;
}

}  // namespace

class TestReducedMotion : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aNumberGlidesToItsPlace() {
    Theme theme;
    Glide glide(theme);
    const QSignalSpy moved(&glide, &Glide::moved);
    glide.setTarget(0.2);
    QCOMPARE(glide.value(), std::optional(0.2));  // nothing was there to move
    QVERIFY(!glide.isMoving());
    glide.setTarget(0.8);
    QVERIFY(glide.isMoving());
    QVERIFY(*glide.value() < 0.8);
    QTRY_VERIFY(!glide.isMoving());
    QCOMPARE(glide.value(), std::optional(0.8));
    QVERIFY(moved.count() > 2);
    glide.setTarget(0.801);  // less than can be seen
    QVERIFY(!glide.isMoving());
    QCOMPARE(glide.value(), std::optional(0.801));
    glide.setTarget(std::nullopt);
    QVERIFY(!glide.value());
    QVERIFY(Glide::kGlide <= std::chrono::milliseconds(150));
  }

  void withReducedMotionItJumps() {
    Theme theme;
    theme.setReducedMotion(true);
    Glide glide(theme);
    glide.setTarget(0.2);
    glide.setTarget(0.8);
    QVERIFY(!glide.isMoving());
    QCOMPARE(glide.value(), std::optional(0.8));
  }

  void theSettingEndsAMovement() {
    Theme theme;
    Glide glide(theme);
    glide.setTarget(0.2);
    glide.setTarget(0.8);
    QVERIFY(glide.isMoving());
    theme.setReducedMotion(true);
    QVERIFY(!glide.isMoving());
    QCOMPARE(glide.value(), std::optional(0.8));
  }

  void theGapBarFollows() {
    Theme theme;
    theme.choose(ThemeChoice::Light);
    GapBar bar(theme);
    bar.resize(460, 96);
    bar.setReadings(readings(0.1));
    bar.setReadings(readings(0.9));
    QVERIFY(*bar.shownGap() < 0.9);
    const QImage on_the_way = bar.grab().toImage();
    QTRY_COMPARE(*bar.shownGap(), 0.9);
    QVERIFY(bar.grab().toImage() != on_the_way);
    // The number is right at once.
    QVERIFY(bar.accessibleDescription().contains(QLatin1String("0.90")));
    theme.setReducedMotion(true);
    bar.setReadings(readings(0.3));
    QCOMPARE(*bar.shownGap(), 0.3);
  }

  void thePresenterFollows() {
    WindowBench bench;
    bench.theme.setReducedMotion(true);
    bench.window->outputs().openPresenterWindow();
    auto* presenter = bench.window->findChild<PresenterWindow*>(QStringLiteral("presenter"));
    bench.finishARun();
    QTRY_VERIFY(presenter->content().readings.pgr.has_value());
    QTRY_COMPARE(presenter->shownGap(), presenter->content().readings.pgr->signed_value);
  }

  void theToolkitStandsStillToo() {
    WindowBench bench;
    QStyleHints* hints = QGuiApplication::styleHints();
    hints->setCursorFlashTime(900);
    QVERIFY(bench.window->isAnimated());
    bench.theme.setReducedMotion(true);
    QCOMPARE(hints->cursorFlashTime(), 0);
    QVERIFY(!bench.window->isAnimated());
    for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo,
                                      Qt::UI_AnimateTooltip, Qt::UI_FadeTooltip}) {
      QVERIFY(!QApplication::isEffectEnabled(effect));
    }
    bench.theme.setReducedMotion(false);
    QCOMPARE(hints->cursorFlashTime(), 900);
    QVERIFY(bench.window->isAnimated());
  }

  void aWindowThatGoesGivesTheMovementBack() {
    QStyleHints* hints = QGuiApplication::styleHints();
    hints->setCursorFlashTime(900);
    for (const Qt::UIEffect effect : {Qt::UI_General, Qt::UI_AnimateMenu}) {
      QApplication::setEffectEnabled(effect, true);
    }
    QVERIFY(QApplication::isEffectEnabled(Qt::UI_AnimateMenu));
    {
      WindowBench bench;
      bench.theme.setReducedMotion(true);
      QVERIFY(!QApplication::isEffectEnabled(Qt::UI_AnimateMenu));
    }
    QCOMPARE(hints->cursorFlashTime(), 900);
    QVERIFY(QApplication::isEffectEnabled(Qt::UI_AnimateMenu));
  }
};

W2S_WINDOW_TEST(TestReducedMotion)
#include "tst_reduced_motion.moc"
