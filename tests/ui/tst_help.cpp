// The help: a page for every chart, loss and setting, in every language, reached with F1.
#include <QAction>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextBrowser>

#include "core/config/form.h"
#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "ui/charts/run_charts.h"
#include "ui/form/field_row.h"
#include "ui/shell/help_pages.h"
#include "ui/shell/help_window.h"

using namespace w2s;
using namespace w2s::ui;
using w2s::test::WindowBench;

namespace {

QString fileText(const QString& language, const QString& name) {
  QFile file(QStringLiteral(":/help/%1/%2").arg(language, name));
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList linksOf(const QString& markdown) {
  static const QRegularExpression link(QStringLiteral("\\]\\(([^)]*)\\)"));
  QStringList links;
  for (auto found = link.globalMatch(markdown); found.hasNext();) {
    links += found.next().captured(1);
  }
  return links;
}

const HelpPage* pageOf(const QString& widget) {
  for (const HelpPage& page : helpPages()) {
    if (page.widgets.contains(widget)) {
      return &page;
    }
  }
  return nullptr;
}

HelpWindow* helpOf(const WindowBench& bench) {
  return bench.window->findChild<HelpWindow*>(QStringLiteral("help"));
}

}  // namespace

class TstHelp : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void thePagesAreTheSameInEveryLanguage() {
    QVERIFY(helpPages().size() > 30);
    QCOMPARE(helpPages().front().id, QLatin1String(kFirstHelpPage));
    for (const char* language : {"en", "de"}) {
      QCOMPARE(QDir(QStringLiteral(":/help/%1").arg(QLatin1String(language))).entryList().size(),
               static_cast<qsizetype>(helpPages().size()));
      for (const HelpPage& page : helpPages()) {
        const QString text = fileText(QLatin1String(language), page.id + QStringLiteral(".md"));
        // What a page explains is named once, in the first line of the English one.
        const bool names =
            QLatin1String(language) == QLatin1String("en") && !page.widgets.isEmpty();
        QVERIFY2(text.startsWith(names ? QStringLiteral("<!-- ") : QStringLiteral("# ")),
                 qPrintable(page.id));
        QVERIFY2(linksOf(text) == linksOf(page.text), qPrintable(page.id));
        QCOMPARE(text.count(QStringLiteral("\n    ")), page.text.count(QStringLiteral("\n    ")));
      }
    }
  }

  void everyLinkLeadsToAPage() {
    for (const HelpPage& page : helpPages()) {
      for (const QString& link : linksOf(page.text)) {
        QVERIFY2(link.endsWith(QStringLiteral(".md")) && findHelpPage(link.chopped(3)) != nullptr,
                 qPrintable(page.id + QStringLiteral(": ") + link));
      }
    }
  }

  void everyChartAndEveryLossHasAPage() {
    for (const auto& chart : charts::makeRunCharts()) {
      const QString name = QStringLiteral("chart.") + QString::fromUtf8(chart->id());
      QVERIFY2(pageOf(name) != nullptr, qPrintable(name));
    }
    for (const config::FormField& field : config::describe({})) {
      const QString key = QString::fromStdString(field.key);
      if (key != QLatin1String("objective.divergence") &&
          key != QLatin1String("objective.confidence")) {
        continue;
      }
      QVERIFY(field.choices.size() >= 4);
      const QString help = settingHelp(key, {});
      for (const config::FormChoice& choice : field.choices) {
        const QString page = key.section(QLatin1Char('.'), -1) + QLatin1Char('.') +
                             QString::fromStdString(choice.name);
        QVERIFY2(findHelpPage(page) != nullptr, qPrintable(page));
        QVERIFY2(help.contains(page + QStringLiteral(".md")), qPrintable(page));
      }
    }
  }

  void whatAPageExplainsIsThere() {
    const QTemporaryDir folder;
    const WindowBench bench({.workspace = folder.path().toStdString()});
    const QStringList dialogs{QStringLiteral("export"),         QStringLiteral("study_export"),
                              QStringLiteral("compare_export"), QStringLiteral("report"),
                              QStringLiteral("study_report"),   QStringLiteral("compare_report"),
                              QStringLiteral("runs_report"),    QStringLiteral("seeds_dialog"),
                              QStringLiteral("presenter")};
    QStringList settings;
    for (const config::FormField& field : config::describe({})) {
      settings += QStringLiteral("field.") + QString::fromStdString(field.key);
    }
    for (const HelpPage& page : helpPages()) {
      for (const QString& name : page.widgets) {
        QVERIFY2(dialogs.contains(name) || settings.contains(name) ||
                     bench.window->findChild<QWidget*>(name) != nullptr,
                 qPrintable(page.id + QStringLiteral(": ") + name));
      }
    }
  }

  void f1ExplainsWhatHasTheFocus() {
    const WindowBench bench;
    auto* chart = bench.find<QWidget>("chart.agreement");
    QCOMPARE(helpPageOn(chart), QStringLiteral("chart.agreement"));
    auto* setting = bench.find<FieldRow>("field.objective.divergence");
    setting->focusEditor();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
    HelpWindow* help = helpOf(bench);
    QVERIFY(help != nullptr && help->isVisible());
    QCOMPARE(help->page(), QStringLiteral("setting.objective.divergence"));
    auto* browser = help->findChild<QTextBrowser*>(QStringLiteral("help.page"));
    QVERIFY(browser->toPlainText().contains(QStringLiteral("KD loss")));
    QVERIFY(browser->toPlainText().contains(QStringLiteral("Reverse KL")));
    auto* list = help->findChild<QListWidget*>(QStringLiteral("help.list"));
    QVERIFY(list->currentItem() != nullptr && list->currentItem()->isSelected());
    QVERIFY(list->currentItem()->text().endsWith(QStringLiteral("KD loss")));
    // The same window shows the next page, and the way back.
    bench.window->showHelp(QStringLiteral("pgr"));
    QCOMPARE(helpOf(bench), help);
    QCOMPARE(help->page(), QStringLiteral("pgr"));
    QVERIFY(list->currentItem()->text().endsWith(QStringLiteral("(PGR)")));
    QVERIFY(browser->toPlainText().contains(QStringLiteral("P_ceiling - P_weak")));
    help->findChild<QPushButton*>(QStringLiteral("help.back"))->click();
    QCOMPARE(help->page(), QStringLiteral("setting.objective.divergence"));
    QVERIFY(list->currentItem()->text().endsWith(QStringLiteral("KD loss")));
    QVERIFY(list->currentItem()->isSelected());
    bench.window->showHelp(QStringLiteral("no such page"));
    QCOMPARE(help->page(), QLatin1String(kFirstHelpPage));
  }

  void f1AnswersInADialog() {
    const WindowBench bench;
    bench.find<QAction>("act.about")->trigger();
    auto* about = bench.find<QDialog>("about");
    QVERIFY(about->isVisible());
    QTest::keyClick(about, Qt::Key_F1);
    HelpWindow* help = helpOf(bench);
    QVERIFY(help != nullptr && help->isVisible());
    QCOMPARE(help->parentWidget(), about);  // else it could not be used
    QCOMPARE(help->page(), QLatin1String(kFirstHelpPage));
  }

  void aSearchFindsPagesAndSettings() {
    const WindowBench bench;
    bench.window->showHelp({});
    const HelpWindow* help = helpOf(bench);
    auto* list = help->findChild<QListWidget*>(QStringLiteral("help.list"));
    auto* search = help->findChild<QLineEdit*>(QStringLiteral("help.search"));
    const auto shown = [&] {
      QStringList titles;
      for (int row = 0; row < list->count(); ++row) {
        if (!list->item(row)->isHidden()) {
          titles += list->item(row)->text();
        }
      }
      return titles;
    };
    const auto all = shown().size();
    QVERIFY(all > static_cast<qsizetype>(helpPages().size()));
    search->setText(QStringLiteral("reverse mode-seeking"));
    QVERIFY(shown().contains(QStringLiteral("Reverse KL")));
    QVERIFY(!shown().contains(QStringLiteral("Student")));
    search->setText(QStringLiteral("learning_rate"));
    QVERIFY(!shown().isEmpty());
    search->clear();
    QCOMPARE(shown().size(), all);
  }
};

W2S_WINDOW_TEST(TstHelp)
#include "tst_help.moc"
