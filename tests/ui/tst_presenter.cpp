// The presenter view over the fake engine: what it shows, and what a lecturer's keys do.
#include <QApplication>
#include <QDialog>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "tests/ui/picture.h"
#include "ui/bridge/gap_scale.h"
#include "ui/pages/run_actions.h"
#include "ui/presenter/presenter_window.h"
#include "ui/shell/outputs.h"

using namespace w2s;
using namespace w2s::ui;
using test::WindowBench;

namespace {

struct PresenterBench : WindowBench {
  explicit PresenterBench(Options options = {}) : WindowBench(std::move(options)) {
    window->outputs().openPresenterWindow();
    presenter = window->findChild<PresenterWindow*>(QStringLiteral("presenter"));
    QVERIFY(presenter != nullptr);
    QVERIFY(QTest::qWaitForWindowExposed(presenter));
    presenter->resize(1440, 900);
  }
  void press(int key) const {
    QTest::keyClick(presenter, static_cast<Qt::Key>(key));
  }
  PresenterWindow* presenter = nullptr;
};

bool inside(const draw::Rect& outer, const draw::Rect& inner) {
  return inner.left >= outer.left - 0.5 && inner.right() <= outer.right() + 0.5 &&
         inner.top >= outer.top - 0.5 && inner.bottom() <= outer.bottom() + 0.5;
}

bool apart(const draw::Rect& a, const draw::Rect& b) {
  const double slack = 1e-6;  // of rounding
  return a.right() <= b.left + slack || b.right() <= a.left + slack ||
         a.bottom() <= b.top + slack || b.bottom() <= a.top + slack;
}

}  // namespace

class TestPresenter : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void partsStayOnTheScreenAndApart_data() {
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    QTest::addColumn<double>("scale");
    for (const double scale : {0.7, 1.0, 1.6}) {
      for (const auto& [width, height] : {std::pair{1440.0, 900.0},
                                          {1920.0, 1080.0},
                                          {1024.0, 768.0},
                                          {3840.0, 1080.0},
                                          {800.0, 1200.0}}) {
        QTest::addRow("%g x %g at %g", width, height, scale) << width << height << scale;
      }
    }
  }
  void partsStayOnTheScreenAndApart() {
    QFETCH(double, width);
    QFETCH(double, height);
    QFETCH(double, scale);
    for (const std::size_t charts : {std::size_t{1}, std::size_t{2}}) {
      const PresenterLayout layout = layOutPresenter(width, height, scale, charts);
      std::vector<draw::Rect> parts{layout.title, layout.state, layout.gap_value, layout.gap_bar};
      parts.insert(parts.end(), layout.charts.begin(), layout.charts.end());
      parts.insert(parts.end(), layout.numbers.begin(), layout.numbers.end());
      QCOMPARE(layout.charts.size(), charts);
      for (std::size_t i = 0; i < parts.size(); ++i) {
        QVERIFY2(inside({0.0, 0.0, width, height}, parts[i]), QByteArray::number(int(i)));
        for (std::size_t k = 0; k < i; ++k) {
          QVERIFY2(apart(parts[i], parts[k]),
                   QByteArray::number(int(i)) + " and " + QByteArray::number(int(k)));
        }
        QVERIFY(parts[i].width > 20.0 && parts[i].height > 4.0);
      }
    }
  }

  void gapScaleReadsBackWhatItPlaces() {
    for (const double value : {-0.3, 0.4, 1.2}) {
      const GapScale scale = gapScaleFor(value);
      QVERIFY(std::abs(scale.at(scale.place(value, 100.0, 400.0), 100.0, 400.0) - value) < 1e-12);
      QVERIFY(scale.place(0.0, 100.0, 400.0) >= 100.0 && scale.place(1.0, 100.0, 400.0) <= 500.0);
    }
  }

  void showsTheRunInBigFigures() {
    const PresenterBench bench;
    QVERIFY(!bench.presenter->content().panels.empty());
    bench.finishARun();
    QTRY_VERIFY(bench.presenter->content().readings.pgr.has_value());
    const PresenterContent& content = bench.presenter->content();
    QVERIFY(content.readings.weak.n > 0 && content.readings.ceiling.n > 0);
    QVERIFY(content.state.startsWith(QLatin1String("Finished")));
    QVERIFY(bench.presenter->accessibleDescription().contains(QLatin1String("gap recovered")));
    // Texts of the charts are twice those of the window, and lines twice as thick.
    double text = 0.0;
    double line = 0.0;
    for (const draw::SceneShape& shape : content.panels[0].shapes) {
      if (const auto* words = std::get_if<draw::TextShape>(&shape)) {
        text = std::max(text, words->size);
      } else if (const auto* path = std::get_if<draw::PathShape>(&shape);
                 path != nullptr && path->role == draw::Role::Series) {
        line = std::max(line, path->width);
      }
    }
    QVERIFY(text >= 18.0);
    QVERIFY(line >= 4.0);
    // It is drawn: the three roles' colours are on the screen.
    test::picture(bench.presenter, "presenter-light");
    const QImage image = bench.presenter->grab().toImage();
    const Tokens& tokens = tokensOf(Look::Light);
    for (const QColor& color : {tokens.weak, tokens.student, tokens.ceiling}) {
      int count = 0;
      for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
          count += image.pixelColor(x, y) == color ? 1 : 0;
        }
      }
      QVERIFY2(count > 200, qPrintable(color.name()));
    }
  }

  void keysStartPauseAndStep() {
    const PresenterBench bench;
    bench.session->setSpeed(40.0);
    bench.press(Qt::Key_Space);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    bench.press(Qt::Key_Space);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Paused);
    const auto done = [&] {
      return bench.session->focus().series().stage(record::stage::kStudent).done;
    };
    QTRY_VERIFY(done() > 0);
    const std::int64_t before = done();
    bench.press(Qt::Key_Period);
    QTRY_COMPARE(done(), before + 1);
    bench.session->focus().stop(record::StopMode::Discard);
    QTRY_VERIFY(!isActive(bench.session->focus().state()));
  }

  void pageKeysShowOtherCharts() {
    const PresenterBench bench;
    bench.finishARun();
    QSet<QString> titles;
    for (int i = 0; i < 3; ++i) {
      titles += bench.presenter->content().title;
      bench.press(Qt::Key_PageDown);
    }
    QCOMPARE(titles.size(), 3);
    bench.presenter->showSet(0);
    const QString title = bench.presenter->content().title;
    bench.press(Qt::Key_PageDown);
    QCOMPARE(bench.presenter->content().panels.size(), 2U);
    bench.press(Qt::Key_PageUp);
    QCOMPARE(bench.presenter->content().title, title);
    // Remote controls of other makers.
    for (const auto& [next, previous] : {std::pair{Qt::Key_Down, Qt::Key_Up},
                                         {Qt::Key_Right, Qt::Key_Left},
                                         {Qt::Key_MediaNext, Qt::Key_MediaPrevious}}) {
      bench.press(next);
      QVERIFY(bench.presenter->content().title != title);
      bench.press(previous);
      QCOMPARE(bench.presenter->content().title, title);
    }
  }

  void textScaleBlankAndLeave() {
    const PresenterBench bench;
    const double unit = bench.presenter->presenterLayout().unit;
    bench.press(Qt::Key_Plus);
    QVERIFY(bench.presenter->presenterLayout().unit > unit);
    for (int i = 0; i < 30; ++i) {
      bench.press(Qt::Key_Plus);
    }
    QCOMPARE(bench.presenter->textScale(), 1.6);
    bench.press(Qt::Key_0);
    QCOMPARE(bench.presenter->textScale(), 1.0);
    bench.press(Qt::Key_B);
    QVERIFY(bench.presenter->isBlank());
    QCOMPARE(bench.presenter->grab().toImage().pixelColor(700, 400), QColor(Qt::black));
    bench.press(Qt::Key_B);
    QVERIFY(!bench.presenter->isBlank());
    const QSignalSpy left(bench.presenter, &PresenterWindow::left);
    bench.press(Qt::Key_Escape);
    QVERIFY(!bench.presenter->isVisible());
    QCOMPARE(left.count(), 1);
    bench.window->actions().present.trigger();
    QTRY_VERIFY(bench.presenter->isVisible());
    QVERIFY(bench.presenter->isFullScreen());
    bench.press(Qt::Key_F5);
    QVERIFY(!bench.presenter->isVisible());
  }

  void aClickPlacesWhatTheClassPredicts() {
    const PresenterBench bench;
    bench.finishARun();
    bench.presenter->showSet(1);
    QTRY_VERIFY(bench.presenter->content().readings.pgr.has_value());
    const draw::Rect bar = bench.presenter->presenterLayout().gap_bar;
    const QPoint at(static_cast<int>(bar.left + 0.7 * bar.width),
                    static_cast<int>(bar.top + bar.height / 2.0));
    QTest::mouseClick(bench.presenter, Qt::LeftButton, {}, at);
    QVERIFY(bench.presenter->content().prediction.has_value());
    QVERIFY(std::abs(*bench.presenter->content().prediction - 0.7) < 0.011);
    const auto says = [&](const char* words) {
      for (const draw::Panel& panel : bench.presenter->content().panels) {
        for (const draw::SceneShape& shape : panel.shapes) {
          if (const auto* text = std::get_if<draw::TextShape>(&shape);
              text != nullptr && text->text.find(words) != std::string::npos) {
            return true;
          }
        }
      }
      return false;
    };
    QVERIFY(says("class"));
    test::picture(bench.presenter, "presenter-two");
    bench.press(Qt::Key_Right);
    QVERIFY(std::abs(*bench.presenter->content().prediction - 0.71) < 0.011);
    bench.press(Qt::Key_Delete);
    QVERIFY(!bench.presenter->content().prediction);
    QVERIFY(!says("class"));
    // In the PGR chart the height is the prediction.
    const draw::Rect plot = bench.presenter->content().panels[1].plot;
    QTest::mouseClick(
        bench.presenter, Qt::LeftButton, {},
        QPoint(static_cast<int>(plot.left + 20.0), static_cast<int>(plot.top + 20.0)));
    QVERIFY(bench.presenter->content().prediction.has_value());
    QTest::mouseClick(bench.presenter, Qt::RightButton);
    QVERIFY(!bench.presenter->content().prediction);
  }

  void aDivergenceIsAskedWithoutADialog() {
    const PresenterBench bench;
    bench.session->setSpeed(0.0);
    config::ExperimentConfig config = bench.session->config();
    config.optimizer.learning_rate.base = 0.9;
    bench.session->setConfig(config);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Diverged);
    QTRY_VERIFY(bench.presenter->content().notice.contains(QLatin1String("diverged")));
    for (const QWidget* widget : QApplication::topLevelWidgets()) {
      QVERIFY(qobject_cast<const QDialog*>(widget) == nullptr || !widget->isVisible());
    }
    test::picture(bench.presenter, "presenter-diverged");
    bench.press(Qt::Key_H);
    QTRY_VERIFY(bench.session->focus().state() != RunState::Diverged);
    bench.session->focus().stop(record::StopMode::Discard);
    QTRY_VERIFY(!isActive(bench.session->focus().state()));
  }

  void anIdleCursorGoes() {
    const PresenterBench bench;
    QTRY_COMPARE_WITH_TIMEOUT(bench.presenter->cursor().shape(), Qt::BlankCursor, 10000);
    QMouseEvent move(QEvent::MouseMove, QPointF(140, 120), QPointF(140, 120), Qt::NoButton, {}, {});
    QApplication::sendEvent(bench.presenter, &move);
    QCOMPARE(bench.presenter->cursor().shape(), Qt::ArrowCursor);
  }
};

W2S_WINDOW_TEST(TestPresenter)
#include "tst_presenter.moc"
