// Numbers are those of the window's language: what is typed, what stands anywhere in a German
// window, what a German figure says; and English where the window is English.
#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>

#include "core/config/settings.h"
#include "core/store/event_json.h"
#include "tests/support/german.h"
#include "tests/support/window_bench.h"
#include "tests/ui/figure_runs.h"
#include "tests/ui/picture.h"
#include "ui/bridge/event_text.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/setting_fields.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_board.h"
#include "ui/charts/plot_words.h"
#include "ui/figures/number_text.h"
#include "ui/models/runs_model.h"
#include "ui/pages/run_actions.h"
#include "ui/shell/notices.h"
#include "ui/shell/page_host.h"
#include "ui/widgets/format.h"
#include "ui/widgets/number_box.h"
#include "ui/widgets/number_entry.h"
#include "ui/widgets/slider_field.h"

using namespace w2s;
using namespace w2s::ui;
using test::German;
using test::WindowBench;

namespace {

std::unique_ptr<German> speak(const QString& language) {
  return language == QLatin1String("de") ? std::make_unique<German>() : nullptr;
}

// "0.858" and "76.2" but not "5.000", "28.11.2026", "6.4.2" or "Gl. 4.10".
QStringList englishDecimals(const QString& text) {
  static const QRegularExpression kNumber(
      QStringLiteral("(?<![\\d.,/])(?<![A-Za-z]\\. )\\d{1,3}\\.\\d+(?![\\d.]|,\\d)"));
  static const QRegularExpression kThousands(QStringLiteral("^[1-9]\\d{0,2}\\.\\d{3}$"));
  static const QRegularExpression kCode(QStringLiteral("<code>.*?</code>"));
  QStringList found;
  auto matches = kNumber.globalMatch(QString(text).remove(kCode));
  while (matches.hasNext()) {
    const QString number = matches.next().captured();
    if (!kThousands.match(number).hasMatch()) {
      found += number;
    }
  }
  return found;
}

struct Texts {
  QStringList faults;
  qsizetype seen = 0;
  bool german_decimal = false;

  void add(const QString& where, const QString& text) {
    static const QRegularExpression kGerman(QStringLiteral("(?<!\\d)\\d{1,3},\\d+"));
    seen += text.isEmpty() ? 0 : 1;
    german_decimal = german_decimal || kGerman.match(text).hasMatch();
    if (const QStringList found = englishDecimals(text); !found.isEmpty()) {
      faults += where + QStringLiteral(": ") + text;
    }
  }

  void addModel(const QString& where, const QAbstractItemModel& model) {
    for (int row = 0; row < model.rowCount(); ++row) {
      for (int column = 0; column < model.columnCount(); ++column) {
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole,
                               Qt::AccessibleDescriptionRole}) {
          add(where, model.index(row, column).data(role).toString());
        }
      }
    }
  }

  void addWidget(const QWidget& widget) {
    const QString name = widget.objectName();
    add(name, widget.toolTip());
    add(name, widget.accessibleName());
    add(name, widget.accessibleDescription());
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
      add(name, label->text());
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
      add(name, button->text());
    } else if (const auto* box = qobject_cast<const QAbstractSpinBox*>(&widget)) {
      add(name, box->text());
    } else if (const auto* combo = qobject_cast<const QComboBox*>(&widget)) {
      addModel(name, *combo->model());
    } else if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget);
               view != nullptr && view->model() != nullptr) {
      addModel(name, *view->model());
    } else if (const auto* text = qobject_cast<const QPlainTextEdit*>(&widget);
               text != nullptr && name != QLatin1String("export.command")) {  // for a shell
      add(name, text->toPlainText());
    }
  }

  void addTree(const QWidget& root) {
    addWidget(root);
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
      addWidget(*widget);
    }
  }
};

}  // namespace

class TstNumberLanguage : public QObject {
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
    // What English writes itself; a German comma is never that.
    row("en", NumberKind::Real, "1,200", 1200.0);
    row("de", NumberKind::Real, "1,200", 1.2);
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
    QCOMPARE(bench.controller->config().objective.kd_weight.base, 0.5);
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
    const WindowBench bench({.size = {960, 640}});  // too narrow for the seed in the row
    bench.controller->setSeed(7);
    QVERIFY(!bench.find<QWidget>("run.seed")->isVisible());
    const auto actions = bench.find<QToolButton>("run.more")->menu()->actions();
    const auto asks = std::ranges::find(actions, QStringLiteral("act.run.set_seed"),
                                        [](const QAction* action) { return action->objectName(); });
    QVERIFY(asks != actions.end());
    (*asks)->trigger();
    auto* number = bench.find<QAbstractSpinBox>("seed_dialog.number");
    auto* ok = bench.find<QAbstractButton>("seed_dialog.ok");
    number->selectAll();
    QTest::keyClicks(number, QStringLiteral("0.5"));
    QVERIFY(!ok->isEnabled());
    QTest::keyClick(number, Qt::Key_Return);
    QVERIFY(number->isVisible());
    QVERIFY(ok->isEnabled());
    QCOMPARE(number->text(), QStringLiteral("7"));
    QCOMPARE(bench.controller->seed(), 7);
    QTest::keyClicks(number, QStringLiteral("5.000"));
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(bench.controller->seed(), 5000);
  }

  // 7,995 of 10,000: cards write it as a percentage, charts as a share, some of them from a float.
  void sharesAndPercentagesRoundAlike() {
    for (int right = 5; right < 10'000; right += 10) {
      const double share = right / 10'000.0;
      const auto drawn = static_cast<double>(static_cast<float>(share));
      const QString percent = decimalText((right + 5) / 100.0, 1);  // the tie, rounded by hand
      QCOMPARE(percentText(share), percent);
      QCOMPARE(percentText(drawn), percent);
      const QString three = decimalText((right + 5) / 10'000.0, 3);
      QCOMPARE(numberText(share, 3), three);
      QCOMPARE(numberText(drawn, 3), three);
      QCOMPARE(QString::fromStdString(figures::numberText(drawn, 3)), three);
    }
    QCOMPARE(decimalText(0.0449, 1), QStringLiteral("0.0"));
    QCOMPARE(decimalText(-0.04, 1), QStringLiteral("0.0"));
    QCOMPARE(decimalText(0.07994, 3), QStringLiteral("0.080"));
    QCOMPARE(decimalText(0.79949, 3), QStringLiteral("0.799"));
    QCOMPARE(decimalText(1e18, 1), QStringLiteral("1,000,000,000,000,000,000.0"));
  }

  void formatsFollowTheLanguage() {
    QCOMPARE(decimalText(-1234.5, 1), QStringLiteral("\u22121,234.5"));
    QCOMPARE(groupedDecimal("-1234.5"), std::string("-1,234.5"));
    const German german;
    QCOMPARE(decimalText(-1234.5, 1), QStringLiteral("\u22121.234,5"));
    QCOMPARE(countText(10'000), QStringLiteral("10.000"));
    QCOMPARE(pointsText(0.094), QStringLiteral("+9,4"));
    QCOMPARE(durationText(0.25), QStringLiteral("0,3 s"));
    QCOMPARE(rateText(9800.0), QStringLiteral("9.800"));
    QCOMPARE(digitsText(2.5, 3), QStringLiteral("2,5"));
    QCOMPARE(cellText(1234.5, 'g', 7), QStringLiteral("1234,5"));
    QCOMPARE(groupedNumber(-1'000), std::string("-1.000"));
    QCOMPARE(groupedNumber(999), std::string("999"));
    QCOMPARE(inWords("{:.3f} {:.4g} {} {:.0f} {}", 0.8584, 0.5F, 0.25, 7.0, 12),
             std::string("0,858 0,5 0,25 7 12"));
  }

  void aGermanWindowHasNoEnglishNumbers() {
    const German german;
    const WindowBench bench;
    bench.finishARun();
    Texts texts;
    for (const PageHost::Page& page : bench.window->pages().pages()) {
      bench.window->pages().show(page.id);
      QCoreApplication::processEvents();
      texts.addTree(*bench.window);
    }
    bench.window->pages().show(QStringLiteral("run"));
    bench.window->actions().export_figure.trigger();
    auto* dialog = bench.find<QWidget>("export");
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    texts.addTree(*dialog);
    const auto* command = bench.find<QPlainTextEdit>("export.command");
    QVERIFY2(command->toPlainText().contains(QStringLiteral("--language de")),
             qPrintable(command->toPlainText()));
    QVERIFY2(texts.faults.isEmpty(), qPrintable(texts.faults.join(QLatin1Char('\n'))));
    // It did look.
    QVERIFY(texts.seen > 500);
    QVERIFY(texts.german_decimal);
    QCOMPARE(englishDecimals(QStringLiteral("Schüler 0.858 nach 5.000 Schritten, 76.2 %")),
             QStringList({QStringLiteral("0.858"), QStringLiteral("76.2")}));
  }

  void aGermanFigureHasGermanNumbers() {
    const auto run = test::figureRun("20241122-101500-a1b2", 7, 2000, 50);
    const std::vector<figures::FigureRun> runs{run.view()};
    figures::FigureRequest request;
    request.charts = {"accuracy", "pgr", "objective", "schedules", "agreement", "calibration"};
    request.format = figures::Format::Svg;
    const QString english = QString::fromUtf8(test::render(request, runs));
    QVERIFY(english.contains(QRegularExpression(QStringLiteral(">[^<>]* 0\\.8\\d\\d<"))));
    const German german;
    request.language = "de";
    const QString svg = QString::fromUtf8(test::render(request, runs));
    static const QRegularExpression kText(QStringLiteral("<text[^>]*>([^<]*)</text>"));
    QStringList all;
    auto matches = kText.globalMatch(svg);
    while (matches.hasNext()) {
      const QString text = matches.next().captured(1);
      QVERIFY2(englishDecimals(text).isEmpty(), qPrintable(text));
      all += text;
    }
    const QString words = all.join(QLatin1Char('\n'));
    QVERIFY2(words.contains(QRegularExpression(QStringLiteral(" 0,8\\d\\d\\b"))),
             qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("1.000")), qPrintable(words));

    // Numbers for machines keep their form.
    request.format = figures::Format::Csv;
    request.charts = {"accuracy"};
    const QString csv = QString::fromUtf8(test::render(request, runs));
    QVERIFY(csv.contains(QRegularExpression(QStringLiteral("\\n50,(0\\.\\d+,?)+\\n"))));
    request.format = figures::Format::Pgfplots;
    const QString tex = QString::fromUtf8(test::render(request, runs));
    QVERIFY2(tex.contains(QRegularExpression(QStringLiteral("ytick=\\{(0\\.\\d+,?)+"))),
             qPrintable(tex));
    QVERIFY2(tex.contains(QRegularExpression(QStringLiteral("yticklabels=\\{\\{0,\\d+\\}"))),
             qPrintable(tex));
  }

  void aRecordedFailureIsSaidInGerman() {
    experiment::RunFailed failed;
    failed.error = fail(ErrorCode::InvalidArgument,
                        sentence("{} is {}, but must be {}.", "objective.temperature", 0.01,
                                 sentence("a number{}", sentence(" of at least {}{}", 0.05, ""))))
                       .value();
    const auto back = store::eventFromJson(store::eventToJson(failed));
    QVERIFY(back.has_value());
    QCOMPARE(
        QString::fromStdString(logLineOf(*back)->text),
        QStringLiteral("objective.temperature is 0.01, but must be a number of at least 0.05."));
    const German german;
    const QString line = QString::fromStdString(logLineOf(*back)->text);
    QVERIFY2(line.contains(QStringLiteral("0,01")) && line.contains(QStringLiteral("0,05")),
             qPrintable(line));
    QVERIFY2(!line.contains(QStringLiteral("must")), qPrintable(line));
  }

  void whatASettingRefusesIsSaidInGerman() {
    const German german;
    config::ExperimentConfig experiment;
    const auto refused = config::applySetting(experiment, "objective.temperature", "0.01");
    QVERIFY(!refused);
    const QString text = QString::fromStdString(said(refused.error()));
    QVERIFY2(englishDecimals(text).isEmpty(), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("0,01")), qPrintable(text));
  }

  void whatAFigureRefusesIsSaidInGerman() {
    const German german;
    figures::FigureRequest request;
    request.charts = {"accuracy"};
    request.options.width_mm = 1.5;
    const auto refused = figures::makeFigure(request, {});
    QVERIFY(!refused);
    const QString text = QString::fromStdString(said(refused.error()));
    QVERIFY2(text.contains(QStringLiteral("1,5")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("outside")), qPrintable(text));
    QVERIFY(refused.error().message.find("1.5 is outside") != std::string::npos);
  }

  // The window says what the choice has led to: no warning, nothing to report.
  void aNewLanguageIsInformation() {
    const WindowBench bench;
    auto* banner = bench.find<QWidget>("notice");
    bench.window->notices().inform(QStringLiteral("Language"), QStringLiteral("From now on."));
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->property("kind").toString(), QStringLiteral("information"));
    QVERIFY(!bench.find<QAbstractButton>("notice.copy")->isVisible());
    test::picture(bench.window.get(), "notice-information");
    bench.window->notices().show(QStringLiteral("File"), QStringLiteral("It is gone."));
    QCOMPARE(banner->property("kind").toString(), QStringLiteral("trouble"));
    QVERIFY(bench.find<QAbstractButton>("notice.copy")->isVisible());
  }
};

QTEST_MAIN(TstNumberLanguage)
#include "tst_number_language.moc"
