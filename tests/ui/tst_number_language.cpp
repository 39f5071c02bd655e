// No English number stands anywhere in a German window or figure; and the window says what a new
// language has led to.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTest>

#include "tests/support/german.h"
#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "tests/ui/figure_runs.h"
#include "tests/ui/picture.h"
#include "ui/figures/command_view.h"
#include "ui/pages/run_actions.h"
#include "ui/shell/notices.h"
#include "ui/shell/page_host.h"

using namespace w2s;
using namespace w2s::ui;
using test::German;
using test::WindowBench;

namespace {

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
    const auto* command = bench.find<CommandView>("export.command");
    QVERIFY2(command->command().contains(QStringLiteral("--language de")),
             qPrintable(command->command()));
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

W2S_WINDOW_TEST(TstNumberLanguage)
#include "tst_number_language.moc"
