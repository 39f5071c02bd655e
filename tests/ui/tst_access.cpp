// Everything can be reached, named and seen without a mouse.
#include <map>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScrollBar>

#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "ui/pages/run_actions.h"
#include "ui/shell/cheat_sheet.h"
#include "ui/shell/menus.h"
#include "ui/shell/page_host.h"

using namespace w2s::ui;
using w2s::test::WindowBench;

namespace {

// Parts that Qt makes inside its own widgets are not ours to name.
bool isOurs(const QWidget& widget) {
  const QWidget* parent = widget.parentWidget();
  const auto* view = qobject_cast<const QAbstractScrollArea*>(parent);
  return !widget.objectName().startsWith(QStringLiteral("qt_")) &&
         (view == nullptr || view->viewport() != &widget) &&
         qobject_cast<const QScrollBar*>(&widget) == nullptr &&
         (parent == nullptr || (!parent->inherits("QTableView") && !parent->inherits("QTabBar") &&
                                !parent->inherits("QComboBoxPrivateContainer") &&
                                !parent->inherits("QMenuBar") && !parent->inherits("QToolBar")));
}

QString nameOf(const QWidget& widget) {
  return QStringLiteral("%1 \"%2\" in \"%3\"")
      .arg(QLatin1String(widget.metaObject()->className()), widget.objectName(),
           widget.parentWidget() != nullptr ? widget.parentWidget()->objectName() : QString());
}

QStringList faultsOf(const QWidget& window) {
  QStringList faults;
  for (QWidget* widget : window.findChildren<QWidget*>()) {
    if (widget->focusPolicy() == Qt::NoFocus || !isOurs(*widget) ||
        qobject_cast<QMenu*>(widget) != nullptr || qobject_cast<QDialog*>(widget) != nullptr) {
      continue;
    }
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(widget);
    if (access == nullptr || access->text(QAccessible::Name).isEmpty()) {
      faults += nameOf(*widget) + QStringLiteral(" has no accessible name");
    }
    if (widget->objectName().isEmpty()) {
      faults += nameOf(*widget) + QStringLiteral(" has no object name");
    }
    if (widget->accessibleDescription().isEmpty() && widget->toolTip().isEmpty()) {
      faults += nameOf(*widget) + QStringLiteral(" has neither description nor tip");
    }
  }
  return faults;
}

std::vector<QAction*> actionsIn(const QMenu& menu) {
  std::vector<QAction*> found;
  for (QAction* action : menu.actions()) {
    if (action->menu() != nullptr) {
      const auto inside = actionsIn(*action->menu());
      found.insert(found.end(), inside.begin(), inside.end());
    } else if (!action->isSeparator()) {
      found.push_back(action);
    }
  }
  return found;
}

std::vector<QAction*> menuActions(const MainWindow& window) {
  std::vector<QAction*> found;
  for (const QAction* menu : window.menuBar()->actions()) {
    const auto inside = actionsIn(*menu->menu());
    found.insert(found.end(), inside.begin(), inside.end());
  }
  return found;
}

}  // namespace

class TstAccess : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyFocusableWidgetHasNameAndDescription() {
    WindowBench bench;
    bench.finishARun();
    const QStringList faults = faultsOf(*bench.window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
  }

  void soHaveTheDialogs_data() {
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("dialog");
    QTest::newRow("keys") << QStringLiteral("act.keys") << QStringLiteral("cheat_sheet");
    QTest::newRow("about") << QStringLiteral("act.about") << QStringLiteral("about");
  }
  void soHaveTheDialogs() {
    QFETCH(QString, action);
    QFETCH(QString, dialog);
    WindowBench bench;
    bench.window->findChild<QAction*>(action)->trigger();
    auto* shown = bench.window->findChild<QDialog*>(dialog);
    QVERIFY(shown != nullptr && shown->isVisible());
    const QStringList faults = faultsOf(*shown);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    QTest::keyClick(shown, Qt::Key_Escape);
    QVERIFY(!shown->isVisible());
  }

  void everyVisibleControlCanBeReachedWithTab() {
    WindowBench bench;
    QSet<const QWidget*> reached;
    const QWidget* widget = bench.find<QWidget>("run.start");
    do {
      reached += widget;
      widget = widget->nextInFocusChain();
    } while (!reached.contains(widget));
    int controls = 0;
    for (const QAbstractButton* button : bench.window->findChildren<QAbstractButton*>()) {
      // A chart's buttons repeat what its keys and its menu do.
      const bool of_chart = button->objectName().startsWith(QStringLiteral("chart."));
      // Qt's own button in a field, for what Esc does.
      const bool of_field = button->inherits("QLineEditIconButton");
      if (button->isVisible() && isOurs(*button) && !of_chart && !of_field) {
        QVERIFY2((button->focusPolicy() & Qt::TabFocus) != 0 && reached.contains(button),
                 qPrintable(nameOf(*button)));
        ++controls;
      }
    }
    QVERIFY(controls > 8);
  }

  void theFocusIsSeen() {
    WindowBench bench;
    bench.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    int seen = 0;
    for (QWidget* widget : bench.window->findChildren<QWidget*>()) {
      if (!widget->isVisible() || !widget->isEnabled() ||
          (widget->focusPolicy() & Qt::TabFocus) == 0 || !isOurs(*widget) ||
          qobject_cast<QAbstractItemView*>(widget) != nullptr ||
          qobject_cast<QAbstractScrollArea*>(widget) != nullptr) {
        continue;  // a list shows its current row
      }
      bench
          .find<QWidget>(widget->objectName() == QStringLiteral("run.start") ? "run.seeds"
                                                                             : "run.start")
          ->setFocus();
      const QImage without = widget->grab().toImage();
      widget->setFocus(Qt::TabFocusReason);
      QVERIFY2(widget->hasFocus(), qPrintable(nameOf(*widget)));
      QVERIFY2(widget->grab().toImage() != without, qPrintable(nameOf(*widget)));
      ++seen;
    }
    QVERIFY(seen > 8);
  }

  void noKeyMeansTwoThings() {
    WindowBench bench;
    std::map<QString, QString> owner;
    QSet<QAction*> actions;
    for (QAction* action : bench.window->findChildren<QAction*>()) {
      actions += action;
    }
    for (QAction* action : bench.window->actions().all()) {
      actions += action;
    }
    for (QAction* action : actions) {
      for (const QKeySequence& key : action->shortcuts()) {
        const QString text = key.toString();
        QVERIFY2(!owner.contains(text),
                 qPrintable(
                     QStringLiteral("%1: %2 and %3").arg(text, owner[text], action->objectName())));
        owner[text] = action->objectName();
      }
    }
    QVERIFY(owner.size() > 12);
  }

  void theListOfKeysHasEveryKey() {
    WindowBench bench;
    bench.window->addKeyNote(
        {QStringLiteral("Charts"), QStringLiteral("Left"), QStringLiteral("Moves the crosshair")});
    bench.window->findChild<QAction*>(QStringLiteral("act.keys"))->trigger();
    QStringList shown;
    for (const QLabel* label : bench.find<QDialog>("cheat_sheet")->findChildren<const QLabel*>()) {
      shown += label->text();
    }
    int keys = 0;
    QList<const QAction*> actions = bench.window->findChildren<const QAction*>();
    for (const QAction* action : bench.window->actions().all()) {
      actions += action;
    }
    for (const QAction* action : actions) {
      if (action->shortcut().isEmpty()) {
        continue;
      }
      QStringList texts;
      for (const QKeySequence& key : action->shortcuts()) {
        texts += key.toString(QKeySequence::NativeText);
      }
      QVERIFY2(shown.contains(texts.join(QStringLiteral(", "))), qPrintable(action->objectName()));
      ++keys;
    }
    QVERIFY(keys > 12);
    QVERIFY(shown.contains(QStringLiteral("Moves the crosshair")));
  }

  void everyActionIsInAMenuWithNameAndExplanation() {
    WindowBench bench;
    const auto actions = menuActions(*bench.window);
    for (QAction* action : bench.window->actions().all()) {
      QVERIFY2(std::find(actions.begin(), actions.end(), action) != actions.end(),
               qPrintable(action->objectName()));
    }
    for (const QAction* action : actions) {
      QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
      QVERIFY2(!action->statusTip().isEmpty() || action->isCheckable(),
               qPrintable(action->objectName()));
    }
  }

  void theSpaceKeyPressesTheFocusedButton() {
    WindowBench bench;
    bench.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    // On a button Space presses it: the next seed's run begins, not this seed's.
    auto* new_seed = bench.find<QAbstractButton>("run.new_seed");
    new_seed->setFocus();
    const std::int64_t before = bench.session->seed();
    QTest::keyClick(new_seed, Qt::Key_Space);
    QTRY_COMPARE(bench.runner->requests().size(), std::size_t{1});
    QCOMPARE(bench.runner->requests().front().seed, before + 1);
  }
};

W2S_WINDOW_TEST(TstAccess)
#include "tst_access.moc"
