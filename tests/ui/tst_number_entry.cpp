// What is typed: both decimal marks are understood in every language of the window.
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "tests/support/german.h"
#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "ui/bridge/setting_fields.h"
#include "ui/widgets/number_box.h"
#include "ui/widgets/number_entry.h"
#include "ui/widgets/whole_dialog.h"

using namespace w2s;
using namespace w2s::ui;
using test::German;
using test::WindowBench;

namespace {

std::unique_ptr<German> speak(const QString& language) {
  return language == QLatin1String("de") ? std::make_unique<German>() : nullptr;
}

}  // namespace

class TstNumberEntry : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void bothDecimalMarksAreUnderstood_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<NumberKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");  // not a number: refused
    const auto row = [](const char* language, NumberKind kind, const char* text, double value) {
      QTest::addRow("%s %s \"%s\"", language, kind == NumberKind::Real ? "real" : "whole", text)
          << QString::fromLatin1(language) << kind << QString::fromUtf8(text) << value;
    };
    const double none = std::nan("");
    for (const char* language : {"de", "en"}) {
      for (const auto& [text, value] :
           std::initializer_list<std::pair<const char*, double>>{{"0.5", 0.5},
                                                                 {"0,5", 0.5},
                                                                 {".5", 0.5},
                                                                 {",5", 0.5},
                                                                 {"5,", 5.0},
                                                                 {"0.500", 0.5},
                                                                 {"0,500", 0.5},
                                                                 {"0.125", 0.125},
                                                                 {"0,125", 0.125},
                                                                 {"1.125", 1.125},
                                                                 {"1,125", 1.125},
                                                                 {"12,125", 12.125},
                                                                 {"12.5", 12.5},
                                                                 {"12,5", 12.5},
                                                                 {"1e-3", 1e-3},
                                                                 {"1,5e-3", 1.5e-3},
                                                                 {"1.5E-3", 1.5e-3},
                                                                 {"-0,5", -0.5},
                                                                 {"\u22120,5", -0.5},
                                                                 {"+2", 2.0},
                                                                 {"1 200", 1200.0},
                                                                 {"1.234,5", 1234.5},
                                                                 {"1,234.5", 1234.5},
                                                                 {"1.234.567", 1234567.0},
                                                                 {"1,234,567", 1234567.0},
                                                                 {"0.5.5", none},
                                                                 {"1,2,3", none},
                                                                 {"1.23,4.5", none},
                                                                 {"12,34.5", none},
                                                                 {"", none},
                                                                 {"-", none},
                                                                 {"e5", none},
                                                                 {"half", none},
                                                                 {"inf", none}}) {
        row(language, NumberKind::Real, text, value);
      }
      for (const auto& [text, value] :
           std::initializer_list<std::pair<const char*, double>>{{"5000", 5000.0},
                                                                 {"5.000", 5000.0},
                                                                 {"5,000", 5000.0},
                                                                 {"1e4", 1e4},
                                                                 {"0.5", 0.5},
                                                                 {"0,5", 0.5},
                                                                 {"-1.200", -1200.0}}) {
        row(language, NumberKind::Whole, text, value);
      }
    }
  }
  void bothDecimalMarksAreUnderstood() {
    QFETCH(QString, language);
    QFETCH(NumberKind, kind);
    QFETCH(QString, text);
    QFETCH(double, value);
    const auto german = speak(language);
    const auto number = enteredNumber(text, kind);
    QCOMPARE(number.has_value(), !std::isnan(value));
    if (number) {
      QCOMPARE(*number, value);
    }
  }

  void aNumberIsShownAndTyped_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("key");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("edited");
    const QString weight = QStringLiteral("objective.kd_weight.base");
    const QString rate = QStringLiteral("optimizer.learning_rate.base");
    const QString steps = QStringLiteral("optimizer.steps");
    const auto row = [](const char* name, const QString& key, double value, const char* shown,
                        const char* edited) {
      QTest::newRow(name) << QString::fromLatin1(name).left(2) << key << value
                          << QString::fromLatin1(shown) << QString::fromLatin1(edited);
    };
    row("en weight", weight, 0.5, "0.50", "0.50");
    row("de weight", weight, 0.5, "0,50", "0,50");
    row("de rate", rate, 0.003, "0,003", "0,003");
    row("de small rate", rate, 1.5e-5, "1,5e-5", "1,5e-5");
    row("en steps", steps, 1200.0, "1,200", "1200");
    row("de steps", steps, 1200.0, "1.200", "1200");
    row("de many digits", weight, 0.123456, "0,123456", "0,123456");
  }
  void aNumberIsShownAndTyped() {
    QFETCH(QString, language);
    QFETCH(QString, key);
    QFETCH(double, value);
    QFETCH(QString, shown);
    QFETCH(QString, edited);
    const auto german = speak(language);
    NumberBox box(fieldOf(key.toStdString()), key == QLatin1String("optimizer.steps"));
    QLineEdit other;
    other.show();
    box.show();
    box.setValue(value);
    QCOMPARE(box.text(), shown);
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    QSignalSpy changed(&box, &NumberBox::valueChanged);
    QFocusEvent in(QEvent::FocusIn, Qt::TabFocusReason);
    QCoreApplication::sendEvent(&box, &in);
    QCOMPARE(box.text(), edited);  // no groups while it is typed in
    QFocusEvent out(QEvent::FocusOut, Qt::TabFocusReason);
    QCoreApplication::sendEvent(&box, &out);
    QCOMPARE(box.text(), shown);
    QCOMPARE(box.value(), value);
    QCOMPARE(changed.size(), 0);
  }

  void typedNumbersReachTheSetting_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    for (const char* language : {"de", "en"}) {
      for (const char* text : {"0.5", "0,5", "5e-1"}) {
        QTest::newRow((std::string(language) + ' ' + text).c_str())
            << QString::fromLatin1(language) << QString::fromLatin1(text);
      }
    }
  }
  void typedNumbersReachTheSetting() {
    QFETCH(QString, language);
    QFETCH(QString, text);
    const auto german = speak(language);
    const WindowBench bench;
    auto* box = bench.window->findChild<QAbstractSpinBox*>(
        QStringLiteral("field.objective.kd_weight.base.number"));
    QVERIFY(box != nullptr);
    box->selectAll();
    QTest::keyClicks(box, text);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(bench.session->config().objective.kd_weight.base, 0.5);
  }

  // Qt's own boxes would take the point away and have 5.
  void boxesWithRangesDoNotLoseThePoint() {
    const German german;
    RealBox real;
    real.setRange(0.1, 10.0);
    real.setSuffix(QStringLiteral(" pt"));
    real.setValue(1.5);
    QCOMPARE(real.text(), QStringLiteral("1,50 pt"));
    real.show();
    QVERIFY(QTest::qWaitForWindowExposed(&real));
    const auto type = [](QAbstractSpinBox& box, const char* text) {
      box.selectAll();
      QTest::keyClicks(&box, QLatin1String(text));
      QTest::keyClick(&box, Qt::Key_Return);
    };
    type(real, "0.5");
    QCOMPARE(real.value(), 0.5);
    type(real, "0.05");  // too small: as it was
    QCOMPARE(real.value(), 0.5);
    WholeBox whole;
    whole.setRange(0, 1'000'000);
    whole.setValue(7);
    whole.setKeyboardTracking(false);
    whole.show();
    QVERIFY(QTest::qWaitForWindowExposed(&whole));
    type(whole, "0.5");
    QCOMPARE(whole.value(), 7);
    type(whole, "5.000");
    QCOMPARE(whole.value(), 5000);
  }

  void aQuestionForAWholeNumberTakesNoHalfOne() {
    const test::German german;
    QWidget window;
    auto* dialog = new WholeDialog({.name = QStringLiteral("steps_dialog"),
                                    .title = QStringLiteral("Steps"),
                                    .text = QStringLiteral("Steps"),
                                    .low = 0,
                                    .high = 1'000'000,
                                    .value = 7},
                                   &window);
    QSignalSpy chosen(dialog, &WholeDialog::chosen);
    window.show();
    dialog->open();
    auto* number = dialog->findChild<QAbstractSpinBox*>(QStringLiteral("steps_dialog.number"));
    auto* ok = dialog->findChild<QAbstractButton*>(QStringLiteral("steps_dialog.ok"));
    number->selectAll();
    QTest::keyClicks(number, QStringLiteral("0.5"));
    QVERIFY(!ok->isEnabled());
    QTest::keyClick(number, Qt::Key_Return);
    QVERIFY(number->isVisible());
    QVERIFY(ok->isEnabled());
    QCOMPARE(number->text(), QStringLiteral("7"));
    QVERIFY(chosen.isEmpty());
    QTest::keyClicks(number, QStringLiteral("5.000"));
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front()[0].toInt(), 5000);
  }

  void seedsAreAskedForWhereTheRowHasNoRoom() {
    const WindowBench bench({.size = {960, 640}});
    QVERIFY(!bench.find<QWidget>("run.seeds")->isVisible());
    const auto actions = bench.find<QToolButton>("run.more")->menu()->actions();
    const auto asks = std::ranges::find(actions, QStringLiteral("act.run.set_seed"),
                                        [](const QAction* action) { return action->objectName(); });
    QVERIFY(asks != actions.end());
    (*asks)->trigger();
    auto* dialog = bench.find<QInputDialog>("seeds_dialog");
    dialog->setTextValue(QStringLiteral("0-2"));
    dialog->accept();
    QVERIFY(std::ranges::equal(bench.session->seeds(), std::array<std::int64_t, 3>{0, 1, 2}));
  }
};

W2S_WINDOW_TEST(TstNumberEntry)
#include "tst_number_entry.moc"
