#include "ui/shell/menus.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>

#include "ui/main_window.h"
#include "ui/pages/run_actions.h"
#include "ui/shell/docks.h"
#include "ui/shell/page_host.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

Menus::Menus(Theme& theme, MainWindow& window, RunActions& run_actions)
    : QObject(&window), theme_(theme), window_(window) {
  QMenuBar* bar = window_.menuBar();
  bar->setAccessibleName(tr("Menus"));
  file = bar->addMenu(tr("&File"));
  edit = bar->addMenu(tr("&Edit"));
  run = bar->addMenu(tr("&Run"));
  view = bar->addMenu(tr("&View"));
  help = bar->addMenu(tr("&Help"));
  // Shown as soon as something is in it.
  edit->menuAction()->setVisible(false);
  edit->installEventFilter(this);
  addFile();
  addRun(run_actions);
  addView();
  addHelp();
}

bool Menus::eventFilter(QObject* object, QEvent* event) {
  if (object == edit && event->type() == QEvent::ActionAdded) {
    edit->menuAction()->setVisible(true);
  }
  return QObject::eventFilter(object, event);
}

void Menus::addFile() {
  QAction* quit = file->addAction(tr("&Quit"), QKeySequence::Quit, &window_, &QWidget::close);
  quit->setObjectName(QStringLiteral("act.quit"));
}

void Menus::addRun(RunActions& actions) {
  run->addAction(&actions.toggle);
  QMenu* step = run->addMenu(tr("&Step"));
  step->addActions({&actions.step_batch, &actions.step_evaluation, &actions.step_epoch});
  run->addActions({&actions.rewind, &actions.new_seed});
  run->addSeparator();
  run->addActions({&actions.stop_keep, &actions.stop_discard});
}

void Menus::addView() {
  after_pages_ = view->addSeparator();
  listPages();
  connect(&window_.pages(), &PageHost::added, this, &Menus::listPages);
  for (QAction* dock : window_.docks().toggleActions()) {
    view->addAction(dock);
  }
  QAction* reset = view->addAction(tr("&Reset layout"), &window_, &MainWindow::resetLayout);
  reset->setObjectName(QStringLiteral("act.reset_layout"));
  reset->setStatusTip(tr("Panels back to their first places and sizes"));
  view->addSeparator();
  auto* looks = new QActionGroup(this);
  const QStringList names{tr("Follow the system"), tr("Light"), tr("Dark")};
  for (int i = 0; i < names.size(); ++i) {
    QAction* look = view->addAction(names[i]);
    look->setObjectName(QStringLiteral("act.theme.%1").arg(i));
    look->setCheckable(true);
    look->setChecked(static_cast<int>(theme_.choice()) == i);
    looks->addAction(look);
    connect(look, &QAction::triggered, &window_, [this, i] { window_.chooseTheme(i); });
  }
}

void Menus::listPages() {
  for (QAction* action : page_actions_) {
    delete action;
  }
  page_actions_.clear();
  int number = 0;
  for (const PageHost::Page& page : window_.pages().pages()) {
    ++number;
    auto* action = new QAction(page.title, this);
    action->setObjectName(QStringLiteral("act.page.") + page.id);
    action->setStatusTip(tr("Shows the page %1").arg(page.title));
    if (number <= 9) {
      action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)));
    }
    connect(action, &QAction::triggered, &window_,
            [this, id = page.id] { window_.pages().show(id); });
    view->insertAction(after_pages_, action);
    page_actions_ += action;
  }
}

void Menus::addHelp() {
  QAction* keys = help->addAction(tr("&Keyboard shortcuts"), QKeySequence(Qt::Key_Question), this,
                                  &Menus::showShortcuts);
  keys->setObjectName(QStringLiteral("act.keys"));
  QAction* about = help->addAction(tr("&About"), &window_, &MainWindow::showAbout);
  about->setObjectName(QStringLiteral("act.about"));
}

void Menus::showShortcuts() {
  QString rows;
  for (const QAction* action : window_.findChildren<QAction*>()) {
    if (!action->shortcut().isEmpty() && !action->statusTip().isEmpty()) {
      rows += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                  .arg(action->shortcut().toString(QKeySequence::NativeText), action->statusTip());
    }
  }
  auto* box =
      new QMessageBox(QMessageBox::NoIcon, tr("Keyboard shortcuts"),
                      QStringLiteral("<table>%1</table>").arg(rows), QMessageBox::Close, &window_);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->open();
}

}  // namespace w2s::ui
