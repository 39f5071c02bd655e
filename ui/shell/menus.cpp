#include "ui/shell/menus.h"

#include <QApplication>
#include <QEvent>
#include <QMenu>
#include <QMenuBar>

#include "ui/main_window.h"
#include "ui/pages/player_actions.h"
#include "ui/pages/run_actions.h"
#include "ui/shell/appearance.h"
#include "ui/shell/config_files.h"
#include "ui/shell/docks.h"
#include "ui/shell/page_host.h"

namespace w2s::ui {

Menus::Menus(MainWindow& window, RunActions& run_actions) : QObject(&window), window_(window) {
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
  addFile(run_actions);
  addRun(run_actions);
  addView(run_actions);
  addHelp();
}

bool Menus::eventFilter(QObject* object, QEvent* event) {
  if (object == edit && event->type() == QEvent::ActionAdded) {
    edit->menuAction()->setVisible(true);
  }
  return QObject::eventFilter(object, event);
}

void Menus::addFile(RunActions& actions) {
  window_.files().addTo(file);
  file->addSeparator();
  file->addActions({&actions.export_figure, &actions.report});
  QAction* workspace =
      file->addAction(tr("Open &workspace folder"), &window_, &MainWindow::openWorkspace);
  workspace->setObjectName(QStringLiteral("act.workspace"));
  workspace->setStatusTip(tr("Shows the folder that holds the runs"));
  file->addSeparator();
  QAction* quit = file->addAction(tr("&Quit"), QKeySequence::Quit, &window_, &QWidget::close);
  quit->setObjectName(QStringLiteral("act.quit"));
  quit->setStatusTip(tr("Closes the window"));
}

void Menus::addRun(RunActions& actions) {
  run->addAction(&actions.toggle);
  QMenu* step = run->addMenu(tr("&Step"));
  step->addActions({&actions.step_batch, &actions.step_evaluation, &actions.step_epoch});
  run->addActions({&actions.rewind, &actions.new_seed, &actions.set_seed, &actions.add_seeds});
  QMenu* speed = run->addMenu(tr("S&peed"));
  speed->addActions({&actions.slower, &actions.faster, &actions.max_speed});
  run->addSeparator();
  run->addActions({&actions.stop_keep, &actions.stop_discard});
  run->addSeparator();
  QMenu* recorded = run->addMenu(tr("Recorded r&un"));
  for (QAction* action : window_.playerActions().all()) {
    recorded->addAction(action);
  }
}

void Menus::addView(RunActions& actions) {
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
  view->addAction(&actions.present);
  view->addSeparator();
  window_.appearance().addTo(view);
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
  QAction* on_focus = help->addAction(tr("&Help"), QKeySequence::HelpContents, &window_,
                                      [this] { window_.showHelpOn(QApplication::focusWidget()); });
  on_focus->setObjectName(QStringLiteral("act.help"));
  on_focus->setStatusTip(tr("Explains what has the focus"));
  QAction* start = help->addAction(tr("First &steps"), &window_, [this] { window_.showHelp({}); });
  start->setObjectName(QStringLiteral("act.help.start"));
  start->setStatusTip(tr("Five steps from the first curve to a figure"));
  QAction* tour = help->addAction(tr("&Tour of the window"), &window_, &MainWindow::showTour);
  tour->setObjectName(QStringLiteral("act.tour"));
  tour->setStatusTip(tr("Five steps, each at the part of the window that it speaks of"));
  QAction* keys = help->addAction(tr("&Keyboard shortcuts"), QKeySequence(Qt::Key_Question),
                                  &window_, &MainWindow::showKeys);
  keys->setObjectName(QStringLiteral("act.keys"));
  keys->setStatusTip(tr("Lists the keys of the window"));
  QAction* about = help->addAction(tr("&About"), &window_, &MainWindow::showAbout);
  about->setObjectName(QStringLiteral("act.about"));
  about->setStatusTip(tr("Versions, devices and licences"));
}

}  // namespace w2s::ui
