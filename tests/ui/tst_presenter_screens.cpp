// The presenter view with a laptop and a projector: where it opens, what stays at the controls,
// what a slipped cable does, and that nothing in front of a class waits for a dialog.
#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QWindow>

#include "tests/support/german.h"
#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "ui/bridge/translated.h"
#include "ui/bridge/words.h"
#include "ui/pages/run_actions.h"
#include "ui/presenter/presenter_screen.h"
#include "ui/presenter/presenter_window.h"
#include "ui/shell/language.h"

using namespace w2s;
using namespace w2s::ui;
using test::German;
using test::WindowBench;

namespace {

QScreen* screenOf(const char* name) {
  for (QScreen* screen : QGuiApplication::screens()) {
    if (screen->name() == QLatin1String(name)) {
      return screen;
    }
  }
  return nullptr;
}

QList<QDialog*> openDialogs() {
  QList<QDialog*> open;
  for (QWidget* widget : QApplication::topLevelWidgets()) {
    if (auto* dialog = qobject_cast<QDialog*>(widget); dialog != nullptr && dialog->isVisible()) {
      open += dialog;
    }
  }
  return open;
}

struct LectureBench : WindowBench {
  explicit LectureBench(Options options = {}) : WindowBench(std::move(options)) {
    window->actions().present.trigger();
    presenter = window->findChild<PresenterWindow*>(QStringLiteral("presenter"));
    QVERIFY(presenter != nullptr);
    QVERIFY(QTest::qWaitForWindowExposed(presenter));
  }
  // As the window system sends it: a window behind a modal dialog does not get it.
  void press(Qt::Key key) const {
    QTest::keyClick(presenter->windowHandle(), key);
  }
  PresenterWindow* presenter = nullptr;
};

}  // namespace

class TestPresenterScreens : public QObject {
  Q_OBJECT

 public:
  // The offscreen platform reads its screens when the application object is made, and again when they change.
  static void initMain() {
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("screens.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
      qFatal("cannot write %s", qPrintable(path));
    }
    file.write(R"({"screens": [
    {"name": "laptop", "x": 0, "y": 0, "width": 1440, "height": 900, "logicalDpi": 96,
     "logicalBaseDpi": 96, "dpr": 1},
    {"name": "projector", "x": 1440, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96,
     "logicalBaseDpi": 96, "dpr": 1}]})");
    file.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + path.toUtf8());
  }

 private Q_SLOTS:
  void initTestCase() {
    QCOMPARE(QGuiApplication::screens().size(), 2);
    QVERIFY(screenOf("laptop") != nullptr && screenOf("projector") != nullptr);
  }

  void theOtherScreenIsChosen() {
    QScreen* laptop = screenOf("laptop");
    QScreen* projector = screenOf("projector");
    QCOMPARE(presenterScreen({laptop, projector}, laptop), projector);
    QCOMPARE(presenterScreen({laptop, projector}, projector), laptop);
    QCOMPARE(presenterScreen({projector, laptop}, laptop), projector);
    QCOMPARE(presenterScreen({laptop}, laptop), laptop);
    QCOMPARE(presenterScreen({projector}, nullptr), projector);
    QVERIFY(presenterScreen({}, nullptr) == nullptr);
  }

  void chartsOpenOnTheProjectorWhileTheControlsStay() {
    const LectureBench bench;
    QCOMPARE(bench.presenter->screen(), screenOf("projector"));
    QVERIFY(bench.presenter->isFullScreen());
    QCOMPARE(bench.presenter->geometry(), screenOf("projector")->geometry());
    QVERIFY(bench.window->isVisible());
    QCOMPARE(bench.window->screen(), screenOf("laptop"));
    // The controls steer what the class sees.
    bench.window->actions().toggle.trigger();
    QTRY_VERIFY(bench.presenter->content().state.contains(QLatin1String("step")));
    bench.session->focus().stop(record::StopMode::Discard);
    QTRY_VERIFY(!isActive(bench.session->focus().state()));
  }

  void withTheControlsOnTheProjectorTheLaptopIsTheOtherScreen() {
    WindowBench bench;
    bench.window->windowHandle()->setScreen(screenOf("projector"));
    bench.window->move(screenOf("projector")->geometry().topLeft());
    QTRY_COMPARE(bench.window->screen(), screenOf("projector"));
    bench.window->actions().present.trigger();
    const auto* presenter = bench.window->findChild<PresenterWindow*>(QStringLiteral("presenter"));
    QCOMPARE(presenter->screen(), screenOf("laptop"));
  }

  void aSlippedCableLosesNothing() {
    const LectureBench bench;
    bench.finishARun();
    bench.presenter->showSet(1);
    bench.presenter->setPrediction(0.6);
    bench.press(Qt::Key_Plus);
    const QString title = bench.presenter->content().title;
    const double scale = bench.presenter->textScale();
    const QSignalSpy left(bench.presenter, &PresenterWindow::left);

    Q_EMIT qGuiApp->screenRemoved(screenOf("projector"));
    QVERIFY(!bench.presenter->isVisible());  // it would lie over the controls
    QCOMPARE(left.count(), 1);
    QVERIFY(bench.window->isVisible());
    QCOMPARE(bench.session->focus().state(), RunState::Finished);

    Q_EMIT qGuiApp->screenAdded(screenOf("projector"));
    QVERIFY(bench.presenter->isVisible());
    QVERIFY(bench.presenter->isFullScreen());
    QCOMPARE(bench.presenter->screen(), screenOf("projector"));
    QCOMPARE(bench.presenter->content().title, title);
    QCOMPARE(bench.presenter->textScale(), scale);
    QCOMPARE(bench.presenter->content().prediction, std::optional(0.6));
  }

  void aScreenThatGoesElsewhereDoesNotMatter() {
    const LectureBench bench;
    Q_EMIT qGuiApp->screenRemoved(screenOf("laptop"));
    QVERIFY(bench.presenter->isVisible());
    QCOMPARE(bench.presenter->screen(), screenOf("projector"));
  }

  void whoLeftTheViewIsNotBroughtBack() {
    const LectureBench bench;
    bench.press(Qt::Key_Escape);
    QTRY_VERIFY(!bench.presenter->isVisible());
    Q_EMIT qGuiApp->screenAdded(screenOf("projector"));
    QVERIFY(!bench.presenter->isVisible());
  }

  void aFailedRunIsSaidOnAStrip() {
    LectureBench::Options options;
    options.runner.fail_at_step = 20;
    const LectureBench bench(std::move(options));
    bench.session->setSpeed(0.0);
    bench.press(Qt::Key_Space);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Failed);
    QTRY_VERIFY(bench.presenter->content().notice.contains(QLatin1String("failed")));
    const std::string reason = said(bench.session->focus().series().failure->error);
    QVERIFY(bench.presenter->content().notice.contains(QString::fromStdString(reason)));
    QVERIFY(bench.presenter->accessibleDescription().contains(QLatin1String("failed")));
    QVERIFY(openDialogs().isEmpty());
    // And, as the strip says, Space starts again.
    const std::string before = bench.session->focus().series().id;
    bench.press(Qt::Key_Space);
    QTRY_VERIFY(bench.session->focus().series().id != before);
    QTRY_VERIFY(!isActive(bench.session->focus().state()));
  }

  void aFailureIsSaidInTheClassesLanguage() {
    const German german;
    LectureBench::Options options;
    options.runner.fail_at_step = 20;
    options.runner.failure =
        fail(ErrorCode::OutOfMemory, sentence("There is not enough memory to read {}. Close other "
                                              "programs.",
                                              "x.npy"))
            .value();
    const LectureBench bench(std::move(options));
    bench.session->setSpeed(0.0);
    bench.press(Qt::Key_Space);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Failed);
    const Error& error = bench.session->focus().series().failure->error;
    const QString german_text = QString::fromStdString(said(error));
    QVERIFY(german_text.contains(QLatin1String("x.npy")));
    QVERIFY(german_text != QString::fromStdString(error.message));
    QTRY_VERIFY(bench.presenter->content().notice.contains(german_text));
    QVERIFY(!bench.presenter->content().notice.contains(QLatin1String("memory")));
  }

  void aGapThatSaysNothingIsExplainedInTheClassesLanguage() {
    Readings readings;
    readings.provisional = false;
    readings.pgr = metrics::Pgr{.status = metrics::PgrStatus::CeilingNotAboveWeak};
    const QString english = PresenterPainter::gapNote(readings);
    QVERIFY(english.startsWith(QLatin1String("The ceiling is not above the weak floor")));
    const German german;
    const QString note = PresenterPainter::gapNote(readings);
    QCOMPARE(note, translated(metrics::explain(readings.pgr->status)));
    QVERIFY(note != english);
  }

  void aDivergenceIsAnsweredByAKey() {
    const LectureBench bench;
    bench.session->setSpeed(0.0);
    config::ExperimentConfig config = bench.session->config();
    config.optimizer.learning_rate.base = 0.9;
    bench.session->setConfig(config);
    bench.press(Qt::Key_Space);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Diverged);
    QTRY_VERIFY(bench.presenter->content().notice.contains(QLatin1String("diverged")));
    QVERIFY(openDialogs().isEmpty());
    bench.press(Qt::Key_R);
    QTRY_VERIFY(bench.session->focus().state() != RunState::Diverged);
    bench.session->focus().stop(record::StopMode::Discard);
    QTRY_VERIFY(!isActive(bench.session->focus().state()));
  }

  // Whoever closes the laptop's window during a run is asked there; the class goes on.
  void aQuestionAtTheControlsLeavesTheClassItsKeys() {
    const LectureBench bench;
    bench.session->setSpeed(20.0);
    bench.press(Qt::Key_Space);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    bench.window->close();
    QTRY_COMPARE(openDialogs().size(), 1);
    const QWidget* question = openDialogs().front();
    QVERIFY(question->screen() != bench.presenter->screen());
    QVERIFY(question->windowModality() != Qt::ApplicationModal);
    QVERIFY(bench.presenter->isVisible());
    const QString title = bench.presenter->content().title;
    bench.press(Qt::Key_PageDown);
    QTRY_VERIFY(bench.presenter->content().title != title);
    bench.press(Qt::Key_Space);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Paused);
    QTest::keyClick(const_cast<QWidget*>(question), Qt::Key_Escape);
    bench.session->focus().stop(record::StopMode::Discard);
    QTRY_VERIFY(!isActive(bench.session->focus().state()));
  }
};

W2S_WINDOW_TEST(TestPresenterScreens)
#include "tst_presenter_screens.moc"
