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
      const std::size_t controls = charts == 1 ? 5 : 0;
      const PresenterLayout layout = layOutPresenter(width, height, scale, charts, controls);
      std::vector<draw::Rect> parts{layout.title,     layout.state,   layout.change,
                                    layout.gap_value, layout.gap_bar, layout.notice};
      parts.insert(parts.end(), layout.controls.begin(), layout.controls.end());
      QCOMPARE(layout.controls.size(), controls);
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

  // From the back row: at least 2.5 % of the height, and larger with the text size.
  void textsOfChartsFollowTheRoom() {
    const PresenterBench bench;
    bench.finishARun();
    for (const QSize size : {QSize(1440, 900), QSize(1920, 1080), QSize(1024, 768)}) {
      bench.presenter->resize(size);
      for (int question = 0; question < 3; ++question) {
        bench.presenter->showSet(question);
        double least = 1e9;
        for (const draw::Panel& panel : bench.presenter->content().panels) {
          for (const draw::SceneShape& shape : panel.shapes) {
            if (const auto* text = std::get_if<draw::TextShape>(&shape)) {
              least = std::min(least, text->size);
            }
          }
        }
        QVERIFY2(least >= 0.025 * size.height() && least < 1e9, QByteArray::number(least));
        test::picture(bench.presenter,
                      QStringLiteral("presenter-%1-%2").arg(size.width()).arg(question).toUtf8());
      }
    }
    const double usual = bench.presenter->presenterLayout().chart_font;
    bench.press(Qt::Key_Plus);
    QVERIFY(bench.presenter->presenterLayout().chart_font > 1.05 * usual);
  }

  void aLiveChangeIsNamed() {
    const PresenterBench bench;
    bench.session->setSpeed(40.0);
    bench.press(Qt::Key_Space);
    QTRY_VERIFY(bench.session->focus().series().stage(record::stage::kStudent).done > 2);
    QVERIFY(bench.presenter->content().change.isEmpty());
    bench.session->setLive(record::LiveParameter::KdWeight, 0.25);
    QTRY_VERIFY(
        bench.presenter->content().change.contains(QStringLiteral("KD weight k 1 \u2192 0.25")));
    QVERIFY(bench.presenter->accessibleDescription().contains(bench.presenter->content().change));
    test::picture(bench.presenter, "presenter-change");
    bench.session->focus().stop(record::StopMode::Discard);
    QTRY_VERIFY(!isActive(bench.session->focus().state()));
  }

  void settingsAreShownAndMoved() {
    const PresenterBench bench;
    QVERIFY(bench.presenter->content().controls.empty());
    bench.press(Qt::Key_S);
    const auto& controls = bench.presenter->content().controls;
    QVERIFY(controls.size() >= 3 && controls.size() <= 8);
    const auto indexOf = [&](const record::LiveParameter& parameter) {
      return static_cast<std::size_t>(
          std::ranges::find(controls, parameter, &PresenterControl::parameter) - controls.begin());
    };
    const std::size_t weight = indexOf(record::LiveParameter::ConfidenceWeight);
    QVERIFY(weight < controls.size());
    // By mouse: to the middle of the slider, then dragged to its end.
    const draw::Rect room = bench.presenter->presenterLayout().controls[weight];
    const draw::Rect slider = PresenterPainter::sliderOf(room);
    const auto at = [&](double share) {
      return QPointF(slider.left + share * slider.width, slider.top).toPoint();
    };
    const auto value = [&] {
      return record::valueIn(bench.session->config(), record::LiveParameter::ConfidenceWeight);
    };
    QTest::mousePress(bench.presenter, Qt::LeftButton, {}, at(0.25));
    QVERIFY(std::abs(value() - 0.25) < 0.02);
    QTest::mouseMove(bench.presenter, at(2.0));
    QTest::mouseRelease(bench.presenter, Qt::LeftButton, {}, at(2.0));
    QCOMPARE(value(), 1.0);
    QVERIFY(!bench.presenter->content().prediction);
    // By keys.
    QCOMPARE(bench.presenter->content().chosen, weight);
    bench.press(Qt::Key_Left);
    QCOMPARE(value(), 0.98);
    bench.press(Qt::Key_Up);
    QCOMPARE(bench.presenter->content().chosen, weight - 1);
    bench.press(Qt::Key_Right);
    QCOMPARE(value(), 0.98);
    QVERIFY(bench.presenter->accessibleDescription().contains(controls[weight - 1].label));
    test::picture(bench.presenter, "presenter-settings");
    // The settings of the window are the same.
    const double before = value();
    bench.press(Qt::Key_Down);
    bench.press(Qt::Key_Left);
    QVERIFY(value() < before);
    QTest::keyClick(bench.presenter, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(value(), before);
    bench.press(Qt::Key_S);
    QVERIFY(bench.presenter->content().controls.empty());
    const QString title = bench.presenter->content().title;
    bench.press(Qt::Key_Down);
    QVERIFY(bench.presenter->content().title != title);
  }

  // As in the window, dialogs apart.
  void keysOfTheWindowWorkHere() {
    const PresenterBench bench;
    bench.press(Qt::Key_M);
    QCOMPARE(bench.session->speed() > 0.0, true);
    bench.press(Qt::Key_M);
    QCOMPARE(bench.session->speed(), 0.0);
    const qint64 seed = bench.session->seed();
    QTest::keyClick(bench.presenter, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(bench.session->seed(), seed + 1);
    QTRY_VERIFY(!isActive(bench.session->focus().state()));
    QTest::keyClick(bench.presenter, Qt::Key_E, Qt::ControlModifier);
    for (const QWidget* widget : QApplication::topLevelWidgets()) {
      QVERIFY(qobject_cast<const QDialog*>(widget) == nullptr || !widget->isVisible());
    }
  }

  void aClassCanPredictBeyondBothEnds() {
    const PresenterBench bench;
    QVERIFY(bench.presenter->content().hint.contains(QLatin1String("below the weak floor")));
    const draw::Rect bar = bench.presenter->presenterLayout().gap_bar;
    const auto click = [&](double share) {
      QTest::mouseClick(bench.presenter, Qt::LeftButton, {},
                        QPointF(bar.left + share * bar.width, bar.top + 4.0).toPoint());
      return bench.presenter->content().prediction.value_or(9.0);
    };
    QVERIFY(click(0.02) < -0.1);
    QVERIFY(bench.presenter->content().hint.isEmpty());
    QVERIFY(click(0.98) > 1.1);
    // Held at the end of the bar the prediction stays.
    const QPoint end = QPointF(bar.right() + 5.0, bar.top + 4.0).toPoint();
    QTest::mousePress(bench.presenter, Qt::LeftButton, {}, end);
    const double at_end = bench.presenter->content().prediction.value_or(9.0);
    for (int i = 0; i < 3; ++i) {
      QTest::mouseMove(bench.presenter, end + QPoint(i, 0));
    }
    QCOMPARE(bench.presenter->content().prediction.value_or(9.0), at_end);
    QTest::mouseRelease(bench.presenter, Qt::LeftButton, {}, end);
    for (int i = 0; i < 60; ++i) {
      bench.press(Qt::Key_Right);
    }
    QCOMPARE(bench.presenter->content().prediction, std::optional(1.5));
    QVERIFY(bench.presenter->content().gap_scale.high >= 1.5);
    test::picture(bench.presenter, "presenter-beyond");
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
    const auto is_blank = [&bench] {
      const QImage screen = bench.presenter->grab().toImage();
      QImage black(screen.size(), screen.format());
      black.fill(Qt::black);
      return screen == black;
    };
    QVERIFY(is_blank());
    bench.press(Qt::Key_B);
    QVERIFY(!is_blank());
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
    const GapScale scale = bench.presenter->content().gap_scale;
    const QPoint at =
        QPointF(scale.place(0.7, bar.left, bar.width), bar.top + bar.height / 2.0).toPoint();
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
